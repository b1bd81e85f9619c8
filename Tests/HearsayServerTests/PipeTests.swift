import HearsayAnalysis
import HearsayProtocol
import HearsayWorkspace
import Testing

@testable import HearsayServer

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

@Suite("The whole server over pipes")
struct PipeTests {
  /// Runs a server on what a client sends and returns its status and the bodies it wrote.
  static func run(_ messages: [String]) -> (status: Int32, bodies: [String]) {
    var input: [Int32] = [0, 0]
    var output: [Int32] = [0, 0]
    guard pipe(&input) == 0, pipe(&output) == 0 else { return (-1, []) }
    for message in messages {
      _ = FileDescriptor.write(MessageFrame.encode(Array(message.utf8)), to: input[1])
    }
    close(input[1])
    var configuration = LanguageServer.Configuration(
      analyzer: SessionDriver.analyzer, version: "1")
    configuration.input = input[0]
    configuration.output = output[1]
    configuration.terminate = { _ in }
    let status = LanguageServer.run(configuration)
    close(output[1])
    var decoder = FrameDecoder()
    var bodies: [String] = []
    while true {
      let bytes = FileDescriptor.read(output[0], atMost: 4_096)
      guard !bytes.isEmpty else { break }
      for case .body(let body) in decoder.append(bytes) {
        bodies.append(String(decoding: body, as: UTF8.self))
      }
    }
    close(output[0])
    return (status, bodies)
  }

  static let initialize = #"{"id":"i","method":"initialize","params":{"capabilities":{}}}"#

  @Test("Answers come in order, then the server ends")
  func order() {
    let (status, bodies) = PipeTests.run([
      PipeTests.initialize, #"{"id":1,"method":"a/b"}"#, #"{"id":2,"method":"shutdown"}"#,
      #"{"method":"exit"}"#,
    ])
    #expect(status == 0)
    #expect(bodies.count == 3)
    #expect(
      Array(bodies.dropFirst()) == [
        LifecycleTests.failure("1", -32_601, "There is no method a/b."), LifecycleTests.null("2"),
      ])
  }

  @Test("The end of input ends the server, with 1 where nobody asked for it")
  func endOfInput() {
    #expect(PipeTests.run([PipeTests.initialize]).status == 1)
    #expect(PipeTests.run([PipeTests.initialize, #"{"id":2,"method":"shutdown"}"#]).status == 0)
    #expect(PipeTests.run([]).status == 1)
  }

  @Test("Unwritten diagnostics are replaced by newer ones in their place")
  func replacement() {
    let outbox = Outbox()
    outbox.publish(uri: "a", [1])
    outbox.send([2])
    outbox.publish(uri: "b", [3])
    outbox.publish(uri: "a", [4])
    #expect(outbox.takeAll() == [[4], [2], [3]])
    outbox.publish(uri: "a", [5])
    #expect(outbox.takeAll() == [[5]])
  }
}
