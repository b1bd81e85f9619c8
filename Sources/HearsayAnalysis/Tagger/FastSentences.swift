internal import HearsayText

/// The sentences that may credit somebody, as the fast model reads them.
///
/// A stretch between marks is never cut, and of a long one only the words at its edges are read.
enum FastSentences {
  /// Words that are read at either edge of a stretch.
  private static let edge = 3

  /// Calls `body` with the places of one sentence after the other; ``FastFeatures/padding`` empty
  /// ones stand around them.
  @inline(__always)
  static func forEach(
    _ input: ParagraphInput, _ map: StretchMap, _ room: FastRoom,
    _ body: (UnsafePointer<FastPlace>, Int) -> Void
  ) {
    room.reserve(input.tokens.count)
    let places = room.places + FastFeatures.padding
    pad(room.places)
    var stretches = map.stretches[...]
    var start = 0
    var mayCredit = false
    for sentence in input.sentences {
      let range = start..<sentence.upperBound
      mayCredit = mayCredit || isLive(sentence, input, map)
      if isInsideMarks(range.upperBound, input, map) { continue }
      if mayCredit {
        while let stretch = stretches.first, stretch.last < start { stretches.removeFirst() }
        let count = fill(places, range, input, &stretches)
        pad(places + count)
        body(UnsafePointer(places), count)
      }
      start = range.upperBound
      mayCredit = false
    }
  }

  @inline(__always)
  private static func pad(_ places: UnsafeMutablePointer<FastPlace>) {
    for index in 0..<FastFeatures.padding { (places + index).initialize(to: FastPlace()) }
  }

  private static func isInsideMarks(
    _ boundary: Int, _ input: ParagraphInput, _ map: StretchMap
  ) -> Bool {
    guard boundary < input.tokens.count, let stretch = map.stretch(at: boundary) else {
      return false
    }
    return stretch.first < boundary
  }

  /// Whether a sentence holds a word that may credit, or marks.
  private static func isLive(
    _ sentence: Range<Int>, _ input: ParagraphInput, _ map: StretchMap
  ) -> Bool {
    input.tokens.withUnsafeBufferPointer { tokens in
      for index in sentence where FastPlace.isCue(tokens[index]) { return true }
      return !map.stretches.isEmpty && sentence.contains(where: map.isQuoted)
    }
  }

  /// Writes the places of a range of tokens; returns how many there are.
  private static func fill(
    _ places: UnsafeMutablePointer<FastPlace>, _ range: Range<Int>, _ input: ParagraphInput,
    _ stretches: inout ArraySlice<MarkedStretch>
  ) -> Int {
    input.tokens.withUnsafeBufferPointer { tokens in
      input.bytes.withUnsafeBufferPointer { bytes in
        var next = places
        var index = range.lowerBound
        while let stretch = stretches.first, stretch.first < range.upperBound {
          stretches.removeFirst()
          while index < stretch.first {
            next.initialize(to: FastPlace(tokens[index], at: index, bytes))
            next += 1
            index += 1
          }
          let mark = FastPlace.mark(of: stretch)
          let inner = stretch.content
          while index <= stretch.last {
            next.initialize(to: FastPlace(tokens[index], at: index, in: stretch, mark, bytes))
            next += 1
            index += 1
            if index == inner.lowerBound + edge { index = max(index, inner.upperBound - edge) }
          }
        }
        while index < range.upperBound {
          next.initialize(to: FastPlace(tokens[index], at: index, bytes))
          next += 1
          index += 1
        }
        return next - places
      }
    }
  }
}

/// The fast model's features for training, by the very code that serves them.
package enum FastSequences {
  /// Calls `body` with the tokens of every sentence that is read, and the features of these tokens,
  /// one after the other.
  package static func forEach(_ input: ParagraphInput, _ body: ([Int], [UInt32]) -> Void) {
    FastSentences.forEach(input, StretchMap.of(input), FastRoom()) { places, count in
      var features: [UInt32] = []
      FastFeatures.forEach(places, count) { _, templates in
        features.append(
          contentsOf: UnsafeBufferPointer(start: templates, count: FastFeatures.count))
      }
      body((0..<count).map { Int(places[$0].token) }, features)
    }
  }
}
