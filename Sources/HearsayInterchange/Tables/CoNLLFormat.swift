internal import HearsayModel
internal import HearsayText

/// CoNLL-2003's two columns, a token and its strict IOB2 tag, with an empty line between paragraphs.
///
/// A token has one tag, so of stretches that overlap only the first is kept: quotations before
/// sources, cues, dates and outlets, the outer before the inner. The others are counted as lost.
public struct CoNLLFormat: AnnotationFormat {
  /// The format.
  public init() {}

  private static let carried = CarriedFields([.type, .source, .cue])

  /// The lines of a document, headed by its name.
  public func render(_ document: AnnotatedDocument) -> Rendition {
    var rendition = Rendition()
    rendition.loss = Self.carried.loss(document)
    let nodes = Self.disjoint(SpanGraph(document).nodes) { label in
      let kind = AnnotationKind(rawValue: label) ?? .quotation
      rendition.loss.lose("overlapping-\(label)", of: kind)
    }
    let place = TextPlaces(document.text)
    let name = BratText.escaped(document.record.path)
    var out = Array("-DOCSTART- O\n# newdoc id = \(name)\n\n".utf8)
    var next = 0
    for token in WordTokens(document.text, cuts: nodes.map(\.span)).tokens {
      if token.isSpace {
        if token.lineBreaks > 1, out.suffix(2) != [0x0A, 0x0A] { out.append(0x0A) }
        continue
      }
      while next < nodes.count, nodes[next].span.end <= token.span.start { next += 1 }
      out += place.bytes(token.span)
      out.append(0x20)
      if next < nodes.count, nodes[next].span.start <= token.span.start {
        let isFirst = nodes[next].span.start == token.span.start
        out += Array("\(isFirst ? "B" : "I")-\(nodes[next].label)".utf8)
      } else {
        out.append(0x4F)
      }
      out.append(0x0A)
    }
    if out.suffix(2) != [0x0A, 0x0A] { out.append(0x0A) }
    rendition.part = out
    return rendition
  }

  /// Stretches of which no two overlap, in reading order; `drop` hears of the labels of the others.
  static func disjoint(
    _ nodes: [SpanGraph.Node], drop: (String) -> Void
  ) -> [SpanGraph.Node] {
    let ranks = ["source": 1, "cue": 2, "date": 3, "outlet": 4, "note": 5]
    let ranked = nodes.filter { !$0.span.isEmpty }.enumerated().sorted {
      (ranks[$0.element.label] ?? 0, $0.offset) < (ranks[$1.element.label] ?? 0, $1.offset)
    }.map(\.element)
    var kept: [SpanGraph.Node] = []
    for node in ranked {
      var low = 0
      var high = kept.count
      while low < high {
        let middle = (low + high) / 2
        if kept[middle].span.start < node.span.end { low = middle + 1 } else { high = middle }
      }
      if low > 0, kept[low - 1].span.end > node.span.start {
        drop(node.label)
      } else {
        kept.insert(node, at: low)
      }
    }
    return kept
  }
}
