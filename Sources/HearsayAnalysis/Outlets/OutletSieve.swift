internal import HearsayText

/// One pass over a paragraph's bytes that tells whether it can name an outlet at all.
///
/// Most paragraphs name none. The sieve hashes every word as the tokenizer would and follows the
/// registry's names from their first word; only where one can begin, or where an address of a
/// registered outlet stands, is the paragraph cut into tokens and read. It may call for reading in
/// vain, but never passes over anything that reading would find; a test holds the two together.
struct OutletSieve {
  private let registry: OutletRegistry
  private let bytes: UnsafeBufferPointer<UInt8>
  private var index: Int
  /// How often words point to a country.
  private(set) var cues = CountryCounts()

  /// A word as the tokenizer would cut it.
  private struct Word {
    var hash = WordHash.basis
    /// Whether its first letter is a capital.
    var isCapital = false
    let start: Int
  }

  /// A sieve over bytes that are one paragraph.
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ registry: OutletRegistry) {
    self.bytes = bytes
    self.registry = registry
    index = 0
  }

  /// Whether the paragraph must be read; if not, `cues` are all there is to know of it.
  mutating func mustRead() -> Bool {
    registry.names.starts.withReader { mustRead($0) }
  }

  /// Words of ASCII letters between plain signs, nearly all of a text, take the short way here.
  private mutating func mustRead(_ starts: WordFilter.Reader) -> Bool {
    let count = bytes.count
    var place = 0
    while place < count {
      let first = bytes[place]
      guard (first | 0x20) &- 0x61 < 26 else {
        if first > 0x20 {
          index = place
          if readOther(first) { return true }
          place = index
        } else {
          place &+= 1
        }
        continue
      }
      let start = place
      var hash = WordHash.basis
      var byte = first
      while (byte | 0x20) &- 0x61 < 26 {
        hash = (hash ^ UInt64(byte | 0x20)) &* WordHash.prime
        place &+= 1
        byte = place < count ? bytes[place] : 0x20
      }
      if OutletSieve.endsWord(byte, place &+ 1 < count ? bytes[place &+ 1] : 0x20) {
        guard starts.mayContain(hash) else { continue }
        index = place
        let word = Word(hash: hash, isCapital: first < 0x61, start: start)
        if canBegin(word, isWhole: true) { return true }
      } else {
        index = start
        if readWord() { return true }
        place = index
      }
    }
    return false
  }

  /// Whether a word of ASCII letters certainly ends at a byte, given the one behind it.
  @inline(__always)
  private static func endsWord(_ byte: UInt8, _ next: UInt8) -> Bool {
    if byte <= 0x20 || byte == UInt8(ascii: ",") { return true }
    if byte == UInt8(ascii: ".") { return next <= 0x20 }
    return byte < 0x80 && byte != UInt8(ascii: "-") && byte != UInt8(ascii: "\'")
      && byte &- 0x30 >= 10
  }

  /// Reads on from what is neither white space nor an ASCII letter.
  private mutating func readOther(_ byte: UInt8) -> Bool {
    if byte &- 0x30 < 10 { return readWord() }
    if byte < 0x80 {
      // A colon may belong to an address.
      if byte == UInt8(ascii: ":"), isAddress(at: index) { return true }
      index &+= 1
      return false
    }
    let (scalar, length) = ScalarReader.read(bytes, at: index)
    switch ScalarClass.of(scalar) {
    case .letter, .digit: return readWord()
    default:
      index &+= length
      return false
    }
  }

  @inline(__always)
  private static func isWordByte(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
  }

  /// Reads a word to its end; whether an outlet can begin with it.
  private mutating func readWord() -> Bool {
    var word = Word(start: index)
    let first = bytes[index]
    word.isCapital = first &- 0x41 < 26
    if first >= 0x80 {
      word.isCapital = ScalarClass.isCapital(ScalarReader.read(bytes, at: index).0)
    }
    while index < bytes.count {
      let byte = bytes[index]
      if (byte | 0x20) &- 0x61 < 26 {
        word.hash = (word.hash ^ UInt64(byte | 0x20)) &* WordHash.prime
        index &+= 1
      } else if byte &- 0x30 < 10 {
        word.hash = (word.hash ^ UInt64(byte)) &* WordHash.prime
        index &+= 1
      } else if byte <= 0x20 {
        break
      } else {
        guard let goesOn = readSign(byte, &word) else { break }
        if !goesOn { return true }
      }
    }
    return canBegin(word, isWhole: true)
  }

  /// Reads on behind a sign or a letter outside ASCII: nil where the word ends there, false where
  /// an outlet can begin with what was read so far.
  private mutating func readSign(_ byte: UInt8, _ word: inout Word) -> Bool? {
    if byte == UInt8(ascii: ".") { return isHost(word.start) ? false : nil }
    let (scalar, length) = ScalarReader.read(bytes, at: index)
    switch scalar {
    case 0x2D, 0x2010, 0x2011, 0x27, 0x2019:
      // The tokenizer may end the word here or take the sign into it; both are tried.
      if canBegin(word, isWhole: endsPossessive(index + length)) { return false }
      guard index + length < bytes.count, isLetterOrDigit(at: index + length) else { return nil }
      let sign: UInt64 = scalar == 0x27 || scalar == 0x2019 ? 0x27 : 0x2D
      word.hash = (word.hash ^ sign) &* WordHash.prime
    case 0..<0x80: return nil
    default:
      switch ScalarClass.of(scalar) {
      case .letter, .digit: OutletSieve.extend(&word, ScalarClass.lowercased(scalar))
      case .extender: OutletSieve.extend(&word, scalar)
      default: return nil
      }
    }
    index &+= length
    return true
  }

  private static func extend(_ word: inout Word, _ scalar: UInt32) {
    guard let scalar = Unicode.Scalar(scalar) else { return }
    for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
      word.hash = (word.hash ^ UInt64(byte)) &* WordHash.prime
    }
  }

  private func isLetterOrDigit(at place: Int) -> Bool {
    if OutletSieve.isWordByte(bytes[place]) { return true }
    guard bytes[place] >= 0x80 else { return false }
    switch ScalarClass.of(ScalarReader.read(bytes, at: place).0) {
    case .letter, .digit: return true
    default: return false
    }
  }

  /// Whether an `s` stands at a place with no letter or digit behind it.
  private func endsPossessive(_ place: Int) -> Bool {
    guard place < bytes.count, bytes[place] | 0x20 == UInt8(ascii: "s") else { return false }
    return place + 1 >= bytes.count || !isLetterOrDigit(at: place + 1)
  }
}

/// What can begin with a word.
extension OutletSieve {
  /// Whether a name can begin with a word; where it cannot, the country it points to is counted.
  private mutating func canBegin(_ word: Word, isWhole: Bool) -> Bool {
    guard registry.names.starts.mayContain(word.hash),
      let slot = registry.names.slot(word.hash)
    else { return false }
    for number in slot.entries {
      let entry = registry.names.entries[Int(number)]
      if entry.kind != .notOutlet, fits(entry, word) { return true }
    }
    if isWhole, word.isCapital, let country = slot.country { cues.add(1, of: country) }
    return false
  }

  private func fits(_ entry: OutletNameIndex.Entry, _ word: Word) -> Bool {
    let piece = entry.tokens[0]
    if entry.kind == .name {
      if entry.isCaseSensitive {
        guard bytes[word.start..<index].elementsEqual(piece.bytes) else { return false }
      } else if piece.isCapitalized, !word.isCapital {
        return false
      }
      if entry.hasArticle, !hasArticle(before: word.start) { return false }
    }
    return canFollow(entry.tokens.dropFirst())
  }

  /// Whether “the” and white space stand before a place.
  private func hasArticle(before place: Int) -> Bool {
    var end = place
    while end > 0, bytes[end - 1] <= 0x20 { end -= 1 }
    guard end >= 3, end < place else { return false }
    return bytes[end - 3] | 0x20 == 0x74 && bytes[end - 2] | 0x20 == 0x68
      && bytes[end - 1] | 0x20 == 0x65
  }

  /// Whether the other words of a name can stand here; where that is hard to tell, they can.
  private func canFollow(_ pieces: ArraySlice<OutletNameIndex.Piece>) -> Bool {
    var place = index
    for piece in pieces {
      let gap = place
      while place < bytes.count, bytes[place] <= 0x20 { place += 1 }
      guard place < bytes.count else { return false }
      guard (place > gap) == piece.spaceBefore else { return bytes[place] >= 0x80 }
      let start = place
      var hash = WordHash.basis
      while place < bytes.count, OutletSieve.isWordByte(bytes[place]) {
        let byte = bytes[place]
        hash = (hash ^ UInt64(byte &- 0x30 < 10 ? byte : byte | 0x20)) &* WordHash.prime
        place += 1
      }
      if place == start || isHard(at: place) { return true }
      if hash != piece.hash { return false }
    }
    return true
  }

  /// Whether a word may go on behind plain letters and digits.
  private func isHard(at place: Int) -> Bool {
    guard place < bytes.count else { return false }
    switch bytes[place] {
    case 0x80..., 0x2D, 0x27, 0x2E, 0x2C: return true
    default: return false
    }
  }
}

/// Addresses.
extension OutletSieve {
  /// Whether `://` stands at a place.
  private func isAddress(at place: Int) -> Bool {
    place + 2 < bytes.count && bytes[place + 1] == 0x2F && bytes[place + 2] == 0x2F
  }

  /// Whether the chain of labels that begins at a place belongs to a registered outlet.
  private func isHost(_ start: Int) -> Bool {
    // Inside a chain of labels all was tried at its beginning.
    if start > 0, bytes[start - 1] == UInt8(ascii: ".") { return false }
    let limit = min(bytes.count, start + 256)
    var end = start
    while end < limit,
      OutletSieve.isWordByte(bytes[end]) || bytes[end] == 0x2D || bytes[end] == 0x2E
    {
      end += 1
    }
    guard end > index + 1 else { return false }
    while end > start, bytes[end - 1] == 0x2E || bytes[end - 1] == 0x2D { end -= 1 }
    guard end > index else { return false }
    let host = bytes[start..<end].map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
    return registry.owner(ofHost: host[...]) != nil
  }
}
