internal import HearsayModel
internal import HearsayProtocol
internal import HearsayText

/// The notes shown inside a stretch of a document.
///
/// Each kind of finding has its own source; one more joins by standing in ``sources``.
struct InlayHintList {
  /// A note before it has a position.
  struct Note: Hashable {
    /// Byte it stands before.
    let byte: Int
    /// What it says.
    let label: String
    /// What is told about it where somebody asks.
    let tooltip: String
    /// Whose first mention a click leads to, or nil.
    var speaker: Speaker?
  }

  /// What a source makes of findings.
  typealias Source = @Sendable (Findings, Text) -> [Note]

  /// Who gives notes.
  static let sources: [Source] = [SpeakerInlayHints.notes, DateInlayHints.notes]

  /// The hints in reading order.
  private(set) var hints: [InlayHint] = []

  /// The hints of a stretch of a snapshot.
  init(_ snapshot: DocumentSnapshot, in range: LSPRange) {
    let span = snapshot.span(of: range)
    let findings = snapshot.findings(in: span)
    let notes = InlayHintList.sources.flatMap { $0(findings, snapshot.text) }
      .filter { span.start <= $0.byte && $0.byte <= span.end }
      .sorted { $0.byte < $1.byte }
    var cursor = PositionCursor(snapshot.text, unit: snapshot.unit)
    var firsts: [Speaker: LSPRange?] = [:]
    for note in notes {
      let position = cursor.position(ofByte: note.byte)
      var link: InlayHint.Link?
      if let speaker = note.speaker {
        if snapshot.client.resolvesHintLinks {
          link = .later(HintReference(speaker, in: snapshot).data)
        } else {
          let place =
            firsts[speaker]
            ?? SpeakerPlaces(snapshot).firstMention(of: speaker).map {
              var first = PositionCursor(snapshot.text, unit: snapshot.unit)
              return first.range(of: $0)
            }
          firsts[speaker] = .some(place)
          link = place.map { .location(Location(uri: snapshot.uri, range: $0)) }
        }
      }
      hints.append(
        InlayHint(position: position, label: note.label, tooltip: note.tooltip, link: link))
    }
  }
}

/// What a hint is given along so that its link can be found later.
struct HintReference {
  /// The document.
  let uri: String
  private let revision: Int
  private let speaker: Speaker

  /// A reference to a speaker of a snapshot.
  init(_ speaker: Speaker, in snapshot: DocumentSnapshot) {
    (uri, revision, self.speaker) = (snapshot.uri, snapshot.revision, speaker)
  }

  /// A reference that was given along, or nil where it is none.
  init?(_ data: LSPAny?) {
    guard let data, let uri = data["uri"]?.text, let revision = data["revision"]?.whole,
      let name = data["speaker"]?.text,
      let kind = data["kind"]?.text.flatMap({ Speaker.Kind(rawValue: $0) })
    else { return nil }
    (self.uri, self.revision) = (uri, revision)
    speaker = Speaker(name: name, kind: kind)
  }

  /// The reference as it is given along.
  var data: LSPAny {
    .object([
      "uri": .string(uri), "revision": .number(Double(revision)), "speaker": .string(speaker.name),
      "kind": .string(speaker.kind.rawValue),
    ])
  }

  /// A hint with its link; as it was where the document is another one by now.
  func resolved(_ hint: LSPAny, in snapshot: DocumentSnapshot) -> LSPAny {
    guard snapshot.revision == revision, case .object(var members) = hint,
      let first = SpeakerPlaces(snapshot).firstMention(of: speaker),
      case .array(let parts)? = members["label"]
    else { return hint }
    var cursor = PositionCursor(snapshot.text, unit: snapshot.unit)
    let range = cursor.range(of: first)
    func any(_ position: Position) -> LSPAny {
      .object([
        "line": .number(Double(position.line)), "character": .number(Double(position.character)),
      ])
    }
    let location = LSPAny.object([
      "uri": .string(uri),
      "range": .object(["start": any(range.start), "end": any(range.end)]),
    ])
    members["label"] = .array(
      parts.map { part in
        guard case .object(var part) = part else { return part }
        part["location"] = location
        return .object(part)
      })
    return .object(members)
  }
}
