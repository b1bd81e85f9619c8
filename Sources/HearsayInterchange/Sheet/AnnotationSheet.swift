public import HearsayModel
public import HearsayText

/// A document's annotations as a text file that a person edits.
///
///     article: file:///news/bridge.txt
///
///     [quotation 12:1]
///     status: suggested
///     type: direct
///     speaker: Ana Ruiz
///     text: “We will not reopen it in a hurry,”
///     note:
///
/// A block begins with its kind and, in brackets with it, the line and column where its words begin
/// (both from one; columns count code points) and the id of what is stored. A block with neither is
/// an annotation to be added. A line `name: value` is a field; lines that begin with white space go
/// on with the value above, a full stop alone stands there for an empty line. `name!: value` puts a
/// value over what somebody else stored meanwhile. Lines that begin with
/// `#` are comments. The notation keeps every value's words, in any order of blocks and fields.
public struct AnnotationSheet: Hashable, Sendable {
  /// Address of the document, as the editor knows it.
  public var article: String
  /// The annotations.
  public var blocks: [SheetBlock]

  /// A sheet of a document.
  public init(article: String, blocks: [SheetBlock]) {
    self.article = article
    self.blocks = blocks
  }
}

/// What a person sees and changes of one annotation; raw values are the names in the sheet.
public enum SheetField: String, Sendable, CaseIterable {
  /// ``ReviewStatus``, or `deleted`.
  case status
  /// A quotation's type, or a date's TIMEX3 type.
  case type
  /// Name of who is credited; empty for nobody.
  case speaker
  /// A date's TIMEX3 value.
  case value
  /// An outlet's registry id, or its name where it has none.
  case outlet
  /// The part an outlet plays.
  case role
  /// The annotated words, white space folded.
  case text
  /// A person's remark; empty for none.
  case note

  /// The fields of a kind, in the order in which they are written.
  public static func fields(of kind: AnnotationKind) -> [SheetField] {
    switch kind {
    case .quotation: [.status, .type, .speaker, .text, .note]
    case .date: [.status, .type, .value, .text, .note]
    case .outlet: [.status, .outlet, .role, .text, .note]
    case .note: [.status, .text, .note]
    }
  }
}

/// What tells one block of a sheet from another.
public enum SheetKey: Hashable, Sendable {
  /// What is stored under an id.
  case stored(AnnotationID)
  /// A suggestion, by where its words began when the sheet was written.
  case suggestion(SheetPlace)
  /// Something to add.
  case addition
}

/// Where a suggestion's words began when a sheet was written.
public struct SheetPlace: Hashable, Sendable {
  /// What it says something about.
  public var kind: AnnotationKind
  /// Line and column, from zero, in code points.
  public var position: LinePosition
  /// Counts those of a kind that begin at the same place, from one.
  public var number: Int

  /// The place of a suggestion.
  public init(kind: AnnotationKind, position: LinePosition, number: Int = 1) {
    self.kind = kind
    self.position = position
    self.number = number
  }
}

/// One annotation of a sheet.
public struct SheetBlock: Hashable, Sendable {
  /// What it says something about.
  public var kind: AnnotationKind
  /// Where its words begin, or nil.
  public var place: SheetPlace?
  /// The id of what is stored, or nil.
  public var id: AnnotationID?
  /// The values of its fields; an empty value is as good as none.
  public var fields: [SheetField: String]
  /// Fields written with `!` behind their name: this value holds, whatever else was stored.
  public var forced: Set<SheetField> = []
  /// A remark of the program, written as a comment; never read back.
  public var comment: String?
  /// Where it stands in the sheet it was read from.
  public var layout = SheetLayout()

  /// An annotation with what is written of it.
  public init(
    kind: AnnotationKind, place: SheetPlace? = nil, id: AnnotationID? = nil,
    fields: [SheetField: String], comment: String? = nil
  ) {
    self.kind = kind
    self.place = place
    self.id = id
    self.fields = fields
    self.comment = comment
  }

  /// What tells it from others.
  public var key: SheetKey {
    if let id { return .stored(id) }
    return place.map { .suggestion($0) } ?? .addition
  }

  /// A field's value; empty where there is none.
  public subscript(_ field: SheetField) -> String { fields[field] ?? "" }
}

/// Where the parts of a block stand in a sheet, in bytes.
public struct SheetLayout: Hashable, Sendable {
  /// The line with the brackets, without its end.
  public var header = ByteSpan(0, 0)
  /// The names of fields.
  public var names: [SheetField: ByteSpan] = [:]
  /// The values of fields, on all their lines.
  public var values: [SheetField: ByteSpan] = [:]
  /// Everything from the header to the end of the last field.
  public var whole = ByteSpan(0, 0)

  /// Nowhere.
  public init() {}
}
