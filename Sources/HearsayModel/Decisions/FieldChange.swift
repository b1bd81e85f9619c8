/// The fields in which stored things can differ; each can be changed without the others.
///
/// The raw values are names in stored histories: none is ever renamed.
public enum Field: String, Sendable, CaseIterable {
  /// An annotation's ``AnnotationKind``.
  case kind
  /// An annotation's place, or that of an ignored finding.
  case target
  /// The suggestion an annotation stands for.
  case origin
  /// An annotation's ``ReviewStatus``.
  case status
  /// A quotation's type.
  case quotationType = "quotation-type"
  /// A quotation's speaker.
  case speaker
  /// A quotation's source mention.
  case source
  /// A quotation's cue.
  case cue
  /// A date's TIMEX3 type.
  case dateType = "date-type"
  /// A date's TIMEX3 value.
  case dateValue = "date-value"
  /// The date a value was counted from.
  case dateAnchor = "date-anchor"
  /// An outlet's registry id.
  case outletID = "outlet-id"
  /// An outlet's name.
  case outletName = "outlet-name"
  /// An outlet's part.
  case outletRole = "outlet-role"
  /// A person's remark.
  case note
  /// How sure the suggestion was.
  case confidence
  /// Who made it, and when.
  case creation
  /// Who decided last, and when; of two the later one holds, so it is never in conflict.
  case decision
  /// A document's date.
  case articleDate = "article-date"
  /// Which number of a document's dates is the day.
  case dayMonthOrder = "day-month-order"
  /// How far something ignored reaches: `finding`, `speaker`, `words` or `project`.
  case scope
  /// The code that something ignored has.
  case code
  /// The words or the speaker ignored.
  case words
  /// The name under which a speaker is shown.
  case name
}

/// The value of one field.
public enum FieldValue: Hashable, Sendable {
  /// A word, a name, a remark.
  case text(String)
  /// A number.
  case number(Double)
  /// A place with its words and context.
  case target(AnnotationTarget)
  /// A place with its words.
  case stretch(QuotedStretch)
  /// A speaker.
  case speaker(Speaker)
  /// An author at a time.
  case stamp(DecisionStamp)
}

/// What a change is about.
public enum ChangeSubject: Hashable, Sendable {
  /// An annotation.
  case annotation(AnnotationID)
  /// The document itself.
  case document
  /// Something ignored.
  case ignore(AnnotationID)
  /// A speaker of the project, by the id of the name in the texts.
  case speaker(String)
}

/// One field before and after; nil is a field that is not there.
///
/// A thing begins with changes from nil and ends with changes to nil in all its fields. This is
/// also the operation that is exchanged between devices: it names a field and its new value.
public struct FieldChange: Hashable, Sendable {
  /// What changed.
  public var subject: ChangeSubject
  /// In which field.
  public var field: Field
  /// The value before, or nil.
  public var before: FieldValue?
  /// The value after, or nil.
  public var after: FieldValue?

  /// A change of one field.
  public init(
    _ subject: ChangeSubject, _ field: Field, from before: FieldValue?, to after: FieldValue?
  ) {
    self.subject = subject
    self.field = field
    self.before = before
    self.after = after
  }

  /// The change that takes this one back.
  public var inverse: FieldChange { FieldChange(subject, field, from: after, to: before) }

  /// The changes that lead from some fields of a subject to others, in order of the fields.
  public static func changes(
    of subject: ChangeSubject, from before: [Field: FieldValue], to after: [Field: FieldValue]
  ) -> [FieldChange] {
    Field.allCases.compactMap { field in
      before[field] == after[field]
        ? nil : FieldChange(subject, field, from: before[field], to: after[field])
    }
  }

  /// The fields of a subject after changes of it, in their order; nil where one does not lead on from
  /// what is there.
  public static func fields(
    _ before: [Field: FieldValue], after changes: [FieldChange]
  ) -> [Field: FieldValue]? {
    var fields = before
    for change in changes {
      // Of two stamps the later one holds, whatever was there before.
      guard fields[change.field] == change.before || change.field == .decision else { return nil }
      fields[change.field] = change.after
    }
    return fields
  }

  /// Changes that follow each other as one of each field, in the order in which the fields came; a
  /// field that ends as it began is left out.
  public static func joined(_ changes: [FieldChange]) -> [FieldChange] {
    struct Place: Hashable {
      let subject: ChangeSubject
      let field: Field
    }
    var places: [Place: Int] = [:]
    var result: [FieldChange] = []
    for change in changes {
      let place = Place(subject: change.subject, field: change.field)
      if let known = places[place] {
        result[known].after = change.after
      } else {
        places[place] = result.count
        result.append(change)
      }
    }
    return result.filter { $0.before != $0.after }
  }
}
