internal import HearsayModel
internal import HearsayProtocol
internal import HearsayStore
internal import HearsaySync
internal import HearsayText
internal import HearsayWorkspace

/// Where people disagree: keep mine, keep theirs, keep both.
enum ConflictActions {
  /// The actions for conflicts at a stretch.
  static let offers: CodeActionList.Source = { question in
    question.snapshot.overlay.conflicts.flatMap { offers(for: $0, question) }
  }

  private static func offers(
    for stored: StoredConflict, _ question: CodeActionList.Question
  ) -> [CodeActionList.Offer] {
    guard let span = question.snapshot.span(of: stored) else { return [] }
    let matter = stored.conflict.matter.name
    let me = question.snapshot.settings.author
    var offers = stored.choices.enumerated().map { number, choice in
      let whose = choice.author == me ? "mine" : choice.author
      return question.offer(
        "Keep \(whose): \(choice.words)", .resolve, [stored.id, matter, "\(number + 1)"], at: span)
    }
    if stored.canKeepBoth {
      offers.append(
        question.offer(
          "Keep both: the others as a remark", .resolve, [stored.id, matter, "both"], at: span))
    }
    return offers
  }
}

extension DocumentSnapshot {
  /// Where a conflict is shown: at its annotation, where a speaker is named first, else at the
  /// beginning; nil where the document does not speak of it.
  func span(of stored: StoredConflict) -> ByteSpan? {
    switch stored.topic {
    case .annotation(let id): overlay.anchoring(id)?.span ?? ByteSpan(0, 0)
    case .speaker(let id): SpeakerPlaces(self).firstMention(named: id)
    case .document: ByteSpan(0, 0)
    }
  }
}

extension StoredConflict {
  /// One sentence with everybody's version.
  var sentence: String {
    let versions = choices.map { "\($0.author): \($0.words)" }.joined(separator: "; ")
    return "People disagree about \(conflict.matter.words): \(versions)."
  }
}

extension Conflict.Matter {
  /// What it is called in a sentence.
  fileprivate var words: String {
    switch name {
    case Field.name.rawValue: "the name to show"
    case Field.articleDate.rawValue: "the article's date"
    case Field.dayMonthOrder.rawValue: "whether the day or the month comes first"
    default: name
    }
  }
}
