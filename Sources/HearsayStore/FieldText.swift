internal import HearsayJSON
internal import HearsayModel
internal import HearsayText

/// The values of fields as JSON, as they stand in the history.
///
/// A word is a string, a number a number; every other value is an object whose member `is` names
/// its type. Members that are not known are passed over.
enum FieldText {
  /// The JSON of a value; nil for no value.
  static func text(_ value: FieldValue?) -> String? {
    guard let value else { return nil }
    var json = JSONWriter()
    write(value, to: &json)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  private static func write(_ value: FieldValue, to json: inout JSONWriter) {
    switch value {
    case .text(let text): json.string(text)
    case .number(let number): json.decimal(number)
    case .stretch(let stretch):
      json.object { json in
        json.key("is")
        json.raw("\"stretch\"")
        write(stretch, to: &json)
      }
    case .target(let target):
      json.object { json in
        json.key("is")
        json.raw("\"target\"")
        write(target.stretch, to: &json)
        write(
          [("prefix", target.prefix), ("suffix", target.suffix), ("text", target.textHash)], &json)
      }
    case .speaker(let speaker):
      json.object { json in
        json.key("is")
        json.raw("\"speaker\"")
        write([("name", speaker.name), ("kind", speaker.kind.rawValue)], &json)
        if let role = speaker.role { write([("role", role)], &json) }
      }
    case .stamp(let stamp):
      json.object { json in
        json.key("is")
        json.raw("\"stamp\"")
        write([("author", stamp.author), ("time", stamp.time)], &json)
      }
    }
  }

  private static func write(_ stretch: QuotedStretch, to json: inout JSONWriter) {
    json.key("start")
    json.number(stretch.span.start)
    json.key("end")
    json.number(stretch.span.end)
    json.key("exact")
    json.string(stretch.exact)
  }

  private static func write(
    _ members: [(key: StaticString, value: String)], _ json: inout JSONWriter
  ) {
    for (key, value) in members {
      json.key(key)
      json.string(value)
    }
  }

  /// The value of a JSON text, or nil where it is none.
  static func value(_ text: String) -> FieldValue? { value(Array(text.utf8)) }

  /// The value of JSON given as bytes, or nil where they are none.
  static func value(_ bytes: [UInt8]) -> FieldValue? {
    PlainField.value(bytes) ?? valueByJSON(bytes)
  }

  /// The value of JSON written in any way.
  static func valueByJSON(_ bytes: [UInt8]) -> FieldValue? {
    guard let node = try? JSONReader.read(bytes) else { return nil }
    switch node.value {
    case .string(let text): return .text(text)
    case .number(let number): return .number(number)
    case .object: return value(of: node)
    default: return nil
    }
  }

  private static func value(of node: JSONNode) -> FieldValue? {
    switch node["is"]?.string {
    case "stretch": return stretch(node).map { .stretch($0) }
    case "target":
      guard let stretch = stretch(node), let prefix = node["prefix"]?.string,
        let suffix = node["suffix"]?.string, let hash = node["text"]?.string
      else { return nil }
      return .target(
        AnnotationTarget(stretch: stretch, prefix: prefix, suffix: suffix, textHash: hash))
    case "speaker":
      guard let name = node["name"]?.string,
        let kind = node["kind"]?.string.flatMap({ Speaker.Kind(rawValue: $0) })
      else { return nil }
      return .speaker(Speaker(name: name, kind: kind, role: node["role"]?.string))
    case "stamp":
      guard let author = node["author"]?.string, let time = node["time"]?.string else {
        return nil
      }
      return .stamp(DecisionStamp(author: author, time: time))
    default: return nil
    }
  }

  private static func stretch(_ node: JSONNode) -> QuotedStretch? {
    guard let start = node["start"]?.number, let end = node["end"]?.number,
      let exact = node["exact"]?.string, (0...1e15).contains(start), (0...1e15).contains(end)
    else { return nil }
    return QuotedStretch(span: ByteSpan(Int(start), Int(end)), exact: exact)
  }
}
