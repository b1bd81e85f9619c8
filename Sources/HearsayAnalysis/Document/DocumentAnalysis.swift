public import HearsayModel
public import HearsayText

/// A text with everything that was found in it, kept up to date edit by edit.
///
/// A value: a copy is a snapshot that later edits do not touch, and costs nothing. The findings of
/// a paragraph depend on its bytes alone and are made once; what crosses paragraphs is a cheap pass
/// over those findings, run again only as far as an edit changes what it carries along.
/// Analysis never fails and never throws, whatever the text.
public struct DocumentAnalysis: Sendable {
  /// The text as it is now.
  public private(set) var text: Text
  /// What is known about the document beside its text.
  public private(set) var options: AnalysisOptions
  /// The article's date, or nil where nothing tells.
  public var date: DocumentDate? { facts.date }

  /// Who published the page, as far as it tells.
  var page: OutletPage { facts.page }
  /// The outlets that are found.
  var registry: OutletRegistry { analyzer.registry }

  let analyzer: Analyzer
  private(set) var paragraphs: [Paragraph] = []
  /// Byte offset of every paragraph's start, and the text's length at the end.
  private(set) var starts: [Int] = [0]
  /// What the document pass made of every paragraph.
  private(set) var resolved: [ResolvedParagraph] = []
  /// How often each full name is given; the table of entities hangs on the keys alone.
  private var introductions: [Introduction: Int] = [:]
  private(set) var table = EntityTable()
  private var labels = TranscriptLabels()
  private var facts = DocumentFacts()
  /// What the paragraphs' dates count from.
  private var tally = DateTally()
  private(set) var totals = FindingCounts()
  private var resolver: DocumentResolver

  /// Analyses a whole text.
  ///
  /// With `isRough` its paragraphs are read by rules alone, many times as fast, until
  /// ``apply(_:)`` brings better readings of them; what is edited is read with all care.
  public init(
    _ text: Text, options: AnalysisOptions = AnalysisOptions(), analyzer: Analyzer,
    isRough: Bool = false
  ) {
    self.text = text
    self.options = options
    self.analyzer = analyzer
    facts = DocumentFacts([], options: options)
    resolver = DocumentResolver(table: table, facts: facts, registry: analyzer.registry)
    replaceParagraphs(0..<0, with: analyzer.paragraphs(of: text.allBytes, isRough: isRough))
  }

  /// Changes what is known beside the text and resolves anew.
  public mutating func setOptions(_ options: AnalysisOptions) {
    self.options = options
    resolve(from: 0, through: paragraphs.count, Change(touchesFacts: true))
  }

  /// Puts `replacement` in the place of the bytes of `span` and brings the findings up to date.
  ///
  /// With `isRough` what is new is read by rules alone, as by ``init(_:options:analyzer:isRough:)``.
  ///
  /// - Throws: ``TextError`` as ``Text/replace(_:with:)`` does; nothing is changed then.
  public mutating func replace(
    _ span: ByteSpan, with replacement: [UInt8], isRough: Bool = false
  ) throws(TextError) {
    try text.replace(span, with: replacement)
    let first = max(0, paragraphIndex(at: span.start) - 1)
    let delta = replacement.count - span.count
    let origin = starts[first]
    let changedEnd = span.start + replacement.count
    // Cut anew until a boundary behind the edit stands where one stood before. Near the window's
    // edge a boundary is not believed: the line behind it was not seen whole.
    let whole = text.byteCount - origin
    var window = changedEnd - origin + ParagraphSplitter.maximumSize * 4
    while true {
      window = min(window, whole)
      let trusted = window == whole ? whole : window - ParagraphSplitter.maximumSize * 2
      let bytes = text.bytes(in: ByteSpan(origin, origin + window))
      var stop: Int?
      let known = unchanged(from: first, before: span.start)
      let fresh = analyzer.paragraphs(of: bytes, keeping: known, isRough: isRough) { offset in
        guard origin + offset >= changedEnd, offset <= trusted else { return offset > trusted }
        stop = boundary(at: origin + offset - delta)
        return stop != nil
      }
      if stop != nil || window == whole {
        replaceParagraphs(first..<(stop ?? paragraphs.count), with: fresh)
        return
      }
      window *= 4
    }
  }

  /// Everything found, offsets counted in bytes from the document's start.
  public var findings: Findings {
    var result = Findings()
    result.quotations.reserveCapacity(totals.quotations)
    result.dates.reserveCapacity(totals.dates)
    result.outlets.reserveCapacity(totals.outlets)
    for (index, paragraph) in resolved.enumerated() {
      result.append(paragraph.findings, shiftedBy: starts[index])
    }
    return result
  }

  /// Everything found in the paragraphs that a span touches.
  public func findings(in span: ByteSpan) -> Findings {
    var result = Findings()
    guard !paragraphs.isEmpty else { return result }
    var index = paragraphIndex(at: span.start)
    while index < paragraphs.count, starts[index] <= span.end {
      result.append(resolved[index].findings, shiftedBy: starts[index])
      index += 1
    }
    return result
  }

  /// The beginning of what was found, with the number of what was left out.
  ///
  /// All problems, and whole paragraphs of every other kind until `limit` is reached. Beside what
  /// is returned this costs one step for each paragraph, so that a long document can be shown in
  /// part without collecting all of it.
  public func leadingFindings(atLeast limit: Int) -> (findings: Findings, omitted: Int) {
    var result = Findings()
    for index in paragraphs.indices {
      let isFull =
        (result.quotations.count >= limit || result.quotations.count == totals.quotations)
        && (result.dates.count >= limit || result.dates.count == totals.dates)
        && (result.outlets.count >= limit || result.outlets.count == totals.outlets)
      if isFull, result.problems.count == totals.problems { break }
      let here = resolved[index].findings
      guard isFull else {
        result.append(here, shiftedBy: starts[index])
        continue
      }
      guard !here.problems.isEmpty else { continue }
      var rest = Findings()
      rest.problems = here.problems
      result.append(rest, shiftedBy: starts[index])
    }
    let omitted =
      totals.quotations - result.quotations.count + totals.dates - result.dates.count
      + totals.outlets - result.outlets.count
    return (result, omitted)
  }

  /// Index of the paragraph that holds a byte; 0 where there is none.
  func paragraphIndex(at byte: Int) -> Int {
    var low = 0
    var high = max(0, paragraphs.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if starts[middle] <= byte { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// Index of the paragraph that begins exactly at a byte offset, the end included.
  private func boundary(at byte: Int) -> Int? {
    if byte == starts[paragraphs.count] { return paragraphs.count }
    let index = paragraphIndex(at: byte)
    return starts[index] == byte ? index : nil
  }

  /// The paragraphs from `first` on that end before a byte, whose bytes an edit there leaves alone.
  private func unchanged(from first: Int, before byte: Int) -> ArraySlice<Paragraph> {
    var end = first
    while end < paragraphs.count, starts[end + 1] <= byte { end += 1 }
    return paragraphs[first..<end]
  }

  /// Puts paragraphs in the place of others and resolves as far as that changes anything.
  mutating func replaceParagraphs(_ range: Range<Int>, with fresh: [Paragraph]) {
    let old = paragraphs[range]
    for paragraph in old { tally.remove(DateTally(paragraph.findings.dates)) }
    for paragraph in fresh { tally.add(DateTally(paragraph.findings.dates)) }
    let change = Change(
      isNewCast: recast(old, fresh),
      touchesFacts: tally.isNarrative != facts.isNarrative
        || old.contains(where: \.findings.tellsFacts)
        || fresh.contains(where: \.findings.tellsFacts),
      touchesLabels: relabel(old, fresh))
    for old in resolved[range] { totals.remove(old.findings) }
    paragraphs.replaceSubrange(range, with: fresh)
    resolved.replaceSubrange(range, with: repeatElement(ResolvedParagraph.none, count: fresh.count))
    moveStarts(range, fresh)
    resolve(
      from: max(0, range.lowerBound - 1), through: range.lowerBound + fresh.count, change)
  }

  /// What of the document as a whole an edit may have changed.
  private struct Change {
    var isNewCast = false
    var touchesFacts = false
    var touchesLabels = false
  }

  /// Counts labels out and in; whether there were any.
  private mutating func relabel(_ old: ArraySlice<Paragraph>, _ fresh: [Paragraph]) -> Bool {
    var isTouched = false
    for paragraph in old where paragraph.findings.label != nil {
      labels.remove(paragraph.findings)
      isTouched = true
    }
    for paragraph in fresh where paragraph.findings.label != nil {
      labels.add(paragraph.findings)
      isTouched = true
    }
    return isTouched
  }

  /// Counts names out and in; whether the cast of the document is another now.
  private mutating func recast(_ old: ArraySlice<Paragraph>, _ fresh: [Paragraph]) -> Bool {
    var isNewCast = false
    for paragraph in old {
      for introduction in paragraph.findings.introductions {
        let count = (introductions[introduction] ?? 1) - 1
        introductions[introduction] = count > 0 ? count : nil
        isNewCast = isNewCast || count == 0
      }
    }
    if introductions.isEmpty {
      introductions.reserveCapacity(fresh.reduce(0) { $0 + $1.findings.introductions.count })
    }
    for paragraph in fresh {
      for introduction in paragraph.findings.introductions {
        let count = introductions.count
        introductions[introduction, default: 0] += 1
        isNewCast = isNewCast || introductions.count > count
      }
    }
    return isNewCast
  }

  /// Brings the table of starts up to date; behind the change every one moves by the same length.
  private mutating func moveStarts(_ range: Range<Int>, _ fresh: [Paragraph]) {
    let oldEnd = starts[range.upperBound]
    var start = starts[range.lowerBound]
    let new = fresh.map { paragraph in
      defer { start += paragraph.byteCount }
      return start
    }
    starts.replaceSubrange(range, with: new)
    let delta = start - oldEnd
    guard delta != 0 else { return }
    for index in (range.lowerBound + fresh.count)..<starts.count { starts[index] += delta }
  }

  /// Runs the document pass from a paragraph on, until behind `end` it meets what it knows; over
  /// everything where what holds for the whole document has changed.
  private mutating func resolve(from first: Int, through end: Int, _ change: Change) {
    if change.isNewCast { table = EntityTable(introductions.keys) }
    var facts =
      change.touchesFacts
      ? DocumentFacts(paragraphs, options: options, tally: tally) : self.facts
    facts.labels =
      change.isNewCast || change.touchesLabels ? labels.believed(by: table) : self.facts.labels
    let isAll = change.isNewCast || facts != self.facts
    if isAll {
      self.facts = facts
      resolver = DocumentResolver(table: table, facts: facts, registry: analyzer.registry)
    }
    var index = isAll ? 0 : first
    guard index < paragraphs.count else { return }
    var context = index == 0 ? ResolverContext() : resolved[index].before
    var pass = resolver.pass()
    while index < paragraphs.count {
      let next = nextShape(after: index)
      if !isAll, index >= end, resolved[index].before == context, resolved[index].next == next {
        return
      }
      let before = context
      var findings = Findings()
      resolver.resolve(paragraphs[index], next: next, by: &pass, &context, &findings)
      totals.remove(resolved[index].findings)
      totals.add(findings)
      resolved[index] = ResolvedParagraph(before: before, next: next, findings: findings)
      index += 1
    }
  }

  private func nextShape(after index: Int) -> ParagraphShape {
    index + 1 < paragraphs.count ? paragraphs[index + 1].findings.shape : ParagraphShape()
  }
}
