public import HearsayModel
public import HearsayText

/// A place of a text as an index keeps it: good for any editor without the text.
public struct IndexedPosition: Hashable, Sendable {
  /// Line number, from zero.
  public let line: Int
  /// Column in UTF-8 bytes.
  let utf8: Int
  /// Column in UTF-16 units.
  let utf16: Int
  /// Column in code points.
  let scalars: Int

  /// The column in a unit.
  public func column(in unit: TextUnit) -> Int {
    switch unit {
    case .utf8: utf8
    case .utf16: utf16
    case .utf32: scalars
    }
  }
}

/// A stretch of a text as an index keeps it.
public struct IndexedRange: Hashable, Sendable {
  /// Where it begins.
  public let start: IndexedPosition
  /// One past its last character.
  public let end: IndexedPosition
}

/// What an index knows of one document: who speaks, what is said, which outlets are named, what
/// deserves a look.
public struct IndexedDocument: Hashable, Sendable {
  /// Somebody who is credited.
  public struct Person: Hashable, Sendable {
    /// The name the document gives, or a person has given.
    public var name: String
    /// What kind of entity speaks.
    public var kind: Speaker.Kind
    /// The role the document gives, or nil.
    public var role: String?
    /// Where the name is given in full for the first time, or the first words that credit; nil where
    /// only a person says who it is.
    public var first: IndexedRange?
    /// The words that credit, in reading order.
    public var mentions: [IndexedRange]
  }

  /// Something that is said.
  public struct Saying: Hashable, Sendable {
    /// The quotation.
    public var range: IndexedRange
    /// Number of the person who says it, or nil.
    public var person: Int?
    /// Number of the person who quotes it, or nil where the article does.
    public var quotedBy: Int?
    /// How much its marks hold.
    public var type: QuotationType
  }

  /// An outlet that is named.
  public struct Outlet: Hashable, Sendable {
    /// Registry id, or nil.
    public var id: String?
    /// Its name.
    public var name: String
    /// Where it is named.
    public var range: IndexedRange
  }

  /// Something an analyst should look at.
  public struct Trouble: Hashable, Sendable {
    /// What is wrong.
    public var code: Problem.Code
    /// Where.
    public var range: IndexedRange
    /// What could be meant.
    public var choices: [String]
  }

  /// Everybody who is credited, in the order of the text.
  public internal(set) var people: [Person] = []
  /// Everything that is said, in the order of the text.
  public internal(set) var sayings: [Saying] = []
  /// Outlets named, in the order of the text.
  public internal(set) var outlets: [Outlet] = []
  /// What deserves a look, in the order of the text.
  public internal(set) var troubles: [Trouble] = []

  /// A document of which nothing is known.
  public init() {}
}
