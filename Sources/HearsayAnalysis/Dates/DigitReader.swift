/// Reads the digits at a token's beginning: `12`, `1,000`, `03.12.2021`, `5th`, `1990s`.
struct DigitReader {
  /// The paragraph's bytes.
  let bytes: UnsafeBufferPointer<UInt8>
  /// Next byte to read.
  var position: Int
  /// One past the token's last byte.
  let end: Int

  /// The atom that the digits and their ending make; ``position`` is behind it then.
  mutating func read(_ language: DateLanguage) -> DateAtom {
    let start = position
    var atom = DateAtom(
      start: Int32(truncatingIfNeeded: start), end: 0, word: DateVocabulary.Sign.num.rawValue,
      flags: .digits)
    let (value, digits) = run()
    atom.value = value
    atom.digits = digits
    groups(&atom)
    ending(&atom, language.roles)
    let isPlain = atom.word == DateVocabulary.Sign.num.rawValue
    if isPlain, atom.digits == 4, (1000...2199).contains(atom.value) {
      atom.flags.insert(.year)
      atom.word = DateVocabulary.Sign.yearnum.rawValue
    } else if isPlain, atom.digits > 2 {
      atom.word = DateVocabulary.Sign.longnum.rawValue
    }
    atom.end = Int32(truncatingIfNeeded: position)
    return atom
  }

  /// A run of digits; its value stops growing at nine of them.
  private mutating func run() -> (Int32, UInt8) {
    var value: Int32 = 0
    var count: UInt8 = 0
    while position < end, bytes[position] &- 0x30 < 10 {
      if count < 9 { value = value * 10 + Int32(bytes[position] - 0x30) }
      if count < 255 { count += 1 }
      position += 1
    }
    return (value, count)
  }

  /// What follows inner dots and commas.
  private mutating func groups(_ atom: inout DateAtom) {
    var separators = 0
    var commas = true
    var values: [Int32] = []
    while position + 1 < end, bytes[position] == 0x2E || bytes[position] == 0x2C,
      bytes[position + 1] &- 0x30 < 10
    {
      if bytes[position] == 0x2E { commas = false }
      position += 1
      let (value, digits) = run()
      separators += 1
      if separators < 3 { values.append(digits > 4 ? 9999 : value) }
      atom.digits = digits
    }
    guard separators > 0 else { return }
    if commas {
      let scaled = Int(atom.value) * 1000 + Int(values[0])
      atom.value = separators == 1 && scaled < 1_000_000 ? Int32(scaled) : 1_000_000
      atom.digits = 9
      return
    }
    atom.second = Int16(truncatingIfNeeded: min(9999, values[0]))
    atom.word = DateVocabulary.Sign.decimal.rawValue
    if separators == 2, values.count == 2 {
      atom.third = Int16(truncatingIfNeeded: min(9999, values[1]))
      atom.word = DateVocabulary.Sign.triple.rawValue
    } else if separators > 2 {
      atom.word = DateVocabulary.Sign.sign.rawValue
    }
  }

  /// Endings such as `st` make an ordinal, such as `s` a decade; other letters are the caller's.
  private mutating func ending(_ atom: inout DateAtom, _ roles: DateRoles) {
    guard position < end, atom.second < 0, bytes[position] != 0x2D else { return }
    var last = position
    while last < end, bytes[last] != 0x2D, last - position < 4 { last += 1 }
    guard last == end || bytes[last] == 0x2D else { return }
    let letters = WordHash.of(
      bytes[position..<last].lazy.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 })
    if roles.decadeEndings.contains(letters), atom.digits == 2 || atom.digits == 4 {
      position = last
      let sign: DateVocabulary.Sign = atom.value % 10 == 0 ? .decadenum : .sign
      atom.word = sign.rawValue
    } else if roles.ordinalEndings.contains(letters) {
      position = last
      atom.word = DateVocabulary.Sign.ordnum.rawValue
    }
  }
}
