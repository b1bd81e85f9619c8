/// A picture of who quotes whom as SVG: outlets on the left, those they carry in the middle, those
/// who are only quoted by others on the right.
struct QuotationPicture {
  /// At most so many names in a column; the lists beside the picture hold all.
  static let maximumRows = 24

  private static let rowHeight = 30

  private struct Box {
    let id: String
    let node: SetSummary.Node
    let x: Int
    let y: Int
  }

  /// The picture, or nil where there is no arrow to draw.
  ///
  /// - Parameter columnWidth: from one column to the next, in units of a thirteenth of the letters'
  ///   height.
  static func svg(_ summary: SetSummary, columnWidth: Int) -> String? {
    var weights: [String: Int] = [:]
    var arrows: [String: [String: Int]] = [:]
    var carried = Set<String>()
    for (edge, count) in summary.edges {
      weights[edge.from, default: 0] += count
      weights[edge.to, default: 0] += count
      arrows[edge.from, default: [:]][edge.to, default: 0] += count
      if edge.relation == .carries { carried.insert(edge.to) }
      if edge.relation == .quotes { carried.insert(edge.from) }
    }
    guard !arrows.isEmpty else { return nil }
    return draw(boxes(summary, weights, carried, columnWidth), arrows, columnWidth)
  }

  private static func boxes(
    _ summary: SetSummary, _ weights: [String: Int], _ carried: Set<String>,
    _ columnWidth: Int
  ) -> [String: Box] {
    var columns: [[String]] = [[], [], []]
    for id in weights.keys {
      let isOutlet = summary.nodes[id]?.kind == "outlet"
      columns[isOutlet ? 0 : carried.contains(id) ? 1 : 2].append(id)
    }
    columns.removeAll(where: \.isEmpty)
    var boxes: [String: Box] = [:]
    for (column, ids) in columns.enumerated() {
      let ranked = ids.sorted { (-(weights[$0] ?? 0), $0) < (-(weights[$1] ?? 0), $1) }
      for (row, id) in ranked.prefix(maximumRows).enumerated() {
        guard let node = summary.nodes[id] else { continue }
        boxes[id] = Box(
          id: id, node: node, x: column * columnWidth + 10, y: row * rowHeight + 24)
      }
    }
    return boxes
  }

  private static func draw(
    _ boxes: [String: Box], _ arrows: [String: [String: Int]], _ columnWidth: Int
  ) -> String {
    let letters = columnWidth / 11
    let width = (boxes.values.map(\.x).max() ?? 0) + letters * 7 + 24
    let height = (boxes.values.map(\.y).max() ?? 0) + 24
    var xml = XMLWriter(html: true)
    xml.open(
      "svg",
      [
        ("viewBox", "0 0 \(width) \(height)"), ("role", "img"), ("class", "picture"),
        ("style", "max-width:\(width)px"),
        ("aria-label", "Who quotes whom; the lists on this page say the same in words."),
      ])
    for (from, targets) in arrows.sorted(by: { $0.key < $1.key }) {
      for (to, count) in targets.sorted(by: { $0.key < $1.key }) {
        guard let start = boxes[from], let end = boxes[to] else { continue }
        arrow(&xml, start, end, count, letters)
      }
    }
    for box in boxes.values.sorted(by: { ($0.x, $0.y) < ($1.x, $1.y) }) {
      xml.empty(
        "circle",
        [
          ("cx", String(box.x)), ("cy", String(box.y)), ("r", "4"), ("class", box.node.kind),
        ])
      xml.element(
        "text", [("x", String(box.x + 10)), ("y", String(box.y + 4))],
        text: DisplayWidth.fit(box.node.name, letters))
    }
    xml.close("svg")
    return String(decoding: xml.bytes, as: UTF8.self)
  }

  private static func arrow(
    _ xml: inout XMLWriter, _ start: Box, _ end: Box, _ count: Int, _ letters: Int
  ) {
    // Behind the name, about seven units a sign; inside one column round the left side.
    let isSame = start.x == end.x
    let name = DisplayWidth.of(DisplayWidth.fit(start.node.name, letters))
    let from = isSame ? start.x : start.x + 18 + name * 7
    let bend = isSame ? start.x - 40 : (from + end.x) / 2
    let last = isSame ? end.x : end.x - 6
    let path = "M\(from) \(start.y)C\(bend) \(start.y) \(bend) \(end.y) \(last) \(end.y)"
    xml.open(
      "path", [("d", path), ("style", "stroke-width:\(min(6, 1 + count / 2))")])
    xml.element(
      "title", text: "\(start.node.name) → \(end.node.name): \(count)")
    xml.close("path")
  }
}
