internal import HearsayJSON

/// A place where annotators differ.
public struct Disagreement: Sendable {
  /// What one annotator has there.
  public struct Opinion: Sendable {
    /// The annotator's name.
    public let annotator: String
    /// Its place in code points, or nil where the annotator has nothing.
    public let range: Range<Int>?
    /// The words, or nil.
    public let exact: String?
    /// What it says, by name.
    public let values: [(name: String, value: String)]

    /// An opinion, or none.
    public init(
      annotator: String, range: Range<Int>?, exact: String?,
      values: [(name: String, value: String)]
    ) {
      self.annotator = annotator
      self.range = range
      self.exact = exact
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
      guard let range = opinion.range else { return json.null() }
      json.object { json in
        place(&json, range)
        json.key("exact")
        if let exact = opinion.exact { json.string(exact) } else { json.null() }
        for (name, value) in opinion.values {
          json.key(text: name)
          json.string(value)
        }
      }
    }
  }

  private static func jump(_ item: Disagreement) -> String {
    let column = item.column.map { ":\($0)" } ?? ""
    return item.line.map { "\(item.document):\($0)\(column)" } ?? item.document
  }

  private static func words(_ opinion: Disagreement.Opinion) -> String {
    guard opinion.range != nil else { return "–" }
    let values = opinion.values.map { "\($0.name): \($0.value)" }
    return ([opinion.exact ?? ""] + values).joined(separator: " · ")
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
