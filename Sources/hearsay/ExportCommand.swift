internal import ArgumentParser
internal import HearsayAnalysis
internal import HearsayInterchange
internal import HearsayModel
internal import HearsayStore
internal import HearsayWorkspace

/// `hearsay export`: the stored annotation set, analysts' decisions over suggestions.
struct ExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the annotation set: analysts' decisions over suggestions.",
    discussion: """
      Without paths: every document of the project that somebody decided on. What was rejected or \
      is ignored is left out; annotations whose words are no longer surely found are counted on \
      standard error.
      """)

  @Argument(help: ArgumentHelp("Files or folders.", valueName: "path"))
  var paths: [String] = []

  @Option(
    help: ArgumentHelp("Kinds to write, of: quotation,date,outlet,note.", valueName: "kinds"))
  var kinds: String?

  @Option(
    help: ArgumentHelp(
      "The article's date, where neither an analyst nor the text gives one.",
      valueName: "YYYY-MM-DD"))
  var date: String?

  @Option(
    help: ArgumentHelp("Write to a file, which appears only when all is done.", valueName: "file"))
  var output: String?

  @Option(
    help: ArgumentHelp("Settings file, instead of the .hearsay.toml found.", valueName: "file"))
  var config: String?

  @Flag(help: "No notices on standard error; errors are still told.")
  var quiet = false

  func validate() throws {
    if let date, !AnalysisOptions.isDate(date) {
      throw ValidationError("--date wants a calendar date as YYYY-MM-DD, not “\(date)”.")
    }
    _ = try chosenKinds()
  }

  private func chosenKinds() throws -> Set<AnnotationKind> {
    guard let kinds else { return Set(AnnotationKind.allCases) }
    return Set(
      try kinds.split(separator: ",").map { name in
        guard let kind = AnnotationKind(rawValue: String(name)) else {
          throw ValidationError("--kinds knows quotation, date, outlet and note, not “\(name)”.")
        }
        return kind
      })
  }

  func run() async throws {
    let decisions = DecisionStore()
    let files = try files(decisions)
    var failures = files.failures
    let folder = Console.absoluteFolder(of: files.files.first ?? ".")
    let (settings, problems) = ProjectSettings(file: config).settings(forFolder: folder)
    for problem in problems {
      Console.error("hearsay: \(problem.message) [\(problem.code.rawValue)]")
    }
    var run = AnnotateRun(
      analyzer: .embedded(), format: .jsonLines, kinds: try chosenKinds(),
      date: date ?? settings.date, dayMonthOrder: settings.dayMonthOrder,
      minimumConfidence: settings.minimumConfidence,
      creator: CreatorRecord(version: Hearsay.version, created: Console.now()))
    run.outlets = ProjectOutlets()
    run.decisions = decisions
    let sink = try openSink()
    var broken: OutputSink.Failure?
    await run.run(files.files, jobs: 1) { outcome in
      switch outcome.result {
      case .success(let bytes):
        broken = sink.write(bytes)
        if outcome.unsettled > 0, !quiet { notice(outcome) }
      case .failure(let error):
        failures += 1
        Console.fail(outcome.path, error)
      }
      return broken == nil
    }
    if let failure = broken ?? sink.finish() { throw failure.exit() }
    if failures > 0 { throw ExitCode(1) }
  }

  private func openSink() throws -> OutputSink {
    switch OutputSink.open(output) {
    case .success(let sink): return sink
    case .failure(let failure): throw failure.exit()
    }
  }

  private func notice(_ outcome: AnnotateRun.Outcome) {
    let count = outcome.unsettled
    Console.notice(
      outcome.path,
      """
      \(count) annotation\(count == 1 ? " is" : "s are") not written: the words have changed or \
      are gone; open the file in an editor to settle it [needs-review]
      """)
  }

  /// The files given, else those of the project that somebody decided on.
  private func files(_ decisions: DecisionStore) throws -> (files: [String], failures: Int) {
    guard paths.isEmpty else {
      let collector = InputCollector(paths)
      for failure in collector.failures { Console.fail(failure.path, failure.error) }
      if collector.files.isEmpty, collector.failures.isEmpty { throw noInput() }
      return (collector.files, collector.failures.count)
    }
    let location = decisions.location(forFolder: Console.absoluteFolder(of: "."))
    let stored: [String]
    do throws(StoreError) {
      stored = try decisions.store(at: location)?.paths() ?? []
    } catch {
      throw Console.exit(error)
    }
    guard !stored.isEmpty else { throw noInput() }
    return (stored.map { location.file(ofPath: $0) }, 0)
  }

  private func noInput() -> ExitCode {
    Console.error("hearsay: no input: nobody has decided on a document here yet [no-input]")
    return ExitCode(66)
  }
}
