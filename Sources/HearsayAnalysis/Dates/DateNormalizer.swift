public import HearsayModel
internal import HearsayText

/// Turns the time expressions of a document's paragraphs into TIMEX3 values.
public struct DateNormalizer: Sendable {
  private let anchor: CivilDate?
  /// The anchor as it stands in values.
  private let anchorText: String?
  private let order: DayMonthOrder?
  private let isNarrative: Bool

  /// A normalizer for one document.
  ///
  /// Without the article's date a value stays underspecified; it is never counted from today.
  /// In a text that narrates, months and seasons belong to the year it spoke of last.
  public init(
    documentDate: DocumentDate?, dayMonthOrder: DayMonthOrder?, isNarrative: Bool = false
  ) {
    anchor = documentDate.flatMap { CivilDate(iso: $0.value) }
    anchorText = anchor?.iso
    order = dayMonthOrder
    self.isNarrative = isNarrative
  }

  /// The values of a paragraph's mentions, in their order, and what could not be decided.
  ///
  /// `context` carries what earlier paragraphs spoke of, and is brought up to date.
  public func resolve(
    _ mentions: [DateMention], context: inout DateContext
  ) -> (expressions: [TimeExpression], problems: [Problem]) {
    var expressions: [TimeExpression] = []
    resolve(mentions, context: &context, into: &expressions)
    return (expressions, expressions.compactMap(\.problem))
  }

  /// Adds the values of a paragraph's mentions in their order.
  func resolve(
    _ mentions: [DateMention], context: inout DateContext,
    into expressions: inout [TimeExpression]
  ) {
    var resolver = DateResolver(
      anchor: anchor, order: order, isNarrative: isNarrative, context: context)
    for mention in mentions {
      let resolved = resolver.resolve(mention)
      var expression = TimeExpression(
        span: mention.span, kind: resolved.kind, value: resolved.value,
        modifier: mention.modifier?.rawValue, rule: mention.rule.rawValue,
        confidence: mention.rule.confidence)
      expression.alternatives = resolved.alternatives
      expression.gap = resolved.gap
      if resolved.usesAnchor { expression.anchor = anchorText }
      if resolved.gap != nil { expression.confidence *= 0.8 }
      expressions.append(expression)
    }
    context = resolver.context
  }
}

extension TimeExpression {
  /// What could not be decided, or nil.
  var problem: Problem? {
    gap == nil ? nil : Problem(.unresolvedDate, span, choices: alternatives)
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
