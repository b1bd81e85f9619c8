internal import HearsayJSON
public import HearsayModel

/// What `hearsay outlets` prints of a record: the note as text, or the record itself as JSON.
public struct OutletReport {
  private let catalogue: OutletCatalogue

  /// Reports on records of a catalogue.
  public init(_ catalogue: OutletCatalogue) { self.catalogue = catalogue }

  /// Whether a text is a day as `YYYY-MM-DD`.
  public static func isDate(_ text: String) -> Bool {
    text.utf8.count == 10 && RegistryDate(text) != nil
  }

  /// The note as plain text; `today` is the day of reading and `date` the day asked for, or nil.
  public func text(_ entry: OutletEntry, date: String?, today: String) -> String {
    let scope = date.map { OutletNote.Scope.date($0) } ?? .everything
    let note = OutletNote(entry, in: catalogue, scope: scope, today: today)
    return OutletNoteWriter(catalogue, markup: .plain).text(note) + "\n"
  }

  /// The record as one line of JSON: as the registry holds it, with its sources and with what a
  /// team says of it.
  public func json(_ entry: OutletEntry) -> [UInt8] {
    var writer = JSONWriter(reserving: 4_096)
    writer.object { writer in
      writer.key("registry")
      writer.object { writer in
        writer.key("version")
        writer.string(catalogue.version)
        if let team = catalogue.team {
          writer.key("team")
          writer.string(team)
        }
      }
      writer.key("outlet")
      let own = catalogue.overlay?.records[entry.id] ?? []
      let overlay = own.compactMap { range in catalogue.overlay.map { Array($0.bytes[range]) } }
      let isAdded = entry.origin != .registry
      let record = isAdded ? overlay.first : catalogue.recordJSON(entry.id)
      if let record { writer.raw(bytes: OutletReport.compact(record)) } else { writer.null() }
      if !overlay.isEmpty, !isAdded {
        writer.key("overlay")
        writer.array { writer in
          for patch in overlay { writer.raw(bytes: OutletReport.compact(patch)) }
        }
      }
      writer.key("sources")
      sources(of: entry, &writer)
    }
    writer.endLine()
    return writer.bytes
  }

  private func sources(of entry: OutletEntry, _ writer: inout JSONWriter) {
    var keys: [String] = []
    let cited =
      entry.relations.flatMap(\.ground.citations) + entry.measures.flatMap(\.ground.citations)
      + entry.classifications.flatMap(\.ground.citations) + entry.retired.flatMap(\.citations)
    for key in cited where !keys.contains(key) { keys.append(key) }
    writer.array { writer in
      for key in keys {
        guard let source = catalogue.source(key) else { continue }
        writer.object { writer in
          writer.key("key")
          writer.string(key)
          writer.key("title")
          writer.string(source.title)
          writer.key("publisher")
          writer.string(source.publisher)
          writer.key("year")
          writer.number(source.year)
          if let date = source.date {
            writer.key("date")
            writer.string(date)
          }
          writer.key("url")
          writer.string(source.url)
        }
      }
    }
  }

  /// The same JSON without white space between its values.
  private static func compact(_ json: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(json.count)
    var isInString = false
    var isEscaped = false
    for byte in json {
      if isInString {
        if isEscaped {
          isEscaped = false
        } else if byte == 0x5C {
          isEscaped = true
        } else if byte == 0x22 {
          isInString = false
        }
      } else if byte == 0x22 {
        isInString = true
      } else if byte <= 0x20 {
        continue
      }
      result.append(byte)
    }
    return result
  }
}
