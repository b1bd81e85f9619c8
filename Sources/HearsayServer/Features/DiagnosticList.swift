internal import HearsayAnalysis
internal import HearsayModel
internal import HearsayProtocol
internal import HearsayText
internal import HearsayWorkspace

/// The diagnostics of one version of a document.
///
/// Most important first: what is wrong, then quotations, dates and outlets, each in reading order.
/// A problem at the very place of a quotation or date stands for it, so that no place is marked
/// twice with the same thing.
struct DiagnosticList {
  /// The diagnostics, at most as many as asked for.
  private(set) var items: [Diagnostic] = []
  /// How many there are altogether.
  private(set) var total = 0
  /// Index behind the last item of each part: what is wrong, quotations, notes, dates, outlets, what
  /// is worth a look.
  private(set) var partEnds: [Int] = []

  private let snapshot: DocumentSnapshot
  private let limit: Int
  private let documentation: CodeDocumentation?
  private var addresses: [String: String] = [:]
  private let scale: SeverityScale
  private let wording: AnnotationMessage
  private var cursor: PositionCursor

  private init(_ snapshot: DocumentSnapshot, _ documentation: CodeDocumentation?, limit: Int) {
    self.snapshot = snapshot
    self.limit = limit
    self.documentation = snapshot.client.showsCodeDescription ? documentation : nil
    scale = SeverityScale(snapshot.settings)
    wording = AnnotationMessage(text: snapshot.text)
    cursor = PositionCursor(snapshot.text, unit: snapshot.unit)
  }

  /// Makes the diagnostics of a snapshot, at most `limit`.
  ///
  /// `documentation` is where the pages about the codes are, or nil.
  init(
    _ snapshot: DocumentSnapshot, limit: Int = .max, documentation: CodeDocumentation? = nil
  ) {
    self.init(snapshot, documentation, limit: limit)
    if let own = DiagnosticList.ownItems(of: snapshot) {
      items = own.map { described($0) }
      total = own.count
      return
    }
    let (set, omitted) = snapshot.annotations(atLeast: limit)
    addUnsettled(set.unsettled)
    addConflicts()
    addDisagreements()
    fill(from: set)
    total += omitted
  }

  /// Makes the diagnostics of some of a snapshot's findings on which nobody has decided.
  init(of findings: Findings, in snapshot: DocumentSnapshot, documentation: CodeDocumentation?) {
    self.init(snapshot, documentation, limit: .max)
    fill(from: AnnotationSet(findings: findings))
  }

  /// The mistakes of a document that is no article; nil for articles.
  private static func ownItems(of snapshot: DocumentSnapshot) -> [Diagnostic]? {
    switch snapshot.purpose {
    case .article: nil
    case .overlay: OverlayDiagnostics.items(of: snapshot)
    case .sheet: SheetDiagnostics.items(of: snapshot)
    case .settings: SettingsDiagnostics.items(of: snapshot)
    case .entry: []
    }
  }

  private mutating func fill(from set: AnnotationSet) {
    let findings = set.findings
    let all = findings.quotations.count + findings.dates.count + findings.outlets.count
    items.reserveCapacity(min(limit, all + findings.problems.count))
    var marked: Set<ByteSpan> = []
    var quiet: [(Problem, DiagnosticSeverity)] = []
    for problem in findings.problems {
      guard let severity = scale.severity(of: problem) else { continue }
      if severity.rawValue <= DiagnosticSeverity.warning.rawValue {
        marked.insert(problem.span)
        add(problem.span, severity, problem.code.rawValue) { list in
          (Wording.sentence(for: problem), list.related(to: problem))
        }
      } else {
        quiet.append((problem, severity))
      }
    }
    partEnds.append(items.count)
    add(findings.quotations, besides: marked, set)
    partEnds.append(items.count)
    for note in findings.notes {
      guard let severity = scale.severityOfNotes else { continue }
      add(note.span, severity, "note") { _ in (Wording.excerpt(note.text, limit: 200), []) }
    }
    partEnds.append(items.count)
    for date in findings.dates where !marked.contains(date.span) {
      guard let severity = scale.severity(of: date) else { continue }
      add(date.span, severity, "date") {
        ($0.reviewed($0.wording.message(for: date), .date, date.span, set), [])
      }
    }
    partEnds.append(items.count)
    for outlet in findings.outlets {
      guard let severity = scale.severity(of: outlet) else { continue }
      add(outlet.span, severity, "outlet") {
        ($0.reviewed($0.wording.message(for: outlet), .outlet, outlet.span, set), [])
      }
    }
    partEnds.append(items.count)
    for (problem, severity) in quiet {
      add(problem.span, severity, problem.code.rawValue) { _ in
        (Wording.sentence(for: problem), [])
      }
    }
    partEnds.append(items.count)
  }

  private mutating func add(
    _ quotations: [Quotation], besides marked: Set<ByteSpan>, _ set: AnnotationSet
  ) {
    for quotation in quotations where marked.isEmpty || !marked.contains(quotation.span) {
      guard let severity = scale.severity(of: quotation) else { continue }
      add(quotation.span, severity, "quotation") { list in
        let message = list.wording.message(for: quotation)
        return (
          list.reviewed(message, .quotation, quotation.span, set), list.related(to: quotation)
        )
      }
    }
  }

  /// A message with what was decided behind it.
  private func reviewed(
    _ message: String, _ kind: AnnotationKind, _ span: ByteSpan, _ set: AnnotationSet
  ) -> String {
    guard !set.decided.isEmpty, let decided = set.decided[AnnotationKey(kind, span)] else {
      return message
    }
    return message + Wording.review(decided)
  }

  /// Where people disagree.
  private mutating func addConflicts() {
    for stored in snapshot.overlay.conflicts {
      guard let severity = scale.severity("conflict", usually: .warning),
        let span = snapshot.span(of: stored)
      else { continue }
      add(span, severity, "conflict") { _ in (stored.sentence, []) }
    }
  }

  /// Where annotators differ.
  private mutating func addDisagreements() {
    for open in snapshot.overlay.openDisagreements {
      guard let severity = scale.severity(OpenDisagreement.code, usually: .warning) else {
        continue
      }
      add(open.span, severity, OpenDisagreement.code) { list in
        (open.sentence(in: list.snapshot.text), [])
      }
    }
  }

  /// What a person has to look at comes first.
  private mutating func addUnsettled(_ unsettled: [UnsettledAnnotation]) {
    for found in unsettled {
      let words = Wording.excerpt(found.annotation.target.exact)
      if let span = found.span {
        guard let severity = scale.severity("needs-review", usually: .warning) else { continue }
        let now = Wording.excerpt(of: span, in: snapshot.text)
        add(span, severity, "needs-review") { _ in
          let change = now == words ? "“\(words)” has moved" : "“\(words)” is now “\(now)”"
          return ("\(change); does the annotation still hold?", [])
        }
      } else {
        guard let severity = scale.severity("orphaned", usually: .information) else { continue }
        add(ByteSpan(0, 0), severity, "orphaned") { _ in
          ("The words “\(words)” of an annotation are gone.", [])
        }
      }
    }
  }

  /// Counts a diagnostic and makes it where the limit is not reached.
  private mutating func add(
    _ span: ByteSpan, _ severity: DiagnosticSeverity, _ code: String,
    _ content: (inout DiagnosticList) -> (String, [DiagnosticRelatedInformation])
  ) {
    total += 1
    guard items.count < limit else { return }
    let range = cursor.range(of: span)
    let (message, related) = content(&self)
    items.append(
      Diagnostic(
        range: range, severity: severity, code: code,
        codeDescription: address(of: code), message: message,
        relatedInformation: related))
  }

  /// The address of the page about a code, or nil where the client shows none.
  private mutating func address(of code: String) -> String? {
    guard let documentation else { return nil }
    if let known = addresses[code] { return known }
    addresses[code] = documentation.address(of: code)
    return addresses[code]
  }

  private mutating func described(_ item: Diagnostic) -> Diagnostic {
    Diagnostic(
      range: item.range, severity: item.severity, code: item.code,
      codeDescription: address(of: item.code), message: item.message,
      relatedInformation: item.relatedInformation)
  }

  /// The words that credit, and where an interrupted utterance begins.
  private mutating func related(to quotation: Quotation) -> [DiagnosticRelatedInformation] {
    guard snapshot.client.showsRelatedInformation else { return [] }
    var related: [DiagnosticRelatedInformation] = []
    func add(_ span: ByteSpan, _ message: String) {
      let location = Location(uri: snapshot.uri, range: cursor.range(of: span))
      related.append(DiagnosticRelatedInformation(location: location, message: message))
    }
    if quotation.utterance != quotation.span.start {
      add(ByteSpan(quotation.utterance, quotation.utterance), "the utterance begins here")
    }
    if let source = quotation.source { add(source, "the source") }
    if let cue = quotation.cue { add(cue, "the words that credit") }
    if let parent = quotation.parent { add(parent, "what it is a part of") }
    return related
  }

  /// Where those are introduced who could be meant.
  private mutating func related(to problem: Problem) -> [DiagnosticRelatedInformation] {
    guard problem.code == .ambiguousSpeaker, snapshot.client.showsRelatedInformation else {
      return []
    }
    var related: [DiagnosticRelatedInformation] = []
    for name in problem.choices.prefix(5) {
      let speaker = Speaker(name: name, kind: .person)
      guard let span = snapshot.analysis.introduction(of: speaker) else { continue }
      let location = Location(uri: snapshot.uri, range: cursor.range(of: span))
      related.append(DiagnosticRelatedInformation(location: location, message: name))
    }
    return related
  }
}
