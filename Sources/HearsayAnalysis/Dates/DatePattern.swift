/// The notation of rules for time expressions, read into a tree.
///
/// Elements stand between spaces:
/// - `word|other` one of these words; `<class>` a word of a class or a sign, `<num:1-31>` one whose
///   number lies in a range; `.cap.!hy` behind it asks for facts, `.d2` for two digits;
/// - `day=<num>` writes its number down, `count+=` adds, `count*=` multiplies; `{sign=1}` writes a
///   constant; `?` behind an element makes it optional; `( a | b )` are alternatives;
/// - `<<x` and `<<!x` look at the atom before, `>>x` and `>>!x` at the next; `a+b` at several;
/// - `^` the expression begins here, `!` it ends here and the rest only has to follow;
/// - `$name` a pattern that was given a name.
indirect enum DatePattern: Hashable, Sendable {
  /// One test of one atom; tests that are written alike are the same.
  struct Test: Hashable, Sendable {
    /// Number of the way it is written.
    var id = 0
    /// Words that pass.
    var words = DateVocabulary.WordSet()
    /// Classes to take the number from, in order.
    var classes: [Int] = []
    /// Facts that must hold.
    var required: DateAtom.Flags = []
    /// Facts that must not hold.
    var forbidden: DateAtom.Flags = []
    /// Least and greatest number in digits, where it matters.
    var range: ClosedRange<Int32>?
    /// Least and greatest number of digits.
    var digits: ClosedRange<UInt8> = 0...255

    static func == (left: Test, right: Test) -> Bool { left.id == right.id }

    func hash(into hasher: inout Hasher) { hasher.combine(id) }
  }

  /// How a number is written down.
  enum Operation: UInt8, Sendable {
    case set, add, multiply
  }

  /// One atom.
  case atom(Test, DateField?, Operation)
  /// A constant is written down.
  case constant(DateField, Int32)
  /// The atoms before (negative distance) or after must pass, or must not.
  case look([Test], isBehind: Bool, isNegative: Bool)
  /// The expression begins here.
  case begin
  /// The expression ends here.
  case end
  /// One after the other.
  case sequence([DatePattern])
  /// Any of them.
  case choice([DatePattern])
  /// A pattern with a name.
  case named(DatePatternName)
}

/// A pattern known by its name, so that two uses are seen to be the same.
struct DatePatternName: Hashable, Sendable {
  /// The name.
  let name: String
  /// The pattern.
  let pattern: DatePattern

  static func == (left: DatePatternName, right: DatePatternName) -> Bool {
    left.name == right.name
  }

  func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

/// Reads patterns; what it cannot read matches nothing.
///
/// It reads bytes and knows what it has read by its hash: a language's file is read at every start.
struct DatePatternReader {
  /// A piece of the file.
  typealias Piece = ArraySlice<UInt8>

  /// The language's words; literals of the patterns are added.
  var vocabulary: DateVocabulary
  /// What could not be read, for tests.
  private(set) var problems: [String] = []
  /// Patterns with a name, by its hash.
  private var named: [UInt64: DatePatternName] = [:]
  /// Elements and tests read before, by the hash of how they are written.
  private var elements: [UInt64: DatePattern] = [:]
  private var tests: [UInt64: DatePattern.Test] = [:]
  private var tokens: [Piece] = []
  private var index = 0

  private static let fields: [UInt64: DateField] = Dictionary(
    uniqueKeysWithValues: DateField.allCases.map { (WordHash.of("\($0)".utf8), $0) })

  /// A reader over a vocabulary.
  init(vocabulary: DateVocabulary) { self.vocabulary = vocabulary }

  /// The field with a name, or nil.
  static func field(_ name: Piece) -> DateField? { fields[WordHash.of(name)] }

  /// Gives a pattern a name.
  mutating func name(_ pattern: DatePattern, _ name: Piece) {
    named[WordHash.of(name)] = DatePatternName(name: name.text, pattern: pattern)
  }

  /// The pattern that a line holds.
  mutating func read(_ line: Piece) -> DatePattern {
    tokens = line.pieces(between: 0x20)
    index = 0
    let pattern = alternatives()
    if index < tokens.count { problems.append("unbalanced: \(line.text)") }
    return pattern
  }

  private mutating func alternatives() -> DatePattern {
    var choices: [DatePattern] = []
    var current: [DatePattern] = []
    while index < tokens.count, !tokens[index].reads(")"), !tokens[index].reads(")?") {
      let token = tokens[index]
      index += 1
      if token.reads("|") {
        choices.append(.sequence(current))
        current = []
      } else if token.reads("(") {
        let inner = alternatives()
        let isOptional = index < tokens.count && tokens[index].reads(")?")
        if index == tokens.count { problems.append("a bracket stays open") }
        index += 1
        current.append(isOptional ? .choice([inner, .sequence([])]) : inner)
      } else {
        current.append(element(token))
      }
    }
    choices.append(.sequence(current))
    return choices.count == 1 ? choices[0] : .choice(choices)
  }

  private mutating func element(_ token: Piece) -> DatePattern {
    if token.reads("^") { return .begin }
    if token.reads("!") { return .end }
    // What stands behind a name may be given anew.
    if token.first == UInt8(ascii: "$") { return newElement(token) }
    let hash = WordHash.of(token)
    if let known = elements[hash] { return known }
    let element = newElement(token)
    elements[hash] = element
    return element
  }

  private mutating func newElement(_ token: Piece) -> DatePattern {
    if token.starts(with: "<<".utf8) || token.starts(with: ">>".utf8) { return look(token) }
    let isOptional = token.count > 1 && token.last == UInt8(ascii: "?")
    let pattern = plain(isOptional ? token.dropLast() : token)
    return isOptional ? .choice([pattern, .sequence([])]) : pattern
  }

  private mutating func plain(_ token: Piece) -> DatePattern {
    if token.first == UInt8(ascii: "$") {
      if let known = named[WordHash.of(token.dropFirst())] { return .named(known) }
      problems.append("unknown \(token.text)")
      return .choice([])
    }
    if token.first == UInt8(ascii: "{"), token.last == UInt8(ascii: "}") {
      return constant(token.dropFirst().dropLast())
    }
    let (field, operation, rest) = assignment(token)
    return .atom(test(rest), field, operation)
  }

  private mutating func constant(_ token: Piece) -> DatePattern {
    let parts = token.pieces(between: UInt8(ascii: "="))
    guard parts.count == 2, let field = DatePatternReader.field(parts[0]),
      let value = Int32(parts[1].text)
    else {
      problems.append("constant \(token.text)")
      return .choice([])
    }
    return .constant(field, value)
  }

  private mutating func look(_ token: Piece) -> DatePattern {
    var rest = token.dropFirst(2)
    let isNegative = rest.first == UInt8(ascii: "!") && rest.count > 1
    if isNegative { rest = rest.dropFirst() }
    let tests = rest.pieces(between: UInt8(ascii: "+")).map { test($0) }
    return .look(tests, isBehind: token.first == UInt8(ascii: "<"), isNegative: isNegative)
  }

  /// `count*=<mult>` is a field, an operation and a test.
  private mutating func assignment(
    _ token: Piece
  ) -> (DateField?, DatePattern.Operation, Piece) {
    guard let sign = token.firstIndex(of: UInt8(ascii: "=")),
      !token[..<sign].contains(UInt8(ascii: "<"))
    else {
      return (nil, .set, token)
    }
    var name = token[..<sign]
    var operation = DatePattern.Operation.set
    if name.last == UInt8(ascii: "+") { operation = .add }
    if name.last == UInt8(ascii: "*") { operation = .multiply }
    if operation != .set { name.removeLast() }
    let field = DatePatternReader.field(name)
    if field == nil { problems.append("field \(token.text)") }
    return (field, operation, token[(sign + 1)...])
  }

  private mutating func test(_ token: Piece) -> DatePattern.Test {
    let hash = WordHash.of(token)
    if let test = tests[hash] { return test }
    var result = DatePattern.Test()
    result.id = tests.count
    let parts = token.pieces(between: UInt8(ascii: "."))
    for option in parts.first?.pieces(between: UInt8(ascii: "|")) ?? [] {
      if option.first == UInt8(ascii: "<"), option.last == UInt8(ascii: ">") {
        self.option(option.dropFirst().dropLast(), &result)
      } else {
        result.words.insert(vocabulary.intern(option))
      }
    }
    for flag in parts.dropFirst() { self.flag(flag, &result) }
    // What the digits tell is told by the word already, where that is enough.
    if result.required.contains(.year) || result.digits.lowerBound > 2 {
      result.words.remove(DateVocabulary.Sign.num.rawValue)
    }
    if result.digits.upperBound <= 2 {
      result.words.remove(DateVocabulary.Sign.yearnum.rawValue)
      result.words.remove(DateVocabulary.Sign.longnum.rawValue)
    }
    if result.required.contains(.year) {
      result.words.remove(DateVocabulary.Sign.longnum.rawValue)
    }
    tests[hash] = result
    return result
  }

  private mutating func option(_ token: Piece, _ result: inout DatePattern.Test) {
    let parts = token.pieces(between: UInt8(ascii: ":"))
    guard let name = parts.first?.text else { return }
    var range: ClosedRange<Int32>?
    if parts.count == 2 {
      let bounds = parts[1].pieces(between: UInt8(ascii: "-")).compactMap { Int32($0.text) }
      if let low = bounds.first, let high = bounds.last, low <= high { range = low...high }
    }
    if name == "any" {
      result.words = .all
      return
    }
    if DateVocabulary.Sign.isNumber(name) { result.range = range }
    let members = vocabulary.members(name, in: range)
    if members == DateVocabulary.WordSet() { problems.append("empty class \(name)") }
    result.words.formUnion(members)
    result.classes.append(vocabulary.classIndex(name))
  }

  private mutating func flag(_ token: Piece, _ result: inout DatePattern.Test) {
    let isNegative = token.first == UInt8(ascii: "!")
    let name = isNegative ? token.dropFirst() : token
    if name.first == UInt8(ascii: "d"), let low = DatePatternReader.digit(name.dropFirst().first),
      let high = DatePatternReader.digit(name.last), low <= high
    {
      result.digits = low...high
      return
    }
    let flags: DateAtom.Flags
    switch name.text {
    case "cap": flags = .capitalized
    case "hy": flags = .hyphened
    case "sp": flags = .spaced
    case "start": flags = .sentenceStart
    case "line": flags = .lineStart
    case "past": flags = .pastEnding
    case "plural": flags = .pluralEnding
    case "year": flags = .year
    case "digits": flags = .digits
    default:
      problems.append("flag \(token.text)")
      return
    }
    if isNegative { result.forbidden.formUnion(flags) } else { result.required.formUnion(flags) }
  }

  private static func digit(_ byte: UInt8?) -> UInt8? {
    byte.flatMap { $0 >= 0x30 && $0 <= 0x39 ? $0 - 0x30 : nil }
  }
}

extension ArraySlice<UInt8> {
  /// The parts between a byte, empty ones left out.
  func pieces(between byte: UInt8) -> [ArraySlice<UInt8>] {
    var pieces: [ArraySlice<UInt8>] = []
    var rest = self
    while let end = rest.firstIndex(of: byte) {
      if end > rest.startIndex { pieces.append(rest[..<end]) }
      rest = rest[(end + 1)...]
    }
    if !rest.isEmpty { pieces.append(rest) }
    return pieces
  }

  /// Whether it is these ASCII letters.
  func reads(_ text: StaticString) -> Bool {
    count == text.utf8CodeUnitCount && text.withUTF8Buffer { elementsEqual($0) }
  }

  /// As a string.
  var text: String { String(decoding: self, as: UTF8.self) }
}
