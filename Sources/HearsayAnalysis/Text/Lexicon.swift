/// Word classes of one language, read from a text file and looked up by hash.
///
/// The file: `[class]` opens a section, every other word on a line is listed in it; `#` begins a
/// comment. Words are in lower case, apostrophes straight. Unknown classes are passed over, so that
/// an older program can read a newer file.
public struct Lexicon: Sendable {
  /// Open addressing: a key of 0 is a free place.
  private var places: [(key: UInt64, classes: WordClasses)]
  private var mask: Int

  /// The lexicon in the bytes of its file.
  public init(_ bytes: [UInt8]) {
    let entries = Lexicon.parse(bytes)
    var capacity = 64
    while capacity < entries.count * 3 { capacity *= 2 }
    places = Array(repeating: (0, []), count: capacity)
    mask = capacity - 1
    for (hash, classes) in entries {
      let place = place(of: hash)
      places[place].key = hash
      places[place].classes.formUnion(classes)
    }
  }

  private static func parse(_ bytes: [UInt8]) -> [(UInt64, WordClasses)] {
    var entries: [(UInt64, WordClasses)] = []
    entries.reserveCapacity(bytes.count / 7)
    var current: WordClasses = []
    for line in bytes.split(separator: 0x0A) where line.first != UInt8(ascii: "#") {
      if line.first == UInt8(ascii: "[") {
        let name = String(
          decoding: line.dropFirst().prefix { $0 != UInt8(ascii: "]") }, as: UTF8.self)
        current = WordClasses.names.first { $0.name == name }?.value ?? []
        continue
      }
      for word in line.split(separator: 0x20) {
        entries.append((WordHash.of(word), current))
      }
    }
    return entries
  }

  @inline(__always)
  private func place(of hash: UInt64) -> Int {
    var index = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & mask
    while places[index].key != hash, places[index].key != 0 { index = (index + 1) & mask }
    return index
  }

  /// The lexicon for as long as a paragraph is cut: nothing is retained or checked for each word.
  struct Reader {
    fileprivate let places: UnsafeBufferPointer<(key: UInt64, classes: WordClasses)>

    /// The classes of a word by its hash; empty for an unknown one.
    @inline(__always)
    func classes(of hash: UInt64) -> WordClasses {
      // The number of places is a power of two, and some are free.
      let mask = places.count &- 1
      var index = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & mask
      while places[index].key != hash, places[index].key != 0 { index = (index &+ 1) & mask }
      return places[index].classes
    }
  }

  /// Calls `body` with a reader that is not to leave it.
  func withReader(_ body: (Reader) -> Void) {
    places.withUnsafeBufferPointer { body(Reader(places: $0)) }
  }
}
