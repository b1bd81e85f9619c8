/// What the lexicon says of a word; a word may be in several classes.
public struct WordClasses: OptionSet, Hashable, Sendable {
  /// One bit for each class.
  public let rawValue: UInt32
  /// The classes whose bits are set.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Says of somebody that they said something: said, told, added.
  ///
  /// Finite or participle.
  public static let cueVerb = WordClasses(rawValue: 1 << 0)
  /// Credits when it stands before quoted words, but has other uses: called, accused, urged.
  public static let weakCueVerb = WordClasses(rawValue: 1 << 1)
  /// A noun that credits: claim, statement, warning.
  public static let cueNoun = WordClasses(rawValue: 1 << 2)
  /// Stands before a name: Mr, President, Foreign Minister.
  public static let title = WordClasses(rawValue: 1 << 3)
  /// Names a person by role: minister, spokesman, analyst.
  public static let roleNoun = WordClasses(rawValue: 1 << 4)
  /// Names an organisation: ministry, committee, agency.
  public static let organisationNoun = WordClasses(rawValue: 1 << 5)
  /// Names a document that can speak: statement, report, letter.
  public static let documentNoun = WordClasses(rawValue: 1 << 6)
  /// Names several people: officials, residents.
  public static let collectiveNoun = WordClasses(rawValue: 1 << 7)
  /// he, him, his, himself.
  public static let pronounHe = WordClasses(rawValue: 1 << 8)
  /// she, her, herself.
  public static let pronounShe = WordClasses(rawValue: 1 << 9)
  /// they, them.
  public static let pronounThey = WordClasses(rawValue: 1 << 10)
  /// it.
  public static let pronounIt = WordClasses(rawValue: 1 << 11)
  /// I, we, you, who and other pronouns that credit nobody of the article by themselves.
  public static let pronounOther = WordClasses(rawValue: 1 << 12)
  /// Words before a noun: the, a, an, this, his, its.
  public static let determiner = WordClasses(rawValue: 1 << 13)
  /// Tie a noun to what stands before: of, in, to, for.
  public static let preposition = WordClasses(rawValue: 1 << 14)
  /// Join their like: and, but, or.
  public static let conjunction = WordClasses(rawValue: 1 << 15)
  /// Given name mostly of men.
  public static let maleName = WordClasses(rawValue: 1 << 16)
  /// Given name mostly of women.
  public static let femaleName = WordClasses(rawValue: 1 << 17)
  /// Finite auxiliary or copula: is, was, has, will, would.
  public static let auxiliary = WordClasses(rawValue: 1 << 18)
  /// A dot after it seldom ends a sentence: Mr, Gen, Jan, Inc.
  public static let abbreviation = WordClasses(rawValue: 1 << 19)
  /// Common word that is a capital only because it begins a sentence.
  public static let common = WordClasses(rawValue: 1 << 20)
  /// Country, people or city used for its government: Moscow, Russian.
  public static let place = WordClasses(rawValue: 1 << 21)
  /// Name of a month or weekday.
  public static let calendar = WordClasses(rawValue: 1 << 22)
  /// Role or title only of women: spokeswoman, Mrs.
  public static let femaleRole = WordClasses(rawValue: 1 << 23)
  /// Role or title only of men: spokesman, Mr.
  public static let maleRole = WordClasses(rawValue: 1 << 24)
  /// Adverb that stands between a source and its cue: also, later, repeatedly.
  public static let adverb = WordClasses(rawValue: 1 << 25)
  /// Finite verb form that is common enough to tell a clause: went, makes, know.
  public static let finiteVerb = WordClasses(rawValue: 1 << 26)
  /// Connects to a subordinate clause: that, because, which, while.
  public static let subordinator = WordClasses(rawValue: 1 << 27)
  /// Ends the name of a company or body: Inc, Ltd, Corp, Party.
  public static let organisationEnding = WordClasses(rawValue: 1 << 28)

  /// Stands inside a name in small letters: de, van, bin.
  public static let particle = WordClasses(rawValue: 1 << 29)
  /// Ties a second noun to a first: of, for, at.
  public static let link = WordClasses(rawValue: 1 << 30)
  /// Points at somebody known: the, this, his.
  public static let pointer = WordClasses(rawValue: 1 << 31)

  /// Names of the classes in the lexicon file.
  static let names: [(name: String, value: WordClasses)] = [
    ("cue-verb", .cueVerb), ("weak-cue-verb", .weakCueVerb), ("cue-noun", .cueNoun),
    ("title", .title), ("role-noun", .roleNoun), ("organisation-noun", .organisationNoun),
    ("document-noun", .documentNoun), ("collective-noun", .collectiveNoun),
    ("pronoun-he", .pronounHe), ("pronoun-she", .pronounShe), ("pronoun-they", .pronounThey),
    ("pronoun-it", .pronounIt), ("pronoun-other", .pronounOther), ("determiner", .determiner),
    ("preposition", .preposition), ("conjunction", .conjunction), ("male-name", .maleName),
    ("female-name", .femaleName), ("auxiliary", .auxiliary), ("abbreviation", .abbreviation),
    ("common", .common), ("place", .place), ("calendar", .calendar),
    ("female-role", .femaleRole), ("male-role", .maleRole), ("adverb", .adverb),
    ("finite-verb", .finiteVerb), ("subordinator", .subordinator),
    ("organisation-ending", .organisationEnding), ("particle", .particle), ("link", .link),
    ("pointer", .pointer),
  ]
}
