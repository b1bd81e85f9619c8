import HearsayTestSupport
import Testing

/// What an analyst should look at; every article is invented and without a date.
@Suite struct ProblemTests {
  @Test(arguments: problems)
  func `what an analyst should look at`(_ row: AttributionCase) { row.expect(date: nil) }

  /// Every code, and what looks like it.
  static let problems = [
    AttributionCase(
      "a whole utterance of nobody",
      "{{content q1 =direct:|{{problem =no-source|“We will stay until the river falls.”}}}}"),
    AttributionCase(
      "a fragment of nobody is no problem",
      "The plan {{content q1 =scare|“too high and too late”}} was dropped."),
    AttributionCase(
      "somebody without a name is somebody",
      "{{content q1 =direct:farmer|“We will stay,”}} {{cue q1|said}} {{source q1|a farmer}}."),
    AttributionCase(
      "nobody, and the mark is open",
      """
      {{content q1 =direct:|{{problem =no-source|{{problem =unclosed-mark|“}}We will stay until \
      the river falls.}}}}
      """),
    AttributionCase(
      "open at the end of a paragraph that another opens",
      """
      {{content q1 =direct:Ana Ruiz|“We will stay,”}} {{cue q1|said}} {{source q1|Ana Ruiz}}. \
      {{content q1 =direct:Ana Ruiz|“The river will fall.}}

      {{content q1 =direct:Ana Ruiz|“Then we build.”}}
      """),
    AttributionCase(
      "open though the next paragraph opens nothing",
      """
      {{content q1 =direct:Ana Ruiz|“We will stay,”}} {{cue q1|said}} {{source q1|Ana Ruiz}}. \
      {{content q1 =direct:Ana Ruiz|{{problem =unclosed-mark|“}}The river will fall.}}

      Then it rained.
      """),
    AttributionCase(
      "two open marks in one paragraph",
      """
      {{source q1|Ana Ruiz}} {{cue q1|said}}: \
      {{content q1 =direct:Ana Ruiz|{{problem =unclosed-mark|“}}We will stay.}} \
      {{content q1 =direct:Ana Ruiz|{{problem =unclosed-mark|“}}The river will fall. Then we \
      build.}}
      """),
    AttributionCase(
      "open marks down to the last",
      """
      {{content q1 =direct:|{{problem =no-source|“We will stay.}}}}

      {{content q1 =direct:|{{problem =no-source|“The river will fall.}}}}

      {{content q1 =direct:|{{problem =no-source|{{problem =unclosed-mark|“}}Then we build.}}}}
      """),
    AttributionCase(
      "a word in brackets",
      """
      {{source q1|Ana Ruiz}} {{cue q1|said}} \
      {{content q1 =mixed:Ana Ruiz|{{problem =altered-quotation|“the [river] will fall.”}}}}
      """),
    AttributionCase(
      "dots for words left out",
      """
      {{source q1|Ana Ruiz}} {{cue q1|said}} \
      {{content q1 =mixed:Ana Ruiz|{{problem =altered-quotation|“the river ... will fall.”}}}}
      """),
    AttributionCase(
      "dots at the end may hide words too",
      """
      {{source q1|Ana Ruiz}} {{cue q1|said}} \
      {{content q1 =direct:Ana Ruiz|{{problem =altered-quotation|“the river will fall ...”}}}}
      """),
    AttributionCase(
      "brackets outside the marks alter nothing",
      """
      {{source q1|Ana Ruiz}} {{cue q1|said}} \
      {{content q1 =direct:Ana Ruiz|“the river will fall”}} [in \
      {{problem =unresolved-date|May}}].
      """),
    AttributionCase(
      "a round bracket alters nothing",
      """
      {{source q1|Ana Ruiz}} {{cue q1|said}} \
      {{content q1 =mixed:Ana Ruiz|“the river (the old one) will fall.”}}
      """),
    AttributionCase(
      "altered and nobody's",
      """
      {{content q1 =direct:|{{problem =no-source|{{problem =altered-quotation|“[We] will stay \
      until the river falls.”}}}}}}
      """),
    AttributionCase(
      "two of one name and nobody before",
      """
      {{content q1 =direct:|“We will stay,”}} \
      {{source q1|{{problem =ambiguous-speaker:Ana Ruiz,Peter Ruiz|Ruiz}}}} {{cue q1|said}}.

      Ana Ruiz and Peter Ruiz came.
      """),
    AttributionCase(
      "two holders of one role",
      """
      {{content q1 =direct:|“We will stay,”}} \
      {{source q1|{{problem =ambiguous-speaker:Ana Ruiz,Luc Aubert|the mayor}}}} {{cue q1|said}}.

      Mayor Ana Ruiz and Mayor Luc Aubert came late.
      """),
    AttributionCase(
      "a name that only one has",
      """
      {{content q1 =direct:Luc Aubert|“We will stay,”}} {{source q1|Aubert}} {{cue q1|said}}.

      Ana Ruiz and Luc Aubert came.
      """),
    AttributionCase(
      "a day of the week without an anchor",
      """
      {{content q1 =direct:Ana Ruiz|“We will stay,”}} {{source q1|Ana Ruiz}} \
      {{cue q1|said}} on {{problem =unresolved-date|Tuesday}}.
      """),
    AttributionCase(
      "a day without a year",
      "The bridge was closed on {{problem =unresolved-date|March 3}}."),
    AttributionCase("a day with its year", "The bridge was closed on March 3, 2024."),
    AttributionCase(
      "an open date inside an open quotation",
      """
      {{content q1 =direct:|{{problem =no-source|{{problem =unclosed-mark|“}}We will stay until \
      {{problem =unresolved-date|Tuesday}}.}}}}
      """),
  ]
}
