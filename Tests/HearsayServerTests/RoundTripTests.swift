import HearsayWorkspace
import Testing

@testable import HearsayServer

/// A round trip with programs that are no server, or a bad one; the real one is in CommandTests.
@Suite struct RoundTripTests {
  /// A shell script that says some bytes whatever it is asked, and ends when nobody asks any more.
  private func finding(saying messages: [String], status: Int = 0) -> DoctorFinding {
    var script = ""
    for message in messages {
      let frame = "Content-Length: \(message.utf8.count)\r\n\r\n\(message)"
      script += "printf '%s' '\(frame)'\n"
    }
    script += "cat >/dev/null\nexit \(status)\n"
    return RoundTrip.finding(words: ["/bin/sh", "-c", script])
  }

  private let hello = #"{"jsonrpc":"2.0","id":1,"result":{"capabilities":{}}}"#
  private let goodbye = #"{"jsonrpc":"2.0","id":2,"result":null}"#

  private func push(_ start: Int, _ end: Int) -> String {
    #"{"jsonrpc":"2.0","method":"textDocument/publishDiagnostics","params":{"diagnostics":[{"#
      + #""code":"quotation","range":{"start":{"line":0,"character":\#(start)},"#
      + #""end":{"line":0,"character":\#(end)}}}]}}"#
  }

  @Test func `what is no server is told as that`() {
    #expect(RoundTrip.finding(program: "/nonexistent").code == "server-not-started")
    #expect(RoundTrip.finding(program: "/bin/true").code == "server-silent")
  }

  @Test func `what a server does is told as it is`() throws {
    let good = [hello, push(5, 40), goodbye]
    #expect(finding(saying: good).state == .fine)
    #expect(finding(saying: good, status: 3).code == "server-end")
    #expect(finding(saying: [hello, push(9, 48), goodbye]).code == "server-columns")
    #expect(finding(saying: [hello, push(40, 5), goodbye]).code == "server-no-diagnostics")
    #expect(finding(saying: ["no JSON", "[]", hello, push(5, 40)]).state == .fine)
    #expect(finding(saying: [#"{"id":1,"error":{}}"#]).code == "server-silent")
  }
}
