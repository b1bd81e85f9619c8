internal import HearsayModel
internal import HearsayText

/// What the document pass carries from paragraph to paragraph about who speaks.
///
/// Two equal contexts resolve a paragraph alike; so the pass can stop where it meets itself. All
/// that counts upwards in it is forgotten after ``memory`` paragraphs, so an edit's trace ends.
struct SpeakerContext: Hashable, Sendable {
  /// Somebody mentioned lately; shared, since every paragraph keeps a list of them.
  final class Referent: Hashable, Sendable {
    let speaker: Speaker
    let gender: Mention.Gender
    let roles: [UInt64]
    let places: [UInt64]
    /// Known by a name and not by a description alone.
    let isNamed: Bool
    /// Whether a title, a role or a given name shows what kind of entity it is.
    let isCertain: Bool

    init(
      speaker: Speaker, gender: Mention.Gender, roles: [UInt64], places: [UInt64], isNamed: Bool,
      isCertain: Bool
    ) {
      self.speaker = speaker
      self.isNamed = isNamed
      self.gender = gender
      self.roles = roles
      self.places = places
      self.isCertain = isCertain
    }

    static func == (left: Referent, right: Referent) -> Bool {
      left === right
        || (left.speaker == right.speaker && left.gender == right.gender
          && left.roles == right.roles && left.places == right.places
          && left.isNamed == right.isNamed && left.isCertain == right.isCertain)
    }

    /// Whether both go by one name; lengths are compared first, since most differ.
    fileprivate func hasName(of other: Referent) -> Bool {
      speaker.name.utf8.count == other.speaker.name.utf8.count
        && speaker.name == other.speaker.name
    }

    func hash(into hasher: inout Hasher) { hasher.combine(speaker) }
  }

  /// How somebody was mentioned last.
  struct Recent: Hashable, Sendable {
    /// Who.
    let referent: Referent
    /// First byte of the last mention in words, counted from the paragraph's start.
    fileprivate var start: Int32
    /// Its length in bytes; 0 where it is forgotten.
    fileprivate var length: Int32
    fileprivate var placeAge: UInt8 = 0
    /// Paragraphs since the last mention of any kind.
    fileprivate var age: UInt8 = 0
    /// Sentences with mentions since then, at most 15.
    fileprivate(set) var sentences: UInt8 = 0
    /// Facts about the last mention.
    var traits: MentionRecord.Traits
    /// Whether the last sentence credited them with something.
    var isCredited: Bool
    /// Whether a bare surname meant them: others of the name are called by their full names.
    private(set) var isBare: Bool

    /// A mention in the sentence at hand; `place` is nil for a pronoun.
    init(
      _ referent: Referent, at place: ByteSpan?, traits: MentionRecord.Traits, isCredited: Bool
    ) {
      self.referent = referent
      start = Int32(clamping: place?.start ?? 0)
      length = Int32(clamping: place?.count ?? 0)
      self.traits = traits
      self.isCredited = isCredited
      isBare = traits.contains(.bare)
    }

    /// Where the last mention in words stands, or nil where it is too long ago.
    var place: ByteSpan? {
      length > 0 ? ByteSpan(Int(start), Int(start) + Int(length)) : nil
    }

    fileprivate mutating func goesOn(from earlier: Recent) {
      isBare = isBare || earlier.isBare
      guard length == 0 else { return }
      (start, length, placeAge) = (earlier.start, earlier.length, earlier.placeAge)
    }

    fileprivate mutating func advance(by byteCount: Int) {
      age += 1
      guard length > 0 else { return }
      placeAge += 1
      if placeAge >= SpeakerContext.memory {
        (start, length, placeAge) = (0, 0, 0)
      } else {
        start = Int32(clamping: Int(start) - byteCount)
      }
    }

    fileprivate mutating func endSentence() { sentences = min(15, sentences + 1) }

    fileprivate var isForgotten: Bool { age >= SpeakerContext.memory }
  }

  /// A credit that a following quotation may share; offsets count from the next paragraph's start,
  /// so they are negative.
  struct Credit: Hashable, Sendable {
    var source: ByteSpan?
    var cue: ByteSpan?
    var speaker: Speaker?
    var candidates: [Speaker]
    var resolution: AttributionEvidence.Resolution
    var antecedent: ByteSpan?
    /// First stretch of an utterance whose mark is still open, or nil.
    var openUtterance: Int?
    /// Whether it announces what follows: a colon, “he went on”.
    var announces: Bool
    /// Whether it announces a list: the paragraph ends in a colon, or is an item itself.
    var opensList = false
  }

  /// A document somebody issued: “in a letter, Ana Ruiz said”.
  struct Issue: Hashable, Sendable {
    /// The document's noun, hashed.
    let noun: UInt64
    /// Who issued it.
    let issuer: Referent
  }

  /// Latest first, at most ``limit``; nobody who was not mentioned for ``memory`` paragraphs.
  private(set) var recent: [Recent] = []
  /// Credit of the paragraph before.
  var credit: Credit?
  /// The organisation credited last.
  private(set) var speakingOrganisation: Referent?
  private var speakingAge: UInt8 = 0
  /// The document issued last.
  private(set) var issue: Issue?
  private var issueAge: UInt8 = 0
  /// Whether a box of links is open.
  var inBox = false
  /// Whether a paragraph with words in it has been seen.
  var hasBegun = false

  static let limit = 8
  /// Paragraphs after which somebody is forgotten: nobody reads “he” back farther, and an edit's
  /// trace ends there.
  static let memory: UInt8 = 8

  /// Puts those mentioned in one sentence at the front, the first the most likely referent.
  mutating func endSentence(_ here: [Recent]) {
    for index in recent.indices { recent[index].endSentence() }
    for entry in here.reversed() { mention(entry) }
  }

  private mutating func mention(_ entry: Recent) {
    var entry = entry
    let referent = entry.referent
    var known = 0
    while known < recent.count, recent[known].referent !== referent,
      !recent[known].referent.hasName(of: referent)
    {
      known += 1
    }
    if known < recent.count {
      entry.goesOn(from: recent[known])
    } else if known < SpeakerContext.limit {
      recent.insert(entry, at: 0)
      return
    } else {
      known -= 1
    }
    // Those before the one that falls away move up by a place.
    recent.withUnsafeMutableBufferPointer { recent in
      guard let first = recent.baseAddress else { return }
      (first + known).deinitialize(count: 1)
      (first + 1).moveInitialize(from: first, count: known)
      first.initialize(to: entry)
    }
  }

  /// Remembers who was credited, if it is an organisation.
  mutating func credited(_ referent: Referent) {
    speakingOrganisation = referent
    speakingAge = 0
  }

  /// Remembers who issued a document.
  mutating func issued(_ noun: UInt64, by issuer: Referent) {
    issue = Issue(noun: noun, issuer: issuer)
    issueAge = 0
  }

  /// Moves on by a paragraph of so many bytes.
  mutating func advance(by byteCount: Int) {
    for index in recent.indices { recent[index].advance(by: byteCount) }
    recent.removeAll(where: \.isForgotten)
    if speakingOrganisation != nil {
      speakingAge += 1
      if speakingAge >= SpeakerContext.memory { (speakingOrganisation, speakingAge) = (nil, 0) }
    }
    if issue != nil {
      issueAge += 1
      if issueAge >= SpeakerContext.memory { (issue, issueAge) = (nil, 0) }
    }
    guard var moved = credit else { return }
    moved.source = moved.source?.shifted(by: -byteCount)
    moved.cue = moved.cue?.shifted(by: -byteCount)
    moved.antecedent = moved.antecedent?.shifted(by: -byteCount)
    moved.openUtterance = moved.openUtterance.map { $0 - byteCount }
    credit = moved
  }
}
