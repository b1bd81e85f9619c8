internal import HearsayModel
internal import HearsayProtocol
internal import HearsayText

/// The outline of a document: speakers with what they said, then dates, then outlets.
struct SymbolTree {
  private let snapshot: DocumentSnapshot
  private var cursor: PositionCursor
  /// The entries of the first level.
  private(set) var symbols: [DocumentSymbol] = []

  /// Makes the outline of a snapshot.
  init(_ snapshot: DocumentSnapshot) {
    self.snapshot = snapshot
    cursor = PositionCursor(snapshot.text, unit: snapshot.unit)
    let findings = snapshot.findings()
    addSpeakers(findings.quotations)
    let dates = findings.dates.map { date in
      leaf(date.span, detail: date.value, kind: .constant)
    }
    addGroup("Dates", dates)
    let outlets = findings.outlets.map { outlet in
      leaf(outlet.span, detail: "\(outlet.name), \(Wording.name(of: outlet.role))", kind: .module)
    }
    addGroup("Outlets", outlets)
  }

  /// Speakers in the order of their first quotation; last what nobody is credited with.
  private mutating func addSpeakers(_ quotations: [Quotation]) {
    var order: [String] = []
    var groups: [String: (name: String, members: [Quotation])] = [:]
    var uncredited: [Quotation] = []
    for quotation in quotations where quotation.type != .scare {
      guard let (key, name) = credit(of: quotation) else {
        uncredited.append(quotation)
        continue
      }
      if groups[key] == nil { order.append(key) }
      groups[key, default: (name, [])].members.append(quotation)
    }
    for key in order {
      guard let group = groups[key] else { continue }
      let role = group.members.lazy.compactMap { $0.speaker?.role }.first
      let children = group.members.map { leaf($0) }
      addParent(group.name, detail: role, kind: .class, children)
    }
    addGroup("Nobody credited", uncredited.map { leaf($0) })
  }

  /// What groups a quotation, and the name of the group.
  private func credit(of quotation: Quotation) -> (key: String, name: String)? {
    if let speaker = quotation.speaker { return (speaker.id, speaker.name) }
    guard let source = quotation.source else { return nil }
    let name = Wording.excerpt(of: source, in: snapshot.text)
    return ("source \(name)", name)
  }

  private mutating func leaf(_ quotation: Quotation) -> DocumentSymbol {
    leaf(quotation.span, detail: quotation.type.rawValue, kind: .string)
  }

  private mutating func leaf(
    _ span: ByteSpan, detail: String, kind: SymbolKind
  ) -> DocumentSymbol {
    let name = Wording.excerpt(of: span, in: snapshot.text)
    let range = cursor.range(of: span)
    return DocumentSymbol(
      name: name.isEmpty ? detail : name, detail: detail, kind: kind, range: range,
      selectionRange: range)
  }

  private mutating func addGroup(_ name: String, _ children: [DocumentSymbol]) {
    addParent(name, detail: "\(children.count)", kind: .namespace, children)
  }

  /// An entry that covers its children and leads to the first.
  private mutating func addParent(
    _ name: String, detail: String?, kind: SymbolKind, _ children: [DocumentSymbol]
  ) {
    guard let first = children.first else { return }
    let ends = children.map(\.range.end)
    let end = ends.max { ($0.line, $0.character) < ($1.line, $1.character) } ?? first.range.end
    symbols.append(
      DocumentSymbol(
        name: name.isEmpty ? "?" : name, detail: detail, kind: kind,
        range: LSPRange(start: first.range.start, end: end), selectionRange: first.range,
        children: children))
  }
}
