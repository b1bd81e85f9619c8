internal import FoundationEssentials
internal import HearsayInterchange
internal import HearsayModel
public import HearsayStore
internal import HearsayText

/// Annotators' sets straight from a store, without an export.
public enum StoredSets {
  /// The store a path means: a database file, or the folder of a project; nil where it is neither.
  public static func location(_ path: String) -> StoreLocation? {
    let current = FileManager.default.currentDirectoryPath
    let absolute = URL(filePath: path.hasPrefix("/") ? path : "\(current)/\(path)").standardized
      .path
    var isFolder = false
    guard FileManager.default.fileExists(atPath: absolute, isDirectory: &isFolder) else {
      return nil
    }
    if isFolder {
      let inside = "\(absolute)/\(StoreLocation.folderName)/\(StoreLocation.fileName)"
      guard FileManager.default.fileExists(atPath: inside) else { return nil }
      return StoreLocation(database: inside, root: absolute)
    }
    let url = URL(filePath: absolute)
    guard let data = try? Data(contentsOf: url, options: .alwaysMapped),
      data.starts(with: "SQLite format 3\0".utf8)
    else { return nil }
    let folder = url.deletingLastPathComponent()
    let isInProject = folder.lastPathComponent == StoreLocation.folderName
    return StoreLocation(
      database: absolute, root: isInProject ? folder.deletingLastPathComponent().path : nil)
  }

  /// What a store holds, as one annotator's set.
  ///
  /// - Throws: ``HearsayStore/StoreError``.
  public static func whole(
    _ location: StoreLocation, name: String, in decisions: DecisionStore
  ) throws(StoreError) -> AnnotatorSet {
    let documents = try documents(of: location, decisions)
    return AnnotatorSet(
      name: name, documents: documents.map { $0.document(by: nil) },
      problems: documents.compactMap(\.problem))
  }

  /// What a store holds, as one set for each author who decided last on something.
  ///
  /// A document belongs to an author who decided on something in it.
  ///
  /// - Throws: ``HearsayStore/StoreError``.
  public static func byAuthor(
    _ location: StoreLocation, in decisions: DecisionStore
  ) throws(StoreError) -> [AnnotatorSet] {
    let documents = try documents(of: location, decisions)
    let authors = Set(documents.flatMap(\.authors)).sorted()
    return authors.map { author in
      AnnotatorSet(
        name: author,
        documents: documents.filter { $0.authors.contains(author) }
          .map { $0.document(by: author) },
        problems: author == authors.first ? documents.compactMap(\.problem) : [])
    }
  }

  private static func documents(
    of location: StoreLocation, _ decisions: DecisionStore
  ) throws(StoreError) -> [StoredDocument] {
    guard let store = try decisions.store(at: location) else { return [] }
    var documents: [StoredDocument] = []
    for path in try store.paths() {
      let file = location.file(ofPath: path)
      guard let loaded = try? DocumentLoader.load(file) else {
        documents.append(StoredDocument(missing: file))
        continue
      }
      let identity = DocumentIdentity(loaded.text, path: path)
      let overlay = try decisions.overlay(of: loaded.text, identity: identity, at: location)
      documents.append(StoredDocument(path: path, text: loaded.text, overlay: overlay))
    }
    return documents
  }
}

/// The annotations of one stored document, placed in its file.
private struct StoredDocument {
  private var path = ""
  private var text = Text()
  private var annotations: [(annotation: StoredAnnotation, place: AnnotationPlace)] = []
  /// Why the document is not compared, or how much of it is left out.
  private(set) var problem: ImportProblem?

  init(missing file: String) {
    problem = ImportProblem(.badFile, at: file, "the text cannot be read")
  }

  init(path: String, text: Text, overlay: DocumentOverlay) {
    self.path = path
    self.text = text
    let all = Array(zip(overlay.annotations, overlay.places))
    annotations = all.filter { $1.state == .anchored && $1.target != nil }
      .map { (annotation: $0, place: $1) }
    let left = all.count - annotations.count
    if left > 0 {
      problem = ImportProblem(
        .badPlace, at: path, "\(left) annotations are left out: their words have changed")
    }
  }

  var authors: Set<String> { Set(annotations.map(\.annotation.decision.author)) }

  /// What an author, or everybody, has in the document.
  func document(by author: String?) -> ImportedDocument {
    var document = ImportedDocument(path: path, text: text.allBytes)
    let own = annotations.filter { author == nil || $0.annotation.decision.author == author }
    document.annotations = own.compactMap { annotation, place in
      guard let target = stretch(place.target) else { return nil }
      var result = ImportedAnnotation(
        id: annotation.id.text, place: target, content: content(annotation, place))
      result.status = annotation.status
      if annotation.kind != .note { result.note = annotation.note }
      return result
    }
    return document
  }

  private func content(
    _ annotation: StoredAnnotation, _ place: AnnotationPlace
  ) -> ImportedAnnotation.Content {
    switch annotation.body {
    case .quotation(let body):
      var quotation = ImportedQuotation()
      (quotation.type, quotation.speaker) = (body.type, body.speaker)
      quotation.source = stretch(place.source)
      quotation.cue = stretch(place.cue)
      return .quotation(quotation)
    case .date(let body):
      return .date(body.type, value: body.value, anchor: body.anchor, modifier: nil)
    case .outlet(let body): return .outlet(id: body.outletID, name: body.name, body.role)
    case .note: return .note(annotation.note ?? "")
    }
  }

  private func stretch(_ span: ByteSpan?) -> ImportedPlace? {
    guard let span else { return nil }
    let around = AnnotationTarget(span, in: text, textHash: "")
    let range =
      text.offset(ofByte: span.start, in: .utf32)..<text.offset(ofByte: span.end, in: .utf32)
    return ImportedPlace(
      range, exact: around.exact, prefix: around.prefix, suffix: around.suffix)
  }
}
