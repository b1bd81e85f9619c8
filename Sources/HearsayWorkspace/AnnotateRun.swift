public import HearsayAnalysis
public import HearsayInterchange
internal import HearsayModel
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
      let document = try row.document()
      var annotated = annotated(document, date: row.date ?? date)
      annotated.record.id = row.id
      return Outcome(
        path: document.path, result: .success(product(annotated)),
        isEmpty: document.text.byteCount == 0)
    } catch {
      return Outcome(path: row.name, result: .failure(error), isEmpty: false)
    }
  }

  private func annotate(_ path: String) -> Outcome {
    do throws(InputError) {
      let document =
        path == "-" ? try DocumentLoader.loadStandardInput() : try DocumentLoader.load(path)
      return Outcome(
        path: path, result: .success(product(annotated(document, date: date))),
        isEmpty: document.text.byteCount == 0)
    } catch {
      return Outcome(path: path, result: .failure(error), isEmpty: false)
    }
  }

  /// A document with what is found in it, whether it is to be written or not.
  public func annotated(_ document: LoadedDocument, date: String?) -> AnnotatedDocument {
    let name = document.path.split(separator: "/").last.map(String.init)
    let edition = outlets.edition(forFolder: document.folder)
    let analysis = DocumentAnalysis(
      document.text,
      options: AnalysisOptions(date: date, dayMonthOrder: dayMonthOrder, fileName: name),
      analyzer: edition.analyzer(analyzer))
    var record = DocumentRecord(
      path: document.path, uri: document.uri, sha256: document.sha256, date: analysis.date)
    record.registry = edition.registryVersion(analyzer)
    record.chain = analysis.outletChain
    return AnnotatedDocument(
      text: analysis.text, record: record, findings: analysis.findings, creator: creator)
  }

  /// What is written of a document, or nil where the filter leaves it out.
  public func product(_ document: AnnotatedDocument) -> Product? {
    guard let kept = filter.apply(document) else { return nil }
    return format.map { .rendition($0.render(kept)) } ?? .document(kept)
  }
}
