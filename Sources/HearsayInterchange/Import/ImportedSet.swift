public import HearsayModel

/// Annotations that came from a file of some format, before their texts are looked for.
public struct ImportedSet: Sendable {
  /// The documents in the order they came.
  public var documents: [ImportedDocument] = []
  /// What could not be read.
  public var problems: [ImportProblem] = []
  /// Where the documents that annotations were added to stand in the list.
  private var places: [DocumentKey: Int] = [:]

  /// What documents of one file are told apart by.
  private struct DocumentKey: Hashable {
    let path: String
    let sha256: String?
  }

  /// Nothing read.
  public init() {}

  /// Adds an annotation to the document of the same path and digest.
  mutating func add(_ annotation: ImportedAnnotation, to document: ImportedDocument) {
    let key = DocumentKey(path: document.path, sha256: document.sha256)
    if let place = places[key] {
      documents[place].annotations.append(annotation)
    } else {
      var copy = document
      copy.annotations = [annotation]
      places[key] = documents.count
      documents.append(copy)
    }
  }
}

/// A document as a foreign file names it, with the annotations on it.
public struct ImportedDocument: Sendable {
  /// Its path or name as the file gives it; it may lead anywhere.
  public var path: String
  /// SHA-256 of the file the annotations were made on, or nil where the format does not say.
  public var sha256: String?
  /// The article's date, or nil.
  public var date: String?
  /// The text, where the format carries it.
  public var text: [UInt8]?
  /// The annotations in the order of the file.
  public var annotations: [ImportedAnnotation] = []

  /// A document without annotations.
  public init(path: String, sha256: String? = nil, date: String? = nil, text: [UInt8]? = nil) {
    self.path = path
    self.sha256 = sha256
    self.date = date
    self.text = text
  }
}

/// A stretch of a text as a foreign file gives it.
public struct ImportedPlace: Hashable, Sendable {
  /// First and past-the-last code point.
  public var range: Range<Int>
  /// The words between, or nil where the format does not carry them.
  public var exact: String?
  /// Words before, or empty.
  public var prefix = ""
  /// Words behind, or empty.
  public var suffix = ""

  /// A stretch in code points.
  public init(_ range: Range<Int>, exact: String?, prefix: String = "", suffix: String = "") {
    self.range = range
    self.exact = exact
    self.prefix = prefix
    self.suffix = suffix
  }
}

/// One annotation as a foreign file gives it; what the file does not say is nil.
public struct ImportedAnnotation: Sendable {
  /// What the annotation says.
  public enum Content: Sendable {
    /// A quotation.
    case quotation(ImportedQuotation)
    /// A date: TIMEX3 type, value, anchor and modifier.
    case date(TimeExpression.Kind, value: String, anchor: String?, modifier: String?)
    /// An outlet: registry id, name and role.
    case outlet(id: String?, name: String, OutletRole)
    /// A person's words.
    case note(String)
  }

  /// Identity inside its file, or nil.
  public var id: String?
  /// Where it stands.
  public var place: ImportedPlace
  /// What it says.
  public var content: Content
  /// What became of it.
  public var status = ReviewStatus.suggested
  /// How sure it is, 0…1, or nil.
  public var confidence: Double?
  /// Who made it, or nil.
  public var creator: CreatorRecord?
  /// A remark on it, or nil.
  public var note: String?

  /// An annotation at a place.
  public init(id: String?, place: ImportedPlace, content: Content) {
    self.id = id
    self.place = place
    self.content = content
  }

  /// Its kind.
  public var kind: AnnotationKind {
    switch content {
    case .quotation: .quotation
    case .date: .date
    case .outlet: .outlet
    case .note: .note
    }
  }
}

/// What a foreign file says of a quotation.
public struct ImportedQuotation: Sendable {
  /// How much its marks hold.
  public var type = QuotationType.direct
  /// Who speaks, or nil.
  public var speaker: Speaker?
  /// Words that name who is credited.
  public var source: ImportedPlace?
  /// Words that credit.
  public var cue: ImportedPlace?
  /// Identity of the quotation it is a part of.
  public var parent: String?
  /// What the stretches of one utterance share.
  public var utterance: String?

  /// Nothing but a direct quotation.
  public init() {}
}

/// Something in a foreign file that could not be read; the rest of the file is read all the same.
public struct ImportProblem: Error, Hashable, Sendable {
  /// What is wrong.
  public enum Code: String, Sendable, CaseIterable {
    /// The file is not of the format.
    case badFile = "import-bad-file"
    /// A line, row or element is not as the format wants it.
    case badRow = "import-bad-row"
    /// A value that means nothing here.
    case unknownValue = "import-unknown-value"
    /// A place outside its text, or one whose words are others.
    case badPlace = "import-bad-place"
  }

  /// What is wrong.
  public let code: Code
  /// Where, in words: a line, an id.
  public let place: String
  /// Why, for a person.
  public let message: String

  /// Something wrong at a place of a file.
  public init(_ code: Code, at place: String, _ message: String) {
    self.code = code
    self.place = place
    self.message = message
  }
}
