/// One language's time expressions: words and rules, read from its data file.
///
/// The file has sections. `[words]` holds lines `class number: word word`, where the number may be
/// left out; `[endings]` lines `plural: s`; `[patterns]` lines `name = pattern`; `[rules]` a line `rule kind field=number` and under
/// it, indented, the patterns of that rule, the one that should win a tie first. `#` begins a
/// comment. ``DatePattern`` is the notation of patterns.
public final class DateLanguage: Sendable {
  /// The words.
  let vocabulary: DateVocabulary
  /// The rules.
  let automaton: DateAutomaton
  /// What the code has to know of single words.
  let roles: DateRoles
  /// Endings of words and digits.
  let endings: DateEndings
  /// Lines of the file that could not be read; a test sees that there are none.
  public let problems: [String]

  /// The language in the bytes of its file.
  public init(_ bytes: [UInt8]) {
    var file = DateLanguageFile()
    file.read(bytes)
    vocabulary = file.reader.vocabulary
    automaton = DateAutomaton(file.rules, vocabulary: vocabulary)
    endings = file.endings
    roles = DateRoles(vocabulary, endings: endings)
    problems = file.problems + file.reader.problems
  }

  /// The hashes of words that are frequent in this language and rare in others.
  var frequentWords: [UInt64] {
    var found: [UInt64] = []
    vocabulary.forEachWord { hash, word in
      if roles.markers.contains(word) { found.append(hash) }
    }
    return found
  }
}

/// Classes that the code asks for by name.
final class DateRoles: Sendable {
  /// Words that are frequent in this language and rare in others.
  let markers: DateVocabulary.WordSet
  /// Parts that make a hyphened word one of time.
  let joints: DateVocabulary.WordSet
  /// Parts that do so as the first.
  let prefixes: DateVocabulary.WordSet
  /// Numbers in words: twenty …, and one … nine.
  let tens: DateVocabulary.WordSet
  let ones: DateVocabulary.WordSet
  /// Half of the day, as `am` and `pm`.
  let meridiem: DateVocabulary.WordSet
  let meridiemClass: Int
  /// Labels of publish lines, with 1 for those that tell a change.
  let label: DateVocabulary.WordSet
  let update: DateVocabulary.WordSet
  let frontMatter: DateVocabulary.WordSet
  /// What may stand in a dateline beside names.
  let weekday: DateVocabulary.WordSet
  let preposition: DateVocabulary.WordSet
  /// Months, short forms too.
  let month: DateVocabulary.WordSet
  /// Cues of tense.
  let past: DateVocabulary.WordSet
  let pluperfect: DateVocabulary.WordSet
  let future: DateVocabulary.WordSet
  let planned: DateVocabulary.WordSet
  let be: DateVocabulary.WordSet
  /// All words that may tell the tense.
  let telling: DateVocabulary.WordSet
  let article: DateVocabulary.WordSet
  let to: DateVocabulary.WordSet
  let until: DateVocabulary.WordSet
  let since: DateVocabulary.WordSet
  let asWord: DateVocabulary.WordSet
  let possessive: DateVocabulary.WordSet
  /// Words between the ends of a range, dashes included.
  let link: DateVocabulary.WordSet
  /// Endings of digits that make an ordinal or a decade.
  let ordinalEndings: Set<UInt64>
  let decadeEndings: Set<UInt64>

  /// The roles in a vocabulary.
  init(_ vocabulary: DateVocabulary, endings: DateEndings) {
    var vocabulary = vocabulary
    markers = vocabulary.members("marker")
    joints = vocabulary.members("joint")
    prefixes = vocabulary.members("prefix")
    tens = vocabulary.members("tens")
    ones = vocabulary.members("onesend")
    meridiem = vocabulary.members("meridiem")
    meridiemClass = vocabulary.classIndex("meridiem")
    label = vocabulary.members("label")
    update = vocabulary.members("update")
    frontMatter = vocabulary.members("frontmatter")
    weekday = vocabulary.members("dateline")
    month = vocabulary.members("anymonth")
    preposition = vocabulary.members("prep")
    past = vocabulary.members("past")
    pluperfect = vocabulary.members("pluperfect")
    future = vocabulary.members("future")
    planned = vocabulary.members("planned")
    be = vocabulary.members("be")
    telling = ["past", "future", "planned", "link"].reduce(into: DateVocabulary.WordSet()) {
      $0.formUnion(vocabulary.members($1))
    }
    article = vocabulary.members("article")
    to = vocabulary.members("to")
    until = vocabulary.members("until")
    since = vocabulary.members("since")
    asWord = vocabulary.members("as")
    possessive = vocabulary.members("possessive")
    link = vocabulary.members("link")
    ordinalEndings = Set(endings["ordinal"].map { WordHash.of($0) })
    decadeEndings = Set(endings["decade"].map { WordHash.of($0) })
  }
}

/// Reads a language's file line by line.
struct DateLanguageFile {
  private typealias Piece = DatePatternReader.Piece

  /// Words and named patterns so far.
  var reader = DatePatternReader(vocabulary: DateVocabulary())
  /// Rules so far.
  private(set) var rules: [DateRuleLine] = []
  /// Endings so far.
  private(set) var endings = DateEndings()
  /// Lines that could not be read.
  private(set) var problems: [String] = []
  private var section = ""
  private var head: (rule: DateRule, kind: DateRuleLine.Kind, constants: [(DateField, Int32)])?

  /// Reads all lines.
  mutating func read(_ bytes: [UInt8]) {
    for line in bytes[...].pieces(between: 0x0A) {
      guard let first = line.first(where: { $0 != 0x20 }), first != UInt8(ascii: "#") else {
        continue
      }
      if first == UInt8(ascii: "[") {
        section = line.dropFirst().prefix { $0 != UInt8(ascii: "]") }.text
        continue
      }
      switch section {
      case "words": word(line)
      case "patterns": pattern(line)
      case "rules": rule(line)
      case "endings": ending(line)
      default: problems.append(line.text)
      }
    }
  }

  private mutating func word(_ line: Piece) {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else {
      problems.append(line.text)
      return
    }
    let head = line[..<colon].pieces(between: 0x20)
    guard let name = head.first, head.count <= 2,
      let value = head.count == 2 ? Int32(head[1].text) : 0
    else {
      problems.append(line.text)
      return
    }
    let index = reader.vocabulary.classIndex(name.text)
    for word in line[(colon + 1)...].pieces(between: 0x20) {
      reader.vocabulary.add(word, to: index, value: value)
    }
  }

  private mutating func ending(_ line: Piece) {
    let parts = line.pieces(between: UInt8(ascii: ":"))
    guard parts.count == 2 else {
      problems.append(line.text)
      return
    }
    endings.add(parts[1].pieces(between: 0x20).map { Array($0) }, as: parts[0].text)
  }

  private mutating func pattern(_ line: Piece) {
    guard let sign = line.indices.first(where: { line[$0...].starts(with: " = ".utf8) }) else {
      problems.append(line.text)
      return
    }
    reader.name(reader.read(line[(sign + 3)...]), line[..<sign])
  }

  private mutating func rule(_ line: Piece) {
    if line.first == 0x20 {
      guard let head else {
        problems.append(line.text)
        return
      }
      rules.append(
        DateRuleLine(
          rule: head.rule, kind: head.kind, constants: head.constants,
          pattern: reader.read(line)))
      return
    }
    let parts = line.pieces(between: 0x20)
    guard parts.count >= 2, let rule = DateRule(rawValue: parts[0].text),
      let kind = DateRuleLine.Kind(rawValue: parts[1].text)
    else {
      problems.append(line.text)
      head = nil
      return
    }
    var constants: [(DateField, Int32)] = []
    for part in parts.dropFirst(2) {
      let sides = part.pieces(between: UInt8(ascii: "="))
      guard sides.count == 2, let field = DatePatternReader.field(sides[0]),
        let value = Int32(sides[1].text)
      else {
        problems.append(line.text)
        continue
      }
      constants.append((field, value))
    }
    head = (rule, kind, constants)
  }
}
