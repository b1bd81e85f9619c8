/// What a token shows to the fast model: few templates over ``FastTraits``.
package enum FastFeatures {
  /// Templates of one token.
  package static let count = 16

  /// Calls `body` with the features of every token of some sentences, one after the other; they are
  /// given as ranges of tokens that follow each other.
  @inline(__always)
  static func forEach(
    _ sentences: ArraySlice<Range<Int>>, _ input: ParagraphInput, _ map: StretchMap,
    _ body: (Int, UnsafePointer<UInt32>) -> Void
  ) {
    guard let first = sentences.first, let last = sentences.last else { return }
    let range = first.lowerBound..<last.upperBound
    withUnsafeTemporaryAllocation(
      of: FastTraits.Place.self, capacity: range.count + 2 * FastTraits.padding
    ) { room in
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: count) { features in
        guard let base = room.baseAddress, let features = features.baseAddress else { return }
        FastTraits.fill(base, range, input, map)
        for sentence in sentences {
          let places = base + FastTraits.padding + sentence.lowerBound - range.lowerBound
          write(places, sentence.count, features) {
            body(sentence.lowerBound + $0, UnsafePointer(features))
          }
        }
      }
    }
  }

  /// What runs along a sentence from its beginning.
  private struct Clause {
    var cue: UInt32 = 0
    var cuePlace = -1
    var kind: UInt32 = 0
    var start = 0
    var hasFinite: UInt32 = 0

    /// Goes on behind a token.
    @inline(__always)
    mutating func pass(_ place: FastTraits.Place, at index: Int) {
      if place.isCue { (cue, cuePlace) = (place.word, index) }
      if place.isBreak {
        (kind, start, hasFinite) = (place.word, index + 1, 0)
      } else if place.isFinite || place.isCue {
        hasFinite = 1
      }
    }
  }

  @inline(__always)
  private static func write(
    _ places: UnsafeMutablePointer<FastTraits.Place>, _ count: Int,
    _ features: UnsafeMutablePointer<UInt32>, _ body: (Int) -> Void
  ) {
    var next = -1
    var shape: UInt32 = 0
    for index in stride(from: count - 1, through: 0, by: -1) {
      if next >= 0 {
        places[index].cueAfter = places[next].word
        places[index].cueAfterDistance = ClauseTraits.bucket(next - index)
      }
      if places[index].isCue { next = index }
      if places[index].mark != 0 { shape = 1 }
    }
    if places[0].mark != 0 { shape |= 2 }
    if places[count - 1].mark != 0 { shape |= 4 }
    var clause = Clause()
    for index in 0..<count {
      let toEnd = ClauseTraits.bucket(count - 1 - index)
      let fromStart = ClauseTraits.bucket(index)
      add(places + index, clause, index, toEnd << 4 | fromStart, shape, features)
      body(index)
      clause.pass(places[index], at: index)
    }
  }

  @inline(__always)
  private static func add(
    _ p: UnsafeMutablePointer<FastTraits.Place>, _ clause: Clause, _ index: Int,
    _ ends: UInt32, _ shape: UInt32, _ features: UnsafeMutablePointer<UInt32>
  ) {
    let distance: UInt32 = clause.cuePlace < 0 ? 15 : ClauseTraits.bucket(index - clause.cuePlace)
    let quoted = p[0].mark & 3
    let since = min(6, UInt32(index - clause.start)) << 1 | clause.hasFinite
    let b = p[0].base
    let left = mix(p[-1].base, b)
    let right = mix(b, p[1].base)
    var writer = FastWriter(features)
    writer.add(p[0].word)
    writer.add(mix(p[0].word, p[-1].base))
    writer.add(mix(p[0].word, p[1].base))
    writer.add(mix(left, p[1].base))
    writer.add(mix(left, p[-2].base))
    writer.add(mix(right, p[2].base))
    writer.add(mix(mix(p[-1].mark << 16 | p[0].mark << 8 | p[1].mark, 1), b))
    writer.add(mix(clause.kind, since << 4 | quoted))
    writer.add(mix(mix(clause.kind, since), b))
    writer.add(mix(clause.cue, distance << 8 | quoted))
    writer.add(mix(p[0].cueAfter, p[0].cueAfterDistance << 8 | quoted))
    writer.add(mix(b, distance << 16 | p[0].cueAfterDistance << 8 | quoted))
    writer.add(ends << 16 | shape << 8 | p[0].mark)
    writer.add(mix(right, ends >> 4))
    writer.add(mix(p[-1].word, quoted << 8 | p[-1].mark & 3))
    writer.add(mix(p[1].word, quoted << 8 | p[1].mark & 3))
  }

  /// Two values as one; cheap, since words and classes are mixed already.
  @inline(__always)
  private static func mix(_ first: UInt32, _ second: UInt32) -> UInt32 {
    (first &* 0x9E37_79B1 ^ (first >> 15)) &+ second &* 0x85EB_CA77
  }
}

/// Collects the features of one token.
private struct FastWriter {
  private let places: UnsafeMutablePointer<UInt32>
  private var count = 0

  @inline(__always)
  init(_ places: UnsafeMutablePointer<UInt32>) { self.places = places }

  /// Adds what the next template makes of a value.
  @inline(__always)
  mutating func add(_ value: UInt32) {
    let seeded = UInt64(value) &+ UInt64(truncatingIfNeeded: count) << 32
    let mixed = seeded &* 0x9E37_79B9_7F4A_7C15
    places[count] = UInt32(truncatingIfNeeded: (mixed ^ mixed >> 29) >> 24)
    count &+= 1
  }
}
