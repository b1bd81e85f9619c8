internal import ArgumentParser
internal import HearsayInterchange
internal import HearsayModel
internal import HearsayWorkspace

/// One export while it goes on: where results go, what could not be carried, how far it has come.
final class ExportSession {
  private let options: ExportOptions
  private let name: FormatName
  private let sink: any ExportSink
  private let inputs: InputFiles
  private let total: Int?
  private var meter: ProgressMeter
  private var loss = LossReport()
  private var report: FilterReport
  private var documents = 0
  private var broken: OutputSink.Failure?
  private let sharesScreen: Bool
  /// Inputs that were read, those that failed, and those of them that are not there.
  private var (read, failures, missing) = (0, 0, 0)

  /// Opens where results go, which is none of `inputs`; `total` is the number of documents, or nil
  /// where nobody knows it.
  ///
  /// - Throws: `ExitCode` or a mistake of usage.
  init(
    _ options: ExportOptions, _ edition: OutletEdition, format: (any AnnotationFormat)?,
    inputs: [String], total: Int?, label: String
  ) throws {
    Interruption.listen()
    self.options = options
    self.total = total
    report = FilterReport(options, edition.catalogue)
    Console.tellMistakes(of: edition)
    name = options.chosenFormat
    self.inputs = InputFiles(inputs)
    if let path = options.lossReport, self.inputs.contains(path) {
      throw OutputSink.Failure.isInput(path).exit()
    }
    sink = try ExportSession.sink(options, format, total, self.inputs)
    sharesScreen = options.output == nil && Console.isTerminal(.output)
    meter = ProgressMeter(
      total: total ?? 0, isShown: total != nil && !options.quiet && options.progress.isShown,
      label: label)
  }

  private static func sink(
    _ options: ExportOptions, _ format: (any AnnotationFormat)?, _ total: Int?,
    _ inputs: InputFiles
  ) throws -> any ExportSink {
    let name = options.chosenFormat
    guard let format else {
      guard let output = options.output else {
        throw ValidationError("--format \(name.rawValue) needs --output FILE.")
      }
      return try TableSink(path: output, sparing: inputs)
    }
    guard format.layout == .folder else {
      return try StreamSink(format, try opened(options.output, inputs))
    }
    let isSingle = total == 1
    if let output = options.output {
      let isFile = isSingle && name.fileEnding.map(output.hasSuffix) ?? false
      return isFile
        ? try StreamSink(format, try opened(output, inputs))
        : try FolderSink(format, folder: output, sparing: inputs)
    }
    guard isSingle, name.fileEnding != nil else {
      throw ValidationError("--format \(name.rawValue) writes several files: --output FOLDER.")
    }
    return try StreamSink(format, try opened(nil, inputs))
  }

  private static func opened(_ path: String?, _ inputs: InputFiles) throws -> OutputSink {
    switch OutputSink.open(path, sparing: inputs) {
    case .success(let sink): return sink
    case .failure(let failure): throw failure.exit()
    }
  }

  /// Takes one document's outcome; false ends the run.
  func take(_ outcome: AnnotateRun.Outcome) -> Bool {
    switch outcome.result {
    case .success(let product):
      read += 1
      report.note(outcome)
      if sharesScreen || outcome.isEmpty { meter.clear() }
      if outcome.isEmpty, !options.quiet { Console.notice(outcome.path, "is empty [empty]") }
      if outcome.unsettled > 0 { tellUnsettled(outcome) }
      if outcome.hasOtherDecisions { tellOtherDecisions(outcome) }
      if let product { take(product, path: outcome.path) }
    case .failure(let error):
      fail(outcome.path, error)
    }
    meter.advance()
    return broken == nil && !Interruption.isRequested
  }

  private func tellUnsettled(_ outcome: AnnotateRun.Outcome) {
    meter.clear()
    let count = outcome.unsettled
    Console.notice(
      outcome.path,
      """
      \(count) annotation\(count == 1 ? " is" : "s are") not written: the words have changed or \
      are gone; open the file in an editor to settle it [needs-review]
      """)
  }

  private func tellOtherDecisions(_ outcome: AnnotateRun.Outcome) {
    meter.clear()
    Console.notice(
      outcome.path,
      """
      what was decided on an earlier text of this name is not written: none of its words are here \
      [other-text]
      """)
  }

  private func take(_ product: AnnotateRun.Product, path: String) {
    documents += 1
    switch product {
    case .rendition(let rendition):
      loss.add(rendition.loss)
      broken = sink.take(rendition, path: path)
    case .document(let document):
      broken = sink.take(document)
    }
  }

  /// Tells of an input that failed.
  func fail(_ path: String, _ error: InputError) {
    failures += 1
    if error == .notFound { missing += 1 }
    meter.clear()
    Console.fail(path, error)
    if name == .jsonl { broken = broken ?? sink.note(error, path: path) }
  }

  /// Ends the export: what is complete stays, and everything is told.
  ///
  /// - Parameter folders: How many folders could not be looked through.
  /// - Throws: `ExitCode` unless all went well.
  func finish(failedFolders folders: Int = 0) throws {
    meter.clear()
    // Nothing that was named is there: what an earlier run has written is worth more than nothing.
    if missing > 0, missing == failures, read + folders == 0, !Interruption.isRequested {
      _ = options.output == nil ? sink.finish().map(\.reason) : sink.abandon(documents: 0)
      throw ExitCode(66)
    }
    if Interruption.isRequested, broken == nil {
      let left = sink.abandon(documents: documents)
      let of = total.map { " of \($0)" } ?? ""
      Console.error("hearsay: stopped after \(documents)\(of) documents; \(left) [interrupted]")
      throw ExitCode(Interruption.exitStatus)
    }
    if let failure = broken ?? sink.finish() {
      _ = sink.abandon(documents: documents)
      throw failure.exit()
    }
    try tellLoss()
    if report.tell() + failures + folders > 0 { throw ExitCode(1) }
  }

  private func tellLoss() throws {
    loss.add(sink.loss)
    if let path = options.lossReport {
      let sink = try ExportSession.opened(path, inputs)
      let bytes = LossReportJSON.json(loss, format: name.rawValue, documents: documents)
      if let failure = sink.write(bytes) ?? sink.finish() { throw failure.exit() }
    }
    if !loss.isEmpty { Console.error("hearsay: \(name.rawValue) \(loss.line) [loss]") }
  }
}
