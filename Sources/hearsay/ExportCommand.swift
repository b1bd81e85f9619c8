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
    help: ArgumentHelp(
      "The article's date, where no analyst has given one; before what the text says.",
      valueName: "YYYY-MM-DD"))
  var date: String?

  @Option(
    help: ArgumentHelp("Settings file, instead of the .hearsay.toml found.", valueName: "file"))
  var config: String?

  @OptionGroup(title: "What is written")
  var export: ExportOptions

  func validate() throws {
    if let date, !AnalysisOptions.isDate(date) {
      throw ValidationError("--date wants a calendar date as YYYY-MM-DD, not “\(date)”.")
    }
  }

  func run() async throws {
    let decisions = DecisionStore()
    let files = try files(decisions)
    let folder = Console.absoluteFolder(of: files.files.first ?? ".")
    let settings = try Console.settings(inFolder: folder, file: config)
    let outlets = ProjectOutlets()
    let edition = outlets.edition(forFolder: folder)
    let format = try export.writer(edition)
    var run = AnnotateRun(
      analyzer: .embedded(), format: format,
      creator: CreatorRecord(version: Hearsay.version, created: Console.now()))
    run.filter = try export.filter(
      kinds: Set(AnnotationKind.allCases), confidence: settings.minimumConfidence, edition)
    run.date = date ?? settings.date
    run.dayMonthOrder = settings.dayMonthOrder
    run.outlets = outlets
    run.decisions = decisions
    let session = try ExportSession(
      export, edition, format: format, inputs: files.files, total: files.files.count,
      label: "exporting")
    await run.run(files.files, jobs: export.workers) { session.take($0) }
    try session.finish(failedFolders: files.failures)
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
    let (stored, unknown): ([String], Int)
    do throws(StoreError) {
      let store = try decisions.store(at: location)
      (stored, unknown) = (try store?.paths() ?? [], try store?.documentsWithoutPath() ?? 0)
    } catch {
      throw Console.exit(error)
    }
    if unknown > 0 {
      Console.error(
        """
        hearsay: no file is known here for \(unknown) of the documents that others decided on; name \
        a folder that holds them: hearsay export FOLDER [no-path]
        """)
    }
    guard !stored.isEmpty else { throw unknown > 0 ? ExitCode(66) : noInput() }
    // As one would name them here, so that a set can be handed on and brought in elsewhere.
    let here = Console.absoluteFolder(of: ".") + "/"
    return (
      stored.map {
        let file = location.file(ofPath: $0)
        return file.utf8.starts(with: here.utf8)
          ? String(decoding: file.utf8.dropFirst(here.utf8.count), as: UTF8.self) : file
      }, 0
    )
  }

  private func noInput() -> ExitCode {
    Console.error("hearsay: no input: nobody has decided on a document here yet [no-input]")
    return ExitCode(66)
  }
}
