import HearsayTestSupport
import Testing

/// Words that one passes on for another: who relays, and who said it; every article is invented.
@Suite struct RelayTests {
  @Test(arguments: relays) func `quoted as saying`(_ row: AttributionCase) { row.expectWhole() }
  @Test(arguments: passives) func `was quoted as saying`(_ row: AttributionCase) {
    row.expectWhole()
  }
  @Test(arguments: interpositions) func `a relay between commas`(_ row: AttributionCase) {
    row.expectWhole()
  }

  /// Whoever relays keeps the whole; whoever spoke gets the words in it.
  static let relays = [
    AttributionCase(
      "an agency quotes a minister",
      """
      {{source q1|The agency}} {{cue q1|quoted}} {{content q1 =indirect:agency|\
      {{source q2|Foreign Minister Ana Ruiz}} as {{cue q2|saying}} \
      {{content q2 =indirect^:Ana Ruiz|that the talks would resume in the spring}}}}.
      """),
    AttributionCase(
      "without “that”",
      """
      {{source q1|The newspaper}} {{cue q1|quoted}} {{content q1 =indirect:newspaper|\
      {{source q2|a senior official}} as {{cue q2|saying}} \
      {{content q2 =indirect^:senior official|the plan was dead}}}}.
      """),
    AttributionCase(
      "behind the words",
      """
      {{content q1 =direct:Ivan Petrov|“We will not sign anything,”}} the agency quoted \
      {{source q1|Ivan Petrov}} as {{cue q1|saying}}.
      """),
    AttributionCase(
      "him",
      """
      Ivan Petrov left early. {{source q1|The paper}} {{cue q1|quoted}} {{content q1 \
      =indirect:paper|{{source q2 =pronoun|him}} as {{cue q2|saying}} \
      {{content q2 =indirect^:Ivan Petrov|that he was tired}}}}.
      """),
    AttributionCase(
      "her, behind the words",
      """
      Ana Ruiz left early. {{content q1 =direct:Ana Ruiz|“I was never there,”}} the agency quoted \
      {{source q1 =pronoun|her}} as {{cue q1|saying}}.
      """),
    AttributionCase(
      "was quoting is no passive",
      """
      The agency was quoting {{source q1|Ivan Petrov}} as {{cue q1|saying}}: \
      {{content q1 =direct:Ivan Petrov|“We do not want war.”}}
      """),
    AttributionCase(
      "with what is said to whom",
      """
      The paper quoted {{source q1|Ana Ruiz, the mayor of Calle Nova}}, as {{cue q1|telling}} \
      residents: {{content q1 =direct:Ana Ruiz|“Stay at home.”}}
      """),
  ]

  /// Who speaks stands before the verb, and nobody has the whole.
  static let passives = [
    AttributionCase(
      "by nobody",
      """
      {{source q1|Ana Ruiz}} has been quoted as {{cue q1|saying}} \
      {{content q1 =indirect:Ana Ruiz|she would never run again}}.
      """),
    AttributionCase(
      "by an agency",
      """
      {{source q1|Ministry spokesman Ivan Petrov}} was quoted by TASS as {{cue q1|saying}} \
      {{content q1 =indirect:Ivan Petrov|that no decision had been made}}.
      """),
    AttributionCase(
      "words in marks",
      """
      {{source q1|Okafor}} was quoted by the state news agency as {{cue q1|saying}}: \
      {{content q1 =direct:Okafor|“We do not want war.”}}
      """),
    AttributionCase(
      "cited behind the words",
      """
      {{content q1 =direct:Ruiz|“This is a provocation,”}} {{source q1|Ruiz}} was cited as \
      {{cue q1|saying}} by the agency.
      """),
  ]

  /// What stands between the commas tells how the words came here, not who said them.
  static let interpositions = [
    AttributionCase(
      "according to an agency",
      """
      {{source q1|The ministry}} {{cue q1|said}} on Monday, according to RIA Novosti, \
      {{content q1 =indirect:ministry|that twelve drones were shot down}}.
      """),
    AttributionCase(
      "citing an agency",
      """
      {{source q1 =organisation|Reuters}} {{cue q1|reported}}, citing TASS, \
      {{content q1 =indirect:Reuters|that the bridge was closed}}.
      """),
    AttributionCase(
      "as quoted by an agency",
      """
      {{source q1|Petrov}} {{cue q1|said}}, as quoted by Interfax, \
      {{content q1 =indirect:Petrov|that the other side had rejected the proposal}}.
      """),
    AttributionCase(
      "told reporters",
      """
      {{source q1|The minister}} {{cue q1|told}} reporters on Monday, according to the state \
      agency, {{content q1 =indirect:minister|that the talks had failed}}.
      """),
  ]

  @Test(arguments: edges) func `where the words begin`(_ row: AttributionCase) {
    row.expectWhole()
  }

  /// What stands before a content and is none of it.
  static let edges = [
    AttributionCase(
      "a dateline",
      """
      OSLO, March 6 (Reuters) - {{content q1 =indirect:Ivan Kravtsov|Drones struck an oil depot \
      in the region of Nova overnight}}, {{source q1|regional governor Ivan Kravtsov}} \
      {{cue q1|said}} on Wednesday.
      """),
    AttributionCase(
      "a clause about the source",
      """
      {{cue q1|According to}} {{source q1|the Kyiv Independent}}, which cited two members of the \
      delegation, {{content q1 =indirect:Kyiv Independent|the first session lasted only forty \
      minutes}}.
      """),
    AttributionCase(
      "as a paper wrote, citing somebody",
      """
      As {{source q1|the newspaper}} {{cue q1|wrote}}, citing an unnamed official, \
      {{content q1 =indirect:newspaper|the fleet has already received orders}}.
      """),
    AttributionCase(
      "a press service",
      """
      {{source q1|The NATO press service}} {{cue q1|told}} Sputnik {{content q1 \
      =indirect:NATO press service|that the exercise had been announced in December}}.
      """),
    AttributionCase(
      "a link to another page",
      """
      {{source q1|Ana Ruiz}} {{cue q1|said}} {{content q1 =indirect:Ana Ruiz|that the ships had \
      left}}.

      Read more: "NATO ships in the strait"
      """),
    AttributionCase(
      "an answer in the same paragraph",
      """
      {{content q1 =direct:agency|“These are lies,”}} {{source q1|the agency}} {{cue q1|wrote}}. \
      {{content q2 =direct:ministry|“We have pictures,”}} {{source q2|the ministry}} \
      {{cue q2|answered}}.
      """),
  ]
}
