public import HearsayAnalysis
internal import HearsayData
public import HearsayModel
internal import HearsayText
public import Testing

/// Two articles: what was expected and what was found, in the same notation.
public struct MarkedComparison: Hashable, Sendable {
  /// The expectation in canonical form.
  public let expected: String
  /// The findings in canonical form, seen as the expectation looks at them.
  public let found: String

  /// Whether both say the same.
  public var agrees: Bool { expected == found }

  /// Compares findings with an expectation, by the kinds given.
  ///
  /// A finding whose place the expectation marks without a value is shown without one too.
  public init(
    _ findings: Findings, with expectation: MarkedArticle, kinds: Set<MarkedArticle.Kind>
  ) {
    let expectedMarks = expectation.marks.filter { kinds.contains($0.kind) }
    let foundMarks = FindingMark.marks(of: findings).filter { kinds.contains($0.mark.kind) }
      .map { found in MarkedComparison.see(found, as: expectedMarks) }
    expected = MarkedArticle(bytes: expectation.bytes, marks: expectedMarks).notation
    found = MarkedArticle(bytes: expectation.bytes, marks: foundMarks).notation
  }

  private static func see(
    _ found: FindingMark, as expected: [MarkedArticle.Mark]
  ) -> MarkedArticle.Mark {
    let here = expected.filter { $0.kind == found.mark.kind && $0.span == found.mark.span }
    guard !here.isEmpty else { return found.mark }
    var mark = found.mark
    mark.value = found.values.first { value in here.contains { $0.value == value } }
    if mark.value == nil, !here.contains(where: { $0.value == nil }) {
      mark.value = found.mark.value
    }
    return mark
  }
}

/// The analyzer with everything that is compiled into the program.
public enum EmbeddedAnalyzer {
  /// The languages of time expressions, read once for all tests.
  public static let dateLanguages = EmbeddedResources.dateLanguageBytes().map { DateLanguage($0) }

  /// Made once for all tests.
  public static let shared = analyzer(
    attribution: AttributionModel(EmbeddedResources.attributionModel()))
  /// The same with the small model for large collections.
  public static let fast = analyzer(
    attribution: AttributionModel(EmbeddedResources.attributionModel()), effort: .fast)
  /// The same without what was learnt: rules alone.
  public static let rules = analyzer(attribution: nil)

  private static func analyzer(
    attribution: AttributionModel?, effort: AnalysisEffort = .full
  ) -> Analyzer {
    Analyzer(
      resources: AnalysisResources(
        lexicon: Lexicon(EmbeddedResources.lexiconBytes()),
        furniture: FurniturePhrases(EmbeddedResources.furnitureBytes()),
        dates: dateLanguages,
        outlets: OutletRegistry(EmbeddedResources.outletBytes()),
        attribution: attribution),
      effort: effort)
  }
}

/// Expects the analysis of an article to find what is marked in it.
///
///     expectMarked(
///       "{{content q1 =direct:Ana Ruiz|“No,”}} {{cue q1|said}} {{source q1|Ana Ruiz}}.")
///
/// Only the kinds that are marked are compared, and those in `kinds`: say `kinds: .date` for an
/// article in which no date must be found. An article without marks and kinds must have no
/// findings at all. Marks are compared by place, identities by what they join, values where one
/// is given; see ``MarkedArticle`` and ``FindingMark``. Several stretches of one utterance share
/// an identity; two utterances credited by the same words need the words marked once for each,
/// one mark inside the other.
///
/// - Parameters:
///   - article: The article in the marked notation.
///   - date: The article's date, `YYYY-MM-DD`, as the analyst would give it.
///   - kinds: Kinds to compare beside those that are marked.
///   - analyzer: What analyses it: the rules alone, unless said, so that each can be told from what
///     was learnt.
public func expectMarked(
  _ article: String, date: String? = nil, kinds: MarkedArticle.Kind...,
  analyzer: Analyzer = EmbeddedAnalyzer.rules, sourceLocation: SourceLocation = #_sourceLocation
) {
  do {
    let expectation = try MarkedArticle(article)
    var compared = Set(kinds).union(expectation.marks.map(\.kind))
    if compared.isEmpty { compared = Set(MarkedArticle.Kind.allCases) }
    let analysis = DocumentAnalysis(
      try Text(validating: expectation.bytes), options: AnalysisOptions(date: date),
      analyzer: analyzer)
    let comparison = MarkedComparison(analysis.findings, with: expectation, kinds: compared)
    if !comparison.agrees {
      Issue.record(
        "expected:\n\(comparison.expected)\nfound:\n\(comparison.found)",
        sourceLocation: sourceLocation)
    }
  } catch {
    Issue.record(error, sourceLocation: sourceLocation)
  }
}
