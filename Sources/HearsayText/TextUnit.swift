/// What a column or an offset counts.
public enum TextUnit: String, Sendable, CaseIterable {
  /// Bytes of UTF-8.
  case utf8 = "utf-8"
  /// UTF-16 code units, as LSP counts unless told otherwise.
  case utf16 = "utf-16"
  /// Unicode scalar values (code points), as W3C Web Annotation counts; LSP calls it utf-32.
  case utf32 = "utf-32"
}

/// A place in a text as an editor names it: line and column, both from zero.
///
/// Lines end at LF, CR LF and a lone CR, nothing else. The unit of `column` is whatever was
/// agreed on; the type does not carry it.
public struct LinePosition: Hashable, Sendable, Comparable {
  /// Line number, from zero.
  public var line: Int
  /// Distance from the line's start in the agreed unit, from zero.
  public var column: Int

  /// A place at `line` and `column`, both from zero.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// In reading order.
  public static func < (left: LinePosition, right: LinePosition) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// Why bytes are no text, or an edit is no edit of this text.
public enum TextError: Error, Hashable, Sendable {
  /// The bytes are not UTF-8; `offset` is the first byte that breaks the encoding.
  case invalidUTF8(offset: Int)
  /// The byte offset lies inside a character's encoding.
  case insideScalar(offset: Int)
  /// The byte offset lies outside the text, which has `count` bytes.
  case outOfBounds(offset: Int, count: Int)
}
