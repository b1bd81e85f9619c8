import HearsayTestSupport
import Testing

/// Who is behind a role, a body or a crowd; every article is invented.
@Suite struct SpeakerRoleTests {
  @Test(arguments: roles) func `who is behind a role`(_ row: AttributionCase) { row.expect() }
  @Test(arguments: bodies)
  func `who is behind a body or a crowd`(_ row: AttributionCase) { row.expect() }

  /// One person.
  static let roles = [
    AttributionCase(
      "a role stands for the name",
      """
      Ana Ruiz, the mayor, came late. {{content q1 =direct:Ana Ruiz|“We will stay,”}} \
      {{source q1|the mayor}} {{cue q1|said}}.
      """),
    AttributionCase(
      "a role before the name",
      """
      Mayor Ana Ruiz came late. {{content q1 =direct:Ana Ruiz|“We will stay,”}} \
      {{cue q1|said}} {{source q1|the mayor}}.
      """),
    AttributionCase(
      "a role whose holder comes later",
      """
      {{content q1 =direct:Ana Ruiz|“We will stay,”}} {{source q1|the mayor}} {{cue q1|said}}.

      Ana Ruiz, the mayor of Calle Nova, came late.
      """),
    AttributionCase(
      "a role of another nation is somebody else",
      """
      French Foreign Minister Luc Aubert met Spanish Foreign Minister Ana Ruiz. \
      {{content q1 =direct:Luc Aubert|“We agree,”}} {{source q1|the French minister}} \
      {{cue q1|said}}.
      """),
    AttributionCase(
      "a diplomat is the minister",
      """
      Russian Foreign Minister Oleg Petrov came late. \
      {{content q1 =direct:Oleg Petrov|“We will stay,”}} {{source q1|the diplomat}} \
      {{cue q1|said}}.
      """),
    AttributionCase(
      "an unnamed spokeswoman",
      """
      {{content q1 =direct:spokeswoman|“We will stay,”}} {{cue q1|said}} \
      {{source q1|a spokeswoman}}.
      """),
    AttributionCase(
      "a source without a name",
      """
      {{content q1 =direct:fisherman|“We will stay,”}} {{source q1|a fisherman}} {{cue q1|said}}.
      """),
    AttributionCase(
      "a source of many words",
      """
      {{content q1 =direct:senior official|“We will stay,”}} {{cue q1|said}} \
      {{source q1|a senior official}} who asked not to be named.
      """),
    AttributionCase(
      "an unnamed man and the next sentence",
      """
      {{content q1 =direct:local fisherman|“We will stay,”}} {{cue q1|said}} \
      {{source q1|a local fisherman}}. \
      {{content q2 =direct:local fisherman|“The river will fall,”}} {{source q2|the man}} \
      {{cue q2|said}}.
      """),
    AttributionCase(
      "the president and the minister",
      """
      President Ana Ruiz met Minister Peter Okafor. \
      {{content q1 =direct:Ana Ruiz|“We will stay,”}} {{source q1|the president}} \
      {{cue q1|said}}.
      """),
    AttributionCase(
      "the former",
      """
      Former mayor Peter Okafor came late. \
      {{content q1 =direct:Peter Okafor|“We will stay,”}} {{source q1|the former mayor}} \
      {{cue q1|said}}.
      """),
    AttributionCase(
      "one of a group",
      """
      {{content q1 =direct:one of the farmers|“We will stay,”}} {{cue q1|said}} \
      {{source q1|one of the farmers}}.
      """),
    AttributionCase(
      "a spokesman for a person",
      """
      {{content q1 =direct:spokesman for Ana Ruiz|“We will stay,”}} {{cue q1|said}} \
      {{source q1|a spokesman for Ana Ruiz}}.
      """),
    AttributionCase(
      "two with one role, the subject of the sentence",
      """
      Mayor Ana Ruiz met Mayor Peter Okafor. The bridge was closed.

      The river rose.

      {{content q1 =direct:Ana Ruiz|“We will stay,”}} {{source q1|the mayor}} {{cue q1|said}}.
      """),
    AttributionCase(
      "a spokesman in a town",
      """
      {{content q1 =direct:spokesman in Moscow|“We will stay,”}} \
      {{source q1|a spokesman in Moscow}} {{cue q1|said}}.
      """),
    AttributionCase(
      "the prime minister and the minister",
      """
      Prime Minister Ana Ruiz met Finance Minister Peter Okafor. \
      {{content q1 =direct:Ana Ruiz|“We will stay,”}} {{source q1|the prime minister}} \
      {{cue q1|said}}.
      """),
    AttributionCase(
      "the vice president is not the president",
      """
      President Ana Ruiz met Vice President Peter Okafor. \
      {{content q1 =direct:Peter Okafor|“We will stay,”}} {{source q1|the vice president}} \
      {{cue q1|said}}.
      """),
    AttributionCase(
      "a woman by role",
      """
      Spokeswoman Ana Ruiz met Peter Okafor. {{content q1 =direct:Ana Ruiz|“We will stay,”}} \
      {{source q1|the spokeswoman}} {{cue q1|said}}.
      """),
    AttributionCase(
      "a source that is a clause has no name",
      """
      The bridge is {{content q1 =mixed:|“safe,”}} {{cue q1|according to}} \
      {{source q1|figures it published}}.
      """),
    AttributionCase(
      "a source over two lines",
      """
      The bridge is {{content q1 =mixed:one of the farmers|“safe,”}} {{cue q1|according to}} \
      {{source q1|one of the
      farmers}}.
      """),
  ]

  /// Ministries, places, officials, documents.
  static let bodies = [
    AttributionCase(
      "the ministry",
      """
      The Foreign Ministry met. {{content q1 =direct:Foreign Ministry|“We will stay,”}} \
      {{source q1|the ministry}} {{cue q1|said}}.
      """),
    AttributionCase(
      "the ministry and its spokesman",
      """
      {{content q1 =direct:spokesman for the ministry|“We will stay,”}} \
      {{source q1|a spokesman for the ministry}} {{cue q1|said}}.
      """),
    AttributionCase(
      "the statement speaks for its organisation",
      """
      {{source q1|The Harbour Committee}} {{cue q1|said}} it was \
      {{content q1 =mixed:Harbour Committee|“alarmed.”}} The river, \
      {{source q2|the statement}} {{cue q2|said}}, was \
      {{content q2 =mixed:Harbour Committee|“too high.”}}
      """),
    AttributionCase(
      "officials",
      "{{content q1 =direct:officials|“We will stay,”}} {{source q1|officials}} {{cue q1|said}}."),
    AttributionCase(
      "officials of a place",
      """
      {{content q1 =direct:US officials|“We will stay,”}} {{source q1|US officials}} \
      {{cue q1|said}}.
      """),
    AttributionCase(
      "residents and farmers",
      """
      {{content q1 =direct:residents and farmers|“We will stay,”}} \
      {{source q1|residents and farmers}} {{cue q1|said}}.
      """),
    AttributionCase(
      "a city stands for its government",
      "{{content q1 =direct:Moscow|“We will stay,”}} {{source q1|Moscow}} {{cue q1|said}}."),
    AttributionCase(
      "an agency",
      """
      {{content q1 =direct:agency|“We will stay,”}} {{source q1|the agency}} {{cue q1|reported}}.
      """),
    AttributionCase(
      "an organisation by its capitals",
      "{{content q1 =direct:NATO|“We will stay,”}} {{cue q1|said}} {{source q1|NATO}}."),
    AttributionCase(
      "a company by its ending",
      """
      {{content q1 =direct:Nova Bridges Inc|“We will stay,”}} {{cue q1|said}} \
      {{source q1|Nova Bridges Inc}}.
      """),
    AttributionCase(
      "a newspaper reports",
      """
      {{content q1 =direct:newspaper|“The bridge is closed,”}} {{source q1|the newspaper}} \
      {{cue q1|reported}}.
      """),
    AttributionCase(
      "a plural role by name",
      "{{content q1 =direct:ministers|“We will stay,”}} {{cue q1|said}} {{source q1|ministers}}."),
    AttributionCase(
      "the Kremlin",
      "{{content q1 =direct:Kremlin|“We will stay,”}} {{source q1|the Kremlin}} {{cue q1|said}}."),
    AttributionCase(
      "the spokesman of the Kremlin",
      """
      {{content q1 =direct:Oleg Petrov|“We will stay,”}} \
      {{source q1|Kremlin spokesman Oleg Petrov}} {{cue q1|said}}. \
      {{content q2 =mixed:Oleg Petrov|“No comment,”}} {{source q2|the spokesman}} \
      {{cue q2|added}}.
      """),
    AttributionCase(
      "an abbreviation that is also a pronoun",
      "{{content q1 =mixed:WHO|“Wash your hands,”}} {{source q1|the WHO}} {{cue q1|said}}."),
    AttributionCase(
      "US officials at the sentence's start",
      """
      {{source q1|US officials}} {{cue q1|said}} the bridge was \
      {{content q1 =mixed:US officials|“unsafe.”}}
      """),
    AttributionCase(
      "the group",
      """
      The Harbour Committee met. {{content q1 =direct:Harbour Committee|“We will stay,”}} \
      {{source q1|the group}} {{cue q1|said}}.
      """),
    AttributionCase(
      "witnesses",
      """
      {{source q1|Witnesses}} {{cue q1|said}} the bridge \
      {{content q1 =mixed:Witnesses|“shook like a leaf.”}}
      """),
    AttributionCase(
      "experts of an organisation",
      """
      {{content q1 =direct:experts at the ministry|“We will stay,”}} \
      {{source q1|experts at the ministry}} {{cue q1|said}}.
      """),
    AttributionCase(
      "the White House",
      """
      {{content q1 =direct:White House|“We will stay,”}} {{source q1|the White House}} \
      {{cue q1|said}}.
      """),
    AttributionCase(
      "a police force",
      "{{content q1 =direct:police|“We will stay,”}} {{source q1|police}} {{cue q1|said}}."),
    AttributionCase(
      "a study",
      """
      {{source q1|The study}}, published in May, {{cue q1|said}} the bridge was \
      {{content q1 =mixed:study|“unsafe.”}}
      """),
    AttributionCase(
      "the authors",
      "{{content q1 =direct:authors|“We will stay,”}} {{source q1|the authors}} {{cue q1|wrote}}."),
  ]
}
