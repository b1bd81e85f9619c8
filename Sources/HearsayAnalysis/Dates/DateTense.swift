/// Tells from the words beside an expression which way from the article's date it points.
struct DateTense {
  /// The paragraph's atoms.
  let atoms: [DateAtom]
  /// What single words do.
  let roles: DateRoles

  /// The direction that the nearest telling word of the sentence gives, or open.
  func beside(_ range: Range<Int>) -> DateDirection {
    let next = range.upperBound
    // “Wednesday's ruling” has been made.
    if next < atoms.count, roles.possessive.contains(atoms[next].word) { return .past }
    if range.lowerBound > 0, roles.since.contains(atoms[range.lowerBound - 1].word) {
      return .past
    }
    // “until Tuesday”, “by May”; but “By Friday, 200 had fled”.
    if range.lowerBound > 0, roles.until.contains(atoms[range.lowerBound - 1].word),
      !atoms[range.lowerBound - 1].flags.contains(.sentenceStart)
    {
      let had = atoms[..<range.lowerBound].suffix(7).contains {
        roles.pluperfect.contains($0.word)
      }
      return had ? .past : .future
    }
    // “as soon as Tuesday”.
    if range.lowerBound > 2, roles.asWord.contains(atoms[range.lowerBound - 3].word),
      roles.asWord.contains(atoms[range.lowerBound - 1].word)
    {
      return .future
    }
    var index = range.lowerBound
    var left = 8
    while index > 0, left > 0, !atoms[index].flags.contains(.sentenceStart) {
      index -= 1
      left -= 1
      if let direction = direction(index) { return direction }
    }
    for index in next..<max(next, min(atoms.count, next + 10)) {
      if atoms[index].flags.contains(.sentenceStart) { break }
      if atoms[index].word == DateVocabulary.Sign.dot.rawValue { break }
      if let direction = direction(index) { return direction }
    }
    return .open
  }

  /// “published” is past, “to be published” is not, and “will be published” is told by “will”.
  private func participle(_ index: Int) -> DateDirection? {
    guard index > 1 else { return .past }
    let before = atoms[index - 1].word
    // “the reduced dividend”.
    if roles.article.contains(before) { return nil }
    guard roles.be.contains(before) else { return .past }
    return roles.link.contains(atoms[index - 2].word) ? .future : nil
  }

  private func direction(_ index: Int) -> DateDirection? {
    let atom = atoms[index]
    if !roles.telling.contains(atom.word), !atom.flags.contains(.pastEnding) { return nil }
    if roles.past.contains(atom.word) { return participle(index) }
    if roles.future.contains(atom.word) {
      // “had been scheduled”, “was planned”.
      return index > 0 && roles.pluperfect.contains(atoms[index - 1].word) ? .past : .future
    }
    if roles.planned.contains(atom.word) {
      // “set for May”, “set to resume”.
      guard index + 1 < atoms.count else { return .past }
      let next = atoms[index + 1].word
      return roles.link.contains(next) || roles.preposition.contains(next) ? .future : .past
    }
    if roles.link.contains(atom.word) {
      // “is to resume on Tuesday”.
      return index > 0 && roles.be.contains(atoms[index - 1].word) ? .future : nil
    }
    guard atom.flags.contains(.pastEnding), !atom.isCapitalized else { return nil }
    return participle(index)
  }
}
