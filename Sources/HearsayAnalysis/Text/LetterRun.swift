/// Reads ASCII letters, which nearly all of a text is made of.
enum LetterRun {
  /// Adds the letters from `index` on to a hash, in lower case, and leaves `index` behind the last.
  ///
  /// Eight bytes at a time: how many of them are letters is told for all at once, so that each
  /// costs only its step of the hash.
  @inline(__always)
  static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int, _ hash: UInt64
  ) -> UInt64 {
    let raw = UnsafeRawBufferPointer(bytes)
    var hash = hash
    while index &+ 8 <= raw.count {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      let length = lettersAtStart(of: word)
      var rest = word | cases
      for _ in 0..<length {
        hash = (hash ^ (rest & 0xFF)) &* WordHash.prime
        rest >>= 8
      }
      index &+= length
      if length < 8 { return hash }
    }
    while index < bytes.count, (bytes[index] | 0x20) &- 0x61 < 26 {
      hash = (hash ^ UInt64(bytes[index] | 0x20)) &* WordHash.prime
      index &+= 1
    }
    return hash
  }

  /// Whether no ASCII letter is small.
  static func isCapitals(_ letters: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    letters.allSatisfy { $0 < 0x61 }
  }

  /// The bit of every byte that tells a small letter from a capital.
  private static var cases: UInt64 { 0x2020_2020_2020_2020 }

  /// How many bytes before the first that is no ASCII letter, the lowest byte first.
  @inline(__always)
  private static func lettersAtStart(of word: UInt64) -> Int {
    let high: UInt64 = 0x8080_8080_8080_8080
    let small = (word | cases) & ~high
    // Sums run over into the highest bit from `a` on, and from behind `z` on.
    let fromA = small &+ 0x1F1F_1F1F_1F1F_1F1F
    let behindZ = small &+ 0x0505_0505_0505_0505
    return ((~fromA | behindZ | word) & high).trailingZeroBitCount >> 3
  }
}
