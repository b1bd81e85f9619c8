public import HearsayModel
internal import HearsayText

/// A finding as a mark, with every value an expectation may give it.
///
/// | kind | values |
/// |---|---|
/// | `content` | `type`; `type:Speaker Name`; `type:` where nobody is the speaker; `type:?A,B` |
/// | | for the candidates where nothing decides; `type^` and `type^:Speaker Name` for a part of |
/// | | another quotation |
/// | `source` | how it became a speaker: `pronoun`, `acronym` … |
/// | `cue` | where the words stand that credit: `after`, `label` … |
/// | `date` | the TIMEX3 value; `TYPE:value`; `TYPE:value%modifier` |
/// | `outlet` | the registry id, or `?a,b` for the candidates where nothing decides; `id:role` |
/// | `problem` | the code; `code:choice,choice` |
///
/// `furniture` has none. A mark without a value says nothing about it.
public struct FindingMark: Hashable, Sendable {
  /// Kind, identity and span; its value is the first of ``values``.
  public let mark: MarkedArticle.Mark
  /// What may be written after the equals sign, the most telling first.
  public let values: [String]

  /// A mark that reads like the first of its values.
  init(
    _ kind: MarkedArticle.Kind, identity: Int? = nil, _ span: ByteSpan, values: [String] = []
  ) {
    mark = MarkedArticle.Mark(kind, identity: identity.map { "u\($0)" }, value: values.first, span)
    self.values = values
  }

  /// All findings as marks.
  public static func marks(of findings: Findings) -> [FindingMark] {
    var marks: [FindingMark] = []
    for quotation in findings.quotations { marks += FindingMark.marks(of: quotation) }
    for date in findings.dates { marks.append(mark(of: date)) }
    for outlet in findings.outlets { marks.append(mark(of: outlet)) }
    for span in findings.furniture { marks.append(FindingMark(.furniture, span)) }
    for problem in findings.problems { marks.append(mark(of: problem)) }
    return marks
  }

  private static func marks(of quotation: Quotation) -> [FindingMark] {
    let type = quotation.type.rawValue
    let identity = quotation.utterance
    var values = ["\(type):\(quotation.speaker?.name ?? "")", type]
    if quotation.speaker == nil, !quotation.candidates.isEmpty {
      let names = quotation.candidates.map(\.name).joined(separator: ",")
      values.append("\(type):?\(names)")
    }
    if quotation.parent != nil {
      values += ["\(type)^:\(quotation.speaker?.name ?? "")", "\(type)^"]
    }
    var marks = [FindingMark(.content, identity: identity, quotation.span, values: values)]
    if let source = quotation.source {
      let how = quotation.evidence.resolution.rawValue
      marks.append(FindingMark(.source, identity: identity, source, values: [how]))
    }
    if let cue = quotation.cue {
      let rule = quotation.evidence.rule.rawValue
      marks.append(FindingMark(.cue, identity: identity, cue, values: [rule]))
    }
    return marks
  }

  private static func mark(of date: TimeExpression) -> FindingMark {
    let typed = "\(date.kind.rawValue):\(date.value)"
    let full = date.modifier.map { ["\(typed)%\($0)"] } ?? []
    return FindingMark(.date, date.span, values: [date.value, typed] + full)
  }

  private static func mark(of outlet: OutletMention) -> FindingMark {
    let name = outlet.outletID ?? "?" + outlet.candidates.joined(separator: ",")
    return FindingMark(.outlet, outlet.span, values: ["\(name):\(outlet.role.rawValue)", name])
  }

  private static func mark(of problem: Problem) -> FindingMark {
    let code = problem.code.rawValue
    let choices = problem.choices.joined(separator: ",")
    return FindingMark(.problem, problem.span, values: ["\(code):\(choices)", code])
  }
}
