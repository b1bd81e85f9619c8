/// The canonical entity behind one or more source mentions of a document.
public struct Speaker: Hashable, Sendable {
  /// What kind of entity speaks.
  public enum Kind: String, Sendable, CaseIterable {
    /// One person.
    case person
    /// A ministry, a party, a company.
    case organisation
    /// Several without names: officials, witnesses.
    case collective
  }

  /// Stable within a document and between documents that give the same name: the name in lower
  /// case with hyphens for spaces.
  ///
  /// Made when asked for; linear in the name's length.
  public var id: String { Speaker.identifier(forName: name) }
  /// The fullest name the document gives.
  public let name: String
  /// What kind of entity speaks.
  public let kind: Kind
  /// The role the document gives, such as “foreign minister”, in the document's words.
  public let role: String?

  /// A speaker by name.
  public init(name: String, kind: Kind, role: String? = nil) {
    self.name = name
    self.kind = kind
    self.role = role
  }

  private static func identifier(forName name: String) -> String {
    var result = ""
    for scalar in name.lowercased().unicodeScalars {
      let isWord =
        scalar.isASCII
        ? ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
        : scalar.properties.isAlphabetic
      if isWord {
        result.unicodeScalars.append(scalar)
      } else if !result.isEmpty, result.last != "-" {
        result.append("-")
      }
    }
    while result.last == "-" { result.removeLast() }
    return result
  }
}
