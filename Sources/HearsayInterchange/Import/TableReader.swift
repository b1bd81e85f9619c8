internal import HearsayModel

/// Reads tables with our columns, as `csv` and `tsv` exports and spreadsheets write them.
public enum TableReader {
  /// The annotations of all rows; a row that is none is a problem and the others go on.
  public static func read(_ bytes: [UInt8]) -> ImportedSet {
    var set = ImportedSet()
    var bytes = bytes[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    let heading = bytes.prefix { $0 != 0x0A }
    let delimiter: UInt8 = heading.contains(0x09) ? 0x09 : heading.contains(0x3B) ? 0x3B : 0x2C
    guard let rows = rows(bytes, delimiter), let names = rows.first else {
      set.problems.append(
        ImportProblem(.badFile, at: "the table", "a quote is not closed, or it is empty"))
      return set
    }
    let missing = ["document", "kind", "start", "end", "text"].filter { !names.contains($0) }
    guard missing.isEmpty else {
      let list = missing.joined(separator: ", ")
      set.problems.append(ImportProblem(.badFile, at: "line 1", "columns are missing: \(list)"))
      return set
    }
    for (number, cells) in rows.enumerated().dropFirst() where cells != [""] {
      let row = Dictionary(zip(names, cells.map(plain)), uniquingKeysWith: { first, _ in first })
      let place = "row \(number + 1)"
      do throws(ImportProblem) {
        let document = ImportedDocument(
          path: row["document"] ?? "", sha256: filled(row["sha256"]), date: filled(row["date"]))
        set.add(try annotation(row, place), to: document)
      } catch {
        set.problems.append(error)
      }
    }
    return set
  }

  /// Cells by row, or nil where a quote never closes (RFC 4180).
  private static func rows(_ bytes: ArraySlice<UInt8>, _ delimiter: UInt8) -> [[String]]? {
    var rows: [[String]] = []
    var row: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var index = bytes.startIndex
    func endCell() {
      row.append(String(decoding: cell, as: UTF8.self))
      cell = []
    }
    while index < bytes.endIndex {
      let byte = bytes[index]
      index += 1
      if isQuoted {
        guard byte == 0x22 else {
          cell.append(byte)
          continue
        }
        if index < bytes.endIndex, bytes[index] == 0x22 {
          cell.append(0x22)
          index += 1
        } else {
          isQuoted = false
        }
      } else if byte == 0x22, cell.isEmpty {
        isQuoted = true
      } else if byte == delimiter {
        endCell()
      } else if byte == 0x0A || byte == 0x0D {
        if byte == 0x0D, index < bytes.endIndex, bytes[index] == 0x0A { index += 1 }
        endCell()
        rows.append(row)
        row = []
      } else {
        cell.append(byte)
      }
    }
    guard !isQuoted else { return nil }
    if !cell.isEmpty || !row.isEmpty {
      endCell()
      rows.append(row)
    }
    return rows
  }

  /// A cell without the apostrophe that keeps it from being a formula.
  private static func plain(_ cell: String) -> String {
    let bytes = Array(cell.utf8.prefix(2))
    let isShielded =
      bytes.count == 2 && bytes[0] == 0x27
      && (TableRow.formulaSigns.contains(bytes[1]) || bytes[1] == 0x27)
    return isShielded ? String(cell.dropFirst()) : cell
  }

  private static func filled(_ text: String?) -> String? {
    text.flatMap { $0.isEmpty ? nil : $0 }
  }

  private static func annotation(
    _ row: [String: String], _ place: String
  ) throws(ImportProblem) -> ImportedAnnotation {
    guard let start = row["start"].flatMap({ Int($0) }), let end = row["end"].flatMap({ Int($0) }),
      0 <= start, start < end
    else { throw ImportProblem(.badPlace, at: place, "start and end are no range") }
    var result = ImportedAnnotation(
      id: filled(row["id"]), place: ImportedPlace(start..<end, exact: row["text"]),
      content: try content(row, place))
    guard let status = ReviewStatus(rawValue: filled(row["status"]) ?? "authored") else {
      throw ImportProblem(.unknownValue, at: place, "status \(row["status"] ?? "") is not known")
    }
    result.status = status
    result.confidence = row["confidence"].flatMap(Double.init)
    if let name = filled(row["annotator"]) {
      result.creator = CreatorRecord(
        status == .suggested ? .software : .person, name: name, version: nil, created: "")
    }
    result.note = filled(row["note"])
    return result
  }

  private static func content(
    _ row: [String: String], _ place: String
  ) throws(ImportProblem) -> ImportedAnnotation.Content {
    switch row["kind"] {
    case "quotation":
      guard let type = row["type"].flatMap(QuotationType.init(rawValue:)) else {
        throw ImportProblem(.unknownValue, at: place, "the type is not known")
      }
      var quotation = ImportedQuotation()
      quotation.type = type
      quotation.speaker = filled(row["speaker"]).map {
        Speaker(name: $0, kind: .person, role: filled(row["role"]))
      }
      return .quotation(quotation)
    case "date":
      guard let type = row["type"].flatMap(TimeExpression.Kind.init(rawValue:)),
        let value = filled(row["value"])
      else { throw ImportProblem(.unknownValue, at: place, "a date needs a type and a value") }
      return .date(type, value: value, anchor: nil, modifier: nil)
    case "outlet":
      guard let role = row["role"].flatMap(OutletRole.init(rawValue:)) else {
        throw ImportProblem(.unknownValue, at: place, "the role is not known")
      }
      return .outlet(id: filled(row["value"]), name: filled(row["value"]) ?? "", role)
    case "note": return .note(filled(row["value"]) ?? "")
    default: throw ImportProblem(.unknownValue, at: place, "the kind is not known")
    }
  }
}
