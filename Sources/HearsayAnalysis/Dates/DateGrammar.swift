/// The rules that read time expressions off a paragraph's atoms.
///
/// Every rule looks at a bounded number of atoms, so reading is linear in their number.
struct DateGrammar {
  /// What a rule found: the atoms from `first` up to `end`, and their reading.
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

    init(
      _ first: Int, _ end: Int, _ reading: DateReading?, _ rule: DateRule,
      modifier: DateModifier? = nil, order: DayMonthOrder? = nil
    ) {
      self.first = first
      self.end = end
      self.reading = reading
      self.rule = rule
      self.modifier = modifier
      self.order = order
    }
  }

  /// The paragraph's atoms.
  let atoms: [DateAtom]
  /// Its bytes, for the few rules that compare whole words.
  let bytes: [UInt8]

  private static let beyond = DateAtom(start: 0, end: 0, kind: .end)

  /// The atom at an index; an atom of kind `end` outside.
  @inline(__always)
  func atom(_ index: Int) -> DateAtom {
    index >= 0 && index < atoms.count ? atoms[index] : DateGrammar.beyond
  }

  /// What the atom at an index can do.
  @inline(__always)
  func kind(_ index: Int) -> DateWordKind { atom(index).kind }

  /// Whether the atom at an index is this word, given in lower case.
  func reads(_ index: Int, _ word: StaticString) -> Bool {
    let atom = atom(index)
    let start = Int(atom.start)
    guard Int(atom.end) - start == word.utf8CodeUnitCount, atom.kind != .end else { return false }
    return word.withUTF8Buffer { buffer in
      for offset in 0..<buffer.count {
        let byte = bytes[start + offset]
        guard (byte &- 0x41 < 26 ? byte | 0x20 : byte) == buffer[offset] else { return false }
      }
      return true
    }
  }

  /// The longest expression that begins at an atom, or nil.
  func match(at index: Int) -> Match? {
    switch kind(index) {
    case .cardinal: dateOrClock(index) ?? yearLed(index) ?? quantityLed(index)
    case .month, .shortMonth: monthLed(index)
    case .weekday, .shortWeekday: weekdayLed(index)
    case .weekdays: weekdaysSet(index)
    case .ordinal: ordinalLed(index, from: index)
    case .indefinite, .vague, .couple, .dozen, .half: quantityLed(index)
    case .approximate: approximateLed(index)
    case .definite: definiteLed(index)
    case .pointer, .stretch, .recent: pointerLed(index, from: index)
    case .textPointer: textPointerLed(index, from: index)
    case .current: currentLed(index, from: index)
    case .relativeDay, .tonight: relativeDay(index)
    case .part: partLed(index)
    case .season: seasonLed(index, from: index)
    case .phase, .comparative: phaseLed(index)
    case .edge: edgeLed(index, from: index)
    case .units: bareUnits(index)
    case .unit: unitLed(index, from: index)
    case .decade, .decadeWord, .apostrophe: decadeLed(index, from: index)
    case .fiscal: fiscalLed(index, from: index)
    case .reference: reference(index)
    case .periodic: periodic(index)
    case .every: everyLed(index)
    case .holiday: holiday(index)
    case .filler, .preposition: comparisonLed(index)
    case .other: named(index)
    default: nil
    }
  }
}
