internal import HearsayAnalysis
public import HearsayModel
public import HearsayStore
public import HearsayText

/// What a decision is about.
public enum DecisionSubject: Hashable, Sendable {
  /// Something that is stored.
  case annotation(AnnotationID)
  /// Something that the analysis suggests.
  case suggestion(AnnotationKey)
}

/// Turns what a person decides on a document into what is to be stored.
///
/// The one way for editors, commands and sheets: all of them make a ``HearsayStore/Commit`` here.
public struct DecisionMaker: Sendable {
  /// The text the person sees.
  public let text: Text
  /// What was decided before.
  public let overlay: DocumentOverlay
  /// What holds: decisions over suggestions.
  public let set: AnnotationSet
  /// Who decides, and when.
  public let stamp: DecisionStamp
  private let identity: DocumentIdentity
  /// The hash of ``text``.
  var textHash: String { identity.textHash }

  /// Decisions on a text; `identity` is that of the text.
  public init(
    text: Text, identity: DocumentIdentity, overlay: DocumentOverlay, set: AnnotationSet,
    stamp: DecisionStamp
  ) {
    self.text = text
    self.identity = identity
    self.overlay = overlay
    self.set = set
    self.stamp = stamp
  }

  // MARK: - Decisions on annotations

  /// One decision on one annotation.
  ///
  /// - Throws: ``DecisionError``.
  public func decide(
    _ decision: Decision, on subject: DecisionSubject
  ) throws(DecisionError) -> Commit {
    commit(decision.verb, try changes(decision, on: subject))
  }

  /// The same decision on every suggestion of some kinds that nobody has decided on.
  ///
  /// - Throws: ``DecisionError/stale`` where there is none.
  public func decideAll(
    _ decision: Decision, kinds: Set<AnnotationKind>
  ) throws(DecisionError) -> Commit {
    let found = set.findings
    var keys: [AnnotationKey] = []
    if kinds.contains(.quotation) { keys += found.quotations.map { .init(.quotation, $0.span) } }
    if kinds.contains(.date) { keys += found.dates.map { .init(.date, $0.span) } }
    if kinds.contains(.outlet) { keys += found.outlets.map { .init(.outlet, $0.span) } }
    var all: [FieldChange] = []
    for key in keys where set.decided[key] == nil {
      all += try changes(decision, on: .suggestion(key))
    }
    guard !all.isEmpty else { throw .stale }
    return commit(decision.verb, all)
  }

  /// What a decision on an annotation changes.
  func changes(
    _ decision: Decision, on subject: DecisionSubject
  ) throws(DecisionError) -> [FieldChange] {
    switch subject {
    case .annotation(let id):
      guard let before = overlay.annotation(id) else { throw .stale }
      return changes(from: before, to: try decided(decision, on: before))
    case .suggestion(let key):
      if let stored = set.decided[key] {
        return changes(from: stored, to: try decided(decision, on: stored))
      }
      guard let fresh = annotation(of: key) else { throw .stale }
      if case .delete = decision { throw .notStored }
      return changes(from: nil, to: try decided(decision, on: fresh))
    }
  }

  /// What lies between an annotation before and after; nil where there is none.
  func changes(
    from before: StoredAnnotation?, to after: StoredAnnotation?
  ) -> [FieldChange] {
    guard let id = (after ?? before)?.id else { return [] }
    if let before, var same = after, before.decision.author == same.decision.author {
      // Said once more by the same person, it is no step that could be taken back.
      same.decision = before.decision
      if same == before { return [] }
    }
    return FieldChange.changes(
      of: .annotation(id), from: before?.fields ?? [:], to: after?.fields ?? [:])
  }

  /// An annotation after a decision; nil where it is taken away.
  private func decided(
    _ decision: Decision, on before: StoredAnnotation
  ) throws(DecisionError) -> StoredAnnotation? {
    var after = before
    after.decision = stamp
    let isAuthored = before.status == .authored
    switch decision {
    case .accept:
      if before.status == .rejected || before.status == .suggested { after.status = .accepted }
      return after
    case .reject:
      guard !isAuthored else { throw .authored }
      after.status = .rejected
      return after
    case .delete: return nil
    case .setNote(let note):
      after.note = note.flatMap { $0.isEmpty ? nil : $0 }
      if after.kind == .note, after.note == nil { return nil }
      if after.status == .suggested { after.status = .accepted }
      return after
    case .place(let span):
      try rebase(&after, onto: span)
      return after
    case .setBoundaries(let span): try rebase(&after, onto: span)
    case .setSpeaker, .setType, .setValue, .setOutlet, .nameOutlet:
      try correct(&after.body, decision)
    }
    if !isAuthored { after.status = .edited }
    return after
  }

  private func correct(
    _ body: inout AnnotationBody, _ decision: Decision
  ) throws(DecisionError) {
    switch (body, decision) {
    case (.quotation(var quotation), .setSpeaker(let speaker)):
      if let speaker { try DecisionMaker.check(name: speaker.name) }
      // Where nobody is credited there are no words that do it.
      if speaker == nil { (quotation.source, quotation.cue) = (nil, nil) }
      if let source = quotation.source, let old = quotation.speaker, let new = speaker,
        source.names(old), !source.names(new)
      {
        quotation.source = nil
      }
      quotation.speaker = speaker
      body = .quotation(quotation)
    case (.quotation(var quotation), .setType(let type)):
      quotation.type = type
      body = .quotation(quotation)
    case (.date(var date), .setValue(let type, let value)):
      guard TimeExpression.isValue(value) else { throw .badValue(value) }
      (date.type, date.value, date.anchor) = (type, value, nil)
      body = .date(date)
    case (.outlet, .setOutlet(let outlet)): body = .outlet(outlet)
    case (.outlet(var outlet), .nameOutlet(let id, let name)):
      (outlet.outletID, outlet.name) = (id, name)
      body = .outlet(outlet)
    default: throw .wrongKind
    }
  }

  /// Gives an annotation another place in the text as it is now, and all that belongs to it.
  private func rebase(
    _ annotation: inout StoredAnnotation, onto span: ByteSpan
  ) throws(DecisionError) {
    guard !span.isEmpty, span.start >= 0, span.end <= text.byteCount else { throw .noWords }
    let place = overlay.place(annotation.id)
    func again(_ stretch: QuotedStretch?, _ now: ByteSpan?) -> QuotedStretch? {
      if annotation.target.textHash == identity.textHash, place == nil { return stretch }
      return now.map { QuotedStretch($0, in: text) }
    }
    annotation.origin = again(annotation.origin, place?.origin)
    if case .quotation(var body) = annotation.body {
      body.source = again(body.source, place?.source)
      body.cue = again(body.cue, place?.cue)
      annotation.body = .quotation(body)
    }
    annotation.target = AnnotationTarget(span, in: text, textHash: identity.textHash)
  }

  // MARK: - Other decisions

  /// Adds an annotation.
  ///
  /// - Throws: ``DecisionError/noWords``, ``DecisionError/taken``, ``DecisionError/badValue(_:)``.
  public func add(_ draft: AnnotationDraft) throws(DecisionError) -> Commit {
    guard !draft.span.isEmpty, draft.span.end <= text.byteCount else { throw .noWords }
    return commit(.add, try additions(draft))
  }

  /// What stores something new.
  func additions(_ draft: AnnotationDraft) throws(DecisionError) -> [FieldChange] {
    let key = AnnotationKey(draft.body.kind, draft.span)
    guard set.decided[key] == nil, annotation(of: key) == nil else { throw .taken }
    if case .quotation(let body) = draft.body, let name = body.speaker?.name {
      try DecisionMaker.check(name: name)
    }
    if case .date(let body) = draft.body, !TimeExpression.isValue(body.value) {
      throw .badValue(body.value)
    }
    let fresh = StoredAnnotation(
      id: .now(), target: AnnotationTarget(draft.span, in: text, textHash: identity.textHash),
      origin: nil, body: draft.body, status: .authored, note: draft.note, creation: stamp)
    return changes(from: nil, to: fresh)
  }

  /// Sets or takes back the article's date, `YYYY-MM-DD`.
  ///
  /// - Throws: ``DecisionError/badValue(_:)``.
  public func setArticleDate(_ date: String?) throws(DecisionError) -> Commit {
    if let date, !AnalysisOptions.isDate(date) { throw .badValue(date) }
    let before = overlay.articleDate.map { FieldValue.text($0) }
    return commit(
      .setArticleDate,
      [FieldChange(.document, .articleDate, from: before, to: date.map { .text($0) })])
  }

  /// Sets or takes back which number of a date is the day.
  ///
  /// - Throws: ``DecisionError/badValue(_:)``.
  public func setDayMonthOrder(_ order: String?) throws(DecisionError) -> Commit {
    if let order, DayMonthOrder(rawValue: order) == nil { throw .badValue(order) }
    let before = overlay.dayMonthOrder.map { FieldValue.text($0) }
    return commit(
      .setDayMonthOrder,
      [FieldChange(.document, .dayMonthOrder, from: before, to: order.map { .text($0) })])
  }

  /// Refuses what is no name of a person or an organisation: of several lines, longer than 200 bytes.
  private static func check(name: String) throws(DecisionError) {
    guard name.utf8.count <= 200, !name.contains(where: \.isNewline) else { throw .badValue(name) }
  }

  /// Shows a speaker under another name in every text of the project.
  ///
  /// - Throws: ``DecisionError/badValue(_:)`` for what is no name: empty, of several lines, longer
  ///   than 200 bytes.
  public func rename(_ speaker: Speaker, to name: String) throws(DecisionError) -> Commit {
    let words = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !Speaker(name: words, kind: .person).id.isEmpty else { throw .badValue(name) }
    try DecisionMaker.check(name: name)
    var commit = commit(.rename, overlay.names.changes(renaming: speaker.name, to: words))
    (commit.document, commit.text) = (nil, nil)
    return commit
  }

  /// Ignores something.
  public func ignore(_ scope: Ignore.Scope, code: String?) -> Commit {
    let ignore = Ignore(id: .now(), scope: scope, code: code, decision: stamp)
    var commit = commit(
      .ignore, FieldChange.changes(of: .ignore(ignore.id), from: [:], to: ignore.fields))
    if case .project = scope { (commit.document, commit.text) = (nil, nil) }
    return commit
  }

  /// Ignores the finding at a place of the text.
  public func ignoreFinding(at span: ByteSpan, code: String?) -> Commit {
    ignore(.finding(AnnotationTarget(span, in: text, textHash: identity.textHash)), code: code)
  }

  /// A step with changes.
  func commit(_ verb: DecisionVerb, _ changes: [FieldChange]) -> Commit {
    var commit = Commit(
      document: identity, text: text, verb: verb, stamp: stamp, id: .now(), changes: changes)
    commit.isOtherDocument = overlay.isOtherDocument
    return commit
  }
}

extension QuotedStretch {
  /// Whether the words hold a word of a speaker's name.
  fileprivate func names(_ speaker: Speaker) -> Bool {
    func words(_ text: String) -> Set<String> {
      Set(text.split { !$0.isLetter }.filter { $0.count > 1 }.map { $0.lowercased() })
    }
    return !words(exact).isDisjoint(with: words(speaker.name))
  }
}
