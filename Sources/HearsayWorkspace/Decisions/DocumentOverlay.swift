public import HearsayModel
public import HearsayStore
public import HearsayText

/// What people decided on one open document, placed in its text and moved with every edit.
///
/// A value that is read from the store once, when the document is opened; the path of a keystroke
/// touches no database. Cost of an edit: one step for each annotation.
public struct DocumentOverlay: Sendable {
  /// The annotations, in the order in which they were first decided.
  public private(set) var annotations: [StoredAnnotation] = []
  /// Where each of ``annotations`` stands.
  private(set) var places: [AnnotationPlace] = []
  /// What is ignored in the document and in its project.
  public private(set) var ignores: [Ignore] = []
  /// Where each of ``ignores`` stands that is about one place.
  private(set) var ignoredPlaces: [ByteSpan?] = []
  /// Where people disagree about annotations of the document.
  public var conflicts: [StoredConflict] = []
  /// Where annotators differ whose sets are compared in the project, settled or not.
  public internal(set) var disagreements: [OpenDisagreement] = []
  /// The names chosen for speakers of the project.
  public var names = CanonicalNames()
  /// The article's date as an analyst gave it, `YYYY-MM-DD`.
  public var articleDate: String?
  /// Which number of a date is the day, as an analyst said.
  public var dayMonthOrder: String?

  /// Whether another article lay at the document's path before, which has decisions of its own.
  var isOtherDocument = false

  /// Nothing decided.
  public init() {}

  /// Whether nothing is laid over the suggestions.
  public var isEmpty: Bool {
    annotations.isEmpty && ignores.isEmpty && disagreements.isEmpty && names.isEmpty
  }

  /// The disagreements that nobody has settled.
  public var openDisagreements: [OpenDisagreement] {
    guard !disagreements.isEmpty else { return [] }
    struct Settlement: Hashable {
      let code: String?
      let span: ByteSpan
    }
    let settled = Set(
      zip(ignores, ignoredPlaces).compactMap { ignore, place in
        place.map { Settlement(code: ignore.code, span: $0) }
      })
    return disagreements.filter { open in
      !settled.contains(Settlement(code: open.settledCode, span: open.span))
    }
  }

  /// Whether some annotation was followed away from the text it was made on.
  public func hasMoved(from hash: String) -> Bool {
    annotations.contains { $0.target.textHash != hash }
  }

  /// The annotation with an id, or nil.
  public func annotation(_ id: AnnotationID) -> StoredAnnotation? {
    annotations.first { $0.id == id }
  }

  /// Where an annotation stands, and how surely; nil for an id that is not here.
  public func anchoring(_ id: AnnotationID) -> (state: Anchoring.State, span: ByteSpan?)? {
    guard let index = annotations.firstIndex(where: { $0.id == id }) else { return nil }
    return (places[index].state, places[index].target)
  }

  /// Where an annotation and what belongs to it stand; nil for an id that is not here.
  func place(_ id: AnnotationID) -> AnnotationPlace? {
    annotations.firstIndex { $0.id == id }.map { places[$0] }
  }

  // MARK: - What the store says

  /// Adds what was read, with its place.
  mutating func append(_ annotation: StoredAnnotation, at place: AnnotationPlace) {
    annotations.append(annotation)
    places.append(place)
  }

  /// Adds something to ignore, with its place where it has one.
  mutating func append(_ ignore: Ignore, at place: ByteSpan?) {
    ignores.append(ignore)
    ignoredPlaces.append(place)
  }

  /// Takes over what a decision left behind, without reading again.
  ///
  /// - Parameter edits: What was edited since the text the decision was made on.
  public mutating func take(
    _ changed: [AnnotationID: StoredAnnotation?], edits: [TextEdit]
  ) {
    var fresh: [StoredAnnotation] = []
    var gone: Set<AnnotationID> = []
    for (id, annotation) in changed.sorted(by: { $0.key < $1.key }) {
      guard let annotation else {
        gone.insert(id)
        continue
      }
      guard let index = annotations.firstIndex(where: { $0.id == id }) else {
        fresh.append(annotation)
        continue
      }
      let before = annotations[index]
      annotations[index] = annotation
      if before.target != annotation.target || before.origin != annotation.origin {
        places[index] = DocumentOverlay.place(annotation, after: edits)
      }
    }
    for annotation in fresh {
      append(annotation, at: DocumentOverlay.place(annotation, after: edits))
    }
    if !gone.isEmpty {
      let kept = annotations.indices.filter { !gone.contains(annotations[$0].id) }
      (annotations, places) = (kept.map { annotations[$0] }, kept.map { places[$0] })
    }
  }

  /// Where an annotation stands that was made just before some edits.
  private static func place(
    _ annotation: StoredAnnotation, after edits: [TextEdit]
  ) -> AnnotationPlace {
    func moved(_ stretch: QuotedStretch?) -> ByteSpan? {
      edits.reduce(stretch?.span) { span, edit in span.flatMap { edit.moved($0) } }
    }
    var place = AnnotationPlace(
      state: .anchored, target: moved(annotation.target.stretch), origin: moved(annotation.origin))
    if case .quotation(let body) = annotation.body {
      (place.source, place.cue) = (moved(body.source), moved(body.cue))
    }
    if place.target == nil { place.state = .orphaned }
    return place
  }

  /// Takes over where annotations stand that were followed here already and have not changed.
  ///
  /// What was followed edit by edit is surer than what a comparison of texts finds.
  public mutating func keepPlaces(of before: DocumentOverlay) {
    guard !before.annotations.isEmpty else { return }
    var known: [AnnotationID: Int] = [:]
    for (index, annotation) in before.annotations.enumerated() { known[annotation.id] = index }
    for (index, annotation) in annotations.enumerated() {
      guard let old = known[annotation.id], before.annotations[old].target == annotation.target,
        before.annotations[old].origin == annotation.origin
      else { continue }
      places[index] = before.places[old]
    }
  }

  // MARK: - Edits

  /// Moves everything with an edit.
  ///
  /// What the edit replaced as a whole is looked for in what stands there now; what was lost before
  /// and comes back, as by undo, is found again.
  public mutating func apply(_ edit: TextEdit, before: Text, after: Text) {
    moveOthers(with: edit)
    var comparison: EditComparison?
    for index in places.indices {
      guard let target = places[index].target else {
        if edit.count >= annotations[index].target.exact.utf8.count {
          places[index] = recovered(index, edit, after) ?? places[index]
        }
        continue
      }
      if target.end < edit.span.start, farthest(places[index]) < edit.span.start { continue }
      guard edit.swallows(target) else {
        places[index].move(with: edit)
        continue
      }
      if comparison == nil { comparison = EditComparison(edit, before: before, after: after) }
      places[index] = comparison?.place(places[index]) ?? places[index]
    }
  }

  /// Moves everything with an edit whose texts are not at hand; what it replaced as a whole is lost.
  public mutating func move(with edit: TextEdit) {
    moveOthers(with: edit)
    for index in places.indices where places[index].target != nil {
      places[index].move(with: edit)
    }
  }

  /// Moves what is not an annotation.
  private mutating func moveOthers(with edit: TextEdit) {
    for index in ignoredPlaces.indices {
      ignoredPlaces[index] = ignoredPlaces[index].flatMap { edit.moved($0) }
    }
    guard !disagreements.isEmpty else { return }
    disagreements = disagreements.compactMap { disagreement in
      var moved = disagreement
      return moved.move(with: edit) ? moved : nil
    }
  }

  private func farthest(_ place: AnnotationPlace) -> Int {
    max(place.origin?.end ?? 0, place.source?.end ?? 0, place.cue?.end ?? 0)
  }

  /// The place of a lost annotation whose very words stand in what an edit brought.
  private func recovered(_ index: Int, _ edit: TextEdit, _ after: Text) -> AnnotationPlace? {
    let annotation = annotations[index]
    let window = ByteSpan(edit.span.start, edit.span.start + edit.count)
    let found = ByteSearch.all(of: Array(annotation.target.exact.utf8), in: after.bytes(in: window))
    guard let first = found.first else { return nil }
    let start = window.start + first
    let span = ByteSpan(start, start + annotation.target.exact.utf8.count)
    let distance = start - annotation.target.span.start
    func again(_ stretch: QuotedStretch?) -> ByteSpan? {
      guard let stretch else { return nil }
      let moved = stretch.span.shifted(by: distance)
      guard moved.start >= 0, moved.end <= after.byteCount else { return nil }
      return after.string(in: moved) == stretch.exact ? moved : nil
    }
    let around = AnnotationTarget(span, in: after, textHash: "")
    let isSame =
      around.prefix.suffix(8) == annotation.target.prefix.suffix(8)
      || around.suffix.prefix(8) == annotation.target.suffix.prefix(8)
    var place = AnnotationPlace(
      state: found.count == 1 && isSame ? .anchored : .review, target: span,
      origin: again(annotation.origin))
    if case .quotation(let body) = annotation.body {
      (place.source, place.cue) = (again(body.source), again(body.cue))
    }
    return place
  }
}

extension AnnotationPlace {
  /// Moves with an edit that leaves something of the target.
  fileprivate mutating func move(with edit: TextEdit) {
    target = target.flatMap { edit.moved($0) }
    origin = origin.flatMap { edit.moved($0) }
    source = source.flatMap { edit.moved($0) }
    cue = cue.flatMap { edit.moved($0) }
    if target == nil { state = .orphaned }
  }
}

/// The lines around an edit before and after, compared once for all annotations inside.
private struct EditComparison {
  private let edit: TextEdit
  private let old: ByteSpan
  private let new: ByteSpan
  private let reanchorer: Reanchorer

  init(_ edit: TextEdit, before: Text, after: Text) {
    self.edit = edit
    let start = before.lineStart(before.line(ofByte: edit.span.start))
    let end = before.lineEnd(before.line(ofByte: edit.span.end))
    old = ByteSpan(start, max(end, edit.span.end))
    new = ByteSpan(start, old.end + edit.delta)
    reanchorer = Reanchorer(
      old: Text(before.string(in: old)), new: Text(after.string(in: new)))
  }

  func place(_ place: AnnotationPlace) -> AnnotationPlace {
    func again(_ span: ByteSpan?) -> Anchoring? {
      guard let span else { return nil }
      guard old.contains(span) else {
        return edit.moved(span).map { Anchoring(state: .anchored, span: $0, confidence: 1) }
      }
      var found = reanchorer.anchor(span.shifted(by: -old.start))
      found.span = found.span?.shifted(by: new.start)
      return found
    }
    func sure(_ span: ByteSpan?) -> ByteSpan? {
      again(span).flatMap { $0.state == .anchored ? $0.span : nil }
    }
    let target = again(place.target)
    return AnnotationPlace(
      state: target?.state ?? .orphaned, target: target?.span, origin: sure(place.origin),
      source: sure(place.source), cue: sure(place.cue))
  }
}

/// Looks for bytes in bytes.
public enum ByteSearch {
  /// Where some bytes begin in others, without overlaps, in order.
  public static func all(of wanted: [UInt8], in bytes: [UInt8], atMost limit: Int = .max) -> [Int] {
    guard let first = wanted.first, wanted.count <= bytes.count else { return [] }
    var found: [Int] = []
    bytes.withUnsafeBufferPointer { bytes in
      wanted.withUnsafeBufferPointer { wanted in
        var index = 0
        while index <= bytes.count - wanted.count, found.count < limit {
          if bytes[index] == first,
            bytes[index..<(index + wanted.count)].elementsEqual(wanted)
          {
            found.append(index)
            index += wanted.count
          } else {
            index += 1
          }
        }
      }
    }
    return found
  }
}
