internal import FoundationEssentials
public import HearsayInterchange
internal import HearsayText

/// What one annotator made of some documents, read from an export or a brat folder.
public struct AnnotatorSet: Sendable {
  /// The annotator's name: that of the file or folder.
  public let name: String
  /// The documents by name without folders and endings.
  public private(set) var documents: [String: ImportedDocument] = [:]
  /// What could not be read.
  public private(set) var problems: [ImportProblem] = []

  /// A set that was read already.
  public init(name: String, documents: [ImportedDocument], problems: [ImportProblem] = []) {
    self.name = name
    self.problems = problems
    for document in documents { add(document) }
  }

  /// The set in a file of JSON lines, or in a folder of brat's files.
  ///
  /// - Throws: ``InputError``.
  public static func read(_ path: String) throws(InputError) -> AnnotatorSet {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw .notFound
    }
    let name = stem(path)
    if isFolder { return bratFolder(path, name: name) }
    var set = JSONLinesReader.read(try DocumentLoader.textBytes(path))
    for index in set.documents.indices where set.documents[index].text == nil {
      let document = set.documents[index]
      // The text only tells how long it is, so one that has changed is not used.
      if let loaded = try? DocumentLoader.load(document.path), loaded.sha256 == document.sha256 {
        set.documents[index].text = loaded.text.allBytes
      }
    }
    return AnnotatorSet(name: name, documents: set.documents, problems: set.problems)
  }

  private static func bratFolder(_ path: String, name: String) -> AnnotatorSet {
    var documents: [ImportedDocument] = []
    let collector = InputCollector([path], endings: [".ann"])
    var problems = collector.failures.map { ImportProblem(.badFile, at: $0.path, $0.error.reason) }
    for file in collector.files {
      let base = String(file.dropLast(4))
      guard let text = FileManager.default.contents(atPath: "\(base).txt"),
        let marks = FileManager.default.contents(atPath: "\(base).ann")
      else {
        problems.append(ImportProblem(.badFile, at: file, "there is no readable .txt beside it"))
        continue
      }
      let set = BratReader.read(
        path: base, text: Array(text), annotations: Array(marks))
      documents += set.documents
      problems += set.problems
    }
    return AnnotatorSet(name: name, documents: documents, problems: problems)
  }

  private mutating func add(_ document: ImportedDocument) {
    let key = AnnotatorSet.stem(document.path)
    guard documents[key] == nil else {
      problems.append(
        ImportProblem(.badFile, at: document.path, "another document is called \(key) too"))
      return
    }
    documents[key] = document
  }

  /// What a store's annotator is called: like the project, else like the file.
  public static func name(of location: StoreLocation, _ path: String) -> String {
    stem(location.root ?? path)
  }

  /// A path's last part without an ending that texts and exports have.
  static func stem(_ path: String) -> String {
    let last = path.split(separator: "/").last.map(String.init) ?? path
    for ending in [".txt", ".text", ".md", ".markdown", ".jsonl", ".ann"]
    where last.hasSuffix(ending) && last.count > ending.count {
      return String(last.dropLast(ending.count))
    }
    return last
  }
}
