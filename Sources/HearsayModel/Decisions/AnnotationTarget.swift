public import HearsayText

/// A stretch of one version of a text with its own words.
public struct QuotedStretch: Hashable, Sendable {
  /// Bytes of the text it was made on.
  public var span: ByteSpan
  /// The words between, exactly.
  public var exact: String

  /// A stretch whose words are known.
  public init(span: ByteSpan, exact: String) {
    self.span = span
    self.exact = exact
  }

  /// The stretch that a span has in a text.
  public init(_ span: ByteSpan, in text: Text) {
    self.init(span: span, exact: text.string(in: span))
  }
}

/// Where an annotation was made: position, words, context and the version of the text.
///
/// All of it is kept, so that the place can be found again in a text that has changed.
public struct AnnotationTarget: Hashable, Sendable {
  /// Length of prefix and suffix in Unicode code points, as hypothesis and others use it.
  public static let contextLength = 32

  /// Where, and which words.
  public var stretch: QuotedStretch
  /// Up to ``contextLength`` code points before the words.
  public var prefix: String
  /// Up to ``contextLength`` code points behind the words.
  public var suffix: String
  /// SHA-256 of the text's UTF-8 bytes without byte order mark, in lower-case hexadecimal.
  public var textHash: String

  /// Bytes of the text it was made on.
  public var span: ByteSpan { stretch.span }
  /// The words between, exactly.
  public var exact: String { stretch.exact }

  /// A target whose parts are known.
  public init(stretch: QuotedStretch, prefix: String, suffix: String, textHash: String) {
    self.stretch = stretch
    self.prefix = prefix
    self.suffix = suffix
    self.textHash = textHash
  }

  /// The target that a span has in a text with this hash.
  public init(_ span: ByteSpan, in text: Text, textHash: String) {
    let start = text.offset(ofByte: span.start, in: .utf32)
    let end = text.offset(ofByte: span.end, in: .utf32)
    let before = text.byte(ofOffset: start - Self.contextLength, in: .utf32)
    let behind = text.byte(ofOffset: end + Self.contextLength, in: .utf32)
    self.init(
      stretch: QuotedStretch(span, in: text),
      prefix: text.string(in: ByteSpan(before, span.start)),
      suffix: text.string(in: ByteSpan(span.end, behind)), textHash: textHash)
  }
}
