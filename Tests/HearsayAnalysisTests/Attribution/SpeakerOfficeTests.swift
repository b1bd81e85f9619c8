import HearsayTestSupport
import Testing

/// Who holds an office or is called by another word for it; every article is invented.
@Suite struct SpeakerOfficeTests {
  @Test(arguments: roles)
  func `who holds an office`(_ row: AttributionCase) { row.expect() }

  @Test(arguments: bodies)
  func `which ministry, which paper`(_ row: AttributionCase) { row.expect() }

  /// Bodies and papers whose names begin with an office, a day or a place, or end in their field.
  static let bodies = [
    AttributionCase(
      "two ministries are two",
      """
      {{content q1 =direct:Foreign Ministry|“Talks have failed,”}} \
      {{source q1 =organisation|the Foreign Ministry}} {{cue q1|said}}. \
      {{content q2 =direct:Defense Ministry|“Talks go on,”}} \
      {{source q2 =organisation|the Defense Ministry}} {{cue q2|said}}. \
      {{content q3 =direct:Defense Ministry|“It is over,”}} \
      {{source q3 =organisation|the ministry}} {{cue q3|said}}.
      """),
    AttributionCase(
      "two papers are two",
      """
      {{content q1 =direct:Sunday Times|“We will pay more,”}} \
      {{source q1 =organisation|the Sunday Times}} {{cue q1|wrote}}. \
      {{content q2 =direct:Irish Times|“We will pay less,”}} \
      {{source q2 =organisation|the Irish Times}} {{cue q2|wrote}}.
      """),
    AttributionCase(
      "a paper that begins with an office",
      """
      {{content q1 =direct:Financial Times|“We will pay more,”}} \
      {{source q1 =organisation|the Financial Times}} {{cue q1|wrote}}.
      """),
    AttributionCase(
      "a paper that begins with a place",
      """
      {{content q1 =direct:Kyiv Independent|“We will pay more,”}} \
      {{source q1 =organisation|the Kyiv Independent}} {{cue q1|wrote}}.
      """),
    AttributionCase(
      "a body that ends in its field",
      """
      {{content q1 =direct:Ministry of Defence|“Talks have failed,”}} \
      {{source q1 =organisation|the Ministry of Defence}} {{cue q1|said}}. \
      {{content q2 =direct:Ministry of Health|“They go on today,”}} \
      {{source q2 =organisation|the Ministry of Health}} {{cue q2|said}}. \
      {{content q3 =direct:Ministry of Health|“It is over,”}} \
      {{source q3 =organisation|the ministry}} {{cue q3|said}}.
      """),
    AttributionCase(
      "two nations' ministries are two",
      """
      {{content q1 =direct:Russia’s Defence Ministry|“We shot them down,”}} \
      {{source q1 =organisation|Russia’s Defence Ministry}} {{cue q1|said}}. \
      {{content q2 =direct:Ukraine’s Defence Ministry|“Nothing was shot down,”}} \
      {{source q2 =organisation|Ukraine’s Defence Ministry}} {{cue q2|said}}.

      {{content q3 =direct:Russia’s Defence Ministry|“These are lies,”}} \
      {{source q3 =organisation|the Russian Defence Ministry}} {{cue q3|wrote}}. \
      {{content q4 =direct:Ukraine’s Defence Ministry|“We have pictures,”}} \
      {{source q4 =organisation|the Ukrainian Defence Ministry}} {{cue q4|answered}}.
      """),
    AttributionCase(
      "a nation's ministry by itself",
      """
      {{content q1 =direct:Russian Foreign Ministry|“Talks have failed,”}} \
      {{source q1 =organisation|the Russian Foreign Ministry}} {{cue q1|said}}. \
      {{content q2 =direct:Russian Defence Ministry|“They go on today,”}} \
      {{source q2 =organisation|the Russian Defence Ministry}} {{cue q2|said}}. \
      {{content q3 =direct:Russian Foreign Ministry|“It is over,”}} \
      {{source q3 =organisation|the Foreign Ministry}} {{cue q3|said}}.
      """),
    AttributionCase(
      "north and south",
      """
      {{content q1 =direct:North Korea’s Foreign Ministry|“Talks have failed,”}} \
      {{source q1 =organisation|North Korea’s Foreign Ministry}} {{cue q1|said}}. \
      {{content q2 =direct:South Korea’s Foreign Ministry|“They go on today,”}} \
      {{source q2 =organisation|South Korea’s Foreign Ministry}} {{cue q2|said}}. \
      {{content q3 =direct:North Korea’s Foreign Ministry|“It is over,”}} \
      {{source q3 =organisation|the North Korean Foreign Ministry}} {{cue q3|said}}.
      """),
    AttributionCase(
      "a ministry in another town",
      """
      {{content q1 =direct:Germany’s Foreign Ministry|“We are watching,”}} \
      {{source q1 =organisation|Germany’s Foreign Ministry}} {{cue q1|said}}. \
      {{content q2 =direct:Foreign Ministry|“We are not,”}} \
      {{source q2 =organisation|the Foreign Ministry}} in Oslo {{cue q2|answered}}. \
      {{content q3 =direct:Germany’s Foreign Ministry|“We will see,”}} \
      {{source q3 =organisation|the German Foreign Ministry}} {{cue q3|said}}.
      """),
    AttributionCase(
      "a staff, a service, a broadcaster",
      """
      {{content q1 =direct:Ukrainian General Staff|“The front is calm,”}} \
      {{source q1 =organisation|the Ukrainian General Staff}} {{cue q1|said}}. \
      {{content q2 =direct:Security Service of Ukraine|“They were armed,”}} \
      {{source q2 =organisation|the Security Service of Ukraine}} (SBU) {{cue q2|said}}. \
      {{content q3 =direct:Security Service of Ukraine|“Both are held,”}} \
      {{source q3 =acronym|the SBU}} {{cue q3|wrote}}. \
      {{content q4 =direct:state television|“Turnout was high,”}} \
      {{source q4 =organisation|state television}} {{cue q4|reported}}.
      """),
  ]

  /// Synonyms, nations, appositions, titles.
  static let roles = [
    AttributionCase(
      "a top diplomat is the foreign minister",
      """
      Russian Foreign Minister Oleg Petrov came late. {{content q1 =direct:Oleg Petrov|“We will \
      stay,”}} {{source q1 =role|Russia’s top diplomat}} {{cue q1|said}}.
      """),
    AttributionCase(
      "a top diplomat far from the name",
      """
      Russian Foreign Minister Oleg Petrov came late.

      The river rose again.

      The river rose more.

      The river rose higher.

      The river rose a foot.

      The river rose an inch.

      The river rose and fell.

      The river rose once more.

      The river rose over it.

      The river rose to the road.

      {{content q1 =direct:Oleg Petrov|“We will stay,”}} {{source q1 =role|Russia’s top \
      diplomat}} {{cue q1|said}}.
      """),
    AttributionCase(
      "another nation's diplomat",
      """
      Russian Foreign Minister Oleg Petrov came late. \
      {{content q1 =direct:France’s top diplomat|“We will stay,”}} \
      {{source q1 =description|France’s top diplomat}} {{cue q1|said}}.
      """),
    AttributionCase(
      "an apposition gives the role",
      """
      Ana Ruiz, the mayor of Calle Nova, came late. {{content q1 =direct:Ana Ruiz|“We will \
      stay,”}} {{source q1 =role|the mayor}} {{cue q1|said}}.
      """),
    AttributionCase(
      "an apposition without an article",
      """
      Ana Ruiz, mayor of Calle Nova, came late. {{content q1 =direct:Ana Ruiz|“We will stay,”}} \
      {{source q1 =role|the mayor}} {{cue q1|said}}.
      """),
    AttributionCase(
      "an apposition before the name",
      """
      The mayor of Calle Nova, Ana Ruiz, came late. {{content q1 =direct:Ana Ruiz|“We will \
      stay,”}} {{source q1 =role|the mayor}} {{cue q1|said}}.
      """),
    AttributionCase(
      "a title before a surname",
      """
      Ana Ruiz came late. Mayor Ruiz laughed. {{content q1 =direct:Ana Ruiz|“We will stay,”}} \
      {{source q1 =role|the mayor}} {{cue q1|said}}.
      """),
    AttributionCase(
      "a title before a name nobody gives in full",
      """
      Mayor Ruiz came late. {{content q1 =direct:Ruiz|“We will stay,”}} {{source q1 =role|the \
      mayor}} {{cue q1|said}}.
      """),
    AttributionCase(
      "a senator by abbreviation",
      """
      Sen. Ana Ruiz came late. {{content q1 =direct:Ana Ruiz|“We will stay,”}} \
      {{source q1 =role|the senator}} {{cue q1|said}}.
      """),
    AttributionCase(
      "a governor by abbreviation",
      """
      Gov. Peter Okafor came late. {{content q1 =direct:Peter Okafor|“We will stay,”}} \
      {{source q1 =role|the governor}} {{cue q1|said}}.
      """),
    AttributionCase(
      "the lawmaker is the senator",
      """
      Sen. Ana Ruiz came late. {{content q1 =direct:Ana Ruiz|“We will stay,”}} \
      {{source q1 =role|the lawmaker}} {{cue q1|said}}.
      """),
    AttributionCase(
      "the chairwoman is the chair",
      """
      Ana Ruiz, the committee’s chairwoman, came late. {{content q1 =direct:Ana Ruiz|“We will \
      stay,”}} {{source q1 =role|the chair}} {{cue q1|said}}.
      """),
    AttributionCase(
      "the spokesperson is the spokesman",
      """
      Spokesman Peter Okafor came late. {{content q1 =direct:Peter Okafor|“We will stay,”}} \
      {{source q1 =role|the spokesperson}} {{cue q1|said}}.
      """),
    AttributionCase(
      "a premier is a prime minister",
      """
      Prime Minister Ana Ruiz came late. {{content q1 =direct:Ana Ruiz|“We will stay,”}} \
      {{source q1 =role|the premier}} {{cue q1|said}}.
      """),
    AttributionCase(
      "two ministers of one name for the office",
      """
      {{content q1 =direct:?Ana Ruiz,Luc Aubert|“We will stay,”}} \
      {{source q1|{{problem =ambiguous-speaker:Ana Ruiz,Luc Aubert|the minister}}}} \
      {{cue q1|said}}.

      Minister Ana Ruiz met Minister Luc Aubert.
      """),
    AttributionCase(
      "a role of one's own",
      """
      Mayor Ana Ruiz came late. {{content q1 =direct:her deputy|“We will stay,”}} \
      {{source q1 =description|her deputy}} {{cue q1|said}}.
      """),
    AttributionCase(
      "a role nobody has",
      """
      The river rose. {{content q1 =direct:librarian|“We will stay,”}} \
      {{source q1 =description|the librarian}} {{cue q1|said}}.
      """),
    AttributionCase(
      "an office inside the name",
      """
      National Harbour Council Director Peter Okafor came late. \
      {{content q1 =direct:Peter Okafor|“We will stay,”}} {{source q1 =part-of-name|Okafor}} \
      {{cue q1|said}}.
      """),
    AttributionCase(
      "a state before a governor",
      """
      New Jersey Gov. Peter Okafor came late. {{content q1 =direct:Peter Okafor|“We will \
      stay,”}} {{source q1 =part-of-name|Okafor}} {{cue q1|said}}.
      """),
    AttributionCase(
      "the office tells two of one name apart",
      """
      Mayor Ana Ruiz met Peter Ruiz. {{content q1 =direct:Ana Ruiz|“We will stay,”}} \
      {{source q1 =part-of-name|Mayor Ruiz}} {{cue q1|said}}.
      """),
    AttributionCase(
      "the bare surname stays with who bore it",
      """
      Ana Ruiz came late. Ruiz laughed. Her brother Peter Ruiz left. \
      {{content q1 =direct:Ana Ruiz|“We will stay,”}} {{source q1 =part-of-name|Ruiz}} \
      {{cue q1|said}}.
      """),
  ]
}
