import HearsayTestSupport
import Testing

/// What the marks hold: a whole utterance, a fragment, or neither; every article is invented.
@Suite struct QuotationTypeTests {
  @Test(arguments: speech)
  func `whole utterances and fragments`(_ row: AttributionCase) { row.expect() }
  @Test(arguments: names) func `names and odd words`(_ row: AttributionCase) { row.expect() }

  /// Somebody is credited.
  static let speech = [
    AttributionCase(
      "a short answer follows",
      """
      {{content q1 =direct:Ana Ruiz|“We will stay,”}} {{cue q1|said}} {{source q1|Ana Ruiz}}. \
      {{content q1 =mixed:Ana Ruiz|“No.”}}
      """),
    AttributionCase(
      "a clause of two words",
      """
      {{content q1 =direct:Ana Ruiz|“I disagree,”}} {{cue q1|said}} {{source q1|Ana Ruiz}}. \
      {{content q2 =direct:Ana Ruiz|“We won,”}} {{source q2|she}} {{cue q2|said}}.
      """),
    AttributionCase(
      "two words that are none",
      """
      {{content q1 =mixed:Ana Ruiz|“We both,”}} {{cue q1|said}} {{source q1|Ana Ruiz}}. \
      {{content q2 =mixed:Ana Ruiz|“Gross incompetence,”}} {{source q2|she}} {{cue q2|said}}.
      """),
    AttributionCase(
      "several sentences in one pair of marks",
      """
      {{content q1 =direct:Ana Ruiz|“We will stay. The river will fall,”}} {{cue q1|said}} \
      {{source q1|Ana Ruiz}}.
      """),
    AttributionCase(
      "a fragment with a verb but no clause",
      """
      {{source q1|Ana Ruiz}} {{cue q1|vowed}} to \
      {{content q1 =mixed:Ana Ruiz|“stay until the river falls.”}}
      """),
    AttributionCase(
      "a clause behind that",
      """
      {{source q1|Ana Ruiz}} {{cue q1|said}} that \
      {{content q1 =direct:Ana Ruiz|“we will stay until the river falls.”}}
      """),
    AttributionCase(
      "one quoted word of somebody",
      "{{source q1|Ana Ruiz}} {{cue q1|called}} it {{content q1 =mixed:Ana Ruiz|“madness.”}}"),
    AttributionCase(
      "a quoted number",
      """
      {{source q1|Ana Ruiz}} {{cue q1|said}} the river stood at \
      {{content q1 =mixed:Ana Ruiz|“nine feet.”}}
      """),
    AttributionCase(
      "a question of one word",
      "{{content q1 =mixed:Ana Ruiz|“Why?”}} {{cue q1|asked}} {{source q1|Ana Ruiz}}."),
    AttributionCase(
      "an exclamation of two words behind a colon",
      "{{source q1|Ana Ruiz}} {{cue q1|shouted}}: {{content q1 =direct:Ana Ruiz|“Stay here!”}}"),
    AttributionCase(
      "a slogan on a sign",
      "{{source q1|A sign}} {{cue q1|read}} {{content q1 =direct:sign|“Stay out.”}}"),
    AttributionCase(
      "lower case fragment at a sentence's start",
      """
      {{content q1 =mixed:Ana Ruiz|“Too high”}} was how {{source q1|Ana Ruiz}} \
      {{cue q1|described}} the river.
      """),
    AttributionCase(
      "a clause that begins with its subject",
      """
      {{source q1|Ana Ruiz}} {{cue q1|said}} \
      {{content q1 =direct:Ana Ruiz|“the river is too high.”}}
      """),
    AttributionCase(
      "a noun phrase with a verb far inside",
      """
      {{source q1|Ana Ruiz}} {{cue q1|fears}} \
      {{content q1 =mixed:Ana Ruiz|“the people who were here.”}}
      """),
    AttributionCase(
      "a clause that begins with this",
      """
      {{source q1|Ana Ruiz}} {{cue q1|said}} \
      {{content q1 =direct:Ana Ruiz|“this is the end of it.”}}
      """),
    AttributionCase(
      "a whole sentence behind a colon in lower case",
      "{{source q1|Ana Ruiz}} {{cue q1|said}}: {{content q1 =direct:Ana Ruiz|“we will stay.”}}"),
    AttributionCase(
      "an imperative",
      """
      {{source q1|Ana Ruiz}} {{cue q1|said}}: \
      {{content q1 =direct:Ana Ruiz|“Stay where you are.”}}
      """),
  ]

  /// Nobody is.
  static let names = [
    AttributionCase(
      "a word in odd marks",
      "The so-called {{content q1 =scare|“green reserve”}} is a car park."),
    AttributionCase(
      "a fragment nobody is near",
      "The {{content q1 =scare|“reform”}} has cost the town two schools."),
    AttributionCase(
      "a film's title",
      "The film {{content q1 =scare|“The Long Winter”}} opens in Oslo."),
    AttributionCase(
      "a book's title with its author",
      "In her book {{content q1 =scare|“A River Runs Dry”}} the engineer tells the story."),
    AttributionCase(
      "a nickname",
      "The thief was John {{content q1 =scare|“Fingers”}} Malone of Dover."),
    AttributionCase(
      "a nickname in single marks",
      "The thief was John {{content q1 =scare|'Fingers'}} Malone of Dover."),
    AttributionCase(
      "a term that is explained",
      "The word {{content q1 =scare|“flood”}} has many meanings."),
    AttributionCase("known as", "The street is known as {{content q1 =scare|“the trap.”}}"),
    AttributionCase(
      "a newspaper's headline",
      """
      An article in the Nova Herald titled \
      {{content q1 =scare|“Bridge of Fools”}} angered the council.
      """),
    AttributionCase("a song", "They sang {{content q1 =scare|“Over the River”}} until dawn."),
    AttributionCase("a ship", "The ferry {{content q1 =scare|“Santa Clara”}} sank."),
    AttributionCase(
      "irony in single marks",
      "The {{content q1 =scare|‘reform’}} cost the town two schools."),
    AttributionCase(
      "irony beside a speaker's sentence",
      "The {{content q1 =scare|“reform”}} cost the town two schools. Ana Ruiz said nothing."),
  ]
}
