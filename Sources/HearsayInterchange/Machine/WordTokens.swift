internal import HearsayText

/// A text cut into words, signs and white space, for formats that count tokens.
///
/// A word is a run of letters, digits and marks of one another; every other sign is a token by
/// itself. A cut is also made where a stretch begins or ends.
struct WordTokens {
  /// A token.
  struct Token {
    /// Where it stands, in bytes.
    let span: ByteSpan
    /// Whether it is a run of white space.
    let isSpace: Bool
    /// Whether it begins with U+0020.
    let beginsWithBlank: Bool
    /// Line breaks inside.
    let lineBreaks: Int
  }

  /// All tokens; together they are the whole text.
  let tokens: [Token]

  /// The tokens of a text, cut at both ends of every span.
  init(_ text: Text, cuts spans: [ByteSpan]) {
    var cuts = Set<Int>()
    for span in spans {
      cuts.insert(span.start)
      cuts.insert(span.end)
    }
    var tokens: [Token] = []
    var start = 0
    var offset = 0
    var current = Class.none
    var breaks = 0
    var wasReturn = false
    var isBlankFirst = false
    func end(_ tokens: inout [Token]) {
      guard offset > start else { return }
      let isSpace = current == .space || current == .blank
      tokens.append(
        Token(
          span: ByteSpan(start, offset), isSpace: isSpace,
          beginsWithBlank: isSpace && isBlankFirst, lineBreaks: breaks))
    }
    for scalar in String(decoding: text.allBytes, as: UTF8.self).unicodeScalars {
      let next = Class(scalar)
      if offset > start, cuts.contains(offset) || !current.continues(with: next) {
        end(&tokens)
        start = offset
        breaks = 0
        current = next
      } else if offset == start {
        current = next
      } else if current == .blank {
        current = .space
      }
      if offset == start { isBlankFirst = scalar == " " }
      if scalar == "\n" { breaks += wasReturn && offset > start ? 0 : 1 }
      if scalar == "\r" { breaks += 1 }
      wasReturn = scalar == "\r"
      offset += UTF8.width(scalar)
    }
    end(&tokens)
    self.tokens = tokens
  }

  /// Words and signs without white space.
  var words: [Token] { tokens.filter { !$0.isSpace } }

  /// spaCy's tokens: a blank behind a word belongs to it, the rest of a run of white space is a token.
  func spacy() -> [ByteSpan] {
    var result: [ByteSpan] = []
    var space: ByteSpan?
    for token in tokens {
      if token.isSpace {
        let isOwned = space == nil && !result.isEmpty && token.beginsWithBlank
        let start = space?.start ?? token.span.start + (isOwned ? 1 : 0)
        space = ByteSpan(start, token.span.end)
        continue
      }
      if let space, !space.isEmpty { result.append(space) }
      space = nil
      result.append(token.span)
    }
    if let space, !space.isEmpty { result.append(space) }
    return result
  }

  /// What a scalar is to a tokeniser.
  private enum Class {
    case none
    case word
    case sign
    case space
    case blank

    init(_ scalar: Unicode.Scalar) {
      if scalar.isASCII {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "_": self = .word
        case " ": self = .blank
        case "\t", "\n", "\r", "\u{B}", "\u{C}", "\u{1C}"..."\u{1F}": self = .space
        default: self = .sign
        }
      } else if scalar.properties.isWhitespace {
        self = .space
      } else {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
          .decimalNumber, .letterNumber, .otherNumber, .nonspacingMark, .spacingMark,
          .enclosingMark, .format:
          self = .word
        default: self = .sign
        }
      }
    }

    func continues(with next: Class) -> Bool {
      switch (self, next) {
      case (.word, .word), (.space, .space), (.space, .blank), (.blank, .space), (.blank, .blank):
        true
      default: false
      }
    }
  }
}
