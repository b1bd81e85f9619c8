/// Cuts a paragraph's bytes into tokens; linear in their number.
public struct Tokenizer: Sendable {
  private let lexicon: Lexicon

  /// A tokenizer that looks its words up in a lexicon.
  public init(lexicon: Lexicon) { self.lexicon = lexicon }

  /// The tokens of a paragraph, in order; they never overlap and white space is in none.
  public func tokens(of bytes: [UInt8]) -> [Token] {
    // No token is empty, so there are no more of them than bytes.
    [Token](unsafeUninitializedCapacity: bytes.count) { room, count in
      bytes.withUnsafeBufferPointer { bytes in
        var scan = TokenScan(lexicon, room)
        scan.run(bytes)
        count = scan.count
      }
    }
  }
}

/// One pass over one paragraph.
private struct TokenScan {
  private let lexicon: Lexicon
  private let tokens: UnsafeMutableBufferPointer<Token>
  /// How many tokens there are.
  private(set) var count = 0
  private var index = 0
  private var flags: Token.Flags = [.spaceBefore, .lineStart]

  /// A pass that writes its tokens to `tokens`.
  init(_ lexicon: Lexicon, _ tokens: UnsafeMutableBufferPointer<Token>) {
    self.lexicon = lexicon
    self.tokens = tokens
  }

  mutating func run(_ bytes: UnsafeBufferPointer<UInt8>) {
    while index < bytes.count {
      // A single space between words is what there is most of.
      if bytes[index] == 0x20 {
        flags.insert(.spaceBefore)
        index &+= 1
        continue
      }
      let (scalar, length) = ScalarReader.read(bytes, at: index)
      switch TokenScan.classify(scalar) {
      case .space:
        flags.insert(.spaceBefore)
        if scalar == 0x0A || scalar == 0x0D { flags.insert(.lineStart) }
        index += length
      case .letter, .digit:
        word(bytes)
      case .mark:
        if !possessive(bytes, scalar, length) { single(bytes, length, .mark) }
      case .punctuation:
        run(of: scalar, length, bytes)
      case .symbol, .extender:
        single(bytes, length, .symbol)
      }
    }
  }

  @inline(__always)
  static func classify(_ scalar: UInt32) -> ScalarClass {
    switch scalar {
    case 0x61...0x7A, 0x41...0x5A: .letter
    case 0x30...0x39: .digit
    case 0...0x20, 0x7F: .space
    case 0x22, 0x27, 0x60: .mark
    case 0x24, 0x2B, 0x3C...0x3E, 0x5E, 0x7C, 0x7E: .symbol
    case 0x21...0x7E: .punctuation
    default: ScalarClass.of(scalar)
    }
  }

  private mutating func emit(_ start: Int, _ kind: Token.Kind, _ hash: UInt64) {
    let classes = kind == .word ? lexicon.classes(of: hash) : []
    guard count < tokens.count else { return }
    tokens.initializeElement(
      at: count,
      to: Token(start: start, end: index, kind: kind, flags: flags, hash: hash, classes: classes))
    count &+= 1
    flags = []
  }

  private mutating func single(
    _ bytes: UnsafeBufferPointer<UInt8>, _ length: Int, _ kind: Token.Kind
  ) {
    let start = index
    index = min(bytes.count, index + length)
    // Joiners and variation selectors belong to the sign before them.
    while kind == .symbol, index < bytes.count {
      let (scalar, next) = ScalarReader.read(bytes, at: index)
      guard TokenScan.classify(scalar) == .extender else { break }
      index += next
    }
    emit(start, kind, WordHash.of(bytes[start..<index]))
  }

  /// Runs of dots and of hyphens are one sign.
  private mutating func run(
    of scalar: UInt32, _ length: Int, _ bytes: UnsafeBufferPointer<UInt8>
  ) {
    let start = index
    index += length
    if scalar == 0x2E || scalar == 0x2D {
      while index < bytes.count, UInt32(bytes[index]) == scalar { index += 1 }
    }
    emit(start, .punctuation, WordHash.of(bytes[start..<index]))
  }

  /// `'s` after a letter, and the apostrophe that ends a plural's possessive.
  private mutating func possessive(
    _ bytes: UnsafeBufferPointer<UInt8>, _ scalar: UInt32, _ length: Int
  ) -> Bool {
    guard scalar == 0x27 || scalar == 0x2019, count > 0, tokens[count - 1].end == index,
      tokens[count - 1].kind == .word || tokens[count - 1].kind == .number,
      index + length < bytes.count,
      bytes[index + length] | 0x20 == UInt8(ascii: "s")
    else { return false }
    let after = index + length + 1
    if after < bytes.count {
      let (next, _) = ScalarReader.read(bytes, at: after)
      let kind = TokenScan.classify(next)
      guard kind != .letter, kind != .digit else { return false }
    }
    let start = index
    index = after
    flags.insert(.possessive)
    emit(start, .word, WordHash("'s").value)
    return true
  }

  /// Letters and digits with inner hyphens and apostrophes; numbers with inner dots and commas.
  private mutating func word(_ bytes: UnsafeBufferPointer<UInt8>) {
    let start = index
    var hash = WordHash.basis
    var capitals = 0
    var letters = 0
    var first = true
    let isNumber = bytes[index] &- 0x30 < 10
    while index < bytes.count {
      // Most of a text is ASCII letters; they take the short way.
      let run = index
      var byte = bytes[index]
      if first, byte &- 0x41 < 26 { flags.insert(.capitalized) }
      while (byte | 0x20) &- 0x61 < 26 {
        hash = (hash ^ UInt64(byte | 0x20)) &* WordHash.prime
        capitals &+= Int(byte >> 5 & 1 ^ 1)
        index &+= 1
        guard index < bytes.count else { break }
        byte = bytes[index]
      }
      letters &+= index &- run
      if index > run { first = false }
      if index == bytes.count || byte <= 0x20 { break }
      let (scalar, length) = ScalarReader.read(bytes, at: index)
      switch TokenScan.classify(scalar) {
      case .letter:
        let isCapital = ScalarClass.isCapital(scalar)
        capitals += isCapital ? 1 : 0
        letters += 1
        if first, isCapital { flags.insert(.capitalized) }
        hash = TokenScan.extend(hash, ScalarClass.lowercased(scalar))
        first = false
      case .digit:
        flags.insert(.hasDigit)
        hash = (hash ^ UInt64(scalar)) &* WordHash.prime
        first = false
      case .extender:
        hash = TokenScan.extend(hash, scalar)
      default:
        guard let inner = innerSign(bytes, scalar, length, isNumber) else {
          finish(start, hash, capitals, letters, isNumber)
          return
        }
        hash = (hash ^ UInt64(inner)) &* WordHash.prime
      }
      index += length
    }
    finish(start, hash, capitals, letters, isNumber)
  }

  private mutating func finish(
    _ start: Int, _ hash: UInt64, _ capitals: Int, _ letters: Int, _ isNumber: Bool
  ) {
    if capitals > 1, letters == capitals { flags.insert(.allCapitals) }
    emit(start, isNumber ? .number : .word, hash)
  }

  /// The byte to hash where a sign stands inside a word or number, else nil.
  private func innerSign(
    _ bytes: UnsafeBufferPointer<UInt8>, _ scalar: UInt32, _ length: Int, _ isNumber: Bool
  ) -> UInt8? {
    let after = index + length
    guard after < bytes.count else { return nil }
    let (next, _) = ScalarReader.read(bytes, at: after)
    let kind = TokenScan.classify(next)
    switch scalar {
    case 0x2E, 0x2C:
      return isNumber && kind == .digit ? UInt8(scalar) : nil
    case 0x2D, 0x2010, 0x2011:
      guard kind == .letter || (kind == .digit && !isNumber) else { return nil }
      return 0x2D
    case 0x27, 0x2019:
      guard kind == .letter else { return nil }
      // `'s` at the word's end is a token of its own.
      if next | 0x20 == 0x73 {
        guard after + 1 < bytes.count else { return nil }
        let (third, _) = ScalarReader.read(bytes, at: after + 1)
        let thirdKind = TokenScan.classify(third)
        guard thirdKind == .letter || thirdKind == .digit else { return nil }
      }
      return 0x27
    case 0x2E where !isNumber:
      return nil
    default:
      return nil
    }
  }

  private static func extend(_ hash: UInt64, _ scalar: UInt32) -> UInt64 {
    var hash = hash
    if let scalar = Unicode.Scalar(scalar) {
      for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
        hash = (hash ^ UInt64(byte)) &* WordHash.prime
      }
    }
    return hash
  }
}
