internal import FoundationEssentials
public import HearsayInterchange
public import HearsayModel
internal import HearsayStore
internal import HearsayText

/// Brings annotations from a foreign file into the store, or says what that would do.
public struct ImportRun: Sendable {
  /// What bringing in does to one document.
  public struct DocumentPlan: Sendable {
    /// The document as the file calls it.
    public let name: String
    /// How many annotations have each effect.
    public var effects: [ImportEffect: Int] = [:]
    /// Annotations whose words have changed; a person has to look, so they are not brought in.
    public var review = 0
    /// Annotations whose words are gone.
    public var orphaned = 0
    /// Why the document could not be used, or nil.
    public var failure: InputError?
    fileprivate var commit: Commit?
    fileprivate var location: StoreLocation?
  }

  private let root: String
  private let run: AnnotateRun
  private let decisions: DecisionStore
  private let stamp: DecisionStamp

  /// A run whose documents lie below an absolute folder.
  public init(
    root: String, run: AnnotateRun, decisions: DecisionStore, stamp: DecisionStamp
  ) {
    self.root = root.hasSuffix("/") && root.count > 1 ? String(root.dropLast()) : root
    self.run = run
    self.decisions = decisions
    self.stamp = stamp
  }

  /// What would happen; nothing is written.
  public func plan(_ set: ImportedSet) -> [DocumentPlan] { set.documents.map(plan) }

  /// Brings everything in, a document at a time, each as one step that can be undone; what happened.
  ///
  /// One run at a time in a folder: another waits, and finds brought in what the first brought. A
  /// document on which somebody decides meanwhile is looked at again.
  public func bring(_ set: ImportedSet) -> [DocumentPlan] {
    let lock = FileLock(folder: root)
    lock?.take()
    return withExtendedLifetime(lock) { bringAlone(set) }
  }

  private func bringAlone(_ set: ImportedSet) -> [DocumentPlan] {
    var done: [DocumentPlan] = []
    for document in set.documents {
      done.append(bring(document))
      // Where the store cannot be used for one, it cannot for the next.
      if case .store(let error)? = done.last?.failure, error != .conflict { break }
    }
    return done
  }

  private func bring(_ document: ImportedDocument) -> DocumentPlan {
    var attempts = 5
    while true {
      attempts -= 1
      var plan = plan(document)
      guard let commit = plan.commit, let location = plan.location else { return plan }
      do throws(StoreError) {
        _ = try decisions.commit(commit, at: location)
        return plan
      } catch {
        if error == .conflict, attempts > 0 { continue }
        plan.failure = .store(error)
        return plan
      }
    }
  }

  private func plan(_ document: ImportedDocument) -> DocumentPlan {
    var plan = DocumentPlan(name: document.path)
    do throws(InputError) {
      let loaded = try DocumentLoader.load(try file(document.path))
      let (maker, location) = try run.maker(for: loaded, decisions: decisions, stamp: stamp)
      let finder = ImportedPlaceFinder(document, loaded)
      let items = document.annotations.compactMap { annotation in
        item(annotation, finder, &plan)
      }
      let (commit, effects) = maker.bring(items)
      plan.effects = Dictionary(effects.map { ($0, 1) }, uniquingKeysWith: +)
      (plan.commit, plan.location) = (commit, location)
    } catch {
      plan.failure = error
    }
    return plan
  }

  /// The file that a foreign name means: inside the root, whatever links and dots the name has.
  private func file(_ name: String) throws(InputError) -> String {
    guard !name.isEmpty, !name.unicodeScalars.contains("\0") else { throw .notFound }
    var path = name
    if path.hasPrefix("file://") { path = URL(string: path)?.path ?? path }
    let absolute = path.hasPrefix("/") ? path : "\(root)/\(path)"
    let inside = URL(filePath: root).resolvingSymlinksInPath().path
    for ending in [""] + InputCollector.endings {
      let candidate = URL(filePath: absolute + ending).resolvingSymlinksInPath().path
      guard candidate.hasPrefix(inside == "/" ? "/" : inside + "/") else { throw .outsideFolder }
      var isFolder = false
      if FileManager.default.fileExists(atPath: candidate, isDirectory: &isFolder), !isFolder {
        return candidate
      }
    }
    throw .notFound
  }

  private func item(
    _ annotation: ImportedAnnotation, _ finder: ImportedPlaceFinder, _ plan: inout DocumentPlan
  ) -> PlacedAnnotation? {
    let anchoring = finder.anchor(annotation.place)
    guard anchoring.state == .anchored, let span = anchoring.span else {
      if anchoring.state == .review { plan.review += 1 } else { plan.orphaned += 1 }
      return nil
    }
    var note = annotation.note
    if case .note(let text) = annotation.content { note = text }
    let creator = annotation.creator.flatMap { $0.type == .person ? $0 : nil }
    return PlacedAnnotation(
      span: span, body: finder.body(annotation.content), status: annotation.status, note: note,
      creation: creator.map {
        DecisionStamp(author: $0.name, time: $0.created.isEmpty ? stamp.time : $0.created)
      })
  }
}

/// Finds the words of foreign annotations in the file at hand.
struct ImportedPlaceFinder {
  private let text: Text
  private let old: Text?
  private let isSame: Bool
  private let reanchorer: Reanchorer

  init(_ document: ImportedDocument, _ loaded: LoadedDocument) {
    text = loaded.text
    old = document.text.flatMap { try? Text(validating: $0) }
    isSame = document.sha256 == loaded.sha256 || old.map { $0 == loaded.text } ?? false
    reanchorer = old.map { Reanchorer(old: $0, new: loaded.text) } ?? Reanchorer(new: loaded.text)
  }

  /// A finder that goes by the words alone.
  init(_ text: Text) {
    self.text = text
    (old, isSame) = (nil, false)
    reanchorer = Reanchorer(new: text)
  }

  private func span(_ range: Range<Int>, in text: Text) -> ByteSpan? {
    guard range.upperBound <= text.scalarCount, !range.isEmpty else { return nil }
    return ByteSpan(
      text.byte(ofOffset: range.lowerBound, in: .utf32),
      text.byte(ofOffset: range.upperBound, in: .utf32))
  }

  /// Where a stretch stands in the file; only what is anchored may count without a person's look.
  func anchor(_ place: ImportedPlace) -> Anchoring {
    if isSame, let here = span(place.range, in: text),
      place.exact == nil || place.exact == text.string(in: here)
    {
      return Anchoring(state: .anchored, span: here, confidence: 1)
    }
    if let old, let before = span(place.range, in: old) { return reanchorer.anchor(before) }
    guard let exact = place.exact, !exact.isEmpty else { return .orphaned }
    return reanchorer.anchor(
      exact: exact, prefix: place.prefix, suffix: place.suffix,
      near: text.byte(ofOffset: place.range.lowerBound, in: .utf32))
  }

  private func stretch(_ place: ImportedPlace?) -> QuotedStretch? {
    guard let place else { return nil }
    let found = anchor(place)
    guard found.state == .anchored, let span = found.span else { return nil }
    return QuotedStretch(span, in: text)
  }

  /// What an annotation says, its parts placed in the file.
  func body(_ content: ImportedAnnotation.Content) -> AnnotationBody {
    switch content {
    case .quotation(let quotation):
      .quotation(
        QuotationBody(
          type: quotation.type, speaker: quotation.speaker, source: stretch(quotation.source),
          cue: stretch(quotation.cue)))
    case .date(let kind, let value, let anchor, _):
      .date(DateBody(type: kind, value: value, anchor: anchor))
    case .outlet(let id, let name, let role):
      .outlet(OutletBody(outletID: id, name: name, role: role))
    case .note: .note
    }
  }
}
