/// What one labelling of a candidate cue shows to the model that chooses among several.
package struct CandidateFeatures {
  /// Spans of one labelling, in the paragraph's tokens.
  package struct Spans {
    /// What is credited, in order.
    package var content: [Range<Int>]
    /// Who is credited.
    package var source: Range<Int>?
    /// The words that credit.
    package var cue: Range<Int>?

    /// The spans of labels whose first is of token `origin`.
    package init(_ labels: [UInt8], from origin: Int) {
      content = []
      // Where the running content, source and cue begin.
      var starts = SIMD4<Int>()
      for (index, label) in labels.enumerated() where label != 0 {
        let kind = Int(label - 1) >> 2
        let place = origin + index
        switch (label - 1) & 3 {
        case 0: starts[kind] = place
        case 2: add(kind, starts[kind]..<place + 1)
        case 3: add(kind, place..<place + 1)
        default: break
        }
      }
    }

    /// Adds a content, or the first source or cue.
    private mutating func add(_ kind: Int, _ span: Range<Int>) {
      switch kind {
      case 0: content.append(span)
      case 1: source = source ?? span
      default: cue = cue ?? span
      }
    }
  }

  private let t: TokenTraits
  private let c: ClauseTraits
  private let p: FirstPass
  private let anchor: Int
  /// The tokens of the anchor's sentence.
  private let sentence: Range<Int>
  private let cueWord: UInt32
  private let cueClass: UInt32
  private var template = 0
  /// The features so far.
  private var features: [UInt32] = []

  /// A writer for the labellings of one candidate cue.
  package init(_ context: CueFeatures.Context, anchor: Int) {
    (t, c, p) = (context.t, context.c, context.p)
    self.anchor = anchor
    cueWord = t.word[anchor]
    cueClass = FeatureHash.pair(t.lexical[anchor], t.tag[anchor])
    var (start, end) = (anchor, anchor + 1)
    while start > 0, c.number[start - 1] == c.number[anchor] { start -= 1 }
    while end < t.count, c.number[end] == c.number[anchor] { end += 1 }
    sentence = start..<end
    features.reserveCapacity(192)
  }

  /// The features of a labelling of `window`.
  package mutating func features(of spans: Spans, in window: Range<Int>) -> [UInt32] {
    features.removeAll(keepingCapacity: true)
    whole(spans, sentence.clamped(to: window))
    for (index, span) in spans.content.enumerated() {
      content(span, spans, isFirst: index == 0)
    }
    if let span = spans.source { source(span, spans) }
    if let span = spans.cue { cue(span, spans) }
    return features
  }

  private mutating func add(_ value: UInt32) {
    features.append(FeatureHash.of(template: 200 + template, value))
    template += 1
  }

  private mutating func add(_ first: UInt32, _ second: UInt32) {
    add(FeatureHash.pair(first, second))
  }

  private mutating func add(_ first: UInt32, _ second: UInt32, _ third: UInt32) {
    add(FeatureHash.pair(FeatureHash.pair(first, second), third))
  }

  /// How the parts stand to each other and to what the first model found.
  private mutating func whole(_ spans: Spans, _ sentence: Range<Int>) {
    template = 0
    let order = CandidateFeatures.order(spans)
    add(order)
    add(order, cueWord)
    add(order, cueClass)
    add(order, t.backbone[anchor + 1])
    add(order, t.marks[spans.content.first?.lowerBound ?? anchor] & 3, cueClass)
    let anchorLevel = FirstPass.level(p.anchors[anchor])
    add(order, anchorLevel)
    add(anchorLevel, spans.content.isEmpty ? 0 : 1)
    var missed = 0
    var doubtful = 0
    for token in sentence {
      let isContent = spans.content.contains { $0.contains(token) }
      if !isContent, p.contents[token] >= 0.5, t.tag[token] != WordTag.sign.rawValue { missed += 1 }
      if isContent, p.contents[token] < 0.3 { doubtful += 1 }
    }
    add(CandidateFeatures.size(missed), spans.content.isEmpty ? 0 : 1)
    add(CandidateFeatures.size(doubtful))
    add(CandidateFeatures.size(missed), CandidateFeatures.size(doubtful), order)
  }

  /// S, Q and C in the order of their beginnings, two bits each.
  private static func order(_ spans: Spans) -> UInt32 {
    var parts = spans.content.prefix(3).map { ($0.lowerBound, UInt32(1)) }
    if let source = spans.source { parts.append((source.lowerBound, 2)) }
    if let cue = spans.cue { parts.append((cue.lowerBound, 3)) }
    return parts.sorted { $0.0 < $1.0 }.reduce(1) { $0 << 2 | $1.1 }
  }

  private static func size(_ count: Int) -> UInt32 {
    switch count {
    case ..<4: UInt32(count)
    case ..<7: 4
    case ..<12: 5
    case ..<20: 6
    default: 7
    }
  }

  private func gap(_ low: Int, _ high: Int) -> UInt32 {
    guard low < high else { return low == high ? 1 : 2 }
    guard high - low <= 3 else { return 16 + CandidateFeatures.size(high - low) }
    return (low..<high).reduce(7) { FeatureHash.pair($0, t.backbone[$1]) }
  }

  private mutating func content(_ span: Range<Int>, _ spans: Spans, isFirst: Bool) {
    template = 20
    let (a, z) = (span.lowerBound, span.upperBound - 1)
    let side: UInt32 = z < anchor ? 0 : 1
    let b = t.backbone
    add(b[a - 1], b[a], side)
    add(t.word[a - 1], side, cueClass)
    add(b[a], side, cueWord)
    add(b[a], b[a + 1], side)
    add(b[a - 2], b[a - 1], b[a])
    add(b[z], b[z + 1], side)
    add(b[z + 1], b[z + 2], side)
    add(t.word[z + 1], t.word[z + 2])
    add(b[z + 1], side, cueClass)
    add(b[z - 1], b[z], b[z + 1])
    add(FeatureHash.pair(b[z], b[z + 1]), b[z + 2], b[z + 3])
    add(t.marks[a - 1] & 3, t.marks[a] & 3, t.marks[z] & 3 << 2 | t.marks[z + 1] & 3)
    add(CandidateFeatures.size(span.count), side, t.marks[a] & 3)
    add(CandidateFeatures.size(span.count), cueWord)
    add(c.toEnd[z], b[z + 1], side)
    add(c.fromStart[a], side, t.marks[a] & 3)
    inside(span, side)
    attachment(span, spans, side, isFirst)
  }

  private mutating func inside(_ span: Range<Int>, _ side: UInt32) {
    template = 40
    let (a, z) = (span.lowerBound, span.upperBound - 1)
    let finites = min(3, c.finites[z + 1] &- c.finites[a])
    let cues = min(2, p.anchorsBefore[z + 1] &- p.anchorsBefore[a])
    let sentences = min(3, c.number[z] &- c.number[a])
    let startsQuoted = t.marks[a] != 0
    let mixed = (a...z).contains { (t.marks[$0] != 0) != startsQuoted }
    let shape = (startsQuoted ? 1 : 0) | (mixed ? 2 : 0) as UInt32
    add(finites, side, shape)
    add(finites, cueWord)
    add(cues, shape, side)
    add(cues, t.backbone[z + 1], side)
    add(sentences, shape, side)
    add(finites, t.backbone[a], cueClass)
    let first = p.labels[a] == 1 || p.labels[a] == 4
    let last = p.labels[z] == 3 || p.labels[z] == 4
    let same = (first ? 1 : 0) | (last ? 2 : 0) as UInt32
    add(same, side)
    add(p.edges[a] >> 4, p.edges[z] & 15, side)
    add(p.edges[a] >> 4, same)
    add(p.edges[z] & 15, same)
    add(finites, t.backbone[z + 1], FeatureHash.pair(t.backbone[z + 2], side))
  }

  private mutating func attachment(
    _ span: Range<Int>, _ spans: Spans, _ side: UInt32, _ isFirst: Bool
  ) {
    template = 60
    guard let cue = spans.cue else { return }
    let isBehind = span.lowerBound >= cue.upperBound
    let between =
      isBehind ? gap(cue.upperBound, span.lowerBound) : gap(span.upperBound, cue.lowerBound)
    let order: UInt32 = (isBehind ? 1 : 0) | (isFirst ? 2 : 0)
    add(between, order)
    add(between, order, cueWord)
    add(between, order, cueClass)
    add(between, order, t.backbone[span.lowerBound])
    let (low, high) =
      isBehind ? (cue.upperBound, span.lowerBound) : (span.upperBound, cue.lowerBound)
    guard low <= high else { return }
    let anchors = min(2, p.anchorsBefore[high] &- p.anchorsBefore[low])
    add(anchors, order, min(3, c.commas[high] &- c.commas[low]))
    add(min(4, c.marksBefore[high] &- c.marksBefore[low]), order, t.marks[span.lowerBound] & 3)
    add(min(3, c.finites[high] &- c.finites[low]), order)
  }

  private mutating func source(_ span: Range<Int>, _ spans: Spans) {
    template = 80
    let (a, z) = (span.lowerBound, span.upperBound - 1)
    let b = t.backbone
    add(b[a - 1], b[a])
    add(b[z], b[z + 1])
    add(b[a - 2], b[a - 1])
    add(b[z + 1], b[z + 2])
    add(t.tag[a], t.tag[z], CandidateFeatures.size(span.count))
    add(t.word[a], span.count == 1 ? t.word[z] : 0)
    add(t.lexical[z], t.lexical[a])
    add(min(2, c.commas[z + 1] &- c.commas[a]), CandidateFeatures.size(span.count))
    add(min(2, c.finites[z + 1] &- c.finites[a]), CandidateFeatures.size(span.count))
    let same =
      (p.labels[a] == 5 || p.labels[a] == 8 ? 1 : 0)
      | (p.labels[z] == 7 || p.labels[z] == 8 ? 2 : 0) as UInt32
    add(same)
    add(p.source[a], p.source[z])
    add(t.marks[a] & 3, t.marks[a - 1] & 3)
    guard let cue = spans.cue else { return }
    let isBehind = span.lowerBound >= cue.upperBound
    let (low, high) = isBehind ? (cue.upperBound, a) : (span.upperBound, cue.lowerBound)
    let between = gap(low, high)
    let side: UInt32 = isBehind ? 1 : 0
    add(between, side)
    add(between, side, cueClass)
    add(between, side, t.tag[anchor])
    add(side, cueWord)
    guard low <= high else { return }
    add(min(3, c.finites[high] &- c.finites[low]), side, min(3, c.commas[high] &- c.commas[low]))
    add(min(2, p.sourcesBefore[high] &- p.sourcesBefore[low]), side)
    add(min(2, p.anchorsBefore[high] &- p.anchorsBefore[low]), side)
  }

  private mutating func cue(_ span: Range<Int>, _ spans: Spans) {
    template = 110
    let (a, z) = (span.lowerBound, span.upperBound - 1)
    let b = t.backbone
    add(b[a - 1], b[a])
    add(b[z], b[z + 1])
    add(b[z + 1], CandidateFeatures.size(span.count))
    add((a...z).prefix(5).reduce(3) { FeatureHash.pair($0, t.word[$1]) })
    add((a...z).prefix(5).reduce(3) { FeatureHash.pair($0, b[$1]) }, b[z + 1])
    add((a...z).prefix(5).reduce(3) { FeatureHash.pair($0, t.tag[$1]) }, b[a - 1])
    add(UInt32(max(0, min(5, anchor - a))), UInt32(max(0, min(5, z - anchor))), t.tag[anchor])
    let same =
      (p.labels[a] == 9 || p.labels[a] == 12 ? 1 : 0)
      | (p.labels[z] == 11 || p.labels[z] == 12 ? 2 : 0) as UInt32
    add(same)
    add(p.cue[a], p.cue[z])
    add(spans.source == nil ? 0 : 1, cueWord)
    add(spans.source == nil ? 0 : 1, t.tag[anchor], b[a - 1])
  }
}
