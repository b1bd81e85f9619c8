public import HearsayModel

/// Which documents and which of their annotations are written.
///
/// Outlet and dates choose documents, everything else chooses annotations.
public struct AnnotationFilter: Hashable, Sendable {
  /// Kinds that are kept.
  public var kinds = Set(AnnotationKind.allCases)
  /// Statuses that are kept.
  public var statuses = Set(ReviewStatus.allCases)
  /// Ids or names of speakers; where there are any, only quotations of theirs are kept.
  public var speakers: Set<String> = []
  /// Ids or names of outlets; where there are any, only documents that name one or came through it.
  public var outlets: Set<String> = []
  /// First and last day of the article, ISO dates; a document without a date has none of them.
  public var from: String?
  /// See ``from``.
  public var until: String?
  /// Names of creators that are kept; all where empty.
  public var authors: Set<String> = []
  /// What is less sure is left out, 0…1.
  public var minimumConfidence = 0.0

  /// Everything is kept.
  public init() {}

  /// What is kept of a document, or nil where the document itself is not.
  public func apply(_ document: AnnotatedDocument) -> AnnotatedDocument? {
    guard isWithinDates(document.record.date?.value), namesOutlet(document) else { return nil }
    var result =
      document.annotations.allSatisfy(keeps)
      ? document : document.replacing(annotations: document.annotations.filter(keeps))
    if !kinds.contains(.quotation) { result.problems = [] }
    return result
  }

  private func isWithinDates(_ date: String?) -> Bool {
    guard from != nil || until != nil else { return true }
    guard let date else { return false }
    return from.map { $0 <= date } ?? true && until.map { date <= $0 } ?? true
  }

  private func namesOutlet(_ document: AnnotatedDocument) -> Bool {
    guard !outlets.isEmpty else { return true }
    let wanted = Set(outlets.map { $0.lowercased() })
    let isInChain = document.record.chain.steps.contains {
      wanted.contains($0.outletID.lowercased()) || wanted.contains($0.name.lowercased())
    }
    return isInChain
      || document.annotations.contains { annotation in
        guard case .outlet(let outlet) = annotation.body else { return false }
        return wanted.contains(outlet.name.lowercased())
          || outlet.outletID.map { wanted.contains($0.lowercased()) } ?? false
      }
  }

  private func keeps(_ annotation: AnnotationRecord) -> Bool {
    guard kinds.contains(annotation.kind), statuses.contains(annotation.status),
      annotation.confidence >= minimumConfidence,
      authors.isEmpty || authors.contains(annotation.creator.name)
    else { return false }
    guard !speakers.isEmpty else { return true }
    guard let speaker = annotation.quotation?.speaker else { return false }
    return speakers.contains {
      $0.lowercased() == speaker.name.lowercased() || $0 == speaker.id
    }
  }
}
