/// Cuts bytes into words and signs and folds what typography alone changes.
///
/// A word is a run of letters, digits and marks; where a script writes no spaces every letter is a
/// word. Every other sign is a token of its own, but a run of hyphens or dots is one. Straight and
/// curly quotation marks fold together, and so do dashes, three dots and an ellipsis; what is not
/// seen (soft hyphens, joiners, variation selectors) counts nothing.
struct TokenScanner {
  /// One token: where it stands and what it is compared by.
  struct Token {
    /// Bytes of the text.
    var span: ByteSpan
    /// The folded word.
    var word: String
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var place = 0

  /// A scanner over well-formed UTF-8.
  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The next token, or nil at the end.
  mutating func next() -> Token? {
    while place < bytes.count {
      let start = place
      let sign = scalar()
      switch ScalarKind(sign) {
      case .blank, .hidden: continue
      case .word: return word(from: start)
      case .letter, .mark: return closed(start, folded: nil)
      case .sign: return self.sign(sign, from: start)
      }
    }
    return nil
  }

  /// The scalar at the place, which moves behind it.
  private mutating func scalar() -> Unicode.Scalar {
    let (sign, width) = TokenScanner.scalar(bytes, place)
    place += width
    return sign
  }

  private static func scalar(
    _ bytes: UnsafeBufferPointer<UInt8>, _ place: Int
  ) -> (Unicode.Scalar, Int) {
    let lead = bytes[place]
    if lead < 0x80 { return (Unicode.Scalar(lead), 1) }
    let width = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    var value = UInt32(lead) & (width == 2 ? 0x1F : width == 3 ? 0x0F : 0x07)
    for step in 1..<width where place + step < bytes.count {
      value = value << 6 | UInt32(bytes[place + step] & 0x3F)
    }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", min(width, bytes.count - place))
  }

  private mutating func word(from start: Int) -> Token {
    var isPlain = bytes[start] < 0x80
    while place < bytes.count {
      let (sign, width) = TokenScanner.scalar(bytes, place)
      switch ScalarKind(sign) {
      case .word, .mark, .hidden: place += width
      default: return finished(start, isPlain)
      }
      if width > 1 { isPlain = false }
    }
    return finished(start, isPlain)
  }

  private func finished(_ start: Int, _ isPlain: Bool) -> Token {
    let span = ByteSpan(start, place)
    return Token(span: span, word: isPlain ? text(span) : folded(span))
  }

  /// A token of one scalar with the marks and hidden signs behind it.
  private mutating func closed(_ start: Int, folded known: String?) -> Token {
    let first = place
    while place < bytes.count, bytes[place] >= 0x80 {
      let (sign, width) = TokenScanner.scalar(bytes, place)
      guard [.mark, .hidden].contains(ScalarKind(sign)) else { break }
      place += width
    }
    let span = ByteSpan(start, place)
    if let known, first == place { return Token(span: span, word: known) }
    return Token(span: span, word: folded(span))
  }

  private mutating func sign(_ sign: Unicode.Scalar, from start: Int) -> Token {
    let fold = ScalarKind.folded(sign)
    if fold == "-" || fold == "." {
      var count = 1
      while place < bytes.count {
        let (next, width) = TokenScanner.scalar(bytes, place)
        guard ScalarKind.folded(next) == fold else { break }
        place += width
        count += 1
      }
      let word = fold == "." && count > 1 ? "…" : String(Character(fold))
      return Token(span: ByteSpan(start, place), word: word)
    }
    if sign == "'" || sign == "`", place < bytes.count, bytes[place] == bytes[start] {
      place += 1
      return closed(start, folded: "\"")
    }
    return closed(start, folded: String(Character(fold)))
  }

  private func text(_ span: ByteSpan) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[span.range]), as: UTF8.self)
  }

  private func folded(_ span: ByteSpan) -> String {
    var result = String.UnicodeScalarView()
    for sign in text(span).unicodeScalars where ScalarKind(sign) != .hidden {
      result.append(ScalarKind.folded(sign))
    }
    return String(result)
  }
}
