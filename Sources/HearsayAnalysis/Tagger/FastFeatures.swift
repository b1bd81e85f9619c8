/// What a token shows to the fast model: few templates over ``FastPlace``s.
package enum FastFeatures {
  /// Templates of one token.
  package static let count = 11
  /// How far templates look past either end.
  static let padding = 2

  /// What runs along a sentence from its beginning.
  private struct Clause {
    /// The last word that may credit.
    var cue: UInt32 = 0
    /// The sign or word that the clause began with.
    var kind: UInt32 = 0
    private var cuePlace: Int?
    private var start = 0
    private var hasFinite: UInt32 = 0

    /// How far a place is from the clause's beginning, and whether a finite verb stood since.
    @inline(__always)
    func since(_ index: Int) -> UInt32 { min(6, UInt32(index - start)) << 1 | hasFinite }

    /// How far a place is from the last word that may credit, in classes.
    @inline(__always)
    func sinceCue(_ index: Int) -> UInt32 { cuePlace.map { ClauseTraits.bucket(index - $0) } ?? 15 }

    /// Goes on behind a token.
    @inline(__always)
    mutating func pass(_ place: FastPlace, at index: Int) {
      if place.isCue { (cue, cuePlace) = (place.word, index) }
      if place.isBreak {
        (kind, start, hasFinite) = (place.word, index + 1, 0)
      } else if place.isFinite || place.isCue {
        hasFinite = 1
      }
    }
  }

  /// Calls `body` with the features of every place of a sentence, one after the other; `places` are
  /// followed and preceded by ``padding`` empty ones.
  @inline(__always)
  static func forEach(
    _ places: UnsafePointer<FastPlace>, _ count: Int, _ body: (Int, UnsafePointer<UInt32>) -> Void
  ) {
    guard count > 0 else { return }
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: self.count) { room in
      guard let features = room.baseAddress else { return }
      let shape = shape(places, count)
      var clause = Clause()
      var next = 0
      for index in 0..<count {
        if next == index {
          next += 1
          while next < count, !places[next].isCue { next += 1 }
        }
        let toEnd = ClauseTraits.bucket(count - 1 - index)
        write(features, places + index, toEnd)
        let mark = UInt32(places[index].mark)
        let quoted = mark & 3
        features[5] = feature(5, clause.kind, clause.since(index) << 4 | quoted)
        features[6] = feature(6, clause.cue, clause.sinceCue(index) << 8 | quoted)
        features[7] =
          next < count
          ? feature(7, places[next].word, ClauseTraits.bucket(next - index) << 8 | quoted)
          : feature(7, quoted)
        let ends = toEnd << 4 | ClauseTraits.bucket(index)
        features[8] = feature(8, ends << 16 | shape << 8 | mark)
        features[9] = feature(9, clause.kind, clause.since(index), places[index].base)
        body(index, UnsafePointer(features))
        clause.pass(places[index], at: index)
      }
    }
  }

  /// The templates that look at a place and those beside it.
  @inline(__always)
  private static func write(
    _ features: UnsafeMutablePointer<UInt32>, _ p: UnsafePointer<FastPlace>, _ toEnd: UInt32
  ) {
    let (before, mark, behind) = (UInt32(p[-1].mark), UInt32(p[0].mark), UInt32(p[1].mark))
    features[0] = feature(0, p[0].word)
    features[1] = feature(1, p[1].word, (mark & 3) << 8 | behind & 3)
    features[2] = feature(2, p[0].base, p[1].base, p[2].base)
    features[3] = feature(3, p[0].base, p[1].base, toEnd)
    features[4] = feature(4, p[0].base, before << 16 | mark << 8 | behind)
    features[10] = feature(10, p[0].word, p[-1].base)
  }

  /// What a template makes of values; cheap, since words and classes are mixed already.
  @inline(__always)
  private static func feature(
    _ template: UInt32, _ first: UInt32, _ second: UInt32 = 0, _ third: UInt32 = 0
  ) -> UInt32 {
    (first &+ second &* 0x85EB_CA77 &+ third &* 0xC2B2_AE3D)
      &* ((2 &* template &+ 1) &* 0x9E37_79B1)
  }

  /// What the sentence holds: quoted words, at its beginning, at its end.
  private static func shape(_ places: UnsafePointer<FastPlace>, _ count: Int) -> UInt32 {
    var shape: UInt32 = 0
    for index in 0..<count where places[index].mark != 0 { shape = 1 }
    if places[0].mark != 0 { shape |= 2 }
    if places[count - 1].mark != 0 { shape |= 4 }
    return shape
  }
}
