import HearsayTestSupport
import Testing

/// What is credited without marks, and what is told inside of what is told; every article is
/// invented.
@Suite struct ParaphraseTests {
  @Test(arguments: verbs) func `verbs with a clause`(_ row: AttributionCase) { row.expectWhole() }
  @Test(arguments: places) func `where the credit stands`(_ row: AttributionCase) {
    row.expectWhole()
  }
  @Test(arguments: sources) func `who is credited`(_ row: AttributionCase) { row.expectWhole() }
  @Test(arguments: parts) func `marks in a paraphrase`(_ row: AttributionCase) { row.expectWhole() }

  /// “said that …” and its like.
  static let verbs = [
    AttributionCase(
      "said that",
      """
      {{source q1|Ana Ruiz}} {{cue q1|said}} {{content q1 =indirect:Ana Ruiz|that the bridge \
      would stay closed until the river falls}}.
      """),
    AttributionCase(
      "said without that",
      """
      {{source q1|Ana Ruiz}} {{cue q1|said}} {{content q1 =indirect:Ana Ruiz|the bridge would \
      stay closed until the river falls}}.
      """),
    AttributionCase(
      "warned that",
      """
      {{source q1|Engineers}} {{cue q1|warned}} {{content q1 =indirect:Engineers|that the pillars \
      could give way}}.
      """),
    AttributionCase(
      "believes",
      """
      {{source q1|Dmitri Okafor}} {{cue q1|believes}} {{content q1 =indirect:Dmitri Okafor|the \
      ferry will run again by the summer}}.
      """),
    AttributionCase(
      "told somebody that",
      """
      {{source q1|Mireille Aubert}} {{cue q1|told}} reporters {{content q1 \
      =indirect:Mireille Aubert|that the money had been found}}.
      """),
    AttributionCase(
      "announced that",
      """
      {{source q1|The ministry}} {{cue q1|announced}} {{content q1 =indirect|that the road would \
      be widened next year}}.
      """),
    AttributionCase(
      "claims",
      """
      {{source q1|Okafor}} {{cue q1|claims}} {{content q1 =indirect:Okafor|that nobody asked the \
      ferrymen}}.
      """),
    AttributionCase(
      "argued that",
      """
      {{source q1|Ruiz}} {{cue q1|argued}} {{content q1 =indirect:Ruiz|that the town could not \
      afford two bridges}}.
      """),
    AttributionCase(
      "suggested that",
      """
      {{source q1|Aubert}} {{cue q1|suggested}} {{content q1 =indirect:Aubert|that the vote \
      should be postponed}}.
      """),
    AttributionCase(
      "no speech at all",
      """
      The river rose in the night and the bridge was closed to lorries before noon.
      """),
    AttributionCase(
      "a verb of motion is no cue",
      """
      Ana Ruiz walked to the bridge and looked at the pillars for a long time.
      """),
  ]

  /// Before, behind, inside.
  static let places = [
    AttributionCase(
      "behind the clause",
      """
      {{content q1 =indirect:Ana Ruiz|The bridge will stay closed until the river falls}}, \
      {{source q1|Ana Ruiz}} {{cue q1 =after|said}}.
      """),
    AttributionCase(
      "according to, in front",
      """
      {{cue q1 =according-to|According to}} {{source q1|the ministry}}, {{content q1 =indirect|the \
      bridge will cost twice as much as planned}}.
      """),
    AttributionCase(
      "according to, behind",
      """
      {{content q1 =indirect|The bridge will cost twice as much as planned}}, \
      {{cue q1 =according-to|according to}} {{source q1|the ministry}}.
      """),
    AttributionCase(
      "two sentences, two speakers",
      """
      {{source q1|Ana Ruiz}} {{cue q1|said}} {{content q1 =indirect:Ana Ruiz|the council had \
      agreed}}. {{source q2|Dmitri Okafor}} {{cue q2|said}} {{content q2 \
      =indirect:Dmitri Okafor|it had not}}.
      """),
    AttributionCase(
      "a second attribution behind but",
      """
      {{source q1|Ruiz}} {{cue q1|said}} {{content q1 =indirect:Ruiz|the bridge was safe}}, but \
      {{source q2|Okafor}} {{cue q2|said}} {{content q2 =indirect:Okafor|it was not}}.
      """),
  ]

  /// Names, pronouns, bodies.
  static let sources = [
    AttributionCase(
      "who answers a question did not ask it",
      """
      {{cue q1|Asked}} {{content q1 =indirect:|whether the bridge would reopen this year}}, \
      {{source q2|the mayor}} {{cue q2|replied}}: {{content q2 =direct:mayor|“We will see in \
      spring.”}}
      """),
    AttributionCase(
      "who is asked whether, with when",
      """
      When {{cue q1|asked}} {{content q1 =indirect:|if she would resign}}, {{source q2|Ana Ruiz}} \
      {{cue q2|said}} {{content q2 =indirect:Ana Ruiz|that she would stay until spring}}.
      """),
    AttributionCase(
      "a pronoun of the sentence before",
      """
      Ana Ruiz opened the meeting. {{source q1 =pronoun|She}} {{cue q1|said}} {{content q1 \
      =indirect:Ana Ruiz|the bridge would be repaired by the autumn}}.
      """),
    AttributionCase(
      "a surname of somebody introduced",
      """
      Mayor Ana Ruiz opened the meeting. {{source q1 =part-of-name|Ruiz}} {{cue q1|said}} \
      {{content q1 =indirect:Ana Ruiz|the bridge would be repaired by the autumn}}.
      """),
    AttributionCase(
      "officials without a name",
      """
      {{source q1|Officials}} {{cue q1|said}} {{content q1 =indirect:Officials|the road would \
      reopen on Monday}}.
      """),
    AttributionCase(
      "a report",
      """
      {{source q1|The report}} {{cue q1|says}} {{content q1 =indirect|the pillars have moved by a \
      metre}}.
      """),
    AttributionCase(
      "a name behind the office it fills",
      """
      {{content q1 =direct:Ana Ruiz|“We will stay,”}} {{source q1|the head of the Nova region, \
      Ana Ruiz}}, {{cue q1|said}}.
      """),
    AttributionCase(
      "sources that are close to somebody",
      """
      {{source q1|Sources close to the mayor}} {{cue q1|told}} the paper {{content q1 \
      =indirect:Sources close to the mayor|that the plan had been shelved}}.
      """),
    AttributionCase(
      "a service with its letters",
      """
      {{source q1|The Security Service of Ukraine (SBU)}} {{cue q1|said}} {{content q1 \
      =indirect:Security Service of Ukraine|it had detained two agents}}.
      """),
  ]

  /// Fragments have the paraphrase as parent; whole utterances stand by themselves.
  static let parts = [
    AttributionCase(
      "a fragment at the end",
      """
      {{source q1|{{source q2|Ana Ruiz}}}} {{cue q1|{{cue q2|said}}}} {{content q1 \
      =indirect:Ana Ruiz|that the bridge was {{content q2 =mixed^:Ana Ruiz|“beyond repair”}}}}.
      """),
    AttributionCase(
      "a whole utterance is no paraphrase",
      """
      {{content q1 =direct:Ana Ruiz|“The bridge is beyond repair,”}} {{source q1|Ana Ruiz}} \
      {{cue q1|said}}.
      """),
    AttributionCase(
      "a stray letter before the marks",
      """
      🌊 é 🌊🌉 {{content q1 =direct:Ana Ruiz|“We will not reopen it in a hurry,”}} {{cue q1|said}} \
      {{source q1|Ana Ruiz, the mayor}}.
      """),
    AttributionCase(
      "marks inside of two apostrophes on either side are part of that utterance",
      """
      {{content q1 =indirect:Ana Ruiz|''The paper says, 'We cannot pay,' and I believe it,''}} \
      {{cue q1|said}} {{source q1 =name|Ana Ruiz, the mayor}}.
      """),
    AttributionCase(
      "two apostrophes on either side are not cut in half",
      """
      {{source q1|Ana Ruiz}} {{cue q1|called}} {{content q1 =indirect:Ana Ruiz|the plan ''a \
      shame.''}}
      """),
    AttributionCase(
      "two apostrophes that go on to the paragraph's end",
      """
      {{content q1 =indirect:Ana Ruiz|''The dam is old,''}} {{cue q1|said}} {{source q1|Ana \
      Ruiz}}. {{source q2|She}} {{cue q2|added}}, {{content q2 =indirect:Ana Ruiz|''We have to \
      mend it before the river rises.}}
      """),
    AttributionCase(
      "a sign for percent at the end",
      """
      {{content q1 =indirect:Ana Ruiz|The river was at 37%}}, {{cue q1|according to}} \
      {{source q1|Ana Ruiz}}.
      """),
    AttributionCase(
      "an abbreviation at the end",
      """
      {{source q1|Ana Ruiz}} {{cue q1|said}} {{content q1 =indirect:Ana Ruiz|the pumps were from \
      the U.S.}}
      """),
    AttributionCase(
      "brackets at the end",
      """
      {{source q1|Bo Lind}} {{cue q1|said}} {{content q1 =indirect:Bo Lind|he had called the \
      agency (the SBU)}}.
      """),
    AttributionCase(
      "brackets around all of it",
      """
      The river ({{source q1|Ana Ruiz}} {{cue q1|said}} {{content q1 =indirect:Ana Ruiz|the \
      agency was asleep}}) rose.
      """),
    AttributionCase(
      "the markup of a wiki",
      """
      The ''Nova Herald'' is sold in the '''old''' town.
      """),
    AttributionCase(
      "a quotation and a paraphrase of the same speaker",
      """
      {{content q1 =direct:Ana Ruiz|“The bridge is beyond repair,”}} {{source q1|Ana Ruiz}} \
      {{cue q1|said}}. {{source q2|She}} {{cue q2|added}} {{content q2 =indirect:Ana Ruiz|that \
      the ferry would run all night}}.
      """),
  ]
}
