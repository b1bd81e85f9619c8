internal import HearsayJSON
internal import HearsayModel

/// A place where annotators differ.
public struct Disagreement: Sendable {
  /// What one annotator has there.
  public struct Opinion: Sendable {
    /// The annotator's name.
    public let annotator: String
    /// The annotation, or nil where the annotator has nothing.
    public let annotation: ImportedAnnotation?
    /// What it says, by name.
    public let values: [(name: String, value: String)]

    /// An opinion, or none.
    public init(
      annotator: String, annotation: ImportedAnnotation?, values: [(name: String, value: String)]
    ) {
      self.annotator = annotator
      self.annotation = annotation
      self.values = values
    }
  }

  /// The document's name.
  public let document: String
  /// The kind of annotation.
  public let kind: String
  /// The place of the first annotation, in code points.
  public let range: Range<Int>
  /// Line and column of it, from 1, in code points; nil where the text is not at hand.
  public let line: Int?
  /// See ``line``.
  public let column: Int?
  /// `missing`, `boundaries`, and names of values that differ.
  public let reasons: [String]
  /// One for each annotator.
  public let opinions: [Opinion]

  /// A place where they differ.
  public init(
    document: String, kind: String, range: Range<Int>, line: Int?, column: Int?,
    reasons: [String], opinions: [Opinion]
  ) {
    self.document = document
    self.kind = kind
    self.range = range
    self.line = line
    self.column = column
    self.reasons = reasons
    self.opinions = opinions
  }
}

/// Writes disagreements as JSON lines, as a table or as a page to read.
public enum DisagreementList {
  /// One JSON line each (`Schemas/disagreement.schema.json`).
  public static func jsonLines(_ list: [Disagreement]) -> [UInt8] {
    var json = JSONWriter(reserving: 1 << 12)
    for item in list {
      json.object { json in
        json.key("document")
        json.string(item.document)
        json.key("kind")
        json.string(item.kind)
        place(&json, item.range)
        json.key("line")
        if let line = item.line { json.number(line) } else { json.null() }
        json.key("column")
        if let column = item.column { json.number(column) } else { json.null() }
        json.key("reasons")
        json.array { json in for reason in item.reasons { json.string(reason) } }
        json.key("annotators")
        json.array { json in for opinion in item.opinions { self.opinion(&json, opinion) } }
      }
      json.endLine()
    }
    return json.bytes
  }

  private static func place(_ json: inout JSONWriter, _ range: Range<Int>) {
    json.key("start")
    json.number(range.lowerBound)
    json.key("end")
    json.number(range.upperBound)
  }

  private static func opinion(_ json: inout JSONWriter, _ opinion: Disagreement.Opinion) {
    json.object { json in
      json.key("name")
      json.string(opinion.annotator)
      json.key("annotation")
      guard let annotation = opinion.annotation else { return json.null() }
      json.object { json in
        stretch(&json, annotation.place)
        for (name, value) in opinion.values {
          json.key(text: name)
          json.string(value)
        }
        if let note = annotation.note {
          json.key("remark")
          json.string(note)
        }
        json.key("says")
        json.object { json in says(&json, annotation.content) }
      }
    }
  }

  private static func stretch(_ json: inout JSONWriter, _ stretch: ImportedPlace) {
    place(&json, stretch.range)
    json.key("exact")
    text(&json, stretch.exact)
    json.key("prefix")
    json.string(stretch.prefix)
    json.key("suffix")
    json.string(stretch.suffix)
  }

  private static func text(_ json: inout JSONWriter, _ text: String?) {
    if let text { json.string(text) } else { json.null() }
  }

  private static func stretch(_ json: inout JSONWriter, orNull stretch: ImportedPlace?) {
    guard let stretch else { return json.null() }
    json.object { json in self.stretch(&json, stretch) }
  }

  /// What an annotation says, under the keys of an annotation line.
  private static func says(_ json: inout JSONWriter, _ content: ImportedAnnotation.Content) {
    switch content {
    case .quotation(let quotation):
      json.key("kind")
      json.string("quotation")
      json.key("quotation")
      json.object { json in says(&json, quotation) }
    case .date(let type, let value, let anchor, _):
      json.key("kind")
      json.string("date")
      json.key("date")
      json.object { json in
        json.key("type")
        json.string(type.rawValue)
        json.key("value")
        json.string(value)
        json.key("anchor")
        text(&json, anchor)
      }
    case .outlet(let id, let name, let role):
      json.key("kind")
      json.string("outlet")
      json.key("outlet")
      json.object { json in
        json.key("id")
        text(&json, id)
        json.key("name")
        json.string(name)
        json.key("role")
        json.string(role.rawValue)
      }
    case .note(let note):
      json.key("kind")
      json.string("note")
      json.key("note")
      json.object { json in
        json.key("text")
        json.string(note)
      }
    }
  }

  private static func says(_ json: inout JSONWriter, _ quotation: ImportedQuotation) {
    json.key("type")
    json.string(quotation.type.rawValue)
    json.key("speaker")
    if let speaker = quotation.speaker {
      json.object { json in
        json.key("name")
        json.string(speaker.name)
        json.key("kind")
        json.string(speaker.kind.rawValue)
        json.key("role")
        text(&json, speaker.role)
      }
    } else {
      json.null()
    }
    json.key("source")
    stretch(&json, orNull: quotation.source)
    json.key("cue")
    stretch(&json, orNull: quotation.cue)
  }

  private static func jump(_ item: Disagreement) -> String {
    let column = item.column.map { ":\($0)" } ?? ""
    return item.line.map { "\(item.document):\($0)\(column)" } ?? item.document
  }

  private static func words(_ opinion: Disagreement.Opinion) -> String {
    guard let annotation = opinion.annotation else { return "–" }
    let values = opinion.values.map { "\($0.name): \($0.value)" }
    return ([annotation.place.exact ?? ""] + values).joined(separator: " · ")
  }

  /// One row each, one column an annotator; cells cannot become formulas.
  public static func table(_ list: [Disagreement], annotators: [String]) -> [UInt8] {
    var heading = TableRow(delimiter: 0x2C)
    for column in ["place", "kind", "start", "end", "differs in"] + annotators {
      heading.cell(column)
    }
    var out = heading.line
    for item in list {
      var row = TableRow(delimiter: 0x2C)
      row.cell(jump(item))
      row.cell(item.kind)
      row.cell(String(item.range.lowerBound))
      row.cell(String(item.range.upperBound))
      row.cell(item.reasons.joined(separator: " "))
      for opinion in item.opinions { row.cell(words(opinion)) }
      out += row.line
    }
    return out
  }

  /// A page with one table.
  public static func page(_ list: [Disagreement], annotators: [String]) -> [UInt8] {
    Array(HTMLPages.disagreements(list, annotators, jump: jump, words: words).utf8)
  }
}
