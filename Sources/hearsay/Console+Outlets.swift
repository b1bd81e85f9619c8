internal import HearsayWorkspace

extension Console {
  /// Says that no outlet has a name, and which ones are nearest.
  static func failUnknownOutlet(_ name: String, _ catalogue: OutletCatalogue) {
    let near = catalogue.suggestions(for: name).map { "“\($0)”" }
    let hint = near.isEmpty ? "" : "; nearest: \(near.joined(separator: ", "))"
    error("hearsay: no outlet is called “\(name)”\(hint) [unknown-outlet]")
  }

  /// Says that a team's overlay has mistakes, if it has; what they stand in is not in force.
  static func tellMistakes(of edition: OutletEdition) {
    guard let path = edition.path, let overlay = edition.overlay, !overlay.problems.isEmpty else {
      return
    }
    let count = overlay.problems.count
    notice(
      path, "\(count == 1 ? "a mistake" : "\(count) mistakes"); see hearsay outlets check [overlay]"
    )
  }
}
