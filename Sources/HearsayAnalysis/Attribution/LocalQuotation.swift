internal import HearsayModel
internal import HearsayText

/// A quotation with what its own paragraph tells about who is credited.
///
/// Offsets count bytes from the paragraph's start.
struct LocalQuotation: Hashable, Sendable {
  /// Marks included.
  var span: ByteSpan
  /// The opening mark.
  var mark: ByteSpan
  /// What the marks hold.
  var type: QuotationType
  /// The words credited, or nil.
  var source: ByteSpan?
  /// The source's words without their article where it is no mention, or nil.
  var description: String?
  /// Index of the source in the paragraph's mentions, or nil.
  var mention: Int?
  /// The words that credit, or nil.
  var cue: ByteSpan?
  /// Where they stand.
  var rule: AttributionEvidence.Rule
  /// Start of the utterance's first stretch.
  var utterance: Int
  /// Whether the marks hold brackets or an ellipsis.
  var isAltered: Bool
  /// Whether a closing mark was found.
  var isClosed: Bool
  /// Whether the paragraph before has to tell who speaks.
  var needsContext: Bool
  /// Whether the paragraph begins with it.
  var opensParagraph: Bool
  /// The paraphrase it is a part of, or nil.
  var parent: ByteSpan?
  /// Whether the speaker of `parent` is who is credited.
  var isFirstPerson = false
  /// Estimate that the credit is right, 0…1.
  var confidence: Double
}
