internal import HearsayModel
internal import HearsayText

/// Finds the items of a list: a paragraph that a bullet or a number begins.
struct ListFinder {
  private let input: ParagraphInput
  private var tokens: [Token] { input.tokens }

  init(_ input: ParagraphInput) { self.input = input }

  /// The paragraph as an item, without the stop or semicolon behind it; nil where it is none or
  /// credits somebody itself.
  func layout(beside quotations: [LocalQuotation]) -> Layout? {
    guard let first = contentStart, !quotations.contains(where: { $0.source != nil }) else {
      return nil
    }
    var last = tokens.count - 1
    while last > first, tokens[last].kind == .punctuation, !input.isSign(last, ")"),
      !input.isSign(last, "?"), !input.isSign(last, "!")
    {
      last -= 1
    }
    if last > first + 1, tokens[last].reads("and"), input.isSign(last - 1, ";") { last -= 2 }
    guard last >= first, tokens[first...last].contains(where: { $0.kind == .word }) else {
      return nil
    }
    let span = ByteSpan(tokens[first].start, tokens[last].end)
    let quotation = LayoutFinder.quotation(
      .indirect, span, rule: .previousSentence, confidence: 0.6)
    return Layout(kind: .item, quotation: quotation)
  }

  /// Index of the first token behind the bullet, or nil where there is none.
  private var contentStart: Int? {
    guard let first = tokens.first, let second = input.token(1) else { return nil }
    if first.kind == .punctuation || first.kind == .symbol {
      guard second.flags.contains(.spaceBefore), !second.flags.contains(.lineStart),
        ListFinder.bullets.contains(where: { input.bytes(of: first).elementsEqual($0) })
      else { return nil }
      return 1
    }
    guard first.kind == .number, first.end - first.start <= 2,
      input.isSign(1, ".") || input.isSign(1, ")"), !second.flags.contains(.spaceBefore),
      let third = input.token(2), third.flags.contains(.spaceBefore)
    else { return nil }
    return 2
  }

  private static let bullets: [[UInt8]] = ["-", "–", "—", "•", "*", "·", "‣", "▪", "●"].map {
    Array($0.utf8)
  }
}
