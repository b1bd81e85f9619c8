import HearsayTestSupport
import HearsayText
import Testing

/// One text before and after an edit, in the marked notation.
///
/// What is marked before is anchored in the text after; there every mark that was found stands
/// with its state as value. What is orphaned has no mark.
struct ReanchorCase: CustomTestStringConvertible, Sendable {
  let name: String
  let before: String
  let after: String
  var testDescription: String { name }

  init(_ name: String, _ before: String, _ after: String) {
    self.name = name
    self.before = before
    self.after = after
  }

  /// The text after the edit with the marks that are expected.
  func expected() throws -> String { try MarkedArticle(after).notation }

  /// The text after the edit with what the engine says.
  func found() throws -> String {
    let old = try MarkedArticle(before)
    let new = try MarkedArticle(after)
    let newText = try Text(validating: new.bytes)
    let reanchorer = Reanchorer(old: try Text(validating: old.bytes), new: newText)
    return Self.marked(newText, old.marks.map { ($0, reanchorer.anchor($0.span)) })
  }

  static func marked(_ text: Text, _ places: [(MarkedArticle.Mark, Anchoring)]) -> String {
    let marks = places.compactMap { mark, anchoring in
      anchoring.span.map {
        MarkedArticle.Mark(mark.kind, value: anchoring.state.rawValue, $0)
      }
    }
    return MarkedArticle(bytes: text.allBytes, marks: marks).notation
  }
}

/// A text that long stretches of which differ from each other, for filling.
func filler(_ random: inout SplitMix64, words count: Int) -> String {
  let syllables = ["ba", "ke", "lo", "mi", "nu", "ra", "se", "to", "vi", "zu", "dor", "fel"]
  return (0..<count).map { index in
    let word = (0...random.below(3)).map { _ in random.pick(syllables) }.joined()
    return index % 9 == 8 ? word + "." : word
  }.joined(separator: " ")
}
