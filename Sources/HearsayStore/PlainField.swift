internal import HearsayModel
internal import HearsayText

/// Reads the value of a field that is written just as ``FieldText`` writes it, straight from its
/// bytes.
///
/// It gives up where anything is otherwise, and the value is read by the ways of JSON; it must never
/// say anything else than they would.
struct PlainField {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0

  /// The value that bytes hold; nil where they are to be read otherwise.
  static func value(_ bytes: [UInt8]) -> FieldValue? {
    bytes.withUnsafeBufferPointer { buffer in
      var reader = PlainField(bytes: buffer)
      guard let value = reader.whole(), reader.index == buffer.count else { return nil }
      return value
    }
  }

  private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  private mutating func whole() -> FieldValue? {
    if bytes.first == 0x22 { return string().map { .text($0) } }
    if takes("{\"is\":\"stamp\",\"author\":"), let author = string(), takes(",\"time\":"),
      let time = string(), takes("}")
    {
      return .stamp(DecisionStamp(author: author, time: time))
    }
    if takes("{\"is\":\"target\","), let stretch = stretch(), takes(",\"prefix\":"),
      let prefix = string(), takes(",\"suffix\":"), let suffix = string(), takes(",\"text\":"),
      let hash = string(), takes("}")
    {
      return .target(
        AnnotationTarget(stretch: stretch, prefix: prefix, suffix: suffix, textHash: hash))
    }
    if takes("{\"is\":\"stretch\","), let stretch = stretch(), takes("}") {
      return .stretch(stretch)
    }
    return nil
  }

  private mutating func stretch() -> QuotedStretch? {
    guard takes("\"start\":"), let start = number(), takes(",\"end\":"), let end = number(),
      takes(",\"exact\":"), let exact = string()
    else { return nil }
    return QuotedStretch(span: ByteSpan(start, end), exact: exact)
  }

  /// Passes over a text, if it stands here; else nothing is passed over.
  private mutating func takes(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard index + count <= bytes.count else { return false }
    let start = text.utf8Start
    for place in 0..<count where bytes[index + place] != start[place] { return false }
    index += count
    return true
  }

  /// A number of at most nine digits.
  private mutating func number() -> Int? {
    let start = index
    var number = 0
    while index < bytes.count, 0x30...0x39 ~= bytes[index], index - start < 10 {
      number = number * 10 + Int(bytes[index] - 0x30)
      index += 1
    }
    return 1...9 ~= index - start ? number : nil
  }

  /// A string without escapes.
  private mutating func string() -> String? {
    guard takes("\"") else { return nil }
    let start = index
    while index < bytes.count, bytes[index] != 0x22 {
      guard bytes[index] >= 0x20, bytes[index] != 0x5C else { return nil }
      index += 1
    }
    guard index < bytes.count else { return nil }
    defer { index += 1 }
    return String(validating: UnsafeBufferPointer(rebasing: bytes[start..<index]), as: UTF8.self)
  }
}
