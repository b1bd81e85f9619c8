internal import HearsayJSON

/// The loss report as `Schemas/loss-report.schema.json` describes it.
public enum LossReportJSON {
  /// One object on one line.
  public static func json(_ loss: LossReport, format: String, documents: Int) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.key("format")
      json.string(format)
      json.key("documents")
      json.number(documents)
      json.key("loss")
      json.array { json in
        for (item, count) in loss.counts.sorted(by: { $0.key < $1.key }) {
          json.object { json in
            json.key("kind")
            json.string(item.kind)
            json.key("what")
            json.string(item.what)
            json.key("count")
            json.number(count)
          }
        }
      }
    }
    json.endLine()
    return json.bytes
  }
}

/// What stands among annotation lines for a row that could not be read.
public enum ErrorLine {
  /// `{"error": …}` on one line; `line` counts rows of the input from 1, `id` is the row's.
  public static func json(code: String, reason: String, line: Int, id: String?) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.key("error")
      json.object { json in
        json.key("code")
        json.string(code)
        json.key("message")
        json.string(reason)
        json.key("line")
        json.number(line)
        if let id {
          json.key("id")
          json.string(id)
        }
      }
    }
    json.endLine()
    return json.bytes
  }
}
