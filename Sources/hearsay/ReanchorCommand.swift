internal import ArgumentParser
internal import HearsayInterchange
internal import HearsayWorkspace

/// `hearsay reanchor`: annotations moved from one version of a text to the next.
struct ReanchorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reanchor",
    abstract: "Move annotations, JSON lines on standard input, to a new version of their text.",
    discussion: """
      Each line comes out with its places in the new text and "anchoring": anchored (the same \
      words in the same place), review (changed, moved or ambiguous: look at it) or orphaned (the \
      words are gone; the old places stay). Nothing is stored. A line that is no annotation has a \
      line on standard error, the others are processed all the same, and the exit status is 1.
      """)

  @Option(help: ArgumentHelp("The text the annotations were made on.", valueName: "old"))
  var from: String

  @Option(help: ArgumentHelp("The text they shall stand in.", valueName: "new"))
  var to: String

  @Option(
    help: ArgumentHelp("Write to a file, which appears only when all is done.", valueName: "file"))
  var output: String?

  func run() throws {
    let old = try load(from)
    let new = try load(to)
    let sink: OutputSink
    switch OutputSink.open(output, sparing: InputFiles([from, to])) {
    case .success(let opened): sink = opened
    case .failure(let failure): throw failure.exit()
    }
    var failures = 0
    var broken: OutputSink.Failure?
    do throws(InputError) {
      try ReanchorRun(from: old, to: new).run(.standardInput) { outcome in
        switch outcome {
        case .moved(let bytes): broken = sink.write(bytes)
        case .failed(let line, let error):
          failures += 1
          Console.error("hearsay: -:\(line): \(error.reason) [\(error.code)]")
        }
        return broken == nil
      }
    } catch {
      Console.fail("-", error)
      throw ExitCode(74)
    }
    if let failure = broken ?? sink.finish() { throw failure.exit() }
    if failures > 0 { throw ExitCode(1) }
  }

  private func load(_ path: String) throws -> LoadedDocument {
    do throws(InputError) {
      return try DocumentLoader.load(path)
    } catch {
      Console.fail(path, error)
      throw ExitCode(error.exitStatus)
    }
  }
}

extension InputError {
  /// The sysexits number of a command that cannot go on without the file.
  var exitStatus: Int32 {
    switch self {
    case .notFound, .notAFile: 66
    case .tooLarge, .notUTF8, .otherUnicode, .binary, .badRow, .store: 65
    case .outsideFolder: 77
    case .unreadable: 74
    }
  }
}
