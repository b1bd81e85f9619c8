internal import HearsayAnalysis
internal import HearsayModel
internal import HearsayProtocol
internal import HearsayStore
internal import HearsayText
internal import HearsayWorkspace

/// Turns a client's command on a document into what is to be stored.
struct CommandReader {
  /// The command.
  let command: ServerCommand
  /// Its arguments, the document's URI first.
  let arguments: [LSPAny]
  /// The document as the client sees it.
  let snapshot: DocumentSnapshot
  /// Makes what is to be stored.
  let maker: DecisionMaker

  /// What is to be stored; nil for commands that store nothing of their own.
  ///
  /// - Throws: ``HearsayWorkspace/DecisionError``.
  func commit() throws(DecisionError) -> Commit? {
    switch command {
    case .accept: try decide(.accept)
    case .reject: try decide(.reject)
    case .acceptAll: try maker.decideAll(.accept, kinds: kinds())
    case .rejectAll: try maker.decideAll(.reject, kinds: kinds())
    case .setSpeaker: try decide(.setSpeaker(speaker(2)), kind: .quotation)
    case .renameSpeaker: try rename()
    case .setType: try decide(.setType(type()), kind: .quotation)
    case .setValue: try decide(.setValue(DateBody(value: word(2)).type, word(2)), kind: .date)
    case .setOutlet: try nameOutlet()
    case .setKind: try changeKind()
    case .setBoundaries: try decide(.setBoundaries(span(2)))
    case .setNote: try decide(.setNote(word(2)))
    case .delete: try decide(.delete)
    case .place: try decide(.place(span(2)))
    case .addQuotation: try add(quotation(over: span(1), 2))
    case .addDate: try add(date(word(2)))
    case .addOutlet: try add(.outlet(outlet(filled(2))))
    case .addNote: try addNote()
    case .ignore: try ignoreFinding()
    case .ignoreWords: try ignoreWords()
    case .ignoreSpeaker:
      try maker.ignore(.speaker(Speaker(name: filled(1), kind: .person).id), code: nil)
    case .ignoreRule: try ignoreRule()
    case .adjudicate: try adjudicate()
    case .setDate: try maker.setArticleDate(optional(1))
    case .setDayMonthOrder: try maker.setDayMonthOrder(optional(1))
    case .unignore, .resolve, .undo, .redo, .openSheet: nil
    }
  }

  private func nameOutlet() throws(DecisionError) -> Commit {
    let named = outlet(try filled(2))
    return try decide(.nameOutlet(id: named.outletID, name: named.name), kind: .outlet)
  }

  private func rename() throws(DecisionError) -> Commit {
    let byte = try SubjectReference.span(argument(1), in: snapshot).start
    guard let speaker = SpeakerPlaces(snapshot).speaker(at: byte)?.speaker else { throw .stale }
    let commit = try maker.rename(speaker, to: filled(2))
    guard !commit.changes.isEmpty else { throw .badValue(word(2)) }
    return commit
  }

  private func decide(
    _ decision: Decision, kind: AnnotationKind? = nil
  ) throws(DecisionError) -> Commit {
    let subject = try SubjectReference.subject(argument(1), in: snapshot, kind)
    return try maker.decide(decision, on: subject)
  }

  private func add(_ body: AnnotationBody) throws(DecisionError) -> Commit {
    try maker.add(AnnotationDraft(span: span(1), body: body))
  }

  private func changeKind() throws(DecisionError) -> Commit {
    guard let kind = AnnotationKind(rawValue: word(2)) else { throw .badValue(word(2)) }
    let subject = try SubjectReference.subject(argument(1), in: snapshot)
    guard let span = maker.span(of: subject) else { throw .stale }
    let given = try optional(3)
    let body: AnnotationBody =
      switch kind {
      case .quotation: quotation(over: span, 3)
      case .date: date(given ?? DateBody.unknownDay)
      case .outlet: .outlet(outlet(given ?? snapshot.text.string(in: span)))
      case .note: .note
      }
    return try maker.changeKind(of: subject, to: body, remark: kind == .note ? given : nil)
  }

  /// A quotation of a stretch's words, by whom an argument names.
  private func quotation(over span: ByteSpan, _ index: Int) -> AnnotationBody {
    let type = QuotationType(ofWords: snapshot.text.string(in: span))
    return .quotation(QuotationBody(type: type, speaker: speaker(index)))
  }

  private func date(_ value: String) -> AnnotationBody {
    .date(DateBody(value: value))
  }

  private func addNote() throws(DecisionError) -> Commit {
    try maker.add(AnnotationDraft(span: span(1), body: .note, note: filled(2)))
  }

  private func ignoreFinding() throws(DecisionError) -> Commit {
    try maker.ignoreFinding(at: span(1), code: code(2))
  }

  private func ignoreWords() throws(DecisionError) -> Commit {
    maker.ignore(.words(snapshot.text.string(in: try span(1))), code: try code(2))
  }

  private func ignoreRule() throws(DecisionError) -> Commit {
    guard let code = try code(1) else { throw .badValue("") }
    return maker.ignore(.project, code: code)
  }

  private func adjudicate() throws(DecisionError) -> Commit {
    let span = try span(1)
    let open = maker.overlay.openDisagreements.first {
      $0.span == span && $0.kind.rawValue == word(2)
    }
    guard let open else { throw .stale }
    let choice: AdjudicationChoice? =
      switch word(3) {
      case "both": .both
      case "mine": .mine
      default: Int(word(3)).flatMap { $0 > 0 ? .take($0 - 1) : nil }
      }
    guard let choice else { throw .badValue(word(3)) }
    return try maker.adjudicate(open, choice)
  }

  // MARK: - Arguments

  private func argument(_ index: Int) -> LSPAny? {
    index < arguments.count ? arguments[index] : nil
  }

  /// A word, empty where none is given.
  private func word(_ index: Int) -> String {
    if case .string(let text)? = argument(index) { text } else { "" }
  }

  private func optional(_ index: Int) throws(DecisionError) -> String? {
    guard let argument = argument(index), argument != .null else { return nil }
    guard case .string(let text) = argument else { throw .badValue("\(index)") }
    return text.isEmpty ? nil : text
  }

  private func filled(_ index: Int) throws(DecisionError) -> String {
    let text = word(index)
    guard text.contains(where: { !$0.isWhitespace }) else { throw .badValue(text) }
    return text
  }

  private func span(_ index: Int) throws(DecisionError) -> ByteSpan {
    let span = try SubjectReference.span(argument(index), in: snapshot)
    guard !span.isEmpty else { throw .noWords }
    return span
  }

  private func kinds() throws(DecisionError) -> Set<AnnotationKind> {
    let word = word(1)
    if word.isEmpty { return Set(AnnotationKind.suggested) }
    guard let kind = AnnotationKind(rawValue: word) else { throw .badValue(word) }
    return [kind]
  }

  private func code(_ index: Int) throws(DecisionError) -> String? {
    guard let code = try optional(index) else { return nil }
    guard SettingsReader.severityCodes.contains(code) else { throw .badValue(code) }
    return code
  }

  private func speaker(_ index: Int) -> Speaker? {
    let name = word(index)
    return name.contains { !$0.isWhitespace } ? maker.speaker(named: name) : nil
  }

  private func type() throws(DecisionError) -> QuotationType {
    guard let type = QuotationType(rawValue: word(2)) else { throw .badValue(word(2)) }
    return type
  }

  private func outlet(_ name: String) -> OutletBody {
    guard let entry = snapshot.edition.catalogue.find(name).first else {
      return OutletBody(outletID: nil, name: name, role: .mention)
    }
    return OutletBody(outletID: entry.id, name: entry.name, role: .mention)
  }
}
