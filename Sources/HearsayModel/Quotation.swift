public import HearsayText

/// How much of an utterance its marks hold.
public enum QuotationType: String, Sendable, CaseIterable {
  /// At least one independent finite clause stands inside the marks.
  case direct
  /// A fragment stands inside the marks, the rest is paraphrase.
  case mixed
  /// No marks; the span is the paraphrased content.
  case indirect
  /// Marks around words that nobody is credited with: irony, a title, a nickname.
  case scare

  /// What words look like from outside: marks around them, marks within them, none.
  public init(ofWords words: String) {
    let marks: Set<Character> = ["“", "”", "\"", "„", "«", "»", "‟"]
    if let first = words.first, marks.contains(first) || first == "‘" || first == "'" {
      self = .direct
    } else {
      self = words.contains(where: marks.contains) ? .mixed : .indirect
    }
  }
}

/// Quotation marks and the text between them, with whoever is credited.
public struct Quotation: Hashable, Sendable {
  /// The quoted stretch including its marks; one stretch of a longer utterance where that is
  /// interrupted.
  public var span: ByteSpan
  /// What the marks hold.
  public var type: QuotationType
  /// Words that name who is credited, or nil where the text gives none.
  public var source: ByteSpan?
  /// Words that do the crediting.
  public var cue: ByteSpan?
  /// The one behind the source mention, or nil where nothing decides.
  public var speaker: Speaker?
  /// Who else it could be, best first; empty where `speaker` is certain.
  public var candidates: [Speaker]
  /// Start of the first stretch of the same utterance; the own start where there is only one.
  public var utterance: Int
  /// The quotation that this one is a part of: the paraphrase around a quoted fragment, or the words
  /// of somebody who quotes another; nil where it stands by itself.
  public var parent: ByteSpan?
  /// What the attribution and the speaker rest on.
  public var evidence: AttributionEvidence
  /// Words the writer put in brackets or left out inside the marks.
  public var isAltered: Bool
  /// Whether the closing mark is missing.
  public var isUnclosed: Bool
  /// Estimate that type and credit are right, 0…1.
  public var confidence: Double

  /// A quotation with everything known about it.
  public init(
    span: ByteSpan, type: QuotationType, source: ByteSpan? = nil, cue: ByteSpan? = nil,
    speaker: Speaker? = nil, candidates: [Speaker] = [], utterance: Int? = nil,
    parent: ByteSpan? = nil,
    evidence: AttributionEvidence = AttributionEvidence(), isAltered: Bool = false,
    isUnclosed: Bool = false, confidence: Double = 0.5
  ) {
    self.span = span
    self.type = type
    self.source = source
    self.cue = cue
    self.speaker = speaker
    self.candidates = candidates
    self.utterance = utterance ?? span.start
    self.parent = parent
    self.evidence = evidence
    self.isAltered = isAltered
    self.isUnclosed = isUnclosed
    self.confidence = confidence
  }

  /// The same quotation seen from an origin that lies `distance` bytes earlier.
  public func shifted(by distance: Int) -> Quotation {
    var copy = self
    copy.shift(by: distance)
    return copy
  }

  /// Moves it to an origin that lies `distance` bytes earlier.
  public mutating func shift(by distance: Int) {
    span = span.shifted(by: distance)
    source = source?.shifted(by: distance)
    cue = cue?.shifted(by: distance)
    utterance += distance
    parent = parent?.shifted(by: distance)
    evidence.antecedent = evidence.antecedent?.shifted(by: distance)
  }
}

/// What an attribution rests on, for the evidence card.
public struct AttributionEvidence: Hashable, Sendable {
  /// Where the words that credit stand.
  public enum Rule: String, Sendable, CaseIterable {
    /// Nothing credits anybody.
    case none
    /// “…,” source cue / “…,” cue source.
    case after
    /// Source cue, “…” / source cue that “…”.
    case before
    /// “…,” source cue, “…”.
    case inside
    /// Source: “…”.
    case colon
    /// According to source, …
    case accordingTo = "according-to"
    /// The sentence before announces it or speaks of the same source.
    case previousSentence = "previous-sentence"
    /// The utterance goes on from the stretch or paragraph before.
    case continued
    /// A label at the line's beginning, as in transcripts.
    case label
  }

  /// How the source mention became a speaker.
  public enum Resolution: String, Sendable, CaseIterable {
    /// Nothing to resolve, or nothing decided.
    case none
    /// The mention itself is the fullest name.
    case name
    /// A part of a name given in full elsewhere in the document.
    case partOfName = "part-of-name"
    /// A pronoun; the nearest mention that agrees with it.
    case pronoun
    /// A role noun; the person the document gives that role.
    case role
    /// The name of an organisation, or the noun its name ends in.
    case organisation
    /// A document that speaks for whoever issued it.
    case document
    /// A short name given in brackets behind the full one, or its initials.
    case acronym
    /// Another spelling of a name.
    case spelling
    /// A description that no name in the document belongs to.
    case description
    /// More than one fits.
    case ambiguous
  }

  /// Where the words that credit stand.
  public var rule: Rule
  /// How the source mention became a speaker.
  public var resolution: Resolution
  /// The earlier mention that a pronoun, role or noun was taken for, or nil where it rests on no
  /// single place.
  public var antecedent: ByteSpan?

  /// Evidence of one attribution.
  public init(
    rule: Rule = .none, resolution: Resolution = .none, antecedent: ByteSpan? = nil
  ) {
    self.rule = rule
    self.resolution = resolution
    self.antecedent = antecedent
  }
}
