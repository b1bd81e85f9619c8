public import HearsayModel
internal import HearsayText

/// What the stages know before they see a text: word classes, phrases, rules, names.
public struct AnalysisResources: Sendable {
  /// Word classes of the language.
  public let lexicon: Lexicon
  /// Phrases of page furniture.
  public let furniture: FurniturePhrases
  /// The languages in which time expressions are found, the first where nothing tells which.
  public let dates: [DateLanguage]
  /// The outlets that can be found.
  public let outlets: OutletRegistry
  /// What was learnt of attributions, or nil for the rules alone.
  public let attribution: AttributionModel?

  /// Everything the stages need, as values.
  public init(
    lexicon: Lexicon, furniture: FurniturePhrases, dates: [DateLanguage],
    outlets: OutletRegistry, attribution: AttributionModel? = nil
  ) {
    self.lexicon = lexicon
    self.furniture = furniture
    self.dates = dates
    self.outlets = outlets
    self.attribution = attribution
  }
}

/// What is known about a document beside its text.
public struct AnalysisOptions: Hashable, Sendable {
  /// The article's date as the analyst gives it, `YYYY-MM-DD`.
  public var date: String?
  /// Which number of a date is the day, as the analyst says, or nil.
  public var dayMonthOrder: DayMonthOrder?
  /// The file's name without folders, as evidence for the article's date.
  public var fileName: String?

  /// Whether a text is a date of the calendar as `YYYY-MM-DD`.
  public static func isDate(_ text: String) -> Bool { CivilDate(iso: text) != nil }

  /// Nothing known unless said.
  public init(
    date: String? = nil, dayMonthOrder: DayMonthOrder? = nil, fileName: String? = nil
  ) {
    self.date = date
    self.dayMonthOrder = dayMonthOrder
    self.fileName = fileName
  }
}

/// The stages of the analysis, ready to be run on any text from any thread.
public struct Analyzer: Sendable {
  let tokenizer: Tokenizer
  let shapes: ShapeFinder
  let dates: DateFinder
  private(set) var outlets: OutletFinder
  private(set) var tagger: AttributionTagger?
  /// The outlets that are found.
  public private(set) var registry: OutletRegistry

  /// Makes the stages from what they need to know.
  public init(resources: AnalysisResources, effort: AnalysisEffort = .full) {
    tokenizer = Tokenizer(lexicon: resources.lexicon)
    shapes = ShapeFinder(phrases: resources.furniture)
    dates = DateFinder(languages: resources.dates)
    registry = resources.outlets
    outlets = OutletFinder(registry: resources.outlets)
    tagger = resources.attribution.map { AttributionTagger($0, effort: effort) }
  }

  /// The same stages, attributions found by rules alone.
  var withoutTagger: Analyzer {
    var copy = self
    copy.tagger = nil
    return copy
  }

  /// The same stages with other outlets.
  public func replacing(outlets registry: OutletRegistry) -> Analyzer {
    var copy = self
    copy.registry = registry
    copy.outlets = OutletFinder(registry: registry)
    return copy
  }

  /// The sentence of a paragraph that holds a byte, without white space at its ends; nil where
  /// there is none.
  func sentence(at byte: Int, ofParagraph bytes: [UInt8]) -> ByteSpan? {
    let input = ParagraphInput(bytes, tokenizer: tokenizer)
    let sentence = input.sentences.last { input.tokens[$0.lowerBound].start <= byte }
    guard let sentence, byte <= input.tokens[sentence.upperBound - 1].end else { return nil }
    return ByteSpan(
      input.tokens[sentence.lowerBound].start, input.tokens[sentence.upperBound - 1].end)
  }

  /// The outlets that a text names, without any other stage; offsets count bytes from its start.
  public func outlets(in bytes: [UInt8]) -> [OutletMention] {
    var found: [(start: Int, findings: OutletFindings)] = []
    bytes.withUnsafeBufferPointer { buffer in
      var start = 0
      for length in ParagraphSplitter.lengths(in: buffer, until: { _ in false }) {
        let piece = UnsafeBufferPointer(rebasing: buffer[start..<(start + length)])
        let findings = outlets.findings(in: piece, tokenizer: tokenizer)
        if !findings.isEmpty { found.append((start, findings)) }
        start += length
      }
    }
    let page = OutletPage(found.lazy.map(\.findings))
    let resolver = OutletResolver(registry: registry)
    var context = OutletContext()
    return found.flatMap { start, findings in
      resolver.resolve(findings, page: page, context: &context).map { $0.shifted(by: start) }
    }
  }

  /// Cuts bytes into paragraphs and reads them, up to a boundary that `isBoundary` accepts or to the
  /// end.
  ///
  /// `known` are those that lay there before: where one is cut as it was, it is kept. Rough ones are
  /// read by rules alone.
  func paragraphs(
    of bytes: [UInt8], keeping known: ArraySlice<Paragraph> = [], isRough: Bool = false,
    until isBoundary: (Int) -> Bool = { _ in false }
  ) -> [Paragraph] {
    var known = known
    let lengths = bytes.withUnsafeBufferPointer {
      ParagraphSplitter.lengths(in: $0, until: isBoundary)
    }
    var reader = ParagraphReader(isRough ? withoutTagger : self)
    var start = 0
    return lengths.map { length in
      defer { start += length }
      // The same beginning, the same length and nothing changed before its end: the same bytes.
      if let old = known.popFirst() {
        if old.byteCount == length { return old }
        known = []
      }
      let piece = bytes[start..<(start + length)]
      return Paragraph(byteCount: length, findings: reader.findings(of: piece), isRough: isRough)
    }
  }
}
