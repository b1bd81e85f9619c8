import HearsayTestSupport
import Testing

/// What is known to be wrong today: a test of a wrong answer, with what would be right and why it
/// is not reached.
struct KnownError: CustomTestStringConvertible, Sendable {
  /// The idea.
  let name: String
  /// Why today's answer is wrong and what stands in the way.
  let reason: String
  /// The article with today's findings.
  let today: AttributionCase

  /// The idea, the reason and the article with today's findings.
  init(_ name: String, reason: String, today: String) {
    self.name = name
    self.reason = reason
    self.today = AttributionCase(name, today)
  }

  /// The idea and the reason.
  var testDescription: String { "\(name): \(reason)" }
}

/// Answers that are known to be wrong; a better one fails here and moves to its own table.
@Suite struct KnownErrorTests {
  @Test(arguments: knownToBeWrong) func `known to be wrong`(_ row: KnownError) {
    row.today.expect()
  }

  /// Every article is invented.
  static let knownToBeWrong = [
    KnownError(
      "a mark that never closes",
      reason: """
        The words after the comma are Ana Ruiz's attribution. An open mark runs to the \
        paragraph's end, since a quotation that goes on in the next paragraph looks the same.
        """,
      today: """
        {{content q1 =direct:|{{problem =no-source|{{problem =unclosed-mark|“}}The bridge is \
        closed, said Ana Ruiz.}}}}
        """),
    KnownError(
      "a mark that never closes before one that does",
      reason: """
        She is Ana Ruiz, and the first words are hers. The open mark swallows her name, so the \
        document never meets her.
        """,
      today: """
        {{content q1 =direct:|{{problem =no-source|{{problem =unclosed-mark|“}}The bridge is \
        closed, said Ana Ruiz.}}}} {{content q2 =direct:|“It stays closed,”}} \
        {{source q2|she}} {{cue q2|added}}.
        """),
    KnownError(
      "behind a dash",
      reason: """
        The first words belong to “Ana Ruiz began”. “Began” is too common a verb to credit by \
        itself.
        """,
      today: """
        {{content q1 =direct:Ana Ruiz|“We will stay —”}} Ana Ruiz began, then \
        {{source q1|{{source q2|she}}}} {{cue q1|{{cue q2|wrote}}}}: \
        {{content q2 =direct:Ana Ruiz|“No.”}}
        """),
    KnownError(
      "a single labelled line",
      reason: """
        The words are a whole utterance. One label alone looks like a headline; a transcript has \
        two.
        """,
      today: """
        {{source q1|RUIZ}}{{cue q1|:}} {{content q1 =indirect:RUIZ|We will stay}}.
        """),
    KnownError(
      "two credited together",
      reason: """
        Ana Ruiz and Peter Okafor are both credited. A quotation has one speaker, and mentions \
        are not joined.
        """,
      today: """
        {{content q1 =direct:Peter Okafor|“We will stay,”}} Ana Ruiz and \
        {{source q1|Peter Okafor}} {{cue q1|said}}.
        """),
    KnownError(
      "a box of links with blank lines",
      reason: """
        Farmers and their flood are a link too. A blank line ends the box, since a subheading \
        of the article looks like the next link.
        """,
      today: """
        Ana Ruiz closed the bridge.

        {{furniture|Read also:

        }}{{furniture|“We will stay,” says mayor

        }}{{source q1|Farmers}} {{cue q1|fear}} {{content q1 =mixed:Farmers|“a flood”}}

        The river rose, and the farmers carried their hay to the hill behind the church.
        """),
    KnownError(
      "a signature below",
      reason: """
        Ana Ruiz is credited. A name behind a dash is looked for in the paragraph of the \
        quotation only.
        """,
      today: """
        {{content q1 =direct:|{{problem =no-source|“We will stay.”}}}}

        — Ana Ruiz
        """),
    KnownError(
      "the verb stands far behind",
      reason: """
        The mayor speaks, not the town. Two adjectives joined by a conjunction break the noun \
        phrase.
        """,
      today: """
        {{content q1 =direct:Calle Nova|“We will stay,”}} the tall and tired mayor of the small \
        town of {{source q1|Calle Nova}} {{cue q1|said}}.
        """),
    KnownError(
      "a shouted headline",
      reason: """
        RUIZ is credited with a whole utterance. In a line of capitals names and verbs look \
        alike.
        """,
      today: """
        RUIZ TOLD US {{content q1 =scare|“WE WILL STAY”}}
        """),
    KnownError(
      "a person's name ends in s",
      reason: """
        The brother of Ana Reyes speaks. A bare apostrophe is no possessive, since it closes \
        single marks too.
        """,
      today: """
        {{content q1 =direct:Ana Reyes|“We will stay,”}} {{cue q1|said}} \
        {{source q1|Ana Reyes}}’ brother.
        """),
    KnownError(
      "single marks around a fragment with a speaker",
      reason: """
        Ana Ruiz is credited with the fragment. Single marks around a few words are irony as \
        often; only the whole article could tell its habit.
        """,
      today: """
        Ana Ruiz called the plan {{content q1 =scare|'a fraud'}} again.
        """),
    KnownError(
      "a law by its nickname",
      reason: """
        The marks hold a name, and nobody speaks. “Dubbed” credits as often as it names.
        """,
      today: """
        {{source q1|A law}} {{cue q1|dubbed}} {{content q1 =mixed:law|“the river tax”}} passed.
        """),
    KnownError(
      "the title of a report",
      reason: """
        The marks hold the report's title. A noun that speaks stands right before them.
        """,
      today: """
        {{source q1|The {{cue q1|report}}}}, \
        {{content q1 =direct:report|“Rivers and Bridges,”}} came late.
        """),
    KnownError(
      "the title of a speaker's book",
      reason: """
        The second marks hold a title. “Wrote” credits, and the title ends like a sentence.
        """,
      today: """
        {{content q1 =direct:Ana Ruiz|“We will stay,”}} {{cue q1|said}} \
        {{source q1|{{source q2|Ana Ruiz}}}}, who {{cue q2|wrote}} the book \
        {{content q2 =direct:Ana Ruiz|“A River Runs Dry.”}}
        """),
    KnownError(
      "neither said",
      reason: """
        Ana Ruiz is named as well. Only the nearer of two joined mentions is taken.
        """,
      today: """
        Neither Ana Ruiz nor {{source q1|the ministry}} {{cue q1|called}} it \
        {{content q1 =mixed:ministry|“a fraud.”}}
        """),
    KnownError(
      "a quoted question inside a sentence",
      reason: """
        Somebody asked the mayor; the mayor did not. “Asked” without a subject leaves the next \
        verb as the nearest cue.
        """,
      today: """
        Asked {{content q1 =mixed:mayor|“who will pay?”}} {{source q1|the mayor}} \
        {{cue q1|laughed}}.
        """),
  ]
}
