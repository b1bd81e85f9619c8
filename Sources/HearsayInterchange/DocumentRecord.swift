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
}

/// Who made the annotations, and when.
public struct CreatorRecord: Hashable, Sendable {
  /// Version of the program.
  public let version: String
  /// ISO 8601 time in UTC, to the second.
  public let created: String

  /// A version of the program at a time.
  public init(version: String, created: String) {
    self.version = version
    self.created = created
  }
}
