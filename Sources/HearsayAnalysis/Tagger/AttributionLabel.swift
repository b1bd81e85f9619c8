/// The label of a token: outside, or begin, inside, end or single of a content, source or cue.
package enum AttributionLabel {
  /// How many labels there are.
  package static let count = 13
  /// Outside of everything.
  package static let outside = 0
  /// First label of each kind of span; begin, inside, end, single follow each other.
  package static let content = 1
  /// First label of sources.
  package static let source = 5
  /// First label of cues.
  package static let cue = 9
  /// The column of the word that a cue hangs on, beside the labels.
  package static let anchor = 13

  /// Whether a label may follow another.
  package static func mayFollow(_ next: Int, _ label: Int) -> Bool {
    let opens = label > 0 && ((label - 1) & 3) < 2
    if opens {
      let first = label - ((label - 1) & 3)
      return next == first + 1 || next == first + 2
    }
    return mayBegin(next)
  }

  /// Whether a label may be the first.
  package static func mayBegin(_ label: Int) -> Bool {
    label == 0 || (label - 1) & 3 == 0 || (label - 1) & 3 == 3
  }

  /// Whether a label may be the last.
  package static func mayEnd(_ label: Int) -> Bool {
    label == 0 || (label - 1) & 3 >= 2
  }

  /// The labels that may follow each label, a bit each.
  static let followers: [UInt16] = (0..<count).map { label in
    (0..<count).reduce(0) { $0 | (mayFollow($1, label) ? 1 << UInt16($1) : 0) }
  }

  /// Writes a span's labels.
  package static func mark(_ labels: inout [UInt8], _ span: Range<Int>, _ first: Int) {
    if span.count == 1 {
      labels[span.lowerBound] = UInt8(first + 3)
      return
    }
    for index in span { labels[index] = UInt8(first + 1) }
    labels[span.lowerBound] = UInt8(first)
    labels[span.upperBound - 1] = UInt8(first + 2)
  }

  /// The spans of a kind in a sequence of labels.
  package static func spans(
    _ labels: some RandomAccessCollection<UInt8>, _ first: Int, from origin: Int = 0
  ) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = 0
    for (index, label) in labels.enumerated() {
      switch Int(label) - first {
      case 0: start = index
      case 2: result.append(origin + start..<origin + index + 1)
      case 3: result.append(origin + index..<origin + index + 1)
      default: break
      }
    }
    return result
  }
}
