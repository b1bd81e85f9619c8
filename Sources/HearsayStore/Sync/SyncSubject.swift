internal import HearsayModel
internal import HearsayText

/// What an operation is about, by the name that all devices give it.
///
/// A document is called after its text, a speaker after the name in texts, a suggestion after its
/// words and place, and an annotation that a person added has its own id.
enum SyncSubject: Hashable {
  /// An article: its date and the order of its dates.
  case document(key: String)
  /// A speaker of the project: the name to show.
  case speaker(id: String)
  /// An annotation, by its id or after the suggestion it stands for.
  case annotation(name: String)

  private static let document = "document:"
  private static let speaker = "speaker:"

  /// What a name means.
  init(_ name: String) {
    if name.hasPrefix(SyncSubject.document) {
      self = .document(key: String(name.dropFirst(SyncSubject.document.count)))
    } else if name.hasPrefix(SyncSubject.speaker) {
      self = .speaker(id: String(name.dropFirst(SyncSubject.speaker.count)))
    } else {
      self = .annotation(name: name)
    }
  }

  /// Its name.
  var name: String {
    switch self {
    case .document(let key): SyncSubject.document + key
    case .speaker(let id): SyncSubject.speaker + id
    case .annotation(let name): name
    }
  }

  /// The name of a suggestion: the same wherever the same text is analysed.
  static func suggestion(
    documentKey: String, kind: String, textHash: String, span: ByteSpan
  ) -> SyncSubject {
    let words = "\(documentKey) \(kind) \(textHash) \(span.start) \(span.end)"
    let digest = DocumentIdentity.hash(Array(words.utf8)).prefix(32)
    return .annotation(name: "suggestion:\(digest)")
  }

  /// What the history calls it; `annotation` is the id it has here, where it is one.
  func changeSubject(annotation: AnnotationID?) -> ChangeSubject {
    if let annotation { return .annotation(annotation) }
    if case .speaker(let id) = self { return .speaker(id) }
    return .document
  }
}
