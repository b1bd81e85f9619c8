internal import FoundationEssentials
internal import HearsayInterchange
internal import HearsayModel
internal import HearsayText
internal import Synchronization

/// The lists of disagreements of projects, each read once for all of its documents until it changes.
final class AdjudicationDesk: Sendable {
  private struct Known {
    /// The file that was read.
    var read: FileState?
    /// What it says, by the document's name.
    var documents: [String: [Disagreement]] = [:]
    /// The file that documents were last told of.
    var told: FileState?
  }

  private let known = Mutex<[String: Known]>([:])
  /// What is wrong with lists and nobody was told of yet; apart, so that asking waits for no disk.
  private let untold = Mutex<[String: [ListProblem]]>([:])

  /// The disagreements about a document, those whose words are found in its text.
  ///
  /// - Parameter name: The document's path or file name; folders and ending make no difference.
  func disagreements(
    about name: String, _ text: Text, at location: StoreLocation
  ) -> [OpenDisagreement] {
    guard let path = AdjudicationList.path(at: location), let now = FileState(path: path) else {
      return []
    }
    let own = known.withLock { known in
      // Later versions are for all open documents to be told of.
      var list = known[path] ?? Known(told: now)
      if list.read != now {
        list.read = now
        let (disagreements, problems) = AdjudicationDesk.read(path)
        list.documents = Dictionary(grouping: disagreements, by: \.document)
        untold.withLock { $0[path] = problems }
      }
      known[path] = list
      return list.documents[AnnotatorSet.stem(name)] ?? []
    }
    guard !own.isEmpty else { return [] }
    let finder = ImportedPlaceFinder(text)
    return own.compactMap { AdjudicationDesk.placed($0, finder) }
  }

  /// What is wrong with a list, as far as it was read and nobody has asked since.
  func untoldProblems(at location: StoreLocation) -> [ListProblem] {
    guard let path = AdjudicationList.path(at: location) else { return [] }
    return untold.withLock { $0.removeValue(forKey: path) } ?? []
  }

  private static func read(_ path: String) -> (list: [Disagreement], problems: [ListProblem]) {
    guard let data = FileManager.default.contents(atPath: path) else {
      let problem = ImportProblem(.badFile, at: "all lines", "the file cannot be read")
      return ([], [ListProblem(path: path, problem: problem)])
    }
    let (list, problems) = DisagreementReader.read(Array(data))
    return (list, problems.map { ListProblem(path: path, problem: $0) })
  }

  /// Whether a list is another one than documents were last told of; they count as told then.
  func hasNews(at location: StoreLocation) -> Bool {
    guard let path = AdjudicationList.path(at: location) else { return false }
    let now = FileState(path: path)
    return known.withLock { known in
      guard known[path]?.told != now else { return false }
      known[path, default: Known()].told = now
      return true
    }
  }

  /// Whether a place may be shown: it is sure, or nothing is known of what stood around several words.
  ///
  /// Articles of one name in different folders must not get each other's disagreements.
  private static func isSure(_ found: Anchoring, _ place: ImportedPlace) -> Bool {
    if found.state == .anchored { return true }
    let words = place.exact?.split(separator: " ").count ?? 0
    return place.prefix.isEmpty && place.suffix.isEmpty && words >= 3
  }

  private static func placed(
    _ disagreement: Disagreement, _ finder: ImportedPlaceFinder
  ) -> OpenDisagreement? {
    guard let kind = AnnotationKind(rawValue: disagreement.kind) else { return nil }
    var opinions: [OpenDisagreement.Opinion] = []
    for opinion in disagreement.opinions {
      var placed: PlacedAnnotation?
      if let annotation = opinion.annotation {
        let found = finder.anchor(annotation.place)
        guard let span = found.span, isSure(found, annotation.place) else { return nil }
        var note = annotation.note
        if case .note(let text) = annotation.content { note = text }
        placed = PlacedAnnotation(
          span: span, body: finder.body(annotation.content), status: .accepted, note: note)
      }
      opinions.append(.init(annotator: opinion.annotator, annotation: placed))
    }
    guard let first = opinions.lazy.compactMap(\.annotation?.span).first else { return nil }
    return OpenDisagreement(kind: kind, opinions: opinions, span: first)
  }
}
