/// The words and signs of a text in order, as numbers with places.
///
/// White space is no token, so line breaks and re-flowed lines make no difference.
struct TokenSequence: Sendable {
  /// The text, UTF-8.
  let bytes: [UInt8]
  /// Where each token stands, in bytes; ascending, none is empty, none overlap.
  private(set) var spans: [ByteSpan] = []
  /// The number of each token; see ``TokenInterner``.
  private(set) var numbers: [Int32] = []

  /// The tokens of a text, its words numbered by `interner`.
  init(_ bytes: [UInt8], interner: inout TokenInterner) {
    self.bytes = bytes
    scan { interner.number(of: $0) }
  }

  /// The tokens of a text whose unknown words all have the number ``TokenInterner/unknown``.
  init(_ bytes: [UInt8], knownTo interner: TokenInterner) {
    self.bytes = bytes
    scan { interner.knownNumber(of: $0) }
  }

  private mutating func scan(_ number: (String) -> Int32) {
    spans.reserveCapacity(bytes.count / 5)
    numbers.reserveCapacity(bytes.count / 5)
    var spans = self.spans
    var numbers = self.numbers
    bytes.withUnsafeBufferPointer { buffer in
      var scanner = TokenScanner(buffer)
      while let token = scanner.next() {
        spans.append(token.span)
        numbers.append(number(token.word))
      }
    }
    self.spans = spans
    self.numbers = numbers
  }

  /// How many tokens there are.
  var count: Int { spans.count }

  /// Whether a token begins with a letter, a digit or a mark.
  func isWord(_ token: Int) -> Bool {
    let first = bytes[spans[token].start]
    return first >= 0x80 || UInt8(ascii: "0")...UInt8(ascii: "9") ~= first
      || UInt8(ascii: "a")...UInt8(ascii: "z") ~= first | 0x20
  }

  /// What a token counts when stretches are compared: its bytes up to twelve, a sign one half.
  func weight(_ token: Int) -> Double {
    isWord(token) ? Double(min(12, spans[token].count)) : 0.5
  }

  /// What a stretch of tokens counts.
  func weight(_ tokens: Range<Int>) -> Double { tokens.reduce(0) { $0 + weight($1) } }

  /// The tokens that share at least one byte with a stretch; empty where it is blank, and then at
  /// the place of the first token behind it.
  func tokens(touching span: ByteSpan) -> Range<Int> {
    let first = firstToken { $0.end > span.start }
    let last = firstToken { $0.start >= span.end }
    return first..<max(first, last)
  }

  /// The first token for which a condition holds that holds for all behind it.
  private func firstToken(where condition: (ByteSpan) -> Bool) -> Int {
    var low = 0
    var high = spans.count
    while low < high {
      let middle = (low + high) / 2
      if condition(spans[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// How alike two tokens are, 0…1: what they share at both ends, by the longer one.
  static func likeness(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Double {
    let shorter = min(left.count, right.count)
    let longer = max(left.count, right.count)
    guard longer > 0 else { return 1 }
    let prefix = commonPrefix(left, right)
    var suffix = 0
    while suffix < shorter - prefix,
      left[left.endIndex - 1 - suffix] == right[right.endIndex - 1 - suffix]
    {
      suffix += 1
    }
    return Double(prefix + suffix) / Double(longer)
  }

  /// How many bytes two tokens share at their beginnings.
  static func commonPrefix(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Int {
    let shorter = min(left.count, right.count)
    var prefix = 0
    while prefix < shorter, left[left.startIndex + prefix] == right[right.startIndex + prefix] {
      prefix += 1
    }
    return prefix
  }

  /// The bytes of a token.
  func slice(_ token: Int) -> ArraySlice<UInt8> { bytes[spans[token].range] }
}
