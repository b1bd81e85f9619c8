internal import HearsayJSON
public import HearsayWorkspace

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A round trip with the program's own language server: start, open a sample, get its diagnostics at
/// the right columns, shut down.
///
/// Blocks the calling thread, and ignores SIGPIPE for the process from now on.
public enum RoundTrip {
  /// How long the server may be silent, in seconds.
  private static let patience: Int32 = 30
  private static let quotation = "“We will not reopen it in a hurry,”"
  private static let before = "🌊🌉 "

  /// What became of it.
  ///
  /// - Parameter program: The file to start; `lsp` is its argument.
  public static func finding(program: String) -> DoctorFinding {
    finding(words: [program, "lsp"])
  }

  /// What became of it with a program and its arguments.
  static func finding(words: [String]) -> DoctorFinding {
    let program = words.joined(separator: " ")
    func wrong(_ code: String, _ sentence: String) -> DoctorFinding {
      DoctorFinding(
        .server, .wrong, sentence,
        advice: "run “\(program)” by hand and look at what it says", code: code)
    }
    signal(SIGPIPE, SIG_IGN)
    guard let server = ServerProcess(words, environment: environment) else {
      return wrong("server-not-started", "“\(program)” cannot be started")
    }
    var failure: DoctorFinding?
    if !greet(server) {
      failure = wrong("server-silent", "the server does not answer initialize")
    } else if let place = openSample(server) {
      let start = before.utf16.count
      if place != start..<(start + quotation.utf16.count) {
        failure = wrong("server-columns", "the server shows the sample's quotation at \(place)")
      }
    } else {
      failure = wrong("server-no-diagnostics", "the server finds nothing in the sample")
    }
    let status = sayGoodbye(server)
    if let failure { return failure }
    guard status == 0 else {
      return wrong("server-end", "the server did not end as it should")
    }
    return DoctorFinding(
      .server, .fine, "started, a sample opened and annotated at the right columns, shut down")
  }

  /// The environment of the server: no project, no store and no log of the user's.
  private static var environment: [String] {
    var result = ["XDG_DATA_HOME=/nonexistent/hearsay-doctor"]
    var place = environ
    while let line = place.pointee {
      let text = String(cString: line)
      if !["XDG_DATA_HOME=", "HEARSAY_WIRE_LOG="].contains(where: text.hasPrefix) {
        result.append(text)
      }
      place += 1
    }
    return result
  }

  private static func greet(_ server: ServerProcess) -> Bool {
    let sent = server.send(
      """
      {"jsonrpc":"2.0","id":1,"method":"initialize",\
      "params":{"processId":\(getpid()),"rootUri":null,"capabilities":{}}}
      """)
    let answer = sent ? server.receive(within: patience) { $0.answers(1) } : nil
    guard answer?["result"]?["capabilities"] != nil else { return false }
    return server.send(#"{"jsonrpc":"2.0","method":"initialized","params":{}}"#)
  }

  /// Opens the sample; the UTF-16 columns of its quotation as the server gives them, or nil.
  private static func openSample(_ server: ServerProcess) -> Range<Int>? {
    var writer = JSONWriter(reserving: 256)
    writer.string("\(before)\(quotation) said Ana Ruiz, the mayor.\n")
    let text = String(decoding: writer.bytes, as: UTF8.self)
    let sent = server.send(
      """
      {"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{\
      "uri":"untitled:hearsay-doctor","languageId":"plaintext","version":1,"text":\(text)}}}
      """)
    guard sent else { return nil }
    let push = server.receive(within: patience) {
      $0["method"]?.string == "textDocument/publishDiagnostics"
        && $0["params"]?["diagnostics"]?.elements.isEmpty == false
    }
    let found = push?["params"]?["diagnostics"]?.elements.first {
      $0["code"]?.string == "quotation"
    }
    guard let start = found?["range"]?["start"]?["character"]?.number,
      let end = found?["range"]?["end"]?["character"]?.number, start <= end
    else { return nil }
    return Int(start)..<Int(end)
  }

  private static func sayGoodbye(_ server: ServerProcess) -> Int32? {
    if server.send(#"{"jsonrpc":"2.0","id":2,"method":"shutdown"}"#) {
      _ = server.receive(within: patience) { $0.answers(2) }
      _ = server.send(#"{"jsonrpc":"2.0","method":"exit"}"#)
    }
    return server.end(within: patience)
  }
}

extension JSONNode {
  /// Whether a message answers the request with an id.
  fileprivate func answers(_ id: Double) -> Bool {
    self["id"]?.number == id && self["method"] == nil
  }
}
