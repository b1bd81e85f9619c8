/// Words by hash, with up to 32 bits that are known of each; none are known of any other word.
///
/// Every word stands in one of two places of its own, and both are looked at at once, without a
/// branch: whether a text's next word is in the table nobody can foretell. Of a hash its upper half
/// is compared and, by the place, a part of the lower; some forty bits in all.
struct WordTable: Sendable {
  fileprivate struct Place: Sendable {
    /// The upper half of a word's hash.
    var key: UInt32 = 0
    /// What is known of it; 0 is a free place.
    var bits: UInt32 = 0
  }

  /// A power of two, twice as many as there are words or more.
  private let places: [Place]
  /// What spreads hashes over the second places.
  private let factor: UInt64

  /// The table of some words; a word that comes again has the bits of all its lines.
  init(_ words: [(hash: UInt64, bits: UInt32)]) {
    var capacity = 64
    while capacity < words.count * 2 { capacity *= 2 }
    var factor: UInt64 = 0x9E37_79B9_7F4A_7C15
    var laid = WordTable.lay(words, capacity, factor)
    while laid == nil {
      // Another spread, and now and then more room: no words are in each other's way in all of them.
      factor = factor &* 0xD134_2543_DE82_EF95 &+ 2
      if factor & 6 == 0 { capacity *= 2 }
      laid = WordTable.lay(words, capacity, factor)
    }
    places = laid ?? []
    self.factor = factor
  }

  /// Puts words into their first place or their second; nil where some find none.
  ///
  /// Who stands where one has to go moves to its own other place.
  private static func lay(
    _ words: [(hash: UInt64, bits: UInt32)], _ capacity: Int, _ factor: UInt64
  ) -> [Place]? {
    var places = [Place](repeating: Place(), count: capacity)
    var hashes = [UInt64](repeating: 0, count: capacity)
    for word in words where word.bits != 0 {
      var (hash, bits) = (word.hash, word.bits)
      let own = [first(hash, capacity), second(hash, capacity, factor)]
      if let known = own.first(where: { places[$0].bits != 0 && hashes[$0] == hash }) {
        places[known].bits |= bits
        continue
      }
      var place = own.first { places[$0].bits == 0 } ?? own[0]
      var moves = 0
      while bits != 0 {
        guard moves < 500 else { return nil }
        moves += 1
        let displaced = (hash: hashes[place], bits: places[place].bits)
        hashes[place] = hash
        places[place] = Place(key: key(hash), bits: bits)
        (hash, bits) = displaced
        let other = first(hash, capacity)
        place = other == place ? second(hash, capacity, factor) : other
      }
    }
    return places
  }

  @inline(__always)
  private static func key(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash >> 32) }

  @inline(__always)
  private static func first(_ hash: UInt64, _ count: Int) -> Int {
    Int(truncatingIfNeeded: hash) & (count &- 1)
  }

  @inline(__always)
  private static func second(_ hash: UInt64, _ count: Int, _ factor: UInt64) -> Int {
    Int(truncatingIfNeeded: (hash &* factor) >> 33) & (count &- 1)
  }

  /// What is known of a word, by its hash.
  func bits(of hash: UInt64) -> UInt32 { withReader { $0.bits(of: hash) } }

  /// The table for as long as a paragraph is read: nothing is retained or checked for each word.
  struct Reader {
    fileprivate let places: UnsafeBufferPointer<Place>
    fileprivate let factor: UInt64

    /// What is known of a word, by its hash.
    @inline(__always)
    func bits(of hash: UInt64) -> UInt32 {
      let one = places[WordTable.first(hash, places.count)]
      let two = places[WordTable.second(hash, places.count, factor)]
      let key = WordTable.key(hash)
      return (one.key == key ? one.bits : 0) | (two.key == key ? two.bits : 0)
    }
  }

  /// Calls `body` with a reader that is not to leave it.
  @inline(__always)
  func withReader<Result>(_ body: (Reader) -> Result) -> Result {
    places.withUnsafeBufferPointer { body(Reader(places: $0, factor: factor)) }
  }
}
