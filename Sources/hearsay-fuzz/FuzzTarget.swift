internal import HearsayAnalysis
internal import HearsayData
internal import HearsayModel
internal import HearsayText

/// Made once; libFuzzer calls from one thread.
private let analyzer = Analyzer(
  resources: AnalysisResources(
    lexicon: Lexicon(EmbeddedResources.lexiconBytes()),
    furniture: FurniturePhrases(EmbeddedResources.furnitureBytes()),
    dates: EmbeddedResources.dateLanguageBytes().map { DateLanguage($0) },
    outlets: OutletRegistry(EmbeddedResources.outletBytes()),
    attribution: AttributionModel(EmbeddedResources.attributionModel())))

/// Analyses a text made of the bytes, edits it, and traps where edit by edit is not the whole text.
///
/// The first four bytes say where to edit; the rest is the text, what is no UTF-8 replaced.
func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  let input = Array(UnsafeBufferPointer(start: start, count: count))
  guard input.count > 4 else { return 0 }
  let text = Text(String(decoding: input[4...], as: UTF8.self))
  var analysis = DocumentAnalysis(
    text, options: AnalysisOptions(date: "2024-03-05"), analyzer: analyzer)
  checkPlaces(analysis)
  let from = place(input[0], input[1], in: text)
  let to = place(input[2], input[3], in: text)
  let replacement = Array("\n“\(text.string(in: ByteSpan(from, from + 40)))".utf8)
  do throws(TextError) {
    try analysis.replace(ByteSpan(from, to), with: replacement)
  } catch {
    return 0
  }
  let whole = DocumentAnalysis(analysis.text, options: analysis.options, analyzer: analyzer)
  precondition(analysis.findings == whole.findings, "Edit by edit differs from the whole text.")
  checkPlaces(analysis)
  checkAnchoring(from: text, to: analysis.text, ByteSpan(from, to))
  return 0
}

/// Traps where re-anchoring gives a place outside the new text or inside a character, or a text that
/// did not change has moved.
private func checkAnchoring(from old: Text, to new: Text, _ span: ByteSpan) {
  let anchorings = [
    Reanchorer(old: old, new: new).anchor(span), Reanchorer(old: new, new: old).anchor(span),
    Reanchorer(new: new).anchor(
      exact: old.string(in: span), prefix: old.string(in: ByteSpan(span.start - 32, span.start)),
      suffix: old.string(in: ByteSpan(span.end, span.end + 32)), near: span.start),
  ]
  for (anchoring, text) in zip(anchorings, [new, old, new]) {
    precondition((anchoring.span == nil) == (anchoring.state == .orphaned), "A place and none.")
    guard let place = anchoring.span else { continue }
    precondition(place.end <= text.byteCount, "A place outside.")
    for edge in [place.start, place.end] {
      precondition(text.byte(ofOffset: edge, in: .utf8) == edge, "A place inside a character.")
    }
  }
  let same = Reanchorer(old: old, new: old).anchor(span)
  precondition(same.span == span && same.state == .anchored, "The same text has moved.")
}

/// A scalar boundary of the text, chosen by two bytes.
private func place(_ high: UInt8, _ low: UInt8, in text: Text) -> Int {
  let choice = Int(high) << 8 | Int(low)
  return text.byte(ofOffset: choice % (text.scalarCount + 1), in: .utf32)
}

/// Traps where a finding lies outside the text or has an edge inside a character.
private func checkPlaces(_ analysis: DocumentAnalysis) {
  let findings = analysis.findings
  var spans = findings.quotations.flatMap { [$0.span, $0.source, $0.cue].compactMap { $0 } }
  spans += findings.dates.map(\.span) + findings.outlets.map(\.span) + findings.furniture
  spans += findings.problems.map(\.span)
  for span in spans {
    precondition(0 <= span.start && span.end <= analysis.text.byteCount, "A finding outside.")
    for edge in [span.start, span.end] {
      let rounded = analysis.text.byte(ofOffset: edge, in: .utf8)
      precondition(rounded == edge, "A finding ends inside a character.")
    }
  }
}
