public import HearsayModel
public import HearsayText

/// What is found in a text that is read once, from its beginning to its end.
///
/// The same as a ``DocumentAnalysis`` of the text finds; but nothing is kept that an edit would have
/// to begin from, which costs as much as a good part of the findings.
public struct DocumentReading: Sendable {
  /// Everything found, offsets counted in bytes from the text's start.
  public let findings: Findings
  /// The article's date, or nil where nothing tells.
  public let date: DocumentDate?
  /// Through whom the text came, as far as it tells itself.
  public let outletChain: OutletChain

  /// Reads a whole text.
  public init(
    _ text: Text, options: AnalysisOptions = AnalysisOptions(), analyzer: Analyzer
  ) {
    let paragraphs = analyzer.paragraphs(of: text.allBytes)
    let table = EntityTable(paragraphs.lazy.flatMap(\.findings.introductions))
    let facts = DocumentFacts(paragraphs, table, options: options)
    let resolver = DocumentResolver(table: table, facts: facts, registry: analyzer.registry)
    findings = resolver.findings(of: paragraphs)
    date = facts.date
    outletChain = facts.page.chain(of: findings.outlets, in: analyzer.registry)
  }
}

extension DocumentFacts {
  /// The facts that all paragraphs of a text make, given in order.
  fileprivate init(_ paragraphs: [Paragraph], _ table: EntityTable, options: AnalysisOptions) {
    var tally = DateTally()
    var labels = TranscriptLabels()
    for paragraph in paragraphs {
      tally.add(DateTally(paragraph.findings.dates))
      labels.add(paragraph.findings)
    }
    self.init(paragraphs, options: options, tally: tally)
    self.labels = labels.believed(by: table)
  }
}

extension DocumentResolver {
  /// Findings of all paragraphs of a text, offsets counted from the first one's start.
  fileprivate func findings(of paragraphs: [Paragraph]) -> Findings {
    var findings = Findings()
    findings.quotations.reserveCapacity(
      paragraphs.reduce(0) { $0 + $1.findings.quotations.count + $1.findings.layouts.count })
    findings.dates.reserveCapacity(paragraphs.reduce(0) { $0 + $1.findings.dates.count })
    var context = ResolverContext()
    var pass = pass()
    var start = 0
    for (index, paragraph) in paragraphs.enumerated() {
      let next =
        index + 1 < paragraphs.count ? paragraphs[index + 1].findings.shape : ParagraphShape()
      let ends = findings.ends
      resolve(paragraph, next: next, by: &pass, &context, &findings)
      findings.shift(behind: ends, by: start)
      start += paragraph.byteCount
    }
    return findings
  }
}
