internal import ArgumentParser
internal import HearsayInterchange
internal import HearsayStore
internal import HearsayWorkspace

/// `hearsay agree`: how far annotators agree, and where they do not.
struct AgreeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "agree",
    abstract: "Measure agreement between annotators, and list where they differ.",
    discussion: """
      Each set is an export (JSON lines), a folder of brat's files, a project with decisions or its \
      database; the annotator is called like it. With --by-author one project is split by who \
      decided. Documents are the same where their names are, folders and endings left out; what \
      was rejected does not count.
      """)

  /// How the list of disagreements is written.
  enum ListFormat: String, ExpressibleByArgument, CaseIterable {
    case jsonl
    case csv
    case html
  }

  @Argument(help: ArgumentHelp("Two or more sets.", valueName: "file|folder"))
  var sets: [String]

  @Flag(help: "Take each author of the one project named for an annotator.")
  var byAuthor = false

  @Flag(
    help: """
      Put the disagreements into the project around the working folder, so that they are settled in \
      the editor.
      """)
  var adjudicate = false

  @Flag(help: "The panel as JSON.")
  var json = false

  @Option(help: ArgumentHelp("Write the disagreements to a file.", valueName: "file"))
  var disagreements: String?

  @Option(help: "How disagreements are written: jsonl, csv or html.")
  var format: ListFormat = .jsonl

  @Option(
    help: ArgumentHelp("Draws for the confidence intervals; 0 for none.", valueName: "number"))
  var bootstrap = 1_000

  @Option(help: ArgumentHelp("Samples for what γ expects of chance.", valueName: "number"))
  var samples = 30

  @Option(help: ArgumentHelp("The same seed gives the same figures.", valueName: "number"))
  var seed: UInt64 = 1

  func validate() throws {
    if byAuthor, sets.count != 1 { throw ValidationError("--by-author wants one project.") }
    if !byAuthor, sets.count < 2 { throw ValidationError("Name at least two sets.") }
    if !(0...100_000).contains(bootstrap) {
      throw ValidationError("--bootstrap wants a number from 0 to 100000.")
    }
    if !(1...10_000).contains(samples) {
      throw ValidationError("--samples wants a number from 1 to 10000.")
    }
  }

  func run() throws {
    let annotators = byAuthor ? try authors(of: sets[0]) : try sets.map(read)
    guard annotators.count > 1 else {
      Console.error("hearsay: only one author decided here [one-annotator]")
      throw ExitCode(65)
    }
    var problems = 0
    for set in annotators {
      for problem in set.problems {
        Console.error(
          "hearsay: \(set.name): \(problem.place): \(problem.message) [\(problem.code.rawValue)]")
      }
      problems += set.problems.count
    }
    let panel = AgreementRun(annotators, draws: bootstrap, samples: samples, seed: seed).panel()
    guard !panel.documents.isEmpty else {
      Console.error("hearsay: the sets have no document in common [no-common-document]")
      throw ExitCode(65)
    }
    for name in panel.unshared {
      Console.notice(name, "only some have it; it is left out [not-shared]")
    }
    let report = AgreementReport(panel)
    try Console.print(json ? report.json() : Array(report.text().utf8))
    try writeList(panel)
    if adjudicate { try putIntoProject(panel) }
    if problems > 0 { throw ExitCode(1) }
  }

  /// The set a path names.
  private func read(_ path: String) throws -> AnnotatorSet {
    if let location = StoredSets.location(path) {
      do throws(StoreError) {
        return try StoredSets.whole(
          location, name: AnnotatorSet.name(of: location, path), in: DecisionStore())
      } catch {
        throw Console.exit(error)
      }
    }
    do throws(InputError) {
      return try AnnotatorSet.read(path)
    } catch {
      Console.fail(path, error)
      throw ExitCode(error.exitStatus)
    }
  }

  private func authors(of path: String) throws -> [AnnotatorSet] {
    guard let location = StoredSets.location(path) else {
      Console.error("hearsay: \(path): there are no decisions here [no-store]")
      throw ExitCode(66)
    }
    do throws(StoreError) {
      return try StoredSets.byAuthor(location, in: DecisionStore())
    } catch {
      throw Console.exit(error)
    }
  }

  private func putIntoProject(_ panel: AgreementPanel) throws {
    let location = DecisionStore().location(forFolder: Console.absoluteFolder(of: "."))
    guard let path = AdjudicationList.path(at: location) else {
      Console.error(
        "hearsay: there is no project here: make a folder .hearsay or a file .hearsay.toml [no-project]"
      )
      throw ExitCode(66)
    }
    do {
      try AdjudicationList.write(DisagreementList.jsonLines(panel.disagreements), to: path)
    } catch {
      Console.error("hearsay: \(path): it cannot be written [cannot-write]")
      throw ExitCode(74)
    }
    Console.error(
      "hearsay: \(panel.disagreements.count) disagreements stand in \(path); the editor shows them")
  }

  private func writeList(_ panel: AgreementPanel) throws {
    guard let path = disagreements else { return }
    let bytes =
      switch format {
      case .jsonl: DisagreementList.jsonLines(panel.disagreements)
      case .csv: DisagreementList.table(panel.disagreements, annotators: panel.annotators)
      case .html: DisagreementList.page(panel.disagreements, annotators: panel.annotators)
      }
    switch OutputSink.open(path, sparing: InputFiles(sets)) {
    case .failure(let failure): throw failure.exit()
    case .success(let sink):
      if let failure = sink.write(bytes) ?? sink.finish() { throw failure.exit() }
    }
  }
}
