public import HearsayModel
public import HearsayStore
public import HearsayText

/// Words that are something else than was thought.
extension DecisionMaker {
  /// Says that the words of an annotation are of another kind; a remark on it goes along.
  ///
  /// An annotation never changes its kind: a suggestion that is rejected for good must stay known as
  /// what it was, and fields that two people change at once must stay those of one kind. So the old
  /// one is rejected (one that a person added is deleted) and a new one added, as one step.
  ///
  /// - Parameters:
  ///   - subject: The annotation.
  ///   - body: What its words really are.
  ///   - remark: A remark in place of that on the annotation; nil keeps that one.
  /// - Throws: ``DecisionError``; ``DecisionError/wrongKind`` where the kind is the same,
  ///   ``DecisionError/taken`` where the words have an annotation of that kind besides.
  public func changeKind(
    of subject: DecisionSubject, to body: AnnotationBody, remark: String? = nil
  ) throws(DecisionError) -> Commit {
    guard let key = key(of: subject) else { throw .stale }
    guard key.kind != body.kind else { throw .wrongKind }
    let before = set.decided[key]
    let old = try changes(before?.status == .authored ? .delete : .reject, on: subject)
    let note = remark ?? before?.note
    if body == .note, note == nil { throw .badValue("") }
    return commit(
      .setKind, old + (try additions(AnnotationDraft(span: key.span, body: body, note: note))))
  }

  /// The words of an annotation that is surely found; nil where there is none.
  public func span(of subject: DecisionSubject) -> ByteSpan? { key(of: subject)?.span }

  /// Kind and place of an annotation that is surely found; nil where there is none.
  private func key(of subject: DecisionSubject) -> AnnotationKey? {
    switch subject {
    case .suggestion(let key): key
    case .annotation(let id): set.decided.first { $0.value.id == id }?.key
    }
  }
}
