import HearsayModel
import HearsayWorkspace
import Testing

/// The note on an outlet: one template for all, facts of a day, sources, no verdict.
@Suite struct OutletNoteTests {
  private static let labels = [
    "Operated by", "Ownership", "Funding", "Editorial control", "Founding and ties",
    "Classed by others", "Legal measures", "Own statement", "Known republication",
  ]

  private func note(_ id: String, _ scope: OutletNote.Scope) throws -> OutletNote {
    let entry = try #require(OutletCatalogue.shipped.entry(id))
    return OutletNote(entry, in: .shipped, scope: scope, today: "2026-11-22")
  }

  private func value(_ label: String, _ note: OutletNote) -> String {
    let line = note.lines.first { $0.label == label }
    return line.map { line in
      line.statements.isEmpty ? line.blank : line.statements.map(\.text).joined(separator: "; ")
    } ?? ""
  }

  @Test func `every outlet of the world has the same lines`() {
    let catalogue = OutletCatalogue.shipped
    #expect(catalogue.entries.count > 400)
    for entry in catalogue.entries {
      let note = OutletNote(entry, in: catalogue, scope: .everything, today: "2026-11-22")
      #expect(note.lines.map(\.label) == Self.labels, "\(entry.id)")
    }
  }

  @Test func `no statement without a citation, and every citation leads to a source`() {
    let catalogue = OutletCatalogue.shipped
    for entry in catalogue.entries {
      let note = OutletNote(entry, in: catalogue, scope: .everything, today: "2026-11-22")
      for line in note.lines {
        for statement in line.statements {
          #expect(!statement.citations.isEmpty, "\(entry.id): \(statement.text)")
        }
      }
      #expect(note.citations.allSatisfy { $0.source != nil }, "\(entry.id)")
    }
  }

  @Test func `facts are those of the article's date`() throws {
    let before = try note("rt", .date("2022-02-12"))
    let after = try note("rt", .date("2022-03-20"))
    #expect(!value("Legal measures", before).contains("Ofcom"))
    #expect(value("Legal measures", after).contains("Ofcom (UK): licence revoked"))
    #expect(before.remarks.contains { $0.contains("about another time") })
  }

  @Test func `what two sources say stands side by side`() throws {
    let ownership = value("Ownership", try note("rt", .date("2026-01-01")))
    #expect(ownership.contains("part of Rossiya Segodnya, according to US State Department"))
    #expect(ownership.contains("(disputed)"))
    #expect(ownership.contains("separate from Rossiya Segodnya, according to RT and RIA Novosti"))
  }

  @Test func `what is older than two years says of when it is, what is blank says so`() throws {
    let note = try note("bbc", .date("2026-01-01"))
    #expect(value("Classed by others", note).hasSuffix(", as of 2023-08"))
    #expect(value("Classed by others", note).hasPrefix("State Media Monitor, 2023: class IP"))
    #expect(value("Funding", note) == "not recorded")
    #expect(value("Legal measures", note) == "none recorded")
  }

  @Test func `the plain form and the form with links`() throws {
    let note = try note("le-point", .date("2026-01-01"))
    let plain = OutletNoteWriter(.shipped, markup: .plain).text(note)
    #expect(plain.contains("\n  Funding: not recorded\n"))
    #expect(plain.contains("[1] "))
    #expect(plain.hasSuffix("Outlet registry \(OutletCatalogue.shipped.version)"))
    let markdown = OutletNoteWriter(.shipped, markup: .markdown).text(note)
    #expect(markdown.contains("- Funding: not recorded\n"))
    #expect(markdown.contains("](https://"))
  }

  @Test(arguments: [
    ("TASS", ["tass"]), ("the bbc", ["bbc"]), ("https://www.rt.com/news/1", ["rt"]),
    ("sport.tass.ru", ["tass"]), ("ABC", ["abc-au", "abc-es", "abc-us"]), ("ТАСС", ["tass"]),
    ("evilrt.com", []), ("", []), ("nobody at all", []),
  ])
  func `an outlet is found by what a person types`(query: String, ids: [String]) {
    #expect(OutletCatalogue.shipped.find(query).map(\.id) == ids)
  }

  @Test(arguments: [("Ruters", "Reuters"), ("tas", "TASS"), ("al jazera", "Al Jazeera")])
  func `a near miss is suggested`(query: String, name: String) {
    #expect(OutletCatalogue.shipped.suggestions(for: query).contains(name))
  }

  @Test func `owners stand above, what they run below`() {
    let catalogue = OutletCatalogue.shipped
    #expect(catalogue.above("rt").first?.target == .outlet("tv-novosti"))
    #expect(catalogue.below("tv-novosti") == ["rt"])
    #expect(catalogue.above("no-such").isEmpty && catalogue.below("no-such").isEmpty)
  }
}
