internal import FoundationEssentials
internal import HearsayInterchange
public import HearsayModel
public import HearsayText

/// A place of a document where annotators differ, for somebody to settle.
public struct OpenDisagreement: Sendable {
  /// What one annotator has there.
  public struct Opinion: Sendable {
    /// The annotator's name.
    public let annotator: String
    /// The annotation as it would be stored; nil where the annotator has nothing.
    public internal(set) var annotation: PlacedAnnotation?
  }

  /// The code of its diagnostic, and of what is ignored once it is settled.
  public static let code = "disagreement"

  /// The kind of annotation.
  public let kind: AnnotationKind
  /// One for each annotator, in the order of the list.
  public internal(set) var opinions: [Opinion]
  /// The bytes of the first annotation.
  public internal(set) var span: ByteSpan

  /// Whether more than one of the annotations can be kept: they say different things, or cover
  /// different words.
  public var canKeepBoth: Bool { opinions.count { $0.annotation != nil } > 1 }

  /// Moves everything with an edit; false where the words are gone.
  mutating func move(with edit: TextEdit) -> Bool {
    guard let moved = edit.moved(span) else { return false }
    span = moved
    for index in opinions.indices {
      guard let own = opinions[index].annotation?.span else { continue }
      guard let moved = edit.moved(own) else { return false }
      opinions[index].annotation?.span = moved
      opinions[index].annotation?.moveParts(with: edit)
    }
    return true
  }

  /// What is ignored once the disagreement is settled; each kind by itself, since annotators may
  /// differ twice about the same words.
  var settledCode: String { "\(OpenDisagreement.code).\(kind.rawValue)" }
}

extension PlacedAnnotation {
  /// Moves the words that credit with an edit; those that are gone credit nobody.
  fileprivate mutating func moveParts(with edit: TextEdit) {
    guard case .quotation(var quotation) = body else { return }
    func moved(_ stretch: QuotedStretch?) -> QuotedStretch? {
      guard let stretch, let span = edit.moved(stretch.span) else { return nil }
      return QuotedStretch(span: span, exact: stretch.exact)
    }
    quotation.source = moved(quotation.source)
    quotation.cue = moved(quotation.cue)
    body = .quotation(quotation)
  }
}

/// A line of a list that is no disagreement; the others are shown.
public struct ListProblem: Hashable, Sendable {
  /// The list's path.
  let path: String
  /// What is wrong, and in which line.
  let problem: ImportProblem

  /// Its code.
  public var code: String { problem.code.rawValue }

  /// One sentence for a person, with its code.
  public var sentence: String {
    "\(path): \(problem.place): \(problem.message) [\(code)]"
  }
}

/// The list of disagreements that lies in a project, as `hearsay agree --adjudicate` writes it.
public enum AdjudicationList {
  /// The list's name in the folder `.hearsay`.
  public static let fileName = "disagreements.jsonl"

  /// Where the list of a project lies; nil without a project.
  public static func path(at location: StoreLocation) -> String? {
    location.root.map { "\($0)/\(StoreLocation.folderName)/\(fileName)" }
  }

  /// Puts a list into a project, in one piece.
  ///
  /// - Throws: What the file system says.
  public static func write(_ bytes: [UInt8], to path: String) throws {
    let folder = URL(filePath: path).deletingLastPathComponent()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(filePath: path), options: .atomic)
  }
}
