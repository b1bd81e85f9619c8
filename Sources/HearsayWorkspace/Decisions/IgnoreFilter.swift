public import HearsayModel
internal import HearsayText

/// Takes out of an annotation set what a person does not want to be shown.
///
/// Only suggestions and problems are taken out: what somebody decided on stays.
struct IgnoreFilter {
  private let text: Text
  /// Codes that are silent everywhere.
  private var codes: Set<String> = []
  /// By place: the codes that are silent there; nil among them stands for every code.
  private var places: [ByteSpan: Set<String?>] = [:]
  private var speakers: [String: Set<String?>] = [:]
  private var words: [String: Set<String?>] = [:]
  private let isEmpty: Bool

  init(_ overlay: DocumentOverlay, _ text: Text) {
    self.text = text
    isEmpty = overlay.ignores.isEmpty
    for (ignore, place) in zip(overlay.ignores, overlay.ignoredPlaces) {
      switch ignore.scope {
      case .finding: if let place { places[place, default: []].insert(ignore.code) }
      case .speaker(let id):
        // Ignored under the name shown; here speakers have the names of the text.
        for original in overlay.names.originals(of: id).union([id]) {
          speakers[original, default: []].insert(ignore.code)
        }
      case .words(let text): words[text, default: []].insert(ignore.code)
      case .project: if let code = ignore.code { codes.insert(code) }
      }
    }
  }

  /// Takes out what is ignored.
  func apply(to set: inout AnnotationSet) {
    guard !isEmpty else { return }
    let decided = set.decided
    func isKept(_ kind: AnnotationKind, _ span: ByteSpan) -> Bool {
      decided[AnnotationKey(kind, span)] != nil
    }
    set.findings.quotations.removeAll { quotation in
      !isKept(.quotation, quotation.span)
        && isSilent(quotation.span, quotation.code, speaker: quotation.speaker)
    }
    set.findings.dates.removeAll { !isKept(.date, $0.span) && isSilent($0.span, "date") }
    set.findings.outlets.removeAll { !isKept(.outlet, $0.span) && isSilent($0.span, "outlet") }
    set.findings.problems.removeAll { isSilent($0.span, $0.code.rawValue) }
  }

  private func isSilent(_ span: ByteSpan, _ code: String, speaker: Speaker? = nil) -> Bool {
    func holds(_ codes: Set<String?>?) -> Bool {
      codes.map { $0.contains(code) || $0.contains(nil) } ?? false
    }
    return codes.contains(code) || holds(places[span])
      || speaker.map { holds(speakers[$0.id]) } ?? false
      || !words.isEmpty && holds(words[text.string(in: span)])
  }
}

extension Quotation {
  /// The code of its diagnostic.
  public var code: String { type == .scare ? "scare" : "quotation" }
}
