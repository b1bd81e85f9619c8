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
  static func key(of word: Substring.UTF8View) -> UInt64 { WordHash.of(folded(word)) }

  /// The key of a word's consonants with its first letter: what stays where vowels are heard
  /// differently (Mohammed, Muhammad).
  static func skeleton(of word: Substring.UTF8View) -> UInt64 {
    let letters = folded(word)
    return WordHash.of(letters.prefix(1) + letters.dropFirst().filter { !isVowel($0) })
  }

  /// The word in small plain letters, spelled one way.
  static func folded(_ word: Substring.UTF8View) -> [UInt8] {
    var folding = NameFolding(letters: plain(word))
    folding.run()
    return folding.output
  }

  private let letters: [UInt8]
  private var index = 0
  private var output: [UInt8] = []

  private init(letters: [UInt8]) {
    self.letters = letters
    output.reserveCapacity(letters.count + 4)
  }

  private mutating func run() {
    while index < letters.count {
      if takesVowels() || takesCluster() { continue }
      append(letter())
      index += 1
    }
    finish()
  }

  /// Consonants that tables write in several ways, the longest of a letter first.
  private static let clusters: [(from: StaticString, to: StaticString)] = [
    ("shch", "sh"), ("sch", "sh"), ("sh", "sh"), ("tsch", "ch"), ("tch", "ch"), ("ts", "c"),
    ("tz", "c"), ("kh", "h"), ("gh", "h"), ("ph", "f"), ("ck", "k"), ("ch", "ch"), ("ou", "u"),
    ("ue", "u"), ("oe", "o"), ("ae", "a"), ("x", "ks"), ("q", "k"), ("w", "v"),
  ]
  /// The letters that begin a cluster, one bit for each from a to z.
  private static let beginnings: UInt32 = clusters.reduce(0) { bits, cluster in
    bits | 1 << UInt32(cluster.from.utf8Start.pointee - 0x61)
  }

  private mutating func takesCluster() -> Bool {
    let first = letters[index]
    guard first >= 0x61, first <= 0x7A, NameFolding.beginnings & 1 << UInt32(first - 0x61) != 0
    else { return false }
    for cluster in NameFolding.clusters where cluster.from.utf8Start.pointee == first {
      let length = cluster.from.utf8CodeUnitCount
      guard index + length <= letters.count,
        (1..<length).allSatisfy({ letters[index + $0] == cluster.from.utf8Start[$0] })
      else { continue }
      cluster.to.withUTF8Buffer { for byte in $0 { append(byte) } }
      index += length
      return true
    }
    return false
  }

  /// “c” is k before a, o, u and consonants.
  private func letter() -> UInt8 {
    guard letters[index] == UInt8(ascii: "c") else { return letters[index] }
    let next = index + 1 < letters.count ? letters[index + 1] : 0
    let isSoft =
      next == UInt8(ascii: "e") || next == UInt8(ascii: "i") || next == UInt8(ascii: "y")
    return isSoft ? UInt8(ascii: "c") : UInt8(ascii: "k")
  }

  /// A run of i, j, y, e; i, j or y before an e is the e's glide and falls away.
  private mutating func takesVowels() -> Bool {
    var end = index
    while end < letters.count, NameFolding.isFront(letters[end]) { end += 1 }
    guard end > index else { return false }
    let e = UInt8(ascii: "e")
    let first = letters[index]
    if end == index + 1, first == e { return false }
    let isGlide =
      end == index + 2 && first != e && first != UInt8(ascii: "i") && letters[end - 1] == e
    append(isGlide ? e : UInt8(ascii: "i"))
    index = end
    return true
  }

  private mutating func append(_ letter: UInt8) {
    if output.last != letter { output.append(letter) }
  }

  private mutating func finish() {
    if output.last == UInt8(ascii: "f"), letters.suffix(2).elementsEqual("ff".utf8) {
      output[output.count - 1] = UInt8(ascii: "v")
    }
    if output.count > 4, output.suffix(2).elementsEqual("er".utf8),
      !NameFolding.isVowel(output[output.count - 3])
    {
      output.remove(at: output.count - 2)
    }
  }

  private static func isFront(_ letter: UInt8) -> Bool {
    letter == UInt8(ascii: "i") || letter == UInt8(ascii: "j") || letter == UInt8(ascii: "y")
      || letter == UInt8(ascii: "e")
  }

  private static func isVowel(_ letter: UInt8) -> Bool {
    letter == UInt8(ascii: "a") || letter == UInt8(ascii: "o") || letter == UInt8(ascii: "u")
      || isFront(letter)
  }

  // MARK: - Plain letters

  /// Small letters without accents; what is no letter of an alphabet of Latin is kept as it is.
  private static func plain(_ word: Substring.UTF8View) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(24)
    var lead: UInt8 = 0
    var isASCII = true
    for byte in word.prefix(longest) {
      if byte >= 0x80 { isASCII = false }
      switch byte {
      case 0x41...0x5A: output.append(byte | 0x20)
      case UInt8(ascii: "-"), UInt8(ascii: "'"), UInt8(ascii: "."), UInt8(ascii: "`"): break
      case 0xC3...0xC8: lead = byte
      case 0x80...0xBF where lead != 0:
        output += plainLetter(lead, byte)
        lead = 0
      default: output.append(byte)
      }
    }
    // U+2019 RIGHT SINGLE QUOTATION MARK, the apostrophe of print.
    if !isASCII, let place = output.firstIndex(of: 0xE2), place + 2 < output.count,
      output[place + 1] == 0x80
    {
      output.removeSubrange(place...(place + 2))
    }
    return output
  }

  /// The letters of U+00C0 to U+017F in the order of their code points, a row for each lead byte;
  /// a dot stands where no one letter is meant.
  private static let tables: [(lead: UInt8, letters: StaticString)] = [
    (0xC3, "aaaaaaaceeeeiiiidnooooo.ouuuuy.saaaaaaaceeeeiiiidnooooo.ouuuuy.y"),
    (0xC4, "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkkklllllll"),
    (0xC5, "lllnnnnnnn..oooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"),
  ]

  private static func plainLetter(_ lead: UInt8, _ byte: UInt8) -> [UInt8] {
    guard let table = tables.first(where: { $0.lead == lead }) else { return [lead, byte] }
    let letter = table.letters.withUTF8Buffer { buffer in
      Int(byte - 0x80) < buffer.count ? buffer[Int(byte - 0x80)] : UInt8(ascii: ".")
    }
    if letter != UInt8(ascii: ".") { return [letter] }
    return lead == 0xC3 && (byte == 0x9E || byte == 0xBE) ? Array("th".utf8) : [lead, byte]
  }
}
