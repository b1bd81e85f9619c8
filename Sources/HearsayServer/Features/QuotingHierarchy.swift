internal import HearsayModel
internal import HearsayProtocol
internal import HearsayText
internal import HearsayWorkspace

/// Who quotes whom: an article quotes speakers, and these what others said.
struct QuotingHierarchy {
  private let project: ProjectView

  /// The hierarchy of a project.
  init(_ project: ProjectView) { self.project = project }

  /// The speaker at a byte; on the first line the article; nil where there is nobody.
  static func item(at byte: Int, in snapshot: DocumentSnapshot) -> CallHierarchyItem? {
    let document = ProjectDocument(uri: snapshot.uri, document: snapshot.index, unit: snapshot.unit)
    if let speaker = SpeakerPlaces(snapshot).speaker(at: byte)?.speaker {
      return document.document.person(speaker.id).map { item($0, in: document) }
    }
    guard let line = snapshot.firstLine, line.start <= byte, byte <= line.end else { return nil }
    return article(document)
  }

  /// Who quotes an item.
  func incoming(_ item: CallHierarchyParams.Item) -> [CallHierarchyCall] {
    guard let id = person(of: item) else { return [] }
    var calls: [CallHierarchyCall] = []
    for (document, person) in project.documents(with: id) {
      let sayings = document.document.sayings(of: person)
      for (quoter, sayings) in grouped(sayings, by: \.quotedBy) {
        let from =
          quoter.map { QuotingHierarchy.item($0, in: document) }
          ?? QuotingHierarchy.article(document)
        calls.append(
          CallHierarchyCall(item: from, ranges: sayings.map { document.range($0.range) }))
      }
    }
    return calls
  }

  /// Whom an item quotes.
  ///
  /// Places are in the item's own document, so that of others only who is quoted there is told.
  func outgoing(_ item: CallHierarchyParams.Item) -> [CallHierarchyCall] {
    let id = person(of: item)
    var calls: [CallHierarchyCall] = []
    let documents: [(document: ProjectDocument, person: Int?)] =
      id.map { project.documents(with: $0).map { ($0.document, $0.person) } }
      ?? [project.document(item.uri)].compactMap { $0.map { ($0, nil) } }
    for (document, quoter) in documents {
      let sayings = document.document.sayings.filter { $0.quotedBy == quoter && $0.person != nil }
      for case (let quoted?, let sayings) in grouped(sayings, by: \.person) {
        let ranges = document.uri == item.uri ? sayings.map { document.range($0.range) } : []
        calls.append(
          CallHierarchyCall(item: QuotingHierarchy.item(quoted, in: document), ranges: ranges))
      }
    }
    return calls
  }

  /// The id of the speaker an item is about; nil for an article.
  ///
  /// Some clients drop what was given along; then the place tells.
  private func person(of item: CallHierarchyParams.Item) -> String? {
    if let data = item.data, data != .null {
      return data["speaker"]?.text.map { Speaker(name: $0, kind: .person).id }
    }
    guard let document = project.document(item.uri), let range = item.selectionRange else {
      return nil
    }
    let people = document.document.people
    return people.indices.first { document.place(of: $0) == range }.map { people[$0].id }
  }

  /// Sayings by one of their numbers, in the order in which each comes first.
  private func grouped(
    _ sayings: [IndexedDocument.Saying], by key: (IndexedDocument.Saying) -> Int?
  ) -> [(Int?, [IndexedDocument.Saying])] {
    var order: [Int?] = []
    var groups: [Int?: [IndexedDocument.Saying]] = [:]
    for saying in sayings {
      if groups[key(saying)] == nil { order.append(key(saying)) }
      groups[key(saying), default: []].append(saying)
    }
    return order.map { ($0, groups[$0] ?? []) }
  }

  private static func item(_ person: Int, in document: ProjectDocument) -> CallHierarchyItem {
    let known = document.document.people[person]
    let count = document.document.sayings(of: person).count
    let words = known.role.map { "\($0) · " } ?? ""
    return CallHierarchyItem(
      speaker: known.name, name: known.name,
      detail: "\(words)\(count) quotation\(count == 1 ? "" : "s") · \(document.name)",
      uri: document.uri, range: document.place(of: person))
  }

  private static func article(_ document: ProjectDocument) -> CallHierarchyItem {
    CallHierarchyItem(
      speaker: nil, name: document.name, detail: "article", uri: document.uri,
      range: .beginning)
  }
}
