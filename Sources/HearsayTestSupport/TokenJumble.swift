/// Changes a few words, numbers, strings or signs of a text, as no honest writer would.
public enum TokenJumble {
  /// What a number may become.
  private static let numbers = [
    "-1", "0", "1", "0.5", "2147483648", "1099511627777", "9223372036854775807",
    "9223372036854774784", "-9223372036854775808", "9223372036854775808", "1e19", "-1e300", "1e308",
    "1e400", "null", "true", "\"\"", "\"7\"", "[]", "{}",
  ]

  /// The text with one to four of its tokens gone, doubled, swapped or out of range.
  public static func jumbled(_ bytes: [UInt8], using random: inout SplitMix64) -> [UInt8] {
    var tokens = tokens(of: bytes)
    for _ in 0...random.below(4) where !tokens.isEmpty {
      let place = random.below(tokens.count)
      let numbered = tokens.indices.filter { isNumber(tokens[$0]) }
      switch random.below(8) {
      case 0: tokens.remove(at: place)
      case 1: tokens.insert(tokens[place], at: place)
      case 2: tokens[place] = random.pick(tokens)
      case 3: tokens[place] = Array(repeating: random.pick([0x5B, 0x7B, 0x22]), count: 300)
      default:
        guard !numbered.isEmpty else { continue }
        tokens[random.pick(numbered)] = Array(random.pick(numbers).utf8)
      }
    }
    return Array(tokens.joined())
  }

  private static func isNumber(_ token: [UInt8]) -> Bool {
    let digits = token.first == 0x2D ? token.dropFirst() : token[...]
    return digits.first.map { (0x30...0x39).contains($0) } ?? false
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2D, 0x2E, 0x5F, 0x80...: true
    default: false
    }
  }

  private static func tokens(of bytes: [UInt8]) -> [[UInt8]] {
    var tokens: [[UInt8]] = []
    var index = 0
    while index < bytes.count {
      var end = index + 1
      if bytes[index] == 0x22 {
        while end < bytes.count, bytes[end] != 0x22 { end += bytes[end] == 0x5C ? 2 : 1 }
        end = min(bytes.count, end + 1)
      } else if isWordByte(bytes[index]) {
        while end < bytes.count, isWordByte(bytes[end]) { end += 1 }
      }
      tokens.append(Array(bytes[index..<end]))
      index = end
    }
    return tokens
  }
}
