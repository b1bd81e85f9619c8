/// Cuts a paragraph's tokens into the atoms that the rules read.
struct DateLexer {
  private let paragraph: ParagraphInput
  private let words: DateWords
  private var atoms: [DateAtom] = []
  private var index = 0

  /// The atoms of a paragraph, in order; linear in its tokens.
  static func atoms(of paragraph: ParagraphInput, words: DateWords) -> [DateAtom] {
    var lexer = DateLexer(paragraph: paragraph, words: words)
    lexer.run()
    return lexer.atoms
  }

  private init(paragraph: ParagraphInput, words: DateWords) {
    self.paragraph = paragraph
    self.words = words
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
    let byte = paragraph.bytes[token.start]
    let kind: DateWordKind
    switch byte {
    case UInt8(ascii: ","): kind = .comma
    case UInt8(ascii: ".") where token.end == token.start + 1: kind = .dot
    case UInt8(ascii: "-"): kind = .dash
    case UInt8(ascii: "/"): kind = .slash
    case UInt8(ascii: ":"): kind = .colon
    case UInt8(ascii: "'"): kind = .apostrophe
    case UInt8(ascii: "("): kind = .opening
    case 0xE2 where token.end == token.start + 3: kind = DateLexer.wideSign(paragraph, token)
    default: kind = .otherSign
    }
    append(token.start, token.end, kind, 0)
  }

  private static func wideSign(_ paragraph: ParagraphInput, _ token: Token) -> DateWordKind {
    guard paragraph.bytes[token.start + 1] == 0x80 else { return .otherSign }
    switch paragraph.bytes[token.start + 2] {
    case 0x90...0x95: return .dash
    case 0x98, 0x99: return .apostrophe
    default: return .otherSign
    }
  }

  private mutating func append(_ start: Int, _ end: Int, _ kind: DateWordKind, _ value: Int32) {
    atoms.append(
      DateAtom(
        start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end), value: value,
        kind: kind))
  }

  private mutating func word(_ token: Token) {
    let entry = words.entry(of: token.hash)
    let length = token.end - token.start
    if length == 1, meridiem(token) { return }
    if entry.kind != .other {
      append(token.start, token.end, entry.kind, entry.value)
      return
    }
    if length > 5, compound(token) { return }
    append(token.start, token.end, .other, 0)
    guard length > 3 else { return }
    let last = paragraph.bytes[token.end - 1]
    if last == UInt8(ascii: "s") { atoms[atoms.count - 1].flags.insert(.endsInS) }
    if last == UInt8(ascii: "d"), paragraph.bytes[token.end - 2] == UInt8(ascii: "e") {
      atoms[atoms.count - 1].flags.insert(.endsInEd)
    }
  }

  /// `a.m.` and `p.m.`, the last dot included.
  private mutating func meridiem(_ token: Token) -> Bool {
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
    append(token.start, end, .meridiem, letter == UInt8(ascii: "p") ? 12 : 0)
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
      return atoms[atoms.count - 1].kind == .decade
    }
    let entry = words.entry(of: lowerHash(start, end))
    append(start, end, entry.kind, entry.value)
    atoms[atoms.count - 1].flags = flags
    if paragraph.bytes[start] &- 0x41 < 26 { atoms[atoms.count - 1].flags.insert(.capitalized) }
    switch entry.kind {
    case .unit: return entry.value != 14
    case .units, .month, .weekday, .part, .season: return true
    case .phase: return isFirst && entry.value == 1
    case .cardinal:
      // “ninety-six”.
      let before = atoms.count - 2
      return !isFirst && before >= 0 && atoms[before].kind == .cardinal
        && atoms[before].value >= 20 && (1...9).contains(entry.value)
    default: return false
    }
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
    let entry = words.entry(of: lowerHash(token.start, split))
    guard entry.kind == .label, split < token.end else { return false }
    append(token.start, split, .label, entry.value)
    number(split, token.end, [])
    return true
  }

  /// Digits with inner dots, commas and letters, or a compound that begins with digits.
  private mutating func number(_ start: Int, _ end: Int, _ flags: DateAtom.Flags) {
    var reader = DigitReader(bytes: paragraph.bytes, position: start, end: end)
    let atom = reader.read(words)
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
        let entry = words.entry(of: lowerHash(from, to))
        append(from, to, entry.kind, entry.value)
        if isHyphen { atoms[atoms.count - 1].flags.insert(.hyphened) }
      }
      rest = max(to, rest + 1)
    }
  }

  /// `T1840Z` or `T18` behind the digits of a date.
  private mutating func clockMark(_ start: Int, _ end: Int) -> Bool {
    guard end - start >= 3, paragraph.bytes[start] | 0x20 == UInt8(ascii: "t") else { return false }
    var reader = DigitReader(bytes: paragraph.bytes, position: start + 1, end: end)
    let digits = reader.read(words)
    guard digits.digits == 2 || digits.digits == 4 || digits.digits == 6, digits.second < 0 else {
      return false
    }
    let value = digits.digits == 2 ? digits.value * 100
      : digits.digits == 6 ? digits.value / 100 : digits.value
    append(start, reader.position, .clockMark, value)
    atoms[atoms.count - 1].digits = digits.digits
    if reader.position < end, paragraph.bytes[reader.position] | 0x20 == UInt8(ascii: "z") {
      append(reader.position, reader.position + 1, .zone, 1)
    }
    return true
  }
}
