extension DateGrammar {
  /// A number of units with the index behind it.
  struct Quantity {
    /// How many; nil for several.
    var count: Int32?
    /// Half a unit more.
    var andHalf = false
    /// Index of the atom behind the last.
    var end: Int
  }

  /// `two`, `12`, `2 1/2`, `twenty-four`, `two hundred`, `a couple of`, `several`, `half a`.
  func quantity(_ index: Int) -> Quantity? {
    switch kind(index) {
    case .indefinite: indefiniteQuantity(index)
    case .half:
      kind(index + 1) == .indefinite ? Quantity(count: 0, andHalf: true, end: index + 2) : nil
    case .vague: Quantity(count: nil, end: index + 1)
    case .couple: Quantity(count: 2, end: kind(index + 1) == .of ? index + 2 : index + 1)
    case .dozen: Quantity(count: nil, end: kind(index + 1) == .of ? index + 2 : index + 1)
    case .cardinal: cardinalQuantity(index)
    default: nil
    }
  }

  private func indefiniteQuantity(_ index: Int) -> Quantity? {
    switch kind(index + 1) {
    case .couple: return Quantity(count: 2, end: index + (kind(index + 2) == .of ? 3 : 2))
    case .vague: return Quantity(count: nil, end: index + 2)
    case .dozen: return Quantity(count: 12, end: index + 2)
    case .half: return Quantity(count: 0, andHalf: true, end: index + 2)
    case .multiplier: return Quantity(count: atom(index + 1).value, end: index + 2)
    case .unit, .filler: return Quantity(count: 1, end: index + 1)
    case .cardinal:
      // “a two-year deal”, “a 10-year low”.
      guard atom(index + 2).flags.contains(.hyphened) else { return nil }
      return nil
    default: return nil
    }
  }

  private func cardinalQuantity(_ index: Int) -> Quantity? {
    let first = atom(index)
    var result = Quantity(count: first.value, end: index + 1)
    if first.flags.contains(.digits) {
      guard first.third < 0 else { return nil }
      if first.second >= 0 { result.andHalf = first.second == 5 }
      // “2 1/2 hours”.
      if atom(index + 1).value == 1, kind(index + 2) == .slash, atom(index + 3).value == 2 {
        result.andHalf = true
        result.end = index + 4
      }
    } else if first.value >= 20, (1...9).contains(atom(index + 1).value),
      kind(index + 1) == .cardinal
    {
      result.count = first.value + atom(index + 1).value
      result.end += 1
    }
    if kind(result.end) == .multiplier {
      result.count = min(1_000_000, (result.count ?? 1) * min(1000, atom(result.end).value))
      result.end += 1
    }
    // “two and a half years”.
    if reads(result.end, "and"), kind(result.end + 1) == .indefinite, kind(result.end + 2) == .half {
      result.andHalf = true
      result.end += 3
    }
    result.end = rangeEnd(result.end)
    return result
  }

  /// “two to three weeks”, “10 or 12 days”, “3-5 years”: the first number is the value.
  private func rangeEnd(_ index: Int) -> Int {
    guard kind(index) == .link || kind(index) == .dash, kind(index + 1) == .cardinal,
      atom(index + 1).second < 0, kind(index + 2) == .units
    else { return index }
    return index + 2
  }

  /// The unit at an index, words between number and unit passed over, and the index behind it.
  func unit(_ index: Int) -> (unit: DateUnit, end: Int, isPlural: Bool)? {
    var position = index
    while kind(position) == .filler || kind(position) == .fiscal, position < index + 2 {
      position += 1
    }
    var atom = atom(position)
    if atom.kind == .ordinal, atom.value == 2, atom.flags.contains(.hyphened) {
      atom.kind = .unit
      atom.value = 0
    }
    guard atom.kind == .unit || atom.kind == .units, atom.value != 14,
      let value = UInt8(exactly: atom.value), let unit = DateUnit(rawValue: value)
    else { return nil }
    return (unit, position + 1, atom.kind == .units)
  }

  /// Durations, and what “ago”, “earlier” and “later” make of them.
  func quantityLed(_ index: Int, from first: Int? = nil, _ modifier: DateModifier? = nil) -> Match? {
    var first = first ?? index
    guard let quantity = quantity(index), let unit = unit(quantity.end) else { return nil }
    let isJoined = atom(unit.end - 1).flags.contains(.hyphened)
    if kind(index) == .indefinite {
      // “a year-earlier loss”: the article is not part of it, nor in “a several-year tenure”.
      if atom(unit.end).flags.contains(.hyphened) { return nil }
      if isJoined { first = index + 1 }
    }
    if kind(index) == .cardinal, !isJoined, !unit.isPlural, quantity.count != 1,
      !quantity.andHalf, unit.unit == .second || unit.unit == .quarter || unit.unit == .minute
    {
      return nil
    }
    // “three-quarters” is a fraction.
    if isJoined, unit.unit == .quarter || unit.unit == .second { return nil }
    var end = unit.end
    // An age: “12-year-old”, “40 years old”, “three years of age”.
    if kind(end) == .old || (kind(end) == .of && reads(end + 1, "age")) {
      return Match(first, end + 1, nil, .duration)
    }
    var amount = DateAmount(quantity.count, unit.unit, andHalf: quantity.andHalf)
    if reads(end, "and"), kind(end + 1) == .indefinite, kind(end + 2) == .half {
      amount.andHalf = true
      end += 3
    }
    if reads(end, "or"), reads(end + 1, "two") || reads(end + 1, "so") { end += 2 }
    if let shifted = shifted(amount, first, end, modifier) { return shifted }
    guard kind(index) != .indefinite || isDuration(index, quantity, unit.unit, end) else {
      return rate(index, quantity, unit.unit, end)
    }
    return Match(first, end, .duration(amount), .duration, modifier: modifier)
  }

  /// “two days ago”, “a week earlier”, “three years later”, “two weeks from now”.
  private func shifted(
    _ amount: DateAmount, _ first: Int, _ end: Int, _ modifier: DateModifier?
  ) -> Match? {
    let word = atom(end)
    let sign: Int32
    let origin: DateShift.Origin
    var behind = end + 1
    switch word.kind {
    case .ago:
      (sign, origin) = (-1, .article)
    case .comparative:
      // “three days later” is a length and a sign of order.
      guard reads(end, "earlier") else { return nil }
      (sign, origin) = (word.value, .text)
    case .preposition where reads(end, "from") && reads(end + 1, "now"):
      (sign, origin) = (1, .article)
      behind = end + 2
    default: return nil
    }
    guard let count = amount.count, amount.unit > .hour else {
      let direction: DateDirection = sign < 0 ? .past : .future
      return Match(first, behind, .reference(direction), .ago, modifier: modifier)
    }
    let months = amount.unit == .year && amount.andHalf
    let isDecades = amount.unit == .decade
    let shift =
      isDecades
      ? DateShift(.year, sign * min(count, 900) * 10, origin: origin)
      : months
      ? DateShift(.month, sign * (min(count, 9999) * 12 + 6), origin: origin)
      : DateShift(
        amount.unit, sign * min(count, 9999), origin: origin,
        grain: amount.unit == .year && count == 1 && sign < 0 ? .quarter : nil)
    let rule: DateRule = origin == .article ? .ago : .earlierLater
    return Match(first, behind, .shift(shift), rule, modifier: modifier)
  }

  /// Whether “a year” is a length rather than a rate: “for a year”, “in a week”.
  private func isDuration(_ index: Int, _ quantity: Quantity, _ unit: DateUnit, _ end: Int) -> Bool {
    if quantity.count != 1 || quantity.andHalf { return true }
    switch unit {
    case .second, .quarter, .weekend, .millennium: return false
    case .minute, .hour, .day:
      return kind(index - 1) == .preposition || kind(index - 1) == .approximate
    default: break
    }
    let before = kind(index - 1)
    return before == .preposition || before == .approximate || before == .comparative
      || kind(index - 2) == .filler || reads(index - 1, "than") || kind(end) == .filler
      || unit == .decade || unit == .century
  }

  /// “twice a day”, “$30 a year”: a repeated time.
  private func rate(_ index: Int, _ quantity: Quantity, _ unit: DateUnit, _ end: Int) -> Match? {
    guard quantity.count == 1, end == quantity.end + 1, unit > .second, unit != .quarter else {
      return nil
    }
    let before = atom(index - 1)
    let isRate =
      before.flags.contains(.digits) || before.kind == .multiplier || reads(index - 1, "times")
      || reads(index - 1, "twice") || reads(index - 1, "once") || reads(index - 1, "%")
    guard isRate else { return nil }
    return Match(index, end, .everyAmount(DateAmount(1, unit)), .set)
  }

  /// “nearly two years”, “about a week ago”.
  func approximateLed(_ index: Int) -> Match? {
    guard !atom(index).flags.contains(.hyphened) else { return nil }
    let modifier: DateModifier
    switch atom(index).value {
    case 1: modifier = .moreThan
    case 2: modifier = .lessThan
    default: modifier = .approx
    }
    // “over three years” is more often a stretch than a bound.
    if modifier == .moreThan, kind(index + 1) != .indefinite { return nil }
    let isAbout = reads(index, "about") || reads(index, "some")
    let first = isAbout ? index + 1 : index
    return quantityLed(index + 1, from: first, modifier).flatMap {
      $0.first == first ? $0 : nil
    }
  }

  /// “more than a year”, “less than two weeks”, “at least five days”, “up to a month”.
  func comparisonLed(_ index: Int) -> Match? {
    let modifier: DateModifier
    if reads(index, "more"), reads(index + 1, "than") {
      modifier = .moreThan
    } else if reads(index, "less"), reads(index + 1, "than") {
      modifier = .lessThan
    } else if reads(index, "up"), reads(index + 1, "to") {
      modifier = .equalOrLess
    } else if reads(index, "at"), reads(index + 1, "least") {
      modifier = .equalOrMore
    } else if reads(index, "at"), reads(index + 1, "most") {
      modifier = .equalOrLess
    } else {
      return nil
    }
    return quantityLed(index + 2, from: index, modifier).flatMap {
      $0.first == index ? $0 : nil
    }
  }

  /// “years ago”, “for months”, “months on end”, “decades”.
  func bareUnits(_ index: Int) -> Match? {
    guard let unit = unit(index), unit.unit > .minute else { return nil }
    if atom(index).flags.contains(.hyphened) { return nil }
    if kind(index + 1) == .ago { return Match(index, index + 2, .reference(.past), .ago) }
    if reads(index + 1, "earlier") {
      return Match(index, index + 2, .reference(.past), .earlierLater)
    }
    let amount = DateReading.duration(DateAmount(nil, unit.unit))
    if reads(index + 1, "on"), reads(index + 2, "end") {
      return Match(index, index + 3, amount, .duration)
    }
    if kind(index + 1) == .old || kind(index + 1) == .apostrophe { return nil }
    let before = kind(index - 1)
    let isLed = reads(index - 1, "for") || reads(index - 1, "in") || reads(index - 1, "within")
    guard isLed || reads(index - 1, "take") || reads(index - 1, "after") || before == .link
      || unit.unit >= .decade
    else { return nil }
    return Match(index, index + 1, amount, .duration)
  }
}
