internal import HearsayAnalysis
internal import HearsayData
internal import HearsayModel

/// The date stage alone, from tokens to values: speed, and how it stands hostile input.
struct DateStage {
  private let measure: Measure
  private let finder: DateFinder
  private let tokenizer = Tokenizer(lexicon: Lexicon(EmbeddedResources.lexiconBytes()))

  /// The stage with the languages of the program.
  init(_ measure: Measure) {
    self.measure = measure
    finder = DateFinder(languages: EmbeddedResources.dateLanguageBytes().map { DateLanguage($0) })
  }

  /// Texts that are hard on whatever reads dates, of a size in bytes.
  static let hostile: [(name: String, text: @Sendable (Int) -> [UInt8])] = [
    ("ones", { GeneratedNews.repetition(of: "1 ", bytes: $0) }),
    ("bare digits", { GeneratedNews.repetition(of: "1234567890", bytes: $0) }),
    ("Mondays", { GeneratedNews.repetition(of: "Monday ", bytes: $0) }),
  ]

  /// Nanoseconds a byte of finding and resolving, tokens being there.
  func nanosecondsPerByte(_ bytes: [UInt8], rounds: Int = Measure.rounds) -> Double {
    let piece = 1 << 14
    let paragraphs = stride(from: 0, to: bytes.count, by: piece).map {
      ParagraphInput(Array(bytes[$0..<min(bytes.count, $0 + piece)]), tokenizer: tokenizer)
    }
    let normalizer = DateNormalizer(
      documentDate: DocumentDate(value: "2024-06-12", evidence: .analyst), dayMonthOrder: nil)
    var sink = 0
    let seconds = measure.seconds(rounds: rounds) {
      var context = DateContext()
      for paragraph in paragraphs {
        let mentions = finder.find(in: paragraph)
        sink &+= normalizer.resolve(mentions, context: &context).expressions.count
      }
    }
    precondition(sink >= 0)
    return seconds * 1e9 / Double(max(1, bytes.count))
  }
}
