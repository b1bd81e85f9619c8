public import HearsayModel

/// Finding outlets by what a person types.
extension OutletCatalogue {
  /// Records that a name, alias, id, domain or web address means, each once.
  public func find(_ query: String) -> [OutletEntry] {
    let wanted = OutletCatalogue.folded(query)
    guard !wanted.isEmpty else { return [] }
    let named = entries.filter { entry in
      entry.id == wanted || OutletCatalogue.folded(entry.name) == wanted
        || entry.aliases.contains { OutletCatalogue.folded($0.text) == wanted }
        || OutletCatalogue.folded(OutletCatalogue.base(entry.name)) == wanted
    }
    return named.isEmpty ? owner(ofAddress: wanted) : named
  }

  /// The record with the longest domain that an address ends in.
  private func owner(ofAddress text: String) -> [OutletEntry] {
    let host = OutletCatalogue.host(text)
    guard host.contains(".") else { return [] }
    var best: (entry: OutletEntry, length: Int)?
    for entry in entries {
      for domain in entry.domains where host == domain || host.hasSuffix("." + domain) {
        let length = domain.utf8.count
        if length > best?.length ?? 0 { best = (entry, length) }
      }
    }
    return best.map { [$0.entry] } ?? []
  }

  /// Names and domains that are nearest to what was typed, at most `limit`, nearest first.
  public func suggestions(for query: String, limit: Int = 5) -> [String] {
    let wanted = Array(OutletCatalogue.host(OutletCatalogue.folded(query)).prefix(64))
    guard wanted.count > 1 else { return [] }
    let allowed = max(1, wanted.count / 3)
    var found: [(distance: Int, text: String)] = []
    for entry in entries {
      for text in [entry.name] + entry.aliases.map(\.text) + entry.domains {
        let candidate = Array(OutletCatalogue.folded(text).prefix(64))
        let isInside =
          wanted.count > 3 && candidate.count > wanted.count
          && String(candidate).contains(String(wanted))
        let distance =
          isInside
          ? 1 : OutletCatalogue.distance(wanted, candidate, atMost: allowed)
        if distance <= allowed { found.append((distance, text)) }
      }
    }
    var result: [String] = []
    for (_, text) in found.sorted(by: { ($0.distance, $0.text) < ($1.distance, $1.text) })
    where !result.contains(text) {
      result.append(text)
    }
    return Array(result.prefix(limit))
  }

  /// Small letters, white space folded, an article in front left out.
  static func folded(_ text: String) -> String {
    let words = text.lowercased().split { $0 == " " || $0 == "\t" || $0 == "\n" }
    let rest = words.count > 1 && words.first == "the" ? words.dropFirst() : words[...]
    return rest.joined(separator: " ")
  }

  /// The name without its explanation in brackets.
  private static func base(_ name: String) -> String {
    guard let bracket = name.firstIndex(of: "("), bracket > name.startIndex else { return name }
    return String(name[..<bracket])
  }

  /// The host of an address; other texts as they are.
  private static func host(_ text: String) -> String {
    var rest = text[...]
    for scheme in ["https://", "http://"] where rest.hasPrefix(scheme) {
      rest = rest.dropFirst(scheme.count)
    }
    let end = rest.firstIndex { $0 == "/" || $0 == "?" || $0 == "#" || $0 == ":" }
    return String(rest[..<(end ?? rest.endIndex)])
  }

  /// Edits between two words, swapped neighbours counted once; more than `limit` is `limit + 1`.
  static func distance(_ left: [Character], _ right: [Character], atMost limit: Int) -> Int {
    guard abs(left.count - right.count) <= limit else { return limit + 1 }
    var before: [Int] = []
    var last = Array(0...right.count)
    for (row, sign) in left.enumerated() {
      var next = [row + 1]
      for (column, other) in right.enumerated() {
        var best = min(last[column] + (sign == other ? 0 : 1), last[column + 1] + 1)
        best = min(best, next[column] + 1)
        if row > 0, column > 0, sign == right[column - 1], left[row - 1] == other {
          best = min(best, before[column - 1] + 1)
        }
        next.append(best)
      }
      (before, last) = (last, next)
    }
    return min(last[right.count], limit + 1)
  }
}
