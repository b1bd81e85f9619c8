/// The endings of a language's words and digits that tell what they are.
struct DateEndings: Sendable {
  private var lists: [String: [[UInt8]]] = [:]
  private var plural: [[UInt8]] = []
  private var singular: [[UInt8]] = []
  private var past: [[UInt8]] = []
  /// The last bytes of endings that tell anything, a bit each.
  private var lasts = SIMD4<UInt64>()

  /// No endings.
  init() {}

  /// The endings of a kind.
  subscript(_ name: String) -> [[UInt8]] { lists[name] ?? [] }

  /// Adds endings of a kind: `plural`, `singular` where a plural only seems to be, `past`, and those
  /// of digits, `ordinal` and `decade`.
  mutating func add(_ endings: [[UInt8]], as name: String) {
    lists[name, default: []] += endings
    switch name {
    case "plural": plural += endings
    case "singular": singular += endings
    case "past": past += endings
    default: return
    }
    for ending in endings {
      if let last = ending.last { lasts[Int(last >> 6)] |= 1 << UInt64(last & 63) }
    }
  }

  /// Whether an ending of words ends in a byte.
  @inline(__always)
  func mayEnd(in byte: UInt8) -> Bool { lasts[Int(byte >> 6)] >> UInt64(byte & 63) & 1 != 0 }

  /// What a word's ending tells of it.
  func flags(of letters: Slice<UnsafeBufferPointer<UInt8>>) -> DateAtom.Flags {
    guard letters.count > 3, let last = letters.last else { return [] }
    var flags: DateAtom.Flags = []
    if DateEndings.ends(letters, last, plural), !DateEndings.ends(letters, last, singular) {
      flags.insert(.pluralEnding)
    }
    if DateEndings.ends(letters, last, past) { flags.insert(.pastEnding) }
    return flags
  }

  private static func ends(
    _ letters: Slice<UnsafeBufferPointer<UInt8>>, _ last: UInt8, _ endings: [[UInt8]]
  ) -> Bool {
    endings.contains { $0.last == last && letters.suffix($0.count).elementsEqual($0) }
  }
}
