internal import HearsayModel

/// Names of the constructions that make a word an outlet; stable between versions.
enum OutletRule {
  /// A phrase that only pages of one outlet carry.
  static let boilerplate = "boilerplate"
  /// An address.
  static let link = "link"
  /// An address with a path alone on its line: the page's own.
  static let pageAddress = "page-address"
  /// In brackets or slashes behind place and date.
  static let dateline = "dateline"
  /// In brackets or behind a dash at a report's end.
  static let signOff = "sign-off"
  /// Credited for a picture.
  static let imageCredit = "image-credit"
  /// Behind a copyright sign.
  static let copyright = "copyright"
  /// Named as the origin in a republication notice.
  static let notice = "republication-notice"
  /// Named as the one who republishes.
  static let noticePublisher = "republication-notice-publisher"
  /// Behind “Source:” at a line's beginning.
  static let sourceLine = "source-line"
  /// Behind “according to”.
  static let according = "according-to"
  /// Behind “citing”, “quoted by” and their like.
  static let cited = "cited"
  /// Behind “told” and its like.
  static let told = "told"
  /// Held an interview.
  static let interview = "interview"
  /// Behind “read more at”.
  static let readMore = "read-more"
  /// Before a verb of reporting.
  static let reporting = "reporting-verb"
  /// Beside a noun that says what it is.
  static let nounPhrase = "noun-phrase"
  /// Alone on a line, or with a date.
  static let signature = "signature"
  /// Explained by another of its names in brackets.
  static let definition = "definition"
  /// In brackets behind another of its names that is credited.
  static let apposition = "apposition"
  /// Joined to a credited outlet by “and” or a comma.
  static let coordination = "coordination"
  /// A name that is nothing else.
  static let bareName = "bare-name"
  /// A doubtful name of an outlet the page speaks of elsewhere.
  static let knownName = "known-name"
}

/// The part a construction gives the outlet in it, and how sure it is.
struct OutletConstruction: Hashable, Sendable {
  /// The part it gives.
  let role: OutletRole
  /// Its name, one of ``OutletRule``.
  let rule: String
  /// Estimate that it is read rightly, 0…1.
  let confidence: Double

  /// A construction that was read.
  init(_ role: OutletRole, _ rule: String, _ confidence: Double) {
    self.role = role
    self.rule = rule
    self.confidence = confidence
  }
}
