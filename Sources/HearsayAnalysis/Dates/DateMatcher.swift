/// Walks a language's table over a paragraph's atoms and keeps the longest expression.
struct DateMatcher {
  /// What was found: the atoms from `first` up to `end`, and what they say.
  struct Match {
    /// Index of the first atom.
    var first: Int
    /// Index of the atom behind the last.
    var end: Int
    /// What they say; nil where they are no time expression but must not be read as one.
    var reading: DateReading?
    /// TIMEX3 `mod`.
    var modifier: DateModifier?
    /// The rule.
    var rule: DateRule
    /// Order of day and month, where a numeric date shows it.
    var order: DayMonthOrder?
  }

  private let atoms: [DateAtom]
  private let table: DateAutomaton
  private let language: DateLanguage
  private var draft = DateDraft()
  private var best: Match?
  private var bestReach = 0
  private var bestRule = Int32.max

  /// A matcher over a paragraph's atoms.
  init(atoms: [DateAtom], language: DateLanguage) {
    self.atoms = atoms
    table = language.automaton
    self.language = language
  }

  /// The longest expression that begins at an atom, or nil.
  ///
  /// Of two the one whose rule looked further wins, then the one that was written first.
  mutating func match(at index: Int) -> Match? {
    let starts = table.starts(group(index), group(index + 1))
    let third: UInt64 = 1 << UInt64(group(index + 2))
    best = nil
    bestReach = 0
    bestRule = .max
    for start in starts where table.startThirds[start] & third != 0 {
      follow(table.edges[Int(table.startEdges[start])], index, first: index, end: -1)
    }
    return best
  }

  @inline(__always)
  private func group(_ index: Int) -> UInt8 {
    index < atoms.count
      ? atoms[index].group : UInt8(truncatingIfNeeded: DateVocabulary.Sign.end.rawValue)
  }

  /// Tries every way out of a state.
  ///
  /// It calls itself as often as a pattern has elements.
  private mutating func walk(_ state: Int32, _ place: Int, first: Int, end: Int) {
    let bit: UInt64 = 1 << UInt64(group(place))
    let state = table.states[Int(state)]
    guard state.next & bit != 0 else { return }
    for index in Int(state.first)..<Int(state.end) where table.nexts[index] & bit != 0 {
      follow(table.edges[index], place, first: first, end: end)
    }
  }

  private mutating func follow(
    _ edge: DateAutomaton.Edge, _ place: Int, first: Int, end: Int
  ) {
    switch edge.step {
    case .atom:
      guard place < atoms.count, passes(atoms[place], table.tests[Int(edge.index)]) else { return }
      guard edge.field >= 0 else {
        walk(edge.target, place + 1, first: first, end: end)
        return
      }
      let before = write(edge, number(atoms[place], test: Int(edge.index)))
      walk(edge.target, place + 1, first: first, end: end)
      draft.setRaw(Int(edge.field), before)
    case .constant:
      let before = write(edge, edge.constant)
      walk(edge.target, place, first: first, end: end)
      draft.setRaw(Int(edge.field), before)
    case .look:
      if holds(table.looks[Int(edge.index)], place) {
        walk(edge.target, place, first: first, end: end)
      }
    case .begin: walk(edge.target, place, first: place, end: end)
    case .end: walk(edge.target, place, first: first, end: place)
    case .accept: accept(edge.index, first: first, end: end < 0 ? place : end, reach: place)
    }
  }

  /// Writes a number down and returns what was there before.
  private mutating func write(_ edge: DateAutomaton.Edge, _ number: Int32) -> Int32 {
    let field = Int(edge.field)
    let before = draft.raw(field)
    switch edge.operation {
    case .set: draft.setRaw(field, number)
    case .add: draft.setRaw(field, min(1_000_000, max(0, before) &+ number))
    case .multiply:
      draft.setRaw(field, min(1_000_000, min(2_000, max(1, before)) &* min(1_000, number)))
    }
    return before
  }

  private func holds(_ look: DateAutomaton.Look, _ place: Int) -> Bool {
    let first = look.isBehind ? place - Int(look.count) : place
    var holds = true
    for offset in 0..<Int(look.count) {
      let index = first + offset
      let atom = index >= 0 && index < atoms.count ? atoms[index] : DateMatcher.beyond
      guard passes(atom, table.tests[Int(look.first) + offset]) else {
        holds = false
        break
      }
    }
    return holds != look.isNegative
  }

  private static let beyond = DateAtom(
    start: 0, end: 0, word: DateVocabulary.Sign.end.rawValue, flags: [.spaced])

  @inline(__always)
  private func passes(_ atom: DateAtom, _ test: DateAutomaton.Test) -> Bool {
    let bits = table.words[Int(test.words) + Int(atom.word >> 6)]
    guard bits >> UInt64(atom.word & 63) & 1 != 0, atom.flags.isSuperset(of: test.required),
      atom.flags.isDisjoint(with: test.forbidden), atom.digits >= test.lowDigits,
      atom.digits <= test.highDigits
    else { return false }
    return !atom.flags.contains(.digits) || (atom.value >= test.low && atom.value <= test.high)
  }

  /// An atom's number: what it is written in digits, or that of the first class it belongs to.
  private func number(_ atom: DateAtom, test: Int) -> Int32 {
    if atom.flags.contains(.digits) { return atom.value }
    for index in table.classes[test] {
      if let value = language.vocabulary.value(of: atom.word, in: index) { return value }
    }
    return 0
  }

  private mutating func accept(_ rule: Int32, first: Int, end: Int, reach: Int) {
    guard end > first else { return }
    if let best, (end, reach, -rule) <= (best.end, bestReach, -bestRule) { return }
    guard
      var made = DateReadingMaker(draft: draft, atoms: atoms[first..<end])
        .make(table.rules[Int(rule)])
    else { return }
    made.first = first
    made.end = end
    best = made
    bestReach = reach
    bestRule = rule
  }
}
