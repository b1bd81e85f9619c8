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

  /// Program or person.
  public let type: Agent
  /// Name of the program or person.
  public let name: String
  /// Version of the program; nil for a person.
  public let version: String?
  /// ISO 8601 time in UTC, to the second.
  public let created: String

  /// A version of this program at a time.
  public init(version: String, created: String) {
    type = .software
    name = "hearsay"
    self.version = version
    self.created = created
  }

  /// Anybody at a time.
  public init(_ type: Agent, name: String, version: String?, created: String) {
    self.type = type
    self.name = name
    self.version = version
    self.created = created
  }
}
