import HearsayModel
import HearsayTestSupport
import Testing

@Suite("Changes that follow each other are one")
struct FieldChangeTests {
  private static let values: [FieldValue?] = [nil, .text("a"), .text("b"), .number(1)]

  @Test(arguments: 0..<200)
  func `joined changes lead where the changes lead`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let subjects = [ChangeSubject.document, .speaker("ruiz")]
    var now: [ChangeSubject: [Field: FieldValue]] = [:]
    for subject in subjects { now[subject] = [.note: .text("a"), .words: .text("b")] }
    let before = now
    let changes = (0..<random.below(12)).map { _ in
      let (subject, field) = (random.pick(subjects), random.pick([Field.note, .words, .name]))
      let change = FieldChange(
        subject, field, from: now[subject]?[field], to: random.pick(FieldChangeTests.values))
      now[subject]?[field] = change.after
      return change
    }
    let joined = FieldChange.joined(changes)
    for subject in subjects {
      let fields = try #require(before[subject])
      let own = joined.filter { $0.subject == subject }
      #expect(FieldChange.fields(fields, after: own) == now[subject])
      #expect(FieldChange.fields(now[subject] ?? [:], after: own.map(\.inverse)) == fields)
      #expect(Set(own.map(\.field)).count == own.count)
    }
    #expect(joined.allSatisfy { $0.before != $0.after })
  }

  @Test func `a change that does not lead on from what is there leads nowhere`() {
    let change = FieldChange(.document, .note, from: .text("a"), to: .text("b"))
    #expect(FieldChange.fields([.note: .text("c")], after: [change]) == nil)
    #expect(FieldChange.fields([.note: .text("a")], after: [change]) == [.note: .text("b")])
  }
}
