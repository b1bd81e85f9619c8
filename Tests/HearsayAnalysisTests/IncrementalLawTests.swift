import HearsayAnalysis
import HearsayModel
import HearsayTestSupport
import HearsayText
import Testing

/// Every span that findings speak of.
private func spans(of findings: Findings) -> [ByteSpan] {
  let quoted = findings.quotations.flatMap {
    [$0.span, $0.source, $0.cue, $0.evidence.antecedent].compactMap { $0 }
  }
  let utterances = findings.quotations.map { ByteSpan($0.utterance, $0.utterance) }
  let others = findings.dates.map(\.span) + findings.outlets.map(\.span) + findings.furniture
  return quoted + utterances + others + findings.problems.map(\.span)
}

/// The first span that lies outside the text or has an edge inside a character.
private func misplacedSpan(in findings: Findings, of bytes: [UInt8]) -> ByteSpan? {
  func isPlace(_ offset: Int) -> Bool {
    offset == bytes.count || (bytes.indices.contains(offset) && bytes[offset] & 0xC0 != 0x80)
  }
  return spans(of: findings).first { !isPlace($0.start) || !isPlace($0.end) }
}

private func analysis(of bytes: [UInt8], date: String? = nil) throws -> DocumentAnalysis {
  DocumentAnalysis(
    try Text(validating: bytes), options: AnalysisOptions(date: date),
    analyzer: EmbeddedAnalyzer.shared)
}

@Suite struct IncrementalLawTests {
  @Test(arguments: 0..<24)
  func `edit by edit equals the whole text`(seed: UInt64) throws {
    var generator = ArticleGenerator(seed: seed)
    var bytes = generator.article(ofAbout: [0, 300, 2_000, 6_000][Int(seed % 4)])
    let date = seed.isMultiple(of: 2) ? "2024-03-05" : nil
    var edited = try analysis(of: bytes, date: date)
    for step in 0..<20 {
      let edit = generator.edit(of: bytes)
      edit.apply(to: &bytes)
      try edited.replace(edit.span, with: edit.replacement)
      let whole = try analysis(of: bytes, date: date)
      try #require(edited.text == whole.text)
      try #require(edited.date == whole.date, "after step \(step): \(edit)")
      try #require(edited.findings == whole.findings, "after step \(step): \(edit)")
      try #require(misplacedSpan(in: edited.findings, of: bytes) == nil)
    }
  }

  /// Readings come late, piece by piece, some of them for paragraphs that an edit has changed since.
  @Test(arguments: 700..<716)
  func `a text read in a hurry and then with care equals one read with care`(seed: UInt64) throws {
    var generator = ArticleGenerator(seed: seed)
    var bytes = generator.article(ofAbout: [300, 2_000, 6_000][Int(seed % 3)])
    var hurried = DocumentAnalysis(
      try Text(validating: bytes), analyzer: EmbeddedAnalyzer.shared, isRough: true)
    #expect(hurried.isRough)
    var place = 0
    while hurried.isRough {
      let late = hurried.refinement(from: place, byteCount: [1, 500, 4_000][Int(seed % 3)])
      let edit = generator.edit(of: bytes)
      edit.apply(to: &bytes)
      try hurried.replace(edit.span, with: edit.replacement)
      if let late { hurried.apply(late.made) }
      place = late?.end ?? 0
    }
    let whole = try analysis(of: bytes)
    #expect(hurried.text == whole.text)
    #expect(hurried.findings == whole.findings)
  }

  @Test(arguments: 600..<608, [1, 5, 1_000])
  func `what is left out of the leading findings is counted`(seed: UInt64, limit: Int) throws {
    var generator = ArticleGenerator(seed: seed)
    var bytes = generator.article(ofAbout: 4_000)
    var edited = try analysis(of: bytes)
    for _ in 0..<5 {
      let edit = generator.edit(of: bytes)
      edit.apply(to: &bytes)
      try edited.replace(edit.span, with: edit.replacement)
      let all = edited.findings
      let (leading, omitted) = edited.leadingFindings(atLeast: limit)
      #expect(leading.problems == all.problems)
      #expect(leading.quotations == Array(all.quotations.prefix(leading.quotations.count)))
      #expect(leading.quotations.count >= min(limit, all.quotations.count))
      #expect(leading.dates == Array(all.dates.prefix(leading.dates.count)))
      #expect(leading.dates.count >= min(limit, all.dates.count))
      let total = all.quotations.count + all.dates.count + all.outlets.count
      let shown = leading.quotations.count + leading.dates.count + leading.outlets.count
      #expect(omitted == total - shown)
    }
  }

  @Test(arguments: 100..<106)
  func `edits of endless lines equal the whole text`(seed: UInt64) throws {
    var generator = ArticleGenerator(seed: seed)
    let piece = Array(generator.random.pick([" ", "x", "“No,” he said. ", "🌊", "a b "]).utf8)
    var bytes = Array("The town.\n".utf8)
    for _ in 0..<(80_000 / piece.count) { bytes += piece }
    bytes += generator.article(ofAbout: 2_000)
    var edited = try analysis(of: bytes)
    for step in 0..<6 {
      let edit = generator.edit(of: bytes)
      edit.apply(to: &bytes)
      try edited.replace(edit.span, with: edit.replacement)
      let whole = try analysis(of: bytes)
      try #require(edited.findings == whole.findings, "after step \(step): \(edit.span)")
    }
  }

  @Test(arguments: 200..<208)
  func `typing an article sign by sign equals the whole text`(seed: UInt64) throws {
    var generator = ArticleGenerator(seed: seed)
    let article = String(decoding: generator.article(ofAbout: 250), as: UTF8.self)
    var edited = try analysis(of: [])
    var bytes: [UInt8] = []
    for scalar in article.unicodeScalars {
      let sign = Array(String(scalar).utf8)
      try edited.replace(ByteSpan(bytes.count, bytes.count), with: sign)
      bytes += sign
      try #require(
        try edited.findings == analysis(of: bytes).findings, "after \(bytes.count) bytes")
    }
  }

  @Test(arguments: 300..<308)
  func `a changed whole equals the whole text`(seed: UInt64) throws {
    var generator = ArticleGenerator(seed: seed)
    var bytes = generator.article(ofAbout: 1_500)
    var edited = try analysis(of: bytes)
    for _ in 0..<8 {
      for _ in 0..<generator.random.below(4) { generator.edit(of: bytes).apply(to: &bytes) }
      let old = edited.text.allBytes
      let common = CommonEnds(old, bytes)
      try edited.replace(
        ByteSpan(common.head, old.count - common.tail),
        with: Array(bytes[common.head..<(bytes.count - common.tail)]))
      try #require(edited.text.allBytes == bytes)
      try #require(try edited.findings == analysis(of: bytes).findings)
    }
  }

  @Test func `a change of options equals a fresh analysis`() throws {
    var generator = ArticleGenerator(seed: 400)
    let bytes = generator.article(ofAbout: 3_000)
    var changed = try analysis(of: bytes)
    changed.setOptions(AnalysisOptions(date: "2024-03-05"))
    let fresh = try analysis(of: bytes, date: "2024-03-05")
    #expect(changed.findings == fresh.findings)
    #expect(changed.date == fresh.date)
  }

  @Test(arguments: 500..<540)
  func `random bytes never trap and every span is a place`(seed: UInt64) throws {
    var generator = ArticleGenerator(seed: seed)
    let size = 1 << generator.random.below(12)
    let bytes =
      seed.isMultiple(of: 2) ? generator.noise(ofAbout: size) : generator.article(ofAbout: size)
    let findings = try analysis(of: bytes, date: "2024-03-05").findings
    #expect(misplacedSpan(in: findings, of: bytes) == nil)
  }

  @Test(arguments: [
    "(q(AP(AP)\u{99}\"W", "He (RT (Russia Today) met.",
    "dpAna “Nita” Ruizadpa‘ RT state televisiondpa",
  ])
  func `texts that once stopped the program are read`(text: String) throws {
    let bytes = Array(text.utf8)
    var typed = try analysis(of: [])
    for (offset, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 {
      let end = bytes[(offset + 1)...].firstIndex { $0 & 0xC0 != 0x80 } ?? bytes.count
      try typed.replace(ByteSpan(offset, offset), with: Array(bytes[offset..<end]))
    }
    #expect(try typed.findings == analysis(of: bytes).findings)
  }

  /// Few words that rules look for, over and over in any order.
  @Test(arguments: 800..<816)
  func `jumbled words never trap and an edit of them equals the whole text`(seed: UInt64) throws {
    var generator = ArticleGenerator(seed: seed)
    for _ in 0..<1_000 {
      var bytes = generator.jumble(ofWords: 2 + generator.random.below(24))
      var edited = try analysis(of: bytes)
      let edit = generator.edit(of: bytes)
      edit.apply(to: &bytes)
      try edited.replace(edit.span, with: edit.replacement)
      let whole = try analysis(of: bytes)
      try #require(edited.findings == whole.findings, "\(String(decoding: bytes, as: UTF8.self))")
      try #require(misplacedSpan(in: whole.findings, of: bytes) == nil)
    }
  }

  @Test(arguments: 600..<606)
  func `findings of a stretch are the findings of the whole that lie in it`(seed: UInt64) throws {
    var generator = ArticleGenerator(seed: seed)
    let bytes = generator.article(ofAbout: 3_000)
    let analysis = try analysis(of: bytes)
    let whole = analysis.findings
    for _ in 0..<10 {
      let start = generator.random.below(bytes.count)
      let span = ByteSpan(start, start + generator.random.below(600))
      let part = analysis.findings(in: span)
      #expect(Set(part.quotations).isSubset(of: whole.quotations))
      #expect(Set(part.dates).isSubset(of: whole.dates))
      #expect(Set(part.outlets).isSubset(of: whole.outlets))
      #expect(
        whole.quotations.filter { $0.span.overlaps(span) }.allSatisfy(part.quotations.contains))
      #expect(whole.dates.filter { $0.span.overlaps(span) }.allSatisfy(part.dates.contains))
      #expect(whole.outlets.filter { $0.span.overlaps(span) }.allSatisfy(part.outlets.contains))
    }
  }
}
