import HearsayTestSupport
import Testing

@testable import HearsaySync

/// A history in one line a step: `a1 < parents: what`, as two people would tell it.
private struct History: CustomTestStringConvertible {
  let name: String
  let steps: String
  let shows: String

  var testDescription: String { name }

  /// The steps as operations; `a`, `b`, `c` are devices.
  var operations: [Operation] {
    var made: [String: OperationID] = [:]
    return steps.split(separator: "\n").map { line in
      let parts = line.split(separator: ":", maxSplits: 1)
      let names = parts[0].split { $0 == " " || $0 == "<" }.map(String.init)
      let device = DeviceID(high: 0, low: UInt64(names[0].utf8.first ?? 0))
      let id = OperationID(device: device, number: Int(names[0].dropFirst()) ?? 0)
      made[names[0]] = id
      var content = OperationParts(.edit, "x")
      content.parents = names.dropFirst().compactMap { made[$0] }
      content.author = names[0]
      for word in parts[1].split(separator: " ") { content.read(word) }
      return Operation(content, id: id, previous: .none)
    }
  }
}

extension OperationParts {
  /// Reads `field=value`, `+tag`, `-tag`, `delete` or `restore`.
  fileprivate mutating func read(_ word: Substring) {
    let sides = word.split(separator: "=")
    if sides.count == 2 {
      fields.append(.init(name: String(sides[0]), value: Array(sides[1].utf8)))
    } else if word == "delete" || word == "restore" {
      deletion = word == "delete"
    } else {
      tags.append(.init(name: String(word.dropFirst()), isAdded: word.hasPrefix("+")))
    }
  }
}

private let histories = [
  History(
    name: "one writes", steps: "a1: s=1 n=2",
    shows: #"["n: [\"a1=2\"]", "s: [\"a1=1\"]"] [] there"#),
  History(
    name: "the later knew of the earlier", steps: "a1: s=1\nb1<a1: s=2",
    shows: #"["s: [\"b1=2\"]"] [] there"#),
  History(
    name: "neither knew of the other", steps: "a1: s=0\na2<a1: s=1\nb1<a1: s=2",
    shows: #"["s: [\"a2=1\", \"b1=2\"]"] [] there"#),
  History(
    name: "different fields merge", steps: "a1: s=0\na2<a1: s=1\nb1<a1: n=2",
    shows: #"["n: [\"b1=2\"]", "s: [\"a2=1\"]"] [] there"#),
  History(
    name: "what knows both decides", steps: "a1: s=0\na2<a1: s=1\nb1<a1: s=2\nc1<a2 b1: s=1",
    shows: #"["s: [\"c1=1\"]"] [] there"#),
  History(
    name: "a decision that did not know all decides only what it knew",
    steps: "a1: s=0\na2<a1: s=1\nb1<a1: s=2\nc1<a2: s=3",
    shows: #"["s: [\"b1=2\", \"c1=3\"]"] [] there"#),
  History(
    name: "known over another field", steps: "a1: s=0\nb1<a1: n=1\nc1<b1: s=2",
    shows: #"["n: [\"b1=1\"]", "s: [\"c1=2\"]"] [] there"#),
  History(
    name: "a parent that never came makes no ancestor", steps: "a1: s=0\nc1<b7: s=2",
    shows: #"["s: [\"a1=0\", \"c1=2\"]"] [] there"#),
  History(
    name: "deleted twice", steps: "a1: s=0\na2<a1: delete\nb1<a1: delete",
    shows: #"["s: [\"a1=0\"]"] [] deleted"#),
  History(
    name: "deleted against an edit stays", steps: "a1: s=0\na2<a1: delete\nb1<a1: s=2",
    shows: #"["s: [\"b1=2\"]"] [] contested ["a2"] ["b1"]"#),
  History(
    name: "deleted once more by who knew",
    steps: "a1: s=0\na2<a1: delete\nb1<a1: s=2\nc1<a2 b1: delete",
    shows: #"["s: [\"b1=2\"]"] [] deleted"#),
  History(
    name: "a deletion that knew the edit speaks for one that did not",
    steps: "a1: s=0\na2<a1: delete\nb1<a1: s=2\nc1<b1: delete",
    shows: #"["s: [\"b1=2\"]"] [] deleted"#),
  History(
    name: "brought back", steps: "a1: s=0\na2<a1: delete\nb1<a1: s=2\nc1<a2 b1: restore",
    shows: #"["s: [\"b1=2\"]"] [] there"#),
  History(
    name: "tags: on wins over off at the same time", steps: "a1: +t\na2<a1: -t\nb1<a1: +t",
    shows: #"[] ["t"] there"#),
  History(
    name: "tags: off by who knew", steps: "a1: +t +u\nb1<a1: -t", shows: #"[] ["u"] there"#),
]

@Suite struct MergeTests {
  @Test(arguments: histories)
  fileprivate func `a history shows`(history: History) {
    #expect(AnnotationState(merging: history.operations).story == history.shows)
  }

  @Test(arguments: histories)
  fileprivate func `in which order it comes makes no difference`(history: History) {
    var random = SplitMix64(seed: 1)
    for _ in 0..<20 {
      let shuffled = history.operations.shuffled(using: &random)
      #expect(AnnotationState(merging: shuffled + shuffled.prefix(2)).story == history.shows)
    }
  }

  @Test(arguments: histories)
  fileprivate func `what a snapshot keeps shows the same, whatever comes behind it`(
    history: History
  ) {
    let all = history.operations
    for cut in 1...all.count {
      for later in 0...(all.count - cut) {
        let kept = Compaction.compact(Array(all.prefix(cut)))
        let state = AnnotationState(merging: kept + all[cut...].prefix(later))
        #expect(state.story == AnnotationState(merging: all.prefix(cut + later)).story)
      }
    }
  }

  @Test func `equal values are no conflict, different ones name both authors`() throws {
    let history = History(
      name: "", steps: "a1: s=0 n=0\na2<a1: s=1 n=1\nb1<a1: s=2 n=1", shows: "")
    let conflicts = AnnotationState(merging: history.operations).conflicts
    #expect(conflicts.map(\.matter) == [.field("s")])
    #expect(conflicts[0].versions.map(\.author) == ["a2", "b1"])
  }

  @Test func `parents in a circle end somewhere`() {
    let first = OperationID(device: DeviceID(high: 0, low: 1), number: 1)
    let second = OperationID(device: DeviceID(high: 0, low: 2), number: 1)
    var parts = OperationParts(.edit, "x")
    parts.fields = [.init(name: "s", value: [0x31])]
    parts.parents = [second]
    let one = Operation(parts, id: first, previous: .none)
    parts.parents = [first]
    let two = Operation(parts, id: second, previous: .none)
    let forth = AnnotationState(merging: [one, two])
    #expect(forth == AnnotationState(merging: [two, one]))
  }
}
