import HearsayTestSupport
import Testing

/// Who is behind another spelling or a short name; every article is invented.
@Suite struct SpeakerSpellingTests {
  @Test(arguments: spellings)
  func `who is behind another spelling`(_ row: AttributionCase) { row.expect() }
  @Test(arguments: shortNames)
  func `who is behind a short name`(_ row: AttributionCase) { row.expect() }

  /// Transliterations, accents, initials, nicknames.
  static let spellings = [
    AttributionCase(
      "Sergey and Sergei",
      """
      Sergey Petrov came late. {{content q1 =direct:Sergei Petrov|“We will stay,”}} \
      {{source q1 =name|Sergei Petrov}} {{cue q1|said}}.
      """),
    AttributionCase(
      "one y and two",
      """
      Oleg Zalensky came late. {{content q1 =direct:Oleg Zalensky|“We will stay,”}} \
      {{source q1 =spelling|Zalenskyy}} {{cue q1|said}}.
      """),
    AttributionCase(
      "ending in iy",
      """
      Oleg Zalensky came late. {{content q1 =direct:Oleg Zalensky|“We will stay,”}} \
      {{source q1 =spelling|Zalenskiy}} {{cue q1|said}}.
      """),
    AttributionCase(
      "ending in ij",
      """
      Oleg Zalensky came late. {{content q1 =direct:Oleg Zalensky|“We will stay,”}} \
      {{source q1 =spelling|Zalenskij}} {{cue q1|said}}.
      """),
    AttributionCase(
      "kh and h",
      """
      Amir Khalabi came late. {{content q1 =direct:Amir Khalabi|“We will stay,”}} \
      {{source q1 =spelling|Halabi}} {{cue q1|said}}.
      """),
    AttributionCase(
      "ks and x",
      """
      Oleg Maksin came late. {{content q1 =direct:Oleg Maksin|“We will stay,”}} \
      {{source q1 =spelling|Maxin}} {{cue q1|said}}.
      """),
    AttributionCase(
      "ov and off",
      """
      Oleg Smirov came late. {{content q1 =direct:Oleg Smirov|“We will stay,”}} \
      {{source q1 =spelling|Smiroff}} {{cue q1|said}}.
      """),
    AttributionCase(
      "w and v",
      """
      Jan Walecki came late. {{content q1 =direct:Jan Walecki|“We will stay,”}} \
      {{source q1 =spelling|Valecki}} {{cue q1|said}}.
      """),
    AttributionCase(
      "a doubled letter",
      """
      Amir Hasan came late. {{content q1 =direct:Amir Hasan|“We will stay,”}} \
      {{source q1 =spelling|Hassan}} {{cue q1|said}}.
      """),
    AttributionCase(
      "ck and k",
      """
      Jan Nowack came late. {{content q1 =direct:Jan Nowack|“We will stay,”}} \
      {{source q1 =spelling|Nowak}} {{cue q1|said}}.
      """),
    AttributionCase(
      "ts and tz",
      """
      Oleg Kuznitsov came late. {{content q1 =direct:Oleg Kuznitsov|“We will stay,”}} \
      {{source q1 =spelling|Kuznitzov}} {{cue q1|said}}.
      """),
    AttributionCase(
      "tch and ch",
      """
      Oleg Tchernin came late. {{content q1 =direct:Oleg Tchernin|“We will stay,”}} \
      {{source q1 =spelling|Chernin}} {{cue q1|said}}.
      """),
    AttributionCase(
      "an accent left out",
      """
      Mireille Létourneau came late. {{content q1 =direct:Mireille Létourneau|“We will stay,”}} \
      {{source q1 =spelling|Letourneau}} {{cue q1|said}}.
      """),
    AttributionCase(
      "u with dots and ue",
      """
      Jonas Müllner came late. {{content q1 =direct:Jonas Müllner|“We will stay,”}} \
      {{source q1 =spelling|Muellner}} {{cue q1|said}}.
      """),
    AttributionCase(
      "o with a stroke",
      """
      Lars Sørby came late. {{content q1 =direct:Lars Sørby|“We will stay,”}} \
      {{source q1 =spelling|Sorby}} {{cue q1|said}}.
      """),
    AttributionCase(
      "l with a stroke",
      """
      Jan Małecki came late. {{content q1 =direct:Jan Małecki|“We will stay,”}} \
      {{source q1 =spelling|Malecki}} {{cue q1|said}}.
      """),
    AttributionCase(
      "s with a cedilla",
      """
      Ayşe Şahin came late. {{content q1 =direct:Ayşe Şahin|“We will stay,”}} \
      {{source q1 =spelling|Sahin}} {{cue q1|said}}.
      """),
    AttributionCase(
      "a caron left out",
      """
      Ivo Hloušek came late. {{content q1 =direct:Ivo Hloušek|“We will stay,”}} \
      {{source q1 =spelling|Hlousek}} {{cue q1|said}}.
      """),
    AttributionCase(
      "a sharp s",
      """
      Jonas Weißer came late. {{content q1 =direct:Jonas Weißer|“We will stay,”}} \
      {{source q1 =spelling|Weisser}} {{cue q1|said}}.
      """),
    AttributionCase(
      "an apostrophe in the name",
      """
      Amir Al-Sa’ud came late. {{content q1 =direct:Amir Al-Sa’ud|“We will stay,”}} \
      {{source q1 =spelling|Al-Saud}} {{cue q1|said}}.
      """),
    AttributionCase(
      "ph and f",
      """
      Josef Stefanik came late. {{content q1 =direct:Josef Stefanik|“We will stay,”}} \
      {{source q1 =spelling|Stephanik}} {{cue q1|said}}.
      """),
    AttributionCase(
      "a given name in two spellings",
      """
      Dmitri Petrov came late. Dmitry Petrov left. {{content q1 =direct:Dmitri Petrov|“We will \
      stay,”}} {{source q1|Petrov}} {{cue q1|said}}.
      """),
    AttributionCase(
      "consonants of a given name",
      """
      Mohammed Karimi came late. {{content q1 =direct:Mohammed Karimi|“We will stay,”}} \
      {{source q1|Muhammad Karimi}} {{cue q1|said}}.
      """),
    AttributionCase(
      "two people whose names only sound alike",
      """
      Anna Reed and Peter Reid came late. {{content q1 =direct:Peter Reid|“We will stay,”}} \
      {{source q1|Reid}} {{cue q1|said}}.
      """),
    AttributionCase(
      "exactly the letters before what sounds alike",
      """
      Peter Clark and Anna Clarke came late. {{content q1 =direct:Anna Clarke|“We will stay,”}} \
      {{source q1|Clarke}} {{cue q1|said}}.
      """),
    AttributionCase(
      "a city spelled in two ways",
      """
      {{content q1 =mixed:Kiev|“Too late,”}} {{source q1|Kyiv}} {{cue q1|said}}. The river \
      rose. {{content q2 =direct:Kiev|“We will stay,”}} {{source q2|Kiev}} {{cue q2|said}}.
      """),
    AttributionCase(
      "an initial and the full name",
      """
      Peter Okafor came late. {{content q1 =direct:Peter Okafor|“We will stay,”}} \
      {{source q1|P. Okafor}} {{cue q1|said}}.
      """),
    AttributionCase(
      "a middle name left out",
      """
      Ana Maria Ruiz came late. {{content q1 =direct:Ana Maria Ruiz|“We will stay,”}} \
      {{source q1 =part-of-name|Ana Ruiz}} {{cue q1|said}}.
      """),
    AttributionCase(
      "a suffix is no surname",
      """
      Peter Okafor Jr came late. {{content q1 =direct:Peter Okafor Jr|“We will stay,”}} \
      {{source q1|Okafor}} {{cue q1|said}}.
      """),
    AttributionCase(
      "a name in capitals is the same",
      """
      PETER OKAFOR came late. Peter Okafor left. {{content q1 =direct:Peter Okafor|“We will \
      stay,”}} {{source q1|Okafor}} {{cue q1|said}}.
      """),
    AttributionCase(
      "a nickname in marks",
      """
      Ana {{content q1 =scare|“Nita”}} Ruiz came late. {{content q2 =direct:Ana “Nita” Ruiz|“We \
      will stay,”}} {{source q2|Ruiz}} {{cue q2|said}}.
      """),
    AttributionCase(
      "the nickname alone",
      """
      Roberta {{content q1 =scare|“Bobbie”}} Ruiz came late. \
      {{content q2 =direct:Roberta “Bobbie” Ruiz|“We will stay,”}} {{source q2|Bobbie Ruiz}} \
      {{cue q2|said}}.
      """),
  ]

  /// Acronyms and the nouns that names end in.
  static let shortNames = [
    AttributionCase(
      "an acronym in brackets",
      """
      The Federal Harbour Service (FHS) met. {{content q1 =direct:Federal Harbour Service|“We \
      will stay,”}} {{source q1 =acronym|the FHS}} {{cue q1|said}}.
      """),
    AttributionCase(
      "an acronym that is no initials",
      """
      The Federal Harbour Service (MRX) met. {{content q1 =direct:Federal Harbour Service|“We \
      will stay,”}} {{source q1 =acronym|the MRX}} {{cue q1|said}}.
      """),
    AttributionCase(
      "an acronym without brackets",
      """
      The National Harbour Council met. {{content q1 =direct:National Harbour Council|“We will \
      stay,”}} {{source q1 =acronym|the NHC}} {{cue q1|said}}.
      """),
    AttributionCase(
      "an acronym before its name is given",
      """
      {{content q1 =direct:Federal Harbour Service|“We will stay,”}} {{source q1 =acronym|the \
      FHS}} {{cue q1|said}}.

      The Federal Harbour Service (FHS) met.
      """),
    AttributionCase(
      "an acronym nobody introduced",
      """
      {{content q1 =direct:FHS|“We will stay,”}} {{source q1 =organisation|the FHS}} \
      {{cue q1|said}}.
      """),
    AttributionCase(
      "an acronym of words that are no organisation's",
      """
      Voisins Sans Murs (VSM) met. {{content q1 =direct:Voisins Sans Murs|“We will stay,”}} \
      {{source q1 =acronym|VSM}} {{cue q1|said}}.
      """),
    AttributionCase(
      "a party in brackets is no acronym",
      """
      Ana Ruiz (DP) came late. {{content q1 =direct:DP|“We will stay,”}} \
      {{source q1 =organisation|the DP}} {{cue q1|said}}.
      """),
    AttributionCase(
      "the noun at the end of an organisation's name",
      """
      The Harbour Safety Committee met. {{content q1 =direct:Harbour Safety Committee|“We will \
      stay,”}} {{source q1 =organisation|the committee}} {{cue q1|said}}.
      """),
    AttributionCase(
      "the noun of the only one that has it",
      """
      The Harbour Committee met the River Council. {{content q1 =direct:River Council|“We will \
      stay,”}} {{source q1 =organisation|the council}} {{cue q1|said}}.
      """),
    AttributionCase(
      "a company by a loose word",
      """
      Nova Bridges Inc built it. {{content q1 =direct:Nova Bridges Inc|“We will stay,”}} \
      {{source q1|the company}} {{cue q1|said}}.
      """),
    AttributionCase(
      "an organisation and it",
      """
      The Harbour Committee met. {{source q1 =pronoun|It}} {{cue q1|said}} the river was \
      {{content q1 =mixed:Harbour Committee|“too high.”}}
      """),
    AttributionCase(
      "an organisation's name with its place",
      """
      The Russian Harbour Ministry met. {{content q1 =direct:Russian Harbour Ministry|“We will \
      stay,”}} {{source q1|the Russian ministry}} {{cue q1|said}}.
      """),
  ]
}
