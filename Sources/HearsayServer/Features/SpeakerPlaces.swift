internal import HearsayAnalysis
internal import HearsayModel
internal import HearsayProtocol
internal import HearsayText
internal import HearsayWorkspace

/// Where a document names its speakers, and what it has them say.
struct SpeakerPlaces {
  private let snapshot: DocumentSnapshot

  /// The speakers of a snapshot.
  init(_ snapshot: DocumentSnapshot) { self.snapshot = snapshot }

  /// Who is meant at a byte: who is credited by the words there, else who says them, else whom they
  /// name; with the words.
  func speaker(at byte: Int) -> (speaker: Speaker, span: ByteSpan)? {
    guard snapshot.purpose == .article else { return nil }
    let quotations = snapshot.findings(in: ByteSpan(byte, byte)).quotations
    func isHit(_ span: ByteSpan?) -> Bool {
      span.map { $0.contains(byte) || $0.end == byte } ?? false
    }
    for quotation in quotations {
      guard let speaker = quotation.speaker else { continue }
      if let source = quotation.source, isHit(source) { return (speaker, source) }
      if let cue = quotation.cue, isHit(cue) { return (speaker, cue) }
    }
    if let (speaker, span) = snapshot.analysis.naming(at: byte) {
      return (snapshot.overlay.names.canonical(speaker), span)
    }
    let around = quotations.filter { $0.speaker != nil && isHit($0.span) }
    guard let innermost = around.min(by: { $0.span.count < $1.span.count }) else { return nil }
    return innermost.speaker.map { ($0, innermost.span) }
  }

  /// Where a speaker's name is given in full for the first time; where it never is, the first words
  /// that credit the speaker.
  func firstMention(of speaker: Speaker) -> ByteSpan? {
    let places = originals(of: speaker).compactMap { snapshot.analysis.introduction(of: $0) }
    if let place = places.min() { return place }
    let id = speaker.id
    return snapshot.findings().quotations.lazy
      .filter { $0.speaker?.id == id }.compactMap(\.source).min()
  }

  /// Where the speaker whom the text names with an id is mentioned first; nil where it credits no
  /// such speaker.
  func firstMention(named id: String) -> ByteSpan? {
    let bare = bare
    let speaker = bare.findings().quotations.lazy.compactMap(\.speaker).first { $0.id == id }
    return speaker.flatMap { SpeakerPlaces(bare).firstMention(of: $0) }
  }

  /// The snapshot with the names that the text gives.
  private var bare: DocumentSnapshot {
    guard !snapshot.overlay.names.isEmpty else { return snapshot }
    var bare = snapshot
    bare.overlay.names = CanonicalNames()
    bare.shown = Remembered()
    return bare
  }

  /// The speaker under the names that the text gives; more than one where people have said that
  /// several are the same.
  private func originals(of speaker: Speaker) -> [Speaker] {
    let names = snapshot.overlay.names
    guard !names.isEmpty else { return [speaker] }
    var seen: Set<Speaker> = []
    return bare.findings().quotations.compactMap(\.speaker).filter {
      names.canonical($0).name == speaker.name && seen.insert($0).inserted
    }
  }

  /// Where the speaker at a byte is mentioned first, or nil where nobody is meant.
  func definition(at byte: Int) -> Location? {
    guard let speaker = speaker(at: byte)?.speaker, let first = firstMention(of: speaker) else {
      return nil
    }
    var cursor = PositionCursor(snapshot.text, unit: snapshot.unit)
    return Location(uri: snapshot.uri, range: cursor.range(of: first))
  }

  /// What belongs to the speaker at a byte.
  func highlights(at byte: Int) -> [DocumentHighlight] {
    guard let speaker = speaker(at: byte)?.speaker else { return [] }
    var cursor = PositionCursor(snapshot.text, unit: snapshot.unit)
    return places(of: speaker).map { span, kind in
      DocumentHighlight(range: cursor.range(of: span), kind: kind.highlight)
    }
  }

  /// Everything that belongs to a speaker, in reading order: words that name or credit, and what is
  /// said.
  func places(of speaker: Speaker) -> [(span: ByteSpan, kind: Kind)] {
    let id = speaker.id
    let first = firstMention(of: speaker)
    var kinds: [ByteSpan: Kind] = [:]
    for quotation in snapshot.findings().quotations where quotation.speaker?.id == id {
      kinds[quotation.span] = .saying
      if let source = quotation.source { kinds[source] = .mention }
    }
    // A name inside of a longer mention that credits is not another one.
    let credits = SpanRow(kinds.filter { $0.value == .mention }.keys)
    for original in originals(of: speaker) {
      for span in snapshot.analysis.namings(of: original) where !credits.overlaps(span) {
        kinds[span] = .mention
      }
    }
    if let first {
      for span in kinds.keys where kinds[span] == .mention && span.overlaps(first) && span != first
      {
        kinds[span] = nil
      }
      kinds[first] = .first
    }
    return kinds.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// How a place belongs to a speaker.
  enum Kind {
    /// The name in full, for the first time.
    case first
    /// Words that name or credit.
    case mention
    /// What is said.
    case saying

    /// The same to a client.
    var highlight: DocumentHighlight.Kind {
      switch self {
      case .first: .write
      case .mention: .read
      case .saying: .text
      }
    }
  }
}
