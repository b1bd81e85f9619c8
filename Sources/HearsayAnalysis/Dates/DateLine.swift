internal import HearsayModel
internal import HearsayText

/// Recognises publish lines and datelines: dates that are the article's own.
struct DateLine {
  /// The paragraph's atoms.
  let atoms: [DateAtom]
  /// Its bytes.
  let bytes: [UInt8]

  /// Notes on a mention that its line makes it the article's date.
  func mark(_ mention: inout DateMention, _ range: Range<Int>) {
    guard isFullDate(mention.reading), range.lowerBound < 40 else { return }
    if let label = label(before: range.lowerBound) {
      mention.isUpdate = atoms[label].value == 1
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
      if atom.kind == .label {
        let first = labelStart(position)
        return beginsItem(first) ? first : nil
      }
      guard
        atom.kind == .colon || atom.kind == .preposition || atom.kind == .otherSign
          || atom.kind == .dash || atom.kind == .apostrophe || atom.kind == .weekday
          || atom.kind == .shortWeekday || atom.kind == .comma
      else { return nil }
      position -= 1
      steps += 1
    }
    return nil
  }

  /// At a line's beginning, or behind a bar or bullet as in “By Ana Ruiz | Published 3 May 2024”.
  private func beginsItem(_ index: Int) -> Bool {
    atoms[index].flags.contains(.lineStart) || (index > 0 && atoms[index - 1].kind == .otherSign)
  }

  private func labelStart(_ index: Int) -> Int {
    var first = index
    while first > 0, atoms[first - 1].kind == .label { first -= 1 }
    if first > 0, !atoms[first].flags.contains(.lineStart), atoms[first - 1].kind == .other {
      first -= 1
    }
    return atoms[first].kind == .label ? first : index
  }

  /// `date: 2022-02-12`, as between the lines of dashes at a file's beginning.
  private func isFrontMatter(_ label: Int) -> Bool {
    let text = bytes[Int(atoms[label].start)..<Int(atoms[label].end)]
    return text.elementsEqual("date".utf8) && label + 1 < atoms.count
      && atoms[label + 1].kind == .colon
  }

  /// “MOSCOW, February 12 /TASS/”, “January 21, 2022 (EIRNS)—”, “Ru-Main, 03.12.2021”.
  private func isDateline(_ range: Range<Int>) -> Bool {
    guard range.lowerBound <= 8 else { return false }
    for index in 0..<range.lowerBound {
      let atom = atoms[index]
      let isName = atom.kind == .other && atom.isCapitalized
      let isSign =
        atom.kind == .comma || atom.kind == .dash || atom.kind == .slash || atom.kind == .dot
        || atom.kind == .weekday || atom.kind == .shortWeekday || atom.kind == .opening
      guard isName || isSign || atom.flags.contains(.hyphened) else { return false }
    }
    let end = range.upperBound
    guard end < atoms.count else { return true }
    if range.lowerBound == 0, atoms[end].kind == .comma { return false }
    switch atoms[end].kind {
    case .dash: return atoms[end].isSpaced || atoms[end].end - atoms[end].start > 1
    case .opening: return end + 1 < atoms.count && atoms[end + 1].isCapitalized
    case .dot, .comma:
      guard end + 1 < atoms.count else { return true }
      return atoms[end + 1].kind == .slash || atoms[end + 1].kind == .dash
    case .slash: return atoms[end].isSpaced
    default: return atoms[end].flags.contains(.lineStart)
    }
  }
}
