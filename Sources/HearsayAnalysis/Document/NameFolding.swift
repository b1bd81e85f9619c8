/// One key for the spellings of a name: Sergey and Sergei, Zelensky and Zelenskyy, Kyiv and Kiev.
///
/// Outlets write the same name by different tables (BGN/PCGN, ISO 9, the passport's, their own).
/// What those tables write differently for the same letter is written one way here, after their
/// published differences; nothing is looked up. Two different names may share a key (Reed and
/// Reid), so keys are compared only where the letters themselves match nobody.
///
/// | letters | become |
/// |---|---|
/// | accents, ł ø ð þ ß æ œ | the plain Latin letters |
/// | ue, oe, ae inside a word | u, o, a (ü, ö, ä) |
/// | ye, je | e |
/// | any other run of i, j, y, e with one of i, j, y in it or two e | i |
/// | ou | u |
/// | kh, gh; ph; ck, q, c before no e, i, y, h; x; w | h; f; k; ks; v |
/// | tch, tsch; shch, sch | ch; sh |
/// | ts, tz | c |
/// | double letters | one |
/// | final ff; final er behind a consonant | v; r |
/// | apostrophes, hyphens, dots | nothing |
struct NameFolding {
  /// Letters looked at in one word; no name is longer.
  private static let longest = 40

  /// The key of one word or name, given as UTF-8.
  static func key(of word: ArraySlice<UInt8>) -> UInt64 {
    folding(word) { WordHash.of($0.output[..<$0.count]) }
  }

  /// The key of a word's consonants with its first letter: what stays where vowels are heard
  /// differently (Mohammed, Muhammad).
  static func skeleton(of word: ArraySlice<UInt8>) -> UInt64 {
    let letters = folded(word)
    return WordHash.of(letters.prefix(1) + letters.dropFirst().filter { !isVowel($0) })
  }

  /// The word in small plain letters, spelled one way.
  static func folded(_ word: ArraySlice<UInt8>) -> [UInt8] {
    folding(word) { Array($0.output[..<$0.count]) }
  }

  /// Folds in room on the stack, where one letter becomes two at most.
  ///
  /// Every name that no letters match is folded; two lists for each would cost more than the
  /// folding.
  private static func folding<Result>(
    _ word: ArraySlice<UInt8>, _ body: (NameFolding) -> Result
  ) -> Result {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: longest * 3) { room in
      room.initialize(repeating: 0)
      var folding = NameFolding(
        letters: UnsafeMutableBufferPointer(rebasing: room[..<longest]),
        output: UnsafeMutableBufferPointer(rebasing: room[longest...]))
      folding.readPlain(word)
      folding.run()
      return body(folding)
    }
  }

  /// Small plain letters; as many as `letterCount`.
  private let letters: UnsafeMutableBufferPointer<UInt8>
  private var letterCount = 0
  private var index = 0
  /// The letters spelled one way; as many as `count`.
  private let output: UnsafeMutableBufferPointer<UInt8>
  private var count = 0

  private init(
    letters: UnsafeMutableBufferPointer<UInt8>, output: UnsafeMutableBufferPointer<UInt8>
  ) {
    self.letters = letters
    self.output = output
  }

  private mutating func run() {
    while index < letterCount {
      let letter = letters[index]
      if !NameFolding.isPlain(letter) {
        if NameFolding.isFront(letter) ? takesVowels() : takesCluster(letter) { continue }
      }
      append(letter)
      index += 1
    }
    finish()
  }

  /// Whether a letter is written one way, whatever follows.
  private static func isPlain(_ letter: UInt8) -> Bool {
    switch letter {
    case "b", "d", "f", "h", "l", "m", "n", "r", "v", "z": true
    default: false
    }
  }

  /// The letter so many places ahead, or 0 behind the last.
  private func letter(ahead distance: Int) -> UInt8 {
    index + distance < letterCount ? letters[index + distance] : 0
  }

  /// Consonants and vowels that tables write in several ways.
  ///
  /// The first letter is told apart first, which leaves most with one question.
  private mutating func takesCluster(_ first: UInt8) -> Bool {
    let next = letter(ahead: 1)
    switch first {
    case "a": return next == "e" && take(2, "a")
    case "o": return (next == "u" && take(2, "u")) || (next == "e" && take(2, "o"))
    case "u": return next == "e" && take(2, "u")
    case "c": return takesC(next)
    case "s":
      if next == "h" { return take(isCH(ahead: 2) ? 4 : 2, "s", "h") }
      return isCH(ahead: 1) && take(3, "s", "h")
    case "t":
      if next == "s" { return isCH(ahead: 2) ? take(4, "c", "h") : take(2, "c") }
      return (next == "z" && take(2, "c")) || (isCH(ahead: 1) && take(3, "c", "h"))
    case "k", "g": return next == "h" && take(2, "h")
    case "p": return next == "h" && take(2, "f")
    case "x": return take(1, "k", "s")
    case "q": return take(1, "k")
    case "w": return take(1, "v")
    default: return false
    }
  }

  /// “c” is k before a, o, u and consonants.
  private mutating func takesC(_ next: UInt8) -> Bool {
    switch next {
    case "h": take(2, "c", "h")
    case "k": take(2, "k")
    case "e", "i", "y": false
    default: take(1, "k")
    }
  }

  private func isCH(ahead distance: Int) -> Bool {
    letter(ahead: distance) == "c" && letter(ahead: distance + 1) == "h"
  }

  /// Puts one or two letters in the place of so many; always true.
  private mutating func take(
    _ length: Int, _ first: Unicode.Scalar, _ second: Unicode.Scalar? = nil
  ) -> Bool {
    append(UInt8(ascii: first))
    if let second { append(UInt8(ascii: second)) }
    index += length
    return true
  }

  /// A run of i, j, y, e; i, j or y before an e is the e's glide and falls away.
  private mutating func takesVowels() -> Bool {
    var end = index
    while end < letterCount, NameFolding.isFront(letters[end]) { end += 1 }
    guard end > index else { return false }
    let first = letters[index]
    if end == index + 1, first == "e" { return false }
    let isGlide = end == index + 2 && first != "e" && first != "i" && letters[end - 1] == "e"
    append(isGlide ? UInt8(ascii: "e") : UInt8(ascii: "i"))
    index = end
    return true
  }

  private mutating func append(_ letter: UInt8) {
    if count > 0, output[count - 1] == letter { return }
    output[count] = letter
    count += 1
  }

  private mutating func finish() {
    if count > 0, output[count - 1] == "f", letterCount > 1, letters[letterCount - 1] == "f",
      letters[letterCount - 2] == "f"
    {
      output[count - 1] = UInt8(ascii: "v")
    }
    if count > 4, output[count - 2] == "e", output[count - 1] == "r",
      !NameFolding.isVowel(output[count - 3])
    {
      output[count - 2] = output[count - 1]
      count -= 1
    }
  }

  private static func isFront(_ letter: UInt8) -> Bool {
    letter == "i" || letter == "j" || letter == "y" || letter == "e"
  }

  private static func isVowel(_ letter: UInt8) -> Bool {
    letter == "a" || letter == "o" || letter == "u" || isFront(letter)
  }

  // MARK: - Plain letters

  /// Small letters without accents; what is no letter of an alphabet of Latin is kept as it is.
  private mutating func readPlain(_ word: ArraySlice<UInt8>) {
    var lead: UInt8 = 0
    var isASCII = true
    for byte in word.prefix(NameFolding.longest) {
      if byte >= 0x80 { isASCII = false }
      switch byte {
      case 0x41...0x5A: appendPlain(byte | 0x20)
      case UInt8(ascii: "-"), UInt8(ascii: "'"), UInt8(ascii: "."), UInt8(ascii: "`"): break
      case 0xC3...0xC8: lead = byte
      case 0x80...0xBF where lead != 0:
        appendPlainLetter(lead, byte)
        lead = 0
      default: appendPlain(byte)
      }
    }
    if !isASCII { removeApostrophe() }
  }

  private mutating func appendPlain(_ letter: UInt8) {
    letters[letterCount] = letter
    letterCount += 1
  }

  /// Takes out U+2019 RIGHT SINGLE QUOTATION MARK, the apostrophe of print.
  private mutating func removeApostrophe() {
    guard let place = letters[..<letterCount].firstIndex(of: 0xE2), place + 2 < letterCount,
      letters[place + 1] == 0x80
    else { return }
    for behind in (place + 3)..<letterCount { letters[behind - 3] = letters[behind] }
    letterCount -= 3
  }

  /// The letters of U+00C0 to U+017F in the order of their code points, a row for each lead byte;
  /// a dot stands where no one letter is meant.
  private static let tables: [(lead: UInt8, letters: StaticString)] = [
    (0xC3, "aaaaaaaceeeeiiiidnooooo.ouuuuy.saaaaaaaceeeeiiiidnooooo.ouuuuy.y"),
    (0xC4, "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkkklllllll"),
    (0xC5, "lllnnnnnnn..oooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"),
  ]

  private mutating func appendPlainLetter(_ lead: UInt8, _ byte: UInt8) {
    let table = NameFolding.tables.first { $0.lead == lead }
    let letter = table?.letters.withUTF8Buffer { buffer in
      Int(byte - 0x80) < buffer.count ? buffer[Int(byte - 0x80)] : UInt8(ascii: ".")
    }
    if let letter, letter != "." { return appendPlain(letter) }
    let isThorn = lead == 0xC3 && (byte == 0x9E || byte == 0xBE)
    appendPlain(isThorn ? UInt8(ascii: "t") : lead)
    appendPlain(isThorn ? UInt8(ascii: "h") : byte)
  }
}

extension UInt8 {
  /// Whether a byte is this ASCII sign.
  fileprivate static func == (byte: UInt8, sign: Unicode.Scalar) -> Bool {
    UInt32(byte) == sign.value
  }

  fileprivate static func != (byte: UInt8, sign: Unicode.Scalar) -> Bool { !(byte == sign) }

  /// For patterns of ASCII signs.
  fileprivate static func ~= (sign: Unicode.Scalar, byte: UInt8) -> Bool {
    UInt32(byte) == sign.value
  }
}
