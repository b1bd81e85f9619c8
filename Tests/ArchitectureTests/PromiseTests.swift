import Foundation
import Testing

/// A way to tell the compiler to look away, and how often a file may.
///
/// Add a line only with a proof in a comment where it is used.
private let allowed: [Promise: Int] = [
  Promise("Sources/HearsayServer/Threads/Monitor.swift", "@unchecked Sendable"): 1,
  Promise("Sources/HearsayAnalysis/Tagger/WeightTable.swift", "@unchecked Sendable"): 1,
  Promise("Sources/HearsayAnalysis/Tagger/ChoiceTable.swift", "@unchecked Sendable"): 1,
  Promise("Sources/HearsayAnalysis/Tagger/FastTable.swift", "@unchecked Sendable"): 1,
  Promise("Sources/HearsayAnalysis/Tagger/VectorMath.swift", "unsafeBitCast"): 2,
  Promise("Sources/hearsay-train/Training.swift", "nonisolated(unsafe)"): 2,
]

private struct Promise: Hashable {
  let path: String
  let words: String

  init(_ path: String, _ words: String) {
    self.path = path
    self.words = words
  }
}

@Suite struct PromiseTests {
  private static let promises = [
    "try!", "fatalError", "as!", "@unchecked Sendable", "nonisolated(unsafe)",
    "preconditionFailure",
    "unsafeBitCast", "assumingMemoryBound",
  ]

  @Test(arguments: Repository.sources)
  func `unchecked promises are counted`(file: Repository.File) {
    let code = file.code
    for words in Self.promises {
      let count = code.count { $0.contains(words) }
      #expect(count == allowed[Promise(file.path, words)] ?? 0, "\(words) in \(file.path)")
    }
  }

  @Test(arguments: Repository.sources)
  func `nothing is waited for by the clock on the wall, which may be set back`(
    file: Repository.File
  ) {
    for words in ["CLOCK_REALTIME", "addingTimeInterval"] {
      #expect(!file.code.contains { $0.contains(words) }, "\(words) in \(file.path)")
    }
  }
}
