internal import HearsayModel
internal import HearsayText

/// Recognises publish lines and datelines: dates that are the article's own.
struct DateLine {
  /// The paragraph's atoms.
  let atoms: [DateAtom]
  /// What single words do.
  let roles: DateRoles

  /// Notes on a mention that its line makes it the article's date.
  func mark(_ mention: inout DateMention, _ range: Range<Int>) {
    guard isFullDate(mention.reading), range.lowerBound < 40 else { return }
    if let label = label(before: range.lowerBound) {
      mention.isUpdate = roles.update.contains(atoms[label].word)
      mention.articleDate = isFrontMatter(label) ? .frontMatter : .publishLine
    } else if isDateline(range) {
      mention.articleDate = .publishLine
    }
  }

  private func isFullDate(_ reading: DateReading) -> Bool {
    switch reading {
    case .calendar(let fields): fields.day != nil && fields.month != nil && fields.pointer == .open
    case .numeric: true
    default: false
    }
  }

  /// Index of the label that leads a date: “Published: ”, “Publish date”, “Updated on ”.
  private func label(before index: Int) -> Int? {
    var position = index - 1
    var steps = 0
    while position >= 0, steps < 4 {
      let atom = atoms[position]
      if roles.label.contains(atom.word) {
        let first = labelStart(position)
        return beginsItem(first) ? first : nil
      }
      guard
        DateLine.labelSigns.contains(atom.word) || roles.preposition.contains(atom.word)
          || roles.weekday.contains(atom.word)
      else { return nil }
      position -= 1
      steps += 1
    }
    return nil
  }

  /// At a line's beginning, or behind a bar or bullet as in “By Ana Ruiz | Published 3 May 2024”.
  private func beginsItem(_ index: Int) -> Bool {
    atoms[index].flags.contains(.lineStart) || (index > 0 && isSign(index - 1))
  }

  private func labelStart(_ index: Int) -> Int {
    var first = index
    while first > 0, roles.label.contains(atoms[first - 1].word) { first -= 1 }
    if first > 0, !atoms[first].flags.contains(.lineStart), isOther(first - 1) { first -= 1 }
    return roles.label.contains(atoms[first].word) ? first : index
  }

  /// `date: 2022-02-12`, as between the lines of dashes at a file's beginning.
  private func isFrontMatter(_ label: Int) -> Bool {
    roles.frontMatter.contains(atoms[label].word) && !atoms[label].isCapitalized
      && label + 1 < atoms.count
      && self.is(label + 1, .colon)
  }

  /// “MOSCOW, February 12 /TASS/”, “January 21, 2022 (EIRNS)—”, “Ru-Main, 03.12.2021”.
  private func isDateline(_ range: Range<Int>) -> Bool {
    guard range.lowerBound <= 8 else { return false }
    for index in 0..<range.lowerBound {
      let atom = atoms[index]
      let isName = isOther(index) && atom.isCapitalized
      guard
        isName || DateLine.datelineSigns.contains(atom.word)
          || roles.weekday.contains(atom.word) || atom.flags.contains(.hyphened)
      else { return false }
    }
    let end = range.upperBound
    guard end < atoms.count else { return true }
    if range.lowerBound == 0, self.is(end, .comma) { return false }
    switch DateVocabulary.Sign(rawValue: atoms[end].word) {
    case .dash: return atoms[end].isSpaced || atoms[end].end - atoms[end].start > 1
    case .opening: return end + 1 < atoms.count && atoms[end + 1].isCapitalized
    case .dot, .comma:
      guard end + 1 < atoms.count else { return true }
      return self.is(end + 1, .slash) || self.is(end + 1, .dash)
    case .slash: return atoms[end].isSpaced
    default: return atoms[end].flags.contains(.lineStart)
    }
  }

  private func `is`(_ index: Int, _ sign: DateVocabulary.Sign) -> Bool {
    atoms[index].word == sign.rawValue
  }

  private func isOther(_ index: Int) -> Bool { self.is(index, .other) }

  /// Any sign without a meaning of its own, such as a bar or a bullet.
  private func isSign(_ index: Int) -> Bool { self.is(index, .sign) || self.is(index, .mark) }

  private static let labelSigns: Set<DateVocabulary.Word> = Set(
    [DateVocabulary.Sign.colon, .sign, .mark, .closing, .dash, .apostrophe, .comma].map(\.rawValue))
  private static let datelineSigns: Set<DateVocabulary.Word> = Set(
    [DateVocabulary.Sign.comma, .dash, .slash, .dot, .opening].map(\.rawValue))
}
