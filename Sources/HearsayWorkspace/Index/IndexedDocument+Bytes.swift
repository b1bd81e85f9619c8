internal import HearsayModel

/// An index entry as bytes: numbers of seven bits a byte, the lowest first; strings with their
/// length before them; places as the difference from the place before.
extension IndexedDocument {
  /// The entry as bytes.
  public var bytes: [UInt8] {
    var writer = IndexWriter()
    writer.number(people.count)
    for person in people {
      writer.string(person.name)
      writer.number(Speaker.Kind.allCases.firstIndex(of: person.kind) ?? 0)
      writer.string(person.role ?? "")
      writer.number(person.first == nil ? 0 : 1)
      if let first = person.first { writer.range(first) }
      writer.number(person.mentions.count)
      for mention in person.mentions { writer.range(mention) }
    }
    writer.number(sayings.count)
    for saying in sayings {
      writer.range(saying.range)
      writer.number((saying.person ?? -1) + 1)
      writer.number((saying.quotedBy ?? -1) + 1)
      writer.number(QuotationType.allCases.firstIndex(of: saying.type) ?? 0)
    }
    writer.number(outlets.count)
    for outlet in outlets {
      writer.string(outlet.id ?? "")
      writer.string(outlet.name)
      writer.range(outlet.range)
    }
    writer.number(troubles.count)
    for trouble in troubles {
      writer.string(trouble.code.rawValue)
      writer.range(trouble.range)
      writer.number(trouble.choices.count)
      for choice in trouble.choices { writer.string(choice) }
    }
    return writer.bytes
  }

  /// How much of an entry is read.
  enum Part: Int {
    /// Who speaks.
    case people
    /// And what is said.
    case sayings
    /// Everything.
    case all
  }

  /// The entry in some bytes, nil where they are none.
  init?(_ bytes: [UInt8], upTo part: Part = .all) {
    var reader = IndexReader(bytes)
    for _ in 0..<reader.count() { people.append(reader.person()) }
    if part.rawValue >= Part.sayings.rawValue {
      for _ in 0..<reader.count() { sayings.append(reader.saying(among: people.count)) }
    }
    if part == .all {
      for _ in 0..<reader.count() {
        let id = reader.string()
        outlets.append(
          Outlet(id: id.isEmpty ? nil : id, name: reader.string(), range: reader.range()))
      }
      for _ in 0..<reader.count() {
        guard let code = Problem.Code(rawValue: reader.string()) else { return nil }
        let range = reader.range()
        troubles.append(
          Trouble(
            code: code, range: range, choices: (0..<reader.count()).map { _ in reader.string() }))
      }
    }
    if reader.hasFailed { return nil }
  }
}

/// Writes numbers and strings into bytes.
private struct IndexWriter {
  private(set) var bytes: [UInt8] = []
  private var line = 0

  mutating func number(_ value: Int) {
    var rest = UInt(max(0, value))
    while rest > 0x7F {
      bytes.append(UInt8(rest & 0x7F) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func string(_ text: String) {
    number(text.utf8.count)
    bytes += text.utf8
  }

  mutating func range(_ range: IndexedRange) {
    position(range.start)
    position(range.end)
  }

  /// Lines as a difference, its sign in the lowest bit; of columns only the shortest in full.
  private mutating func position(_ position: IndexedPosition) {
    let difference = position.line - line
    number(difference < 0 ? -difference << 1 | 1 : difference << 1)
    line = position.line
    number(position.scalars)
    number(position.utf16 - position.scalars)
    number(position.utf8 - position.scalars)
  }
}

/// Reads what was written; past the end, or where something makes no sense, it fails once and for all
/// and gives nothing but zeros.
private struct IndexReader {
  private let bytes: [UInt8]
  private var index = 0
  private var line = 0
  private(set) var hasFailed = false

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func number() -> Int {
    var value: UInt = 0
    var shift: UInt = 0
    while index < bytes.count, shift < 35 {
      let byte = bytes[index]
      index += 1
      value |= UInt(byte & 0x7F) << shift
      if byte < 0x80 { return Int(value) }
      shift += 7
    }
    hasFailed = true
    return 0
  }

  /// How many elements follow; each has a byte at least.
  mutating func count() -> Int {
    let count = number()
    guard !hasFailed, count <= bytes.count - index else {
      hasFailed = true
      return 0
    }
    return count
  }

  mutating func string() -> String {
    let count = count()
    defer { index += count }
    return String(decoding: bytes[index..<(index + count)], as: UTF8.self)
  }

  mutating func range() -> IndexedRange {
    let start = position()
    return IndexedRange(start: start, end: position())
  }

  private mutating func position() -> IndexedPosition {
    let difference = number()
    line += difference & 1 == 1 ? -(difference >> 1) : difference >> 1
    let scalars = number()
    let utf16 = number()
    return IndexedPosition(
      line: line, utf8: scalars + number(), utf16: scalars + utf16, scalars: scalars)
  }

  /// One of the cases of a type.
  private mutating func choice<Choice: CaseIterable>(_ cases: Choice.AllCases) -> Choice
  where Choice.AllCases == [Choice] {
    let number = number()
    hasFailed = hasFailed || number >= cases.count
    return hasFailed ? cases[0] : cases[number]
  }

  mutating func person() -> IndexedDocument.Person {
    let name = string()
    let kind: Speaker.Kind = choice(Speaker.Kind.allCases)
    let role = string()
    let first = number() == 1 ? range() : nil
    let mentions = (0..<count()).map { _ in range() }
    return IndexedDocument.Person(
      name: name, kind: kind, role: role.isEmpty ? nil : role, first: first, mentions: mentions)
  }

  mutating func saying(among people: Int) -> IndexedDocument.Saying {
    let range = range()
    let numbers = [number() - 1, number() - 1]
    let type: QuotationType = choice(QuotationType.allCases)
    hasFailed = hasFailed || numbers.contains { $0 >= people }
    let known = numbers.map { $0 >= 0 && !hasFailed ? $0 : nil }
    return IndexedDocument.Saying(range: range, person: known[0], quotedBy: known[1], type: type)
  }
}
