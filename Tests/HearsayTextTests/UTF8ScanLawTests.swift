import HearsayTestSupport
import Testing

@testable import HearsayText

/// Counting eight bytes at a time comes to the same as counting one.
@Suite struct UTF8ScanLawTests {
  @Test(arguments: 1...200)
  func `as many as one by one`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let isDense = random.one(in: 2)
    let bytes = (0..<random.below(9_000)).map { _ in
      isDense ? [0xF0, 0x80, 0xBF][random.below(3)] : UInt8(random.below(256))
    }
    let start = random.below(bytes.count + 1)
    bytes.withUnsafeBytes { buffer in
      let part = UnsafeRawBufferPointer(rebasing: buffer[start...])
      #expect(UTF8Scan.continuations(in: part) == part.filter { $0 & 0xC0 == 0x80 }.count)
      #expect(UTF8Scan.fourByteLeads(in: part) == part.filter { $0 & 0xF0 == 0xF0 }.count)
      let lineBreak = part.firstIndex { $0 == 0x0A || $0 == 0x0D } ?? part.count
      #expect(UTF8Scan.lineBreak(in: part, from: 0) == lineBreak)
    }
  }
}
