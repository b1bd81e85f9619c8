internal import HearsayModel
internal import HearsayText

/// The one-line messages of diagnostics.
struct AnnotationMessage {
  /// The text the annotations are about.
  let text: Text

  /// Who said a quotation and how.
  func message(for quotation: Quotation) -> String {
    if quotation.type == .scare { return "words in quotation marks, nobody credited (scare)" }
    let said = AnnotationMessage.said(quotation.type)
    if let speaker = quotation.speaker { return speaker.name + said }
    if !quotation.candidates.isEmpty {
      return Wording.list(quotation.candidates.map(\.name)) + said
    }
    guard let source = quotation.source else {
      return "nobody is credited (\(quotation.type.rawValue))"
    }
    return Wording.excerpt(of: source, in: text) + said
  }

  /// What stands behind whoever said a quotation; whole, as there may be a thousand at every keystroke.
  private static func said(_ type: QuotationType) -> String {
    switch type {
    case .direct: " said (direct)"
    case .indirect: " said (indirect)"
    case .mixed: " said (mixed)"
    case .scare: " said (scare)"
    }
  }

  /// What a time expression means on the calendar.
  func message(for date: TimeExpression) -> String {
    var notes: [String] = []
    if date.kind != .date { notes.append(Wording.name(of: date.kind)) }
    if let anchor = date.anchor { notes.append("counted from \(anchor)") }
    if let gap = date.gap { notes.append(Wording.sentence(for: gap)) }
    return notes.isEmpty ? date.value : "\(date.value) (\(notes.joined(separator: ", ")))"
  }

  /// Which outlet it is and the part it plays.
  func message(for outlet: OutletMention) -> String {
    let role = Wording.name(of: outlet.role)
    guard outlet.outletID == nil, !outlet.candidates.isEmpty else {
      return "\(outlet.name) (\(role))"
    }
    return "\(outlet.name) could be \(Wording.list(outlet.candidates)) (\(role))"
  }
}
