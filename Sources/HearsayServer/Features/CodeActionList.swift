internal import HearsayModel
internal import HearsayProtocol
internal import HearsayText
internal import HearsayWorkspace

/// What can be done at a stretch of a document.
///
/// Each kind of decision has its own source; one more joins by standing in ``sources``. Actions come
/// from the snapshot alone, since clients send diagnostics back incomplete or not at all.
struct CodeActionList {
  /// Kinds of action.
  enum Kind: String {
    /// Settles what a diagnostic says.
    case quickfix
    /// Says something else about the words.
    case refactor
    /// Concerns the whole document.
    case source
  }

  /// An action with the span it is about.
  struct Offer: Hashable {
    /// What it is about.
    let span: ByteSpan
    /// What is carried out.
    let command: Command
    /// What kind of action it is.
    var kind = Kind.quickfix
    /// Whether it is the one that is most likely meant.
    var isPreferred = false
  }

  /// What was asked about.
  struct Question {
    /// The document.
    let snapshot: DocumentSnapshot
    /// What holds around the stretch.
    let set: AnnotationSet
    /// The stretch; empty for a cursor.
    let span: ByteSpan
    /// Whether actions on the whole document are asked for.
    let isAboutDocument: Bool
  }

  /// What a source offers for what holds at a stretch.
  typealias Source = @Sendable (Question) -> [Offer]

  /// Who offers actions, in the order in which the actions are shown.
  static let sources: [Source] = [
    ConflictActions.offers, DisagreementActions.offers, ReviewActions.offers,
    PlacementActions.offers, DateActions.offers, CorrectionActions.offers, AdditionActions.offers,
    IgnoreActions.offers, DocumentActions.offers,
  ]

  /// The actions that are offered.
  let offers: [Offer]

  /// The actions at a stretch of a snapshot, only those about the diagnostics given, if any are.
  ///
  /// Some clients apply every action they get to a question about the whole document and a
  /// diagnostic (Kate's Quick Fix); they get the preferred action of each diagnostic alone.
  init(_ snapshot: DocumentSnapshot, _ params: CodeActionParams) {
    let span = snapshot.span(of: params.range)
    let asked = params.context?.only ?? []
    let shown = params.context?.diagnostics ?? []
    let isWhole = !span.isEmpty && span == ByteSpan(0, snapshot.text.byteCount)
    let question = Question(
      snapshot: snapshot, set: snapshot.annotations(in: span), span: span,
      isAboutDocument: CodeActionList.isAsked(.source, asked))
    let filter = ShownFilter(shown.map { snapshot.span(of: $0.range) }, question)
    var seen: Set<Command> = []
    offers = CodeActionList.sources.flatMap { $0(question) }.filter { offer in
      CodeActionList.isAsked(offer.kind, asked)
        && offer.span.start <= span.end && span.start <= offer.span.end
        && (filter.admits(offer.span) || question.isAboutSelection(offer))
        && (!isWhole || shown.isEmpty || offer.isPreferred)
    }.filter { seen.insert($0.command).inserted }
  }

  /// Whether a kind is among those asked for; an empty name asks for every kind, as vim-lsp does.
  ///
  /// What concerns the whole document is shown only to those who ask for it.
  private static func isAsked(_ kind: Kind, _ asked: [String]) -> Bool {
    if asked.isEmpty { return kind != .source }
    return asked.contains { name in
      name.isEmpty ? kind != .source : name == kind.rawValue || kind.rawValue.hasPrefix(name + ".")
    }
  }
}

/// The stretches that the diagnostics given with a question allow.
///
/// A range at which nothing is known was counted wrongly or is stale: Neovim 0.7 gives columns back
/// in bytes. Its lines are believed, its columns are not.
private struct ShownFilter {
  private let spans: Set<ByteSpan>
  private let lines: [ClosedRange<Int>]
  private let text: Text

  init(_ shown: [ByteSpan], _ question: CodeActionList.Question) {
    text = question.snapshot.text
    spans = Set(shown)
    let set = question.set
    let known = Set(
      set.keys.map(\.span) + set.findings.problems.map(\.span) + set.unsettled.compactMap(\.span)
        + question.snapshot.overlay.openDisagreements.map(\.span))
    lines = shown.filter { !known.contains($0) }.map { [text] span in
      text.line(ofByte: span.start)...text.line(ofByte: span.end)
    }
  }

  func admits(_ span: ByteSpan) -> Bool {
    if spans.isEmpty || spans.contains(span) { return true }
    guard !lines.isEmpty else { return false }
    let own = text.line(ofByte: span.start)...text.line(ofByte: span.end)
    return lines.contains { $0.overlaps(own) }
  }
}

extension DocumentSnapshot {
  /// The bytes of a range; one whose ends are the wrong way round is turned.
  func span(of range: LSPRange) -> ByteSpan {
    let start = byte(of: range.start)
    let end = byte(of: range.end)
    return ByteSpan(min(start, end), max(start, end))
  }
}

extension CodeActionList.Question {
  /// The annotations that the stretch touches, the innermost first.
  var touched: [AnnotationKey] {
    self.set.keys.filter { $0.span.start <= span.end && span.start <= $0.span.end }
      .sorted { $0.span.count < $1.span.count }
  }

  /// Whether an action is about the selected words, whatever diagnostics stand there.
  func isAboutSelection(_ offer: CodeActionList.Offer) -> Bool {
    !span.isEmpty && offer.span == span && offer.kind == .refactor
  }

  /// The argument that names an annotation.
  func reference(_ key: AnnotationKey) -> String {
    SubjectReference.text(key, in: set, snapshot.text)
  }

  /// The argument that names a stretch.
  func reference(_ span: ByteSpan) -> String { StretchReference(span, in: snapshot.text).text }

  /// An action that carries a command out.
  func offer(
    _ title: String, _ command: ServerCommand, _ arguments: [String], at span: ByteSpan,
    kind: CodeActionList.Kind = .quickfix, isPreferred: Bool = false
  ) -> CodeActionList.Offer {
    CodeActionList.Offer(
      span: span,
      command: Command(
        title: title, command: command.rawValue, arguments: [snapshot.uri] + arguments),
      kind: kind, isPreferred: isPreferred)
  }

  /// What an annotation is called in a menu.
  func name(of key: AnnotationKey) -> String {
    let words = Wording.excerpt(of: key.span, in: snapshot.text, limit: 32)
    return key.kind == .quotation ? words : "“\(words)”"
  }
}
