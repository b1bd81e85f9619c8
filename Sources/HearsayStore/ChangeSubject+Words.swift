internal import HearsayModel

extension ChangeSubject {
  /// How the history names it.
  var words: (subject: String, id: String) {
    switch self {
    case .annotation(let id): ("annotation", id.text)
    case .ignore(let id): ("ignore", id.text)
    case .document: ("document", "")
    case .speaker(let id): ("speaker", id)
    }
  }

  /// What a row of the history names, or nil.
  init?(subject: String, id: String) {
    if subject == "speaker" {
      self = .speaker(id)
      return
    }
    switch (subject, AnnotationID(id)) {
    case ("annotation", let id?): self = .annotation(id)
    case ("ignore", let id?): self = .ignore(id)
    case ("document", _): self = .document
    default: return nil
    }
  }
}
