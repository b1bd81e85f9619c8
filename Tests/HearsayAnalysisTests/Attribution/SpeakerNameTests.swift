import HearsayTestSupport
import Testing

/// Who is behind a name or a pronoun; every article is invented.
@Suite struct SpeakerNameTests {
  @Test(arguments: names) func `who is behind a name`(_ row: AttributionCase) { row.expect() }
  @Test(arguments: pronouns) func `who is behind a pronoun`(_ row: AttributionCase) { row.expect() }

  /// Full, in part, titled.
  static let names = [
    AttributionCase(
      "a surname stands for the full name",
      """
      Ana Ruiz came late. {{content q1 =direct:Ana Ruiz|“We will stay,”}} {{source q1|Ruiz}} \
      {{cue q1|said}}.
      """),
    AttributionCase(
      "a title and a surname",
      """
      Ana Ruiz came late. {{content q1 =direct:Ana Ruiz|“We will stay,”}} {{cue q1|said}} \
      {{source q1|Mayor Ruiz}}.
      """),
    AttributionCase(
      "Mrs and a surname",
      """
      Ana Ruiz came late. {{content q1 =direct:Ana Ruiz|“We will stay,”}} {{cue q1|said}} \
      {{source q1|Mrs. Ruiz}}.
      """),
    AttributionCase(
      "a full name given only later",
      """
      {{content q1 =direct:Ana Ruiz|“We will stay,”}} {{source q1|Ruiz}} {{cue q1|said}}.

      Ana Ruiz came late.
      """),
    AttributionCase(
      "two of one name, the one mentioned last",
      """
      Ana Ruiz left. Then Peter Ruiz came. {{content q1 =direct:Peter Ruiz|“We will stay,”}} \
      {{source q1|Ruiz}} {{cue q1|said}}.
      """),
    AttributionCase(
      "two of one name, told apart by Mr",
      """
      Ana Ruiz and Peter Ruiz came. {{content q1 =direct:Peter Ruiz|“We will stay,”}} \
      {{source q1|Mr. Ruiz}} {{cue q1|said}}.
      """),
    AttributionCase(
      "two of one name, told apart by the given name",
      """
      Ana Ruiz and Peter Ruiz came. {{content q1 =direct:Ana Ruiz|“We will stay,”}} \
      {{source q1|Ana}} {{cue q1|said}}.
      """),
    AttributionCase(
      "an initial and a surname",
      "{{content q1 =direct:Ruiz|“We will stay,”}} {{cue q1|said}} {{source q1|A. Ruiz}}."),
    AttributionCase(
      "a name with a middle initial",
      """
      {{content q1 =direct:Ana M. Ruiz|“We will stay,”}} {{cue q1|said}} \
      {{source q1|Ana M. Ruiz}}.
      """),
    AttributionCase(
      "a name with a particle",
      """
      {{content q1 =direct:Ana de la Ruiz|“We will stay,”}} {{cue q1|said}} \
      {{source q1|Ana de la Ruiz}}.
      """),
    AttributionCase(
      "a doctor",
      """
      {{content q1 =direct:Ana Ruiz|“We will stay,”}} {{cue q1|said}} {{source q1|Dr. Ana Ruiz}}.
      """),
    AttributionCase(
      "a name with a hyphen",
      """
      {{content q1 =direct:Jean-Luc Aubert-Roy|“We will stay,”}} {{cue q1|said}} \
      {{source q1|Jean-Luc Aubert-Roy}}.
      """),
    AttributionCase(
      "a name with an accent",
      """
      {{content q1 =direct:Zoë Müller|“We will stay,”}} {{cue q1|said}} {{source q1|Zoë Müller}}.
      """),
    AttributionCase(
      "a long office before the name",
      """
      {{content q1 =direct:Ana Ruiz|“We will stay,”}} {{cue q1|said}} \
      {{source q1|Secretary of State Ana Ruiz}}.
      """),
    AttributionCase(
      "a party in brackets",
      """
      {{content q1 =direct:Ana Ruiz|“We will stay,”}} {{cue q1|said}} \
      {{source q1|Ana Ruiz}} (D-Maine).
      """),
    AttributionCase(
      "an age behind the name",
      """
      {{content q1 =direct:Ana Ruiz|“We will stay,”}} {{cue q1|said}} {{source q1|Ana Ruiz}}, 54.
      """),
    AttributionCase(
      "variants of one given name",
      """
      Sergey Petrov came. {{content q1 =direct:Sergei Petrov|“We will stay,”}} \
      {{source q1|Sergei Petrov}} {{cue q1|said}}.
      """),
    AttributionCase(
      "the headline gives the name",
      """
      {{source q1|Ruiz}}{{cue q1|:}} {{content q1 =direct:Ana Ruiz|“We will stay”}}

      Mayor Ana Ruiz of Calle Nova opened the bridge.
      """),
    AttributionCase(
      "a name beside an agency",
      """
      {{content q1 =direct:Ana Ruiz|“We will stay,”}} {{source q1|Ana Ruiz}} \
      {{cue q1|told}} Reuters.
      """),
    AttributionCase(
      "a name with its town",
      """
      {{content q1 =direct:Ana Ruiz|“We will stay,”}} {{source q1|Ana Ruiz}} of Oslo \
      {{cue q1|said}}.
      """),
    AttributionCase(
      "a title from abroad",
      """
      {{content q1 =direct:Señor Ruiz|“We will stay,”}} {{cue q1|said}} {{source q1|Señor Ruiz}}.
      """),
    AttributionCase(
      "the full name again",
      """
      Ana Ruiz came late. {{content q1 =direct:Ana Ruiz|“We will stay,”}} \
      {{source q1|Ana Ruiz}} {{cue q1|said}}.
      """),
    AttributionCase(
      "the given name alone",
      """
      Ana Ruiz came late. {{content q1 =direct:Ana Ruiz|“We will stay,”}} {{source q1|Ana}} \
      {{cue q1|said}}.
      """),
    AttributionCase(
      "two of one family at home",
      """
      Ana Ruiz married Peter Ruiz. {{content q1 =direct:Ana Ruiz|“We will stay,”}} \
      {{source q1|Mrs. Ruiz}} {{cue q1|said}}.
      """),
    AttributionCase(
      "someone quoted by another paper",
      """
      {{source q1|Ana Ruiz}} {{cue q1|told}} the Nova Herald that she would \
      {{content q1 =mixed:Ana Ruiz|“stay.”}}
      """),
    AttributionCase(
      "a Korean name",
      """
      {{content q1 =direct:Kim Min-jun|“We will stay,”}} {{cue q1|said}} \
      {{source q1|Kim Min-jun}}.
      """),
    AttributionCase(
      "a name in capitals",
      "{{content q1 =direct:Ana RUIZ|“We will stay,”}} {{cue q1|said}} {{source q1|Ana RUIZ}}."),
    AttributionCase(
      "an alias",
      """
      {{content q1 =direct:Ana “Nita” Ruiz|“We will stay,”}} {{cue q1|said}} \
      {{source q1|Ana {{content q2 =scare|“Nita”}} Ruiz}}.
      """),
    AttributionCase(
      "a name with a suffix",
      """
      {{content q1 =direct:Peter Okafor Jr|“We will stay,”}} {{cue q1|said}} \
      {{source q1|Peter Okafor Jr}}.
      """),
  ]

  /// He, she, they, and what is theirs.
  static let pronouns = [
    AttributionCase(
      "he",
      """
      Ana Ruiz met Peter Okafor. {{content q1 =direct:Peter Okafor|“We will stay,”}} \
      {{source q1|he}} {{cue q1|said}}.
      """),
    AttributionCase(
      "she",
      """
      Ana Ruiz met Peter Okafor. {{content q1 =direct:Ana Ruiz|“We will stay,”}} \
      {{source q1|she}} {{cue q1|said}}.
      """),
    AttributionCase(
      "he, where the sentence before had him",
      """
      Peter Okafor came late. The bridge was closed. \
      {{content q1 =direct:Peter Okafor|“We will stay,”}} {{source q1|he}} {{cue q1|said}}.
      """),
    AttributionCase(
      "he, a paragraph later",
      """
      Peter Okafor came late.

      {{content q1 =direct:Peter Okafor|“We will stay,”}} {{source q1|he}} {{cue q1|said}}.
      """),
    AttributionCase(
      "she with nobody before",
      "{{content q1 =direct:|“We will stay,”}} {{source q1|she}} {{cue q1|said}}."),
    AttributionCase(
      "they stands for an organisation",
      """
      The Harbour Committee met. {{content q1 =direct:Harbour Committee|“We will stay,”}} \
      {{source q1|they}} {{cue q1|said}}.
      """),
    AttributionCase(
      "his lawyer is somebody else",
      """
      Peter Okafor came late. {{source q1|His lawyer}} {{cue q1|said}}: \
      {{content q1 =direct:His lawyer|“We will stay.”}}
      """),
    AttributionCase(
      "I and we credit nobody by themselves",
      "{{content q1 =direct:|“We will stay,”}} {{source q1|I}} {{cue q1|said}}."),
    AttributionCase(
      "his lawyer and she",
      """
      Peter Okafor came late. {{source q1|His wife}}, Ana Ruiz, {{cue q1|said}}: \
      {{content q1 =direct:Ana Ruiz|“We will stay.”}}
      """),
    AttributionCase(
      "he in a sentence that names another man",
      """
      Peter Okafor met Oleg Petrov. Okafor left. \
      {{content q1 =direct:Peter Okafor|“We will stay,”}} {{source q1|he}} {{cue q1|said}}.
      """),
    AttributionCase(
      "he after a quotation of a man",
      """
      {{content q1 =direct:Peter Okafor|“We will stay,”}} {{cue q1|said}} \
      {{source q1|Peter Okafor}}. The bridge was closed. \
      {{content q2 =direct:Peter Okafor|“The river will fall,”}} {{source q2|he}} \
      {{cue q2|added}}.
      """),
    AttributionCase(
      "his successor",
      """
      Peter Okafor named his successor. {{content q1 =direct:Peter Okafor|“We will stay,”}} \
      {{source q1|he}} {{cue q1|said}}.
      """),
    AttributionCase(
      "a chairwoman and she",
      """
      The chairwoman came late. {{content q1 =direct:chairwoman|“We will stay,”}} \
      {{source q1|she}} {{cue q1|said}}.
      """),
    AttributionCase(
      "he is whom the sentence before is about",
      """
      {{content q1 =direct:Peter Okafor|“We will stay,”}} {{cue q1|said}} \
      {{source q1|Peter Okafor}}. Luc Aubert laughed. \
      {{content q2 =mixed:Luc Aubert|“Stay,”}} {{source q2|he}} {{cue q2|repeated}}.
      """),
  ]
}
