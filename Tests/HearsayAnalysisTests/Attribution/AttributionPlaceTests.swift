import HearsayTestSupport
import Testing

/// Where the words stand that credit; every article is invented.
@Suite struct AttributionPlaceTests {
  @Test(arguments: sentence) func `within the sentence`(_ row: AttributionCase) { row.expect() }
  @Test(arguments: beyond) func `beyond the sentence`(_ row: AttributionCase) { row.expect() }

  /// Before, behind, inside.
  static let sentence = [
    AttributionCase(
      "verb and name behind",
      "{{content q1 =direct:Ana Ruiz|“We will stay,”}} {{cue q1|said}} {{source q1|Ana Ruiz}}."),
    AttributionCase(
      "name and verb behind",
      "{{content q1 =direct:Ana Ruiz|“We will stay,”}} {{source q1|Ana Ruiz}} {{cue q1|said}}."),
    AttributionCase(
      "name and verb before, with a comma",
      "{{source q1|Ana Ruiz}} {{cue q1|said}}, {{content q1 =direct:Ana Ruiz|“We will stay.”}}"),
    AttributionCase(
      "name and verb before, with a colon",
      "{{source q1|Ana Ruiz}} {{cue q1|said}}: {{content q1 =direct:Ana Ruiz|“We will stay.”}}"),
    AttributionCase(
      "in the middle of one sentence",
      """
      {{content q1 =direct:Ana Ruiz|“We will stay,”}} {{source q1|Ana Ruiz}} {{cue q1|said}}, \
      {{content q1 =mixed:Ana Ruiz|“until the river falls.”}}
      """),
    AttributionCase(
      "behind a question",
      "{{content q1 =direct:Ana Ruiz|“Who will stay?”}} {{cue q1|asked}} {{source q1|Ana Ruiz}}."),
    AttributionCase(
      "behind an exclamation, name first",
      "{{content q1 =direct:Ana Ruiz|“We stay!”}} {{source q1|Ana Ruiz}} {{cue q1|shouted}}."),
    AttributionCase(
      "according to, before",
      """
      {{cue q1|According to}} {{source q1|Ana Ruiz}}, the river is \
      {{content q1 =mixed:Ana Ruiz|“a danger to all.”}}
      """),
    AttributionCase(
      "in the words of",
      """
      The council is {{content q1 =mixed:mayor|“a club of sleepers”}}, {{cue q1|in the words of}} \
      {{source q1|the mayor}}.
      """),
    AttributionCase(
      "according to, behind",
      """
      The river is {{content q1 =mixed:Ana Ruiz|“a danger to all,”}} {{cue q1|according to}} \
      {{source q1|Ana Ruiz}}.
      """),
    AttributionCase(
      "an apposition between name and verb",
      """
      {{content q1 =direct:Ana Ruiz|“We will stay,”}} \
      {{source q1|Ana Ruiz}}, the mayor of Calle Nova, {{cue q1|said}}.
      """),
    AttributionCase(
      "a relative clause between name and verb",
      """
      {{content q1 =direct:Ana Ruiz|“We will stay,”}} \
      {{source q1|Ana Ruiz}}, who has led the town since spring, {{cue q1|said}}.
      """),
    AttributionCase(
      "an apposition behind an inverted verb",
      """
      {{content q1 =direct:Ana Ruiz|“We will stay,”}} {{cue q1|said}} \
      {{source q1|Ana Ruiz}}, the mayor of Calle Nova.
      """),
    AttributionCase(
      "an adverb between name and verb",
      """
      {{content q1 =direct:Ana Ruiz|“We will stay,”}} {{source q1|Ana Ruiz}} later \
      {{cue q1|added}}.
      """),
    AttributionCase(
      "an adverb before the inverted verb",
      """
      {{content q1 =direct:Ana Ruiz|“We will stay,”}} later {{cue q1|added}} \
      {{source q1|Ana Ruiz}}.
      """),
    AttributionCase(
      "a weekday between name and verb",
      """
      {{content q1 =direct:Ana Ruiz|“We will stay,”}} {{source q1|Ana Ruiz}} on Tuesday \
      {{cue q1|said}}.
      """),
    AttributionCase(
      "a date before the name",
      """
      {{content q1 =direct:Ana Ruiz|“We will stay,”}} on Tuesday {{cue q1|said}} \
      {{source q1|Ana Ruiz}}.
      """),
    AttributionCase(
      "told somebody",
      """
      {{content q1 =direct:Ana Ruiz|“We will stay,”}} {{source q1|Ana Ruiz}} \
      {{cue q1|told}} Dmitri Okafor.
      """),
    AttributionCase(
      "told reporters, before",
      """
      {{source q1|Ana Ruiz}} {{cue q1|told}} reporters: \
      {{content q1 =direct:Ana Ruiz|“We will stay.”}}
      """),
    AttributionCase(
      "an auxiliary before the verb",
      """
      {{content q1 =direct:Ana Ruiz|“We will stay,”}} {{source q1|Ana Ruiz}} has {{cue q1|said}}.
      """),
    AttributionCase(
      "in a statement",
      """
      {{content q1 =direct:Ana Ruiz|“We will stay,”}} {{source q1|Ana Ruiz}} \
      {{cue q1|said}} in a statement.
      """),
    AttributionCase(
      "in a statement, before",
      """
      In a statement, {{source q1|Ana Ruiz}} {{cue q1|said}}: \
      {{content q1 =direct:Ana Ruiz|“We will stay.”}}
      """),
    AttributionCase(
      "the speaker's name and a colon",
      "{{source q1|Ana Ruiz}}{{cue q1|:}} {{content q1 =direct:Ana Ruiz|“We will stay.”}}"),
    AttributionCase(
      "wrote on a site",
      """
      {{content q1 =direct:Ana Ruiz|“The bridge is closed,”}} {{source q1|Ana Ruiz}} \
      {{cue q1|wrote}} on Facebook.
      """),
    AttributionCase(
      "a semicolon between",
      """
      Ana Ruiz laughed; {{content q1 =direct:Ana Ruiz|“We will stay,”}} {{source q1|she}} \
      {{cue q1|said}}.
      """),
    AttributionCase(
      "two speakers in one sentence",
      """
      {{content q1 =direct:Ana Ruiz|“We will stay,”}} {{cue q1|said}} \
      {{source q1|Ana Ruiz}}, while {{source q2|Dmitri Okafor}} {{cue q2|said}} \
      {{content q2 =direct:Dmitri Okafor|“the town is lost.”}}
      """),
    AttributionCase(
      "a headline begins with who says it",
      "{{source q1|Mayor}}: river is {{content q1 =mixed:Mayor|“too high”}}"),
    AttributionCase(
      "headline with the speaker behind a colon",
      "{{content q1 =direct:Ruiz|“We will stay”}}{{cue q1|:}} {{source q1|Ruiz}}"),
    AttributionCase(
      "an apposition before the name",
      """
      {{content q1 =direct:Ana Ruiz|“We will stay,”}} {{source q1|the mayor}}, Ana Ruiz, \
      {{cue q1|said}}.
      """),
    AttributionCase(
      "a participle clause between name and verb",
      """
      {{content q1 =direct:Ana Ruiz|“We will stay,”}} \
      {{source q1|Ana Ruiz}}, speaking in Oslo, {{cue q1|said}}.
      """),
    AttributionCase(
      "a long relative clause between name and verb",
      """
      {{content q1 =direct:Ana Ruiz|“We will stay,”}} \
      {{source q1|Ana Ruiz}}, who was told that the bridge had been closed, {{cue q1|said}}.
      """),
    AttributionCase(
      "said behind a dash",
      "{{content q1 =direct:Ana Ruiz|“We will stay”}} {{cue q1|—}} {{source q1|Ana Ruiz}}."),
    AttributionCase(
      "an interview",
      """
      In an interview with Reuters, {{source q1|Ana Ruiz}} {{cue q1|said}}: \
      {{content q1 =direct:Ana Ruiz|“We will stay.”}}
      """),
    AttributionCase(
      "attribution with while",
      """
      {{content q1 =direct:Ana Ruiz|“We will stay,”}} {{source q1|Ana Ruiz}} \
      {{cue q1|said}} while she packed.
      """),
    AttributionCase(
      "a cue far from a fragment",
      """
      {{source q1|Ana Ruiz}} {{cue q1|said}} on Tuesday, as the water rose and the farmers \
      left, that the plan was {{content q1 =mixed:Ana Ruiz|“too late.”}}
      """),
    AttributionCase(
      "the same cue serves two",
      """
      {{source q1|{{source q2|Ana Ruiz}}}} {{cue q1|{{cue q2|said}}}}: \
      {{content q1 =direct:Ana Ruiz|“We will stay,”}} and \
      {{content q2 =direct:Ana Ruiz|“The river will fall.”}}
      """),
  ]

  /// The sentence or paragraph before tells.
  static let beyond = [
    AttributionCase(
      "between two sentences",
      """
      {{content q1 =direct:Ana Ruiz|“We will stay,”}} {{source q1|Ana Ruiz}} {{cue q1|said}}. \
      {{content q1 =direct:Ana Ruiz|“The river will fall.”}}
      """),
    AttributionCase(
      "the sentence before announces",
      "{{source q1|Ana Ruiz}} was defiant. {{content q1 =direct:Ana Ruiz|“We will stay.”}}"),
    AttributionCase(
      "he went on",
      """
      {{content q1 =direct:Dmitri Okafor|“We will stay,”}} {{cue q1|said}} \
      {{source q1|Dmitri Okafor}}. {{source q2|He}} {{cue q2|went}} on: \
      {{content q2 =direct:Dmitri Okafor|“The river will fall.”}}
      """),
    AttributionCase(
      "the paragraph before announces with a colon",
      """
      {{source q1|Ana Ruiz}} {{cue q1|told}} the council:

      {{content q1 =direct:Ana Ruiz|“We will stay.”}}
      """),
    AttributionCase(
      "goes on in the next paragraph",
      """
      {{content q1 =direct:Ana Ruiz|“We will stay,”}} {{cue q1|{{cue q2|said}}}} \
      {{source q1|{{source q2|Ana Ruiz}}}}.

      {{content q2 =direct:Ana Ruiz|“The river will fall.”}}
      """),
    AttributionCase(
      "two speakers in one paragraph",
      """
      {{content q1 =direct:Ana Ruiz|“We will stay,”}} {{cue q1|said}} {{source q1|Ana Ruiz}}. \
      {{content q2 =direct:Dmitri Okafor|“We will go,”}} {{cue q2|said}} \
      {{source q2|Dmitri Okafor}}.
      """),
    AttributionCase(
      "a whole sentence of nobody",
      """
      The river rose. The town slept. \
      {{content q1 =direct:|{{problem =no-source|“We will stay until it falls.”}}}}
      """),
    AttributionCase(
      "words right behind the attribution belong to the sentence",
      """
      {{content q1 =direct:Ana Ruiz|“We will stay,”}} {{source q1|Ana Ruiz}} \
      {{cue q1|said}}, shaking her head. {{content q1 =direct:Ana Ruiz|“The river will fall.”}}
      """),
    AttributionCase(
      "the attribution after the first of three sentences",
      """
      {{content q1 =direct:Ana Ruiz|“We stay,”}} {{cue q1|said}} {{source q1|Ana Ruiz}}. \
      {{content q1 =direct:Ana Ruiz|“You go. They come.”}} The river rose.
      """),
    AttributionCase(
      "a paragraph without marks ends the credit",
      """
      {{content q1 =direct:Ana Ruiz|“We will stay,”}} {{cue q1|said}} {{source q1|Ana Ruiz}}.

      The river rose in the night and took the ferry.

      {{content q2 =direct:|{{problem =no-source|“The town is lost.”}}}}
      """),
    AttributionCase(
      "he said announces across a paragraph",
      """
      Then {{source q1|{{source q2|Ana Ruiz}}}} rose and {{cue q1|{{cue q2|said}}}}:

      {{content q1 =direct:Ana Ruiz|“We will stay.”}}

      {{content q2 =direct:Ana Ruiz|“The river will fall.”}}
      """),
    AttributionCase(
      "a signature behind the whole utterance",
      "{{content q1 =direct:Ana Ruiz|“We will stay.”}} {{cue q1|―}} {{source q1|Ana Ruiz}}"),
    AttributionCase(
      "one signature a line",
      """
      {{content q1 =direct:Ana Ruiz|“We will stay.”}} {{cue q1|—}} {{source q1|Ana Ruiz}}
      {{content q2 =direct:Peter Okafor|“The river will fall.”}} {{cue q2|—}} \
      {{source q2|Peter Okafor}}
      """),
  ]
}
