/// What a token shows to the model that labels contents, sources and cues.
package enum AttributionFeatures {
  /// Templates of one token.
  package static let count = 66

  /// Writes the features of token `i`.
  @inline(__always)
  package static func write(
    _ t: TokenTraits, _ c: ClauseTraits, at i: Int, into places: UnsafeMutablePointer<UInt32>
  ) {
    var writer = FeatureWriter(places)
    words(t, i, &writer)
    backbone(t, i, &writer)
    marks(t, i, &writer)
    clauses(t, c, i, &writer)
    cues(t, c, i, &writer)
  }

  /// 20: words, their letters and shapes.
  @inline(__always)
  private static func words(_ t: TokenTraits, _ i: Int, _ writer: inout FeatureWriter) {
    for offset in -3...3 { writer.add(t.word[i + offset]) }
    writer.add(t.word[i - 1], t.word[i])
    writer.add(t.word[i], t.word[i + 1])
    writer.add(t.word[i - 2], t.word[i - 1])
    writer.add(t.word[i + 1], t.word[i + 2])
    writer.add(t.stem[i - 1])
    writer.add(t.stem[i])
    writer.add(t.stem[i + 1])
    writer.add(t.suffix[i], t.shape[i])
    writer.add(t.shape[i - 1], t.shape[i], t.shape[i + 1])
    writer.add(t.lexical[i - 1])
    writer.add(t.lexical[i])
    writer.add(t.lexical[i + 1])
    writer.add(t.lexical[i], t.tag[i])
  }

  /// 20: closed words and classes of open ones.
  @inline(__always)
  private static func backbone(_ t: TokenTraits, _ i: Int, _ writer: inout FeatureWriter) {
    let b = t.backbone
    for offset in -3...3 { writer.add(b[i + offset]) }
    let left = FeatureHash.pair(b[i - 2], b[i - 1])
    let middle = FeatureHash.pair(b[i - 1], b[i])
    let right = FeatureHash.pair(b[i], b[i + 1])
    let far = FeatureHash.pair(b[i + 1], b[i + 2])
    writer.add(left)
    writer.add(middle)
    writer.add(right)
    writer.add(far)
    writer.add(left, b[i])
    writer.add(middle, b[i + 1])
    writer.add(right, b[i + 2])
    writer.add(left, right)
    writer.add(middle, far)
    writer.add(left, right, b[i + 2])
    writer.add(FeatureHash.pair(b[i - 3], left), b[i])
    writer.add(FeatureHash.pair(right, far), b[i + 3])
    writer.add(t.word[i], b[i + 1], b[i - 1])
  }

  /// 6: where the token stands among quotation marks.
  @inline(__always)
  private static func marks(_ t: TokenTraits, _ i: Int, _ writer: inout FeatureWriter) {
    let around = FeatureHash.pair(t.marks[i - 1], t.marks[i + 1])
    writer.add(t.marks[i])
    writer.add(t.marks[i], around)
    writer.add(t.marks[i], around, t.backbone[i])
    writer.add(t.marks[i], t.word[i])
    writer.add(t.marks[i - 1], t.word[i - 1], t.word[i - 2])
    writer.add(t.marks[i + 1], t.word[i + 1], t.word[i + 2])
  }

  /// 11: sentence and clause.
  @inline(__always)
  private static func clauses(
    _ t: TokenTraits, _ c: ClauseTraits, _ i: Int, _ writer: inout FeatureWriter
  ) {
    writer.add(c.fromStart[i], t.marks[i], c.sentence[i])
    writer.add(c.toEnd[i], t.marks[i], t.backbone[i + 1])
    writer.add(c.fromStart[i], t.backbone[i])
    writer.add(c.toEnd[i], t.backbone[i])
    writer.add(c.sentenceShape[i], t.marks[i], c.sentence[i])
    writer.add(c.sentenceShape[i], t.backbone[i])
    writer.add(c.boundary[i], c.sinceBoundary[i])
    writer.add(c.boundary[i], c.sinceBoundary[i], t.backbone[i])
    writer.add(c.sinceBoundary[i], t.backbone[i], t.backbone[i + 1])
    writer.add(c.sinceBoundary[i + 1], c.boundary[i + 1], t.backbone[i + 1])
    writer.add(c.sentence[i], t.backbone[i])
  }

  /// 9: the nearest words that may credit.
  @inline(__always)
  private static func cues(
    _ t: TokenTraits, _ c: ClauseTraits, _ i: Int, _ writer: inout FeatureWriter
  ) {
    let outside: UInt32 = t.marks[i] & 3
    writer.add(c.cueBeforeDistance[i], c.cueAfterDistance[i], outside)
    writer.add(c.cueBefore[i], c.cueBeforeDistance[i], outside)
    writer.add(c.cueAfter[i], c.cueAfterDistance[i], outside)
    writer.add(c.cueBefore[i], c.boundary[i], outside)
    writer.add(c.cueAfter[i], c.boundary[i], outside)
    writer.add(c.cueBefore[i], t.backbone[i], outside)
    writer.add(c.cueAfter[i], t.backbone[i], outside)
    writer.add(c.cueBefore[i], c.toEnd[i], t.backbone[i + 1])
    writer.add(c.cueBeforeDistance[i], c.toEnd[i], t.backbone[i + 1])
  }
}
