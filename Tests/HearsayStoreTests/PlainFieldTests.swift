import HearsayModel
import HearsayTestSupport
import HearsayText
import Testing

@testable import HearsayStore

@Suite struct PlainFieldTests {
  private static let stretch = QuotedStretch(span: ByteSpan(3, 30), exact: "“We wait,”")
  private static let values: [FieldValue] = [
    .text("edited"), .text("she said \"no\""), .text(""), .text("tab\tand é"),
    .stamp(DecisionStamp(author: "Ana Ruiz", time: "2024-03-05T10:00:00Z")),
    .stretch(stretch), .number(0.5),
    .target(
      AnnotationTarget(stretch: stretch, prefix: "a ", suffix: "\n", textHash: "00ff")),
    .speaker(Speaker(name: "Ana Ruiz", kind: .person, role: "mayor")),
  ]

  @Test(arguments: values)
  func `a value is read as it was written`(value: FieldValue) throws {
    let bytes = Array(try #require(FieldText.text(value)).utf8)
    #expect(FieldText.value(bytes) == value)
    #expect(FieldText.valueByJSON(bytes) == value)
  }

  @Test(arguments: values)
  func `what is read straight from the bytes is what JSON says`(value: FieldValue) throws {
    let bytes = Array(try #require(FieldText.text(value)).utf8)
    var random = SplitMix64(seed: 5)
    let signs = Array(#"{}[]",:\0aé1.- "#.utf8) + [0x01, 0x80, 0xFF]
    for _ in 0..<2_000 {
      var changed = bytes
      let place = random.below(changed.count)
      switch random.below(3) {
      case 0: changed[place] = random.pick(signs)
      case 1: changed.insert(random.pick(signs), at: place)
      default: changed.remove(at: place)
      }
      guard let plain = PlainField.value(changed) else { continue }
      #expect(plain == FieldText.valueByJSON(changed), "\(changed)")
    }
  }

  @Test(arguments: [1e300, -1, 1.01, .infinity, .nan])
  func `a confidence that is none is left out`(number: Double) {
    let known = ScratchStore.quotation("we wait", in: "“we wait”")
    var fields = known.fields
    fields[.confidence] = .number(number)
    let read = StoredAnnotation(id: known.id, fields: fields)
    #expect(read != nil && read?.confidence == nil)
    #expect(StoredAnnotation(id: known.id, fields: known.fields)?.confidence == 0.94)
  }
}
