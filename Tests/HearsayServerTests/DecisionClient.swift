import HearsayModel
import HearsayProtocol
import HearsayStore
import HearsayText
import HearsayWorkspace
import Testing

@testable import HearsayServer

/// A client that decides, and the store behind it.
struct DecisionClient {
  static let capabilities =
    #"{"textDocument":{"codeAction":{"codeActionLiteralSupport":{"codeActionKind":"#
    + #"{"valueSet":["quickfix"]}}}}}"#

  let driver: SessionDriver
  /// The article's address.
  let uri: String
  /// The store that decisions go to.
  var location: StoreLocation {
    StoreLocation(database: "\(driver.folder)/annotations.sqlite", root: nil)
  }

  init(
    _ text: String, capabilities: String = capabilities, folder: String? = nil,
    findings: FindingsSource = .literal, uri: String = "file:///a.txt"
  ) {
    self.uri = uri
    driver = SessionDriver(findings: findings, folder: folder)
    driver.send(
      #"{"id":1,"method":"initialize","params":{"capabilities":\#(capabilities),"#
        + #""initializationOptions":{"author":"ana"}}}"#)
    driver.send(#"{"method":"initialized","params":{}}"#)
    driver.open(text, uri: uri)
  }

  /// The messages of the diagnostics now, each with its words.
  func shown() -> [String] {
    guard let snapshot = driver.session.snapshot(of: uri) else { return [] }
    return DiagnosticList(snapshot).items.map { item in
      let span = snapshot.span(of: item.range)
      return "\(snapshot.text.string(in: span)): \(item.message)"
    }
  }

  /// Carries out a command; its arguments are JSON behind the document's URI.
  @discardableResult
  func decide(_ command: String, _ arguments: String...) -> String {
    let list = ([#""\#(uri)""#] + arguments).joined(separator: ",")
    return driver.send(
      #"{"id":4,"method":"workspace/executeCommand","params":{"command":"hearsay.\#(command)","#
        + #""arguments":[\#(list)]}}"#
    ).first { $0.contains(#""id":4"#) } ?? ""
  }

  /// The titles of the actions at a range of the first line.
  func actions(_ start: Int, _ end: Int? = nil, context: String = "{}") -> [String] {
    let answer =
      driver.send(
        #"{"id":3,"method":"textDocument/codeAction","params":{"textDocument":{"uri":"#
          + #""\#(uri)"},"range":{"start":{"line":0,"character":\#(start)},"#
          + #""end":{"line":0,"character":\#(end ?? start)}},"context":\#(context)}}"#
      ).first ?? ""
    return answer.split(separator: #"{"title":""#).dropFirst().compactMap {
      $0.contains(#""kind":"#) ? $0.split(separator: "\"").first.map(String.init) : nil
    }
  }

  /// A place of the first line as an argument.
  static func place(_ character: Int) -> String { #"{"line":0,"character":\#(character)}"# }

  /// A range of the first line as an argument.
  static func range(_ start: Int, _ end: Int) -> String {
    #"{"start":\#(place(start)),"end":\#(place(end))}"#
  }

  /// Replaces a range of the first line.
  func edit(_ start: Int, _ end: Int, _ text: String) {
    driver.send(
      #"{"method":"textDocument/didChange","params":{"textDocument":{"uri":"\#(uri)","#
        + #""version":2},"contentChanges":[{"range":\#(DecisionClient.range(start, end)),"#
        + #""text":\#(SessionDriver.json(text))}]}}"#)
  }

  /// Replaces the whole text.
  func replace(with text: String) {
    driver.send(
      #"{"method":"textDocument/didChange","params":{"textDocument":{"uri":"\#(uri)","#
        + #""version":3},"contentChanges":[{"text":\#(SessionDriver.json(text))}]}}"#)
  }
}
