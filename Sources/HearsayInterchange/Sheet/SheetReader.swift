internal import HearsayModel
public import HearsayText

/// Reads a sheet; what makes no sense is a problem, and the rest is read all the same.
public struct SheetReader: Sendable {
  /// What could be read.
  public private(set) var sheet = AnnotationSheet(article: "", blocks: [])
  /// Where the document's address stands, or nil.
  public private(set) var articleSpan: ByteSpan?
  /// What could not, in the order of the text.
  public private(set) var problems: [SheetProblem] = []

  private var field: SheetField?
  /// Whether the lines of a field nobody knows are passed over.
  private var isPassing = false
  /// Whether everything is passed over up to the next block.
  private var isSkipping = false
  private var keys: Set<SheetKey> = []

  /// Reads the text of a sheet.
  public init(_ text: Text) {
    for line in 0..<text.lineCount {
      let span = ByteSpan(text.lineStart(line), text.lineEnd(line))
      read(text.string(in: span), at: span)
    }
    if sheet.article.isEmpty {
      let first = ByteSpan(0, text.lineEnd(0))
      problems.insert(
        SheetProblem(.noArticle, first, "The line “article: ADDRESS” is missing."), at: 0)
    }
  }

  private mutating func read(_ line: String, at span: ByteSpan) {
    guard let first = line.first else {
      field = nil
      isPassing = false
      return
    }
    if first == "#" { return }
    if first == " " || first == "\t" {
      goOn(SheetReader.trimmed(line), at: span)
    } else if first == "[" {
      begin(line, at: span)
    } else if let colon = line.firstIndex(of: ":") {
      let value = SheetReader.trimmed(String(line[line.index(after: colon)...]))
      set(SheetReader.trimmed(String(line[..<colon])), value, in: line, at: span)
    } else {
      guard !isSkipping else { return }
      report(.strayLine, span, "This line is no block, no field and no comment.")
    }
  }

  private mutating func report(_ code: SheetProblem.Code, _ span: ByteSpan, _ message: String) {
    problems.append(SheetProblem(code, span, message))
  }

  /// Text without white space at its ends.
  static func trimmed(_ text: String) -> String {
    String(text.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }

  // MARK: - Blocks

  private mutating func begin(_ line: String, at span: ByteSpan) {
    field = nil
    isPassing = false
    isSkipping = false
    guard let block = SheetReader.block(line) else {
      isSkipping = true
      report(
        .badBlock, span,
        "A block begins with [quotation], [date], [outlet] or [note], with the line and column and "
          + "the id it was written with.")
      return
    }
    if block.key != .addition, !keys.insert(block.key).inserted {
      isSkipping = true
      report(.repeatedBlock, span, "This annotation has a block already; this one is not read.")
      return
    }
    sheet.blocks.append(block)
    sheet.blocks[sheet.blocks.count - 1].layout.header = span
    sheet.blocks[sheet.blocks.count - 1].layout.whole = span
  }

  /// The block that a line in brackets begins, or nil.
  private static func block(_ line: String) -> SheetBlock? {
    let line = trimmed(line)
    guard line.hasSuffix("]") else { return nil }
    let words = line.dropFirst().dropLast().split(separator: " ")
    guard let kind = words.first.flatMap({ AnnotationKind(rawValue: String($0)) }) else {
      return nil
    }
    var block = SheetBlock(kind: kind, fields: [:])
    for word in words.dropFirst() {
      if block.place == nil, let place = place(word, kind) {
        block.place = place
      } else if block.id == nil, let id = AnnotationID(String(word)) {
        block.id = id
      } else {
        return nil
      }
    }
    return block
  }

  /// The place that `LINE:COLUMN` or `LINE:COLUMN/NUMBER` names.
  private static func place(_ word: Substring, _ kind: AnnotationKind) -> SheetPlace? {
    let parts = word.split(separator: "/", omittingEmptySubsequences: false)
    let numbers = parts[0].split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
    let number = parts.count == 2 ? Int(parts[1]) : 1
    guard parts.count <= 2, let number, (1...1_000_000).contains(number), numbers.count == 2,
      let line = numbers[0], let column = numbers[1], (1...1 << 40).contains(line),
      (1...1 << 40).contains(column)
    else { return nil }
    return SheetPlace(
      kind: kind, position: LinePosition(line: line - 1, column: column - 1), number: number)
  }

  // MARK: - Fields

  private mutating func set(_ name: String, _ value: String, in line: String, at span: ByteSpan) {
    field = nil
    isPassing = false
    guard !isSkipping else { return }
    let nameSpan = ByteSpan(span.start, span.start + name.utf8.count)
    let valueSpan = SheetReader.span(of: value, in: line, span)
    guard let index = sheet.blocks.indices.last else {
      if name == "article", sheet.article.isEmpty {
        sheet.article = value
        articleSpan = valueSpan
      } else {
        report(.unknownField, nameSpan, "Before the first block there is only “article”.")
      }
      return
    }
    let known = SheetField.fields(of: sheet.blocks[index].kind)
    let isForced = name.hasSuffix("!")
    guard let field = SheetField(rawValue: isForced ? String(name.dropLast()) : name),
      known.contains(field)
    else {
      let names = known.map(\.rawValue).joined(separator: ", ")
      report(.unknownField, nameSpan, "A \(sheet.blocks[index].kind.rawValue) has \(names).")
      isPassing = true
      return
    }
    guard sheet.blocks[index].layout.names[field] == nil else {
      isPassing = true
      report(.repeatedField, nameSpan, "“\(name)” was given above.")
      return
    }
    self.field = field
    sheet.blocks[index].fields[field] = value
    if isForced { sheet.blocks[index].forced.insert(field) }
    sheet.blocks[index].layout.names[field] = nameSpan
    sheet.blocks[index].layout.values[field] = valueSpan
    sheet.blocks[index].layout.whole = ByteSpan(sheet.blocks[index].layout.header.start, span.end)
  }

  /// Where a value stands at the end of its line.
  private static func span(of value: String, in line: String, _ span: ByteSpan) -> ByteSpan {
    let tail = line.reversed().prefix { $0.isWhitespace }.reduce(0) { $0 + $1.utf8.count }
    guard !value.isEmpty else { return ByteSpan(span.end, span.end) }
    return ByteSpan(span.end - tail - value.utf8.count, span.end - tail)
  }

  private mutating func goOn(_ value: String, at span: ByteSpan) {
    guard let index = sheet.blocks.indices.last, let field else {
      if !value.isEmpty, !isPassing, !isSkipping {
        report(.strayLine, span, "No field stands above this line that it could go on with.")
      }
      return
    }
    guard !value.isEmpty else { return }
    let line = value.allSatisfy { $0 == "." } ? String(value.dropFirst()) : value
    let before = sheet.blocks[index].fields[field] ?? ""
    sheet.blocks[index].fields[field] = before.isEmpty ? line : before + "\n" + line
    let start = sheet.blocks[index].layout.values[field]?.start ?? span.start
    sheet.blocks[index].layout.values[field] = ByteSpan(start, span.end)
    sheet.blocks[index].layout.whole = ByteSpan(sheet.blocks[index].layout.header.start, span.end)
  }
}
