import Foundation
import HearsayTestSupport
import HearsayText
import Testing

@testable import HearsayServer

/// Somebody types while everything is asked for: no answer has places of another version.
@Suite("Asked while typing")
struct TypingTests {
  static let document: [(method: String, more: String)] = [
    ("hover", at), ("documentSymbol", ""), ("inlayHint", range), ("semanticTokens/full", ""),
    ("semanticTokens/range", range), ("foldingRange", ""), ("documentLink", ""),
    ("selectionRange", #","positions":[{"line":0,"character":3}]"#), ("documentHighlight", at),
    ("definition", at), ("prepareCallHierarchy", at), ("prepareRename", at), ("references", at),
    ("codeLens", ""), ("diagnostic", ""), ("prepareTypeHierarchy", at),
  ]
  private static let at = #","position":{"line":0,"character":3}"#
  private static let range =
    #","range":{"start":{"line":0,"character":0},"end":{"line":99,"character":0}}"#

  static func request(_ id: Int, _ method: String, _ more: String) -> String {
    #"{"id":\#(id),"method":"textDocument/\#(method)","params":{"textDocument":{"uri":"#
      + #""file:///a.txt"}\#(more)}}"#
  }

  static func change(_ text: String, _ version: Int) -> String {
    #"{"method":"textDocument/didChange","params":{"textDocument":{"uri":"file:///a.txt","#
      + #""version":\#(version)},"contentChanges":[{"text":\#(SessionDriver.json(text))}]}}"#
  }

  static let capabilities =
    #"{"textDocument":{"documentSymbol":{"hierarchicalDocumentSymbolSupport":true}}}"#

  /// The answers of a server that was told nothing but one text.
  static func fresh(_ text: String) -> [String] {
    let driver = ViewTests.driver(text, capabilities: capabilities)
    return document.indices.map { index in
      let answers = driver.send(request(index, document[index].method, document[index].more))
      return TypingTests.neutral(answers.last ?? "")
    }
  }

  /// An answer without the numbers that tell revisions apart.
  static func neutral(_ answer: String) -> String {
    answer.replacing(#/"resultId":"\d+"/#, with: "").replacing(#/^.*?"result":/#, with: "")
  }

  @Test(arguments: 1...12)
  func `each answer is that of the text when it was asked`(seed: UInt64) {
    var edits = ArticleEdits(seed: seed)
    var random = SplitMix64(seed: seed)
    var text = "“Wir 🎉,” Ana Ruiz said on Tuesday, TASS. “Nein,” she said.\n\n“Ja,” he said.\n"
    let driver = ViewTests.driver(text, capabilities: Self.capabilities)
    var expected: [Int: String] = [:]
    var answers: [Int: String] = [:]
    var id = 100
    driver.worksAtOnce = false
    for version in 2...9 {
      text = edits.edited(text)
      driver.send(Self.change(text, version))
      let wanted = Self.fresh(text)
      for (index, question) in Self.document.enumerated() where random.one(in: 2) {
        id += 1
        expected[id] = wanted[index]
        collect(driver.send(Self.request(id, question.method, question.more)), into: &answers)
      }
      // Sometimes the answers come at once, sometimes after more was typed.
      if random.one(in: 3) { driver.runWork() }
      collect(driver.received(), into: &answers)
    }
    driver.runWork()
    collect(driver.received(), into: &answers)
    #expect(Set(answers.keys) == Set(expected.keys))
    for (id, answer) in answers { #expect(answer == expected[id], "\(id)") }
  }

  private func collect(_ messages: [String], into answers: inout [Int: String]) {
    for message in messages {
      let id = JSONValue(message)["id"].number
      if id > 100 { answers[id] = Self.neutral(message) }
    }
  }
}
