internal import ArgumentParser
internal import HearsayAnalysis
internal import HearsayInterchange
internal import HearsayModel
internal import HearsayWorkspace

/// `hearsay annotate`: files, folders or standard input, analysed and written out.
struct AnnotateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "annotate",
    abstract: "Annotate files, folders (.txt .text .md .markdown) or standard input (-).",
    discussion: """
      Nothing is stored. A file that cannot be read has a line on standard error, the others are
      processed all the same, and the exit status is 1; 66 where nothing that was named is there.
      """)

  /// What is read.
  enum InputFormat: String, ExpressibleByArgument, CaseIterable {
    case text
    case jsonl
  }

  @Argument(help: ArgumentHelp("Files or folders, or - for standard input.", valueName: "path"))
  var paths: [String]

  @Option(
    help: ArgumentHelp(
      "The article's date; it comes before the one the text gives.", valueName: "YYYY-MM-DD"))
  var date: String?

  @Option(
    help: ArgumentHelp(
      "text, or jsonl: one document a line, {\"id\", \"text\", \"date\"}.", valueName: "format"))
  var inputFormat: InputFormat = .text

  @Option(
    help: ArgumentHelp("Settings file, instead of the .hearsay.toml found.", valueName: "file"))
  var config: String?

  @Flag(help: "Look for attributions with a very small model: several times as fast, less exact.")
  var fast = false

  @OptionGroup(title: "What is written")
  var export: ExportOptions

  func validate() throws {
    if let date, !AnalysisOptions.isDate(date) {
      throw ValidationError("--date wants a calendar date as YYYY-MM-DD, not “\(date)”.")
    }
  }

  func run() async throws {
    let folder = Console.absoluteFolder(of: paths.first ?? "-")
    let settings = try Console.settings(inFolder: folder, file: config)
    let outlets = ProjectOutlets()
    let edition = outlets.edition(forFolder: folder)
    let format = try export.writer(edition)
    var run = AnnotateRun(
      analyzer: .embedded(effort: fast ? .fast : .full), format: format,
      creator: CreatorRecord(version: Hearsay.version, created: Console.now()))
    run.filter = try export.filter(
      kinds: Set(settings.kinds.compactMap { AnnotationKind(rawValue: $0.rawValue) }),
      confidence: settings.minimumConfidence, edition)
    run.date = date ?? settings.date
    run.dayMonthOrder = settings.dayMonthOrder
    run.outlets = outlets
    switch inputFormat {
    case .text: try await annotateFiles(run, format, edition)
    case .jsonl: try await annotateRows(run, format, edition)
    }
  }

  private func annotateFiles(
    _ run: AnnotateRun, _ format: (any AnnotationFormat)?, _ edition: OutletEdition
  ) async throws {
    let collector = InputCollector(paths)
    for failure in collector.failures { Console.fail(failure.path, failure.error) }
    guard !collector.files.isEmpty else {
      Console.error("hearsay: no input: no .txt, .text, .md or .markdown file found [no-input]")
      throw ExitCode(collector.failures.isEmpty ? 66 : 1)
    }
    let session = try ExportSession(
      export, edition, format: format, inputs: collector.files, total: collector.files.count,
      label: "annotating")
    await run.run(collector.files, jobs: export.workers) { session.take($0) }
    try session.finish(failedFolders: collector.failures.count)
  }

  private func annotateRows(
    _ run: AnnotateRun, _ format: (any AnnotationFormat)?, _ edition: OutletEdition
  ) async throws {
    guard paths.count == 1, let path = paths.first else {
      throw ValidationError("--input-format jsonl reads one file, or - for standard input.")
    }
    var reader: RowReader
    do throws(InputError) {
      reader = try RowReader(path) { Interruption.isRequested }
    } catch {
      Console.fail(path, error)
      throw ExitCode(66)
    }
    let session = try ExportSession(
      export, edition, format: format, inputs: [path], total: nil, label: "annotating")
    let next = { Interruption.isRequested ? nil : reader.next() }
    await run.run(rows: next, jobs: export.workers) { session.take($0) }
    if let failure = reader.failure { session.fail(path, failure) }
    try session.finish()
  }
}
