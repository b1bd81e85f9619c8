public import HearsayAnalysis
public import HearsayInterchange
internal import HearsayModel
public import HearsayStore
internal import HearsayText

/// Annotates files one after the other, or several at once, and hands the results on in order.
public struct AnnotateRun: Sendable {
  /// One document's outcome.
  public struct Outcome: Sendable {
    /// As the user gave it.
    public let path: String
    /// What is to be written, or why there is nothing; nil where the filter leaves the document out.
    public let result: Result<Product?, InputError>
    /// Whether the file holds no text at all.
    public let isEmpty: Bool
    /// How many decided annotations are left out, because a person has to settle where they stand.
    public var unsettled = 0
    /// Whether decisions are kept on another text of its name, none of whose words are here.
    public var hasOtherDecisions = false
    /// How many annotations are written.
    public var written = 0
    /// What was asked for by name and is met in the document.
    public var names: Set<AnnotationFilter.Name> = []
  }

  /// What a document became.
  public enum Product: Sendable {
    /// Written in a format.
    case rendition(Rendition)
    /// As it is, for what writes no bytes of its own.
    case document(AnnotatedDocument)
  }

  private let analyzer: Analyzer
  private let format: (any AnnotationFormat)?
  private let creator: CreatorRecord
  /// What is written of what is found.
  public var filter = AnnotationFilter()
  /// The article's date, `YYYY-MM-DD`, or nil for what each text tells.
  public var date: String?
  /// Which number of a date is the day, or nil.
  public var dayMonthOrder: DayMonthOrder?
  /// Where decisions come from that are laid over the suggestions; nil for suggestions alone.
  public var decisions: DecisionStore?
  /// Where the outlets of each file's project come from.
  public var outlets: any OutletSourceProvider = ShippedOutlets()

  /// A run that writes in a format; without one it hands the documents on as they are.
  public init(analyzer: Analyzer, format: (any AnnotationFormat)?, creator: CreatorRecord) {
    self.analyzer = analyzer
    self.format = format
    self.creator = creator
  }

  /// Annotates the files, at most `jobs` at once; `deliver` gets the outcomes in the files' order,
  /// one at a time, and ends the run early by returning false.
  public func run(
    _ files: [String], jobs: Int, deliver: (Outcome) -> Bool
  ) async {
    var rest = files[...]
    await OrderedWork.run(
      jobs: min(jobs, files.count), next: { rest.popFirst() }, work: { annotate($0) },
      deliver: deliver)
  }

  /// Annotates documents that come as rows, as ``run(_:jobs:deliver:)`` does files; `next` gives
  /// the rows until there are no more.
  public func run(
    rows next: () -> DocumentRow?, jobs: Int, deliver: (Outcome) -> Bool
  ) async {
    await OrderedWork.run(jobs: jobs, next: next, work: { annotate($0) }, deliver: deliver)
  }

  private func annotate(_ row: DocumentRow) -> Outcome {
    do throws(InputError) {
      return try outcome(of: try row.document(), date: row.date ?? date, id: row.id)
    } catch {
      return Outcome(path: row.name, result: .failure(error), isEmpty: false)
    }
  }

  private func annotate(_ path: String) -> Outcome {
    do throws(InputError) {
      let document =
        path == "-" ? try DocumentLoader.loadStandardInput() : try DocumentLoader.load(path)
      return try outcome(of: document, date: date)
    } catch {
      return Outcome(path: path, result: .failure(error), isEmpty: false)
    }
  }

  private func outcome(
    of document: LoadedDocument, date: String?, id: String? = nil
  ) throws(InputError) -> Outcome {
    let (record, overlay, set) = try analysed(document, date: date, decisions: decisions)
    let unsettled = set.unsettled.count
    var annotated = AnnotatedDocument(
      text: document.text, record: record, set: consume set, creator: creator)
    annotated.record.id = id
    let kept = filter.apply(annotated)
    return Outcome(
      path: document.path, result: .success(kept.map(product)),
      isEmpty: document.text.byteCount == 0, unsettled: unsettled,
      hasOtherDecisions: overlay.isOtherDocument, written: kept?.annotations.count ?? 0,
      names: filter.names(in: annotated))
  }

  /// What is known of a document once it is analysed.
  private typealias Analysed = (
    record: DocumentRecord, overlay: DocumentOverlay, set: AnnotationSet
  )

  private func analysed(
    _ document: LoadedDocument, date: String?, decisions: DecisionStore?
  ) throws(InputError) -> Analysed {
    let edition = outlets.edition(forFolder: document.folder)
    let overlay = try decisions?.overlay(of: document) ?? DocumentOverlay()
    let order = overlay.dayMonthOrder.flatMap { DayMonthOrder(rawValue: $0) } ?? dayMonthOrder
    let reading = DocumentReading(
      document.text,
      options: AnalysisOptions(
        date: overlay.articleDate ?? date, dayMonthOrder: order,
        fileName: PlainPath.name(of: document.path)),
      analyzer: edition.analyzer(analyzer))
    var record = DocumentRecord(
      path: document.path, uri: document.uri, sha256: document.sha256, date: reading.date)
    record.registry = edition.registryVersion(analyzer)
    record.chain = reading.outletChain
    let set = AnnotationMerger.merged(
      reading.findings, overlay, in: document.text,
      keepsRejected: filter.statuses.contains(.rejected))
    return (record, overlay, set)
  }

  /// What turns decisions on a document into steps, and the store they belong to.
  ///
  /// - Throws: ``InputError/store(_:)``.
  func maker(
    for document: LoadedDocument, decisions: DecisionStore, stamp: DecisionStamp
  ) throws(InputError) -> (maker: DecisionMaker, location: StoreLocation) {
    let found = try analysed(document, date: date, decisions: decisions)
    let (location, identity) = decisions.place(of: document)
    let maker = DecisionMaker(
      text: document.text, identity: identity, overlay: found.overlay, set: found.set,
      stamp: stamp)
    return (maker, location)
  }

  private func product(_ document: AnnotatedDocument) -> Product {
    format.map { .rendition($0.render(document)) } ?? .document(document)
  }
}

/// Decisions on files.
extension DecisionStore {
  /// The store of a file and the file's identity in it.
  public func place(
    of document: LoadedDocument
  ) -> (location: StoreLocation, identity: DocumentIdentity) {
    let location = location(forFolder: document.folder)
    let path = document.absolutePath.map { location.path(of: $0) }
    return (location, DocumentIdentity(document.text, path: path))
  }

  /// What people decided on a file, placed in its text.
  ///
  /// - Throws: ``InputError/store(_:)``.
  public func overlay(of document: LoadedDocument) throws(InputError) -> DocumentOverlay {
    guard hasStore(at: location(forFolder: document.folder)) else { return DocumentOverlay() }
    let (location, identity) = place(of: document)
    do throws(StoreError) {
      return try overlay(of: document.text, identity: identity, at: location)
    } catch {
      throw .store(error)
    }
  }
}
