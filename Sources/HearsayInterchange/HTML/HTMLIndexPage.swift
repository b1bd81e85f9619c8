internal import HearsayModel

/// What the page of a set shows.
struct HTMLIndexPage {
  /// Values by the names the template uses.
  let context: [String: Any]

  /// The page of a summary.
  init(_ summary: SetSummary) {
    var context: [String: Any] = [
      "style": HTMLStyle.css, "count": summary.documents.count,
      "documents": summary.documents.map { document -> [String: Any] in
        [
          "title": document.title, "path": document.path, "date": document.date ?? "–",
          "address": HTMLIndexPage.address(document.name), "chain": document.chain,
          "quotations": document.counts[.quotation] ?? 0, "dates": document.counts[.date] ?? 0,
          "outlets": document.counts[.outlet] ?? 0,
        ]
      },
      "speakers": HTMLIndexPage.speakers(summary),
      "days": HTMLIndexPage.days(summary),
      "arrows": HTMLIndexPage.arrows(summary),
    ]
    if let picture = QuotationPicture.svg(summary, columnWidth: 320) {
      context["picture"] = picture
    }
    if summary.omittedMoments > 0 { context["omitted"] = summary.omittedMoments }
    for key in ["speakers", "days", "arrows"] {
      context["has-\(key)"] = (context[key] as? [Any])?.isEmpty == false
    }
    self.context = context
  }

  /// The relative address of a document's page.
  static func address(_ name: String) -> String {
    var result = ""
    for byte in Array("\(name).html".utf8) {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F, 0x7E:
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        result += digits.count == 1 ? "%0\(digits)" : "%\(digits)"
      }
    }
    return result
  }

  private static func speakers(_ summary: SetSummary) -> [[String: Any]] {
    summary.speakers.sorted {
      ($1.value.statements, $0.key) < ($0.value.statements, $1.key)
    }.map { _, entry in
      [
        "name": entry.speaker.name, "role": entry.speaker.role ?? "",
        "statements": entry.statements, "documents": entry.documents,
      ]
    }
  }

  private static func days(_ summary: SetSummary) -> [[String: Any]] {
    Dictionary(grouping: summary.moments, by: \.date).sorted { $0.key < $1.key }.map { day, list in
      [
        "day": day,
        "list": list.map { moment -> [String: Any] in
          [
            "speaker": moment.speaker, "words": moment.words,
            "address": "\(address(moment.name))#\(moment.anchor)",
          ]
        },
      ]
    }
  }

  /// The picture in words, dates drawn together.
  private static func arrows(_ summary: SetSummary) -> [[String: Any]] {
    struct Arrow: Hashable {
      let from: String
      let to: String
      let relation: String
    }
    var counts: [Arrow: (count: Int, first: String, last: String)] = [:]
    for (edge, count) in summary.edges.sorted(by: { $0.key < $1.key }) {
      let arrow = Arrow(
        from: summary.nodes[edge.from]?.name ?? edge.from,
        to: summary.nodes[edge.to]?.name ?? edge.to, relation: edge.relation.rawValue)
      let known = counts[arrow] ?? (0, edge.date, edge.date)
      counts[arrow] = (known.count + count, known.first, edge.date)
    }
    return counts.sorted {
      ($1.value.count, $0.key.from, $0.key.to) < ($0.value.count, $1.key.from, $1.key.to)
    }.map { arrow, value in
      [
        "from": arrow.from, "to": arrow.to, "relation": arrow.relation, "count": value.count,
        "when": value.first == value.last ? value.first : "\(value.first) – \(value.last)",
      ]
    }
  }
}
