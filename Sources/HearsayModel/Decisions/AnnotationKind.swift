/// What an annotation says something about; the names are those of the JSON line.
public enum AnnotationKind: String, Sendable, CaseIterable {
  /// A quotation with its attribution.
  case quotation
  /// A time expression.
  case date
  /// An outlet mention.
  case outlet
  /// A person's remark on a passage.
  case note

  /// The kinds that the analysis suggests by itself.
  public static let suggested: [AnnotationKind] = [.quotation, .date, .outlet]
}

/// How far an annotation has come: what the machine suggests, a person decides on.
public enum ReviewStatus: String, Sendable, CaseIterable {
  /// Found by the analysis; nobody has decided.
  case suggested
  /// A person agrees with the suggestion as it stands.
  case accepted
  /// A person refuses the suggestion; it does not come back.
  case rejected
  /// A person corrected the suggestion.
  case edited
  /// A person added it.
  case authored
}
