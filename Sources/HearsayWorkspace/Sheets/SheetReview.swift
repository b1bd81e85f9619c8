public import HearsayInterchange
public import HearsayModel
public import HearsayText

/// One step of carrying out a sheet.
public struct SheetStep: Sendable {
  /// What is to be done.
  public enum Action: Hashable, Sendable {
    /// A decision on an annotation.
    case decide(Decision, DecisionSubject)
    /// Something new.
    case add(AnnotationDraft)
  }

  /// Index of the block in the sheet.
  public var block: Int
  /// The fields it carries out.
  public var fields: [SheetField]
  /// What is to be done.
  public var action: Action
}

/// Finds what a person changed in a sheet, and what of it makes no sense.
public struct SheetReview: Sendable {
  /// What is wrong, in the order of the sheet.
  public private(set) var problems: [SheetProblem] = []
  /// What is to be done, in an order that works.
  public private(set) var steps: [SheetStep] = []
  /// The sheet as it was read.
  public let reader: SheetReader
  /// The annotations as they are.
  public let article: ArticleSheet
  /// What was compared; nil where nothing is known of what the sheet was written from.
  public let merger: SheetMerger?

  private let maker: DecisionMaker
  private let finder: WordFinder
  private let outlet: @Sendable (String) -> (id: String, name: String)?

  /// Reviews a sheet.
  ///
  /// - Parameters:
  ///   - text: The sheet.
  ///   - base: What it was written as; nil where that is not known.
  ///   - maker: The document and what holds for it.
  ///   - outlet: The outlet with a name or id, or nil.
  public init(
    _ text: Text, base: AnnotationSheet?, maker: DecisionMaker,
    outlet: @escaping @Sendable (String) -> (id: String, name: String)?
  ) {
    let reader = SheetReader(text)
    self.reader = reader
    let article = ArticleSheet(maker)
    self.article = article
    self.maker = maker
    self.outlet = outlet
    finder = WordFinder(maker.text)
    merger = base.map { base in
      SheetMerger(base: base, mine: reader.sheet) { article.entry(for: $0)?.block }
    }
    problems = reader.problems
    review(base)
    problems.sort { ($0.span, $0.code.rawValue) < ($1.span, $1.code.rawValue) }
  }

  private mutating func report(_ code: SheetProblem.Code, _ span: ByteSpan, _ message: String) {
    problems.append(SheetProblem(code, span, message))
  }

  private mutating func review(_ base: AnnotationSheet?) {
    guard let merger, let base else {
      report(
        .noBase, reader.articleSpan ?? ByteSpan(0, 0),
        "What this sheet was written from is gone, so nothing in it is stored; open it anew.")
      return
    }
    for index in merger.lost {
      report(
        .unknownAnnotation, header(index),
        "This annotation is not there any more; nothing is stored.")
    }
    for index in merger.strange {
      report(
        .unknownAnnotation, header(index),
        "The sheet was not written with this block; leave out place and id to add an annotation.")
    }
    for conflict in merger.conflicts { report(conflict) }
    let origins = Dictionary(base.blocks.map { ($0.key, $0) }) { first, _ in first }
    let edits = Dictionary(grouping: merger.edits, by: \.block)
    for index in edits.keys.sorted() {
      guard let origin = origins[block(index).key], let entry = article.entry(for: origin) else {
        continue
      }
      carryOut(edits[index] ?? [], index, entry)
    }
    for index in merger.additions { add(index) }
  }

  private mutating func report(_ conflict: SheetConflict) {
    func shown(_ value: String) -> String { value.isEmpty ? "nothing" : "“\(value)”" }
    report(
      .conflict, value(conflict.block, conflict.field),
      "Here \(conflict.field.rawValue) is \(shown(conflict.mine)), meanwhile \(shown(conflict.theirs)) "
        + "was stored; nothing is overwritten. Write \(shown(conflict.theirs)) here to agree, or “\(conflict.field.rawValue)!:” to put yours over it."
    )
  }

  private func block(_ index: Int) -> SheetBlock { reader.sheet.blocks[index] }
  private func header(_ index: Int) -> ByteSpan { block(index).layout.header }

  /// Where a field's value stands; its name where it is empty, the header where it is not there.
  private func value(_ index: Int, _ field: SheetField) -> ByteSpan {
    let layout = block(index).layout
    if let span = layout.values[field], !span.isEmpty { return span }
    return layout.names[field] ?? layout.header
  }

  /// Where a step is shown: at the name of its first field, or the header where that is not there.
  public func place(of step: SheetStep) -> ByteSpan {
    let layout = block(step.block).layout
    return step.fields.first.flatMap { layout.names[$0] } ?? layout.header
  }

  // MARK: - Changes

  private mutating func carryOut(
    _ edits: [SheetEdit], _ index: Int, _ entry: ArticleSheet.Entry
  ) {
    let changed = Set(edits.map(\.field))
    if changed.contains(.status), ["deleted", "suggested"].contains(block(index)[.status]) {
      status(index, entry)
      return
    }
    // Other words first: everything else is said about them.
    if changed.contains(.text) { move(index, entry) }
    if changed.contains(.speaker) {
      let name = SheetWriter.folded(block(index)[.speaker])
      decide(.setSpeaker(name.isEmpty ? nil : maker.speaker(named: name)), [.speaker], index, entry)
    }
    if entry.block.kind == .quotation, changed.contains(.type),
      let type: QuotationType = choice(.type, index)
    {
      decide(.setType(type), [.type], index, entry)
    }
    if entry.block.kind == .date, !changed.isDisjoint(with: [.type, .value]),
      let body = date(index, entry.block)
    {
      decide(
        .setValue(body.type, body.value), Array(changed.intersection([.type, .value])), index, entry
      )
    }
    if !changed.isDisjoint(with: [.outlet, .role]), let body = outlet(index, entry.block) {
      decide(.setOutlet(body), Array(changed.intersection([.outlet, .role])), index, entry)
    }
    if changed.contains(.note) {
      let note = SheetWriter.normalised(block(index)[.note])
      decide(.setNote(note.isEmpty ? nil : note), [.note], index, entry)
    }
    if changed.contains(.status) { status(index, entry) }
  }

  private mutating func decide(
    _ decision: Decision, _ fields: [SheetField], _ index: Int, _ entry: ArticleSheet.Entry
  ) {
    steps.append(
      SheetStep(block: index, fields: fields, action: .decide(decision, entry.subject)))
  }

  private mutating func status(_ index: Int, _ entry: ArticleSheet.Entry) {
    let before = ReviewStatus(rawValue: entry.block[.status]) ?? .suggested
    let span = value(index, .status)
    switch (block(index)[.status], before) {
    case ("accepted", .suggested), ("accepted", .rejected):
      decide(.accept, [.status], index, entry)
    case ("rejected", .suggested), ("rejected", .accepted), ("rejected", .edited):
      decide(.reject, [.status], index, entry)
    case ("suggested", .accepted), ("suggested", .rejected), ("suggested", .edited):
      decide(.delete, [.status], index, entry)
    case ("deleted", .accepted), ("deleted", .rejected), ("deleted", .edited),
      ("deleted", .authored):
      decide(.delete, [.status], index, entry)
    case ("accepted", _), ("rejected", _), ("suggested", _), ("deleted", _), ("edited", _),
      ("authored", _):
      report(
        .badStatus, span,
        "What is \(before.rawValue) can become \(SheetReview.statuses(after: before).dropFirst().joined(separator: " or "))."
      )
    default:
      let names = SheetReview.statuses(after: before).joined(separator: ", ")
      report(.badValue, span, "status is one of \(names).")
    }
  }

  /// What a status may be or become; the first is the status itself.
  public static func statuses(after status: ReviewStatus) -> [String] {
    switch status {
    case .suggested: ["suggested", "accepted", "rejected"]
    case .accepted: ["accepted", "rejected", "suggested", "deleted"]
    case .rejected: ["rejected", "accepted", "suggested", "deleted"]
    case .edited: ["edited", "rejected", "suggested", "deleted"]
    case .authored: ["authored", "deleted"]
    }
  }

  private mutating func move(_ index: Int, _ entry: ArticleSheet.Entry) {
    guard let span = place(index, near: entry.span), span != entry.span || entry.isUnsettled else {
      return
    }
    decide(entry.isUnsettled ? .place(span) : .setBoundaries(span), [.text], index, entry)
  }

  /// Where a block's words stand: around where they were, else in the one place they have.
  private mutating func place(_ index: Int, near old: ByteSpan?) -> ByteSpan? {
    let words = block(index)[.text]
    let found = finder.spans(of: words)
    let near = old.map { old in found.filter { $0.overlaps(old) } } ?? []
    if near.count == 1 { return near[0] }
    if found.count == 1 { return found[0] }
    let span = value(index, .text)
    if found.isEmpty {
      report(.textNotFound, span, "These words do not stand in the text.")
    } else {
      report(
        .textAmbiguous, span,
        "These words stand \(found.count) times in the text; give more of them, or annotate there.")
    }
    return nil
  }

  /// The value of a field that knows a few words only.
  private mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ field: SheetField, _ index: Int
  ) -> Choice? where Choice.RawValue == String {
    if let choice = Choice(rawValue: block(index)[field]) { return choice }
    let names = Choice.allCases.map(\.rawValue).joined(separator: ", ")
    report(.badValue, value(index, field), "\(field.rawValue) is one of \(names).")
    return nil
  }

  private mutating func date(_ index: Int, _ now: SheetBlock?) -> DateBody? {
    let words = block(index)[.value].isEmpty ? now?[.value] ?? "" : block(index)[.value]
    guard TimeExpression.isValue(words) else {
      report(.badValue, value(index, .value), "value is a TIMEX3 value such as 2024-03-05 or P2Y.")
      return nil
    }
    let given = block(index)[.type].isEmpty ? now?[.type] ?? "" : block(index)[.type]
    if given.isEmpty {
      return DateBody(value: words)
    }
    guard let type = TimeExpression.Kind(rawValue: given) else {
      let _: TimeExpression.Kind? = choice(.type, index)
      return nil
    }
    return DateBody(type: type, value: words)
  }

  private mutating func outlet(_ index: Int, _ now: SheetBlock?) -> OutletBody? {
    let name = SheetWriter.folded(block(index)[.outlet])
    guard !name.isEmpty else {
      report(.missingField, value(index, .outlet), "outlet is a name or id of the registry.")
      return nil
    }
    var role = OutletRole.mention
    if !block(index)[.role].isEmpty {
      guard let given: OutletRole = choice(.role, index) else { return nil }
      role = given
    } else if let before = now.flatMap({ OutletRole(rawValue: $0[.role]) }) {
      role = before
    }
    let known = outlet(name)
    return OutletBody(outletID: known?.id, name: known?.name ?? name, role: role)
  }

  // MARK: - Additions

  private mutating func add(_ index: Int) {
    guard !block(index)[.text].isEmpty else {
      report(.missingField, header(index), "“text:” gives the words of the text to annotate.")
      return
    }
    guard let body = body(index), let span = place(index, near: nil) else { return }
    // Saved before: it is there, and the sheet only does not know its id yet.
    let same = article.entries.first {
      $0.block.kind == body.kind && $0.span == span && $0.block.id != nil
    }
    if let same {
      let given = block(index).fields.filter {
        $0.key != .text && $0.key != .status && !$0.value.isEmpty
      }
      guard given.contains(where: { same.block[$0.key] != SheetWriter.normalised($0.value) }) else {
        return
      }
      report(
        .refused, header(index),
        "These words are annotated already, otherwise; open the sheet anew and change that block.")
      return
    }
    let note = SheetWriter.normalised(block(index)[.note])
    let draft = AnnotationDraft(span: span, body: body, note: note.isEmpty ? nil : note)
    steps.append(
      SheetStep(block: index, fields: SheetField.fields(of: body.kind), action: .add(draft)))
  }

  private mutating func body(_ index: Int) -> AnnotationBody? {
    switch block(index).kind {
    case .quotation:
      var type = QuotationType(ofWords: block(index)[.text])
      if !block(index)[.type].isEmpty {
        guard let given: QuotationType = choice(.type, index) else { return nil }
        type = given
      }
      let name = SheetWriter.folded(block(index)[.speaker])
      let speaker = name.isEmpty ? nil : maker.speaker(named: name)
      return .quotation(QuotationBody(type: type, speaker: speaker))
    case .date: return date(index, nil).map { .date($0) }
    case .outlet: return outlet(index, nil).map { .outlet($0) }
    case .note:
      guard !block(index)[.note].isEmpty else {
        report(.missingField, header(index), "“note:” gives the remark.")
        return nil
      }
      return .note
    }
  }
}
