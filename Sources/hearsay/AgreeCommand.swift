internal import ArgumentParser
internal import HearsayInterchange
internal import HearsayWorkspace

/// `hearsay agree`: how far annotators agree, and where they do not.
struct AgreeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "agree",
    abstract: "Measure agreement between annotators, and list where they differ.",
    discussion: """
      Each set is an export (JSON lines) or a folder of brat's files; the annotator is called like \
      it. Documents are the same where their names are, folders and endings left out; what was \
      rejected does not count.
      """)

  /// How the list of disagreements is written.
  enum ListFormat: String, ExpressibleByArgument, CaseIterable {
    case jsonl
    case csv
    case html
  }

  @Argument(help: ArgumentHelp("Two or more sets.", valueName: "file|folder"))
  var sets: [String]

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
    if sets.count < 2 { throw ValidationError("Name at least two sets.") }
    if !(0...100_000).contains(bootstrap) {
      throw ValidationError("--bootstrap wants a number from 0 to 100000.")
    }
    if !(1...10_000).contains(samples) {
      throw ValidationError("--samples wants a number from 1 to 10000.")
    }
  }

  func run() throws {
    var annotators: [AnnotatorSet] = []
    var problems = 0
    for path in sets {
      do throws(InputError) {
        let set = try AnnotatorSet.read(path)
        for problem in set.problems {
          Console.error(
            "hearsay: \(path): \(problem.place): \(problem.message) [\(problem.code.rawValue)]")
        }
        problems += set.problems.count
        annotators.append(set)
      } catch {
        Console.fail(path, error)
        throw ExitCode(error == .notFound ? 66 : 74)
      }
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
    if problems > 0 { throw ExitCode(1) }
  }

  private func writeList(_ panel: AgreementPanel) throws {
    guard let path = disagreements else { return }
    let bytes =
      switch format {
      case .jsonl: DisagreementList.jsonLines(panel.disagreements)
      case .csv: DisagreementList.table(panel.disagreements, annotators: panel.annotators)
      case .html: DisagreementList.page(panel.disagreements, annotators: panel.annotators)
      }
    switch OutputSink.open(path) {
    case .failure(let failure): throw failure.exit()
    case .success(let sink):
      if let failure = sink.write(bytes) ?? sink.finish() { throw failure.exit() }
    }
  }
}
