import HearsayTestSupport
import Testing

/// One idea about who is credited, named in words, with an invented article in the marked notation.
struct AttributionCase: CustomTestStringConvertible, Sendable {
  /// The idea.
  let name: String
  /// The article with everything that is to be found in it.
  let article: String

  /// The idea and its article.
  init(_ name: String, _ article: String) {
    self.name = name
    self.article = article
  }

  /// The idea.
  var testDescription: String { name }

  /// Expects the marked quotations, credits and problems, and no others; the article is of a
  /// Wednesday.
  func expect(date: String? = "2024-03-06", sourceLocation: SourceLocation = #_sourceLocation) {
    expectMarked(
      article, date: date, kinds: .content, .source, .cue, .problem,
      sourceLocation: sourceLocation)
  }

  /// Expects the same of everything together, what was learnt included.
  func expectWhole(sourceLocation: SourceLocation = #_sourceLocation) {
    expectMarked(
      article, date: "2024-03-06", kinds: .content, .source, .cue, .problem,
      analyzer: EmbeddedAnalyzer.shared, sourceLocation: sourceLocation)
  }

  /// Expects the marked furniture and dates too; the article's day is the one it gives itself.
  func expectPage(sourceLocation: SourceLocation = #_sourceLocation) {
    expectMarked(
      article, kinds: .content, .source, .cue, .problem, .furniture, .date,
      sourceLocation: sourceLocation)
  }
}
