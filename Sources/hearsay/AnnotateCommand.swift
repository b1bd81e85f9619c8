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
      processed all the same, and the exit status is 1.
      """)

  /// How results are written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case jsonl
    case pretty
  }

  @Argument(help: ArgumentHelp("Files or folders, or - for standard input.", valueName: "path"))
  var paths: [String]

  @Option(help: "jsonl, or pretty: the text with its margin. Default: pretty on a terminal.")
  var format: Format?

  @Option(
    help: ArgumentHelp(
      "The article's date; it comes before the one the text gives.", valueName: "YYYY-MM-DD"))
  var date: String?

  @Option(help: ArgumentHelp("Kinds to write, of: quotation,date,outlet.", valueName: "kinds"))
  var kinds: String?

  @Option(help: ArgumentHelp("Files analysed at once. Default: as many as there are processors."))
  var jobs: Int?

  @Option(
    help: ArgumentHelp("Write to a file, which appears only when all is done.", valueName: "file"))
  var output: String?

  @Option(
    help: ArgumentHelp("Settings file, instead of the .hearsay.toml found.", valueName: "file"))
  var config: String?

  @Flag(help: "No progress and no notices on standard error; errors are still told.")
  var quiet = false

  @Flag(help: "Look for attributions in one pass only: several times faster, less exact.")
  var fast = false

  @Option(help: "Progress on standard error: auto (on a terminal), always or never.")
  var progress: ProgressMode = .auto

  func validate() throws {
    if let date, !AnalysisOptions.isDate(date) {
      throw ValidationError("--date wants a calendar date as YYYY-MM-DD, not “\(date)”.")
    }
    if let jobs, jobs < 1 || jobs > 1024 {
      throw ValidationError("--jobs wants a number from 1 to 1024.")
    }
    _ = try chosenKinds(Settings())
  }

  /// The settings of the first path's project, or of the file given.
  private func foundSettings() throws -> Settings {
    let folder = Console.absoluteFolder(of: paths.first ?? "-")
    let (settings, problems) = ProjectSettings(file: config).settings(forFolder: folder)
    for problem in problems {
      Console.error("hearsay: \(problem.message) [\(problem.code.rawValue)]")
    }
    if config != nil, problems.contains(where: { $0.code == .unreadable }) { throw ExitCode(78) }
    return settings
  }

  private func chosenKinds(_ settings: Settings) throws -> Set<AnnotationKind> {
    guard let kinds else {
      return Set(settings.kinds.compactMap { AnnotationKind(rawValue: $0.rawValue) })
    }
    return Set(
      try kinds.split(separator: ",").map { name in
        guard let kind = AnnotationKind(rawValue: String(name)), kind != .note else {
          throw ValidationError("--kinds knows quotation, date and outlet, not “\(name)”.")
        }
        return kind
      })
  }

  func run() async throws {
    let collector = InputCollector(paths)
    var failures = collector.failures.count
    for failure in collector.failures { Console.fail(failure.path, failure.error) }
    guard !collector.files.isEmpty else {
      Console.error("hearsay: no input: no .txt, .text, .md or .markdown file found [no-input]")
      throw ExitCode(failures > 0 ? 1 : 66)
    }
    let settings = try foundSettings()
    let kinds = try chosenKinds(settings)
    let sink = try openSink()
    var run = AnnotateRun(
      analyzer: .embedded(effort: fast ? .fast : .full), format: chosenFormat(), kinds: kinds,
      date: date ?? settings.date, dayMonthOrder: settings.dayMonthOrder,
      minimumConfidence: settings.minimumConfidence,
      creator: CreatorRecord(version: Hearsay.version, created: Console.now()))
    run.outlets = ProjectOutlets()
    var meter = ProgressMeter(
      total: collector.files.count, isShown: !quiet && progress.isShown, label: "annotating")
    let sharesScreen = output == nil && Console.isTerminal(.output)
    var broken: OutputSink.Failure?
    await run.run(collector.files, jobs: jobs ?? Console.processors) { outcome in
      switch outcome.result {
      case .success(let bytes):
        if sharesScreen || outcome.isEmpty { meter.clear() }
        if outcome.isEmpty, !quiet { Console.notice(outcome.path, "is empty [empty]") }
        broken = sink.write(bytes)
      case .failure(let error):
        failures += 1
        meter.clear()
        Console.fail(outcome.path, error)
      }
      meter.advance()
      return broken == nil
    }
    meter.clear()
    if let failure = broken ?? sink.finish() { throw failure.exit() }
    if failures > 0 { throw ExitCode(1) }
  }

  private func openSink() throws -> OutputSink {
    switch OutputSink.open(output) {
    case .success(let sink): return sink
    case .failure(let failure): throw failure.exit()
    }
  }

  private func chosenFormat() -> AnnotateRun.Format {
    let isTerminal = output == nil && Console.isTerminal(.output)
    switch format ?? (isTerminal ? .pretty : .jsonl) {
    case .jsonl: return .jsonLines
    case .pretty:
      return .margin(
        .init(columns: Console.columns, colours: isTerminal && Console.wantsColours))
    }
  }
}
