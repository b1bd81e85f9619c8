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
  func range(_ range: IndexedRange) -> LSPRange { range.range(in: unit) }

  /// Where to go for a person: the first mention, else the first words.
  func place(of person: Int) -> LSPRange {
    let first =
      document.people[person].first ?? document.sayings.first { $0.person == person }?.range
    return first.map { range($0) } ?? .beginning
  }
}

extension IndexedRange {
  /// The stretch with columns in a unit.
  func range(in unit: TextUnit) -> LSPRange {
    func position(_ position: IndexedPosition) -> Position {
      Position(line: position.line, character: position.column(in: unit))
    }
    return LSPRange(start: position(start), end: position(end))
  }
}

/// The documents of a project at one moment: open ones as the client has them, others as the index
/// knows them.
struct ProjectView: Sendable {
  /// The articles the client has open.
  let open: [DocumentSnapshot]
  /// What columns count.
  let unit: TextUnit
  /// What is known of the other articles.
  let indexes: [ProjectIndex]

  /// The paths of open documents.
  private var openPaths: Set<String> { Set(open.compactMap { DocumentURI.path(of: $0.uri) }) }

  /// The names that people chose, as far as an index is concerned: open documents know them first.
  func names(for index: ProjectIndex) -> CanonicalNames {
    let inside = open.first {
      DocumentURI.path(of: $0.uri)?.hasPrefix(index.root + "/") ?? false
    }
    return inside?.overlay.names ?? index.names
  }

  /// The documents that know somebody with an id, and the person's number in each.
  func documents(with id: String) -> [(document: ProjectDocument, person: Int)] {
    var result: [(document: ProjectDocument, person: Int)] = open.compactMap { snapshot in
      snapshot.index.person(id).map { (document(snapshot), $0) }
    }
    for index in indexes {
      for hit in index.hits(id, names: names(for: index), without: openPaths) {
        let document = ProjectDocument(
          uri: DocumentURI.uri(ofPath: hit.path), document: hit.document, unit: unit)
        result.append((document, hit.person))
      }
    }
    return result
  }

  private func document(_ snapshot: DocumentSnapshot) -> ProjectDocument {
    ProjectDocument(uri: snapshot.uri, document: snapshot.index, unit: unit)
  }

  /// A document by its address, or nil where nothing is known of it.
  func document(_ uri: String) -> ProjectDocument? {
    if let snapshot = open.first(where: { $0.uri == uri }) { return document(snapshot) }
    guard let path = DocumentURI.path(of: uri), !openPaths.contains(path) else { return nil }
    for index in indexes {
      if let known = index.document(path, names: names(for: index)) {
        return ProjectDocument(uri: uri, document: known, unit: unit)
      }
    }
    return nil
  }

  /// All that a speaker says and all words that name or credit the speaker, in every document.
  func references(to id: String, withFirst: Bool) -> [Location] {
    var locations: [Location] = []
    for (document, person) in documents(with: id) {
      let known = document.document.people[person]
      var ranges = known.mentions.filter { withFirst || $0 != known.first }
      if withFirst, let first = known.first, !ranges.contains(first) { ranges.append(first) }
      for saying in document.document.sayings where saying.person == person {
        ranges.append(saying.range)
      }
      ranges.sort {
        ($0.start.line, $0.start.column(in: .utf8)) < ($1.start.line, $1.start.column(in: .utf8))
      }
      for (number, range) in ranges.enumerated() where number == 0 || ranges[number - 1] != range {
        locations.append(Location(uri: document.uri, range: document.range(range)))
      }
    }
    return locations
  }

  /// Speakers and outlets whose names fit a query, at most `limit`.
  func symbols(matching query: String, limit: Int) -> [WorkspaceSymbol] {
    var symbols: [WorkspaceSymbol] = []
    var seen: Set<String> = []
    for snapshot in open {
      let document = document(snapshot)
      for (number, person) in document.document.people.enumerated()
      where ProjectIndex.fits(person.name, query) && seen.insert(person.name).inserted {
        symbols.append(
          WorkspaceSymbol(
            name: person.name, kind: .class, container: document.name,
            location: Location(uri: snapshot.uri, range: document.place(of: number))))
      }
      for outlet in document.document.outlets
      where ProjectIndex.fits(outlet.name, query) && seen.insert(outlet.name).inserted {
        symbols.append(
          WorkspaceSymbol(
            name: outlet.name, kind: .module, container: document.name,
            location: Location(uri: snapshot.uri, range: document.range(outlet.range))))
      }
    }
    for index in indexes {
      for found in index.symbols(matching: query, names: names(for: index), limit: limit) {
        guard seen.insert(found.name).inserted else { continue }
        let verb = found.isOutlet ? "mention" : "quotation"
        let container =
          "\(found.count) \(verb)\(found.count == 1 ? "" : "s") in \(found.fileCount) "
          + "article\(found.fileCount == 1 ? "" : "s")"
        symbols.append(
          WorkspaceSymbol(
            name: found.name, kind: found.isOutlet ? .module : .class, container: container,
            location: Location(
              uri: DocumentURI.uri(ofPath: found.path), range: found.range.range(in: unit))))
      }
    }
    return Array(symbols.prefix(limit))
  }
}
