internal import HearsayModel
internal import HearsayText

/// What the stages know before they see a text: word classes, rules, names.
public struct AnalysisResources: Sendable {
  /// Word classes of the language.
  public let lexicon: Lexicon

  /// Everything the stages need, as values.
  public init(lexicon: Lexicon) {
    self.lexicon = lexicon
  }
}

/// What is known about a document beside its text.
public struct AnalysisOptions: Hashable, Sendable {
  /// The article's date as the analyst gives it, `YYYY-MM-DD`.
  public var date: String?
  /// The file's name without folders, as evidence for the article's date.
  public var fileName: String?

  /// Nothing known unless said.
  public init(date: String? = nil, fileName: String? = nil) {
    self.date = date
    self.fileName = fileName
  }
}

/// The stages of the analysis, ready to be run on any text from any thread.
public struct Analyzer: Sendable {
  let tokenizer: Tokenizer

  /// Makes the stages from what they need to know.
  public init(resources: AnalysisResources) {
    tokenizer = Tokenizer(lexicon: resources.lexicon)
  }

  /// What a paragraph says by itself.
  func findings(ofParagraph bytes: [UInt8]) -> ParagraphFindings {
    let input = ParagraphInput(bytes, tokenizer: tokenizer)
    _ = input
    return ParagraphFindings()
  }
}

/// What a paragraph's bytes alone tell, before anything is resolved across paragraphs.
struct ParagraphFindings: Sendable {
}
