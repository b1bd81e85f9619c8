import HearsayProtocol
import Testing

@testable import HearsayServer

/// Who speaks where, and who quotes whom.
@Suite("Speakers in the editor")
struct SpeakerFeatureTests {
  static let article = """
    Oleg Petrov met Ana Ruiz, the mayor.

    “Ruiz told me that she would not resign,” Petrov said. “I believe her.”

    Ruiz said that the river had moved.

    """

  static func driver(_ text: String = article) -> SessionDriver { ViewTests.driver(text) }

  @Test func `everything of a speaker is highlighted, wherever one asks`() {
    let driver = SpeakerFeatureTests.driver(
      "Ana Ruiz came.\n\n“The river has moved,” Ruiz said. Ruiz left.\n")
    let expected = [
      "0:0-0:8 write", "2:0-2:22 text", "2:23-2:27 read", "2:34-2:38 read",
    ]
    for (line, character) in [(0, 3), (2, 5), (2, 25), (2, 30), (2, 36)] {
      let found = ViewTests.ask(
        driver, "textDocument/documentHighlight", ViewTests.at(line, character))
      let names = [1: "text", 2: "read", 3: "write"]
      #expect(
        found.elements.map { "\($0["range"].range) \(names[$0["kind"].number] ?? "?")" }
          == expected,
        "\(line):\(character)")
    }
    #expect(
      ViewTests.ask(driver, "textDocument/documentHighlight", ViewTests.at(0, 11)).elements.isEmpty)
  }

  @Test func `definition of a speaker is where the name is given in full`() {
    let driver = SpeakerFeatureTests.driver()
    for (line, character) in [(2, 44), (2, 58), (4, 1)] {
      let place = ViewTests.ask(
        driver, "textDocument/definition", ViewTests.at(line, character))
      #expect(place["range"].range == (line == 2 ? "0:0-0:11" : "0:16-0:24"), "\(line)")
    }
  }

  static func calls(
    _ driver: SessionDriver, _ item: JSONValue, _ direction: String
  ) -> [String] {
    let answer =
      driver.send(
        #"{"id":3,"method":"callHierarchy/\#(direction)Calls","params":{"item":\#(item.json)}}"#
      ).last ?? ""
    return JSONValue(answer)["result"].elements.map { call in
      let end = call[direction == "incoming" ? "from" : "to"]
      return "\(end["name"].text) \(call["fromRanges"].elements.map(\.range))"
    }
  }

  @Test func `an article quotes speakers, and these what others said`() {
    let driver = SpeakerFeatureTests.driver()
    let ruiz = ViewTests.ask(driver, "textDocument/prepareCallHierarchy", ViewTests.at(4, 1))
    #expect(ruiz.elements.map { $0["name"].text } == ["Ana Ruiz"])
    #expect(ruiz.elements[0]["selectionRange"].range == "0:16-0:24")
    let incoming = SpeakerFeatureTests.calls(driver, ruiz.elements[0], "incoming")
    #expect(incoming.contains { $0.hasPrefix("Oleg Petrov [\"2:1") }, "\(incoming)")
    #expect(incoming.contains { $0.hasPrefix("a.txt [\"4:") }, "\(incoming)")
    let petrov = ViewTests.ask(driver, "textDocument/prepareCallHierarchy", ViewTests.at(2, 44))
    let outgoing = SpeakerFeatureTests.calls(driver, petrov.elements[0], "outgoing")
    #expect(outgoing == [#"Ana Ruiz ["2:14-2:39"]"#])
  }

  @Test func `an item whose data was dropped is known by its place, an article by its first line`()
  {
    let driver = SpeakerFeatureTests.driver()
    let bare = JSONValue(
      #"{"name":"x","uri":"file:///a.txt","selectionRange":{"start":{"line":0,"character":0},"#
        + #""end":{"line":0,"character":11}}}"#)
    #expect(
      SpeakerFeatureTests.calls(driver, bare, "outgoing").first?.hasPrefix("Ana Ruiz") == true)
    let article = ViewTests.ask(driver, "textDocument/prepareCallHierarchy", ViewTests.at(0, 13))
    #expect(article.elements.map { $0["name"].text } == ["a.txt"])
    let quoted = SpeakerFeatureTests.calls(driver, article.elements[0], "outgoing")
    #expect(quoted.map { String($0.prefix(11)) } == ["Oleg Petrov", "Ana Ruiz [\""])
    #expect(SpeakerFeatureTests.calls(driver, article.elements[0], "incoming").isEmpty)
  }
}
