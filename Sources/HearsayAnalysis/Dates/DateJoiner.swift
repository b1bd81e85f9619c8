internal import HearsayText

/// Collects mentions and reads what only makes sense behind the mention before: the second end of
/// “March 5-9, 1918”, “May 4 and 5” and “1915-17”.
struct DateJoiner {
  /// The mentions so far.
  private(set) var mentions: [DateMention] = []
  private let atoms: [DateAtom]
  private let roles: DateRoles
  /// Index of the atom behind the last mention.
  private var lastEnd = -2

  /// A joiner over a paragraph's atoms.
  init(atoms: [DateAtom], roles: DateRoles) {
    self.atoms = atoms
    self.roles = roles
  }

  /// Adds a mention whose last atom stands before `end`.
  mutating func add(_ mention: DateMention, end: Int) {
    if !mentions.isEmpty { completeLast(from: mention) }
    mentions.append(mention)
    lastEnd = end
  }

  /// The next atom from an index on that may end a range begun by the mention before, or the
  /// number of atoms.
  func limit(from index: Int) -> Int {
    lastEnd + 1 >= index ? min(lastEnd + 1, atoms.count) : atoms.count
  }

  /// A bare number that ends a range begun by the mention before, or nil.
  @inline(__always)
  func match(at index: Int) -> DateMatcher.Match? {
    index == lastEnd + 1 ? rangeEnd(at: index) : nil
  }

  private func rangeEnd(at index: Int) -> DateMatcher.Match? {
    guard let last = mentions.last, isLink(index - 1),
      atoms[index].word == DateVocabulary.Sign.num.rawValue, atoms[index].digits <= 2,
      case .calendar(var fields) = last.reading, fields.hour == nil, fields.part == nil,
      endsNumber(index)
    else { return nil }
    let number = atoms[index].value
    if fields.day != nil, fields.month != nil {
      guard (1...31).contains(number), !namesMonth(index + 1),
        atoms[index].isSpaced || isDash(index - 1)
      else { return nil }
      fields.day = Int8(number)
      fields.weekday = nil
      return year(behind: index, &fields)
    }
    guard isYearOnly(fields), let year = fields.year, atoms[index].digits == 2, isDash(index - 1),
      !atoms[index].isSpaced, Int(number) > Int(year) % 100
    else { return nil }
    fields.year = year - year % 100 + Int16(number)
    return DateMatcher.Match(first: index, end: index + 1, reading: .calendar(fields), rule: .year)
  }

  private func year(behind index: Int, _ fields: inout CalendarFields) -> DateMatcher.Match {
    var end = index + 1
    let place =
      end < atoms.count && atoms[end].word == DateVocabulary.Sign.comma.rawValue ? end + 1 : end
    if place < atoms.count, atoms[place].flags.contains(.year) {
      fields.year = Int16(truncatingIfNeeded: atoms[place].value)
      fields.yearShift = nil
      end = place + 1
    }
    return DateMatcher.Match(
      first: index, end: end, reading: .calendar(fields), rule: .monthDay)
  }

  /// “5 September-12 September 1914”: the first end is of the second's year.
  private mutating func completeLast(from mention: DateMention) {
    guard let first = atoms.indices.contains(lastEnd) ? lastEnd : nil, isLink(first),
      first + 1 < atoms.count, Int(atoms[first + 1].start) == mention.span.start,
      case .calendar(let later) = mention.reading, later.month != nil, let year = later.year,
      case .calendar(var earlier) = mentions[mentions.count - 1].reading, earlier.month != nil,
      earlier.year == nil, earlier.yearShift == nil
    else { return }
    earlier.year = year
    mentions[mentions.count - 1].reading = .calendar(earlier)
  }

  private func isYearOnly(_ fields: CalendarFields) -> Bool {
    var rest = CalendarFields()
    rest.year = fields.year
    return rest == fields && fields.year != nil
  }

  private func isLink(_ index: Int) -> Bool {
    isDash(index) || roles.link.contains(atoms[index].word)
  }

  private func isDash(_ index: Int) -> Bool {
    atoms[index].word == DateVocabulary.Sign.dash.rawValue
  }

  /// Whether nothing counts with the number: not “May 4 and 5 men”.
  private func endsNumber(_ index: Int) -> Bool {
    guard index + 1 < atoms.count else { return true }
    let next = atoms[index + 1]
    if next.flags.contains(.pluralEnding) || next.flags.contains(.hyphened) { return false }
    return next.isSpaced || next.word == DateVocabulary.Sign.comma.rawValue
      || next.word == DateVocabulary.Sign.dot.rawValue
      || next.word == DateVocabulary.Sign.closing.rawValue
  }

  private func namesMonth(_ index: Int) -> Bool {
    index < atoms.count && roles.month.contains(atoms[index].word)
  }
}
