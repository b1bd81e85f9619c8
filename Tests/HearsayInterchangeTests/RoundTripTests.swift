import HearsayInterchange
import HearsayModel
import HearsayText
import Testing

/// A format that can be read back, with what it carries.
struct RoundTrip: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let fields: Set<String>
  let read: @Sendable (AnnotatedDocument) -> ImportedSet

  static let all: Set<String> = [
    "id", "exact", "status", "note", "creator", "type", "speaker", "role", "source", "cue",
    "parent", "utterance", "timex", "anchor", "modifier", "outlet", "outletName", "text",
  ]

  static func stream(_ format: any AnnotationFormat, _ document: AnnotatedDocument) -> [UInt8] {
    format.opening + format.render(document).part + format.closing(SetSummary())
  }

  static let formats = [
    RoundTrip(testDescription: "jsonl", fields: all) {
      JSONLinesReader.read(stream(JSONLinesFormat(), $0))
    },
    RoundTrip(testDescription: "web-annotation", fields: all.subtracting(["utterance"])) {
      WebAnnotationReader.read(stream(WebAnnotationFormat(), $0))
    },
    RoundTrip(testDescription: "brat", fields: all) { document in
      let files = BratFormat().render(document).files
      return BratReader.read(path: "a", text: files[0].bytes, annotations: files[1].bytes)
    },
    RoundTrip(testDescription: "uima-cas", fields: all) {
      CASReader.read(stream(CASFormat(json: false), $0), path: "a")
    },
    RoundTrip(testDescription: "uima-cas-json", fields: all) {
      CASReader.read(stream(CASFormat(json: true), $0), path: "a")
    },
    RoundTrip(
      testDescription: "label-studio", fields: all.subtracting(["role", "anchor", "modifier"])
    ) { LabelStudioReader.read(stream(LabelStudioFormat(), $0)) },
    RoundTrip(
      testDescription: "csv",
      fields: ["id", "exact", "status", "note", "creator", "type", "speaker", "role", "timex"]
    ) {
      TableReader.read(stream(TableFormat(tabs: false, kinds: Set(AnnotationKind.allCases)), $0))
    },
    RoundTrip(
      testDescription: "tsv",
      fields: ["id", "exact", "status", "note", "creator", "type", "speaker", "role", "timex"]
    ) {
      TableReader.read(stream(TableFormat(tabs: true, kinds: Set(AnnotationKind.allCases)), $0))
    },
  ]
}

@Suite struct RoundTripTests {
  private func lines(_ set: ImportedSet, _ fields: Set<String>) -> [String] {
    set.documents.flatMap(\.annotations).map { ImportedLine($0, fields: fields).description }
      .sorted()
  }

  @Test(arguments: RoundTrip.formats, [ReviewStatus.accepted, .edited, .authored, .rejected])
  func `what a format carries comes back`(format: RoundTrip, status: ReviewStatus) {
    let document = DocumentFixture.document(status)
    let wanted = JSONLinesReader.read(RoundTrip.stream(JSONLinesFormat(), document))
    let back = format.read(document)
    #expect(wanted.problems.isEmpty && back.problems.isEmpty)
    #expect(lines(back, format.fields) == lines(wanted, format.fields))
    #expect(lines(wanted, RoundTrip.all).count == 7)
  }

  @Test(arguments: [
    BrokenImport("jsonl", "{\"kind\":\"quotation\"}\n", "import-bad-row"),
    BrokenImport("jsonl", "nope\n", "import-bad-row"),
    BrokenImport(
      "jsonl", #"{"kind":"x","target":{"start":0,"end":1},"document":{"path":"a"}}"#,
      "import-unknown-value"),
    BrokenImport("web-annotation", "{", "import-bad-file"),
    BrokenImport("web-annotation", #"{"items":[{"target":{"source":"a"}}]}"#, "import-bad-row"),
    BrokenImport("csv", "a,b\n1,2\n", "import-bad-file"),
    BrokenImport("csv", "\"a", "import-bad-file"),
    BrokenImport(
      "csv", "document,kind,start,end,text\na,quotation,9,3,x\n", "import-bad-place"),
    BrokenImport("label-studio", "[{\"data\":{}}]", "import-bad-row"),
    BrokenImport("uima-cas", "<a>", "import-bad-file"),
    BrokenImport("uima-cas", "<!DOCTYPE a [<!ENTITY x \"y\">]><a b=\"&x;\"/>", "import-bad-file"),
    BrokenImport("uima-cas", "{\"%FEATURE_STRUCTURES\":[]}", "import-bad-file"),
    BrokenImport(
      "uima-cas",
      #"{"%FEATURE_STRUCTURES":[{"%ID":1e300,"%TYPE":"uima.cas.Sofa","sofaString":"a"},{"%ID":2,"#
        + #""%TYPE":"webanno.custom.Quotation","begin":-1e300,"end":1e300}]}"#,
      "import-bad-place"),
    BrokenImport("brat", "T1\tdirect 0 99\tx\n", "import-bad-place"),
    BrokenImport("brat", "T1\tdirect 0 2\tother\n", "import-bad-place"),
    BrokenImport("brat", "Q1 what\n", "import-bad-row"),
  ])
  func `what cannot be read has a code and stops nothing`(broken: BrokenImport) {
    #expect(broken.problems().map(\.code.rawValue) == [broken.code])
  }
}

/// A file that cannot be read, and the code of its problem.
struct BrokenImport: CustomTestStringConvertible, Sendable {
  let format: String
  let content: String
  let code: String
  var testDescription: String { "\(format) \(content.prefix(40))" }

  init(_ format: String, _ content: String, _ code: String) {
    self.format = format
    self.content = content
    self.code = code
  }

  func problems() -> [ImportProblem] {
    let bytes = Array(content.utf8)
    switch format {
    case "jsonl": return JSONLinesReader.read(bytes).problems
    case "web-annotation": return WebAnnotationReader.read(bytes).problems
    case "csv": return TableReader.read(bytes).problems
    case "label-studio": return LabelStudioReader.read(bytes).problems
    case "brat":
      return BratReader.read(path: "a", text: Array("words".utf8), annotations: bytes).problems
    default: return CASReader.read(bytes, path: "a").problems
    }
  }
}
