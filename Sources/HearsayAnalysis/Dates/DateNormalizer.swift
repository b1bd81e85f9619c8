public import HearsayModel
internal import HearsayText

/// Turns the time expressions of a paragraph into TIMEX3 values.
public struct DateNormalizer: Sendable {
  /// A normalizer.
  public init() {}

  /// The values of a paragraph's mentions, in their order, and what could not be decided.
  ///
  /// Without the article's date a value stays underspecified; it is never counted from today.
  /// In a text that narrates, months and seasons belong to the year it spoke of last.
  /// `context` carries what earlier paragraphs spoke of, and is brought up to date.
  public func resolve(
    _ mentions: [DateMention], documentDate: DocumentDate?, dayMonthOrder: DayMonthOrder?,
    isNarrative: Bool = false, context: inout DateContext
  ) -> (expressions: [TimeExpression], problems: [Problem]) {
    var resolver = DateResolver(
      anchor: documentDate.flatMap { CivilDate(iso: $0.value) }, order: dayMonthOrder,
      isNarrative: isNarrative, context: context)
    var expressions: [TimeExpression] = []
    var problems: [Problem] = []
    for mention in mentions {
      let resolved = resolver.resolve(mention)
      var expression = TimeExpression(
        span: mention.span, kind: resolved.kind, value: resolved.value,
        modifier: mention.modifier?.rawValue, rule: mention.rule.rawValue,
        confidence: mention.rule.confidence)
      expression.alternatives = resolved.alternatives
      expression.gap = resolved.gap
      if resolved.usesAnchor { expression.anchor = resolver.anchor?.iso }
      if resolved.gap != nil {
        expression.confidence *= 0.8
        problems.append(Problem(.unresolvedDate, mention.span, choices: resolved.alternatives))
      }
      expressions.append(expression)
    }
    context = resolver.context
    return (expressions, problems)
  }
}

/// The value of one mention.
struct ResolvedValue {
  /// TIMEX3 type.
  var kind: TimeExpression.Kind
  /// TIMEX3 value.
  var value: String
  /// Other readings.
  var alternatives: [String] = []
  /// Why it is incomplete.
  var gap: TimeExpression.Gap?
  /// Counted from the article's date.
  var usesAnchor = false
}
