internal import HearsayText

/// Finds the time expressions of a paragraph.
///
/// What it finds depends on the paragraph's bytes alone; linear in their number. A paragraph is read
/// in the language whose frequent words it holds most of, the first language on a tie.
public struct DateFinder: Sendable {
  /// A language with its words, those of the first with the frequent ones of all.
  private final class Vocabulary: Sendable {
    let language: DateLanguage
    let words: DateWordTable

    init(_ language: DateLanguage, beside others: some Collection<DateLanguage>) {
      self.language = language
      words = DateWordTable(of: language, beside: others)
    }
  }

  private let first: Vocabulary?
  private let others: [Vocabulary]

  /// A finder of time expressions in some languages.
  public init(languages: [DateLanguage]) {
    first = languages.first.map { Vocabulary($0, beside: languages.dropFirst()) }
    others = languages.dropFirst().map { Vocabulary($0, beside: []) }
  }

  /// The time expressions of a paragraph, in order; they never overlap.
  public func find(in paragraph: ParagraphInput) -> [DateMention] {
    var room: [DateAtom] = []
    return find(in: paragraph, room: &room)
  }

  /// The same; the atoms take the room of an earlier paragraph's.
  func find(in paragraph: ParagraphInput, room: inout [DateAtom]) -> [DateMention] {
    guard let first else { return [] }
    var atoms = room.emptied()
    defer { room = atoms }
    let frequent = DateLexer.append(paragraph, first.language, first.words, to: &atoms)
    guard let other = moreFrequent(frequent) else { return mentions(atoms, first.language) }
    atoms.removeAll(keepingCapacity: true)
    DateLexer.append(paragraph, other.language, other.words, to: &atoms)
    return mentions(atoms, other.language)
  }

  private func mentions(_ atoms: [DateAtom], _ language: DateLanguage) -> [DateMention] {
    let table = language.automaton
    var index = table.nextStart(in: atoms, from: 0, limit: atoms.count)
    // Many paragraphs hold no word with which a rule can begin.
    guard index < atoms.count else { return [] }
    var matcher = DateMatcher(atoms: atoms, language: language)
    let line = DateLine(atoms: atoms, roles: language.roles)
    let tense = DateTense(atoms: atoms, roles: language.roles)
    var joiner = DateJoiner(atoms: atoms, roles: language.roles)
    while index < atoms.count {
      guard let match = joiner.match(at: index) ?? matcher.match(at: index), match.end > index
      else {
        index = table.nextStart(in: atoms, from: index + 1, limit: joiner.limit(from: index + 1))
        continue
      }
      index = match.end
      guard let reading = match.reading else { continue }
      let span = ByteSpan(Int(atoms[match.first].start), Int(atoms[match.end - 1].end))
      var mention = DateMention(
        span: span, reading: reading, modifier: match.modifier, rule: match.rule)
      mention.order = match.order
      if mention.needsTense { mention.tense = tense.beside(match.first..<match.end) }
      line.mark(&mention, match.first..<match.end)
      joiner.add(mention, end: match.end)
    }
    return joiner.mentions
  }

  /// The language with the greatest of counts, a byte each; nil for the first, the first of equals.
  private func moreFrequent(_ counts: UInt32) -> Vocabulary? {
    func count(_ language: Int) -> UInt32 { counts >> UInt32(language * 8) & 0xFF }
    var best = 0
    for language in 0..<min(DateWordTable.mostLanguages, 1 + others.count)
    where count(language) > count(best) {
      best = language
    }
    return best > 0 ? others[best - 1] : nil
  }
}

extension DateMention {
  /// Whether a past or future tense changes the value.
  var needsTense: Bool {
    guard case .calendar(let fields) = reading else { return false }
    return fields.year == nil && fields.yearShift == nil
  }
}
