public import HearsayInterchange
internal import HearsayModel
public import HearsayText

/// A document's annotations as the blocks of a sheet, each with what a decision on it is about.
public struct ArticleSheet: Sendable {
  /// One annotation.
  public struct Entry: Sendable {
    /// As it is written.
    public var block: SheetBlock
    /// What a decision on it is about.
    public var subject: DecisionSubject
    /// Where its words stand; nil where they are gone.
    public var span: ByteSpan?
    /// Whether its place has to be settled by a person.
    public var isUnsettled = false
  }

  /// The annotations in reading order; those whose words are gone last.
  public let entries: [Entry]

  /// Everything that holds or was decided on a document.
  public init(_ maker: DecisionMaker) {
    var builder = ArticleSheetBuilder(maker)
    entries = builder.build()
  }

  /// The sheet of a document with this address.
  public func sheet(of article: String) -> AnnotationSheet {
    AnnotationSheet(article: article, blocks: entries.map(\.block))
  }

  /// The annotation that a block of an earlier sheet is about, or nil where it is not there any more.
  ///
  /// A suggestion has no id: it is the one of the same kind and words that stands nearest.
  public func entry(for block: SheetBlock) -> Entry? {
    if let id = block.id { return entries.first { $0.block.id == id } }
    guard let place = block.place else { return nil }
    let alike = entries.filter { $0.block.kind == block.kind && $0.block[.text] == block[.text] }
    if let same = alike.first(where: { $0.block.place == place }) { return same }
    return alike.min {
      ArticleSheet.distance($0.block.place, place) < ArticleSheet.distance($1.block.place, place)
    }
  }

  private static func distance(_ left: SheetPlace?, _ right: SheetPlace) -> Int {
    left.map { abs($0.position.line - right.position.line) } ?? Int.max
  }
}

/// Gathers the blocks of a sheet.
private struct ArticleSheetBuilder {
  private let maker: DecisionMaker
  private var entries: [ArticleSheet.Entry] = []

  init(_ maker: DecisionMaker) { self.maker = maker }

  mutating func build() -> [ArticleSheet.Entry] {
    addFindings()
    for unsettled in maker.set.unsettled {
      add(unsettled.annotation, at: unsettled.span, isUnsettled: true)
    }
    for annotation in maker.overlay.annotations where annotation.status == .rejected {
      add(annotation, at: maker.overlay.anchoring(annotation.id)?.span, isUnsettled: false)
    }
    entries.sort { left, right in
      switch (left.span, right.span) {
      case (let one?, let other?): one < other
      case (let one, nil): one != nil
      case (nil, _): false
      }
    }
    number()
    return entries
  }

  private mutating func addFindings() {
    let found = maker.set.findings
    for quotation in found.quotations {
      let fields =
        [.type: quotation.type.rawValue, .speaker: quotation.speaker?.name ?? ""]
        as [SheetField: String]
      add(AnnotationKey(.quotation, quotation.span), fields)
    }
    for date in found.dates {
      add(AnnotationKey(.date, date.span), [.type: date.kind.rawValue, .value: date.value])
    }
    for outlet in found.outlets {
      add(
        AnnotationKey(.outlet, outlet.span),
        [.outlet: outlet.outletID ?? outlet.name, .role: outlet.role.rawValue])
    }
    for note in found.notes { add(AnnotationKey(.note, note.span), [.note: note.text]) }
  }

  private mutating func add(_ key: AnnotationKey, _ fields: [SheetField: String]) {
    let stored = maker.set.decided[key]
    var fields = fields
    fields[.status] = (stored?.status ?? .suggested).rawValue
    fields[.text] = SheetWriter.folded(maker.text.string(in: key.span))
    if let note = stored?.note { fields[.note] = SheetWriter.normalised(note) }
    let block = SheetBlock(
      kind: key.kind, place: place(key.kind, key.span), id: stored?.id, fields: fields)
    let subject: DecisionSubject = stored.map { .annotation($0.id) } ?? .suggestion(key)
    entries.append(ArticleSheet.Entry(block: block, subject: subject, span: key.span))
  }

  private mutating func add(_ annotation: StoredAnnotation, at span: ByteSpan?, isUnsettled: Bool) {
    var fields: [SheetField: String] = [
      .status: annotation.status.rawValue, .text: SheetWriter.folded(annotation.target.exact),
      .note: SheetWriter.normalised(annotation.note ?? ""),
    ]
    switch annotation.body {
    case .quotation(let body):
      fields[.type] = body.type.rawValue
      fields[.speaker] = body.speaker?.name ?? ""
    case .date(let body):
      fields[.type] = body.type.rawValue
      fields[.value] = body.value
    case .outlet(let body):
      fields[.outlet] = body.outletID ?? body.name
      fields[.role] = body.role.rawValue
    case .note: break
    }
    var block = SheetBlock(
      kind: annotation.kind, place: span.flatMap { place(annotation.kind, $0) },
      id: annotation.id, fields: fields)
    if isUnsettled { block.comment = remark(on: span) }
    entries.append(
      ArticleSheet.Entry(
        block: block, subject: .annotation(annotation.id), span: span, isUnsettled: isUnsettled))
  }

  private func remark(on span: ByteSpan?) -> String {
    guard let span else { return "The words of this one are gone from the text." }
    let now = SheetWriter.folded(maker.text.string(in: span))
    return "To be looked at: here the text now says “\(now)”. Write that, or other words of the "
      + "text, behind “text:” to settle the place."
  }

  private func place(_ kind: AnnotationKind, _ span: ByteSpan) -> SheetPlace {
    SheetPlace(kind: kind, position: maker.text.position(ofByte: span.start, in: .utf32))
  }

  /// Tells those of a kind apart that begin at the same place.
  private mutating func number() {
    var seen: [SheetPlace: Int] = [:]
    for index in entries.indices {
      guard let place = entries[index].block.place else { continue }
      seen[place, default: 0] += 1
      entries[index].block.place?.number = seen[place] ?? 1
    }
  }
}
