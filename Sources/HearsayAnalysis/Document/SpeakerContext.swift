internal import HearsayModel
internal import HearsayText

/// What the document pass carries from paragraph to paragraph about who speaks.
///
/// Two equal contexts resolve a paragraph alike; so the pass can stop where it meets itself.
struct SpeakerContext: Hashable, Sendable {
  /// Somebody mentioned lately.
  struct Referent: Hashable, Sendable {
    let speaker: Speaker
    let gender: Mention.Gender
    let roles: Set<UInt64>
    let places: Set<UInt64>
  }

  /// A credit that a following quotation may share; offsets count from the next paragraph's start,
  /// so they are negative.
  struct Credit: Hashable, Sendable {
    var source: ByteSpan?
    var cue: ByteSpan?
    var speaker: Speaker?
    var candidates: [Speaker]
    var resolution: AttributionEvidence.Resolution
    /// First stretch of an utterance whose mark is still open, or nil.
    var openUtterance: Int?
    /// Whether it announces what follows: a colon, “he went on”.
    var announces: Bool
  }

  /// Latest first, at most ``limit``.
  var recent: [Referent] = []
  /// Credit of the paragraph before.
  var credit: Credit?
  /// The organisation credited last.
  var speakingOrganisation: Referent?
  /// Whether a box of links is open.
  var inBox = false

  static let limit = 8

  /// Puts somebody at the front.
  mutating func mention(_ referent: Referent) {
    recent.removeAll { $0.speaker.id == referent.speaker.id }
    recent.insert(referent, at: 0)
    if recent.count > SpeakerContext.limit { recent.removeLast() }
  }

  /// Moves the carried offsets on by a paragraph's length.
  mutating func advance(by byteCount: Int) {
    guard var moved = credit else { return }
    moved.source = moved.source?.shifted(by: -byteCount)
    moved.cue = moved.cue?.shifted(by: -byteCount)
    moved.openUtterance = moved.openUtterance.map { $0 - byteCount }
    credit = moved
  }
}
