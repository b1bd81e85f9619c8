public import HearsayText

/// A remark of a person on a passage.
public struct Note: Hashable, Sendable {
  /// Which words.
  public var span: ByteSpan
  /// The remark.
  public var text: String

  /// A remark on some words.
  public init(span: ByteSpan, text: String) {
    self.span = span
    self.text = text
  }

  /// The same remark seen from an origin that lies `distance` bytes earlier.
  public func shifted(by distance: Int) -> Note {
    Note(span: span.shifted(by: distance), text: text)
  }
}

/// Names one annotation of a document: no two of a kind cover the same bytes.
public struct AnnotationKey: Hashable, Sendable {
  /// What it says something about.
  public let kind: AnnotationKind
  /// The bytes it covers.
  public let span: ByteSpan

  /// The annotation of a kind at a span.
  public init(_ kind: AnnotationKind, _ span: ByteSpan) {
    self.kind = kind
    self.span = span
  }
}

/// A document's annotations: what people decided, laid over what the analysis suggests.
public struct AnnotationSet: Hashable, Sendable {
  /// Everything that holds.
  ///
  /// Suggestions nobody decided on, and what people accepted, corrected and added; not what they
  /// rejected or ignore.
  public var findings: Findings
  /// What people decided, by the annotation in ``findings`` that it became.
  public var decided: [AnnotationKey: StoredAnnotation]
  /// What people decided and whose words are not surely found; it is not in ``findings``.
  public var unsettled: [UnsettledAnnotation]

  /// Suggestions with the decisions on them.
  public init(
    findings: Findings, decided: [AnnotationKey: StoredAnnotation] = [:],
    unsettled: [UnsettledAnnotation] = []
  ) {
    self.findings = findings
    self.decided = decided
    self.unsettled = unsettled
  }
}

/// An annotation whose place in the text has to be looked at by a person.
public struct UnsettledAnnotation: Hashable, Sendable {
  /// What was decided.
  public var annotation: StoredAnnotation
  /// Where its words may stand now; nil where nothing like them is left.
  public var span: ByteSpan?

  /// An annotation with the place where it may stand.
  public init(annotation: StoredAnnotation, span: ByteSpan?) {
    self.annotation = annotation
    self.span = span
  }
}
