import HearsayInterchange
import HearsayModel
import HearsayTestSupport
import HearsayText
import Testing

/// A sheet that makes no sense, and the codes and words it is told with.
struct BadSheet: CustomTestStringConvertible, Sendable {
  let text: String
  let problems: [String]
  var testDescription: String { text }

  init(_ text: String, _ problems: String...) {
    self.text = text
    self.problems = problems
  }
}

@Suite struct SheetNotationTests {
  static let id = "0193f000-0000-7000-8000-00000000000a"

  @Test func `a block is kind, place, id and fields in any order`() throws {
    let reader = SheetReader(
      Text(
        """
        # a remark
        article: file:///a%20b.txt

        [quotation 12:1/2 \(Self.id)]
        note: one
          two
          .
          three
        speaker!:  Ana Ruiz\u{20}
        status: accepted
        [note]
        text: “x: y”
        """))
    #expect(reader.problems.isEmpty)
    #expect(reader.sheet.article == "file:///a%20b.txt")
    let first = try #require(reader.sheet.blocks.first)
    #expect(first.key == .stored(try #require(AnnotationID(Self.id))))
    let position = LinePosition(line: 11, column: 0)
    #expect(first.place == SheetPlace(kind: .quotation, position: position, number: 2))
    #expect(
      first.fields == [.note: "one\ntwo\n\nthree", .speaker: "Ana Ruiz", .status: "accepted"])
    #expect(first.forced == [.speaker])
    #expect(reader.sheet.blocks.last?.key == .addition)
    #expect(reader.sheet.blocks.last?[.text] == "“x: y”")
  }

  static let bad = [
    BadSheet("", "sheet-no-article@"), BadSheet("# nothing\n", "sheet-no-article@# nothing"),
    BadSheet("article: a\nwords", "sheet-stray-line@words"),
    BadSheet("article: a\n  more", "sheet-stray-line@  more"),
    BadSheet("article: a\nstatus: x", "sheet-unknown-field@status"),
    BadSheet("article: a\n[quote]\nstatus: x", "sheet-bad-block@[quote]"),
    BadSheet("article: a\n[date 0:1]", "sheet-bad-block@[date 0:1]"),
    BadSheet("article: a\n[date 1:1/0]", "sheet-bad-block@[date 1:1/0]"),
    BadSheet("article: a\n[date 1:1 1:2]", "sheet-bad-block@[date 1:1 1:2]"),
    BadSheet("article: a\n[date", "sheet-bad-block@[date"),
    BadSheet("article: a\n[date 1:1]\nspeaker: x\n  y", "sheet-unknown-field@speaker"),
    BadSheet("article: a\n[date]\nnote: x\nnote: y\n  z", "sheet-repeated-field@note"),
    BadSheet(
      "article: a\n[date 1:1]\nnote: x\n[date 1:1]\nnote: y", "sheet-repeated-block@[date 1:1]"),
  ]

  @Test(arguments: bad)
  func `a mistake is told at its place and the rest is read`(sheet: BadSheet) {
    let text = Text(sheet.text)
    let problems = SheetReader(text).problems.map { problem in
      "\(problem.code.rawValue)@\(text.string(in: problem.span))"
    }
    #expect(problems == sheet.problems)
  }

  @Test func `a block that makes no sense changes none above it`() {
    let reader = SheetReader(Text("article: a\n[date]\nnote: x\n[quote]\n\nnote: y"))
    #expect(reader.sheet.blocks.map { $0[.note] } == ["x"])
  }

  @Test(arguments: 0..<30)
  func `what is written is read back`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let pieces = [
      "a", "“x”", ":", "#", "[note]", ".", "..", "\n", "\n\n", " ", "🌊", "e\u{301}", "\r\n",
      "status: x", "\u{0}", "\u{2028}", "\t",
    ]
    let blocks = (0..<random.below(5)).map { number in
      let kind = random.pick(AnnotationKind.allCases)
      var fields: [SheetField: String] = [:]
      for field in SheetField.fields(of: kind) {
        let words = (0..<random.below(6)).map { _ in random.pick(pieces) }.joined()
        fields[field] = SheetWriter.normalised(words)
      }
      let position = LinePosition(line: number, column: random.below(9))
      return SheetBlock(
        kind: kind, place: random.one(in: 3) ? nil : SheetPlace(kind: kind, position: position),
        fields: fields, comment: "one\ntwo")
    }
    let sheet = AnnotationSheet(article: "file:///a.txt", blocks: blocks)
    let reader = SheetReader(Text(SheetWriter.text(of: sheet)))
    #expect(reader.problems.isEmpty)
    #expect(reader.sheet.blocks.map(\.fields) == blocks.map(\.fields))
    #expect(reader.sheet.blocks.map(\.key) == blocks.map(\.key))
    let again = SheetReader(Text(SheetWriter.text(of: reader.sheet))).sheet
    #expect(again.blocks.map(\.fields) == blocks.map(\.fields))
  }

  @Test(arguments: 0..<30)
  func `any text is read, and every problem stands inside it`(seed: UInt64) {
    var generator = ArticleGenerator(seed: seed)
    var bytes = Array(SheetWriter.text(of: AnnotationSheet(article: "a", blocks: [])).utf8)
    bytes += Array("[quotation 1:1]\ntext: a\n  b\nnote: c\n[date 2:2]\nvalue: x\n".utf8)
    for _ in 0..<6 { generator.edit(of: bytes).apply(to: &bytes) }
    let text = Text(String(decoding: bytes, as: UTF8.self))
    let reader = SheetReader(text)
    let spans =
      reader.problems.map(\.span) + reader.sheet.blocks.flatMap { $0.layout.values.values }
      + reader.sheet.blocks.flatMap { $0.layout.names.values }
    for span in spans {
      #expect(span.end <= text.byteCount)
      for edge in [span.start, span.end] { #expect(text.byte(ofOffset: edge, in: .utf8) == edge) }
    }
  }
}

/// One field in three states, and what becomes of it.
struct MergeCase: CustomTestStringConvertible, Sendable {
  let base: String
  let mine: String
  let theirs: String
  let outcome: String
  var testDescription: String { "\(base) | \(mine) | \(theirs)" }
}

@Suite struct SheetMergerTests {
  private func sheet(_ speaker: String, name: String = "speaker") -> AnnotationSheet {
    SheetReader(Text("article: a\n[quotation 1:1]\n\(name): \(speaker)\nnote: n")).sheet
  }

  static let cases = [
    MergeCase(base: "A", mine: "A", theirs: "A", outcome: "nothing"),
    MergeCase(base: "A", mine: "B", theirs: "A", outcome: "edit A to B"),
    MergeCase(base: "A", mine: "A", theirs: "C", outcome: "nothing"),
    MergeCase(base: "A", mine: "B", theirs: "B", outcome: "nothing"),
    MergeCase(base: "A", mine: "B", theirs: "C", outcome: "conflict B C"),
    MergeCase(base: "A", mine: "", theirs: "C", outcome: "conflict  C"),
    MergeCase(base: "", mine: "B", theirs: "", outcome: "edit  to B"),
  ]

  @Test(arguments: cases)
  func `fields are merged with what the sheet was written from`(state: MergeCase) {
    let theirs = sheet(state.theirs).blocks[0]
    let merger = SheetMerger(base: sheet(state.base), mine: sheet(state.mine)) { _ in theirs }
    let outcomes =
      merger.edits.map { "edit \($0.before) to \($0.after)" }
      + merger.conflicts.map { "conflict \($0.mine) \($0.theirs)" }
    #expect(outcomes == (state.outcome == "nothing" ? [] : [state.outcome]))
    // Carried out, it is asked for no more; a conflict stays one.
    let next = SheetMerger(base: merger.nextBase(), mine: sheet(state.mine)) { _ in
      merger.edits.isEmpty ? theirs : sheet(state.mine).blocks[0]
    }
    #expect(next.edits.isEmpty && next.conflicts == merger.conflicts)
  }

  @Test func `an exclamation mark puts a value over what was stored`() {
    let theirs = sheet("C").blocks[0]
    let merger = SheetMerger(base: sheet("A"), mine: sheet("B", name: "speaker!")) { _ in theirs }
    #expect(merger.conflicts.isEmpty && merger.edits.map(\.after) == ["B"])
  }

  @Test func `a block or a line that was removed changes nothing`() {
    let base = sheet("A")
    let theirs = sheet("C").blocks[0]
    for text in ["article: a", "article: a\n[quotation 1:1]\nnote: n"] {
      let merger = SheetMerger(base: base, mine: SheetReader(Text(text)).sheet) { _ in theirs }
      #expect(merger.edits.isEmpty && merger.conflicts.isEmpty && merger.lost.isEmpty)
      #expect(merger.nextBase().blocks[0][.speaker] == "A")
    }
  }

  @Test func `what is gone, strange or new is told apart`() {
    let base = sheet("A")
    let gone = SheetMerger(base: base, mine: sheet("B")) { _ in nil }
    #expect(gone.lost == [0] && gone.edits.isEmpty)
    let text = "article: a\n[quotation 9:9]\nspeaker: B\n[note]\ntext: x\n[note]\n"
    let other = SheetMerger(base: base, mine: SheetReader(Text(text)).sheet) { $0 }
    #expect(other.strange == [0] && other.additions == [1])
  }

  @Test func `a sheet that is written anew keeps what is not stored yet`() {
    let theirs = SheetReader(
      Text("article: a\n[quotation 1:1]\nspeaker: C\nnote: other")
    ).sheet
    let mine = SheetReader(
      Text("article: a\n[quotation 1:1]\nspeaker: B\nnote: n\n[note]\ntext: x")
    ).sheet
    let merger = SheetMerger(base: sheet("A"), mine: mine) { _ in theirs.blocks[0] }
    let fresh = merger.refreshed(theirs)
    #expect(fresh.blocks.map { $0[.speaker] } == ["B", ""])
    #expect(fresh.blocks.map { $0[.note] } == ["other", ""])
    #expect(fresh.blocks[1][.text] == "x")
  }
}
