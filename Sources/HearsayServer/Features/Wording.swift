internal import HearsayModel
internal import HearsayText

/// The words for what the analysis says in names.
enum Wording {
  /// What a quotation type is called.
  static func name(of type: QuotationType) -> String {
    switch type {
    case .direct: "direct quotation"
    case .mixed: "mixed quotation"
    case .indirect: "indirect quotation"
    case .scare: "words in quotation marks"
    }
  }

  /// Where the words that credit stand, as a sentence, or nil where nothing credits.
  static func sentence(for rule: AttributionEvidence.Rule) -> String? {
    switch rule {
    case .none: nil
    case .after: "the words that credit follow the quotation"
    case .before: "the words that credit stand before the quotation"
    case .inside: "the words that credit interrupt the quotation"
    case .colon: "the source and a colon stand before the quotation"
    case .accordingTo: "the sentence says according to whom"
    case .previousSentence: "the sentence before speaks of the source"
    case .continued: "the utterance goes on from the stretch before"
    case .label: "the line begins with the speaker's label"
    }
  }

  /// How a mention became a speaker, as a sentence about it, or nil where nothing was resolved.
  ///
  /// - Parameter place: The mention it was resolved to with its line, such as `“Ana Ruiz” (line
  ///   3)`, or nil where none is known.
  static func sentence(
    for resolution: AttributionEvidence.Resolution, resolvedTo place: String? = nil
  ) -> String? {
    let seen = place.map { ": \($0)" } ?? ""
    switch resolution {
    case .none: return nil
    case .name: return "is the fullest name the document gives"
    case .partOfName: return "is part of a name given in full elsewhere" + seen
    case .pronoun: return "is a pronoun for the nearest mention that agrees with it" + seen
    case .role: return "is the role the document gives that person" + seen
    case .organisation: return "is an organisation" + seen
    case .document: return "speaks for whoever issued it or was speaking" + seen
    case .acronym: return "is short for a name given in full" + seen
    case .spelling: return "is another spelling of a name" + seen
    case .description: return "is a description that no name in the document belongs to"
    case .ambiguous: return "fits more than one"
    }
  }

  /// What an outlet's role is called.
  static func name(of role: OutletRole) -> String {
    switch role {
    case .publisher: "publisher"
    case .agency: "agency"
    case .republishedFrom: "republished from"
    case .reportedBy: "reported by"
    case .toldTo: "told to"
    case .imageCredit: "image credit"
    case .link: "link"
    case .mention: "mention"
    }
  }

  /// What a TIMEX3 type is called.
  static func name(of kind: TimeExpression.Kind) -> String {
    switch kind {
    case .date: "date"
    case .time: "time of day"
    case .duration: "length of time"
    case .set: "repeated time"
    }
  }

  /// Why a value is incomplete, as a sentence.
  static func sentence(for gap: TimeExpression.Gap) -> String {
    switch gap {
    case .noAnchor: "the article's date is not known"
    case .dayMonthOrder: "day and month could be either way round"
    }
  }

  /// What is wrong, in one sentence.
  static func sentence(for problem: Problem) -> String {
    let choices = list(problem.choices)
    switch problem.code {
    case .unclosedMark: return "This quotation mark never closes."
    case .noSource: return "Nobody is credited with this quotation."
    case .ambiguousSpeaker:
      return choices.isEmpty
        ? "More than one person could be the speaker." : "The speaker could be \(choices)."
    case .unresolvedDate:
      return choices.isEmpty
        ? "This date cannot be completed." : "This date could be \(choices)."
    case .alteredQuotation:
      return "Words inside this quotation are in brackets or left out."
    }
  }

  /// What an analyst can do about a problem, in one sentence.
  static func advice(for code: Problem.Code) -> String {
    switch code {
    case .unclosedMark: "Look for the missing mark; the paragraph's end is taken for it."
    case .noSource: "Check whether the text credits somebody further away."
    case .ambiguousSpeaker: "Read the sentences before and decide who is meant."
    case .unresolvedDate: "Give the article's date, in the text or in the settings."
    case .alteredQuotation: "Compare with the original before you quote it."
    }
  }

  /// What a person decided, behind a diagnostic's message; empty for a suggestion.
  static func review(_ stored: StoredAnnotation?) -> String {
    guard let stored else { return "" }
    let note = stored.kind == .note ? nil : stored.note.map { ": \(excerpt($0))" }
    return " [\(stored.status.rawValue)\(note ?? "")]"
  }

  /// “a”, “a or b”, “a, b or c”; at most five, then an ellipsis.
  static func list(_ choices: [String]) -> String {
    var shown = Array(choices.prefix(5))
    guard let last = shown.popLast() else { return "" }
    if choices.count > 5 { return (shown + [last, "…"]).joined(separator: ", ") }
    return shown.isEmpty ? last : shown.joined(separator: ", ") + " or " + last
  }

  /// A stretch of a text on one line, cut to `limit` characters with an ellipsis; of a very long
  /// stretch only the beginning is looked at.
  static func excerpt(of span: ByteSpan, in text: Text, limit: Int = 60) -> String {
    let farEnd = text.offset(ofByte: min(span.end, span.start + limit * 8), in: .utf32)
    let end = text.byte(ofOffset: farEnd, in: .utf32)
    return excerpt(text.string(in: ByteSpan(span.start, end)), limit: limit)
  }

  /// A text on one line, cut to `limit` characters with an ellipsis.
  static func excerpt(_ text: String, limit: Int = 60) -> String {
    let words = text.split { $0 == " " || $0 == "\n" || $0 == "\r" || $0 == "\r\n" || $0 == "\t" }
    let line = words.joined(separator: " ")
    guard line.count > limit else { return line }
    return line.prefix(limit - 1) + "…"
  }
}
