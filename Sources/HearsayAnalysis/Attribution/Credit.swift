internal import HearsayModel

/// Who is credited with a stretch, by which words, and how surely.
struct Credit {
  /// Nobody.
  static let none = Credit(rule: .none, confidence: 0.5)

  /// The words credited, or nil.
  var source: SourceFinder.Source?
  /// The words that credit, or nil.
  var cue: Range<Int>?
  /// Where they stand.
  var rule: AttributionEvidence.Rule
  /// Estimate that the credit is right, 0…1.
  var confidence: Double
  /// Start of the utterance that the stretch goes on with, or nil where it begins one.
  var utterance: Int?
}
