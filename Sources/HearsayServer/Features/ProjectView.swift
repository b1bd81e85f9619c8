internal import HearsayModel
internal import HearsayProtocol
internal import HearsayText
internal import HearsayWorkspace

/// One document as questions about the whole project see it.
struct ProjectDocument: Sendable {
  /// Its address.
  let uri: String
  /// What is known of it.
  let document: IndexedDocument
  /// What columns count.
  let unit: TextUnit

  /// The file's name.
  var name: String { DocumentURI.fileName(of: uri) ?? uri }

  /// A stretch as the client counts.
  func range(_ range: IndexedRange) -> LSPRange {
    LSPRange(start: position(range.start), end: position(range.end))
  }

  private func position(_ position: IndexedPosition) -> Position {
    Position(line: position.line, character: position.column(in: unit))
  }

  /// Where to go for a person: the first mention, else the first words.
  func place(of person: Int) -> LSPRange {
    let first =
      document.people[person].first ?? document.sayings.first { $0.person == person }?.range
    return first.map { range($0) } ?? ProjectDocument.top
  }

  /// The beginning of a document.
  static let top = LSPRange(
    start: Position(line: 0, character: 0), end: Position(line: 0, character: 0))
}

/// The documents of a project at one moment.
struct ProjectView: Sendable {
  /// The articles the client has open.
  let open: [DocumentSnapshot]
  /// What columns count.
  let unit: TextUnit

  /// The documents that know somebody with an id, or all of them.
  func documents(with person: String?) -> [ProjectDocument] {
    open.compactMap { snapshot in
      let index = snapshot.index
      guard person.map({ index.person($0) != nil }) ?? true else { return nil }
      return ProjectDocument(uri: snapshot.uri, document: index, unit: unit)
    }
  }

  /// A document by its address, or nil where nothing is known of it.
  func document(_ uri: String) -> ProjectDocument? {
    documents(with: nil).first { $0.uri == uri }
  }
}
