/// Compiles patterns into the table of ``DateAutomaton``.
struct DateAutomatonBuilder {
  /// Edges of all states, in their final order once ``finish()`` has run.
  private(set) var edges: [DateAutomaton.Edge] = []
  private(set) var nexts: [UInt64] = []
  private(set) var states: [DateAutomaton.State] = []
  private(set) var tests: [DateAutomaton.Test] = []
  private(set) var classes: [[Int]] = []
  private(set) var words: [UInt64] = []
  private(set) var looks: [DateAutomaton.Look] = []
  /// By word, its group, 0…63.
  let groups: [UInt8]
  private(set) var startEdges: [Int32] = []
  private(set) var startPlaces: [Int32] = []
  private(set) var startThirds: [UInt64] = []
  private(set) var startMasks: [UInt64] = []

  private let stride: Int
  private let wordCount: Int
  /// By test, the groups of the words that pass.
  private var testGroups: [UInt64] = []
  /// Edges by state while patterns are added.
  private var drafts = Chains<DateAutomaton.Edge>()
  /// States behind a state without a step.
  private var free = Chains<Int32>()
  /// What was added behind a state with the state behind that: rules share their beginnings.
  private var children: [Child: Int] = [:]
  /// By the number of a test, its place; -1 where it has none yet.
  private var places: [Int32] = []

  /// A pattern behind a state.
  private struct Child: Hashable {
    let state: Int
    let pattern: DatePattern
  }

  /// Many short lists in one array, since nearly every state has one edge or two.
  private struct Chains<Element> {
    private var links: [(element: Element, next: Int32)] = []
    /// By list, the places of its first and last link; -1 where it is empty.
    private var ends: [(first: Int32, last: Int32)] = []

    var count: Int { ends.count }
    var indices: Range<Int> { ends.indices }

    mutating func addList() { ends.append((-1, -1)) }

    mutating func append(_ element: Element, to list: Int) {
      let place = Int32(links.count)
      links.append((element, -1))
      if ends[list].last >= 0 { links[Int(ends[list].last)].next = place }
      if ends[list].first < 0 { ends[list].first = place }
      ends[list].last = place
    }

    func forEach(in list: Int, _ body: (Element) -> Void) {
      var place = Int(ends[list].first)
      while place >= 0 {
        body(links[place].element)
        place = Int(links[place].next)
      }
    }
  }

  /// A builder over a vocabulary.
  init(vocabulary: DateVocabulary) {
    wordCount = vocabulary.wordCount
    stride = (wordCount + 63) / 64
    groups = vocabulary.groups()
    _ = state()
  }

  /// Adds a rule's pattern.
  mutating func add(_ pattern: DatePattern, rule: Int) {
    let last = share(pattern, from: 0)
    drafts.append(DateAutomaton.Edge(step: .accept, index: Int32(rule)), to: last)
  }

  /// Lays the table out.
  mutating func finish() {
    var edges: [DateAutomaton.Edge] = []
    var known = [UInt64?](repeating: nil, count: drafts.count)
    states.reserveCapacity(drafts.count)
    for state in drafts.indices {
      let first = edges.count
      append(edgesOf: state, to: &edges)
      var all: UInt64 = 0
      for index in first..<edges.count {
        let next = next(edges[index], &known)
        nexts.append(next)
        all |= next
      }
      states.append(
        DateAutomaton.State(first: Int32(first), end: Int32(edges.count), next: all))
    }
    self.edges = edges
    layStarts()
  }

  /// Adds a pattern behind a state from which nothing but its own beginning is reached.
  private mutating func share(_ pattern: DatePattern, from: Int) -> Int {
    if case .sequence(let parts) = pattern {
      return parts.reduce(from) { share($1, from: $0) }
    }
    let child = Child(state: from, pattern: pattern)
    if let last = children[child] { return last }
    // A part that may be empty must not lead straight to what is shared behind it.
    let last = state()
    let inner = add(pattern, from: from)
    free.append(Int32(last), to: inner)
    children[child] = last
    return last
  }

  private mutating func state() -> Int {
    drafts.addList()
    free.addList()
    return drafts.count - 1
  }

  /// Adds a pattern behind a state and returns the state behind the pattern.
  private mutating func add(_ pattern: DatePattern, from: Int) -> Int {
    switch pattern {
    case .sequence(let parts):
      return parts.reduce(from) { add($1, from: $0) }
    case .choice(let options):
      let join = state()
      for option in options {
        let last = add(option, from: from)
        free.append(Int32(join), to: last)
      }
      return join
    case .atom(let test, let field, let operation):
      return link(
        from,
        DateAutomaton.Edge(
          step: .atom, operation: operation, field: Int8(field?.rawValue ?? -1),
          index: index(of: test)))
    case .constant(let field, let value):
      return link(
        from,
        DateAutomaton.Edge(step: .constant, field: Int8(field.rawValue), constant: value))
    case .look(let parts, let isBehind, let isNegative):
      let first = tests.count
      for part in parts { append(part) }
      looks.append(
        DateAutomaton.Look(
          first: Int32(first), count: Int32(parts.count), isBehind: isBehind,
          isNegative: isNegative))
      return link(from, DateAutomaton.Edge(step: .look, index: Int32(looks.count - 1)))
    case .named(let known): return add(known.pattern, from: from)
    case .begin: return link(from, DateAutomaton.Edge(step: .begin))
    case .end: return link(from, DateAutomaton.Edge(step: .end))
    }
  }

  private mutating func link(_ from: Int, _ edge: DateAutomaton.Edge) -> Int {
    let next = state()
    var edge = edge
    edge.target = Int32(next)
    drafts.append(edge, to: from)
    return next
  }

  private mutating func index(of test: DatePattern.Test) -> Int32 {
    while places.count <= test.id { places.append(-1) }
    if places[test.id] < 0 {
      append(test)
      places[test.id] = Int32(tests.count - 1)
    }
    return places[test.id]
  }

  private mutating func append(_ test: DatePattern.Test) {
    tests.append(
      DateAutomaton.Test(
        words: Int32(words.count), required: test.required, forbidden: test.forbidden,
        lowDigits: test.digits.lowerBound, highDigits: test.digits.upperBound,
        low: test.range?.lowerBound ?? .min, high: test.range?.upperBound ?? .max))
    words += test.words.bits(stride: stride)
    classes.append(test.classes)
    var bits: UInt64 = 0
    test.words.forEach(below: wordCount) { bits |= 1 << UInt64(groups[Int($0)]) }
    testGroups.append(bits)
  }

  /// Adds the edges of a state and of those behind it without a step.
  private func append(edgesOf state: Int, to edges: inout [DateAutomaton.Edge]) {
    drafts.forEach(in: state) { edges.append($0) }
    free.forEach(in: state) { append(edgesOf: Int($0), to: &edges) }
  }

  /// The groups of the words that the next atom must have one of.
  private func next(_ edge: DateAutomaton.Edge, _ known: inout [UInt64?]) -> UInt64 {
    switch edge.step {
    case .atom: testGroups[Int(edge.index)]
    case .accept: .max
    case .constant, .look, .begin, .end: next(from: Int(edge.target), &known)
    }
  }

  /// The same for all edges of a state and of those behind it without a step.
  private func next(from state: Int, _ known: inout [UInt64?]) -> UInt64 {
    if let known = known[state] { return known }
    var bits: UInt64 = 0
    drafts.forEach(in: state) { bits |= next($0, &known) }
    free.forEach(in: state) { bits |= next(from: Int($0), &known) }
    known[state] = bits
    return bits
  }

  /// Sorts the edges that rules begin with by the groups of the first two words.
  private mutating func layStarts() {
    var entries: [(cell: Int, edge: Int32, third: UInt64)] = []
    /// By cell, its last entry, or -1; edges come one after the other.
    var last = [Int](repeating: -1, count: 64 * 64)
    var counts = [Int32](repeating: 0, count: 64 * 64 + 1)
    var thirds: [Int32: UInt64] = [:]
    startMasks = Array(repeating: 0, count: wordCount)
    for index in edges(of: 0) {
      var firsts: [Int] = []
      collect(index, &firsts)
      for first in firsts {
        markWords(first)
        for second in behind(edges[first]) {
          let bits = edges[second].step == .accept ? .max : third(edges[second], &thirds)
          mark(nexts[first], nexts[second]) { cell in
            if last[cell] >= 0, entries[last[cell]].edge == Int32(index) {
              entries[last[cell]].third |= bits
            } else {
              last[cell] = entries.count
              counts[cell] += 1
              entries.append((cell, Int32(index), bits))
            }
          }
        }
      }
    }
    lay(entries, counts)
  }

  private mutating func lay(
    _ entries: [(cell: Int, edge: Int32, third: UInt64)], _ counts: [Int32]
  ) {
    var total: Int32 = 0
    for count in counts {
      startPlaces.append(total)
      total += count
    }
    var next = startPlaces
    startEdges = Array(repeating: 0, count: entries.count)
    startThirds = Array(repeating: 0, count: entries.count)
    for entry in entries {
      let place = Int(next[entry.cell])
      startEdges[place] = entry.edge
      startThirds[place] = entry.third
      next[entry.cell] += 1
    }
  }

  private func behind(_ edge: DateAutomaton.Edge) -> Range<Int> {
    edge.step == .accept ? 0..<0 : edges(of: Int(edge.target))
  }

  private func edges(of state: Int) -> Range<Int> {
    Int(states[state].first)..<Int(states[state].end)
  }

  /// Adds the groups that can stand second behind an atom that a rule begins with.
  private mutating func markWords(_ first: Int) {
    let seconds = behind(edges[first]).reduce(UInt64(0)) { $0 | nexts[$1] }
    let bits = Int(tests[Int(edges[first].index)].words)
    for place in 0..<stride {
      var rest = words[bits + place]
      while rest != 0 {
        let word = place * 64 + rest.trailingZeroBitCount
        if word < wordCount { startMasks[word] |= seconds }
        rest &= rest - 1
      }
    }
  }

  /// Calls `body` with the cell of every pair of groups.
  private func mark(_ firsts: UInt64, _ seconds: UInt64, _ body: (Int) -> Void) {
    var first = firsts
    while first != 0 {
      var second = seconds
      while second != 0 {
        body(first.trailingZeroBitCount << 6 | second.trailingZeroBitCount)
        second &= second - 1
      }
      first &= first - 1
    }
  }

  /// The first atoms behind an edge, the edge's own included.
  private func collect(_ index: Int, _ firsts: inout [Int]) {
    if edges[index].step == .atom {
      firsts.append(index)
    } else {
      for next in behind(edges[index]) { collect(next, &firsts) }
    }
  }

  /// The groups of the atom behind the second; all where the rule may be through before.
  private func third(_ edge: DateAutomaton.Edge, _ memo: inout [Int32: UInt64]) -> UInt64 {
    if edge.step == .accept { return .max }
    if edge.step == .atom { return behind(edge).reduce(UInt64(0)) { $0 | nexts[$1] } }
    if let known = memo[edge.target] { return known }
    let bits = behind(edge).reduce(UInt64(0)) { $0 | third(edges[$1], &memo) }
    memo[edge.target] = bits
    return bits
  }
}
