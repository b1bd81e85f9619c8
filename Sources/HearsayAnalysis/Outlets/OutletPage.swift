internal import HearsayModel

/// What all paragraphs together tell of the page: who published it and where it took the text.
///
/// Boilerplate counts here and nowhere else. The strongest evidence decides, the first of equals:
/// a republication notice names its page, boilerplate betrays it, a signature or copyright line
/// signs it, and an address alone on its line is the page's own.
struct OutletPage: Hashable, Sendable {
  /// Id of the outlet that published the page, or nil where nothing tells.
  private(set) var publisher: String?
  /// Construction that told the publisher; empty where nothing did.
  private(set) var publisherRule = ""
  /// Ids of outlets the page says it took its text from.
  private(set) var republishedFrom: Set<String> = []
  /// Ids of outlets that some paragraph names beyond doubt.
  private(set) var named: Set<String> = []
  /// Ids of outlets whose boilerplate some paragraph carries.
  private(set) var fingerprints: Set<String> = []
  private var strength = 0

  /// A page of which nothing is known.
  init() {}

  /// The page that paragraphs make, given in order.
  init(_ paragraphs: some Sequence<OutletFindings>) {
    for paragraph in paragraphs { add(paragraph) }
  }

  /// Adds what the next paragraph tells.
  mutating func add(_ findings: OutletFindings) {
    for id in findings.boilerplate {
      fingerprints.insert(id)
      consider(id, OutletRule.boilerplate, 5)
    }
    for mention in findings.mentions {
      guard let id = mention.outletID else { continue }
      named.insert(id)
      if mention.role == .republishedFrom { republishedFrom.insert(id) }
      consider(id, mention.rule, OutletPage.strength(of: mention))
    }
  }

  private mutating func consider(_ id: String, _ rule: String, _ value: Int) {
    guard value > strength else { return }
    strength = value
    publisher = id
    publisherRule = rule
  }

  private static func strength(of mention: OutletMention) -> Int {
    switch mention.rule {
    case OutletRule.noticePublisher: 6
    case OutletRule.signature where mention.role == .publisher: 4
    case OutletRule.copyright where mention.role == .publisher: 3
    case OutletRule.pageAddress: 2
    default: 0
    }
  }
}
