internal import HearsayJSON
internal import HearsayModel
internal import HearsayText

/// Reads the value of a field that is written just as ``FieldText`` writes it, straight from its
/// bytes.
///
/// It gives up where anything is otherwise, and the value is read by the ways of JSON; it must never
/// say anything else than they would.
struct PlainField {
  private var cursor: JSONCursor

  /// The value that bytes hold; nil where they are to be read otherwise.
  static func value(_ bytes: [UInt8]) -> FieldValue? {
    bytes.withUnsafeBufferPointer { buffer in
      var reader = PlainField(cursor: JSONCursor(buffer))
      guard let value = reader.whole(), reader.cursor.isAtEnd else { return nil }
      return value
    }
  }

  private mutating func whole() -> FieldValue? {
    if cursor.bytes.first == 0x22 { return cursor.plainString().map { .text($0) } }
    if cursor.takes("{\"is\":\"stamp\",\"author\":"), let author = cursor.plainString(),
      cursor.takes(",\"time\":"),
      let time = cursor.plainString(), cursor.takes("}")
    {
      return .stamp(DecisionStamp(author: author, time: time))
    }
    if cursor.takes("{\"is\":\"target\","), let stretch = stretch(), cursor.takes(",\"prefix\":"),
      let prefix = cursor.plainString(), cursor.takes(",\"suffix\":"),
      let suffix = cursor.plainString(), cursor.takes(",\"text\":"),
      let hash = cursor.plainString(), cursor.takes("}")
    {
      return .target(
        AnnotationTarget(stretch: stretch, prefix: prefix, suffix: suffix, textHash: hash))
    }
    if cursor.takes("{\"is\":\"stretch\","), let stretch = stretch(), cursor.takes("}") {
      return .stretch(stretch)
    }
    return nil
  }

  private mutating func stretch() -> QuotedStretch? {
    guard cursor.takes("\"start\":"), let start = number(), cursor.takes(",\"end\":"),
      let end = number(),
      cursor.takes(",\"exact\":"), let exact = cursor.plainString()
    else { return nil }
    return QuotedStretch(span: ByteSpan(start, end), exact: exact)
  }

  /// A number of at most nine digits.
  private mutating func number() -> Int? {
    let start = cursor.index
    var number = 0
    while let digit = cursor.digit, cursor.index - start < 10 {
      number = number * 10 + digit
      cursor.index += 1
    }
    return 1...9 ~= cursor.index - start ? number : nil
  }
}
