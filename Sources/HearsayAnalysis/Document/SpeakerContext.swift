internal import HearsayModel
internal import HearsayText

/// What the document pass carries from paragraph to paragraph about who speaks.
///
/// Two equal contexts resolve a paragraph alike; so the pass can stop where it meets itself.
struct SpeakerContext: Hashable, Sendable {
  /// Somebody mentioned lately; shared, since every paragraph keeps a list of them.
  final class Referent: Hashable, Sendable {
    let speaker: Speaker
    let gender: Mention.Gender
    let roles: [UInt64]
    let places: [UInt64]
    /// Known by a name and not by a description alone.
    let isNamed: Bool

    init(
      speaker: Speaker, gender: Mention.Gender, roles: [UInt64], places: [UInt64], isNamed: Bool
    ) {
      self.speaker = speaker
      self.isNamed = isNamed
      self.gender = gender
      self.roles = roles
      self.places = places
    }

    static func == (left: Referent, right: Referent) -> Bool {
      left === right
        || (left.speaker == right.speaker && left.gender == right.gender
          && left.roles == right.roles && left.places == right.places
          && left.isNamed == right.isNamed)
    }

    func hash(into hasher: inout Hasher) { hasher.combine(speaker) }
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

  /// Latest first, at most ``limit``; nobody who was not mentioned for ``memory`` paragraphs.
  private(set) var recent: [Referent] = []
  /// Paragraphs since each of `recent` was mentioned.
  private var ages: [UInt8] = []
  /// Credit of the paragraph before.
  var credit: Credit?
  /// The organisation credited last, and how many paragraphs ago.
  private(set) var speakingOrganisation: Referent?
  private var speakingAge: UInt8 = 0
  /// Whether a box of links is open.
  var inBox = false

  static let limit = 8
  /// Paragraphs after which somebody is forgotten: nobody reads “he” back farther, and an edit's
  /// trace ends there.
  static let memory: UInt8 = 8

  /// Puts somebody at the front.
  mutating func mention(_ referent: Referent) {
    if recent.first === referent {
      ages[0] = 0
      return
    }
    let known = recent.firstIndex {
      $0 === referent || $0.speaker.name == referent.speaker.name
    }
    if let known {
      recent.remove(at: known)
      ages.remove(at: known)
    } else if recent.count == SpeakerContext.limit {
      recent.removeLast()
      ages.removeLast()
    }
    recent.insert(referent, at: 0)
    ages.insert(0, at: 0)
  }

  /// Remembers who was credited, if it is an organisation.
  mutating func credited(_ referent: Referent) {
    speakingOrganisation = referent
    speakingAge = 0
  }

  /// Moves on by a paragraph of so many bytes.
  mutating func advance(by byteCount: Int) {
    for index in ages.indices { ages[index] += 1 }
    while let age = ages.last, age >= SpeakerContext.memory {
      ages.removeLast()
      recent.removeLast()
    }
    if speakingOrganisation != nil {
      speakingAge += 1
      if speakingAge >= SpeakerContext.memory { (speakingOrganisation, speakingAge) = (nil, 0) }
    }
    guard var moved = credit else { return }
    moved.source = moved.source?.shifted(by: -byteCount)
    moved.cue = moved.cue?.shifted(by: -byteCount)
    moved.openUtterance = moved.openUtterance.map { $0 - byteCount }
    credit = moved
  }
}
