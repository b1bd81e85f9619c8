/// Cuts a paragraph's tokens into the atoms that the rules read.
struct DateLexer {
  private let paragraph: ParagraphInput
  private let language: DateLanguage
  private var atoms: [DateAtom] = []
  private var index = 0

  /// The atoms of a paragraph, in order; linear in its tokens.
  static func atoms(of paragraph: ParagraphInput, language: DateLanguage) -> [DateAtom] {
    var lexer = DateLexer(paragraph: paragraph, language: language)
    lexer.run()
    return lexer.atoms
  }

  private init(paragraph: ParagraphInput, language: DateLanguage) {
    self.paragraph = paragraph
    self.language = language
  }

  private mutating func run() {
    atoms.reserveCapacity(paragraph.tokens.count + 8)
    while index < paragraph.tokens.count {
      let token = paragraph.tokens[index]
      index += 1
      let first = atoms.count
      switch token.kind {
      case .word: word(token)
      case .number: number(token.start, token.end, [])
      case .mark: sign(token, isMark: true)
      case .punctuation, .symbol: sign(token, isMark: false)
      }
      guard first < atoms.count else { continue }
      if token.flags.contains(.spaceBefore) { atoms[first].flags.insert(.spaced) }
      if token.flags.contains(.capitalized) { atoms[first].flags.insert(.capitalized) }
      if token.flags.contains(.sentenceStart) { atoms[first].flags.insert(.sentenceStart) }
      if token.flags.contains(.lineStart) { atoms[first].flags.insert(.lineStart) }
    }
  }

  private mutating func sign(_ token: Token, isMark: Bool) {
    let kind: DateVocabulary.Sign
    switch paragraph.bytes[token.start] {
    case UInt8(ascii: ","): kind = .comma
    case UInt8(ascii: ".") where token.end == token.start + 1: kind = .dot
    case UInt8(ascii: "-"): kind = .dash
    case UInt8(ascii: "/"): kind = .slash
    case UInt8(ascii: ":"): kind = .colon
    case UInt8(ascii: "'"): kind = .apostrophe
    case UInt8(ascii: "("), UInt8(ascii: "["): kind = .opening
    case UInt8(ascii: ")"), UInt8(ascii: "]"): kind = .closing
    case 0xE2 where token.end == token.start + 3:
      kind = DateLexer.wideSign(paragraph, token, isMark: isMark)
    default:
      let word = language.vocabulary.word(token.hash)
      if word != DateVocabulary.Sign.other.rawValue {
        append(token.start, token.end, word)
        return
      }
      kind = isMark ? .mark : .sign
    }
    append(token.start, token.end, kind.rawValue)
  }

  private static func wideSign(
    _ paragraph: ParagraphInput, _ token: Token, isMark: Bool
  ) -> DateVocabulary.Sign {
    guard paragraph.bytes[token.start + 1] == 0x80 else { return isMark ? .mark : .sign }
    switch paragraph.bytes[token.start + 2] {
    case 0x90...0x95: return .dash
    case 0x98, 0x99: return .apostrophe
    default: return isMark ? .mark : .sign
    }
  }

  private mutating func append(_ start: Int, _ end: Int, _ word: DateVocabulary.Word) {
    atoms.append(
      DateAtom(
        start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end), word: word))
  }

  private mutating func word(_ token: Token) {
    let word = language.vocabulary.word(token.hash)
    if token.end - token.start == 1, meridiem(token) { return }
    let isKnown = word != DateVocabulary.Sign.other.rawValue
    if isKnown, !language.vocabulary.isLiteral(word), !language.roles.label.contains(word) {
      append(token.start, token.end, word)
      return
    }
    if !isKnown, token.end - token.start > 5, compound(token) { return }
    append(token.start, token.end, word)
    let letters = paragraph.bytes[token.start..<token.end]
    atoms[atoms.count - 1].flags.formUnion(language.endings.flags(of: letters))
  }

  /// `a.m.` and `p.m.`, the last dot included.
  private mutating func meridiem(_ token: Token) -> Bool {
    guard !language.roles.meridiem.isEmpty else { return false }
    let letter = paragraph.bytes[token.start] | 0x20
    guard letter == UInt8(ascii: "a") || letter == UInt8(ascii: "p"),
      paragraph.isSign(index, "."), let m = paragraph.token(index + 1),
      m.end == m.start + 1, m.start == token.end + 1,
      paragraph.bytes[m.start] | 0x20 == UInt8(ascii: "m")
    else { return false }
    index += 2
    var end = m.end
    if paragraph.isSign(index, "."), let dot = paragraph.token(index), dot.start == end {
      end = dot.end
      index += 1
    }
    append(token.start, end, language.vocabulary.word(WordHash.of([letter, UInt8(ascii: "m")])))
    return true
  }

  /// `two-year`, `mid-1990s`, `year-earlier`, and the pasted `date12`.
  private mutating func compound(_ token: Token) -> Bool {
    let first = atoms.count
    var partStart = token.start
    var matters = false
    var position = token.start
    while position <= token.end {
      guard position == token.end || paragraph.bytes[position] == 0x2D else {
        position += 1
        continue
      }
      if partStart > token.start || position < token.end || matters {
        matters = part(partStart, position, isFirst: partStart == token.start) || matters
      }
      partStart = position + 1
      position += 1
    }
    if !matters {
      atoms.removeSubrange(first...)
      return pasted(token)
    }
    return true
  }

  /// Appends one part of a compound; true where it makes the compound one of time.
  private mutating func part(_ start: Int, _ end: Int, isFirst: Bool) -> Bool {
    guard start < end else { return false }
    let flags: DateAtom.Flags = isFirst ? [] : .hyphened
    if paragraph.bytes[start] &- 0x30 < 10 {
      number(start, end, flags)
      return atoms[atoms.count - 1].word == DateVocabulary.Sign.decadenum.rawValue
    }
    let word = language.vocabulary.word(lowerHash(start, end))
    append(start, end, word)
    atoms[atoms.count - 1].flags = flags
    if paragraph.bytes[start] &- 0x41 < 26 { atoms[atoms.count - 1].flags.insert(.capitalized) }
    let roles = language.roles
    if roles.joints.contains(word) || (isFirst && roles.prefixes.contains(word)) { return true }
    // “ninety-six”.
    let before = atoms.count - 2
    return !isFirst && before >= 0 && roles.tens.contains(atoms[before].word)
      && roles.ones.contains(word)
  }

  private func lowerHash(_ start: Int, _ end: Int) -> UInt64 {
    WordHash.of(
      paragraph.bytes[start..<end].lazy.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 })
  }

  /// A label with digits pasted to it: “Publish date12 Feb 2022”.
  private mutating func pasted(_ token: Token) -> Bool {
    guard token.flags.contains(.hasDigit) else { return false }
    var split = token.start
    while split < token.end, paragraph.bytes[split] &- 0x30 >= 10 { split += 1 }
    let word = language.vocabulary.word(lowerHash(token.start, split))
    guard language.roles.label.contains(word), split < token.end else { return false }
    append(token.start, split, word)
    number(split, token.end, [])
    return true
  }

  /// Digits with inner dots, commas and letters, or a compound that begins with digits.
  private mutating func number(_ start: Int, _ end: Int, _ flags: DateAtom.Flags) {
    var reader = DigitReader(bytes: paragraph.bytes, position: start, end: end)
    let atom = reader.read(language)
    atoms.append(atom)
    atoms[atoms.count - 1].flags.formUnion(flags)
    var rest = reader.position
    guard rest < end else { return }
    // `10-year-old`, `5pm`, `20220212T1840Z`.
    while rest < end {
      let isHyphen = paragraph.bytes[rest] == 0x2D
      let from = isHyphen ? rest + 1 : rest
      var to = from
      while to < end, paragraph.bytes[to] != 0x2D { to += 1 }
      if clockMark(from, to) { return }
      if from < to {
        append(from, to, language.vocabulary.word(lowerHash(from, to)))
        if isHyphen { atoms[atoms.count - 1].flags.insert(.hyphened) }
        if paragraph.bytes[from] &- 0x41 < 26 { atoms[atoms.count - 1].flags.insert(.capitalized) }
      }
      rest = max(to, rest + 1)
    }
  }

  /// `T1840Z` or `T18` behind the digits of a date.
  private mutating func clockMark(_ start: Int, _ end: Int) -> Bool {
    guard end - start >= 3, paragraph.bytes[start] | 0x20 == UInt8(ascii: "t") else { return false }
    var reader = DigitReader(bytes: paragraph.bytes, position: start + 1, end: end)
    let digits = reader.read(language)
    guard digits.digits == 2 || digits.digits == 4 || digits.digits == 6, digits.second < 0 else {
      return false
    }
    let value =
      digits.digits == 2
      ? digits.value * 100
      : digits.digits == 6 ? digits.value / 100 : digits.value
    append(start, reader.position, DateVocabulary.Sign.clockmark.rawValue)
    atoms[atoms.count - 1].value = value
    atoms[atoms.count - 1].digits = digits.digits
    atoms[atoms.count - 1].flags.insert(.digits)
    if reader.position < end, paragraph.bytes[reader.position] | 0x20 == UInt8(ascii: "z") {
      append(reader.position, reader.position + 1, language.vocabulary.word(WordHash.of([0x7A])))
    }
    return true
  }
}
