public import HearsayAnalysis
public import HearsayInterchange
public import HearsayModel
internal import HearsayText

/// Annotates files one after the other, or several at once, and hands the results on in order.
public struct AnnotateRun: Sendable {
  /// What is written for each document.
  public enum Format: Hashable, Sendable {
    /// One annotation a line.
    case jsonLines
    /// The text with its margin.
    case margin(MarginWriter.Style)
  }

  /// One document's outcome.
  public struct Outcome: Sendable {
    /// As the user gave it.
    public let path: String
    /// What is to be written, or why there is nothing.
    public let result: Result<[UInt8], InputError>
    /// Whether the file holds no text at all.
    public let isEmpty: Bool
  }

  private let analyzer: Analyzer
  private let format: Format
  private let kinds: Set<AnnotationKind>
  private let date: String?
  private let dayMonthOrder: DayMonthOrder?
  private let minimumConfidence: Double
  private let creator: CreatorRecord
  /// Where the outlets of each file's project come from.
  public var outlets: any OutletSourceProvider = ShippedOutlets()

  /// A run with everything it needs to know.
  public init(
    analyzer: Analyzer, format: Format, kinds: Set<AnnotationKind>, date: String?,
    dayMonthOrder: DayMonthOrder? = nil, minimumConfidence: Double = 0, creator: CreatorRecord
  ) {
    self.analyzer = analyzer
    self.format = format
    self.kinds = kinds
    self.date = date
    self.dayMonthOrder = dayMonthOrder
    self.minimumConfidence = minimumConfidence
    self.creator = creator
  }

  /// Annotates the files, at most `jobs` at once; `deliver` gets the outcomes in the files' order,
  /// one at a time, and ends the run early by returning false.
  public func run(
    _ files: [String], jobs: Int, deliver: (Outcome) -> Bool
  ) async {
    guard jobs > 1, files.count > 1 else {
      for file in files where !deliver(annotate(file)) { return }
      return
    }
    await withTaskGroup(of: (Int, Outcome).self) { group in
      var started = 0
      var finished: [Int: Outcome] = [:]
      var next = 0
      while next < files.count {
        // The window bounds what waits for a slow file in front of it.
        while started < files.count, started < next + jobs * 4 {
          let (index, file) = (started, files[started])
          group.addTask { (index, annotate(file)) }
          started += 1
        }
        guard let (index, outcome) = await group.next() else { return }
        finished[index] = outcome
        while let outcome = finished.removeValue(forKey: next) {
          next += 1
          guard deliver(outcome) else {
            group.cancelAll()
            return
          }
        }
      }
    }
  }

  private func annotate(_ path: String) -> Outcome {
    do throws(InputError) {
      let document =
        path == "-" ? try DocumentLoader.loadStandardInput() : try DocumentLoader.load(path)
      return Outcome(
        path: path, result: .success(written(document)), isEmpty: document.text.byteCount == 0)
    } catch {
      return Outcome(path: path, result: .failure(error), isEmpty: false)
    }
  }

  private func written(_ document: LoadedDocument) -> [UInt8] {
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
    let findings = analysis.findings.confident(minimumConfidence)
    switch format {
    case .jsonLines:
      return JSONLinesWriter(text: analysis.text, document: record, creator: creator)
        .lines(findings, kinds: kinds)
    case .margin(let style):
      return MarginWriter(text: analysis.text, document: record, style: style)
        .page(findings, kinds: kinds)
    }
  }
}
