public import HearsayModel

/// Reads the article's date off what stands beside its sentences.
public enum DocumentDateFinder {
  /// The date a file's name begins or ends with, as `2022-02-12-lavrov.txt` and `20220212_x.txt`.
  public static func fromFileName(_ name: String) -> DocumentDate? {
    let bytes = Array(name.utf8)
    var index = 0
    while index < bytes.count {
      guard isDigit(bytes[index]) else {
        index += 1
        continue
      }
      var end = index
      while end < bytes.count, isDigit(bytes[end]) { end += 1 }
      if let day = day(bytes, index, end) {
        return DocumentDate(value: day.iso, evidence: .fileName)
      }
      index = end
    }
    return nil
  }

  /// The article's date that a publish line or dateline gives, or nil for any other mention.
  public static func fromMention(_ mention: DateMention) -> DocumentDate? {
    guard let evidence = mention.articleDate, case .calendar(let fields) = mention.reading,
      let year = fields.year, let month = fields.month, let day = fields.day,
      let date = CivilDate(Int(year), Int(month), Int(day))
    else { return nil }
    return DocumentDate(value: date.iso, evidence: evidence)
  }

  /// A day in the run of digits from `start` to `end`, or in the three runs that begin with it.
  private static func day(_ bytes: [UInt8], _ start: Int, _ end: Int) -> CivilDate? {
    if end - start == 8 {
      let value = number(bytes, start, end)
      return plausible(CivilDate(value / 10_000, value / 100 % 100, value % 100))
    }
    guard end - start == 4, end + 6 <= bytes.count else { return nil }
    let separator = bytes[end]
    guard separator == UInt8(ascii: "-") || separator == UInt8(ascii: "_")
      || separator == UInt8(ascii: "."), bytes[end + 3] == separator,
      isDigit(bytes[end + 1]), isDigit(bytes[end + 2]), isDigit(bytes[end + 4]),
      isDigit(bytes[end + 5]), end + 6 == bytes.count || !isDigit(bytes[end + 6])
    else { return nil }
    return plausible(
      CivilDate(
        number(bytes, start, end), number(bytes, end + 1, end + 3),
        number(bytes, end + 4, end + 6)))
  }

  private static func plausible(_ day: CivilDate?) -> CivilDate? {
    day.flatMap { (1800...2199).contains($0.year) ? $0 : nil }
  }

  private static func number(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
    bytes[start..<end].reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}
