internal import HearsayAnalysis
internal import HearsayData

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Figures of one run as JSON lines on standard output; exit status 1 where a ratio is too high.

/// One figure; `limit` is set for ratios, which must not exceed it.
private struct Figure {
  let name: String
  let value: Double
  let unit: String
  var limit: Double?

  var isKept: Bool { limit.map { value <= $0 } ?? true }

  var json: String {
    let rounded = (value * 1_000).rounded() / 1_000
    let judgement = limit.map { ",\"limit\":\($0),\"kept\":\(isKept)" } ?? ""
    return "{\"name\":\"\(name)\",\"value\":\(rounded),\"unit\":\"\(unit)\"\(judgement)}"
  }
}

private func figures(_ measure: Measure) -> [Figure] {
  let small = 100_000
  let large = 1_000_000
  let prose = measure.nanosecondsPerByte(GeneratedNews.prose(bytes: small))
  let long = measure.nanosecondsPerByte(GeneratedNews.prose(bytes: large), rounds: 3)
  var figures = [
    Figure(name: "prose", value: 1_000 / long, unit: "MB/s"),
    Figure(
      name: "1 MB to 100 kB of prose, per byte", value: long / prose, unit: "ratio", limit: 1.5),
  ]
  let soups: [(String, (Int) -> [UInt8])] = [
    ("digits", GeneratedNews.digits), ("marks", GeneratedNews.marks),
    ("names", GeneratedNews.names), ("cues", GeneratedNews.cues),
    ("outlets", GeneratedNews.outlets), ("articles", GeneratedNews.articles),
    ("endless word", GeneratedNews.endlessWord),
    ("endless line", GeneratedNews.endlessLine),
  ]
  for (name, soup) in soups {
    let some = measure.nanosecondsPerByte(soup(small), rounds: 3)
    let more = measure.nanosecondsPerByte(soup(4 * small), rounds: 3)
    figures.append(
      Figure(name: "\(name) to prose, per byte", value: some / prose, unit: "ratio", limit: 12))
    figures.append(
      Figure(
        name: "four times the \(name), per byte", value: more / some, unit: "ratio", limit: 1.6))
  }
  figures += dates(measure) + reanchoring(measure, analysisNanoseconds: prose)
  return figures + outlets(measure, proseNanoseconds: prose)
    + keystrokes(measure, wholeSeconds: prose * Double(small) / 1e9)
}

private func outlets(_ measure: Measure, proseNanoseconds: Double) -> [Figure] {
  let bytes = GeneratedNews.prose(bytes: 2_000_000)
  let alone = measure.outletNanosecondsPerByte(bytes)
  let load = measure.processorSeconds { _ = OutletRegistry(EmbeddedResources.outletBytes()) }
  return [
    Figure(name: "outlets alone", value: 1_000 / alone, unit: "MB/s"),
    Figure(
      name: "outlets alone to everything, per byte", value: alone / proseNanoseconds, unit: "ratio",
      limit: 0.2),
    Figure(name: "names of the outlet registry, loading", value: load * 1_000, unit: "ms"),
  ]
}

/// A changed text and 500 stretches of it, from reading both texts to the last place.
private func reanchoring(_ measure: Measure, analysisNanoseconds: Double) -> [Figure] {
  let edited = ReanchorStage.milliseconds(measure, bytes: 100_000, rewritten: 0.02)
  let heavy = ReanchorStage.milliseconds(measure, bytes: 100_000, rewritten: 0.5)
  let long = ReanchorStage.milliseconds(measure, bytes: 400_000, rewritten: 0.5)
  let analysis = analysisNanoseconds * 100_000 / 1e6
  return [
    Figure(name: "500 annotations in a changed text of 100 kB", value: edited, unit: "ms"),
    Figure(name: "500 annotations in a rewritten text of 100 kB", value: heavy, unit: "ms"),
    Figure(
      name: "500 annotations in a rewritten text to analysing it", value: heavy / analysis,
      unit: "ratio", limit: 1),
    Figure(
      name: "500 annotations in a rewritten text, 400 kB to 100 kB", value: long / heavy,
      unit: "ratio", limit: 6),
  ]
}

/// The date stage alone, and what hostile input makes of it and of the whole analysis.
private func dates(_ measure: Measure) -> [Figure] {
  let stage = DateStage(measure)
  let size = 1_000_000
  let news = GeneratedNews.prose(bytes: size)
  let prose = stage.nanosecondsPerByte(news)
  let whole = measure.nanosecondsPerByte(news, rounds: 3)
  var figures = [
    Figure(name: "date stage, prose", value: 1_000 / prose, unit: "MB/s")
  ]
  for (name, text) in DateStage.hostile {
    let here = stage.nanosecondsPerByte(text(size))
    figures.append(
      Figure(name: "date stage, \(name) to prose, per byte", value: here / prose, unit: "ratio"))
    let all = measure.nanosecondsPerByte(text(size), rounds: 3)
    figures.append(
      Figure(
        name: "\(name) to prose, per byte", value: all / whole, unit: "ratio", limit: 2))
  }
  return figures
}

private func keystrokes(_ measure: Measure, wholeSeconds: Double) -> [Figure] {
  let small = GeneratedNews.prose(bytes: 100_000)
  let large = GeneratedNews.prose(bytes: 1_000_000)
  let whole = measure.keystroke(in: small, allFindings: true)
  let near = measure.keystroke(in: small, allFindings: false)
  let far = measure.keystroke(in: large, allFindings: false)
  return [
    Figure(name: "keystroke in 100 kB, all findings", value: whole * 1e6, unit: "µs"),
    Figure(name: "keystroke in 100 kB, findings near it", value: near * 1e6, unit: "µs"),
    Figure(
      name: "keystroke and all findings to whole analysis, 100 kB", value: whole / wholeSeconds,
      unit: "ratio", limit: 0.5),
    Figure(
      name: "keystroke in 1 MB to 100 kB, findings near it", value: far / near, unit: "ratio",
      limit: 10),
  ]
}

private let analyzer = Analyzer(
  resources: AnalysisResources(
    lexicon: Lexicon(EmbeddedResources.lexiconBytes()),
    furniture: FurniturePhrases(EmbeddedResources.furnitureBytes()),
    dates: EmbeddedResources.dateLanguageBytes().map { DateLanguage($0) },
    outlets: OutletRegistry(EmbeddedResources.outletBytes()),
    attribution: AttributionModel(EmbeddedResources.attributionModel())))
/// With a file's path: how fast outlets alone are found in that text.
private func figures(ofFile path: String, _ measure: Measure) -> [Figure] {
  var bytes: [UInt8] = []
  guard let file = fopen(path, "r") else { return [] }
  defer { fclose(file) }
  while case let byte = getc(file), byte >= 0 { bytes.append(UInt8(truncatingIfNeeded: byte)) }
  let speed = 1_000 / measure.outletNanosecondsPerByte(bytes)
  return [Figure(name: "outlets alone in the file", value: speed, unit: "MB/s")]
}

private let measure = Measure(analyzer: analyzer)
private let results =
  CommandLine.arguments.dropFirst().first.map {
    figures(ofFile: $0, measure)
  } ?? figures(measure)
for figure in results { print(figure.json) }
exit(results.allSatisfy(\.isKept) ? 0 : 1)
