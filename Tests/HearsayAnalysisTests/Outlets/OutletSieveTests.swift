import HearsayText
import Testing

@testable import HearsayAnalysis

/// The sieve never passes over anything that reading the paragraph would find.
@Suite struct OutletSieveTests {
  /// Where the sieve saves the reading, reading gives the same.
  private func check(_ text: String) {
    let bytes = Array(text.utf8)
    let finder = OutletFinder(registry: OutletStage.registry)
    let read = finder.findings(in: ParagraphInput(bytes, tokenizer: OutletStage.tokenizer))
    let sieved = bytes.withUnsafeBufferPointer {
      finder.findings(in: $0, tokenizer: OutletStage.tokenizer)
    }
    #expect(sieved == read, "\(text.debugDescription)")
  }

  @Test(arguments: OutletConstructionTests.found + OutletConstructionTests.nothing)
  func `sieved and read are the same in every construction`(example: ConstructionCase) {
    for line in example.text.split(separator: "\n") { check(String(line)) }
  }

  @Test(arguments: tricky)
  func `sieved and read are the same where words are hard to cut`(text: String) { check(text) }

  @Test(arguments: 0..<400)
  func `sieved and read are the same on anything`(seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func next(_ count: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(count))
    }
    var text = ""
    for _ in 0..<(1 + next(12)) { text += Self.pieces[next(Self.pieces.count)] }
    check(text)
  }

  static let tricky = [
    "TASS", "TASS's", "TASS’s", "TASS-led", "non-TASS", "TASS.", "(TASS)", "x.TASS", "tass.com",
    "a-tass.com", "Moscow", "Moscow's", "Moscow’s", "Moscow-based", "Moscow.", "moscow",
    "the Hill", "The\nHill", "the  Hill", "New York Times", "New\nYork Times", "New York’s Times",
    "Fox’s News", "RT.com", "U.S. troops", "3.5 Sputnik", "1,000 AP", "Sputnik1", "É TASS",
    "ТАСС", "ТАСС-овский", "«ТАСС»", "لرويترز", "والجزيرة", "پرس تی‌وی", "e\u{301}TASS",
    "https://rt.com", "http:/rt.com", "://rt.com", "rt.com.", "RT.COM/x", "rt..com", "@rt.com",
    "Fight Censorship", "FIGHT CENSORSHIP, SHARE THIS POST", "24 Kanal", "Ru-Main", "Ru Main",
    "Al-Jazeera", "Al‑Jazeera", "O’Reilly of Fox", "d'Agence France-Presse", "21cir.com",
  ]

  private static let pieces =
    tricky + [
      " ", " ", " ", "\n", ".", ",", ": ", "-", "'", "’s ", "the ", "The ", "told ", "said ", "/",
      "Syria", "Paris ", "1.", "7", "ß", "Ж", "ن", "新华社", "🌊", "\u{AD}", "\u{200D}", "\u{FEFF}",
    ]
}
