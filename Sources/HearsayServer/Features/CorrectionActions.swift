internal import HearsayModel
internal import HearsayText
internal import HearsayWorkspace

/// Another speaker, another type, other boundaries.
enum CorrectionActions {
  /// So many other speakers are offered at most.
  private static let offeredSpeakers = 6

  /// The actions for annotations at a stretch.
  static let offers: CodeActionList.Source = { question in
    let found = question.set.findings
    let names = found.quotations.isEmpty ? [] : question.snapshot.speakers
    var offers: [CodeActionList.Offer] = []
    for key in question.touched {
      if key.kind == .quotation,
        let quotation = found.quotations.first(where: { $0.span == key.span })
      {
        offers += speakers(key, quotation, names, question) + types(key, quotation, question)
      }
      if key.kind == .date, let date = found.dates.first(where: { $0.span == key.span }) {
        offers += values(key, date, question)
      }
      if key.kind == .outlet, let outlet = found.outlets.first(where: { $0.span == key.span }) {
        offers += outlets(key, outlet, question)
      }
      offers += boundaries(key, question) + kinds(key, question)
    }
    return offers
  }

  /// Who could be meant first, then who else speaks in the document, most often first.
  private static func speakers(
    _ key: AnnotationKey, _ quotation: Quotation, _ known: [String],
    _ question: CodeActionList.Question
  ) -> [CodeActionList.Offer] {
    var names = quotation.candidates.map(\.name)
    for name in known where !names.contains(name) { names.append(name) }
    names.removeAll { $0 == quotation.speaker?.name }
    let reference = question.reference(key)
    var offers = names.prefix(offeredSpeakers).map { name in
      question.offer(
        "Credit \(name)", .setSpeaker, [reference, name], at: key.span, kind: .refactor)
    }
    if quotation.speaker != nil {
      offers.append(
        question.offer(
          "Credit nobody", .setSpeaker, [reference, ""], at: key.span, kind: .refactor))
    }
    return offers
  }

  private static func types(
    _ key: AnnotationKey, _ quotation: Quotation, _ question: CodeActionList.Question
  ) -> [CodeActionList.Offer] {
    QuotationType.allCases.filter { $0 != quotation.type }.map { type in
      question.offer(
        "Change type to \(type.rawValue)", .setType, [question.reference(key), type.rawValue],
        at: key.span, kind: .refactor)
    }
  }

  private static func values(
    _ key: AnnotationKey, _ date: TimeExpression, _ question: CodeActionList.Question
  ) -> [CodeActionList.Offer] {
    date.alternatives.map { value in
      question.offer(
        "Change value to \(value)", .setValue, [question.reference(key), value], at: key.span,
        kind: .refactor)
    }
  }

  private static func outlets(
    _ key: AnnotationKey, _ outlet: OutletMention, _ question: CodeActionList.Question
  ) -> [CodeActionList.Offer] {
    outlet.candidates.filter { $0 != outlet.outletID }.map { id in
      question.offer(
        "This is \(question.snapshot.edition.catalogue.name(of: id))", .setOutlet,
        [question.reference(key), id], at: key.span, kind: .refactor)
    }
  }

  /// What the words may be instead, where they are few enough and nothing says so already.
  private static func kinds(
    _ key: AnnotationKey, _ question: CodeActionList.Question
  ) -> [CodeActionList.Offer] {
    let words = question.snapshot.text.string(in: key.span)
    let isShort = key.span.count <= 80 && !words.contains { $0.isNewline }
    // A remark may stand on a whole passage; that is nothing else.
    guard isShort || key.kind != .note else { return [] }
    var choices: [(AnnotationKind, String)] = [(.quotation, "a quotation")]
    if isShort { choices += [(.date, "a date"), (.outlet, "an outlet")] }
    return choices.compactMap { kind, name in
      guard kind != key.kind, !question.set.keys.contains(AnnotationKey(kind, key.span)) else {
        return nil
      }
      return question.offer(
        "This is \(name)", .setKind, [question.reference(key), kind.rawValue], at: key.span,
        kind: .refactor)
    }
  }

  /// The stretches that an annotation may cover instead, with their names.
  private static func boundaries(
    _ key: AnnotationKey, _ question: CodeActionList.Question
  ) -> [CodeActionList.Offer] {
    let stretches = BoundaryFinder(question.snapshot.text)
    var choices = stretches.choices(for: key.span)
    if !question.span.isEmpty, question.span != key.span, question.span.overlaps(key.span) {
      choices.insert(("the selection", question.span), at: 0)
    }
    return choices.map { name, span in
      question.offer(
        "\(span.count < key.span.count ? "Shrink" : "Change boundaries") to \(name)",
        .setBoundaries, [question.reference(key), question.reference(span)], at: key.span,
        kind: .refactor)
    }
  }
}

extension DocumentSnapshot {
  /// The names of everybody who is or was credited in the document, most often first.
  ///
  /// Who was credited with something rejected is among them: often it is the right name in the
  /// wrong place.
  var speakers: [String] {
    var counts: [String: Int] = [:]
    for quotation in findings().quotations {
      if let name = quotation.speaker?.name { counts[name, default: 0] += 1 }
    }
    for quotation in source.findings(analysis, nil).quotations {
      if let name = quotation.speaker?.name, counts[name] == nil { counts[name] = 1 }
    }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }
}
