internal import HearsayModel
public import HearsayStore
internal import HearsayText

/// What somebody says to a disagreement of annotators.
public enum AdjudicationChoice: Hashable, Sendable {
  /// One annotator is right; the number counts from zero.
  case take(Int)
  /// Everything stands; where two say different things of the same words, the first holds and the
  /// others are its remark.
  case both
  /// What is stored here stands as it is.
  case mine
}

extension DecisionMaker {
  /// Settles a disagreement, as one step.
  ///
  /// Annotations that were chosen are stored like decisions made here; those that were not are
  /// rejected, or deleted where a person added them here. The disagreement itself is ignored from
  /// then on, so undo opens it again.
  ///
  /// - Throws: ``DecisionError/badValue(_:)`` for a number nobody has.
  public func adjudicate(
    _ disagreement: OpenDisagreement, _ choice: AdjudicationChoice
  ) throws(DecisionError) -> Commit {
    var changes: [FieldChange] = []
    if choice != .mine {
      let chosen = try chosen(disagreement, choice)
      let keys = Set(chosen.map { AnnotationKey(disagreement.kind, $0.span) })
      var dropped: Set<AnnotationKey> = []
      for opinion in disagreement.opinions {
        guard let other = opinion.annotation else { continue }
        let key = AnnotationKey(disagreement.kind, other.span)
        guard !keys.contains(key), dropped.insert(key).inserted, isShown(key) else { continue }
        let isAuthored = set.decided[key]?.status == .authored
        changes += try self.changes(isAuthored ? .delete : .reject, on: .suggestion(key))
      }
      for item in chosen { changes += taken(item) }
    }
    let ignored = ignoreFinding(at: disagreement.span, code: disagreement.settledCode)
    return commit(.adjudicate, changes + ignored.changes)
  }

  private func isShown(_ key: AnnotationKey) -> Bool {
    set.decided[key] != nil || annotation(of: key) != nil
  }

  private func chosen(
    _ disagreement: OpenDisagreement, _ choice: AdjudicationChoice
  ) throws(DecisionError) -> [PlacedAnnotation] {
    switch choice {
    case .mine: return []
    case .take(let number):
      guard disagreement.opinions.indices.contains(number) else {
        throw .badValue("\(number + 1)")
      }
      return [disagreement.opinions[number].annotation].compactMap(\.self)
    case .both: return merged(disagreement)
    }
  }

  private func merged(_ disagreement: OpenDisagreement) -> [PlacedAnnotation] {
    var result: [PlacedAnnotation] = []
    for opinion in disagreement.opinions {
      guard let item = opinion.annotation else { continue }
      guard let index = result.firstIndex(where: { $0.span == item.span }) else {
        result.append(item)
        continue
      }
      guard result[index].body != item.body || result[index].note != item.note else { continue }
      let remark = Self.joined("\(opinion.annotator): \(item.words)", item.note)
      result[index].note = Self.joined(result[index].note, remark)
    }
    return result
  }

  /// Two remarks, one below the other; one that is in the other already is not said twice.
  private static func joined(_ first: String?, _ second: String?) -> String? {
    guard let first, let second else { return first ?? second }
    return first.contains(second) ? first : "\(first)\n\(second)"
  }

  /// Stores an annotation over what is here.
  private func taken(_ item: PlacedAnnotation) -> [FieldChange] {
    let key = AnnotationKey(item.body.kind, item.span)
    guard let known = set.decided[key] else {
      return made(item, key).map { changes(from: nil, to: $0.annotation) } ?? []
    }
    var after = known
    if !Self.says(known.body, item.body) {
      after.body = item.body
      if after.status != .authored { after.status = .edited }
    }
    after.note = Self.joined(after.note, item.note)
    after.decision = stamp
    return changes(from: known, to: after)
  }
}

extension PlacedAnnotation {
  /// What it says, in a few words.
  public var words: String {
    switch body {
    case .quotation(let body): "\(body.type.rawValue), \(body.speaker?.name ?? "nobody")"
    case .date(let body): body.value
    case .outlet(let body): "\(body.name), \(body.role.rawValue)"
    case .note: note ?? ""
    }
  }
}
