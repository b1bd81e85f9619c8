import HearsayTestSupport
import Testing

@testable import HearsayText

/// Reading many bytes at a time comes to the same as reading one.
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

  /// Bytes at the edges of what UTF-8 allows.
  private static let edges: [UInt8] = [
    0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC,
    0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF,
  ]

  @Test(arguments: edges)
  func `well formed is what the standard library takes`(lead: UInt8) {
    for second in Self.edges {
      for third in Self.edges {
        for fourth: UInt8 in [0x41, 0x7F, 0x80, 0xBF, 0xC0] {
          let scalar = [lead, second, third, fourth]
          for bytes in [scalar, Array(repeating: 0x61, count: 17) + scalar, Array(scalar[..<3])] {
            let isWellFormed = bytes.withUnsafeBytes { UTF8Validator.isWellFormed($0) }
            #expect(isWellFormed == (String(validating: bytes, as: UTF8.self) != nil))
          }
        }
      }
    }
  }
}
