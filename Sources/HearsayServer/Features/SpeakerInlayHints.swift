internal import HearsayModel
internal import HearsayText

/// Who speaks, behind a quotation whose own words of credit do not say it in full.
enum SpeakerInlayHints {
  /// The notes of the quotations among some findings.
  static let notes: InlayHintList.Source = { findings, text in
    var bySpan: [ByteSpan: Quotation] = [:]
    for quotation in findings.quotations { bySpan[quotation.span] = quotation }
    return findings.quotations.compactMap { quotation in
      guard let speaker = quotation.speaker, quotation.type != .scare,
        !isNamed(quotation, speaker, in: text)
      else { return nil }
      // Inside of what the same speaker says in other words, the outer note is enough.
      let parent = quotation.parent.flatMap { bySpan[$0] }
      if parent?.speaker?.name == speaker.name { return nil }
      return InlayHintList.Note(
        byte: quotation.span.end, label: "— \(speaker.name)", tooltip: tooltip(speaker, quotation),
        speaker: speaker)
    }
  }

  /// Whether the words that credit give the name as it is shown.
  private static func isNamed(
    _ quotation: Quotation, _ speaker: Speaker, in text: Text
  ) -> Bool {
    guard let source = quotation.source, source.count >= speaker.name.utf8.count else {
      return false
    }
    return text.string(in: source).contains(speaker.name)
  }

  private static func tooltip(_ speaker: Speaker, _ quotation: Quotation) -> String {
    let role = speaker.role.map { ", \($0)" } ?? ""
    let rule = Wording.sentence(for: quotation.evidence.rule).map { ": \($0)" } ?? ""
    return "\(speaker.name)\(role) (\(quotation.type.rawValue))\(rule)"
  }
}
