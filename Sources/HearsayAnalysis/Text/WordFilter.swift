/// A set of words by hash that turns away nearly every other word, and now and then takes one in that
/// was never added.
///
/// Sixteen bits a word: small enough to stay in the processor's nearest cache.
struct WordFilter: Sendable {
  private var bits: [UInt64]

  /// A filter for so many words.
  init(capacity: Int) {
    var count = 16
    while count < capacity / 4 { count *= 2 }
    bits = Array(repeating: 0, count: count)
  }

  /// Adds a word.
  mutating func insert(_ hash: UInt64) {
    let place = WordFilter.place(hash, in: bits.count)
    bits[place] |= WordFilter.bit(hash)
  }

  /// Whether a word may have been added.
  func mayContain(_ hash: UInt64) -> Bool { withReader { $0.mayContain(hash) } }

  /// Of how many 64 bits a word's are; `count` is a power of two.
  @inline(__always)
  private static func place(_ hash: UInt64, in count: Int) -> Int {
    Int(truncatingIfNeeded: hash >> 46) & (count &- 1)
  }

  @inline(__always)
  private static func bit(_ hash: UInt64) -> UInt64 { 1 << (hash >> 40 & 63) }

  /// The filter for as long as a paragraph is read: nothing is retained or checked for each word.
  struct Reader {
    fileprivate let bits: UnsafeBufferPointer<UInt64>

    /// Whether a word may have been added.
    @inline(__always)
    func mayContain(_ hash: UInt64) -> Bool {
      bits[WordFilter.place(hash, in: bits.count)] & WordFilter.bit(hash) != 0
    }
  }

  /// Calls `body` with a reader that is not to leave it.
  @inline(__always)
  func withReader<Result>(_ body: (Reader) -> Result) -> Result {
    bits.withUnsafeBufferPointer { body(Reader(bits: $0)) }
  }
}
