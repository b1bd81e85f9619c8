internal import HearsayModel
internal import HearsayText
internal import HearsayWorkspace

/// Annotations on the selected words.
enum AdditionActions {
  /// So many speakers are offered at most.
  private static let offeredSpeakers = 4

  /// The actions for a selection that is no annotation yet.
  static let offers: CodeActionList.Source = { question in
    let span = question.snapshot.text.trimmed(question.span)
    guard !span.isEmpty else { return [] }
    let reference = question.reference(span)
    let words = Wording.excerpt(of: span, in: question.snapshot.text, limit: 32)
    func has(_ kind: AnnotationKind) -> Bool {
      question.set.keys.contains(AnnotationKey(kind, span))
    }
    func add(_ title: String, _ command: ServerCommand, _ value: String) -> CodeActionList.Offer {
      question.offer(title, command, [reference, value], at: question.span, kind: .refactor)
    }
    var offers: [CodeActionList.Offer] = []
    if !has(.quotation) {
      offers += question.snapshot.speakers.prefix(offeredSpeakers).map { name in
        add("Add quotation by \(name)", .addQuotation, name)
      }
      offers.append(add("Add quotation, nobody credited", .addQuotation, ""))
    }
    if !has(.date) {
      offers.append(add("Add date, value unknown", .addDate, DateBody.unknownDay))
    }
    if !has(.outlet) {
      let name = question.snapshot.text.string(in: span)
      offers.append(add("Add outlet “\(words)”", .addOutlet, name))
    }
    // A note wants words of the analyst; a mark to look here again needs none.
    if !has(.note) { offers.append(add("Add note “look again”", .addNote, "look again")) }
    return offers
  }
}

/// What is not to be shown any more.
enum IgnoreActions {
  /// The actions for suggestions and problems at a stretch.
  static let offers: CodeActionList.Source = { question in
    var offers: [CodeActionList.Offer] = []
    for problem in question.set.findings.problems {
      offers += ignores(problem.span, problem.code.rawValue, question)
    }
    for key in question.touched where question.set.decided[key] == nil && key.kind != .note {
      var code = key.kind.rawValue
      if let quotation = question.set.findings.quotations.first(where: { $0.span == key.span }),
        key.kind == .quotation
      {
        code = quotation.code
        if let name = quotation.speaker?.name {
          offers.append(
            question.offer(
              "Ignore what \(name) says in this file", .ignoreSpeaker, [name], at: key.span,
              kind: .refactor))
        }
      }
      offers += ignores(key.span, code, question)
    }
    return offers
  }

  private static func ignores(
    _ span: ByteSpan, _ code: String, _ question: CodeActionList.Question
  ) -> [CodeActionList.Offer] {
    let reference = question.reference(span)
    var offers = [
      question.offer(
        "Ignore \(code) here", .ignore, [reference, code], at: span, kind: .refactor)
    ]
    if span.count <= 200 {
      let words = Wording.excerpt(of: span, in: question.snapshot.text, limit: 32)
      offers.append(
        question.offer(
          "Ignore \(code) on “\(words)” in this file", .ignoreWords, [reference, code], at: span,
          kind: .refactor))
    }
    offers.append(
      question.offer(
        "Ignore \(code) in this project", .ignoreRule, [code], at: span, kind: .refactor))
    return offers
  }
}

/// Annotations whose place a person has to settle.
enum PlacementActions {
  /// So many other places are offered at most.
  private static let offeredPlaces = 3

  /// The actions for annotations in doubt at a stretch; those whose words are gone are offered at
  /// the document's beginning.
  static let offers: CodeActionList.Source = { question in
    question.set.unsettled.flatMap { unsettled in offers(for: unsettled, question) }
  }

  private static func offers(
    for unsettled: UnsettledAnnotation, _ question: CodeActionList.Question
  ) -> [CodeActionList.Offer] {
    let annotation = unsettled.annotation
    let (id, text) = (annotation.id.text, question.snapshot.text)
    let place = unsettled.span ?? ByteSpan(0, 0)
    let words = Wording.excerpt(annotation.target.exact, limit: 32)
    var offers: [CodeActionList.Offer] = []
    if let span = unsettled.span {
      offers.append(
        question.offer(
          "Keep “\(words)” here", .place, [id, question.reference(span)], at: place,
          isPreferred: true))
    }
    let wanted = Array(annotation.target.exact.utf8)
    for start in ByteSearch.all(of: wanted, in: text.allBytes, atMost: offeredPlaces + 1) {
      let span = ByteSpan(start, start + wanted.count)
      guard span != unsettled.span else { continue }
      let line = text.line(ofByte: start) + 1
      offers.append(
        question.offer(
          "“\(words)” moved to line \(line)", .place, [id, question.reference(span)], at: place))
    }
    if !question.span.isEmpty, question.span != unsettled.span {
      offers.append(
        question.offer(
          "“\(words)” moved to the selection", .place, [id, question.reference(question.span)],
          at: place))
    }
    offers.append(
      question.offer("“\(words)” is gone", .delete, [id], at: place, kind: .refactor))
    return offers
  }
}
