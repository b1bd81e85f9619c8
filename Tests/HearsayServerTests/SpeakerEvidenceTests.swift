import Testing

@testable import HearsayServer

@Suite("What the card says a speaker rests on")
struct SpeakerEvidenceTests {
  /// One idea: an invented text, where in its last line the source stands, and the sentence.
  struct Row: CustomTestStringConvertible {
    let name: String
    let text: String
    let sentence: String
    var testDescription: String { name }
  }

  static let rows = [
    Row(
      name: "a pronoun",
      text: "Peter Okafor came late.\n“We will stay,” he said.",
      sentence: """
        “he” is a pronoun for the nearest mention that agrees with it: “Peter Okafor” (line 1)
        """),
    Row(
      name: "a pronoun for a described person",
      text: "A local fisherman came late.\nHe laughed.\n“We will stay,” he said.",
      sentence: """
        “he” is a pronoun for the nearest mention that agrees with it: “A local fisherman” (line 1)
        """),
    Row(
      name: "a surname",
      text: "The river rose.\nMayor Ana Ruiz came late.\n“We will stay,” Ruiz said.",
      sentence: """
        “Ruiz” is part of a name given in full elsewhere: “Mayor Ana Ruiz” (line 2)
        """),
    Row(
      name: "a surname whose full name comes later",
      text: "“We will stay,” Ruiz said.\nMayor Ana Ruiz came late.",
      sentence: """
        “Ruiz” is part of a name given in full elsewhere: “Mayor Ana Ruiz” (line 2)
        """),
    Row(
      name: "a role",
      text: "Mayor Ana Ruiz came late.\nRuiz laughed.\n“We will stay,” the mayor said.",
      sentence: "“the mayor” is the role the document gives that person: “Ruiz” (line 2)"),
    Row(
      name: "a short name",
      text: "The Federal Harbour Service (FHS) met.\n“We will stay,” the FHS said.",
      sentence: """
        “the FHS” is short for a name given in full: “The Federal Harbour Service” (line 1)
        """),
    Row(
      name: "another spelling",
      text: "Oleg Zalensky came late.\n“We will stay,” Zalenskyy said.",
      sentence: "“Zalenskyy” is another spelling of a name: “Oleg Zalensky” (line 1)"),
    Row(
      name: "a statement",
      text: """
        The Harbour Committee said in a statement it was “alarmed.”
        The river, the statement said, was “too high.”
        """,
      sentence: """
        “the statement” speaks for whoever issued it or was speaking: “The Harbour Committee” \
        (line 1)
        """),
  ]

  @Test("Each resolution names what it rests on, and where", arguments: rows)
  func resolution(_ row: Row) throws {
    let driver = SessionDriver(findings: .analysis)
    driver.send(#"{"id":1,"method":"initialize","params":{"capabilities":{}}}"#)
    driver.send(#"{"method":"initialized","params":{}}"#)
    driver.open(row.text)
    let lines = row.text.split(separator: "\n")
    let line = lines.firstIndex { $0.contains("“We will") } ?? lines.count - 1
    let character = lines[line].contains("“We will") ? 5 : 15
    let hover = driver.send(
      #"{"id":2,"method":"textDocument/hover","params":{"textDocument":{"uri":"file:///a.txt"},"#
        + #""position":{"line":\#(line),"character":\#(character)}}}"#
    ).first
    let answer = try #require(hover)
    #expect(answer.contains(row.sentence), "\(answer)")
  }
}
