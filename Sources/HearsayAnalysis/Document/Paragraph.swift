internal import HearsayModel

/// One paragraph with what its bytes alone tell.
final class Paragraph: Sendable {
  /// Length in bytes.
  let byteCount: Int
  /// What its bytes tell.
  let findings: ParagraphFindings
  /// Whether it was read in a hurry, by rules alone.
  let isRough: Bool

  init(byteCount: Int, findings: ParagraphFindings, isRough: Bool = false) {
    self.byteCount = byteCount
    self.findings = findings
    self.isRough = isRough
  }
}

/// What the document pass made of a paragraph, and what it knew when it did.
final class ResolvedParagraph: Sendable {
  /// What came from the paragraphs before.
  let before: ResolverContext
  /// The shape of the paragraph behind.
  let next: ParagraphShape
  /// Offsets count bytes from the paragraph's start.
  let findings: Findings

  /// A paragraph the pass has not seen.
  static let none = ResolvedParagraph(
    before: ResolverContext(), next: ParagraphShape(), findings: Findings())

  init(before: ResolverContext, next: ParagraphShape, findings: Findings) {
    self.before = before
    self.next = next
    self.findings = findings
  }
}

/// How many findings of each kind there are.
struct FindingCounts: Sendable {
  private(set) var quotations = 0
  private(set) var dates = 0
  private(set) var outlets = 0
  private(set) var problems = 0

  /// Counts findings in.
  mutating func add(_ findings: Findings) {
    quotations += findings.quotations.count
    dates += findings.dates.count
    outlets += findings.outlets.count
    problems += findings.problems.count
  }

  /// Counts findings out.
  mutating func remove(_ findings: Findings) {
    quotations -= findings.quotations.count
    dates -= findings.dates.count
    outlets -= findings.outlets.count
    problems -= findings.problems.count
  }
}
