internal import HearsayText

/// Finds the time expressions of a paragraph.
///
/// What it finds depends on the paragraph's bytes alone; linear in their number.
public struct DateFinder: Sendable {
  private let words = DateWords()

  /// A finder of English time expressions.
  public init() {}

  /// The time expressions of a paragraph, in order; they never overlap.
  public func find(in paragraph: ParagraphInput) -> [DateMention] {
    let atoms = DateLexer.atoms(of: paragraph, words: words)
    let grammar = DateGrammar(atoms: atoms, bytes: paragraph.bytes)
    var mentions: [DateMention] = []
    var index = 0
    while index < atoms.count {
      guard let match = grammar.match(at: index), match.end > index else {
        index += 1
        continue
      }
      index = match.end
      guard let reading = match.reading else { continue }
      let span = ByteSpan(Int(atoms[match.first].start), Int(atoms[match.end - 1].end))
      var mention = DateMention(
        span: span, reading: reading, modifier: match.modifier, rule: match.rule)
      mention.order = match.order
      if mention.needsTense { mention.tense = DateTense.beside(match.first..<match.end, in: atoms) }
      DateLine(atoms: atoms, bytes: paragraph.bytes).mark(&mention, match.first..<match.end)
      mentions.append(mention)
    }
    return mentions
  }
}

extension DateMention {
  /// Whether a past or future tense changes the value.
  var needsTense: Bool {
    guard case .calendar(let fields) = reading else { return false }
    return fields.year == nil && fields.yearShift == nil
  }
}
