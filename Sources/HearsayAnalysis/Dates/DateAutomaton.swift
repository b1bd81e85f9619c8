/// All rules of a language as one table of states, walked atom by atom.
///
/// The table has no loops, so that a walk from an atom ends after a bounded number of steps, and
/// reading a paragraph is linear in its atoms whatever they are.
final class DateAutomaton: Sendable {
  /// What has to be done or hold on the way to the next state.
  enum Step: UInt8, Sendable {
    /// The atom passes a test, and the walk goes on behind it.
    case atom
    /// A constant is written down.
    case constant
    /// The atoms around pass tests, or do not.
    case look
    /// The expression begins here.
    case begin
    /// The expression ends here.
    case end
    /// A rule is through.
    case accept
  }

  /// One way out of a state.
  struct Edge: Sendable {
    var step: Step
    /// How a number is written.
    var operation = DatePattern.Operation.set
    /// Field to write, or -1.
    var field: Int8 = -1
    /// Index of the test, of the look, or of the rule.
    var index: Int32 = 0
    /// Number to write.
    var constant: Int32 = 0
    /// State behind it.
    var target: Int32 = 0
  }

  /// Where the edges of a state are.
  struct State: Sendable {
    var first: Int32
    var end: Int32
    /// Groups of the words that the next atom can be, whatever the edge.
    var next: UInt64
  }

  /// One test of one atom.
  struct Test: Sendable {
    /// Where the bits of the words that pass begin in ``words``.
    var words: Int32
    /// Facts that must hold, and that must not.
    var required: DateAtom.Flags
    var forbidden: DateAtom.Flags
    /// Least and greatest number of digits.
    var lowDigits: UInt8
    var highDigits: UInt8
    /// Least and greatest number, for digits.
    var low: Int32
    var high: Int32
  }

  /// Atoms to look at beside the walk.
  struct Look: Sendable {
    /// Their tests, one atom each.
    var first: Int32
    var count: Int32
    /// Before the walk's place rather than behind it.
    var isBehind: Bool
    /// They must not pass.
    var isNegative: Bool
  }

  /// All states.
  let states: [State]
  /// Edges of all states.
  let edges: [Edge]
  /// By edge, the groups of the words that the next atom can be; all where none need come.
  let nexts: [UInt64]
  /// Tests of atoms.
  let tests: [Test]
  /// By test, the classes its number is looked up in.
  let classes: [[Int]]
  /// Bits of the words that pass tests.
  let words: [UInt64]
  /// Atoms to look at.
  let looks: [Look]
  /// The rules.
  let rules: [DateRuleLine]
  /// By word, the group it belongs to, 0…63.
  let groups: [UInt8]
  /// Edges that rules begin with, by the groups of the first two words; ``starts(_:_:)`` tells
  /// where.
  let startEdges: [Int32]
  /// For each of them the groups of the third word; all where none need come.
  let startThirds: [UInt64]
  private let startPlaces: [Int32]
  /// By first word, the groups of second words with which a rule can begin.
  private let startMasks: [UInt64]
  /// By the groups of the first two words, the groups of third words with which a rule can begin.
  private let thirds: [UInt64]

  /// The table of some rules.
  init(_ lines: [DateRuleLine], vocabulary: DateVocabulary) {
    var builder = DateAutomatonBuilder(vocabulary: vocabulary)
    for (index, line) in lines.enumerated() { builder.add(line.pattern, rule: index) }
    builder.finish()
    states = builder.states
    edges = builder.edges
    nexts = builder.nexts
    tests = builder.tests
    classes = builder.classes
    words = builder.words
    looks = builder.looks
    groups = builder.groups
    startEdges = builder.startEdges
    startPlaces = builder.startPlaces
    startThirds = builder.startThirds
    startMasks = builder.startMasks
    let (places, masks) = (builder.startPlaces, builder.startThirds)
    thirds = places.indices.dropLast().map { cell in
      masks[Int(places[cell])..<Int(places[cell + 1])].reduce(0, |)
    }
    rules = lines
  }

  /// The first atom from an index on at which a rule can begin, by the word there and the two
  /// behind it; no further than a limit.
  func nextStart(in atoms: [DateAtom], from index: Int, limit: Int) -> Int {
    let end = UInt8(truncatingIfNeeded: DateVocabulary.Sign.end.rawValue)
    return atoms.withUnsafeBufferPointer { atoms in
      startMasks.withUnsafeBufferPointer { masks in
        thirds.withUnsafeBufferPointer { thirds in
          var index = index
          while index < limit {
            let second = index &+ 1 < atoms.count ? atoms[index &+ 1].group : end
            if masks[Int(atoms[index].word)] >> UInt64(second & 63) & 1 != 0 {
              let third = index &+ 2 < atoms.count ? atoms[index &+ 2].group : end
              let cell = DateAutomaton.cell(atoms[index].group, second)
              if thirds[cell] >> UInt64(third & 63) & 1 != 0 { break }
            }
            index &+= 1
          }
          return index
        }
      }
    }
  }

  /// The place of two groups among all pairs.
  @inline(__always)
  private static func cell(_ first: UInt8, _ second: UInt8) -> Int {
    Int(first) << 6 | Int(second)
  }

  /// Places of the edges by which rules can begin with two words of these groups.
  @inline(__always)
  func starts(_ first: UInt8, _ second: UInt8) -> Range<Int> {
    let cell = DateAutomaton.cell(first, second)
    return Int(startPlaces[cell])..<Int(startPlaces[cell + 1])
  }
}

/// One pattern with the rule it belongs to.
struct DateRuleLine: Sendable {
  /// What the fields make.
  enum Kind: String, Sendable, CaseIterable {
    /// Fields of the calendar and the clock.
    case calendar
    /// Numbers whose order has to be told.
    case numeric
    /// A step from a known date.
    case shift
    /// A vague direction.
    case reference
    /// A length of time.
    case duration
    /// A repeated length.
    case `repeat`
    /// A repeated date.
    case each
    /// Nothing: the words must not be read as a time.
    case none
  }

  /// The rule's name.
  var rule: DateRule
  /// What the fields make.
  var kind: Kind
  /// Constants that hold for every match.
  var constants: [(field: DateField, value: Int32)]
  /// The pattern.
  var pattern: DatePattern
}
