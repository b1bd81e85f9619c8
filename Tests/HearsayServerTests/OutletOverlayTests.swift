import Foundation
import HearsayAnalysis
import HearsayModel
import HearsayWorkspace
import Testing

/// What a team's overlay may say, what is refused with its place, and what stays in force.
@Suite struct OutletOverlayTests {
  /// An overlay with one mistake: its code, and the words at whose beginning it is shown.
  struct Mistake: CustomTestStringConvertible, Sendable {
    let code: OverlayProblem.Code
    let place: String
    let text: String

    init(_ code: OverlayProblem.Code, at place: String, _ text: String) {
      self.code = code
      self.place = place
      self.text = text
    }

    var testDescription: String { "\(code.rawValue): \(text)" }
  }

  private static let source =
    #""sources": {"note": {"title": "Note", "publisher": "desk", "year": 2026, "#
    + #""url": "urn:desk:1", "type": "team"}}"#

  private static func record(_ id: String, links: String = "", domain: String = "") -> String {
    let domains = domain.isEmpty ? "" : #"{"domain": "\#(domain)"}"#
    return #"{"id": "\#(id)", "name": "Name of \#(id)", "entity": "newspaper", "#
      + #""languages": [], "aliases": [], "domains": [\#(domains)], "kind": "not_recorded", "#
      + #""classifications": [], "links": [\#(links)], "actions": [], "coverage": "claims", "#
      + #""confidence": "high", "as_of": "2026-11-22"}"#
  }

  private static func link(_ target: String, _ cite: String = "note") -> String {
    #"{"rel": "owned_by", "target": "\#(target)", "status": "asserted", "confidence": "low", "#
      + #""cite": ["\#(cite)"]}"#
  }

  static let mistakes: [Mistake] = [
    Mistake(.notJSON, at: "]", #"{"mute": [}"# + "]"),
    Mistake(.wrongForm, at: "[", "[]"),
    Mistake(.wrongForm, at: #""mutes""#, #"{"mutes": []}"#),
    Mistake(.wrongForm, at: "5", #"{"mute": 5}"#),
    Mistake(.wrongForm, at: "{", #"{"patch": [{"add_links": []}]}"#),
    Mistake(.wrongForm, at: "{", #"{"add": [{"id": "x"}]}"#),
    Mistake(.unknownID, at: #""tas""#, #"{"mute": ["tas"]}"#),
    Mistake(.unknownID, at: #""nobody""#, #"{"patch": [{"id": "nobody"}]}"#),
    Mistake(.duplicateID, at: #""rt""#, #"{"add": [\#(record("rt"))]}"#),
    Mistake(
      .unknownSource, at: #""rumour""#,
      #"{"patch": [{"id": "rt", "add_links": [\#(link("bbc", "rumour"))]}]}"#),
    Mistake(
      .unknownID, at: #""gone""#, #"{\#(source), "add": [\#(record("x", links: link("gone")))]}"#),
    Mistake(
      .ownershipCycle, at: #""rt""#,
      #"{\#(source), "patch": [{"id": "tv-novosti", "add_links": [\#(link("rt"))]}]}"#),
    Mistake(
      .ownershipCycle, at: #""x"#, #"{\#(source), "add": [\#(record("x", links: link("x")))]}"#),
    Mistake(
      .duplicateDomain, at: #"{"domain""#, #"{"add": [\#(record("x", domain: "rt.com"))]}"#),
    Mistake(
      .nothingToRetire, at: #""links/founded_by""#,
      #"{\#(source), "patch": [{"id": "rt", "retire": [{"path": "links/founded_by", "#
        + #""reason": "newer source", "cite": ["note"]}]}]}"#),
    Mistake(
      .olderRegistry, at: #""99.0.0""#,
      #"{"extends": {"name": "Hearsay outlet registry", "min_version": "99.0.0"}}"#),
  ]

  @Test(arguments: mistakes)
  func `a mistake has its code and its place, and what it stands in is left out`(
    mistake: Mistake
  ) throws {
    let overlay = ProjectOutlets.overlay(in: Array(mistake.text.utf8))
    let problem = try #require(overlay.problems.first { $0.code == mistake.code })
    let rest = Array(mistake.text.utf8)[problem.range.lowerBound...]
    let shown = String(decoding: rest, as: UTF8.self)
    if mistake.code != .notJSON { #expect(shown.hasPrefix(mistake.place)) }
    #expect(problem.message.hasSuffix(".") || problem.message.hasSuffix("?"))
  }

  @Test func `a line is told as a person counts it`() {
    let overlay = ProjectOutlets.overlay(in: Array("{\n  \"é\": 1,\n  \"mute\": [\"tas\"]\n}".utf8))
    #expect(
      overlay.located.map { "\($0.line):\($0.column) \($0.code)" } == [
        "2:3 overlay-wrong-form", "3:12 overlay-unknown-id",
      ])
  }

  @Test func `of many unknown ids each is told, and for the first ones a known one is looked for`()
  {
    let ids = (0..<60).map { _ in #""tas""# }.joined(separator: ",")
    let problems = ProjectOutlets.overlay(in: Array(#"{"mute": [\#(ids)]}"#.utf8)).problems
    #expect(problems.map(\.code) == Array(repeating: .unknownID, count: 60))
    #expect(problems.count { $0.message.contains("Did you mean “tap”?") } == 20)
  }

  @Test(arguments: [Int]([0, 1, 7, 40, 400]))
  func `cut short or broken anywhere, nothing traps and the rest stays in force`(step: Int) {
    let whole = Array(
      #"{\#(Self.source), "add": [\#(Self.record("x", links: Self.link("bbc")))], "mute": ["rt"]}"#
        .utf8)
    for end in stride(from: 0, to: whole.count, by: max(1, step)) {
      _ = ProjectOutlets.overlay(in: Array(whole[..<end]))
      var broken = whole
      broken[end] = UInt8(truncatingIfNeeded: step * 31 + end)
      _ = ProjectOutlets.overlay(in: broken)
    }
  }

  // MARK: - Files

  private func withFile(_ body: (URL) throws -> Void) throws {
    let root = FileManager.default.temporaryDirectory.appending(path: "hearsay-\(UUID())")
    let folder = root.appending(path: ".hearsay")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: root) }
    try body(folder.appending(path: "outlets.json"))
  }

  private func project(_ file: URL) -> String {
    file.deletingLastPathComponent().deletingLastPathComponent().appending(path: "deep/er").path
  }

  @Test func `an overlay adds, patches, retires and mutes, and is read again when it changes`()
    throws
  {
    try withFile { file in
      let outlets = ProjectOutlets()
      #expect(outlets.edition(forFolder: project(file)).overlay == nil)
      let text = """
        {"team": "desk", "version": "7", \(Self.source),
         "add": [\(Self.record("lindo-courier", links: Self.link("bbc"), domain: "lindo.example"))],
         "patch": [{"id": "rt", "add_domains": [{"domain": "rt.example"}],
           "retire": [{"path": "links/part_of", "reason": "settled", "cite": ["note"]}]}],
         "mute": ["the-atlantic"]}
        """
      try Data(text.utf8).write(to: file)
      #expect(outlets.changed())
      let edition = outlets.edition(forFolder: project(file))
      #expect(edition.overlay?.problems == [])
      let catalogue = edition.catalogue
      #expect(catalogue.find("lindo.example").map(\.id) == ["lindo-courier"])
      #expect(catalogue.below("bbc").contains("lindo-courier"))
      #expect(catalogue.find("www.rt.example").map(\.id) == ["rt"])
      let rt = try #require(catalogue.entry("rt"))
      #expect(!rt.relations.contains { $0.kind == .partOf })
      #expect(rt.retired.count == 1)
      #expect(edition.registry?.record("the-atlantic")?.isMuted == true)
      #expect(OutletCatalogue.shipped.entry("rt")?.retired.isEmpty == true)
      try FileManager.default.removeItem(at: file)
      #expect(outlets.changed() && !outlets.changed())
      #expect(outlets.edition(forFolder: project(file)).overlay == nil)
    }
  }

  @Test func `an overlay of fifty megabytes is told and leaves the shipped registry`() throws {
    try withFile { file in
      try Data(count: 50 << 20).write(to: file)
      let edition = ProjectOutlets().edition(forFolder: project(file))
      #expect(edition.overlay?.problems.map(\.code) == [.tooLarge])
      #expect(edition.registry == nil && edition.catalogue.entry("rt") != nil)
    }
  }

  @Test func `what is no JSON leaves the shipped registry`() throws {
    try withFile { file in
      try Data("{".utf8).write(to: file)
      let edition = ProjectOutlets().edition(forFolder: project(file))
      #expect(edition.overlay?.problems.map(\.code) == [.notJSON])
      #expect(edition.registry == nil)
    }
  }
}
