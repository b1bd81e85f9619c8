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
struct DatePatternReader {
  /// The language's words; literals of the patterns are added.
  var vocabulary: DateVocabulary
  /// Patterns with a name.
  var named: [String: DatePattern] = [:]
  /// What could not be read, for tests.
  private(set) var problems: [String] = []
  private var tokens: [Substring] = []
  /// Tests read before, by how they are written.
  private var known: [Substring: DatePattern.Test] = [:]
  private var index = 0

  /// A reader over a vocabulary.
  init(vocabulary: DateVocabulary) { self.vocabulary = vocabulary }

  /// The pattern that a line holds.
  mutating func read(_ line: Substring) -> DatePattern {
    tokens = line.pieces(between: 0x20)
    index = 0
    let pattern = alternatives()
    if index < tokens.count { problems.append("unbalanced: \(line)") }
    return pattern
  }

  private mutating func alternatives() -> DatePattern {
    var choices: [DatePattern] = []
    var current: [DatePattern] = []
    while index < tokens.count, tokens[index] != ")", tokens[index] != ")?" {
      let token = tokens[index]
      index += 1
      if token == "|" {
        choices.append(.sequence(current))
        current = []
      } else if token == "(" {
        let inner = alternatives()
        let isOptional = index < tokens.count && tokens[index] == ")?"
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

  private mutating func element(_ token: Substring) -> DatePattern {
    if token.utf8.count == 1 {
      if token == "^" { return .begin }
      if token == "!" { return .end }
    }
    if token.hasPrefix("<<") || token.hasPrefix(">>") { return look(token) }
    var body = token
    let isOptional = body.utf8.count > 1 && body.utf8.last == UInt8(ascii: "?")
    if isOptional { body.removeLast() }
    let pattern = plain(body)
    return isOptional ? .choice([pattern, .sequence([])]) : pattern
  }

  private mutating func plain(_ token: Substring) -> DatePattern {
    if token.utf8.first == UInt8(ascii: "$") {
      let name = String(token.dropFirst())
      if let known = named[name] {
        return .named(DatePatternName(name: name, pattern: known))
      }
      problems.append("unknown \(token)")
      return .choice([])
    }
    if token.utf8.first == UInt8(ascii: "{"), token.utf8.last == UInt8(ascii: "}") {
      return constant(token.dropFirst().dropLast())
    }
    let (field, operation, rest) = assignment(token)
    return .atom(test(rest), field, operation)
  }

  private mutating func constant(_ token: Substring) -> DatePattern {
    let parts = token.pieces(between: UInt8(ascii: "="))
    guard parts.count == 2, let field = DateField.named(parts[0]), let value = Int32(parts[1])
    else {
      problems.append("constant \(token)")
      return .choice([])
    }
    return .constant(field, value)
  }

  private mutating func look(_ token: Substring) -> DatePattern {
    var rest = token.dropFirst(2)
    let isNegative = rest.first == "!" && rest.count > 1
    if isNegative { rest = rest.dropFirst() }
    let tests = rest.pieces(between: UInt8(ascii: "+")).map { test($0) }
    return .look(tests, isBehind: token.hasPrefix("<<"), isNegative: isNegative)
  }

  /// `count*=<mult>` is a field, an operation and a test.
  private mutating func assignment(
    _ token: Substring
  ) -> (DateField?, DatePattern.Operation, Substring) {
    guard let sign = token.utf8.firstIndex(of: UInt8(ascii: "=")),
      !token[..<sign].utf8.contains(UInt8(ascii: "<"))
    else {
      return (nil, .set, token)
    }
    var name = token[..<sign]
    var operation = DatePattern.Operation.set
    if name.utf8.last == UInt8(ascii: "+") { operation = .add }
    if name.utf8.last == UInt8(ascii: "*") { operation = .multiply }
    if operation != .set { name.removeLast() }
    let field = DateField.named(name)
    if field == nil { problems.append("field \(token)") }
    return (field, operation, token[token.index(after: sign)...])
  }

  private mutating func test(_ token: Substring) -> DatePattern.Test {
    if let test = known[token] { return test }
    var result = DatePattern.Test()
    result.id = known.count
    let parts = token.pieces(between: UInt8(ascii: "."))
    for option in parts.first?.pieces(between: UInt8(ascii: "|")) ?? [] {
      if option.utf8.first == UInt8(ascii: "<"), option.utf8.last == UInt8(ascii: ">") {
        self.option(option.dropFirst().dropLast(), &result)
      } else {
        result.words.insert(vocabulary.intern(option.utf8))
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
    known[token] = result
    return result
  }

  private mutating func option(_ token: Substring, _ result: inout DatePattern.Test) {
    let parts = token.pieces(between: UInt8(ascii: ":"))
    guard let name = parts.first.map(String.init) else { return }
    var range: ClosedRange<Int32>?
    if parts.count == 2 {
      let bounds = parts[1].pieces(between: UInt8(ascii: "-")).compactMap { Int32($0) }
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

  private mutating func flag(_ token: Substring, _ result: inout DatePattern.Test) {
    let isNegative = token.first == "!"
    let name = isNegative ? token.dropFirst() : token
    if name.first == "d", let low = name.dropFirst().first?.wholeNumberValue,
      let high = name.last?.wholeNumberValue, low <= high
    {
      result.digits = UInt8(low)...UInt8(high)
      return
    }
    let flags: DateAtom.Flags
    switch name {
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
      problems.append("flag \(token)")
      return
    }
    if isNegative { result.forbidden.formUnion(flags) } else { result.required.formUnion(flags) }
  }
}

extension Substring {
  /// The parts between a byte, empty ones left out; counted in bytes, since a file is read at every
  /// start.
  func pieces(between byte: UInt8) -> [Substring] {
    utf8.split(separator: byte).map { Substring($0) }
  }
}
