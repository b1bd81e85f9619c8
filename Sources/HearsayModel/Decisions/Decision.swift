public import HearsayText

/// What a person decides; the set is closed, so that every place that must act is found.
///
/// Spans are bytes of the text the person sees.
public enum Decision: Hashable, Sendable {
  /// The suggestion is right as it stands.
  case accept
  /// The suggestion is wrong and must not come back.
  case reject
  /// Somebody else is credited; nil for nobody.
  case setSpeaker(Speaker?)
  /// The annotation covers other words.
  case setBoundaries(ByteSpan)
  /// The quotation is of another type.
  case setType(QuotationType)
  /// The date has another TIMEX3 value.
  case setValue(TimeExpression.Kind, String)
  /// Another outlet, or another part of it.
  case setOutlet(OutletBody)
  /// Another outlet that plays the part this one did; without an id where the registry has none.
  case nameOutlet(id: String?, name: String)
  /// A remark on the annotation; nil takes it away.
  case setNote(String?)
  /// Takes away what a person added, or takes back what was decided on a suggestion.
  case delete
  /// The words have moved to, or stayed at, this place; settles what was in doubt.
  case place(ByteSpan)
}

/// What a person adds to a document.
public struct AnnotationDraft: Hashable, Sendable {
  /// Which words.
  public var span: ByteSpan
  /// What is said about them.
  public var body: AnnotationBody
  /// A remark, or nil.
  public var note: String?

  /// Something to add.
  public init(span: ByteSpan, body: AnnotationBody, note: String? = nil) {
    self.span = span
    self.body = body
    self.note = note
  }
}

/// What one step of the history did; the raw values are stored and never renamed.
public enum DecisionVerb: String, Sendable, CaseIterable {
  /// Accepted one suggestion or several.
  case accept
  /// Rejected one suggestion or several.
  case reject
  /// Credited somebody else.
  case setSpeaker = "set-speaker"
  /// Covered other words.
  case setBoundaries = "set-boundaries"
  /// Gave a quotation another type.
  case setType = "set-type"
  /// Gave a date another value.
  case setValue = "set-value"
  /// Named another outlet or part.
  case setOutlet = "set-outlet"
  /// Said that words are something of another kind.
  case setKind = "set-kind"
  /// Wrote or removed a remark.
  case setNote = "set-note"
  /// Settled what annotators disagree about.
  case adjudicate
  /// Changed several things in an annotation sheet.
  case editSheet = "edit-sheet"
  /// Took something away.
  case delete
  /// Settled where something stands.
  case place
  /// Added something.
  case add
  /// Set the article's date.
  case setArticleDate = "set-article-date"
  /// Set which number of a date is the day.
  case setDayMonthOrder = "set-day-month-order"
  /// Chose the name under which a speaker is shown.
  case rename
  /// Ignored something.
  case ignore
  /// Stopped ignoring something.
  case unignore
  /// Brought annotations in from elsewhere.
  case `import`
  /// Said which version holds of what people disagreed about.
  case resolve
  /// Took another step back.
  case undo
  /// Brought a step taken back into force again.
  case redo
}

extension Decision {
  /// What the history calls it.
  public var verb: DecisionVerb {
    switch self {
    case .accept: .accept
    case .reject: .reject
    case .setSpeaker: .setSpeaker
    case .setBoundaries: .setBoundaries
    case .setType: .setType
    case .setValue: .setValue
    case .setOutlet, .nameOutlet: .setOutlet
    case .setNote: .setNote
    case .delete: .delete
    case .place: .place
    }
  }
}
