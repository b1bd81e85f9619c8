internal import HearsayAgreement
internal import HearsayJSON
internal import HearsayModel

/// The panel in words and as JSON.
public struct AgreementReport {
  private let panel: AgreementPanel

  /// A report on a panel.
  public init(_ panel: AgreementPanel) { self.panel = panel }

  /// A table for a terminal.
  public func text() -> String {
    let noun = panel.documents.count == 1 ? "document" : "documents"
    var out = "\(panel.annotators.joined(separator: ", ")) · \(panel.documents.count) \(noun)\n\n"
    var table = [["kind", "units", "F1 exact", "F1 overlap", "α_u", "γ"]]
    for row in panel.rows {
      table.append([
        row.kind?.rawValue ?? "all", row.counts.map(String.init).joined(separator: " / "),
        AgreementReport.words(row.exact), AgreementReport.words(row.overlap),
        AgreementReport.words(row.alpha),
        AgreementReport.number(row.gamma.value)
          + (row.gamma.value == nil ? "" : " ±\(AgreementReport.number(row.gamma.error))"),
      ])
    }
    out += AgreementReport.aligned(table)
    var values = [["says", "aligned", "nominal α", "κ"]]
    for attribute in panel.attributes {
      values.append([
        "\(attribute.kind.rawValue) \(attribute.name)", String(attribute.agreement.units),
        AgreementReport.number(attribute.agreement.alpha),
        AgreementReport.number(attribute.agreement.kappa),
      ])
    }
    if values.count > 1 { out += "\n" + AgreementReport.aligned(values) }
    out += "\n\(panel.disagreements.count) disagreements"
    if panel.rows.contains(where: { $0.alpha.interval != nil }) {
      out += "; [ ] 95 % interval, bootstrap over \(panel.pieces.count) \(panel.pieces.name)"
    }
    return out + "\nα_u: Krippendorff 1995/2004; κ only on what all of a pair have marked\n"
  }

  private static func words(_ figure: AgreementPanel.Figure) -> String {
    let interval = figure.interval.map { " [\(number($0.low)), \(number($0.high))]" } ?? ""
    return number(figure.value) + interval
  }

  /// Three digits behind the point; a dash where there is no value.
  private static func number(_ value: Double?) -> String {
    guard let value else { return "–" }
    let thousandths = Int((value * 1000).rounded())
    let digits = String(abs(thousandths) % 1000)
    let padded = String(repeating: "0", count: 3 - digits.count) + digits
    return "\(thousandths < 0 ? "−" : "")\(abs(thousandths) / 1000).\(padded)"
  }

  private static func aligned(_ table: [[String]]) -> String {
    let columns = table.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in table.map { $0[column].count }.max() ?? 0 }
    return table.map { row in
      let cells = row.enumerated().map { column, cell in
        cell + String(repeating: " ", count: widths[column] - cell.count)
      }
      var line = cells.joined(separator: "   ")
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }.joined()
  }

  /// One JSON object on one line (`Schemas/agreement.schema.json`).
  public func json() -> [UInt8] {
    var json = JSONWriter(reserving: 4096)
    json.object { json in
      json.key("annotators")
      strings(&json, panel.annotators)
      json.key("documents")
      strings(&json, panel.documents)
      json.key("unshared")
      strings(&json, panel.unshared)
      json.key("bootstrap")
      json.object { json in
        json.key("pieces")
        json.number(panel.pieces.count)
        json.key("over")
        json.string(panel.pieces.name)
      }
      json.key("rows")
      json.array { json in for row in panel.rows { self.row(&json, row) } }
      json.key("attributes")
      json.array { json in
        for attribute in panel.attributes {
          json.object { json in
            json.key("kind")
            json.string(attribute.kind.rawValue)
            json.key("name")
            json.string(attribute.name)
            json.key("aligned")
            json.number(attribute.agreement.units)
            precise(&json, "alpha", attribute.agreement.alpha)
            precise(&json, "kappa", attribute.agreement.kappa)
          }
        }
      }
      json.key("disagreements")
      json.number(panel.disagreements.count)
    }
    json.endLine()
    return json.bytes
  }

  private func strings(_ json: inout JSONWriter, _ values: [String]) {
    json.array { json in for value in values { json.string(value) } }
  }

  /// A number with all its digits, so that it can be compared.
  private func precise(_ json: inout JSONWriter, _ key: String, _ value: Double?) {
    json.key(text: key)
    if let value { json.raw(bytes: Array("\(value)".utf8)) } else { json.null() }
  }

  private func row(_ json: inout JSONWriter, _ row: AgreementPanel.Row) {
    json.object { json in
      json.key("kind")
      if let kind = row.kind { json.string(kind.rawValue) } else { json.null() }
      json.key("units")
      json.array { json in for count in row.counts { json.number(count) } }
      figure(&json, "f1Exact", row.exact)
      figure(&json, "f1Overlap", row.overlap)
      figure(&json, "alphaU", row.alpha)
      json.key("joined")
      json.number(row.joined)
      json.key("gamma")
      json.object { json in
        precise(&json, "value", row.gamma.value)
        precise(&json, "error", row.gamma.error)
        precise(&json, "observed", row.gamma.observed)
        precise(&json, "expected", row.gamma.expected)
      }
    }
  }

  private func figure(_ json: inout JSONWriter, _ key: String, _ figure: AgreementPanel.Figure) {
    json.key(text: key)
    json.object { json in
      precise(&json, "value", figure.value)
      json.key("interval")
      guard let interval = figure.interval else { return json.null() }
      json.array { json in
        json.raw(bytes: Array("\(interval.low)".utf8))
        json.raw(bytes: Array("\(interval.high)".utf8))
      }
    }
  }
}
