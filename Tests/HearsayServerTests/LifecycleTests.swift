import HearsayProtocol
import HearsayWorkspace
import Synchronization
import Testing

@testable import HearsayServer

@Suite("A session's life")
struct LifecycleTests {
  static let hover =
    #"{"id":9,"method":"textDocument/hover","params":{"textDocument":{"uri":"file:///a.txt"},"#
    + #""position":{"line":0,"character":0}}}"#

  static func failure(_ id: String, _ code: Int, _ message: String) -> String {
    #"{"jsonrpc":"2.0","id":\#(id),"error":{"code":\#(code),"message":"\#(message)"}}"#
  }

  static func null(_ id: String) -> String { #"{"jsonrpc":"2.0","id":\#(id),"result":null}"# }

  @Test("Requests before initialize are refused, notifications dropped")
  func beforeInitialize() {
    let driver = SessionDriver()
    #expect(
      driver.send(LifecycleTests.hover)
        == [LifecycleTests.failure("9", -32_002, "The server waits for initialize.")])
    #expect(driver.open("text").isEmpty)
    #expect(driver.session.documents.isEmpty)
  }

  @Test("initialize tells what is served and nothing else")
  func initialize() {
    let driver = SessionDriver()
    let answer = driver.send(
      #"{"id":"i","method":"initialize","params":{"processId":null,"rootUri":null,"#
        + #""capabilities":{"general":{"positionEncodings":["x","utf-32","utf-16"]}}}}"#)
    #expect(
      answer == [
        #"{"jsonrpc":"2.0","id":"i","result":{"capabilities":{"positionEncoding":"utf-32","#
          + #""textDocumentSync":{"openClose":true,"change":2,"save":{"includeText":false}},"#
          + #""hoverProvider":true,"documentSymbolProvider":true,"#
          + #""inlayHintProvider":{"resolveProvider":true},"#
          + #""definitionProvider":true,"typeHierarchyProvider":true,"#
          + #""callHierarchyProvider":true,"referencesProvider":true,"#
          + #""renameProvider":{"prepareProvider":true},"workspaceSymbolProvider":true,"#
          + #""documentHighlightProvider":true,"#
          + #""foldingRangeProvider":true,"selectionRangeProvider":true,"#
          + #""documentLinkProvider":{"resolveProvider":true},"#
          + #""codeLensProvider":{"resolveProvider":false},"#
          + #""completionProvider":{"triggerCharacters":[":"," ","\""]},"#
          + #""codeActionProvider":{"codeActionKinds":["quickfix","refactor","source"]},"#
          + #""semanticTokensProvider":{"legend":{"tokenTypes":["quotation","date","outlet","#
          + #""source","cue"],"tokenModifiers":["direct","mixed","indirect","scare","decided"]},"#
          + #""range":true,"full":{"delta":true}},"#
          + #""executeCommandProvider":{"commands":["hearsay.accept","hearsay.reject","#
          + #""hearsay.acceptAll","hearsay.rejectAll","hearsay.setSpeaker","#
          + #""hearsay.renameSpeaker","hearsay.setType","#
          + #""hearsay.setValue","hearsay.setOutlet","hearsay.setKind","hearsay.setBoundaries","#
          + #""hearsay.setNote","hearsay.delete","hearsay.place","hearsay.addQuotation","#
          + #""hearsay.addDate","hearsay.addOutlet","hearsay.addNote","hearsay.ignore","#
          + #""hearsay.ignoreWords","#
          + #""hearsay.ignoreSpeaker","hearsay.ignoreRule","hearsay.unignore","hearsay.resolve","#
          + #""hearsay.adjudicate","hearsay.setDate","hearsay.setDayMonthOrder","#
          + #""hearsay.openSheet","hearsay.undo","hearsay.redo"]},"workspace":{"#
          + #""workspaceFolders":{"supported":true,"changeNotifications":true}}},"#
          + #""serverInfo":{"name":"hearsay","version":"1.2.3"}}}"#
      ])
  }

  @Test("A second initialize is refused")
  func twice() {
    let driver = SessionDriver(capabilities: "{}")
    #expect(
      driver.send(#"{"id":2,"method":"initialize","params":{"capabilities":{}}}"#)
        == [LifecycleTests.failure("2", -32_600, "The server is initialized already.")])
  }

  @Test("initialize with params of the wrong type can be tried again")
  func malformedInitialize() {
    let driver = SessionDriver()
    #expect(
      driver.send(#"{"id":1,"method":"initialize","params":{"processId":"x"}}"#)
        == [LifecycleTests.failure("1", -32_602, "params.processId has the wrong type.")])
    #expect(driver.send(#"{"id":2,"method":"initialize","params":{}}"#).count == 1)
  }

  @Test("After shutdown nothing is served and exit is clean")
  func shutdown() {
    let driver = SessionDriver(capabilities: "{}")
    #expect(
      driver.send(#"{"id":3,"method":"shutdown"}"#, LifecycleTests.hover) == [
        LifecycleTests.null("3"),
        LifecycleTests.failure("9", -32_600, "The server has been shut down."),
      ])
    #expect(driver.open("text").isEmpty)
    driver.send(#"{"method":"exit"}"#)
    #expect(driver.session.exitStatus == 0)
  }

  @Test("shutdown as a notification is accepted")
  func shutdownNotification() {
    let driver = SessionDriver(capabilities: "{}")
    #expect(driver.send(#"{"method":"shutdown","params":null}"#).isEmpty)
    driver.send(#"{"method":"exit"}"#)
    #expect(driver.session.exitStatus == 0)
  }

  @Test("exit without shutdown is not clean, initialized or not", arguments: [true, false])
  func exit(_ isInitialized: Bool) {
    let driver = isInitialized ? SessionDriver(capabilities: "{}") : SessionDriver()
    driver.send(#"{"method":"exit"}"#)
    #expect(driver.session.exitStatus == 1)
  }

  @Test("A client that is gone ends the session")
  func disconnected() {
    let driver = SessionDriver(capabilities: "{}")
    driver.session.apply(.disconnected)
    #expect(driver.session.exitStatus == 1)
  }

  @Test("A cancelled request is answered once, with the cancel")
  func cancel() {
    let driver = SessionDriver(capabilities: "{}")
    driver.open("text")
    driver.worksAtOnce = false
    let cancel = #"{"method":"$/cancelRequest","params":{"id":9}}"#
    #expect(
      driver.send(LifecycleTests.hover, cancel, cancel)
        == [LifecycleTests.failure("9", -32_800, "Cancelled by the client.")])
    driver.runWork()
    #expect(driver.received().isEmpty)
  }

  @Test("A cancel after the answer changes nothing, nor does one for another type of id")
  func lateCancel() {
    let driver = SessionDriver(capabilities: "{}")
    #expect(
      driver.send(LifecycleTests.hover, #"{"method":"$/cancelRequest","params":{"id":9}}"#)
        == [LifecycleTests.null("9")])
    driver.open("text")
    driver.worksAtOnce = false
    #expect(
      driver.send(LifecycleTests.hover, #"{"method":"$/cancelRequest","params":{"id":"9"}}"#)
        .isEmpty)
    driver.runWork()
    #expect(driver.received() == [LifecycleTests.null("9")])
  }

  @Test("An edit ends stale requests where the client asks again, and only there")
  func stale() {
    let edit =
      #"{"method":"textDocument/didChange","params":{"textDocument":{"uri":"file:///a.txt","#
      + #""version":2},"contentChanges":[{"text":"other"}]}}"#
    for retries in [true, false] {
      let methods = retries ? #""textDocument/hover""# : ""
      let driver = SessionDriver(
        capabilities: #"{"general":{"staleRequestSupport":{"cancel":true,"#
          + #""retryOnContentModified":[\#(methods)]}},"textDocument":{"diagnostic":{}}}"#)
      driver.open("text")
      driver.worksAtOnce = false
      driver.send(LifecycleTests.hover)
      let expected = LifecycleTests.failure("9", -32_801, "The document changed.")
      #expect(driver.send(edit) == (retries ? [expected] : []))
      driver.runWork()
      #expect(driver.received() == (retries ? [] : [LifecycleTests.null("9")]))
    }
  }

  @Test("What is no message is answered and forgotten")
  func nonsense() {
    let driver = SessionDriver(capabilities: "{}")
    #expect(
      driver.send("{not json", "[]", #"{"id":4}"#, #"{"id":5,"method":"a/b"}"#) == [
        LifecycleTests.failure("null", -32_700, "The message is no JSON."),
        LifecycleTests.failure("null", -32_600, "Batches are not accepted."),
        LifecycleTests.failure("4", -32_600, "The message has no method."),
        LifecycleTests.failure("5", -32_601, "There is no method a/b."),
      ])
  }
}
