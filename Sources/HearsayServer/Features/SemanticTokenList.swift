internal import HearsayModel
internal import HearsayProtocol
internal import HearsayText

/// One semantic token.
struct SemanticToken: Hashable, Sendable {
  /// Line and column, the column in the client's unit.
  var line: Int32
  var column: Int32
  /// Length in the same unit.
  let length: Int32
  let kind: TokenKind
  let traits: TokenTraits
}

/// The semantic tokens of a document: what is said, who is credited and how, dates, outlets.
///
/// No two overlap and none goes over a line's end, so that every client can show them.
struct SemanticTokenList {
  /// One stretch before it is cut.
  private struct Item {
    let span: ByteSpan
    let kind: TokenKind
    let traits: TokenTraits
  }

  /// The tokens in the order of the text.
  private(set) var tokens: [SemanticToken] = []

  private let text: Text
  private var cursor: PositionCursor

  /// The tokens of some annotations in a text; of those that end before `end` where it is given.
  init(_ set: AnnotationSet, in text: Text, unit: TextUnit, within span: ByteSpan? = nil) {
    self.text = text
    cursor = PositionCursor(text, unit: unit)
    var items = SemanticTokenList.items(of: set)
    if let span { items.removeAll { $0.span.end < span.start || span.end < $0.span.start } }
    flatten(items)
  }

  /// Five numbers for each token: lines and characters since the one before, length, type, bits.
  static func data(_ tokens: [SemanticToken]) -> [UInt32] {
    var data: [UInt32] = []
    data.reserveCapacity(tokens.count * 5)
    var last: (line: Int32, column: Int32) = (0, 0)
    for token in tokens {
      data.append(UInt32(clamping: token.line - last.line))
      let before = token.line == last.line ? last.column : 0
      data.append(UInt32(clamping: token.column - before))
      data.append(UInt32(clamping: token.length))
      data.append(token.kind.rawValue)
      data.append(token.traits.rawValue)
      last = (token.line, token.column)
    }
    return data
  }

  private static func items(of set: AnnotationSet) -> [Item] {
    let findings = set.findings
    var items: [Item] = []
    items.reserveCapacity(
      findings.quotations.count * 3 + findings.dates.count + findings.outlets.count)
    func decided(_ kind: AnnotationKind, _ span: ByteSpan) -> TokenTraits {
      !set.decided.isEmpty && set.decided[AnnotationKey(kind, span)] != nil ? .decided : []
    }
    for quotation in findings.quotations {
      let traits = decided(.quotation, quotation.span)
      items.append(
        Item(
          span: quotation.span, kind: .quotation,
          traits: traits.union(TokenTraits(quotation.type))))
      if let source = quotation.source {
        items.append(Item(span: source, kind: .source, traits: traits))
      }
      if let cue = quotation.cue { items.append(Item(span: cue, kind: .cue, traits: traits)) }
    }
    for date in findings.dates {
      items.append(Item(span: date.span, kind: .date, traits: decided(.date, date.span)))
    }
    for outlet in findings.outlets {
      items.append(Item(span: outlet.span, kind: .outlet, traits: decided(.outlet, outlet.span)))
    }
    items.sort {
      ($0.span.start, -$0.span.end, $0.kind.rawValue)
        < ($1.span.start, -$1.span.end, $1.kind.rawValue)
    }
    return items
  }

  /// Goes through the text from left to right; where stretches overlap, the topmost is shown.
  private mutating func flatten(_ items: [Item]) {
    var active: [Item] = []
    var place = items.first?.span.start ?? 0
    for item in items {
      emit(&active, from: &place, to: item.span.start)
      active.append(item)
    }
    emit(&active, from: &place, to: text.byteCount)
  }

  private mutating func emit(_ active: inout [Item], from place: inout Int, to end: Int) {
    while place < end {
      active.removeAll { [place] in $0.span.end <= place }
      // Of two quotations the inner one, which came later.
      guard var top = active.first else { break }
      for item in active.dropFirst() where item.kind >= top.kind { top = item }
      let stop = min(end, top.span.end)
      add(ByteSpan(place, stop), top)
      place = stop
    }
    place = max(place, end)
  }

  private mutating func add(_ span: ByteSpan, _ item: Item) {
    let start = cursor.position(ofByte: span.start)
    let end = cursor.position(ofByte: span.end)
    guard start.line < end.line else {
      return add(start, length: end.character - start.character, item)
    }
    for line in start.line...end.line {
      let from = max(span.start, text.lineStart(line))
      let to = min(span.end, text.lineEnd(line))
      guard from < to else { continue }
      let first = cursor.position(ofByte: from)
      add(first, length: cursor.position(ofByte: to).character - first.character, item)
    }
  }

  private mutating func add(_ position: Position, length: Int, _ item: Item) {
    guard length > 0 else { return }
    tokens.append(
      SemanticToken(
        line: Int32(clamping: position.line), column: Int32(clamping: position.character),
        length: Int32(clamping: length), kind: item.kind, traits: item.traits))
  }
}

extension SemanticTokensResult {
  /// What leads from some tokens to others, as one replacement of whole tokens.
  static func change(from old: [UInt32], to new: [UInt32], resultID: String) -> Self {
    var head = 0
    let shorter = min(old.count, new.count)
    while head < shorter, old[head] == new[head] { head += 1 }
    head -= head % 5
    guard head < max(old.count, new.count) else { return .delta(resultID: resultID, edits: []) }
    var tail = 0
    while tail < shorter - head, old[old.count - 1 - tail] == new[new.count - 1 - tail] {
      tail += 1
    }
    tail -= tail % 5
    return .delta(
      resultID: resultID,
      edits: [
        Edit(
          start: head, deleteCount: old.count - head - tail,
          data: Array(new[head..<(new.count - tail)]))
      ])
  }
}
