import HearsayInterchange
import HearsayModel
import Testing

@Suite struct LongImportTests {
  @Test func `utterances in a circle are one, and a long chain is followed once`() throws {
    let text = Array("words".utf8)
    let count = 3_000
    let stretches = (0..<count).map { "T\($0)\tdirect \($0 % 4) 5\t\("words".dropFirst($0 % 4))\n" }
    let links = (1..<count).map { "R\($0)\tutterance Arg1:T\($0) Arg2:T\($0 - 1)\n" }
    let chain = BratReader.read(
      path: "a", text: text, annotations: Array((stretches + links).joined().utf8))
    #expect(Set(utterances(chain)) == ["u0"])
    let circle = ["R1\tutterance Arg1:T1 Arg2:T2\n", "R2\tutterance Arg1:T2 Arg2:T1\n"]
    let turned = BratReader.read(
      path: "a", text: text, annotations: Array((stretches[1...2] + circle).joined().utf8))
    #expect(Set(utterances(turned)).count == 1)
  }

  private func utterances(_ set: ImportedSet) -> [String?] {
    set.documents.flatMap(\.annotations).map { annotation in
      if case .quotation(let quotation) = annotation.content { return quotation.utterance }
      return nil
    }
  }

  @Test func `rows of many documents in turn find theirs at once`() {
    let names = (0..<1_500).map { "a\($0).txt" }
    let rows = (names + names).map { "\($0),note,0,1,x\n" }
    let set = TableReader.read(Array(("document,kind,start,end,text\n" + rows.joined()).utf8))
    #expect(set.documents.map(\.path) == names)
    #expect(set.documents.allSatisfy { $0.annotations.count == 2 })
  }
}
