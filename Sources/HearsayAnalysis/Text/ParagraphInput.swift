public import HearsayText

/// One paragraph as every stage sees it: bytes, tokens, sentences.
///
/// All offsets count bytes from the paragraph's start; a paragraph may hold several lines where
/// the text is hard-wrapped. Nothing in it depends on other paragraphs.
public final class ParagraphInput: Sendable {
  /// The paragraph's UTF-8 bytes, its last line break included.
  public let bytes: [UInt8]
  /// Its tokens, in order.
  public let tokens: [Token]
  /// Its sentences as ranges of token indices, in order; together they hold every token.
  public let sentences: [Range<Int>]

  /// A paragraph of tokens that are still to be cut into sentences; `sentences` is empty.
  private init(_ bytes: [UInt8], _ tokens: inout [Token], _ sentences: inout [Range<Int>]) {
    SentenceSplitter.split(&tokens, of: bytes, into: &sentences)
    self.bytes = bytes
    self.tokens = tokens
    self.sentences = sentences
  }

  /// Cuts a paragraph.
  public convenience init(_ bytes: [UInt8], tokenizer: Tokenizer) {
    var tokens = tokenizer.tokens(of: bytes)
    var sentences: [Range<Int>] = []
    self.init(bytes, &tokens, &sentences)
  }

  /// Cuts a paragraph in the room of an earlier one.
  convenience init(
    _ piece: ArraySlice<UInt8>, tokenizer: Tokenizer, in room: inout ParagraphRoom
  ) {
    var bytes = room.bytes.emptied()
    bytes.append(contentsOf: piece)
    var tokens = room.tokens.emptied()
    tokenizer.append(bytes, to: &tokens)
    var sentences = room.sentences.emptied()
    self.init(bytes, &tokens, &sentences)
  }

  /// A stretch of another paragraph as if it were one; tokens keep their order, and offsets count
  /// from the first one's start.
  convenience init(_ range: Range<Int>, of whole: ParagraphInput) {
    let start = whole.tokens[range.lowerBound].start
    let end = whole.tokens[range.upperBound - 1].end
    var tokens = whole.tokens[range].map { $0.shifted(by: -start) }
    var sentences: [Range<Int>] = []
    self.init(Array(whole.bytes[start..<end]), &tokens, &sentences)
  }

  /// The token at an index, or nil outside; negative indices are outside too.
  @inline(__always)
  public func token(_ index: Int) -> Token? {
    index >= 0 && index < tokens.count ? tokens[index] : nil
  }

  /// A token's bytes.
  public func bytes(of token: Token) -> ArraySlice<UInt8> { bytes[token.start..<token.end] }

  /// The text of a span of this paragraph; edges outside are cut off.
  public func string(_ span: ByteSpan) -> String {
    let start = max(0, min(span.start, bytes.count))
    let end = max(start, min(span.end, bytes.count))
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// Whether the token is this one ASCII sign.
  @inline(__always)
  public func isSign(_ index: Int, _ sign: Unicode.Scalar) -> Bool {
    guard let token = token(index), token.end == token.start + 1 else { return false }
    return bytes[token.start] == UInt8(truncatingIfNeeded: sign.value)
  }

  /// The bytes of a range of tokens that is not empty, from the first one's start to the last one's
  /// end.
  @inline(__always)
  func span(_ range: Range<Int>) -> ByteSpan {
    ByteSpan(tokens[range.lowerBound].start, tokens[range.upperBound - 1].end)
  }

  /// Whether the token is a hyphen, a dash or a run of hyphens.
  func isDash(_ index: Int) -> Bool {
    guard let token = token(index), token.kind == .punctuation else { return false }
    let bytes = bytes(of: token)
    return bytes.first == UInt8(ascii: "-") || bytes.elementsEqual("–".utf8)
      || bytes.elementsEqual("—".utf8)
  }
}
