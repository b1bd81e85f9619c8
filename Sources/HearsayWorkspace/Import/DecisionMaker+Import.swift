public import HearsayModel
public import HearsayStore
public import HearsayText

/// An annotation from elsewhere, placed in the text.
public struct PlacedAnnotation: Sendable {
  /// Its bytes.
  public var span: ByteSpan
  /// What it says.
  public var body: AnnotationBody
  /// What became of it.
  public var status: ReviewStatus
  /// A remark on it, or nil.
  public var note: String?
  /// Who made it and when, or nil for whoever brings it in.
  public var creation: DecisionStamp?
}

/// What bringing an annotation in does.
public enum ImportEffect: String, Sendable, CaseIterable {
  /// A new annotation of a person.
  case added
  /// A decision on something the analysis suggests here too.
  case decided
  /// It is here already, and says the same.
  case unchanged
  /// Something else was decided here; what is here stays.
  case differs
  /// A program's suggestion; nobody decided on it, so it is not stored.
  case suggestion
  /// Somebody rejected what the analysis does not suggest here.
  case nothingToReject = "nothing-to-reject"
}

extension DecisionMaker {
  /// Brings annotations in as one step that can be undone as one; nil where nothing changes.
  ///
  /// What was decided here is never overwritten, so the same annotations a second time change
  /// nothing. The effects are in the order of the annotations.
  public func bring(_ items: [PlacedAnnotation]) -> (commit: Commit?, effects: [ImportEffect]) {
    var fresh: [AnnotationKey: StoredAnnotation] = [:]
    var changes: [FieldChange] = []
    var effects: [ImportEffect] = []
    for item in items {
      let key = AnnotationKey(item.body.kind, item.span)
      if let known = fresh[key] ?? stored(key) {
        effects.append(Self.says(known, item) ? .unchanged : .differs)
      } else if item.status == .suggested {
        effects.append(.suggestion)
      } else if let (new, effect) = made(item, key) {
        fresh[key] = new
        changes += FieldChange.changes(of: .annotation(new.id), from: [:], to: new.fields)
        effects.append(effect)
      } else {
        effects.append(.nothingToReject)
      }
    }
    return (changes.isEmpty ? nil : commit(.import, changes), effects)
  }

  /// What was decided on some words, rejections included.
  private func stored(_ key: AnnotationKey) -> StoredAnnotation? {
    if let known = set.decided[key] { return known }
    for (annotation, place) in zip(overlay.annotations, overlay.places)
    where annotation.kind == key.kind && annotation.status == .rejected {
      if place.claim == key.span || place.target == key.span { return annotation }
    }
    return nil
  }

  /// What an annotation becomes where nobody has decided on its words; nil for a rejection of what is
  /// not suggested.
  func made(
    _ item: PlacedAnnotation, _ key: AnnotationKey
  ) -> (annotation: StoredAnnotation, effect: ImportEffect)? {
    let creation = item.creation ?? stamp
    if var suggestion = annotation(of: key) {
      let isSame = Self.says(suggestion.body, item.body)
      suggestion.status =
        item.status == .rejected
        ? .rejected : isSame && item.status != .edited ? .accepted : .edited
      if !isSame { suggestion.body = item.body }
      suggestion.note = item.note
      suggestion.creation = creation
      suggestion.decision = stamp
      return (suggestion, .decided)
    }
    guard item.status != .rejected else { return nil }
    let target = AnnotationTarget(item.span, in: text, textHash: textHash)
    let new = StoredAnnotation(
      id: .now(), target: target, origin: nil, body: item.body, status: .authored,
      note: item.note, creation: creation, decision: stamp)
    return (new, .added)
  }

  private static func says(_ known: StoredAnnotation, _ item: PlacedAnnotation) -> Bool {
    let isRejected = known.status == .rejected
    guard isRejected == (item.status == .rejected) else { return false }
    return isRejected
      || says(known.body, item.body) && (item.note == nil || known.note == item.note)
  }

  /// Whether two bodies say the same, as far as the second one says it.
  static func says(_ known: AnnotationBody, _ other: AnnotationBody) -> Bool {
    switch (known, other) {
    case (.quotation(let a), .quotation(let b)):
      a.type == b.type && a.speaker?.id == b.speaker?.id
        && (b.source == nil || a.source == b.source) && (b.cue == nil || a.cue == b.cue)
    case (.date(let a), .date(let b)): a.type == b.type && a.value == b.value
    case (.outlet(let a), .outlet(let b)):
      a.role == b.role && (b.outletID == nil || a.outletID == b.outletID)
    case (.note, .note): true
    default: false
    }
  }
}
