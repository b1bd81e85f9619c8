import HearsayTestSupport
import Testing

/// Which words credit, and whom; every article is invented.
@Suite struct AttributionCueTests {
  @Test(arguments: verbs) func `what verbs credit`(_ row: AttributionCase) { row.expect() }
  @Test(arguments: passives) func `what passives credit`(_ row: AttributionCase) { row.expect() }
  @Test(arguments: nouns) func `what nouns credit`(_ row: AttributionCase) { row.expect() }

  /// Finite verbs and participles.
  static let verbs = [
    AttributionCase(
      "a participle behind the main clause",
      """
      {{source q1|Ana Ruiz}} closed the bridge, {{cue q1|saying}} \
      {{content q1 =direct:Ana Ruiz|“the river is too high.”}}
      """),
    AttributionCase(
      "adding behind a first quotation",
      """
      {{content q1 =direct:Ana Ruiz|“We will stay,”}} {{cue q1|said}} \
      {{source q1|{{source q2|Ana Ruiz}}}}, {{cue q2|adding}} that the river was \
      {{content q2 =mixed:Ana Ruiz|“too high.”}}
      """),
    AttributionCase(
      "a participle at the beginning",
      """
      Speaking in Oslo, {{source q1|Ana Ruiz}} {{cue q1|said}} \
      {{content q1 =direct:Ana Ruiz|“the river is too high.”}}
      """),
    AttributionCase(
      "a verb of another use before a fragment",
      """
      {{source q1|Ana Ruiz}} {{cue q1|called}} the plan {{content q1 =mixed:Ana Ruiz|“a fraud.”}}
      """),
    AttributionCase(
      "accused of",
      """
      {{source q1|Ana Ruiz}} {{cue q1|accused}} the ministry of \
      {{content q1 =mixed:Ana Ruiz|“sleeping on the job.”}}
      """),
    AttributionCase(
      "described as",
      """
      {{source q1|Ana Ruiz}} {{cue q1|described}} the plan as \
      {{content q1 =mixed:Ana Ruiz|“a costly mistake.”}}
      """),
    AttributionCase(
      "a fragment inside reported speech",
      """
      {{source q1|Ana Ruiz}} {{cue q1|said}} the plan was \
      {{content q1 =mixed:Ana Ruiz|“a costly mistake”}} for the town.
      """),
    AttributionCase(
      "two fragments of one sentence",
      """
      {{source q1|{{source q2|Ana Ruiz}}}} {{cue q1|{{cue q2|said}}}} the plan was \
      {{content q1 =mixed:Ana Ruiz|“costly”}} and the river \
      {{content q2 =mixed:Ana Ruiz|“too high.”}}
      """),
    AttributionCase(
      "a transcript inside marks",
      """
      “{{source q1|RUIZ}}{{cue q1|:}} \
      {{content q1 =direct:RUIZ|We will stay. The river will fall.”}}
      """),
    AttributionCase(
      "a name in a quotation is not credited",
      """
      {{content q1 =direct:Ana Ruiz|“Dmitri Okafor will stay,”}} {{cue q1|said}} \
      {{source q1|Ana Ruiz}}.
      """),
    AttributionCase(
      "someone who quotes another",
      """
      {{content q1 =direct:Ana Ruiz|“My father said ‘stay,’ so I stay,”}} {{cue q1|said}} \
      {{source q1|Ana Ruiz}}.
      """),
    AttributionCase(
      "a cue in a quotation does not count",
      "The river rose. {{content q1 =direct:|{{problem =no-source|“They said it would fall.”}}}}"),
    AttributionCase(
      "denied",
      """
      {{source q1|Ana Ruiz}} {{cue q1|denied}} that she had been \
      {{content q1 =mixed:Ana Ruiz|“paid to stay.”}}
      """),
    AttributionCase(
      "as somebody put it",
      """
      As {{source q1|Ana Ruiz}} {{cue q1|put}} it, the river is \
      {{content q1 =mixed:Ana Ruiz|“a bad neighbour.”}}
      """),
    AttributionCase(
      "refused to say",
      """
      {{source q1|Ana Ruiz}} declined to {{cue q1|say}} whether the bridge is \
      {{content q1 =mixed:Ana Ruiz|“safe.”}}
      """),
    AttributionCase(
      "asked whether",
      """
      Asked whether the bridge was safe, {{source q1|Ana Ruiz}} {{cue q1|said}}: \
      {{content q1 =direct:Ana Ruiz|“It is not.”}}
      """),
    AttributionCase(
      "marks around a comma list",
      """
      {{source q1|{{source q2|{{source q3|They}}}}}} {{cue q1|{{cue q2|{{cue q3|chanted}}}}}} \
      {{content q1 =mixed:|“stay,”}} {{content q2 =mixed:|“fight”}} and \
      {{content q3 =mixed:|“win.”}}
      """),
    AttributionCase(
      "attribution with a quotation as object behind it",
      """
      {{source q1|Ana Ruiz}} repeated her {{cue q1|warning}}: \
      {{content q1 =direct:Ana Ruiz|“We will stay.”}}
      """),
    AttributionCase(
      "warned against",
      "{{source q1|Ana Ruiz}} {{cue q1|warned}} against {{content q1 =mixed:Ana Ruiz|“panic.”}}"),
    AttributionCase(
      "writing for a newspaper",
      """
      Writing in the Nova Herald, {{source q1|Ana Ruiz}} {{cue q1|called}} the plan \
      {{content q1 =mixed:Ana Ruiz|“a fraud.”}}
      """),
    AttributionCase(
      "not the one told but the one who tells",
      """
      {{source q1|Ana Ruiz}} {{cue q1|told}} Peter Okafor the plan was \
      {{content q1 =mixed:Ana Ruiz|“too late.”}}
      """),
    AttributionCase(
      "said that is nobody",
      """
      It was bad, {{source q1|the mayor}} {{cue q1|said}} that evening, and \
      {{content q1 =mixed:mayor|“too late.”}}
      """),
  ]

  /// Who stands before a passive is not who speaks.
  static let passives = [
    AttributionCase(
      "a passive without anybody",
      "The plan was described as {{content q1 =scare|“a costly mistake.”}}"),
    AttributionCase(
      "somebody is quoted as saying",
      """
      {{source q1|Ana Ruiz}} was quoted as {{cue q1|saying}} \
      {{content q1 =direct:Ana Ruiz|“the river is high.”}}
      """),
    AttributionCase(
      "passive with an agent",
      """
      The plan was {{cue q1|described}} by {{source q1|Ana Ruiz}} as \
      {{content q1 =mixed:Ana Ruiz|“a costly mistake.”}}
      """),
    AttributionCase(
      "passive: the hearer is not the speaker",
      "Ana Ruiz was told to {{content q1 =scare|“leave at once.”}}"),
    AttributionCase(
      "passive: somebody is called something",
      "Ana Ruiz was called {{content q1 =scare|“a liar.”}}"),
    AttributionCase(
      "passive of a worrying person",
      """
      {{source q1|Ana Ruiz}} was {{cue q1|worried}} that the river was \
      {{content q1 =mixed:Ana Ruiz|“too high.”}}
      """),
    AttributionCase(
      "asked by somebody",
      """
      {{content q1 =direct:Ana Ruiz|“Who will stay?”}} was {{cue q1|asked}} by \
      {{source q1|Ana Ruiz}}.
      """),
    AttributionCase(
      "announced and nobody says so",
      "{{content q1 =direct:|{{problem =no-source|“The bridge is closed,”}}}} it was announced."),
  ]

  /// Claims, words, reports.
  static let nouns = [
    AttributionCase(
      "a noun with by",
      """
      {{cue q1|Claims}} by {{source q1|officials}} that the bridge is \
      {{content q1 =mixed:officials|“perfectly safe”}} are false.
      """),
    AttributionCase(
      "a noun made by somebody",
      """
      The {{cue q1|claim}} made by {{source q1|Ana Ruiz}} that the bridge is \
      {{content q1 =mixed:Ana Ruiz|“perfectly safe”}} is false.
      """),
    AttributionCase(
      "a noun behind a possessor",
      """
      {{source q1|The mayor}}’s {{cue q1|claim}} that the bridge is \
      {{content q1 =mixed:mayor|“perfectly safe”}} is false.
      """),
    AttributionCase(
      "a document speaks",
      """
      {{source q1|The report}} {{cue q1|says}} the bridge is \
      {{content q1 =mixed:report|“a danger to all.”}}
      """),
    AttributionCase(
      "a letter that says",
      """
      In a letter to the council, {{source q1|Ana Ruiz}} {{cue q1|wrote}} that the bridge was \
      {{content q1 =mixed:Ana Ruiz|“unsafe.”}}
      """),
    AttributionCase(
      "a noun cue with of",
      """
      {{source q1|Ana Ruiz}} {{cue q1|spoke}} of \
      {{content q1 =mixed:Ana Ruiz|“a flood of lies.”}}
      """),
    AttributionCase(
      "announced and nobody says so",
      "{{content q1 =direct:|{{problem =no-source|“The bridge is closed,”}}}} it was announced."),
    AttributionCase(
      "a noun cue between marks",
      """
      {{source q1|Ana Ruiz}}’s {{cue q1|promise}} to \
      {{content q1 =mixed:Ana Ruiz|“stay”}} was kept.
      """),
    AttributionCase(
      "in the words of",
      """
      {{cue q1 =according-to|In the words of}} {{source q1|Ana Ruiz}}, the river is \
      {{content q1 =mixed:Ana Ruiz|“a bad neighbour.”}}
      """),
    AttributionCase(
      "according to a document",
      """
      {{cue q1|According to}} {{source q1|the report}}, the bridge is \
      {{content q1 =mixed:report|“unsafe.”}}
      """),
    AttributionCase(
      "according to and a verb",
      """
      According to Ana Ruiz, {{source q1|Peter Okafor}} {{cue q1|said}} the bridge was \
      {{content q1 =mixed:Peter Okafor|“unsafe.”}}
      """),
    AttributionCase(
      "a noun behind a participle",
      """
      {{source q1|Ana Ruiz}} {{cue q1|called}} it \
      {{content q1 =mixed:Ana Ruiz|“a fraud”}} in leaked comments.
      """),
  ]
}
