import HearsayInterchange
import HearsayModel
import HearsayTestSupport
import HearsayText
import Testing

/// A reader, and bytes that it reads.
struct JumbledImport: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let bytes: @Sendable () -> [UInt8]
  let read: @Sendable ([UInt8]) -> ImportedSet

  private static var document: AnnotatedDocument { DocumentFixture.document(.accepted) }

  private static func stream(
    _ name: String, _ format: any AnnotationFormat,
    _ read: @escaping @Sendable ([UInt8]) -> ImportedSet
  ) -> JumbledImport {
    JumbledImport(
      testDescription: name, bytes: { RoundTrip.stream(format, document) }, read: read)
  }

  private static func cas(_ bytes: [UInt8]) -> ImportedSet { CASReader.read(bytes, path: "a") }

  static let all = [
    stream("jsonl", JSONLinesFormat()) { JSONLinesReader.read($0) },
    stream("web-annotation", WebAnnotationFormat()) { WebAnnotationReader.read($0) },
    stream("uima-cas", CASFormat(json: false), cas),
    stream("uima-cas-json", CASFormat(json: true), cas),
    stream("label-studio", LabelStudioFormat()) { LabelStudioReader.read($0) },
    stream("csv", TableFormat(tabs: false, kinds: Set(AnnotationKind.allCases))) {
      TableReader.read($0)
    },
    JumbledImport(
      testDescription: "brat", bytes: { BratFormat().render(document).files[1].bytes },
      read: { annotations in
        let text = BratFormat().render(document).files[0].bytes
        return BratReader.read(path: "a", text: text, annotations: annotations)
      }),
  ]
}

@Suite struct JumbledImportTests {
  @Test(arguments: JumbledImport.all)
  func `a file that was tampered with is read or refused`(format: JumbledImport) {
    let bytes = format.bytes()
    #expect(!format.read(bytes).documents.isEmpty)
    for seed in 0..<60 {
      var random = SplitMix64(seed: UInt64(seed))
      let set = format.read(TokenJumble.jumbled(bytes, using: &random))
      for annotation in set.documents.flatMap(\.annotations) {
        #expect(annotation.place.range.lowerBound >= 0, "seed \(seed)")
      }
    }
  }

  @Test func `lines are moved to a new text or refused, whatever their numbers`() throws {
    let bytes = RoundTrip.stream(JSONLinesFormat(), DocumentFixture.document(.accepted))
    let text = Text("“We wait,” Ana Ruiz said on Tuesday, TASS wrote.")
    let mover = AnnotationMover(
      old: text, new: text, document: DocumentFixture.document(.accepted).record)
    let line = Array(bytes.prefix { $0 != 0x0A })
    for seed in 0..<60 {
      var random = SplitMix64(seed: UInt64(seed))
      _ = try? mover.move(TokenJumble.jumbled(line, using: &random))
    }
  }
}
