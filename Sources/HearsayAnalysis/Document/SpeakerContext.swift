internal import HearsayModel
internal import HearsayText

/// What the document pass carries from paragraph to paragraph about who speaks.
///
/// Two equal contexts resolve a paragraph alike; so the pass can stop where it meets itself. All
/// that counts upwards in it is forgotten after ``memory`` paragraphs, so an edit's trace ends.
struct SpeakerContext: Equatable, Sendable {
  /// Somebody mentioned lately; shared, since every paragraph keeps a list of them.
  final class Referent: Equatable, Sendable {
    let speaker: Speaker
    let gender: Mention.Gender
    let roles: ArraySlice<UInt64>
    let places: ArraySlice<UInt64>
    /// Known by a name and not by a description alone.
    let isNamed: Bool
    /// Whether a title, a role or a given name shows what kind of entity it is.
    let isCertain: Bool
    private let nameLength: Int

    init(
      speaker: Speaker, gender: Mention.Gender, roles: ArraySlice<UInt64>,
      places: ArraySlice<UInt64>, isNamed: Bool, isCertain: Bool
    ) {
      self.speaker = speaker
      nameLength = speaker.name.utf8.count
      self.isNamed = isNamed
      self.gender = gender
      self.roles = roles
      self.places = places
      self.isCertain = isCertain
    }

    /// Whether both go by one name; lengths are compared first, since most differ.
    fileprivate func hasName(of other: Referent) -> Bool {
      nameLength == other.nameLength && speaker.name == other.speaker.name
    }

    static func == (left: Referent, right: Referent) -> Bool {
      left === right
        || (left.speaker == right.speaker && left.gender == right.gender
          && left.roles == right.roles && left.places == right.places
          && left.isNamed == right.isNamed && left.isCertain == right.isCertain)
    }
  }

  /// How somebody was mentioned last, in numbers alone.
  struct Standing: Equatable, Sendable {
    /// First byte of the last mention in words, counted from the paragraph's start.
    private var start: Int32
    /// Its length in bytes; 0 where it is forgotten.
    private var length: Int32
    private var placeAge: UInt8 = 0
    /// Paragraphs since the last mention of any kind.
    private var age: UInt8 = 0
    /// Sentences with mentions since then, at most 15.
    private(set) var sentences: UInt8 = 0
    /// Facts about the last mention.
    let traits: MentionRecord.Traits
    /// Whether the last sentence credited them with something.
    var isCredited: Bool
    /// Whether a bare surname meant them: others of the name are called by their full names.
    private(set) var isBare: Bool

    /// A mention in the sentence at hand; `place` is nil for a pronoun.
    init(at place: ByteSpan?, traits: MentionRecord.Traits, isCredited: Bool) {
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

    /// Whether a preposition governs it and nothing credits it.
    var isAside: Bool { traits.contains(.governed) && !isCredited }

    /// Whether both are joined by “and” and so equally likely.
    func isEqual(to other: Standing) -> Bool {
      sentences == other.sentences && traits.contains(.joined) && other.traits.contains(.joined)
        && isCredited == other.isCredited
    }

    fileprivate mutating func goesOn(from earlier: Standing) {
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

  /// Somebody mentioned lately.
  struct Recent: Equatable, Sendable {
    /// Who.
    let referent: Referent
    /// How they were mentioned last.
    var standing: Standing

    /// Where the last mention in words stands, or nil where it is too long ago.
    var place: ByteSpan? { standing.place }
  }

  /// A credit that a following quotation may share; offsets count from the paragraph that gives it.
  final class Credit: Equatable, Sendable {
    let source: ByteSpan?
    let cue: ByteSpan?
    let speaker: Speaker?
    let candidates: [Speaker]
    let resolution: AttributionEvidence.Resolution
    let antecedent: ByteSpan?
    /// First stretch of an utterance whose mark is still open, or nil.
    let openUtterance: Int?
    /// Whether it announces what follows: a colon, “he went on”.
    let announces: Bool
    /// Whether it announces a list: the paragraph ends in a colon, or is an item itself.
    let opensList: Bool

    /// The credit that a quotation leaves behind.
    init(_ quotation: Quotation) {
      source = quotation.source
      cue = quotation.cue
      speaker = quotation.speaker
      candidates = quotation.candidates
      resolution = quotation.evidence.resolution
      antecedent = quotation.evidence.antecedent
      openUtterance = quotation.isUnclosed ? quotation.utterance : nil
      announces = false
      opensList = false
    }

    /// The credit that a paragraph's end announces.
    init(
      _ announcement: Announcement, _ resolution: SpeakerResolver.Resolution?, opensList: Bool
    ) {
      source = announcement.source
      cue = announcement.cue
      speaker = resolution?.speaker
      candidates = resolution?.candidates ?? []
      self.resolution = resolution?.how ?? .description
      antecedent = resolution?.antecedent
      openUtterance = nil
      announces = true
      self.opensList = opensList
    }

    static func == (left: Credit, right: Credit) -> Bool {
      left === right
        || (left.source == right.source && left.cue == right.cue
          && left.speaker == right.speaker && left.candidates == right.candidates
          && left.resolution == right.resolution && left.antecedent == right.antecedent
          && left.openUtterance == right.openUtterance && left.announces == right.announces
          && left.opensList == right.opensList)
    }
  }

  /// A document somebody issued: “in a letter, Ana Ruiz said”.
  struct Issue: Equatable, Sendable {
    /// The document's noun, hashed.
    let noun: UInt64
    /// Who issued it.
    let issuer: Referent
  }

  /// Latest first, at most ``limit``; nobody who was not mentioned for ``memory`` paragraphs.
  private(set) var recent: [Recent] = []
  /// Credit of the paragraph before.
  private(set) var credit: Credit?
  /// Bytes between the start of the paragraph that gave the credit and the one at hand.
  private(set) var creditDistance = 0
  /// The organisation credited last.
  private(set) var speakingOrganisation: Referent?
  private var speakingAge: UInt8 = 0
  /// The document issued last.
  private(set) var issue: Issue?
  private var issueAge: UInt8 = 0
  /// Paragraphs for which another paper's story may still go on; 0 where none is told.
  private var storyLeft: UInt8 = 0
  /// Whether a story that another paper told may still go on.
  var isInStory: Bool { storyLeft > 0 }
  /// Whether a box of links is open.
  var inBox = false
  /// Whether a paragraph with words in it has been seen.
  var hasBegun = false

  static let limit = 8
  /// Paragraphs after which somebody is forgotten: nobody reads “he” back farther, and an edit's
  /// trace ends there.
  static let memory: UInt8 = 8

  /// Puts those mentioned in one sentence at the front, the first the most likely referent, those
  /// mentioned by the way behind the others.
  mutating func endSentence(_ here: [Recent]) {
    for index in recent.indices { recent[index].standing.endSentence() }
    let here = here.span
    var asides = 0
    for index in here.indices where here[index].standing.isAside { asides += 1 }
    if asides > 0 {
      putFirst(here, asides: true, limit: SpeakerContext.limit - (here.count - asides))
    }
    putFirst(here, asides: false, limit: SpeakerContext.limit)
  }

  /// Puts the first of those that are mentioned by the way, or of the others, at the front.
  private mutating func putFirst(_ here: Span<Recent>, asides: Bool, limit: Int) {
    var end = 0
    var count = 0
    while end < here.count, count < limit {
      if here[end].standing.isAside == asides { count += 1 }
      end += 1
    }
    for index in (0..<end).reversed() where here[index].standing.isAside == asides {
      putFirst(here[index].referent, here[index].standing)
    }
  }

  /// Index of the entry of somebody, or of one with the same name; behind the last where there is
  /// none.
  private func index(of referent: Referent) -> Int {
    let recent = recent.span
    var index = 0
    while index < recent.count, recent[index].referent !== referent,
      !recent[index].referent.hasName(of: referent)
    {
      index += 1
    }
    return index
  }

  private mutating func putFirst(_ referent: Referent, _ standing: Standing) {
    var standing = standing
    var known = index(of: referent)
    if known < recent.count {
      standing.goesOn(from: recent[known].standing)
    } else if known < SpeakerContext.limit {
      recent.insert(Recent(referent: referent, standing: standing), at: 0)
      return
    } else {
      known -= 1
    }
    // Those before the one that falls away move up by a place.
    recent.withUnsafeMutableBufferPointer { recent in
      guard let first = recent.baseAddress else { return }
      (first + known).deinitialize(count: 1)
      (first + 1).moveInitialize(from: first, count: known)
      first.initialize(to: Recent(referent: referent, standing: standing))
    }
  }

  /// Remembers who was credited, if it is an organisation.
  mutating func credited(_ referent: Referent) {
    speakingOrganisation = referent
    speakingAge = 0
  }

  /// Remembers that the paragraph at hand is part of another paper's story.
  mutating func toldStory() { storyLeft = SpeakerContext.memory }

  /// Remembers who issued a document.
  mutating func issued(_ noun: UInt64, by issuer: Referent) {
    issue = Issue(noun: noun, issuer: issuer)
    issueAge = 0
  }

  /// Remembers the credit that a paragraph so many bytes before gives to the next.
  mutating func leave(_ credit: Credit?, from distance: Int = 0) {
    self.credit = credit
    creditDistance = credit == nil ? 0 : distance
  }

  /// Moves on by a paragraph of so many bytes.
  mutating func advance(by byteCount: Int) {
    for index in recent.indices { recent[index].standing.advance(by: byteCount) }
    // Whoever was not mentioned for longest stands last.
    while recent.last?.standing.isForgotten ?? false { recent.removeLast() }
    if speakingOrganisation != nil {
      speakingAge += 1
      if speakingAge >= SpeakerContext.memory { (speakingOrganisation, speakingAge) = (nil, 0) }
    }
    if issue != nil {
      issueAge += 1
      if issueAge >= SpeakerContext.memory { (issue, issueAge) = (nil, 0) }
    }
    if credit != nil { creditDistance += byteCount }
    if storyLeft > 0 { storyLeft -= 1 }
  }
}
