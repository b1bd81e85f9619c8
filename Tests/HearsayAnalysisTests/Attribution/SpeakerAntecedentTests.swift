import HearsayTestSupport
import Testing

/// What a pronoun, a role or a document points back at; every article is invented.
@Suite struct SpeakerAntecedentTests {
  @Test(arguments: pronouns)
  func `what a pronoun points back at`(_ row: AttributionCase) { row.expect() }
  @Test(arguments: documents)
  func `who is behind a document or a crowd`(_ row: AttributionCase) { row.expect() }

  /// Gender, number, distance, and what is equally near.
  static let pronouns = [
    AttributionCase(
      "he is a man",
      """
      Mireille Aubert met Peter Okafor. {{content q1 =direct:Peter Okafor|“We will stay,”}} \
      {{source q1 =pronoun|he}} {{cue q1|said}}.
      """),
    AttributionCase(
      "she is a woman though a man stands nearer",
      """
      Mireille Aubert met Peter Okafor. Okafor left. {{content q1 =direct:Mireille Aubert|“We \
      will stay,”}} {{source q1 =pronoun|she}} {{cue q1|said}}.
      """),
    AttributionCase(
      "the subject before the object",
      """
      Peter Okafor met Oleg Petrov. {{content q1 =direct:Peter Okafor|“We will stay,”}} \
      {{source q1 =pronoun|he}} {{cue q1|said}}.
      """),
    AttributionCase(
      "the subject before what a preposition governs",
      """
      With Oleg Petrov came Peter Okafor. {{content q1 =direct:Peter Okafor|“We will stay,”}} \
      {{source q1 =pronoun|he}} {{cue q1|said}}.
      """),
    AttributionCase(
      "who spoke in the sentence before",
      """
      Oleg Petrov was ill, Peter Okafor said. {{content q1 =direct:Peter Okafor|“We will \
      stay,”}} {{source q1 =pronoun|he}} {{cue q1|said}}.
      """),
    AttributionCase(
      "the nearer sentence",
      """
      Peter Okafor came. Oleg Petrov left. {{content q1 =direct:Oleg Petrov|“We will stay,”}} \
      {{source q1 =pronoun|he}} {{cue q1|said}}.
      """),
    AttributionCase(
      "a title tells the gender",
      """
      Mr. Kovala met Mireille Aubert. {{content q1 =direct:Kovala|“We will stay,”}} \
      {{source q1 =pronoun|he}} {{cue q1|said}}.
      """),
    AttributionCase(
      "Mrs elsewhere tells the gender",
      """
      Kit Kovala met Peter Okafor. Mrs. Kovala left. {{content q1 =direct:Kit Kovala|“We will \
      stay,”}} {{source q1 =pronoun|she}} {{cue q1|said}}.
      """),
    AttributionCase(
      "a spokeswoman is no he",
      """
      The spokeswoman met Peter Okafor. {{content q1 =direct:Peter Okafor|“We will stay,”}} \
      {{source q1 =pronoun|he}} {{cue q1|said}}.
      """),
    AttributionCase(
      "two joined men are equally likely",
      """
      Peter Okafor and Oleg Petrov came. {{content q1 =direct:?Peter Okafor,Oleg Petrov|“We \
      will stay,”}} {{source q1|{{problem =ambiguous-speaker:Peter Okafor,Oleg Petrov|he}}}} \
      {{cue q1|said}}.
      """),
    AttributionCase(
      "two joined women are equally likely",
      """
      Ana Ruiz and Maria Keller came. {{content q1 =direct:?Ana Ruiz,Maria Keller|“We will \
      stay,”}} {{source q1|{{problem =ambiguous-speaker:Ana Ruiz,Maria Keller|she}}}} \
      {{cue q1|said}}.
      """),
    AttributionCase(
      "of a joined pair one agrees",
      """
      Peter Okafor and Mireille Aubert came. {{content q1 =direct:Mireille Aubert|“We will \
      stay,”}} {{source q1 =pronoun|she}} {{cue q1|said}}.
      """),
    AttributionCase(
      "of a joined pair one spoke since",
      """
      Peter Okafor and Oleg Petrov came. Petrov laughed. {{content q1 =direct:Oleg Petrov|“We \
      will stay,”}} {{source q1 =pronoun|he}} {{cue q1|said}}.
      """),
    AttributionCase(
      "they are several",
      """
      The Harbour Committee met the farmers. {{content q1 =direct:farmers|“We will stay,”}} \
      {{source q1 =pronoun|they}} {{cue q1|said}}.
      """),
    AttributionCase(
      "they are never one person",
      """
      Peter Okafor came late. {{content q1 =direct:|“We will stay,”}} {{source q1|they}} \
      {{cue q1|said}}.
      """),
    AttributionCase(
      "it is never a crowd",
      """
      The Harbour Committee met the farmers. The farmers left. {{source q1 =pronoun|It}} \
      {{cue q1|said}} the river was {{content q1 =mixed:Harbour Committee|“too high.”}}
      """),
    AttributionCase(
      "he is nobody between marks",
      """
      {{content q1 =direct:Ana Ruiz|“Oleg Petrov will stay,”}} {{cue q1|said}} {{source q1|Ana \
      Ruiz}}. {{content q2 =direct:|“We will go,”}} {{source q2|he}} {{cue q2|said}}.
      """),
    AttributionCase(
      "he is not who is only described",
      """
      Peter Okafor wants a successor. {{content q1 =direct:Peter Okafor|“We will stay,”}} \
      {{source q1 =pronoun|he}} {{cue q1|said}}.
      """),
    AttributionCase(
      "he is nobody in a picture",
      """
      Peter Okafor came late.

      Photo: Oleg Petrov at the bridge

      {{content q1 =direct:Peter Okafor|“We will stay,”}} {{source q1 =pronoun|he}} \
      {{cue q1|said}}.
      """),
    AttributionCase(
      "a picture's credit",
      """
      Peter Okafor came late.

      Oleg Petrov at the bridge (Photo: Luc Aubert)

      {{content q1 =direct:Peter Okafor|“We will stay,”}} {{source q1 =pronoun|he}} \
      {{cue q1|said}}.
      """),
    AttributionCase(
      "he, too far away",
      """
      Peter Okafor came late.

      The river rose again.

      The river rose more.

      The river rose higher.

      The river rose a foot.

      The river rose an inch.

      The river rose and fell.

      The river rose once more.

      The river rose over it.

      {{content q1 =direct:|“We will stay,”}} {{source q1|he}} {{cue q1|said}}.
      """),
    AttributionCase(
      "a man and his son",
      """
      Peter Okafor came with his son. {{content q1 =direct:Peter Okafor|“We will stay,”}} \
      {{source q1 =pronoun|he}} {{cue q1|said}}.
      """),
    AttributionCase(
      "a chain of pronouns",
      """
      Peter Okafor came late. He laughed. He sat down. {{content q1 =direct:Peter Okafor|“We \
      will stay,”}} {{source q1 =pronoun|he}} {{cue q1|said}}.
      """),
    AttributionCase(
      "a town is no he",
      """
      Peter Okafor was born in Oslo. {{content q1 =direct:Peter Okafor|“We will stay,”}} \
      {{source q1 =pronoun|he}} {{cue q1|said}}.
      """),
    AttributionCase(
      "a broadcaster is no he",
      """
      Peter Okafor spoke to Morning Town USA. {{content q1 =direct:Peter Okafor|“We will \
      stay,”}} {{source q1 =pronoun|he}} {{cue q1|said}}.
      """),
    AttributionCase(
      "a name of unknown gender that speaks",
      """
      Kit Kovala said nothing. {{content q1 =direct:Kit Kovala|“We will stay,”}} \
      {{source q1 =pronoun|he}} {{cue q1|said}}.
      """),
    AttributionCase(
      "another is somebody else",
      """
      Mayor Ana Ruiz came. Another mayor left. {{content q1 =direct:another mayor|“We will \
      stay,”}} {{source q1|another mayor}} {{cue q1|said}}.
      """),
  ]

  /// Statements, letters, officials.
  static let documents = [
    AttributionCase(
      "a statement of an organisation",
      """
      {{source q1|The Harbour Committee}} {{cue q1|said}} in a statement it was \
      {{content q1 =mixed:Harbour Committee|“alarmed.”}} The river, {{source q2 =document|the \
      statement}} {{cue q2|said}}, was {{content q2 =mixed:Harbour Committee|“too high.”}}
      """),
    AttributionCase(
      "a statement of a person",
      """
      In a statement, {{source q1|Ana Ruiz}} {{cue q1|said}} she was \
      {{content q1 =mixed:Ana Ruiz|“alarmed.”}} The river, {{source q2 =document|the \
      statement}} {{cue q2|said}}, was {{content q2 =mixed:Ana Ruiz|“too high.”}}
      """),
    AttributionCase(
      "a letter of a person",
      """
      In a letter to the council, {{source q1|Ana Ruiz}} {{cue q1|wrote}} she was \
      {{content q1 =mixed:Ana Ruiz|“alarmed.”}} The river, {{source q2 =document|the letter}} \
      {{cue q2|said}}, was {{content q2 =mixed:Ana Ruiz|“too high.”}}
      """),
    AttributionCase(
      "another document than the one issued",
      """
      In a letter to the council, {{source q1|Ana Ruiz}} {{cue q1|wrote}} she was \
      {{content q1 =mixed:Ana Ruiz|“alarmed.”}} The river, {{source q2|the report}} \
      {{cue q2|said}}, was {{content q2 =mixed:report|“too high.”}}
      """),
    AttributionCase(
      "a document of nobody speaks for itself",
      """
      The river, {{source q1|the report}} {{cue q1|said}}, was {{content q1 =mixed:report|“too \
      high.”}}
      """),
    AttributionCase(
      "a report on something",
      """
      The Harbour Committee met. The river, {{source q1|a report}} {{cue q1|said}}, was \
      {{content q1 =mixed:report|“too high.”}}
      """),
    AttributionCase(
      "officials have no name",
      """
      {{content q1 =direct:Western officials|“We will stay,”}} {{source q1 =description|Western \
      officials}} {{cue q1|said}}.
      """),
    AttributionCase(
      "the officials again",
      """
      {{content q1 =direct:Western officials|“We will stay,”}} {{source q1 =description|Western \
      officials}} {{cue q1|said}}. {{content q2 =direct:Western officials|“The river will \
      fall,”}} {{source q2 =pronoun|they}} {{cue q2|said}}.
      """),
    AttributionCase(
      "several who asked not to be named",
      """
      {{content q1 =direct:two officials|“We will stay,”}} {{source q1 =description|two \
      officials}} {{cue q1|said}}.
      """),
    AttributionCase(
      "sources close to somebody",
      """
      {{content q1 =direct:sources close to the mayor|“We will stay,”}} {{source q1|sources \
      close to the mayor}} {{cue q1|said}}.
      """),
    AttributionCase(
      "police",
      """
      {{content q1 =direct:police|“We will stay,”}} {{source q1 =description|police}} \
      {{cue q1|said}}.
      """),
    AttributionCase(
      "critics",
      """
      {{source q1|Critics}} {{cue q1|say}} the bridge is {{content q1 =mixed:Critics|“a toy.”}}
      """),
    AttributionCase(
      "a foreign ministry and its statement",
      """
      The Foreign Ministry met. The river, {{source q1 =document|the statement}} \
      {{cue q1|said}}, was {{content q1 =mixed:Foreign Ministry|“too high.”}}
      """),
  ]
}
