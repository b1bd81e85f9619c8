import HearsayAgreement
import Testing

/// Units as `start-end category`, one string an annotator.
private func continuum(_ length: Int, _ annotators: String...) -> Continuum {
  let units = annotators.map { line in
    line.split(separator: ",").compactMap { item -> AgreementUnit? in
      let parts = item.split(whereSeparator: { " -".contains($0) })
      guard parts.count == 3, let start = Int(parts[0]), let end = Int(parts[1]) else { return nil }
      return AgreementUnit(start: start, end: end, category: String(parts[2]))
    }
  }
  return Continuum(length: length, units: units)
}

@Suite struct UnitizingAlphaTests {
  /// Three annotators, two categories, 200 places; the values are those of the published program.
  static let reference = continuum(
    200, "2-28 Quote, 29-41 Speaker, 91-99 Quote, 111-129 Quote, 158-167 Quote",
    "2-28 Quote, 29-41 Speaker, 91-129 Quote, 159-166 Quote",
    "3-27 Quote, 29-59 Speaker, 91-99 Quote, 130-139 Speaker")

  @Test func `the reference sample has the reference values`() throws {
    let alpha = UnitizingAlpha(Self.reference)
    #expect(abs(try #require(alpha.value) - 0.461916) < 5e-7)
    #expect(abs(try #require(alpha.categories["Quote"] ?? nil) - 0.430529) < 5e-7)
    #expect(abs(try #require(alpha.categories["Speaker"] ?? nil) - 0.544383) < 5e-7)
    #expect(alpha.joined == 0)
  }

  @Test func `who marks the same agrees fully`() {
    let alpha = UnitizingAlpha(continuum(100, "3-9 a, 20-50 b", "3-9 a, 20-50 b"))
    #expect(alpha.value == 1 && alpha.categories == ["a": 1, "b": 1])
  }

  @Test func `the order of annotators means nothing`() {
    let turned = Continuum(length: 200, units: Self.reference.units.reversed())
    #expect(UnitizingAlpha(turned) == UnitizingAlpha(Self.reference))
  }

  @Test func `what overlaps in one annotator and category is joined and counted`() {
    let nested = continuum(100, "3-30 a, 5-9 a, 20-40 a", "3-40 a")
    #expect(UnitizingAlpha(nested).value == 1 && UnitizingAlpha(nested).joined == 2)
  }

  @Test func `where nobody marked anything no value is made up`() {
    let alpha = UnitizingAlpha(Continuum(length: 10, units: [[], []]))
    #expect(alpha.value == nil && alpha.categories.isEmpty)
  }
}

@Suite struct SpanAgreementTests {
  @Test(arguments: [
    ("0-5 a, 10-20 a", "0-5 a, 10-20 a", 1.0, 1.0),
    ("0-5 a, 10-20 a", "0-5 a, 11-20 a", 0.5, 1.0),
    ("0-5 a", "0-5 b", 0.0, 0.0),
    ("0-5 a, 5-9 a", "0-9 a", 0.0, 1.0),
    ("0-5 a, 10-20 a, 30-40 a", "0-5 a", 0.5, 0.5),
    ("0-5 a", "5-9 a", 0.0, 0.0),
  ])
  func `spans are matched by their ends, or by any overlap`(
    first: String, second: String, exact: Double, overlap: Double
  ) {
    let spans = SpanAgreement(continuum(50, first, second))
    #expect(spans.exact == exact && spans.overlap == overlap)
  }

  @Test func `nobody's units have no score`() {
    #expect(SpanAgreement(Continuum(length: 5, units: [[], []])).exact == nil)
  }
}

@Suite struct NominalAgreementTests {
  /// Krippendorff's example of nominal data with missing values (“Computing Krippendorff’s
  /// Alpha-Reliability”, 2011, section C): four observers, twelve units, α = 0.743.
  @Test func `nominal alpha of the published example`() throws {
    let observers: [[String?]] = [
      "1 2 3 3 2 1 4 1 2 . . .", "1 2 3 3 2 2 4 1 2 5 . 3", ". 3 3 3 2 3 4 2 2 5 1 .",
      "1 2 3 3 2 4 4 1 2 5 1 .",
    ].map { $0.split(separator: " ").map { $0 == "." ? nil : String($0) } }
    let rows = (0..<12).map { unit in observers.map { $0[unit] } }
    let alpha = try #require(NominalAgreement(rows).alpha)
    #expect(abs(alpha - 0.743) < 5e-4)
  }

  @Test func `kappa of a two by two table`() throws {
    // 20 yes-yes, 15 no-no, 5 and 10 apart: p_o = 0.7, p_e = 0.5.
    let rows =
      [[String?]](repeating: ["y", "y"], count: 20) + [[String?]](repeating: ["n", "n"], count: 15)
      + [[String?]](repeating: ["y", "n"], count: 5)
      + [[String?]](repeating: ["n", "y"], count: 10)
    #expect(abs(try #require(NominalAgreement(rows).kappa) - 0.4) < 1e-12)
  }

  @Test func `where all values are one nothing is defined`() {
    let agreement = NominalAgreement([["a", "a"], ["a", "a"]])
    #expect(agreement.alpha == nil && agreement.kappa == nil && agreement.units == 2)
  }
}

@Suite struct UnitAlignmentTests {
  @Test(arguments: 0..<60)
  func `two annotators are aligned as well as can be`(seed: UInt64) {
    var numbers = SeededGenerator(seed: seed)
    let lists = (0..<2).map { _ in
      (0..<Int.random(in: 0...5, using: &numbers)).map { _ in
        let start = Int.random(in: 0..<40, using: &numbers)
        return AgreementUnit(
          start: start, end: start + Int.random(in: 1...12, using: &numbers),
          category: ["a", "b"].randomElement(using: &numbers) ?? "a")
      }
    }
    let continuum = Continuum(length: 60, units: lists)
    let count = Double(continuum.unitCount) / 2
    guard count > 0 else { return }
    let best = cheapest(continuum.units[0][...], continuum.units[1])
    #expect(abs(UnitAlignment(continuum).disorder - best / count) < 1e-9)
  }

  /// The least cost by trying everything.
  private func cheapest(_ first: ArraySlice<AgreementUnit>, _ second: [AgreementUnit]) -> Double {
    guard let unit = first.first else { return Double(second.count) }
    var best = 1 + cheapest(first.dropFirst(), second)
    for index in second.indices {
      var rest = second
      let other = rest.remove(at: index)
      let shift =
        Double(abs(unit.start - other.start) + abs(unit.end - other.end))
        / Double(unit.length + other.length)
      let cost = shift * shift + (unit.category == other.category ? 0 : 1)
      best = min(best, cost + cheapest(first.dropFirst(), rest))
    }
    return best
  }

  @Test(arguments: 0..<10)
  func `every unit is in one group, one of each annotator`(seed: UInt64) {
    var numbers = SeededGenerator(seed: seed)
    let lists = (0..<4).map { _ in
      (0..<20).map { _ in
        let start = Int.random(in: 0..<400, using: &numbers)
        return AgreementUnit(start: start, end: start + 15, category: "a")
      }
    }
    let continuum = Continuum(length: 500, units: lists)
    let groups = UnitAlignment(continuum).groups
    for annotator in 0..<4 {
      #expect(groups.compactMap { $0[annotator] }.sorted() == Array(0..<20))
    }
  }
}

@Suite struct BootstrapTests {
  private let pieces = (0..<8).map { index in
    continuum(50, "5-\(10 + index) a", "5-\(index % 2 == 0 ? 10 + index : 30) a")
  }

  @Test func `the same seed gives the same interval, and it holds the value`() throws {
    let statistics: (Continuum) -> [Double?] = { [SpanAgreement($0).exact] }
    let first = Bootstrap(draws: 200, seed: 7).intervals(pieces, statistics)
    #expect(first == Bootstrap(draws: 200, seed: 7).intervals(pieces, statistics))
    let interval = try #require(first[0])
    let value = try #require(SpanAgreement(.joined(pieces)).exact)
    #expect(interval.low <= value && value <= interval.high && interval.low < interval.high)
  }

  @Test func `too few pieces have no interval`() {
    #expect(Bootstrap(draws: 200, seed: 7).intervals(Array(pieces.prefix(4))) { _ in [1] } == [nil])
  }

  @Test func `blocks hold every unit at its place`() {
    let whole = Continuum.joined(pieces)
    #expect(Continuum.joined(whole.blocks()) == whole)
  }
}

@Suite struct GammaTests {
  @Test func `the same marks agree fully and chance does not`() throws {
    let same = continuum(300, "3-30 a, 50-90 b, 120-160 a", "3-30 a, 50-90 b, 120-160 a")
    #expect(Gamma(same, seed: 1).value == 1)
    let apart = continuum(300, "3-30 a, 120-160 a", "60-90 b, 200-240 b")
    #expect(try #require(Gamma(apart, seed: 1).value) < 0.3)
    #expect(Gamma(same, seed: 5) == Gamma(same, seed: 5))
  }
}
