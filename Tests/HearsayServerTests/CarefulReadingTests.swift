import Foundation
import Testing

@testable import HearsayServer

/// Long texts are shown as rules read them first, then as they read with all care.
@Suite struct CarefulReadingTests {
  /// One paraphrase a paragraph, which rules alone do not find.
  private static func article(paragraphs: Int) -> String {
    (0..<paragraphs).map { number in
      "Ana Ruiz said that the bridge would stay closed until the river falls in year \(number).\n\n"
    }.joined()
  }

  private static func driver() -> SessionDriver {
    let driver = SessionDriver(findings: .analysis)
    driver.send(#"{"id":1,"method":"initialize","params":{"capabilities":{}}}"#)
    driver.send(#"{"method":"initialized","params":{}}"#)
    return driver
  }

  /// How many paraphrases the last message shows.
  private static func paraphrases(_ messages: [String]) -> Int {
    (messages.last ?? "").components(separatedBy: "indirect").count - 1
  }

  @Test func `a short text is read with all care at once`() {
    let driver = CarefulReadingTests.driver()
    driver.worksAtOnce = false
    #expect(
      CarefulReadingTests.paraphrases(
        driver.open(CarefulReadingTests.article(paragraphs: 20))) == 20)
  }

  @Test func `a long text is shown at once, and what takes longer follows for the same version`() {
    let driver = CarefulReadingTests.driver()
    driver.worksAtOnce = false
    let first = driver.open(CarefulReadingTests.article(paragraphs: 900), version: 7)
    #expect(first.count == 1)
    #expect(CarefulReadingTests.paraphrases(first) == 0)
    driver.runWork()
    driver.session.settle()
    let then = driver.received()
    #expect(CarefulReadingTests.paraphrases(then) == 900)
    #expect(then.last?.contains(#""version":7"#) ?? false)
  }

  @Test func `what was typed while the rest was read stays, and the rest is read all the same`() {
    let driver = CarefulReadingTests.driver()
    driver.worksAtOnce = false
    driver.open(CarefulReadingTests.article(paragraphs: 900))
    driver.send(
      #"{"method":"textDocument/didChange","params":{"textDocument":{"uri":"file:///a.txt","#
        + #""version":2},"contentChanges":[{"range":{"start":{"line":2,"character":0},"end":"#
        + #"{"line":2,"character":80}},"text":"The river rose"}]}}"#)
    driver.runWork()
    driver.session.settle()
    let then = driver.received()
    #expect(CarefulReadingTests.paraphrases(then) == 899)
    #expect(then.last?.contains(#""version":2"#) ?? false)
  }

  @Test func `a long text pasted over a short one is shown at once too`() {
    let driver = CarefulReadingTests.driver()
    driver.worksAtOnce = false
    driver.open("x")
    let pasted = SessionDriver.json(CarefulReadingTests.article(paragraphs: 900))
    let first = driver.send(
      #"{"method":"textDocument/didChange","params":{"textDocument":{"uri":"file:///a.txt","#
        + #""version":2},"contentChanges":[{"text":\#(pasted)}]}}"#)
    #expect(CarefulReadingTests.paraphrases(first) == 0)
    driver.runWork()
    driver.session.settle()
    #expect(CarefulReadingTests.paraphrases(driver.received()) == 900)
  }
}
