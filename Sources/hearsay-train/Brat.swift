import Foundation

/// A brat standoff file, as far as attributions are concerned.
struct Brat {
  /// Spans in code points by role (`source`, `cue`, `content`), one entry an event.
  private(set) var events: [[String: [Range<Int>]]] = []

  init(_ text: String) {
    var spans: [Substring: [Range<Int>]] = [:]
    let lines = text.split(separator: "\n")
    for line in lines where line.hasPrefix("T") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count > 1, let space = fields[1].firstIndex(of: " ") else { continue }
      spans[fields[0]] = fields[1][fields[1].index(after: space)...].split(separator: ";")
        .compactMap { part in
          let ends = part.split(separator: " ").compactMap { Int($0) }
          return ends.count == 2 && ends[0] <= ends[1] ? ends[0]..<ends[1] : nil
        }
    }
    for line in lines where line.hasPrefix("E") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count > 1 else { continue }
      var event: [String: [Range<Int>]] = [:]
      for argument in fields[1].split(separator: " ").dropFirst() {
        let parts = argument.split(separator: ":")
        guard parts.count == 2 else { continue }
        let role = parts[0].lowercased().filter { !$0.isNumber }
        event[role, default: []] += spans[parts[1]] ?? []
      }
      events.append(event.mapValues { $0.sorted { $0.lowerBound < $1.lowerBound } })
    }
  }
}
