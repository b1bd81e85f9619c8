public import HearsayModel

/// Which documents and which of their annotations are written.
///
/// Outlet and dates choose documents, everything else chooses annotations.
public struct AnnotationFilter: Hashable, Sendable {
  /// Somebody or something that is asked for by name.
  public enum Name: Hashable, Sendable {
    /// One of ``AnnotationFilter/speakers``.
    case speaker(String)
    /// One of ``AnnotationFilter/outlets``.
    case outlet(String)
    /// One of ``AnnotationFilter/authors``.
    case author(String)
  }

  /// Kinds that are kept.
  public var kinds = Set(AnnotationKind.allCases)
  /// Statuses that are kept.
  public var statuses = Set(ReviewStatus.allCases).subtracting([.rejected])
  /// Ids or names of speakers; where there are any, only quotations of theirs are kept.
  public var speakers: Set<String> = []
  /// Ids or names of outlets; where there are any, only documents that name one or came through it.
  public var outlets: Set<String> = []
  /// Ids of what is in ``outlets`` by another name or a web address, where somebody knows them.
  public var outletIDs: [String: Set<String>] = [:]
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
    guard isWithinDates(document.record.date?.value),
      outlets.isEmpty || outlets.contains(where: { isNamed($0, in: document) })
    else { return nil }
    var result =
      keepsAll(of: document.annotations)
      ? document : document.replacing(annotations: document.annotations.filter(keeps))
    if !kinds.contains(.quotation) { result.problems = [] }
    return result
  }

  /// Which of the names are met in a document; dates and other choices play no part.
  public func names(in document: AnnotatedDocument) -> Set<Name> {
    guard !(outlets.isEmpty && speakers.isEmpty && authors.isEmpty) else { return [] }
    var result = Set(outlets.filter { isNamed($0, in: document) }.map { Name.outlet($0) })
    guard !speakers.isEmpty || !authors.isEmpty else { return result }
    for annotation in document.annotations {
      for name in speakers where isSpeaker(name, annotation) { result.insert(.speaker(name)) }
      if authors.contains(annotation.creator.name) {
        result.insert(.author(annotation.creator.name))
      }
    }
    return result
  }

  private func isWithinDates(_ date: String?) -> Bool {
    guard from != nil || until != nil else { return true }
    guard let date else { return false }
    return from.map { $0 <= date } ?? true && until.map { date <= $0 } ?? true
  }

  /// Whether a document names an outlet or came through it.
  private func isNamed(_ outlet: String, in document: AnnotatedDocument) -> Bool {
    let wanted = Set([outlet.lowercased()] + (outletIDs[outlet] ?? []).map { $0.lowercased() })
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

  private func isSpeaker(_ name: String, _ annotation: AnnotationRecord) -> Bool {
    guard let speaker = annotation.quotation?.speaker else { return false }
    return name.lowercased() == speaker.name.lowercased() || name == speaker.id
  }

  private func keepsAll(of annotations: [AnnotationRecord]) -> Bool {
    guard authors.isEmpty, speakers.isEmpty else { return annotations.allSatisfy(keeps) }
    // A set of names is asked for its hash, letter by letter: not for every annotation.
    let unwantedKinds = AnnotationKind.allCases.filter { !kinds.contains($0) }
    let unwantedStatuses = ReviewStatus.allCases.filter { !statuses.contains($0) }
    for index in annotations.indices {
      // Field by field: a copy of an annotation counts a dozen references up and down.
      if annotations[index].confidence < minimumConfidence
        || unwantedStatuses.contains(annotations[index].status)
        || unwantedKinds.contains(annotations[index].kind)
      {
        return false
      }
    }
    return true
  }

  private func keeps(_ annotation: AnnotationRecord) -> Bool {
    kinds.contains(annotation.kind) && statuses.contains(annotation.status)
      && annotation.confidence >= minimumConfidence
      && (authors.isEmpty || authors.contains(annotation.creator.name))
      && (speakers.isEmpty || speakers.contains { isSpeaker($0, annotation) })
  }
}
