import HearsayTestSupport
import Testing

/// Marks that hold no speech, and speech that several marks hold; every article is invented.
@Suite struct ScareTests {
  @Test(arguments: odd)
  func `marks that hold no speech`(_ row: AttributionCase) { row.expect() }
  @Test(arguments: joined)
  func `utterances that several marks hold`(_ row: AttributionCase) { row.expect() }

  @Test(arguments: untold)
  func `marks in which what was learnt sees no speech`(_ row: AttributionCase) { row.expectWhole() }

  /// Works, descriptions and cries, with what was learnt.
  static let untold = [
    AttributionCase(
      "a work's name behind a comma",
      """
      Ana Ruiz is the star of the river series, {{content q1 =scare|“Low Water.”}}
      """),
    AttributionCase(
      "a headline with its author",
      """
      NOW OPEN — {{content q1 =scare|“Pop-up market strives to fill the old quay,”}} by \
      Herald's Ana Ruiz, in the weekly list of what is on.
      """),
    AttributionCase(
      "a headline with its author, and the article's own words behind a colon",
      """
      {{content q1 =scare|“Mill accused of whitewashing the quay,”}} by {{source q2|Herald's Ana \
      Ruiz}}{{cue q2|:}} {{content q2 =direct:Ana Ruiz|“A Dover man is suing the mill, claiming \
      that it has lied.”}}
      """),
    AttributionCase(
      "a play that somebody had a role in",
      """
      {{source q1|Ben Cole}} {{cue q1|told}} the paper \
      {{content q1 =indirect:Ben Cole|that Ana Ruiz learned the trade for her role in \
      {{content q2 =scare|“Girls on the Quay”}} at the Old Mill}}.
      """),
    AttributionCase(
      "a book that somebody is the author of",
      """
      {{source q1|Ben Cole}} {{cue q1|said}} {{content q1 =indirect:Ben Cole|he met the author of \
      {{content q2 =scare|“The Long Table”}} in Dover}}.
      """),
    AttributionCase(
      "a fragment behind one that a weak verb credits is told",
      """
      {{source q1|{{source q2|This Cole}}}} {{cue q1|{{cue q2|spoke}} instead about}} \
      {{content q1 =mixed:Cole|“improving the locks”}} and making sure it's \
      {{content q2 =mixed:Cole|“mended.”}}
      """),
    AttributionCase(
      "a word that describes the noun behind it",
      """
      The {{content q1 =scare|“repair”}} site has had some issues with its pumps since May.
      """),
    AttributionCase(
      "a word that describes the noun behind it, and a weak verb before both",
      """
      One voter, Bo Lind, 35, showed up in the {{content q1 =scare|“brown beret”}} gear of the \
      river guards.
      """),
    AttributionCase(
      "what many called out is no title, though every word is a capital",
      """
      {{source q1|{{source q2|The crowd}}}} {{cue q1|{{cue q2|answered with}}}} \
      {{content q1 =indirect:crowd|chants of {{content q2 =direct:crowd|“Open The Gates”}}}} \
      until dusk.
      """),
  ]

  /// Titles, nicknames, measurements, irony, code.
  static let odd = [
    AttributionCase(
      "a measurement of feet and inches in a sentence of somebody",
      """
      {{content q1 =direct:Ana Ruiz|“He is tall,”}} {{cue q1|said}} {{source q1|Ana Ruiz}} of \
      the 6'4" farmer.
      """),
    AttributionCase(
      "a measurement between two quotations",
      """
      {{content q1 =direct:Ana Ruiz|“We will stay,”}} {{cue q1|said}} {{source q1|Ana Ruiz}} at \
      the 5'10" mark. {{content q1 =direct:Ana Ruiz|“The river will fall.”}}
      """),
    AttributionCase(
      "inches of a pipe",
      """
      The 12" pipe and the 9" pipe broke.
      """),
    AttributionCase(
      "a nickname of two words",
      """
      The thief was John {{content q1 =scare|“Two Fingers”}} Malone of Dover.
      """),
    AttributionCase(
      "a nickname behind known as",
      """
      The thief, known as {{content q1 =scare|“Fingers,”}} fled.
      """),
    AttributionCase(
      "the title of a play",
      """
      The play {{content q1 =scare|“A Bridge Too Narrow”}} opens.
      """),
    AttributionCase(
      "the title of a programme with its host",
      """
      Ana Ruiz hosts the show {{content q1 =scare|“River Talk.”}}
      """),
    AttributionCase(
      "irony at a sentence's end",
      """
      The town lost its {{content q1 =scare|“reform.”}}
      """),
    AttributionCase(
      "irony twice in a sentence",
      """
      The {{content q1 =scare|“reform”}} of the {{content q2 =scare|“council”}} failed.
      """),
    AttributionCase(
      "irony inside reported speech is hers",
      """
      {{source q1|Ana Ruiz}} {{cue q1|said}} the {{content q1 =mixed:Ana Ruiz|“reform”}} had \
      failed.
      """),
    AttributionCase(
      "so-called with single marks",
      """
      The so-called {{content q1 =scare|'reform'}} failed.
      """),
    AttributionCase(
      "a term in a definition",
      """
      The term {{content q1 =scare|“high water”}} means nine feet.
      """),
    AttributionCase(
      "a word as a word",
      """
      The word {{content q1 =scare|'flood'}} is old.
      """),
    AttributionCase(
      "a slogan on a hat",
      """
      Hats with the slogan {{content q1 =scare|“Stay Dry”}} sold well.
      """),
    AttributionCase(
      "a hashtag",
      """
      The hashtag {{content q1 =scare|“#staydry”}} spread.
      """),
    AttributionCase(
      "a letter in marks",
      """
      Bridges of class {{content q1 =scare|“B”}} were closed.
      """),
    AttributionCase(
      "nothing between the marks",
      """
      The field held “” and no more.
      """),
    AttributionCase(
      "code",
      """
      Set name = "" and run it.
      """),
  ]

  /// Interrupted, or over several paragraphs.
  static let joined = [
    AttributionCase(
      "interrupted by its attribution",
      """
      {{content q1 =direct:Ana Ruiz|“We will stay,”}} {{cue q1|said}} {{source q1|Ana Ruiz}}, \
      {{content q1 =mixed:Ana Ruiz|“until the river falls.”}}
      """),
    AttributionCase(
      "interrupted, and goes on as a sentence",
      """
      {{content q1 =direct:Ana Ruiz|“We will stay,”}} {{cue q1|said}} {{source q1|Ana Ruiz}}. \
      {{content q1 =direct:Ana Ruiz|“The river will fall.”}}
      """),
    AttributionCase(
      "interrupted by a long attribution",
      """
      {{content q1 =direct:Ana Ruiz|“We will stay,”}} {{cue q1|said}} {{source q1|Ana Ruiz}}, \
      the mayor of Calle Nova. {{content q1 =direct:Ana Ruiz|“The river will fall.”}}
      """),
    AttributionCase(
      "interrupted twice",
      """
      {{content q1 =direct:Ana Ruiz|“We will stay,”}} {{cue q1|said}} {{source q1|Ana Ruiz}}. \
      {{content q1 =direct:Ana Ruiz|“The river will fall.”}} She laughed. \
      {{content q2 =direct:Ana Ruiz|“We will build,”}} {{source q2|she}} {{cue q2|said}}.
      """),
    AttributionCase(
      "three paragraphs, the last closes",
      """
      {{content q1 =direct:Ana Ruiz|“We will stay,”}} {{cue q1|said}} {{source q1|Ana Ruiz}}. \
      {{content q1 =direct:Ana Ruiz|“The river will fall.}}

      {{content q1 =direct:Ana Ruiz|“Then we build.}}

      {{content q1 =direct:Ana Ruiz|“Then we rest.”}}
      """),
    AttributionCase(
      "paragraphs in straight marks",
      """
      {{content q1 =direct:Ana Ruiz|"We will stay,"}} {{cue q1|said}} {{source q1|Ana Ruiz}}. \
      {{content q1 =direct:Ana Ruiz|"The river will fall.}}

      {{content q1 =direct:Ana Ruiz|"Then we build."}}
      """),
    AttributionCase(
      "announced and over two paragraphs",
      """
      {{source q1|Ana Ruiz}} {{cue q1|said}}: {{content q1 =direct:Ana Ruiz|“The river will fall.}}

      {{content q1 =direct:Ana Ruiz|“Then we build.”}}
      """),
    AttributionCase(
      "the paragraph behind the close is new",
      """
      {{source q1|Ana Ruiz}} {{cue q1|said}}: {{content q1 =direct:Ana Ruiz|“The river will fall.}}

      {{content q1 =direct:Ana Ruiz|“Then we build.”}}

      Peter Okafor laughed. {{content q2 =direct:Peter Okafor|“We will rest,”}} \
      {{source q2|he}} {{cue q2|said}}.
      """),
    AttributionCase(
      "joined though a pronoun is credited",
      """
      Ana Ruiz rose. {{content q1 =direct:Ana Ruiz|“We will stay,”}} {{source q1|she}} \
      {{cue q1|said}}. {{content q1 =direct:Ana Ruiz|“The river will fall.}}

      {{content q1 =direct:Ana Ruiz|“Then we build.”}}
      """),
    AttributionCase(
      "another speaker ends it",
      """
      {{content q1 =direct:Ana Ruiz|“We will stay,”}} {{cue q1|said}} {{source q1|Ana Ruiz}}. \
      {{content q2 =direct:Peter Okafor|“We will go,”}} {{cue q2|said}} {{source q2|Peter Okafor}}.
      """),
  ]
}
