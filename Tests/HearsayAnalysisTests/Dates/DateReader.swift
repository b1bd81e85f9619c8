import HearsayAnalysis
import HearsayModel
import HearsayTestSupport
import HearsayText
import Testing

/// Runs the date stage on a text of several paragraphs and writes what it found.
struct DateReader {
  let tokenizer = Tokenizer(
    lexicon: Lexicon(
      Array("[abbreviation]\njan feb mar apr jun jul aug sep sept oct nov dec mr mrs gen\n".utf8)))
  let finder = DateReader.embedded

  /// Every language of the program; the files are read once.
  static let embedded = DateFinder(languages: EmbeddedAnalyzer.dateLanguages)

  /// What stands in each paragraph, recognised.
  func mentions(_ paragraph: String) -> [DateMention] {
    finder.find(in: ParagraphInput(Array(paragraph.utf8), tokenizer: tokenizer))
  }

  /// Every expression of one paragraph, read as a whole document would be.
  func expressions(_ paragraph: String, date: String?) -> [TimeExpression] {
    DocumentAnalysis(
      Text(paragraph), options: AnalysisOptions(date: date), analyzer: EmbeddedAnalyzer.rules
    ).findings.dates
  }

  /// Every expression as `TYPE value text`, in order, paragraph after paragraph.
  func lines(
    _ text: String, date: String? = nil, order: DayMonthOrder? = nil
  ) -> [String] {
    var context = DateContext()
    let normalizer = DateNormalizer(
      documentDate: date.map { DocumentDate(value: $0, evidence: .analyst) },
      dayMonthOrder: order)
    return text.split(separator: "\n").flatMap { paragraph in
      let bytes = Array(paragraph.utf8)
      let found = normalizer.resolve(mentions(String(paragraph)), context: &context)
      return found.expressions.map {
        let words = String(decoding: bytes[$0.span.range], as: UTF8.self)
        return "\($0.kind.rawValue) \($0.value) \(words)"
      }
    }
  }
}

/// One sentence with what should be found in it.
struct DateCase: CustomTestStringConvertible, Sendable {
  /// The sentence, or paragraphs between line breaks.
  let text: String
  /// The article's date, or nil.
  let date: String?
  /// `TYPE value text` of each expression in order.
  let expected: [String]

  /// A sentence, the article's date, and what should be found.
  init(_ text: String, _ date: String?, _ expected: String...) {
    self.text = text
    self.date = date
    self.expected = expected
  }

  var testDescription: String { text }
}
