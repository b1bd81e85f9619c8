/// The endings of a language's words and digits that tell what they are.
struct DateEndings: Sendable {
  private var lists: [String: [[UInt8]]] = [:]
  private var plural: [Ending] = []
  private var singular: [Ending] = []
  private var past: [Ending] = []
  /// A bit filter over the last bytes of endings that tell anything, by their lower six bits.
  private var lasts: UInt64 = 0

  /// No endings.
  init() {}

  /// The endings of a kind.
  subscript(_ name: String) -> [[UInt8]] { lists[name] ?? [] }

  /// Adds endings of a kind: `plural`, `singular` where a plural only seems to be, `past`, and those
  /// of digits, `ordinal` and `decade`.
  mutating func add(_ endings: [[UInt8]], as name: String) {
    lists[name, default: []] += endings
    switch name {
    case "plural": plural += endings.map(Ending.init)
    case "singular": singular += endings.map(Ending.init)
    case "past": past += endings.map(Ending.init)
    default: return
    }
    for ending in endings {
      if let last = ending.last { lasts |= 1 << UInt64(last & 63) }
    }
  }

  /// Whether an ending of words may end in a byte.
  @inline(__always)
  func mayEnd(in byte: UInt8) -> Bool { lasts >> UInt64(byte & 63) & 1 != 0 }

  /// What a word's ending tells of it.
  func flags(of word: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> DateAtom.Flags {
    guard word.count > 3 else { return [] }
    let tail = Ending.tail(bytes[word])
    var flags: DateAtom.Flags = []
    if plural.contains(where: { $0.ends(tail) }), !singular.contains(where: { $0.ends(tail) }) {
      flags.insert(.pluralEnding)
    }
    if past.contains(where: { $0.ends(tail) }) { flags.insert(.pastEnding) }
    return flags
  }
}

/// An ending of at most eight bytes as one number; of a longer one its last eight count.
private struct Ending {
  private let value: UInt64
  private let mask: UInt64

  init(_ bytes: [UInt8]) {
    value = Ending.tail(bytes[...])
    mask = bytes.count >= 8 ? .max : 1 << UInt64(bytes.count * 8) - 1
  }

  /// The last eight bytes of a word, the last of them lowest.
  @inline(__always)
  static func tail(_ letters: some RandomAccessCollection<UInt8>) -> UInt64 {
    letters.suffix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  @inline(__always)
  func ends(_ tail: UInt64) -> Bool { tail & mask == value }
}
