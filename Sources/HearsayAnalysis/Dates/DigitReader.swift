/// Reads the digits at a token's beginning: `12`, `1,000`, `03.12.2021`, `5th`, `1990s`.
struct DigitReader {
  /// The paragraph's bytes.
  let bytes: [UInt8]
  /// Next byte to read.
  private(set) var position: Int
  /// One past the token's last byte.
  let end: Int

  /// A reader of the bytes from `position` to `end`.
  init(bytes: [UInt8], position: Int, end: Int) {
    self.bytes = bytes
    self.position = position
    self.end = end
  }

  /// The atom that the digits and their ending make; ``position`` is behind it then.
  mutating func read(_ words: DateWords) -> DateAtom {
    let start = position
    var atom = DateAtom(
      start: Int32(truncatingIfNeeded: start), end: 0, kind: .cardinal, flags: .digits)
    let (value, digits) = run()
    atom.value = value
    atom.digits = digits
    groups(&atom)
    ending(&atom)
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
    if separators == 2, values.count == 2 {
      atom.third = Int16(truncatingIfNeeded: min(9999, values[1]))
    } else if separators > 2 {
      atom.kind = .otherSign
    }
  }

  /// `st`, `nd`, `rd`, `th` make an ordinal, `s` a decade; other letters stay for the caller.
  private mutating func ending(_ atom: inout DateAtom) {
    guard position < end, atom.second < 0 else { return }
    let first = bytes[position] | 0x20
    let isLast = position + 1 == end || bytes[position + 1] == 0x2D
    if isLast, first == UInt8(ascii: "s"), atom.digits == 2 || atom.digits == 4 {
      position += 1
      atom.kind = atom.value % 10 == 0 ? .decade : .otherSign
      return
    }
    guard position + 2 <= end, position + 2 == end || bytes[position + 2] == 0x2D else { return }
    switch (first, bytes[position + 1] | 0x20) {
    case (0x73, 0x74), (0x6E, 0x64), (0x72, 0x64), (0x74, 0x68):
      position += 2
      atom.kind = .ordinal
    default: break
    }
  }
}
