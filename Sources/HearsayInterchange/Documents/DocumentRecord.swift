public import HearsayModel

/// A document as the outside formats name it.
public struct DocumentRecord: Hashable, Sendable {
  /// As the user gave it; `-` for standard input.
  public let path: String
  /// `file:` address, or nil where there is none.
  public let uri: String?
  /// SHA-256 of the file's bytes, in lower-case hexadecimal.
  public let sha256: String
  /// The article's date, or nil.
  public let date: DocumentDate?
  /// Identity that whoever sent the text gave it, or nil.
  public var id: String?
  /// Version of the outlet registry that was used, or nil.
  public var registry: String?
  /// Through whom the text came, as far as it tells.
  public var chain = OutletChain()

  /// A document's names.
  public init(path: String, uri: String?, sha256: String, date: DocumentDate?) {
    self.path = path
    self.uri = uri
    self.sha256 = sha256
    self.date = date
  }

  /// The file's name without its folders.
  public var name: String { path.split(separator: "/").last.map(String.init) ?? path }
}

/// Who made an annotation, and when.
public struct CreatorRecord: Hashable, Sendable {
  /// Whether a program or a person made it.
  public enum Agent: String, Sendable, CaseIterable {
    /// A program.
    case software
    /// A person.
    case person
  }

  /// What all copies share: one creator stands in thousands of annotations.
  private final class Facts: Sendable {
    let type: Agent
    let name: String
    let version: String?
    let created: String

    init(_ type: Agent, _ name: String, _ version: String?, _ created: String) {
      self.type = type
      self.name = name
      self.version = version
      self.created = created
    }
  }

  private let facts: Facts

  /// Program or person.
  public var type: Agent { facts.type }
  /// Name of the program or person.
  public var name: String { facts.name }
  /// Version of the program; nil for a person.
  public var version: String? { facts.version }
  /// ISO 8601 time in UTC, to the second.
  public var created: String { facts.created }

  /// A version of this program at a time.
  public init(version: String, created: String) {
    self.init(.software, name: "hearsay", version: version, created: created)
  }

  /// Anybody at a time.
  public init(_ type: Agent, name: String, version: String?, created: String) {
    facts = Facts(type, name, version, created)
  }

  /// Whether both say the same.
  public static func == (left: CreatorRecord, right: CreatorRecord) -> Bool {
    left.facts === right.facts
      || (left.type == right.type && left.name == right.name && left.version == right.version
        && left.created == right.created)
  }

  /// Hashes what it says.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(type)
    hasher.combine(name)
    hasher.combine(version)
    hasher.combine(created)
  }
}
