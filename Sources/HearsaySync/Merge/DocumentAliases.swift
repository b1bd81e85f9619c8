/// Further names of a document: the address of the page it was read on.
///
/// Its first name is the hash of its text, which the store makes; where the text was pasted with
/// other furniture around it, the address is what two analysts still have in common.
public enum PageAddress {
  /// The alias that names a page by its address: host in lower case, neither fragment nor tracking
  /// parameters, no slash at the end.
  ///
  /// Nil for what is no web address.
  public static func alias(of address: String) -> String? {
    guard let colon = address.firstRange(of: "://") else { return nil }
    let scheme = address[..<colon.lowerBound].lowercased()
    guard scheme == "http" || scheme == "https" else { return nil }
    let rest = address[colon.upperBound...].prefix { $0 != "#" }
    let host = rest.prefix { $0 != "/" && $0 != "?" }.lowercased()
    guard !host.isEmpty, !host.contains("@"), !host.contains(" ") else { return nil }
    let tail = rest.dropFirst(host.count)
    var path = tail.prefix { $0 != "?" }
    while path.last == "/" { path.removeLast() }
    let query = tail.drop { $0 != "?" }.dropFirst().split(separator: "&").filter { !isTracking($0) }
    let parameters = query.isEmpty ? "" : "?" + query.sorted().joined(separator: "&")
    return "url:\(host.hasPrefix("www.") ? String(host.dropFirst(4)) : host)\(path)\(parameters)"
  }

  /// Whether a parameter only says where a reader came from.
  ///
  /// The names are those that analytics and social networks document for their own links.
  private static func isTracking(_ parameter: Substring) -> Bool {
    let name = parameter.prefix { $0 != "=" }.lowercased()
    let names: Set<String> = [
      "fbclid", "gclid", "dclid", "msclkid", "yclid", "igshid", "mc_cid", "mc_eid", "cmpid",
    ]
    return name.hasPrefix("utm_") || names.contains(name)
  }
}

/// Which names belong to which documents: grows only, and in any order.
public struct DocumentAliases: Hashable, Sendable {
  private var documents: [String: Set<String>] = [:]

  /// No names.
  public init() {}

  /// Takes in an alias operation; others change nothing.
  public mutating func insert(_ operation: Operation) {
    guard operation.kind == .alias else { return }
    for alias in operation.aliases { documents[alias, default: []].insert(operation.subject) }
  }

  /// The documents an alias names, in order; more than one where people differ.
  public func documents(named alias: String) -> [String] { (documents[alias] ?? []).sorted() }
}
