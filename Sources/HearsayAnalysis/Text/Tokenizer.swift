/// Cuts a paragraph's bytes into tokens; linear in their number.
public struct Tokenizer: Sendable {
  private let lexicon: Lexicon

  /// A tokenizer that looks its words up in a lexicon.
  public init(lexicon: Lexicon) { self.lexicon = lexicon }

  /// The tokens of a paragraph, in order; they never overlap and white space is in none.
  public func tokens(of bytes: [UInt8]) -> [Token] {
    var tokens: [Token] = []
    append(bytes, to: &tokens)
    return tokens
  }

  /// Adds the tokens of a paragraph to a list.
  func append(_ bytes: [UInt8], to tokens: inout [Token]) {
    bytes.withUnsafeBufferPointer { bytes in
      lexicon.withReader { lexicon in
        var scan = TokenScan(bytes, lexicon)
        while !scan.isDone {
          tokens.append(addingCapacity: scan.expectedCount) { span in
            span.withUnsafeMutableBufferPointer { room, count in count = scan.run(into: room) }
          }
        }
      }
    }
  }
}

/// One pass over one paragraph.
private struct TokenScan {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let lexicon: WordTable.Reader
  /// Room for tokens, and how many are in it.
  private var tokens = UnsafeMutableBufferPointer<Token>(start: nil, count: 0)
  private var count = 0
  private var index = 0
  private var flags: Token.Flags = [.spaceBefore, .lineStart]
  /// Where the last token ends, if it is a word or number; else -1.
  private var wordEnd = -1

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ lexicon: WordTable.Reader) {
    self.bytes = bytes
    self.lexicon = lexicon
  }

  /// Whether all bytes are read.
  var isDone: Bool { index >= bytes.count }
  /// About how many tokens are still to come, one at least.
  var expectedCount: Int { (bytes.count - index) / 5 + 8 }

  /// Writes tokens to `room` until it is full or the bytes end; how many there are.
  mutating func run(into room: UnsafeMutableBufferPointer<Token>) -> Int {
    tokens = room
    count = 0
    while index < bytes.count, count < room.count {
      let byte = bytes[index]
      // A single space between words is what there is most of.
      if byte == 0x20 {
        flags.insert(.spaceBefore)
        index &+= 1
      } else if TokenScan.isLetter(byte) {
        letters(byte)
      } else {
        other()
      }
    }
    return count
  }

  /// Reads on from what is neither a space nor an ASCII letter.
  private mutating func other() {
    let (scalar, length) = ScalarReader.read(bytes, at: index)
    switch TokenScan.classify(scalar) {
    case .space:
      flags.insert(.spaceBefore)
      if scalar == 0x0A || scalar == 0x0D { flags.insert(.lineStart) }
      index += length
    case .letter, .digit:
      word()
    case .mark:
      if !possessive(scalar, length) { single(length, .mark) }
    case .punctuation:
      run(of: scalar, length)
    case .symbol, .extender:
      single(length, .symbol)
    }
  }

  @inline(__always)
  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

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

  @inline(__always)
  private mutating func emit(_ start: Int, _ kind: Token.Kind, _ hash: UInt64) {
    let classes = kind == .word ? WordClasses(rawValue: lexicon.bits(of: hash)) : []
    guard count < tokens.count else { return }
    tokens.initializeElement(
      at: count,
      to: Token(start: start, end: index, kind: kind, flags: flags, hash: hash, classes: classes))
    count &+= 1
    flags = []
    wordEnd = kind == .word || kind == .number ? index : -1
  }

  private mutating func single(_ length: Int, _ kind: Token.Kind) {
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
  private mutating func run(of scalar: UInt32, _ length: Int) {
    let start = index
    index += length
    if scalar == 0x2E || scalar == 0x2D {
      while index < bytes.count, UInt32(bytes[index]) == scalar { index += 1 }
    }
    emit(start, .punctuation, WordHash.of(bytes[start..<index]))
  }

  /// `'s` after a letter, and the apostrophe that ends a plural's possessive.
  private mutating func possessive(_ scalar: UInt32, _ length: Int) -> Bool {
    guard scalar == 0x27 || scalar == 0x2019, wordEnd == index, index + length < bytes.count,
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

  /// A word that begins with an ASCII letter; most hold nothing else and end here.
  @inline(__always)
  private mutating func letters(_ first: UInt8) {
    let start = index
    let hash = LetterRun.read(bytes, &index, WordHash.basis)
    guard index == bytes.count || TokenScan.endsWord(bytes[index]) else {
      index = start
      word()
      return
    }
    if first < 0x61 {
      flags.insert(.capitalized)
      if index > start + 1, LetterRun.isCapitals(bytes[start..<index]) {
        flags.insert(.allCapitals)
      }
    }
    emit(start, .word, hash)
  }

  /// Whether a word that began with a letter certainly ends before a byte.
  @inline(__always)
  private static func endsWord(_ byte: UInt8) -> Bool {
    byte <= 0x20
      || byte < 0x80 && byte != UInt8(ascii: "-") && byte != UInt8(ascii: "'")
        && byte &- 0x30 >= 10
  }

  /// Letters and digits with inner hyphens and apostrophes; numbers with inner dots and commas.
  private mutating func word() {
    let start = index
    let isNumber = bytes[start] &- 0x30 < 10
    var hash = WordHash.basis
    var letters = 0
    var isCapitals = true
    var first = true
    while index < bytes.count, bytes[index] > 0x20 {
      let (scalar, length) = ScalarReader.read(bytes, at: index)
      switch TokenScan.classify(scalar) {
      case .letter:
        let isCapital = scalar < 0x80 ? scalar < 0x61 : ScalarClass.isCapital(scalar)
        if first, isCapital { flags.insert(.capitalized) }
        letters += 1
        isCapitals = isCapitals && isCapital
        hash = TokenScan.extend(
          hash, scalar < 0x80 ? scalar | 0x20 : ScalarClass.lowercased(scalar))
        first = false
      case .digit:
        flags.insert(.hasDigit)
        hash = TokenScan.extend(hash, scalar)
        first = false
      case .extender:
        hash = TokenScan.extend(hash, scalar)
      default:
        guard let inner = innerSign(scalar, length, isNumber) else {
          finish(start, hash, isNumber, isCapitals && letters > 1)
          return
        }
        if scalar == 0x2D { flags.insert(.hyphened) }
        hash = TokenScan.extend(hash, UInt32(inner))
      }
      index += length
    }
    finish(start, hash, isNumber, isCapitals && letters > 1)
  }

  private mutating func finish(
    _ start: Int, _ hash: UInt64, _ isNumber: Bool, _ isCapitals: Bool
  ) {
    if isCapitals { flags.insert(.allCapitals) }
    emit(start, isNumber ? .number : .word, hash)
  }

  private static func extend(_ hash: UInt64, _ scalar: UInt32) -> UInt64 {
    if scalar < 0x80 { return (hash ^ UInt64(scalar)) &* WordHash.prime }
    var hash = hash
    if let scalar = Unicode.Scalar(scalar) {
      for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
        hash = (hash ^ UInt64(byte)) &* WordHash.prime
      }
    }
    return hash
  }

  /// The byte to hash where a sign stands inside a word or number, else nil.
  private func innerSign(_ scalar: UInt32, _ length: Int, _ isNumber: Bool) -> UInt8? {
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
    default:
      return nil
    }
  }
}
