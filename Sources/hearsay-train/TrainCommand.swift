import ArgumentParser
import Foundation
import HearsayAnalysis
import HearsayData

/// Learns the attribution tagger's weights from annotated articles; for developers.
@main
struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hearsay-train",
    abstract: "Learns the attribution tagger from articles with brat annotations.",
    discussion: """
      CORPUS holds the folders `train` and `dev`, each with `text/NAME.txt` and \
      `attributions/NAME_ANNOTATOR.ann` (events of `source`, `cue` and `content`, offsets in code \
      points). A parser's word classes in `train.tsv.gz` and `dev.tsv.gz` are learnt too; without \
      them the classes are found by the weights that the program holds. Same data and seed, same \
      bytes.
      """)

  @Argument(help: "The folder of the corpus.", transform: { URL(fileURLWithPath: $0) })
  var corpus: URL

  @Option(help: "The file to write the weights to.")
  var output: String?

  @Option(
    help: "Learn nothing: tell how these weights do on dev, as the program serves them now.")
  var evaluate: String?

  @Option(help: "Learn the fast model alone; everything else is taken from these weights.")
  var beside: String?

  @Option(help: "The file to write the model card to.")
  var card: String?

  @Option(help: "Seed of the order in which examples are seen.")
  var seed: UInt64 = 1

  @Option(help: "The date to write on the card, YYYY-MM-DD.")
  var date: String?

  func validate() throws {
    guard (output == nil) != (evaluate == nil) else {
      throw ValidationError("Say either --output or --evaluate, with the file of the weights.")
    }
  }

  func run() throws {
    if let evaluate { return try tell(evaluate) }
    guard let output else { return }
    let (train, silver) = try read("train")
    let (dev, _) = try read("dev")
    guard !train.paragraphs.isEmpty, !dev.paragraphs.isEmpty else {
      throw ValidationError("\(corpus.path): no annotated articles in train and dev")
    }
    var training = Training(train: train, dev: dev, seed: seed) { line in
      FileHandle.standardError.write(Data("\(line)\n".utf8))
    }
    if !silver {
      guard let model = AttributionModel(EmbeddedResources.attributionModel()) else {
        throw ValidationError("\(corpus.path): no train.tsv.gz, and the program holds no weights")
      }
      training.knownWords = model.words
    }
    if let beside {
      let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: beside)))
      guard bytes.withUnsafeBytes({ AttributionModel($0) }) != nil else {
        throw ValidationError("\(beside): no weights of this version")
      }
      try Data(training.fast(beside: bytes)).write(
        to: URL(fileURLWithPath: output), options: .atomic)
      return try tell(output)
    }
    let result = training.run(sizes: Packing.Sizes())
    try Data(result.bytes).write(to: URL(fileURLWithPath: output), options: .atomic)
    guard let card else { return }
    let text = ModelCard(
      result: result, train: train, dev: dev, seed: seed, date: date, hasSilver: silver
    ).text
    try Data(text.utf8).write(to: URL(fileURLWithPath: card), options: .atomic)
  }

  /// Prints the scores of weights on dev, and what their confidence is worth.
  private func tell(_ weights: String) throws {
    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: weights)))
    let served = Served(try read("dev").0, bytes)
    guard let full = served.scores(.full), let fast = served.scores(.fast) else {
      throw ValidationError("\(weights): no weights of this version")
    }
    print(
      """
      | | content | linked | source | cue |
      |---|---|---|---|---|
      | as served | \(full.scores.cells) |
      | as served, fast | \(fast.scores.cells) |

      Expected calibration error: \(percent(full.calibration.expectedError())) %, fast \
      \(percent(fast.calibration.expectedError())) %.
      """)
  }

  private func read(_ name: String) throws -> (Corpus, hasSilver: Bool) {
    let tokenizer = Tokenizer(lexicon: Lexicon(EmbeddedResources.lexiconBytes()))
    var part = try Corpus(folder: corpus.appending(path: name), tokenizer: tokenizer)
    let file = corpus.appending(path: "\(name).tsv.gz")
    guard FileManager.default.fileExists(atPath: file.path) else { return (part, false) }
    part.addSilver(try TrainCommand.unzip(file).split(separator: "\n"))
    return (part, true)
  }

  private static func unzip(_ file: URL) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["gunzip", "-c", file.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw ValidationError("\(file.path): gunzip ended with \(process.terminationStatus)")
    }
    return String(decoding: data, as: UTF8.self)
  }
}
