internal import HearsayModel
internal import HearsayProtocol
internal import HearsayText

/// The lines of text above lines of a document.
struct CodeLensList {
  /// What there is to show, in the order of the sources below.
  let items: [CodeLens]

  /// Where lenses come from; each sees one version of a document.
  private static let sources: [@Sendable (DocumentSnapshot) -> [CodeLens]] = [ChainLens.lenses]

  /// The lenses of a snapshot.
  init(_ snapshot: DocumentSnapshot) {
    items = CodeLensList.sources.flatMap { $0(snapshot) }
  }
}

/// The chain of the page above its first line: page ← republished from ← agency.
enum ChainLens {
  /// One lens, or none where the text tells nothing.
  static func lenses(_ snapshot: DocumentSnapshot) -> [CodeLens] {
    let chain = snapshot.outletChain
    guard !chain.isEmpty, let line = snapshot.firstLine else { return [] }
    var cursor = PositionCursor(snapshot.text, unit: snapshot.unit)
    return [CodeLens(range: cursor.range(of: line), title: title(chain))]
  }

  /// The chain in one line; an outlet's evidence stands in brackets behind it.
  static func title(_ chain: OutletChain) -> String {
    var parts: [String] = []
    if chain.steps.first?.role != .publisher { parts.append("this page") }
    for step in chain.textSteps {
      let words = "\(step.name) (\(step.evidence.map(\.rawValue).joined(separator: ", ")))"
      parts.append(step.role == .publisher ? words : "\(Wording.name(of: step.role)) \(words)")
    }
    var title = parts.joined(separator: " ← ")
    let pictures = chain.steps.filter { $0.role == .imageCredit }.map(\.name)
    if !pictures.isEmpty { title += " · pictures: \(pictures.joined(separator: ", "))" }
    return title
  }
}
