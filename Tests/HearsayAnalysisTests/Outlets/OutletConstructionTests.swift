import Testing

/// One sentence of a script and construction, with `words → id role` for every outlet in it.
struct ConstructionCase: CustomTestStringConvertible, Sendable {
  /// The construction shown, or the one that is only imitated.
  let construction: String
  /// The text; a line is a paragraph.
  let text: String
  /// What is found, in reading order.
  let expected: [String]

  /// A sentence with what is found in it.
  init(_ construction: String, _ text: String, _ expected: String...) {
    self.construction = construction
    self.text = text
    self.expected = expected
  }

  /// The construction and the text.
  var testDescription: String { "\(construction): \(text)" }
}

/// Every construction in every script, and as many sentences in which nothing is to be found.
@Suite struct OutletConstructionTests {
  static let found =
    ConstructionCase.latinFound + ConstructionCase.cyrillicFound + ConstructionCase.arabicFound
    + ConstructionCase.persianFound
  static let nothing =
    ConstructionCase.latinNothing + ConstructionCase.cyrillicNothing
    + ConstructionCase.arabicNothing + ConstructionCase.persianNothing

  @Test(arguments: found)
  func `an outlet is found with its role`(example: ConstructionCase) {
    #expect(OutletStage.mentions(example.text) == example.expected)
  }

  @Test(arguments: nothing)
  func `what only looks like an outlet is none`(example: ConstructionCase) {
    #expect(OutletStage.mentions(example.text).isEmpty)
  }

  @Test func `half the sentences name no outlet, and every script has every construction`() {
    #expect(Self.found.count + Self.nothing.count >= 150)
    #expect(Self.nothing.count >= Self.found.count)
    let common = [
      "dateline", "sign-off", "image-credit", "notice", "source-line", "according-to", "cited",
      "interview", "reporting", "noun-phrase", "bare-name", "link",
    ]
    let scripts = [
      ConstructionCase.latinFound, ConstructionCase.cyrillicFound, ConstructionCase.arabicFound,
      ConstructionCase.persianFound,
    ]
    for script in scripts {
      #expect(Set(script.map(\.construction)).isSuperset(of: common))
    }
  }
}
