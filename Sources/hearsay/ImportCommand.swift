internal import ArgumentParser
internal import HearsayInterchange
internal import HearsayStore
internal import HearsayWorkspace

/// `hearsay import`: annotations from a format that can be read back.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Bring annotations in from a file or folder of another tool.",
    discussion: """
      Everything is planned first and nothing that was decided here is overwritten, so the same \
      file a second time changes nothing. Words that have changed are looked for; what is not \
      surely found is counted and not brought in. `hearsay undo` takes a document's import back.
      """)

  @Argument(help: ArgumentHelp("What to read.", valueName: "file|folder"))
  var input: String

  @Option(
    help: ArgumentHelp(
      "jsonl, web-annotation, brat, uima-cas(-json), label-studio or csv. Default: by the file's name.",
      valueName: "format"))
  var format: String?

  @Option(
    help: ArgumentHelp(
      "The folder the documents lie below; nothing outside of it is touched.", valueName: "folder"))
  var root = "."

  @Flag(help: "Say what would happen, and write nothing.")
  var dryRun = false

  @Flag(help: "No report; errors and what does not come in are still told.")
  var quiet = false

  /// Both forms of a CAS are told apart by what is in the file.
  private var namedFormat: ImportFormat? {
    format.flatMap { ImportFormat(rawValue: $0 == "uima-cas-json" ? "uima-cas" : $0) }
  }

  func validate() throws {
    if let format, namedFormat == nil {
      let known = ImportFormat.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("--format knows \(known), not “\(format)”.")
    }
  }

  func run() throws {
    guard Console.exists(input).anything else {
      Console.fail(input, .notFound)
      throw ExitCode(InputError.notFound.exitStatus)
    }
    guard Console.exists(root).folder else {
      Console.error("hearsay: \(root): is no folder, so no document lies below it [not-found]")
      throw ExitCode(66)
    }
    guard let format = namedFormat ?? ImportFormat.guess(input) else {
      Console.error("hearsay: \(input): its format is not clear; say it with --format [no-format]")
      throw ExitCode(64)
    }
    let set: ImportedSet
    do throws(InputError) {
      set = try format.read(input)
    } catch {
      Console.fail(input, error)
      throw ExitCode(error.exitStatus)
    }
    for problem in set.problems {
      Console.error(
        "hearsay: \(input): \(problem.place): \(problem.message) [\(problem.code.rawValue)]")
    }
    guard !set.documents.isEmpty else {
      Console.error("hearsay: \(input): no annotation could be read [import-empty]")
      throw ExitCode(65)
    }
    let failures = try bring(set)
    if failures + set.problems.count > 0 { throw ExitCode(1) }
  }

  /// Plans, carries out and reports; the number of documents that could not be used.
  private func bring(_ set: ImportedSet) throws -> Int {
    let folder = Console.absoluteFolder(of: root)
    let settings = Console.settings(inFolder: folder)
    let decisions = DecisionStore()
    var run = AnnotateRun(
      analyzer: .embedded(), format: nil,
      creator: CreatorRecord(version: Hearsay.version, created: Console.now()))
    run.date = settings.date
    run.dayMonthOrder = settings.dayMonthOrder
    let outlets = ProjectOutlets()
    Console.tellMistakes(of: outlets.edition(forFolder: folder))
    run.outlets = outlets
    let importer = ImportRun(
      root: folder, run: run, decisions: decisions, stamp: .now(author: settings.author))
    let plans = dryRun ? importer.plan(set) : importer.bring(set)
    for plan in plans {
      if let failure = plan.failure { Console.fail(plan.name, failure) }
    }
    if quiet { tellLeft(plans) } else { try Console.print(Array(report(plans).utf8)) }
    if case .store(let error)? = plans.last?.failure, error != .conflict {
      let left = set.documents.count - plans.count
      if left > 0 { Console.error("hearsay: \(input): \(left) more documents were not brought in") }
      throw Console.status(error)
    }
    return plans.count { $0.failure != nil }
  }

  /// Annotations of a document that do not come in, in words.
  private func left(_ plan: ImportRun.DocumentPlan) -> [String] {
    [(plan.review, "need review"), (plan.orphaned, "not found")].compactMap { count, words in
      count > 0 ? "\(count) \(words)" : nil
    }
  }

  /// What does not come in is told whether anybody wants a report or not.
  private func tellLeft(_ plans: [ImportRun.DocumentPlan]) {
    for plan in plans where plan.failure == nil && !left(plan).isEmpty {
      Console.notice(plan.name, "\(left(plan).joined(separator: ", ")); not brought in [loss]")
    }
  }

  private func report(_ plans: [ImportRun.DocumentPlan]) -> String {
    var out = dryRun ? "dry run: nothing was written\n" : ""
    for plan in plans where plan.failure == nil {
      var parts = ImportEffect.allCases.compactMap { effect in
        plan.effects[effect].map { "\($0) \(effect.rawValue)" }
      }
      parts += left(plan)
      out += "\(plan.name): \(parts.isEmpty ? "nothing" : parts.joined(separator: ", "))\n"
    }
    return out
  }
}
