internal import HearsayText

/// Times re-anchoring on generated news of which some words were replaced.
enum ReanchorStage {
  /// Milliseconds of the quickest of several runs with 500 stretches.
  ///
  /// - Parameter share: How many of the words are others in the new text, 0…1.
  static func milliseconds(_ measure: Measure, bytes: Int, rewritten share: Double) -> Double {
    let words = String(decoding: GeneratedNews.prose(bytes: bytes), as: UTF8.self)
      .split(separator: " ", omittingEmptySubsequences: false)
    // A word of its own every so often, as prose has them; generated news repeats itself.
    let before = words.enumerated().map { $0 % 7 == 0 ? "w\($0)" : String($1) }
    var state: UInt64 = 7
    let after = before.map { word -> String in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 33) / Double(1 << 31) < share ? "n\(state >> 40)" : word
    }
    let old = Text(before.joined(separator: " "))
    let new = Text(after.joined(separator: " "))
    var sink = 0
    let seconds = measure.processorSeconds {
      let reanchorer = Reanchorer(old: old, new: new)
      for step in 0..<500 {
        let start = step * (bytes - 400) / 500
        sink &+= reanchorer.anchor(ByteSpan(start, start + 20 + step % 300)).span?.start ?? 0
      }
    }
    precondition(sink != 0)
    return seconds * 1_000
  }
}
