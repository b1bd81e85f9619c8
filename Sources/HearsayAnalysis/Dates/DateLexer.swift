/// Cuts a paragraph's tokens into the atoms that the rules read.
struct DateLexer {
  private let tokens: UnsafeBufferPointer<Token>
  private let bytes: UnsafeBufferPointer<UInt8>
  private let language: DateLanguage
  private let words: DateWordTable.Reader
  /// Room for atoms, and how many are in it.
  private var atoms = UnsafeMutableBufferPointer<DateAtom>(start: nil, count: 0)
  private var count = 0
  private var index = 0
  /// How many of the words among the first ``telling`` tokens are frequent in each language, a byte
  /// each.
  private var frequent: UInt32 = 0

  /// How many tokens tell a paragraph's language; few enough for their words to be counted in a byte.
  private static let telling = 120

  /// Adds the atoms of a paragraph, in order, to a list; linear in its tokens.
  ///
  /// Returns how many words among its first tokens are frequent in each language that `words` knows
  /// of, a byte each, the first language's the lowest.
  @discardableResult
  static func append(
    _ paragraph: ParagraphInput, _ language: DateLanguage, _ words: DateWordTable,
    to atoms: inout [DateAtom]
  ) -> UInt32 {
    var frequent: UInt32 = 0
    paragraph.tokens.withUnsafeBufferPointer { tokens in
      paragraph.bytes.withUnsafeBufferPointer { bytes in
        words.withReader { words in
          var lexer = DateLexer(tokens, bytes, language, words)
          while !lexer.isDone {
            atoms.append(addingCapacity: lexer.expectedCount) { span in
              span.withUnsafeMutableBufferPointer { room, count in count = lexer.run(into: room) }
            }
          }
          frequent = lexer.frequent
        }
      }
    }
    return frequent
  }

  private init(
    _ tokens: UnsafeBufferPointer<Token>, _ bytes: UnsafeBufferPointer<UInt8>,
    _ language: DateLanguage, _ words: DateWordTable.Reader
  ) {
    self.tokens = tokens
    self.bytes = bytes
    self.language = language
    self.words = words
  }

  private var isDone: Bool { index >= tokens.count }

  /// Room for one atom of every token, and for all that the next token can make.
  private var expectedCount: Int {
    tokens.count - index + max(8, tokens[index].end - tokens[index].start)
  }

  /// Writes atoms to `room` until the tokens end or it may be too small for those of the next; how
  /// many there are.
  private mutating func run(into room: UnsafeMutableBufferPointer<DateAtom>) -> Int {
    atoms = room
    count = 0
    while index < tokens.count {
      let token = tokens[index]
      // Each atom takes a byte at least.
      guard token.end &- token.start <= room.count &- count else { break }
      index &+= 1
      if token.kind == .word, appendPlain(token) { continue }
      let first = count
      switch token.kind {
      case .word: word(token)
      case .number: number(token.start, token.end, [])
      case .mark: sign(token, isMark: true)
      case .punctuation, .symbol: sign(token, isMark: false)
      }
      guard first < count else { continue }
      atoms[first].flags.formUnion(DateAtom.flags(token.flags))
    }
    return count
  }

  /// Appends a word that is one atom whatever it means, as nearly all are; false for any other.
  @inline(__always)
  private mutating func appendPlain(_ token: Token) -> Bool {
    let entry = words.entry(token.hash)
    if index <= DateLexer.telling { frequent &+= entry.frequent }
    guard token.end &- token.start > 1,
      entry.word != DateVocabulary.Sign.other.rawValue
        || token.flags.isDisjoint(with: [.hasDigit, .hyphened])
    else { return false }
    append(token, entry, DateAtom.flags(token.flags))
    return true
  }

  @inline(__always)
  private mutating func append(
    _ token: Token, _ entry: DateWordTable.Entry, _ flags: DateAtom.Flags
  ) {
    var flags = flags
    if !entry.isPlain, language.endings.mayEnd(in: bytes[token.end &- 1]) {
      flags.formUnion(language.endings.flags(of: token.start..<token.end, in: bytes))
    }
    append(
      DateAtom(
        start: Int32(truncatingIfNeeded: token.start), end: Int32(truncatingIfNeeded: token.end),
        word: entry.word, group: entry.group, flags: flags))
  }

  private mutating func sign(_ token: Token, isMark: Bool) {
    let kind: DateVocabulary.Sign
    switch bytes[token.start] {
    case UInt8(ascii: ","): kind = .comma
    case UInt8(ascii: ".") where token.end == token.start + 1: kind = .dot
    case UInt8(ascii: "-"): kind = .dash
    case UInt8(ascii: "/"): kind = .slash
    case UInt8(ascii: ":"): kind = .colon
    case UInt8(ascii: "'"): kind = .apostrophe
    case UInt8(ascii: "("), UInt8(ascii: "["): kind = .opening
    case UInt8(ascii: ")"), UInt8(ascii: "]"): kind = .closing
    case 0xE2 where token.end == token.start + 3:
      kind = wideSign(token, isMark: isMark)
    default:
      let word = words.word(token.hash)
      if word != DateVocabulary.Sign.other.rawValue {
        append(token.start, token.end, word)
        return
      }
      kind = isMark ? .mark : .sign
    }
    append(token.start, token.end, kind.rawValue)
  }

  private func wideSign(_ token: Token, isMark: Bool) -> DateVocabulary.Sign {
    guard bytes[token.start + 1] == 0x80 else { return isMark ? .mark : .sign }
    switch bytes[token.start + 2] {
    case 0x90...0x95: return .dash
    case 0x98, 0x99: return .apostrophe
    default: return isMark ? .mark : .sign
    }
  }

  @inline(__always)
  private mutating func append(_ atom: DateAtom) {
    guard count < atoms.count else { return }
    atoms.initializeElement(at: count, to: atom)
    count &+= 1
  }

  private mutating func append(_ start: Int, _ end: Int, _ word: DateVocabulary.Word) {
    append(
      DateAtom(
        start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end), word: word,
        group: language.automaton.groups[Int(word)]))
  }

  /// A single letter, or a word with digits or hyphens.
  private mutating func word(_ token: Token) {
    let entry = words.entry(token.hash)
    if token.end - token.start == 1, meridiem(token) { return }
    if entry.word == DateVocabulary.Sign.other.rawValue, token.end - token.start > 5,
      compound(token)
    {
      return
    }
    append(token, entry, [])
  }

  /// `a.m.` and `p.m.`, the last dot included.
  private mutating func meridiem(_ token: Token) -> Bool {
    guard !language.roles.meridiem.isEmpty else { return false }
    let letter = bytes[token.start] | 0x20
    guard letter == UInt8(ascii: "a") || letter == UInt8(ascii: "p"),
      isDot(index), index + 1 < tokens.count
    else { return false }
    let m = tokens[index + 1]
    guard m.end == m.start + 1, m.start == token.end + 1,
      bytes[m.start] | 0x20 == UInt8(ascii: "m")
    else { return false }
    index += 2
    var end = m.end
    if isDot(index), tokens[index].start == end {
      end = tokens[index].end
      index += 1
    }
    append(token.start, end, words.word(WordHash.of([letter, UInt8(ascii: "m")])))
    return true
  }

  private func isDot(_ place: Int) -> Bool {
    guard place < tokens.count else { return false }
    let token = tokens[place]
    return token.end == token.start + 1 && bytes[token.start] == UInt8(ascii: ".")
  }

  /// `two-year`, `mid-1990s`, `year-earlier`, and the pasted `date12`.
  private mutating func compound(_ token: Token) -> Bool {
    guard token.flags.contains(.hyphened) else { return pasted(token) }
    let first = count
    var partStart = token.start
    var matters = false
    var position = token.start
    while position <= token.end {
      guard position == token.end || bytes[position] == 0x2D else {
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
      count = first
      return pasted(token)
    }
    return true
  }

  /// Appends one part of a compound; true where it makes the compound one of time.
  private mutating func part(_ start: Int, _ end: Int, isFirst: Bool) -> Bool {
    guard start < end else { return false }
    let flags: DateAtom.Flags = isFirst ? [] : .hyphened
    if bytes[start] &- 0x30 < 10 {
      number(start, end, flags)
      return atoms[count - 1].word == DateVocabulary.Sign.decadenum.rawValue
    }
    let word = words.word(lowerHash(start, end))
    append(start, end, word)
    atoms[count - 1].flags = flags
    if bytes[start] &- 0x41 < 26 { atoms[count - 1].flags.insert(.capitalized) }
    let roles = language.roles
    if roles.joints.contains(word) || (isFirst && roles.prefixes.contains(word)) { return true }
    // “ninety-six”.
    let before = count - 2
    return !isFirst && before >= 0 && roles.tens.contains(atoms[before].word)
      && roles.ones.contains(word)
  }

  private func lowerHash(_ start: Int, _ end: Int) -> UInt64 {
    WordHash.of(
      bytes[start..<end].lazy.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 })
  }

  /// A label with digits pasted to it: “Publish date12 Feb 2022”.
  private mutating func pasted(_ token: Token) -> Bool {
    guard token.flags.contains(.hasDigit) else { return false }
    var split = token.start
    while split < token.end, bytes[split] &- 0x30 >= 10 { split += 1 }
    let word = words.word(lowerHash(token.start, split))
    guard language.roles.label.contains(word), split < token.end else { return false }
    append(token.start, split, word)
    number(split, token.end, [])
    return true
  }

  /// Digits with inner dots, commas and letters, or a compound that begins with digits.
  private mutating func number(_ start: Int, _ end: Int, _ flags: DateAtom.Flags) {
    var reader = DigitReader(bytes: bytes, position: start, end: end)
    var atom = reader.read(language)
    atom.group = language.automaton.groups[Int(atom.word)]
    atom.flags.formUnion(flags)
    append(atom)
    var rest = reader.position
    guard rest < end else { return }
    // `10-year-old`, `5pm`, `20220212T1840Z`.
    while rest < end {
      let isHyphen = bytes[rest] == 0x2D
      let from = isHyphen ? rest + 1 : rest
      var to = from
      while to < end, bytes[to] != 0x2D { to += 1 }
      if clockMark(from, to) { return }
      if from < to {
        append(from, to, words.word(lowerHash(from, to)))
        if isHyphen { atoms[count - 1].flags.insert(.hyphened) }
        if bytes[from] &- 0x41 < 26 { atoms[count - 1].flags.insert(.capitalized) }
      }
      rest = max(to, rest + 1)
    }
  }

  /// `T1840Z` or `T18` behind the digits of a date.
  private mutating func clockMark(_ start: Int, _ end: Int) -> Bool {
    guard end - start >= 3, bytes[start] | 0x20 == UInt8(ascii: "t") else { return false }
    var reader = DigitReader(bytes: bytes, position: start + 1, end: end)
    let digits = reader.read(language)
    guard digits.digits == 2 || digits.digits == 4 || digits.digits == 6, digits.second < 0 else {
      return false
    }
    let value =
      digits.digits == 2
      ? digits.value * 100
      : digits.digits == 6 ? digits.value / 100 : digits.value
    append(start, reader.position, DateVocabulary.Sign.clockmark.rawValue)
    atoms[count - 1].value = value
    atoms[count - 1].digits = digits.digits
    atoms[count - 1].flags.insert(.digits)
    if reader.position < end, bytes[reader.position] | 0x20 == UInt8(ascii: "z") {
      append(reader.position, reader.position + 1, words.word(WordHash.of([0x7A])))
    }
    return true
  }
}
