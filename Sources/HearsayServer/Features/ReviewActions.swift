internal import HearsayModel
internal import HearsayText

/// Accept and reject, delete, and settle all of a kind.
enum ReviewActions {
  /// The actions for annotations at a stretch.
  static let offers: CodeActionList.Source = { question in
    question.touched.flatMap { key in offers(for: key, question) }
  }

  private static func offers(
    for key: AnnotationKey, _ question: CodeActionList.Question
  ) -> [CodeActionList.Offer] {
    let name = question.name(of: key)
    let reference = question.reference(key)
    guard let stored = question.set.decided[key] else {
      return [
        question.offer(
          "Accept \(key.kind.rawValue) \(name)", .accept, [reference], at: key.span,
          isPreferred: true),
        question.offer(
          "Reject \(key.kind.rawValue) \(name)", .reject, [reference], at: key.span),
      ]
    }
    if stored.status == .authored {
      return [
        question.offer(
          "Delete \(key.kind.rawValue) \(name)", .delete, [reference], at: key.span,
          kind: .refactor)
      ]
    }
    return [
      question.offer(
        "Reject \(key.kind.rawValue) \(name)", .reject, [reference], at: key.span),
      question.offer(
        "Take back the decision on \(name)", .delete, [reference], at: key.span, kind: .refactor),
    ]
  }
}

/// What concerns the whole document: all of a kind, undo and redo.
enum DocumentActions {
  /// The actions for a document.
  static let offers: CodeActionList.Source = { question in
    guard question.isAboutDocument, question.snapshot.purpose == .article else { return [] }
    let set = question.snapshot.annotations()
    var offers: [CodeActionList.Offer] = []
    for kind in AnnotationKind.suggested {
      let open = set.keys.count { $0.kind == kind && set.decided[$0] == nil }
      guard open > 0 else { continue }
      let what = "\(open) open \(kind.rawValue)\(open == 1 ? "" : "s")"
      offers += [
        question.offer(
          "Accept \(what) in this file", .acceptAll, [kind.rawValue], at: question.span,
          kind: .source),
        question.offer(
          "Reject \(what) in this file", .rejectAll, [kind.rawValue], at: question.span,
          kind: .source),
      ]
    }
    offers.append(
      question.offer("Open the annotation sheet", .openSheet, [], at: question.span, kind: .source))
    offers.append(
      question.offer("Undo the last decision", .undo, [], at: question.span, kind: .source))
    offers.append(
      question.offer("Redo the decision last undone", .redo, [], at: question.span, kind: .source))
    return offers
  }
}
