import HearsayTestSupport
import Testing

/// Which marks make a quotation, whatever their style; every article is invented.
@Suite struct QuotationMarkTests {
  @Test(arguments: styles) func `marks of every style pair`(_ row: AttributionCase) { row.expect() }
  @Test(arguments: series) func `marks go on or stay open`(_ row: AttributionCase) { row.expect() }
  @Test(arguments: altered)
  func `the writer altered the words`(_ row: AttributionCase) { row.expect() }
  @Test(arguments: others) func `other signs are no marks`(_ row: AttributionCase) { row.expect() }

  /// Pairs.
  static let styles = [
    AttributionCase(
      "curly marks",
      """
      {{content q1 =direct:Ana Ruiz|“The bridge is closed,”}} {{cue q1|said}} \
      {{source q1|Ana Ruiz}}.
      """),
    AttributionCase(
      "straight marks",
      """
      {{content q1 =direct:Ana Ruiz|"The bridge is closed,"}} {{cue q1|said}} \
      {{source q1|Ana Ruiz}}.
      """),
    AttributionCase(
      "a straight mark opens and a curly one closes",
      """
      {{content q1 =direct:Ana Ruiz|"The bridge is closed,”}} {{cue q1|said}} \
      {{source q1|Ana Ruiz}}.
      """),
    AttributionCase(
      "a curly mark opens and a straight one closes",
      """
      {{content q1 =direct:Ana Ruiz|“The bridge is closed,"}} {{cue q1|said}} \
      {{source q1|Ana Ruiz}}.
      """),
    AttributionCase(
      "typesetters' marks of two signs each",
      """
      {{content q1 =direct:Ana Ruiz|``The bridge is closed,''}} {{cue q1|said}} \
      {{source q1|Ana Ruiz}}.
      """),
    AttributionCase(
      "guillemets",
      """
      {{content q1 =direct:Ana Ruiz|«The bridge is closed,»}} {{cue q1|said}} \
      {{source q1|Ana Ruiz}}.
      """),
    AttributionCase(
      "guillemets that point inwards",
      """
      {{content q1 =direct:Ana Ruiz|»The bridge is closed,«}} {{cue q1|said}} \
      {{source q1|Ana Ruiz}}.
      """),
    AttributionCase(
      "German marks",
      """
      {{content q1 =direct:Ana Ruiz|„The bridge is closed,“}} {{cue q1|said}} \
      {{source q1|Ana Ruiz}}.
      """),
    AttributionCase(
      "a low mark closed as the Poles do",
      """
      {{content q1 =direct:Ana Ruiz|„The bridge is closed,”}} {{cue q1|said}} \
      {{source q1|Ana Ruiz}}.
      """),
    AttributionCase(
      "an opening mark where the closing one belongs",
      """
      {{content q1 =direct:Ana Ruiz|“The bridge is closed,“}} {{cue q1|said}} \
      {{source q1|Ana Ruiz}}.
      """),
    AttributionCase(
      "closing marks on both sides",
      """
      {{content q1 =direct:Ana Ruiz|”The bridge is closed,”}} {{cue q1|said}} \
      {{source q1|Ana Ruiz}}.
      """),
    AttributionCase(
      "British single marks",
      """
      {{content q1 =direct:Ana Ruiz|‘The bridge is closed,’}} {{cue q1|said}} \
      {{source q1|Ana Ruiz}}.
      """),
    AttributionCase(
      "straight single marks",
      """
      {{content q1 =direct:Ana Ruiz|'The bridge is closed,'}} {{cue q1|said}} \
      {{source q1|Ana Ruiz}}.
      """),
    AttributionCase(
      "single marks with an apostrophe inside",
      """
      {{content q1 =direct:Ana Ruiz|‘The bridge isn’t closed,’}} {{cue q1|said}} \
      {{source q1|Ana Ruiz}}.
      """),
    AttributionCase(
      "single marks with a plural possessive inside",
      """
      {{content q1 =direct:Ana Ruiz|‘The voters’ trust is gone,’}} {{cue q1|said}} \
      {{source q1|Ana Ruiz}}.
      """),
    AttributionCase(
      "single marks inside double ones",
      """
      {{content q1 =direct:Ana Ruiz|“They call it ‘the trap’ here,”}} {{cue q1|said}} \
      {{source q1|Ana Ruiz}}.
      """),
    AttributionCase(
      "double marks inside single ones",
      """
      {{content q1 =direct:Ana Ruiz|‘They call it “the trap” here,’}} {{cue q1|said}} \
      {{source q1|Ana Ruiz}}.
      """),
    AttributionCase(
      "nested marks that close together",
      """
      {{content q1 =direct:Ana Ruiz|“They call it ‘the trap,’”}} {{cue q1|said}} \
      {{source q1|Ana Ruiz}}.
      """),
    AttributionCase(
      "straight marks nested",
      """
      {{content q1 =direct:Ana Ruiz|"They call it 'the trap' here,"}} {{cue q1|said}} \
      {{source q1|Ana Ruiz}}.
      """),
    AttributionCase(
      "a title in curly marks in an utterance that stays open",
      """
      {{source q1|Ana Ruiz}} {{cue q1|said}}: {{content q1 =direct:Ana Ruiz|{{problem \
      =unclosed-mark|"}}They think this is an episode of “The Trap.” But this is our town.}}
      """),
    AttributionCase(
      "an apostrophe before a word, and one that could close it inside of the marks",
      """
      And how ‘bout the report? {{source q1|Ana Ruiz}} {{cue q1|said}}: \
      {{content q1 =direct:Ana Ruiz|“The owners’ plans have failed.”}} The bridge stays.
      """),
    AttributionCase(
      "curly marks in straight ones",
      """
      {{content q1 =direct:Ana Ruiz|"They call it “the trap” here,"}} {{cue q1|said}} \
      {{source q1|Ana Ruiz}}.
      """),
    AttributionCase(
      "German marks inside guillemets",
      """
      {{content q1 =direct:Ana Ruiz|«They call it „the trap“ here,»}} {{cue q1|said}} \
      {{source q1|Ana Ruiz}}.
      """),
    AttributionCase(
      "inches before a quotation",
      """
      The 24" pipe burst. {{content q1 =direct:Ana Ruiz|“It was old,”}} {{cue q1|said}} \
      {{source q1|Ana Ruiz}}.
      """),
    AttributionCase(
      "marks around the whole sentence of a headline",
      "{{content q1 =direct:|{{problem =no-source|“We will not resign”}}}}: mayor defiant"),
    AttributionCase(
      "marks in brackets",
      """
      The town ({{content q1 =mixed:Ana Ruiz|“the trap,”}} {{cue q1|said}} \
      {{source q1|Ana Ruiz}}) is quiet.
      """),
    AttributionCase(
      "the same words in two scripts of marks",
      """
      {{content q1 =direct:Ana Ruiz|“We will stay,”}} {{cue q1|said}} {{source q1|Ana Ruiz}}. \
      {{content q2 =direct:Ana Ruiz|«The river will fall,»}} {{source q2|she}} {{cue q2|added}}.
      """),
    AttributionCase(
      "an inch mark inside a quotation",
      """
      {{content q1 =direct:Ana Ruiz|“The pipe is 24" wide,”}} {{cue q1|said}} \
      {{source q1|Ana Ruiz}}.
      """),
    AttributionCase(
      "a word that ends in an apostrophe",
      """
      {{content q1 =direct:Ana Ruiz|“We are stayin’ here,”}} {{cue q1|said}} \
      {{source q1|Ana Ruiz}}.
      """),
    AttributionCase(
      "an emoji before the marks",
      """
      🌊 {{content q1 =direct:Ana Ruiz|“We will stay,”}} {{cue q1|said}} {{source q1|Ana Ruiz}}. 🌊
      """),
    AttributionCase(
      "a percent sign and a number in marks",
      """
      {{source q1|Ana Ruiz}} {{cue q1|said}} {{content q1 =mixed:Ana Ruiz|“90% of it”}} was gone.
      """),
    AttributionCase(
      "marks of East Asian print",
      """
      {{content q1 =direct:Ana Ruiz|「The bridge is closed,」}} {{cue q1|said}} \
      {{source q1|Ana Ruiz}}.
      """),
    AttributionCase(
      "angle marks of one stroke",
      """
      {{content q1 =direct:Ana Ruiz|‹The bridge is closed,›}} {{cue q1|said}} \
      {{source q1|Ana Ruiz}}.
      """),
  ]

  /// Several marks, or too few.
  static let series = [
    AttributionCase(
      "three marks",
      """
      {{content q1 =direct:Ana Ruiz|“The bridge is closed,”}} {{cue q1|said}} \
      {{source q1|Ana Ruiz}}, and the ferry” waits.
      """),
    AttributionCase(
      "three straight marks",
      """
      {{content q1 =direct:Ana Ruiz|"The bridge is closed,"}} {{cue q1|said}} \
      {{source q1|Ana Ruiz}}. {{content q1 =direct:Ana Ruiz|{{problem =unclosed-mark|"}}It \
      stays closed.}}
      """),
    AttributionCase(
      "each paragraph opens and only the last closes",
      """
      {{content q1 =direct:Ana Ruiz|“The bridge is closed,”}} {{cue q1|said}} \
      {{source q1|Ana Ruiz}}. {{content q1 =direct:Ana Ruiz|“It was built in haste.}}

      {{content q1 =direct:Ana Ruiz|“It will be torn down.}}

      {{content q1 =direct:Ana Ruiz|“Then we build anew.”}}
      """),
    AttributionCase(
      "a paragraph's open mark that the next does not take up",
      """
      {{content q1 =direct:Ana Ruiz|“The bridge is closed,”}} {{cue q1|said}} \
      {{source q1|Ana Ruiz}}. {{content q1 =direct:Ana Ruiz|{{problem =unclosed-mark|“}}It was \
      built in haste.}}

      The river is high.
      """),
    AttributionCase(
      "paragraphs of guillemets, each opens",
      """
      {{content q1 =direct:Ana Ruiz|«The bridge is closed,»}} {{cue q1|said}} \
      {{source q1|Ana Ruiz}}. {{content q1 =direct:Ana Ruiz|«It was built in haste.}}

      {{content q1 =direct:Ana Ruiz|«It will be torn down.»}}
      """),
    AttributionCase(
      "paragraphs of straight marks, each opens",
      """
      {{content q1 =direct:Ana Ruiz|"The bridge is closed,"}} {{cue q1|said}} \
      {{source q1|Ana Ruiz}}. {{content q1 =direct:Ana Ruiz|"It was built in haste.}}

      {{content q1 =direct:Ana Ruiz|"It will be torn down."}}
      """),
    AttributionCase(
      "lines wrapped by hand inside the marks",
      """
      {{content q1 =direct:Ana Ruiz|“The bridge is closed and the ferry has stopped for the
      winter,”}} {{cue q1|said}} {{source q1|Ana Ruiz}}.
      """),
    AttributionCase(
      "nothing between two quotations but a space",
      """
      {{content q1 =direct:|{{problem =no-source|“The bridge is closed.”}}}} \
      {{content q2 =direct:|{{problem =no-source|“Since when?”}}}} \
      {{content q3 =mixed:Ana Ruiz|“Since noon,”}} {{cue q3|said}} {{source q3|Ana Ruiz}}.
      """),
    AttributionCase(
      "an ellipsis between two quotations",
      """
      {{content q1 =direct:|{{problem =no-source|“The bridge is closed”}}}} … \
      {{content q2 =direct:Ana Ruiz|“It stays closed,”}} {{cue q2|said}} {{source q2|Ana Ruiz}}.
      """),
    AttributionCase(
      "a mark before each paragraph of another paper's story, in which somebody speaks",
      """
      "{{source q1|Ana Ruiz}} walked onto the stage, {{cue q1|chanting}} \
      {{content q1 =direct:Ana Ruiz|“We will stay here!”}}

      "The hall was full. {{content q2 =direct:Bo Lind|“We have never counted,”}} \
      {{cue q2|said}} {{source q2|Bo Lind}}.
      """),
    AttributionCase(
      "a paragraph of such a story in which nobody speaks, and one before it",
      """
      {{source q1|Bo Lind}} {{cue q1|writes}}:

      {{content q1 =direct:Bo Lind|"The hall was full and the wind was cold.}}

      "Ana Ruiz walked onto the stage. {{content q2 =direct:Ana Ruiz|“We will stay here,”}} \
      {{source q2|she}} {{cue q2|said}}.

      "Mary Cole was asleep.

      {{content q3 =direct:Mary Cole|“They are here,”}} {{source q3|she}} {{cue q3|said}}.
      """),
    AttributionCase(
      "a paragraph that begins with an empty pair of marks tells no story",
      """
      "" is what the form says. {{content q1 =direct:Ana Ruiz|“We will go home,”}} \
      {{source q1|{{source q2|Ana Ruiz}}}} {{cue q1|{{cue q2|said}}}}.

      {{content q2 =direct:Ana Ruiz|"It was late and the river was high.}}

      {{content q2 =direct:Ana Ruiz|"We went home then."}}
      """),
    AttributionCase(
      "another paper's story with a comma before the marks",
      """
      "{{source q1|Bo Lind}} tried to laugh, {{cue q1|shouting}}, \
      {{content q1 =direct:Bo Lind|“Only the dam will hold.”}} But nobody went.
      """),
    AttributionCase(
      "paragraphs that Windows broke",
      """
      {{content q1 =direct:Ana Ruiz|“The bridge is closed,”}} {{cue q1|said}} \
      {{source q1|Ana Ruiz}}. {{content q1 =direct:Ana Ruiz|“It was built in haste.}}\r
      \r
      {{content q1 =direct:Ana Ruiz|“It will be torn down.”}}
      """),
  ]

  /// Brackets and words left out.
  static let altered = [
    AttributionCase(
      "an alteration in square brackets",
      """
      {{content q1 =direct:Ana Ruiz|{{problem =altered-quotation|“[The bridge] is closed,”}}}} \
      {{cue q1|said}} {{source q1|Ana Ruiz}}.
      """),
    AttributionCase(
      "words left out by dots",
      """
      {{content q1 =direct:Ana Ruiz|{{problem =altered-quotation|“The bridge ... is \
      closed,”}}}} {{cue q1|said}} {{source q1|Ana Ruiz}}.
      """),
    AttributionCase(
      "words left out by an ellipsis",
      """
      {{content q1 =direct:Ana Ruiz|{{problem =altered-quotation|“The bridge … is closed,”}}}} \
      {{cue q1|said}} {{source q1|Ana Ruiz}}.
      """),
    AttributionCase(
      "brackets around left-out words",
      """
      {{content q1 =direct:Ana Ruiz|{{problem =altered-quotation|“The bridge […] is \
      closed,”}}}} {{cue q1|said}} {{source q1|Ana Ruiz}}.
      """),
    AttributionCase(
      "a doubted word",
      """
      {{content q1 =direct:Ana Ruiz|{{problem =altered-quotation|“The bridge is cloused \
      [sic],”}}}} {{cue q1|said}} {{source q1|Ana Ruiz}}.
      """),
  ]

  /// Nothing is quoted.
  static let others = [
    AttributionCase("apostrophes are no marks", "Ana Ruiz didn't say it's the mayor's fault."),
    AttributionCase(
      "a plural possessive is no mark",
      "The voters’ anger and the farmers’ fears grew."),
    AttributionCase(
      "a decade's apostrophe is no mark",
      "The bridge of the ’90s and the rock ’n’ roll of the '80s are gone."),
    AttributionCase(
      "feet and inches are no marks",
      """
      The guard is 5'10" tall and the door 6'2" high.
      """),
    AttributionCase(
      "an empty string of code",
      """
      Set name = "" and press the button.
      """),
    AttributionCase(
      "an attribute of a page's code",
      """
      The page holds <a class="link"> and no more.
      """),
    AttributionCase("a mark at the very end of the text", "Ana Ruiz said “"),
    AttributionCase("marks with nothing between them", "Ana Ruiz said “”."),
    AttributionCase(
      "a line of marks alone",
      """
      ””” \"""
      """),
    AttributionCase("prime marks for feet", "The wall is 5′10″ high."),
    AttributionCase("a contraction at the beginning", "’Twas a wet spring, said Ana Ruiz."),
    AttributionCase(
      "a code's two strings",
      """
      Write name="a" and path="b" in the file.
      """),
  ]
}
