/// Tells from the words beside an expression which way from the article's date it points.
enum DateTense {
  /// The direction that the nearest telling word of the sentence gives, or open.
  static func beside(_ range: Range<Int>, in atoms: [DateAtom]) -> DateDirection {
    let next = range.upperBound
    // “Wednesday's ruling” has been made.
    if next < atoms.count, atoms[next].kind == .possessive { return .past }
    // “until Tuesday”, “by May”; but “By Friday, 200 had fled”.
    if range.lowerBound > 0, atoms[range.lowerBound - 1].kind == .preposition,
      atoms[range.lowerBound - 1].value == 1,
      !atoms[range.lowerBound - 1].flags.contains(.sentenceStart)
    {
      return .future
    }
    // “as soon as Tuesday”.
    if range.lowerBound > 2, atoms[range.lowerBound - 3].isAs, atoms[range.lowerBound - 1].isAs {
      return .future
    }
    var index = range.lowerBound
    var left = 8
    while index > 0, left > 0, !atoms[index].flags.contains(.sentenceStart) {
      index -= 1
      left -= 1
      if let direction = direction(atoms, index) { return direction }
    }
    for index in next..<max(next, min(atoms.count, next + 7)) {
      if atoms[index].flags.contains(.sentenceStart) || atoms[index].kind == .dot { break }
      if let direction = direction(atoms, index) { return direction }
    }
    return .open
  }

  private static func direction(_ atoms: [DateAtom], _ index: Int) -> DateDirection? {
    let atom = atoms[index]
    switch atom.kind {
    case .pastCue: return .past
    case .futureCue:
      // “had been scheduled”, “was planned”.
      let before = index > 0 ? atoms[index - 1].kind : .end
      return before == .pastCue ? .past : .future
    case .setCue:
      // “set for May”, “set to resume”.
      let next = index + 1 < atoms.count ? atoms[index + 1].kind : .end
      return next == .link || next == .preposition ? .future : .past
    default: return atom.flags.contains(.endsInEd) ? .past : nil
    }
  }
}
