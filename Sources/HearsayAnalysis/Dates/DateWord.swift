/// What a word can do in a time expression.
enum DateWordKind: UInt8, Sendable {
  /// Nothing.
  case other
  /// Past the paragraph's end.
  case end
  /// January is 1.
  case month
  /// Short form of a month: `jan`.
  case shortMonth
  /// Monday is 1.
  case weekday
  /// Mondays is 1.
  case weekdays
  /// Short form of a weekday: `mon`.
  case shortWeekday
  /// Raw value of ``DateUnit``.
  case unit
  /// The same, in the plural.
  case units
  /// A number in words, or in digits.
  case cardinal
  /// `first` is 1, and `3rd` is 3.
  case ordinal
  /// Several, few, some, many.
  case vague
  /// A, an.
  case indefinite
  /// The.
  case definite
  /// This is 0, last -1, next 1.
  case pointer
  /// Past -1, coming 1: of stretches rather than single units.
  case stretch
  /// Previous -1, following 1, same 0: seen from the text's last date.
  case textPointer
  /// Current, latest.
  case current
  /// Recent.
  case recent
  /// Index in ``DateSeason``.
  case season
  /// Index of a part of the day.
  case part
  /// Today is 0.
  case relativeDay
  /// Tonight is 0.
  case tonight
  /// Early 0, mid 1, late 2.
  case phase
  /// Earlier -1, later 1.
  case comparative
  /// Beginning 0, middle 1, end 2.
  case edge
  /// About, nearly: an index in ``DateModifier``.
  case approximate
  /// Ago.
  case ago
  /// Raw value of a ``DateDirection``; words that stand alone.
  case reference
  /// Daily and its kind: raw value of ``DateUnit``.
  case periodic
  /// Every, each.
  case every
  /// In, on, at …; until and by are 1.
  case preposition
  /// To, until, and, or between two dates.
  case link
  /// Of.
  case of
  /// Am 0, pm 12.
  case meridiem
  /// A time zone; 1 is Greenwich.
  case zone
  /// Raw value of ``DateHoliday``.
  case holiday
  /// Published, posted, date: 0; updated: 1.
  case label
  /// Fiscal, calendar.
  case fiscal
  /// Half, couple, dozen.
  case half
  case couple
  case dozen
  /// Old.
  case old
  /// Year-earlier's second word stands as a comparative; more, trading, consecutive …
  case filler
  /// Hundred, thousand, million.
  case multiplier
  /// `1990s`: its first year.
  case decade
  /// `twenties`: 20.
  case decadeWord
  /// Future, as a noun.
  case futureNoun
  /// `T1840` behind a date, as a number of hours and minutes.
  case clockMark
  /// Will, would, scheduled …
  case futureCue
  /// Set: of the future before “to” and “for”.
  case setCue
  /// The ending `'s`.
  case possessive
  /// Said, was, had …
  case pastCue
  case comma
  case dot
  case dash
  case slash
  case colon
  case apostrophe
  case opening
  case otherSign
}

/// The words of time expressions, looked up by hash.
struct DateWords: Sendable {
  /// A word's part in time expressions.
  struct Entry: Sendable {
    /// What it can do.
    var kind: DateWordKind = .other
    /// Its number.
    var value: Int32 = 0
  }

  private var keys: [UInt64]
  private var entries: [Entry]
  private let mask: Int

  /// The English words.
  init() {
    let capacity = 4096
    mask = capacity - 1
    keys = Array(repeating: 0, count: capacity)
    entries = Array(repeating: Entry(), count: capacity)
    for (kind, value, words) in DateWords.english {
      for word in words.utf8.split(separator: 0x20) {
        let hash = WordHash.of(word)
        let place = place(of: hash)
        keys[place] = hash
        entries[place] = Entry(kind: kind, value: value)
      }
    }
  }

  @inline(__always)
  private func place(of hash: UInt64) -> Int {
    var index = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & mask
    while keys[index] != 0, keys[index] != hash { index = (index + 1) & mask }
    return index
  }

  /// A word's part by its hash.
  @inline(__always)
  func entry(of hash: UInt64) -> Entry { entries[place(of: hash)] }
}
