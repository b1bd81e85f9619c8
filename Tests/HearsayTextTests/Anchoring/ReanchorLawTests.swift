import HearsayTestSupport
import HearsayText
import Testing

/// A stretch of a text whose edges lie between characters.
private func stretch(of text: Text, _ random: inout SplitMix64, longest: Int) -> ByteSpan {
  let start = text.byte(ofOffset: random.below(text.scalarCount + 1), in: .utf32)
  return ByteSpan(
    start,
    text.byte(
      ofOffset: text.offset(ofByte: start, in: .utf32)
        + random.below(longest), in: .utf32))
}

/// The words of a stretch as anybody would compare them: letters and digits, composed.
private func letters(_ text: Text, _ span: ByteSpan) -> [Character] {
  text.string(in: span).filter { $0.isLetter || $0.isNumber }
}

@Suite struct ReanchorLawTests {
  @Test(arguments: 0..<20)
  func `a text that did not change keeps every stretch`(seed: UInt64) throws {
    var generator = ArticleGenerator(seed: seed)
    let bytes = seed % 3 == 0 ? generator.noise(ofAbout: 900) : generator.article(ofAbout: 3_000)
    let text = try Text(validating: bytes)
    let reanchorer = Reanchorer(old: text, new: text)
    for _ in 0..<60 {
      let span = stretch(of: text, &generator.random, longest: 80)
      #expect(reanchorer.anchor(span).span == span)
      #expect(reanchorer.anchor(span).state == .anchored)
    }
  }

  @Test(arguments: 0..<20)
  func `an anchored stretch has the same letters, and every place is one`(seed: UInt64) throws {
    var generator = ArticleGenerator(seed: seed)
    var bytes = generator.article(ofAbout: 2_500)
    let old = try Text(validating: bytes)
    for _ in 0...generator.random.below(12) { generator.edit(of: bytes).apply(to: &bytes) }
    let new = try Text(validating: bytes)
    let reanchorer = Reanchorer(old: old, new: new)
    for _ in 0..<40 {
      let span = stretch(of: old, &generator.random, longest: 120)
      let anchoring = reanchorer.anchor(span)
      #expect((0...1).contains(anchoring.confidence))
      #expect((anchoring.span == nil) == (anchoring.state == .orphaned))
      guard let place = anchoring.span else { continue }
      #expect(place.end <= new.byteCount)
      for edge in [place.start, place.end] { #expect(new.byte(ofOffset: edge, in: .utf8) == edge) }
      if anchoring.state == .anchored { #expect(letters(old, span) == letters(new, place)) }
    }
  }

  @Test(arguments: 0..<20)
  func `texts of few words, where blocks slide over each other, are compared`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let words = ["so", "no", ".", "\n", ".\n\n"]
    func chant() -> String {
      (0..<(1 + random.below(40))).map { _ in random.pick(words) }.joined(separator: " ")
    }
    for _ in 0..<200 {
      let (old, new) = (Text(chant()), Text(chant()))
      let reanchorer = Reanchorer(old: old, new: new)
      let span = stretch(of: old, &random, longest: 20)
      let anchoring = reanchorer.anchor(span)
      if let place = anchoring.span { #expect(place.end <= new.byteCount) }
      if anchoring.state == .anchored, let place = anchoring.span {
        #expect(letters(old, span) == letters(new, place))
      }
    }
  }

  @Test(arguments: 0..<40)
  func `edits outside a stretch never lose it`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let before = filler(&random, words: 60)
    let middle = filler(&random, words: 4 + random.below(20))
    let behind = filler(&random, words: 60)
    let old = Text("\(before) \(middle) \(behind)")
    let span = ByteSpan(before.utf8.count + 1, before.utf8.count + 1 + middle.utf8.count)
    func edited(_ text: String) -> String {
      var words = text.split(separator: " ").map(String.init)
      for _ in 0...random.below(25) {
        let place = random.below(words.count)
        switch random.below(3) {
        case 0: words.remove(at: place)
        case 1: words.insert(filler(&random, words: 1 + random.below(6)), at: place)
        default: words[place] += "x"
        }
      }
      return words.joined(separator: " ")
    }
    let (newBefore, newBehind) = (edited(before), edited(behind))
    let new = Text("\(newBefore) \(middle) \(newBehind)")
    let anchoring = Reanchorer(old: old, new: new).anchor(span)
    let start = newBefore.utf8.count + 1
    #expect(anchoring.state == .anchored)
    #expect(anchoring.span == ByteSpan(start, start + middle.utf8.count))
  }

  @Test(arguments: 0..<20)
  func `two versions on, a stretch is where it is in one step`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let paragraphs = (0..<12).map { _ in filler(&random, words: 30) }
    let old = Text(paragraphs.joined(separator: "\n\n"))
    func edited(_ paragraphs: [String]) -> [String] {
      var result = paragraphs
      let place = random.below(result.count)
      if random.one(in: 2) {
        result.insert(filler(&random, words: 25), at: place)
      } else {
        result.remove(at: place)
      }
      return result
    }
    let second = edited(paragraphs)
    let (middle, new) = (
      Text(second.joined(separator: "\n\n")), Text(edited(second).joined(separator: "\n\n"))
    )
    let (first, next) = (Reanchorer(old: old, new: middle), Reanchorer(old: middle, new: new))
    let both = Reanchorer(old: old, new: new)
    for _ in 0..<30 {
      let span = stretch(of: old, &random, longest: 60)
      let step = first.anchor(span)
      guard step.state == .anchored, let there = step.span else { continue }
      let last = next.anchor(there)
      guard last.state == .anchored else { continue }
      #expect(both.anchor(span).span == last.span)
    }
  }
}

@Suite struct ReanchorHostileTests {
  static let repetition = String(repeating: "yes ", count: 20_000)
  static let pairs: [(String, String)] = [
    (repetition, repetition + "no"), (repetition, "no " + repetition),
    (repetition, String(repeating: "no ", count: 20_000)),
    (String(repeating: "x", count: 200_000), String(repeating: "x", count: 199_999)),
    (String(repeating: "a b ", count: 10_000), String(repeating: "b a ", count: 10_000)),
    (String(repeating: "\u{301}", count: 30_000), String(repeating: "e\u{301}", count: 9_000)),
    (String(repeating: "“", count: 30_000), String(repeating: "”. ", count: 20_000)),
    (String(repeating: "\r\n", count: 30_000), String(repeating: "\n", count: 30_000)),
    ("", repetition), (repetition, ""),
  ]

  @Test(arguments: pairs.indices)
  func `hostile texts have an answer for every stretch`(index: Int) {
    let (old, new) = (Text(Self.pairs[index].0), Text(Self.pairs[index].1))
    let reanchorer = Reanchorer(old: old, new: new)
    var random = SplitMix64(seed: UInt64(index))
    for longest in [1, 3, 100, 70_000] {
      let span = stretch(of: old, &random, longest: longest)
      let anchoring = reanchorer.anchor(span)
      #expect((anchoring.span == nil) == (anchoring.state == .orphaned))
      if let place = anchoring.span { #expect(place.end <= new.byteCount) }
    }
  }

  @Test func `a stretch outside the text is cut off`() {
    let reanchorer = Reanchorer(old: Text("a “b” 🌊"), new: Text("a “b” 🌊"))
    #expect(reanchorer.anchor(ByteSpan(-9, 99)).span == ByteSpan(0, 14))
    #expect(reanchorer.anchor(ByteSpan(Int.min, Int.max)).span == ByteSpan(0, 14))
    #expect(reanchorer.anchor(ByteSpan(50, 60)).span == ByteSpan(14, 14))
    #expect(reanchorer.anchor(ByteSpan(12, 13)).span == ByteSpan(10, 10))
  }
}
