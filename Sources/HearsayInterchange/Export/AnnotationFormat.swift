/// A file of an export.
public struct ExportFile: Hashable, Sendable {
  /// Its name inside the folder, or what follows the document's name where it is one of a document.
  public let name: String
  /// Its content.
  public let bytes: [UInt8]

  /// A file.
  public init(_ name: String, _ bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

/// What a format makes of one document.
public struct Rendition: Sendable {
  /// The document's part of the one file everything goes to.
  public var part: [UInt8] = []
  /// The document's own files, each named by what follows the document's name (`.ann`).
  public var files: [ExportFile] = []
  /// What could not be carried.
  public var loss = LossReport()
  /// What the end of the export needs to know, for formats that ask for it.
  public var digest: DocumentDigest?

  /// Nothing yet.
  public init() {}
}

/// Where a format's results go.
public enum ExportLayout: Sendable {
  /// One stream: a file, or standard output.
  case stream
  /// Files of each document in one folder; a single document may go to a stream.
  case folder
}

/// An outside format that annotated documents are written in.
///
/// Documents are rendered one by one and on any thread; what is written is `opening`, then the
/// parts in the documents' order with `separator` between them, then `closing`.
public protocol AnnotationFormat: Sendable {
  /// Where the results go.
  var layout: ExportLayout { get }
  /// Written before the first document.
  var opening: [UInt8] { get }
  /// Written between two documents.
  var separator: [UInt8] { get }
  /// What one document becomes.
  func render(_ document: AnnotatedDocument) -> Rendition
  /// Written behind the last document.
  func closing(_ summary: SetSummary) -> [UInt8]
  /// Files that belong to the whole export, for a folder.
  func commonFiles(_ summary: SetSummary) -> [ExportFile]
}

extension AnnotationFormat {
  /// One stream unless said otherwise.
  public var layout: ExportLayout { .stream }
  /// Nothing unless said otherwise.
  public var opening: [UInt8] { [] }
  /// Nothing unless said otherwise.
  public var separator: [UInt8] { [] }
  /// Nothing unless said otherwise.
  public func closing(_ summary: SetSummary) -> [UInt8] { [] }
  /// None unless said otherwise.
  public func commonFiles(_ summary: SetSummary) -> [ExportFile] { [] }
}
