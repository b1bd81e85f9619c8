/// What a token shows to the model that labels the content, source and cue of one candidate cue,
/// beside what it shows to the first.
package enum CueFeatures {
  /// Templates of one token.
  package static let count = 40
  /// Number of the first template; those before are the first model's.
  package static let first = 100

  /// Everything known of the paragraph.
  package struct Context {
    /// Words.
    package let t: TokenTraits
    /// Clauses.
    package let c: ClauseTraits
    /// The first pass.
    package let p: FirstPass

    /// What is known after the first pass.
    package init(_ traits: TokenTraits, _ clauses: ClauseTraits, _ pass: FirstPass) {
      t = traits
      c = clauses
      p = pass
    }
  }

  /// What lies between a token and the anchor.
  private struct Between {
    let side: UInt32
    let distance: UInt32
    let offset: UInt32
    let sentences: UInt32
    let commas: UInt32
    let finites: UInt32
    let subordinators: UInt32
    let marks: UInt32
    let contents: UInt32
    let sources: UInt32
    let cues: UInt32
    let anchors: UInt32

    @inline(__always)
    init(_ context: Context, _ i: Int, _ anchor: Int) {
      let (c, p) = (context.c, context.p)
      side = i < anchor ? 0 : i == anchor ? 1 : 2
      distance = Between.bucket(abs(i - anchor))
      offset = UInt32(max(-5, min(5, i - anchor)) + 5)
      sentences = UInt32(
        max(0, min(6, Int(c.number[i]) - Int(c.number[anchor]) + 3)))
      let low = min(i, anchor)
      let high = max(i, anchor)
      commas = min(3, c.commas[high] - c.commas[low])
      finites = min(3, c.finites[high] - c.finites[low])
      subordinators = min(2, c.subordinators[high] - c.subordinators[low])
      marks = min(5, c.marksBefore[high] - c.marksBefore[low])
      contents = min(3, p.contentsBefore[high] - p.contentsBefore[low])
      sources = min(3, p.sourcesBefore[high] - p.sourcesBefore[low])
      cues = min(3, p.cuesBefore[high] - p.cuesBefore[low])
      anchors = min(3, p.anchorsBefore[high] - p.anchorsBefore[low])
    }

    @inline(__always)
    static func bucket(_ distance: Int) -> UInt32 {
      switch distance {
      case ..<7: UInt32(distance)
      case ..<9: 7
      case ..<12: 8
      case ..<16: 9
      case ..<23: 10
      case ..<36: 11
      default: 12
      }
    }
  }

  /// Writes the features of token `i` for the cue that hangs on `anchor`.
  @inline(__always)
  package static func write(
    _ context: Context, at i: Int, anchor: Int, into places: UnsafeMutablePointer<UInt32>
  ) {
    var writer = FeatureWriter(places - first, first: first)
    let between = Between(context, i, anchor)
    distances(context, between, i, anchor, &writer)
    clauses(context, between, i, anchor, &writer)
    labels(context, between, i, anchor, &writer)
  }

  /// 15: how far from which cue.
  @inline(__always)
  private static func distances(
    _ context: Context, _ x: Between, _ i: Int, _ a: Int, _ writer: inout FeatureWriter
  ) {
    let t = context.t
    let place = x.side << 4 | x.distance
    let cue = FeatureHash.pair(t.word[a], x.side)
    let q = t.marks[i] & 3
    writer.add(place)
    writer.add(place, t.backbone[i])
    writer.add(place, t.word[a])
    writer.add(x.side, x.sentences, q)
    writer.add(cue, t.backbone[i])
    writer.add(cue, x.sentences, q)
    writer.add(x.side, t.word[i])
    writer.add(x.side, t.word[i - 1], t.backbone[i])
    writer.add(place, t.backbone[a + 1], t.backbone[a + 2])
    writer.add(place, t.backbone[a - 1], t.tag[a])
    writer.add(cue, t.backbone[a + 1], t.backbone[i])
    writer.add(x.offset, t.word[i])
    writer.add(x.offset, t.backbone[i], t.word[a])
    writer.add(x.offset, t.lexical[a], t.backbone[i])
    writer.add(place, t.lexical[a], t.tag[a])
  }

  /// 11: commas, verbs and marks between.
  @inline(__always)
  private static func clauses(
    _ context: Context, _ x: Between, _ i: Int, _ a: Int, _ writer: inout FeatureWriter
  ) {
    let (t, c) = (context.t, context.c)
    let q = t.marks[i] & 3
    let breaks = x.side | x.commas << 2 | x.finites << 4
    writer.add(breaks, t.backbone[i])
    writer.add(breaks, q, x.subordinators)
    writer.add(x.side, x.subordinators, FeatureHash.pair(t.backbone[i], t.backbone[i + 1]))
    writer.add(t.word[a], x.side << 2 | x.commas, c.toEnd[i])
    writer.add(x.marks, x.side << 2 | q, x.sentences)
    writer.add(x.marks, x.side << 2 | q, t.backbone[i])
    writer.add(c.boundary[i], c.sinceBoundary[i], x.side << 2 | x.anchors)
    writer.add(
      x.side << 2 | x.anchors, FeatureHash.pair(t.backbone[i - 2], t.backbone[i - 1]), t.backbone[i]
    )
    writer.add(
      x.side << 2 | x.anchors, FeatureHash.pair(t.backbone[i], t.backbone[i + 1]), t.backbone[i + 2]
    )
    writer.add(x.side << 2 | x.anchors, c.toEnd[i], t.backbone[i + 1])
    writer.add(breaks, x.anchors, q)
  }

  /// 14: what the first model found here and between.
  @inline(__always)
  private static func labels(
    _ context: Context, _ x: Between, _ i: Int, _ a: Int, _ writer: inout FeatureWriter
  ) {
    let (t, c, p) = (context.t, context.c, context.p)
    let q = t.marks[i] & 3
    let order = x.side << 6 | x.contents << 4 | x.sources << 2 | x.cues
    writer.add(p.label[i], order)
    writer.add(p.label[i], p.label[i - 1] << 8 | p.label[i + 1], x.side)
    writer.add(p.content[i], x.side, x.sentences)
    writer.add(p.source[i], x.side << 8 | x.distance, x.sentences)
    writer.add(p.cue[i], x.side << 4 | x.offset)
    writer.add(p.edges[i], x.side << 2 | x.contents)
    writer.add(p.edges[i], order, q)
    writer.add(p.label[i], x.side << 2 | x.anchors)
    writer.add(p.label[i], x.side << 2 | x.anchors, t.word[a])
    writer.add(p.content[i], x.side << 4 | x.anchors << 2 | q, x.cues)
    writer.add(p.source[i], order, x.anchors)
    writer.add(p.label[i], c.toEnd[i], x.side << 8 | t.marks[i + 1])
    writer.add(p.content[i] << 4 | p.content[i - 1], p.content[i + 1], x.side << 2 | x.anchors)
    writer.add(p.source[i] << 4 | p.source[i - 1], p.source[i + 1], x.side << 2 | x.anchors)
  }
}

/// The stretch of a paragraph in which one candidate cue's labels are sought.
package enum CueWindow {
  /// No window is longer, in tokens.
  package static let limit = 320
  /// Sentences on either side of the cue's; chosen on dev, where a second one only costs time.
  static let reach = 1

  /// The sentences around the anchor, `reach` on either side, widened to whole quotations.
  package static func range(
    around anchor: Int, _ input: ParagraphInput, _ traits: TokenTraits, _ clauses: ClauseTraits,
    reach: Int
  ) -> Range<Int> {
    let sentence = Int(clauses.number[anchor])
    let first = max(0, sentence - reach)
    let last = min(input.sentences.count - 1, sentence + reach)
    var start = input.sentences[first].lowerBound
    var end = input.sentences[last].upperBound
    while start > 0, traits.marks[start] & 3 > 1, traits.marks[start] != 0 { start -= 1 }
    while end < traits.count, traits.marks[end] & 3 > 1 { end += 1 }
    if anchor - start > limit / 2 { start = anchor - limit / 2 }
    if end - anchor > limit / 2 { end = anchor + limit / 2 }
    return start..<end
  }
}
