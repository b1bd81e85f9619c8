/// What the first model found in a paragraph, in the form the second one looks at.
package final class FirstPass {
  /// The best labels.
  package let labels: [UInt8]
  /// The chance that a cue hangs on the token, 0…1.
  package let anchors: [Float]
  /// The chance of content at each token, 0…1.
  package private(set) var contents: [Float] = []
  /// Chances in classes, and what lies before each token; padded like ``TokenTraits``.
  package let label: UnsafeMutablePointer<UInt32>
  /// The chance of content, in classes.
  package let content: UnsafeMutablePointer<UInt32>
  /// The chance of a source, in classes.
  package let source: UnsafeMutablePointer<UInt32>
  /// The chance of a cue, in classes.
  package let cue: UnsafeMutablePointer<UInt32>
  /// The chances that a content begins and ends here, in classes.
  package let edges: UnsafeMutablePointer<UInt32>
  /// How many contents, sources and cues begin before the token.
  package let contentsBefore: UnsafeMutablePointer<UInt32>
  /// Sources that begin before the token.
  package let sourcesBefore: UnsafeMutablePointer<UInt32>
  /// Cues that begin before the token.
  package let cuesBefore: UnsafeMutablePointer<UInt32>
  /// Likely anchors before the token.
  package let anchorsBefore: UnsafeMutablePointer<UInt32>

  private static let lists = 9
  private let storage: UnsafeMutablePointer<UInt32>

  /// Makes it of the emission scores and their chain.
  package init(_ emissions: [SIMD16<Float>], _ chain: LabelChain) {
    let count = emissions.count
    let stride = count + 2 * TokenTraits.padding
    storage = .allocate(capacity: stride * FirstPass.lists)
    storage.initialize(repeating: 0, count: stride * FirstPass.lists)
    let start = storage + TokenTraits.padding
    label = start
    content = start + stride
    source = start + stride * 2
    cue = start + stride * 3
    edges = start + stride * 4
    contentsBefore = start + stride * 5
    sourcesBefore = start + stride * 6
    cuesBefore = start + stride * 7
    anchorsBefore = start + stride * 8
    labels = chain.best(emissions[...]).labels
    anchors = emissions.map { VectorMath.logistic($0[AttributionLabel.anchor]) }
    var sums = LabelChain.Sums()
    chain.sums(emissions[...], into: &sums)
    contents.reserveCapacity(count)
    for index in 0..<count {
      let chances = LabelChain.marginal(sums, index)
      contents.append(chances[1] + chances[2] + chances[3] + chances[4])
      classify(chances, index)
    }
    countBefore()
  }

  deinit { storage.deallocate() }

  private func classify(_ chances: SIMD16<Float>, _ index: Int) {
    label[index] = UInt32(labels[index]) + 1
    content[index] = FirstPass.level(chances[1] + chances[2] + chances[3] + chances[4])
    source[index] = FirstPass.level(chances[5] + chances[6] + chances[7] + chances[8])
    cue[index] = FirstPass.level(chances[9] + chances[10] + chances[11] + chances[12])
    edges[index] =
      FirstPass.level(chances[1] + chances[4]) << 4 | FirstPass.level(chances[3] + chances[4])
  }

  /// A chance as one of eight classes.
  @inline(__always)
  static func level(_ chance: Float) -> UInt32 {
    if chance < 0.5 { return chance < 0.02 ? 1 : chance < 0.1 ? 2 : chance < 0.3 ? 3 : 4 }
    return chance < 0.7 ? 5 : chance < 0.9 ? 6 : chance < 0.98 ? 7 : 8
  }

  private func countBefore() {
    var content: UInt32 = 0
    var source: UInt32 = 0
    var cue: UInt32 = 0
    var anchor: UInt32 = 0
    for index in 0...labels.count {
      contentsBefore[index] = content
      sourcesBefore[index] = source
      cuesBefore[index] = cue
      anchorsBefore[index] = anchor
      guard index < labels.count else { break }
      switch labels[index] {
      case 1, 4: content += 1
      case 5, 8: source += 1
      case 9, 12: cue += 1
      default: break
      }
      if anchors[index] >= 0.3 { anchor += 1 }
    }
  }
}
