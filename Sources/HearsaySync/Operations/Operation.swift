/// One step in an annotation's life, as it lies in a log: what was set, by whom, knowing what.
///
/// `line` is the operation; everything else is read from it. It is handed on byte for byte, so that
/// what a later version wrote into it survives an earlier one.
public struct Operation: Hashable, Sendable {
  /// What is done.
  public enum Kind: String, Sendable {
    /// Fields and tags of an annotation change, or it is deleted or brought back.
    case edit
    /// A document gets further names.
    case alias
    /// All that is left of an edit that others replaced: its place among its parents and children.
    case was
    /// Something a later version knows: kept, handed on, not applied.
    case unknown
    /// No operation at all: kept and reported, not applied.
    case poison
  }

  /// One field's new value.
  public struct Field: Hashable, Sendable {
    /// The field's name.
    public let name: String
    /// The value as JSON, byte for byte as it was written.
    public let value: [UInt8]

    /// A field with a value given as JSON.
    public init(name: String, value: [UInt8]) {
      self.name = name
      self.value = value
    }
  }

  /// One tag put on or taken off.
  public struct Tag: Hashable, Sendable {
    /// The tag.
    public let name: String
    /// Whether it is put on.
    public let isAdded: Bool

    /// A tag put on or taken off.
    public init(name: String, isAdded: Bool) {
      self.name = name
      self.isAdded = isAdded
    }
  }

  /// Device and number.
  public let id: OperationID
  /// The line as it lies in the log, without its line break.
  public let line: [UInt8]
  /// What is done.
  public let kind: Kind
  /// The annotation it is about, or the document of an alias; empty where none is told.
  public let subject: String
  /// The newest operations on the same annotation that its author knew.
  public let parents: [OperationID]
  /// What is set; the last of two values for one field holds.
  public let fields: [Field]
  /// Tags put on and taken off.
  public let tags: [Tag]
  /// True where the annotation is deleted, false where it is brought back, nil for neither.
  public let deletion: Bool?
  /// Further names of a document; see ``DocumentIdentity``.
  public let aliases: [String]
  /// Who made it, as a person's name; for display.
  public let author: String
  /// When, by the author's clock, as ISO 8601; for display only.
  public let time: String
  /// Digest of the line before it on its device, or, of remains, of the line it was; nil where it
  /// names none.
  public let previous: ContentDigest?
  /// Whether it has members this version does not know, so that it is never abbreviated.
  public let hasUnknownMembers: Bool

  /// Digest of the line; the next operation of the device names it.
  public var digest: ContentDigest { ContentDigest(of: line) }

  /// Whether it says something about an annotation's content.
  public var isEdit: Bool { kind == .edit && !(fields.isEmpty && tags.isEmpty) }

  /// The parts as they were read.
  init(id: OperationID, line: [UInt8], parts: OperationParts) {
    self.id = id
    self.line = line
    kind = parts.kind
    subject = parts.subject
    parents = parts.parents
    fields = parts.fields
    tags = parts.tags
    deletion = parts.deletion
    aliases = parts.aliases
    author = parts.author
    time = parts.time
    previous = parts.previous
    hasUnknownMembers = parts.hasUnknownMembers
  }
}

/// What an operation says, before it has a place in a log.
public struct OperationParts: Hashable, Sendable {
  /// What is done.
  public var kind: Operation.Kind
  /// The annotation, or the document of an alias.
  public var subject: String
  /// The newest known operations on the same annotation.
  public var parents: [OperationID] = []
  /// What is set.
  public var fields: [Operation.Field] = []
  /// Tags put on and taken off.
  public var tags: [Operation.Tag] = []
  /// True: deleted; false: brought back; nil: neither.
  public var deletion: Bool?
  /// Further names of a document.
  public var aliases: [String] = []
  /// Who, for display.
  public var author = ""
  /// When, as ISO 8601, for display.
  public var time = ""
  /// Digest of the line before, or of what remains were.
  public var previous: ContentDigest?
  /// Whether there were members this version does not know.
  var hasUnknownMembers = false

  /// An operation of a kind about something.
  public init(_ kind: Operation.Kind, _ subject: String) {
    self.kind = kind
    self.subject = subject
  }
}
