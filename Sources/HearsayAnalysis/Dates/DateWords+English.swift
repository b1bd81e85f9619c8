extension DateWords {
  /// The words of each kind with their number; a later line wins.
  static let english: [(DateWordKind, Int32, String)] = calendarWords + pointerWords + otherWords

  private static let calendarWords: [(DateWordKind, Int32, String)] = [
    (.month, 1, "january"), (.month, 2, "february"), (.month, 3, "march"), (.month, 4, "april"),
    (.month, 5, "may"), (.month, 6, "june"), (.month, 7, "july"), (.month, 8, "august"),
    (.month, 9, "september"), (.month, 10, "october"), (.month, 11, "november"),
    (.month, 12, "december"), (.shortMonth, 1, "jan"), (.shortMonth, 2, "feb"),
    (.shortMonth, 3, "mar"), (.shortMonth, 4, "apr"), (.shortMonth, 6, "jun"),
    (.shortMonth, 7, "jul"), (.shortMonth, 8, "aug"), (.shortMonth, 9, "sep sept"),
    (.shortMonth, 10, "oct"), (.shortMonth, 11, "nov"), (.shortMonth, 12, "dec"),
    (.weekday, 1, "monday"), (.weekday, 2, "tuesday"), (.weekday, 3, "wednesday"),
    (.weekday, 4, "thursday"), (.weekday, 5, "friday"), (.weekday, 6, "saturday"),
    (.weekday, 7, "sunday"), (.weekdays, 1, "mondays"), (.weekdays, 2, "tuesdays"),
    (.weekdays, 3, "wednesdays"), (.weekdays, 4, "thursdays"), (.weekdays, 5, "fridays"),
    (.weekdays, 6, "saturdays"), (.weekdays, 7, "sundays"), (.shortWeekday, 1, "mon"),
    (.shortWeekday, 2, "tue tues"), (.shortWeekday, 3, "wed"), (.shortWeekday, 4, "thu thur thurs"),
    (.shortWeekday, 5, "fri"), (.shortWeekday, 6, "sat"), (.shortWeekday, 7, "sun"),
    (.unit, 0, "second"), (.units, 0, "seconds"), (.unit, 1, "minute"), (.units, 1, "minutes mins"),
    (.unit, 2, "hour"), (.units, 2, "hours hrs"), (.unit, 3, "day"), (.units, 3, "days"),
    (.unit, 4, "weekend"), (.units, 4, "weekends"), (.unit, 5, "week"), (.units, 5, "weeks"),
    (.unit, 6, "month"), (.units, 6, "months"), (.unit, 7, "quarter"), (.units, 7, "quarters"),
    (.unit, 10, "year"), (.units, 10, "years"), (.unit, 11, "decade"), (.units, 11, "decades"),
    (.unit, 12, "century"), (.units, 12, "centuries"), (.unit, 13, "millennium"),
    (.units, 13, "millennia"), (.unit, 14, "period time"),
    (.season, 0, "spring"), (.season, 1, "summer"), (.season, 2, "autumn fall"),
    (.season, 3, "winter"), (.part, 0, "morning mornings"), (.part, 1, "noon midday"),
    (.part, 2, "afternoon afternoons"), (.part, 3, "evening evenings"),
    (.part, 4, "night nights nighttime"), (.part, 5, "midnight"), (.part, 6, "overnight"),
    (.part, 7, "dawn daybreak"), (.part, 8, "dusk"),
    (.relativeDay, 0, "today"), (.relativeDay, -1, "yesterday"), (.relativeDay, 1, "tomorrow"),
    (.tonight, 0, "tonight"), (.decadeWord, 20, "twenties"), (.decadeWord, 30, "thirties"),
    (.decadeWord, 40, "forties"), (.decadeWord, 50, "fifties"), (.decadeWord, 60, "sixties"),
    (.decadeWord, 70, "seventies"), (.decadeWord, 80, "eighties"),
    (.decadeWord, 90, "nineties"), (.zone, 1, "gmt utc z"),
    (.zone, 0, "est edt et cst cdt ct mst mdt pst pdt pt cet cest bst msk ist jst eet eest trt"),
    (.meridiem, 0, "am"), (.meridiem, 12, "pm"), (.oclock, 0, "o'clock"),
    (.holiday, Int32(DateHoliday.easter.rawValue), "easter"),
    (.holiday, Int32(DateHoliday.christmas.rawValue), "christmas xmas"),
    (.holiday, Int32(DateHoliday.thanksgiving.rawValue), "thanksgiving"),
    (.holiday, Int32(DateHoliday.halloween.rawValue), "halloween"),
  ]

  private static let pointerWords: [(DateWordKind, Int32, String)] = [
    (.pointer, 0, "this"), (.pointer, -1, "last"), (.pointer, 1, "next"),
    (.stretch, -1, "past recent"), (.stretch, 1, "coming upcoming"),
    (.textPointer, 0, "that same"), (.textPointer, -1, "previous preceding prior"),
    (.textPointer, 1, "following ensuing"), (.current, 0, "current latest"),
    (.recent, 0, "recent"), (.phase, 0, "early"), (.phase, 1, "mid"), (.phase, 2, "late"),
    (.comparative, -1, "earlier before previously"), (.comparative, 1, "later after afterwards"),
    (.edge, 0, "beginning start outset"), (.edge, 1, "middle"), (.edge, 2, "end close"),
    (.approximate, 0, "about around approximately roughly nearly almost some"),
    (.approximate, 1, "over"), (.approximate, 2, "under"), (.ago, 0, "ago"),
    (.reference, 1, "recently lately"),
    (.reference, 2, "now currently nowadays presently"),
    (.reference, 3, "soon shortly"), (.vague, 0, "several few many"),
    (.indefinite, 0, "a an"), (.definite, 0, "the"), (.every, 0, "every each"),
    (.periodic, 2, "hourly"), (.periodic, 3, "daily"), (.periodic, 5, "weekly"),
    (.periodic, 6, "monthly"), (.periodic, 7, "quarterly"), (.periodic, 10, "annually yearly"),
    (.ordinal, 1, "first"), (.ordinal, 2, "second"), (.ordinal, 3, "third"),
    (.ordinal, 4, "fourth"), (.ordinal, 5, "fifth"), (.ordinal, 6, "sixth"),
    (.ordinal, 7, "seventh"), (.ordinal, 8, "eighth"), (.ordinal, 9, "ninth"),
    (.ordinal, 10, "tenth"), (.ordinal, 11, "eleventh"), (.ordinal, 12, "twelfth"),
    (.ordinal, 13, "thirteenth"), (.ordinal, 14, "fourteenth"), (.ordinal, 15, "fifteenth"),
    (.ordinal, 16, "sixteenth"), (.ordinal, 17, "seventeenth"), (.ordinal, 18, "eighteenth"),
    (.ordinal, 19, "nineteenth"), (.ordinal, 20, "twentieth"), (.ordinal, 30, "thirtieth"),
  ]

  private static let otherWords: [(DateWordKind, Int32, String)] = [
    (.cardinal, 1, "one"), (.cardinal, 2, "two"), (.cardinal, 3, "three"), (.cardinal, 4, "four"),
    (.cardinal, 5, "five"), (.cardinal, 6, "six"), (.cardinal, 7, "seven"), (.cardinal, 8, "eight"),
    (.cardinal, 9, "nine"), (.cardinal, 10, "ten"), (.cardinal, 11, "eleven"),
    (.cardinal, 12, "twelve"), (.cardinal, 13, "thirteen"), (.cardinal, 14, "fourteen"),
    (.cardinal, 15, "fifteen"), (.cardinal, 16, "sixteen"), (.cardinal, 17, "seventeen"),
    (.cardinal, 18, "eighteen"), (.cardinal, 19, "nineteen"), (.cardinal, 20, "twenty"),
    (.cardinal, 30, "thirty"), (.cardinal, 40, "forty"), (.cardinal, 50, "fifty"),
    (.cardinal, 60, "sixty"), (.cardinal, 70, "seventy"), (.cardinal, 80, "eighty"),
    (.cardinal, 90, "ninety"), (.multiplier, 100, "hundred hundreds"),
    (.multiplier, 1000, "thousand thousands"), (.multiplier, 1_000_000, "million millions"),
    (.half, 0, "half"), (.couple, 2, "couple"), (.dozen, 12, "dozen dozens"), (.old, 0, "old olds"),
    (
      .filler, 0, "more less up full straight consecutive trading business working additional whole"
    ),
    (.fiscal, 0, "fiscal"), (.of, 0, "of"), (.link, 0, "to through and or thru"),
    (.preposition, 0, "in on at since from during before after for within between"),
    (.preposition, 2, "as"),
    (.preposition, 1, "by until till"),
    (.comparative, -1, "earlier before"), (.comparative, 1, "later after"),
    (.label, 0, "published posted date dated pubdate publish"),
    (.label, 1, "updated modified edited update"),
    (
      .futureCue, 0,
      "will 'll shall would plan planning scheduled expected expects plans planned due slated"
    ),
    (.futureNoun, 0, "future"),
    (.futureCue, 0, "hopes intends won't wants going begins"),
    (.setCue, 0, "set"), (.possessive, 0, "'s"),
    (.be, 0, "is are be"), (.pastCue, 1, "had been"),
    (
      .pastCue, 0,
      "was were said told did has have announced reported met came went brought built bought"
    ),
    (
      .pastCue, 0, "caught chose drew drove fought flew forgot grew heard kept knew lost meant paid"
    ),
    (.pastCue, 0, "ran sold shot slept spent stood struck swore taught thought threw wore"),
    (
      .pastCue, 0, "broke drank ate fled hid rode sang sank shook stole swept bore blew dealt froze"
    ),
    (.pastCue, 0, "held signed made took began left won killed died fell rose visited called"),
    (.pastCue, 0, "added asked issued became got gave sent spoke wrote saw found led"),
  ]
}
