internal import HearsayModel

/// Names of the constructions that make a word an outlet; stable between versions.
enum OutletRule {
  static let link = "link"
  static let pageAddress = "page-address"
  static let dateline = "dateline"
  static let signOff = "sign-off"
  static let imageCredit = "image-credit"
  static let copyright = "copyright"
  static let notice = "republication-notice"
  static let noticePublisher = "republication-notice-publisher"
  static let sourceLine = "source-line"
  static let according = "according-to"
  static let cited = "cited"
  static let told = "told"
  static let interview = "interview"
  static let readMore = "read-more"
  static let reporting = "reporting-verb"
  static let nounPhrase = "noun-phrase"
  static let signature = "signature"
  static let definition = "definition"
  static let apposition = "apposition"
  static let coordination = "coordination"
  static let bareName = "bare-name"
  static let knownName = "known-name"
}

/// The part a construction gives the outlet in it, and how sure it is.
struct OutletConstruction: Hashable, Sendable {
  let role: OutletRole
  let rule: String
  let confidence: Double

  init(_ role: OutletRole, _ rule: String, _ confidence: Double) {
    self.role = role
    self.rule = rule
    self.confidence = confidence
  }
}
