internal import HearsayModel
internal import HearsayText

/// Places that a foreign file counts in UTF-16 units, turned into code points of its text.
struct UnitPlaces {
  private let text: Text

  /// Places in a text.
  init(_ text: Text) { self.text = text }

  /// The stretch between two places, or nil where they are not in the text or cut a character.
  func stretch(_ start: Double?, _ end: Double?) -> ImportedPlace? {
    guard let start, let end, start >= 0, start < end, end <= Double(text.count(in: .utf16)),
      start == start.rounded(), end == end.rounded()
    else { return nil }
    let first = text.byte(ofOffset: Int(start), in: .utf16)
    let last = text.byte(ofOffset: Int(end), in: .utf16)
    guard text.offset(ofByte: first, in: .utf16) == Int(start),
      text.offset(ofByte: last, in: .utf16) == Int(end)
    else { return nil }
    let range =
      text.offset(ofByte: first, in: .utf32)..<text.offset(ofByte: last, in: .utf32)
    return ImportedPlace(range, exact: text.string(in: ByteSpan(first, last)))
  }
}

/// What labelling tools say of a stretch by name, as an annotation.
struct LabelledFields {
  /// The label.
  let label: String
  /// Values by our names of them.
  let values: [String: String]

  /// What it says, or nil for a label that is no annotation by itself.
  func content(_ parts: [String: ImportedPlace], parent: String?, utterance: String?)
    -> ImportedAnnotation.Content?
  {
    switch label {
    case "direct", "mixed", "indirect", "scare":
      var result = ImportedQuotation()
      result.type = QuotationType(rawValue: label) ?? .direct
      result.speaker = values["speaker"].map { name in
        Speaker(
          name: name,
          kind: values["speakerKind"].flatMap(Speaker.Kind.init(rawValue:)) ?? .person,
          role: values["speakerRole"])
      }
      result.source = parts["source"]
      result.cue = parts["cue"]
      result.parent = parent
      result.utterance = utterance
      return .quotation(result)
    case "date":
      return .date(
        values["timexType"].flatMap(TimeExpression.Kind.init(rawValue:)) ?? .date,
        value: values["value"] ?? "XXXX", anchor: values["anchor"], modifier: values["modifier"])
    case "outlet":
      return .outlet(
        id: values["outlet"], name: values["outletName"] ?? values["outlet"] ?? "",
        values["role"].flatMap(OutletRole.init(rawValue:)) ?? .mention)
    case "note": return .note(values["text"] ?? "")
    default: return nil
    }
  }

  /// The annotation at a place; what a tool's user added has no status, and is theirs.
  func annotation(
    id: String, place: ImportedPlace, content: ImportedAnnotation.Content
  ) -> ImportedAnnotation {
    var result = ImportedAnnotation(
      id: values["identifier"] ?? id, place: place, content: content)
    result.status = values["status"].flatMap(ReviewStatus.init(rawValue:)) ?? .authored
    result.confidence = values["confidence"].flatMap(Double.init)
    result.creator = values["creator"].map {
      CreatorRecord(.person, name: $0, version: nil, created: "")
    }
    result.note = values["remark"]
    return result
  }
}
