import HearsayModel
import HearsayProtocol
import HearsayTestSupport
import HearsayText
import Testing

@testable import HearsayServer

/// What is told paragraph by paragraph is what a list made of the whole document tells.
@Suite("Diagnostics kept from one keystroke to the next")
struct DiagnosticMemoryTests {
  static let capabilities = [
    "{}",
    #"{"textDocument":{"publishDiagnostics":{"relatedInformation":true,"codeDescriptionSupport":true,"#
      + #""versionSupport":true}}}"#,
  ]

  /// Paragraphs enough that an edit's trace ends inside.
  static let text = (1...6).map { number in
    paragraphs.replacing("Ruiz", with: ["Ruiz", "Soto", "Lanz"][number % 3])
  }.joined(separator: "Nothing else happened in the town.\n\n")

  private static let paragraphs = """
    CALLE NOVA (TASS) — “We will rebuild the bridge,” 🎉 Ana Ruiz, the mayor, said on 5 March 2024.

    “It will take years, she said. “The bridge

    “was never safe,” Ruiz added. He told the BBC that nobody knew. “Nobody,” he said.

    Ben Ruiz disagreed last week: “Too dear.” Ruiz said nothing. According to the agency, it is so.
    She added that “the money” had been found.


    """

  /// The notification as a list of the whole document has it, and as it is put together.
  private static func both(_ driver: SessionDriver) -> (whole: String, joined: String?) {
    let uri = "file:///a.txt"
    guard let snapshot = driver.session.snapshot(of: uri) else { return ("", nil) }
    let documentation = CodeDocumentation.page("https://example.org/codes")
    let list = DiagnosticList(snapshot, documentation: documentation)
    let whole = PublishDiagnosticsParams(
      uri: uri, version: snapshot.version, diagnostics: list.items)
    let written = snapshot.diagnostics.written(for: snapshot, documentation: documentation)
    return (
      String(decoding: whole.body(), as: UTF8.self),
      written.map {
        String(
          decoding: PublishDiagnosticsParams.body(uri: uri, version: snapshot.version, $0),
          as: UTF8.self)
      }
    )
  }

  private static func driver(_ capabilities: String, options: String = "{}") -> SessionDriver {
    let driver = SessionDriver(findings: .analysis)
    driver.send(
      #"{"id":1,"method":"initialize","params":{"capabilities":\#(capabilities),"#
        + #""initializationOptions":\#(options)}}"#)
    driver.send(#"{"method":"initialized","params":{}}"#)
    return driver
  }

  @Test(
    arguments: 1...12,
    ["{}", #"{"minimumConfidence":0.7,"kinds":["quotation","date"],"severity":{"date":"off"}}"#])
  func `after every edit`(seed: UInt64, options: String) {
    let driver = Self.driver(Self.capabilities[Int(seed) % 2], options: options)
    driver.open(Self.text, uri: "file:///a.txt")
    var edits = ArticleEdits(seed: seed)
    var text = Self.text
    for version in 2...25 {
      text = edits.edited(text)
      let told = driver.send(TypingTests.change(text, version)).last
      let (whole, joined) = Self.both(driver)
      #expect(joined == whole)
      #expect(told == whole)
    }
  }

  @Test func `other settings, and decisions`() {
    let driver = Self.driver(Self.capabilities[1])
    driver.open(Self.text, uri: "file:///a.txt")
    let before = Self.both(driver)
    #expect(before.joined == before.whole)
    driver.send(
      #"{"method":"workspace/didChangeConfiguration","params":{"settings":"#
        + #"{"hearsay":{"severity":{"quotation":"warning"}}}}}"#)
    let after = Self.both(driver)
    #expect(after.joined == after.whole)
    #expect(after.whole != before.whole)
    driver.send(
      #"{"id":4,"method":"workspace/executeCommand","params":{"command":"hearsay.addNote","#
        + #""arguments":["file:///a.txt",{"start":{"line":0,"character":0},"#
        + #""end":{"line":0,"character":4}},"seen"]}}"#)
    // What people decided is laid over the whole document.
    let decided = Self.both(driver)
    #expect(decided.joined == nil)
    #expect(decided.whole.contains("seen"))
  }

  @Test func `columns that count something else`() throws {
    let driver = Self.driver("{}")
    driver.open(Self.text, uri: "file:///a.txt")
    let before = try #require(driver.session.snapshot(of: "file:///a.txt"))
    func written(_ unit: TextUnit) throws -> [UInt8] {
      let snapshot = DocumentSnapshot(
        uri: before.uri, version: before.version, revision: before.revision,
        analysis: before.analysis, unit: unit, settings: before.settings, client: before.client,
        source: before.source, diagnostics: before.diagnostics)
      let joined = try #require(snapshot.diagnostics.written(for: snapshot, documentation: nil))
      let body = PublishDiagnosticsParams.body(uri: "a", version: 1, joined)
      let list = DiagnosticList(snapshot)
      #expect(
        body == PublishDiagnosticsParams(uri: "a", version: 1, diagnostics: list.items).body())
      return body
    }
    let utf16 = try written(.utf16)
    #expect(try written(.utf8) != utf16)
    #expect(try written(.utf16) == utf16)
  }

  @Test func `more than may be shown`() {
    let driver = Self.driver("{}", options: #"{"maxDiagnostics":3}"#)
    driver.open(Self.text, uri: "file:///a.txt")
    #expect(Self.both(driver).joined == nil)
  }
}
