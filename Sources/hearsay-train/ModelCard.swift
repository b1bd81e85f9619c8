import HearsayAnalysis

/// What whoever uses the weights has to know.
struct ModelCard {
  let result: Training.Result
  let train: Corpus
  let dev: Corpus
  let seed: UInt64
  let date: String?
  let hasSilver: Bool

  /// The card in Markdown.
  var text: String {
    """
    # The attribution tagger's weights

    Written by `hearsay-train`; do not edit.

    - **What**: linear models over hashed features: word classes, labels of contents, sources and \
    cues, labels for one cue, choice among labellings, all of them at once in a hurry. \
    \(result.bytes.count) bytes.
    - **Learnt from**: \(describe(train)); chosen on \(describe(dev)).\
    \(hasSilver ? " Word classes come from a parser's output for the same articles." : "")
    - **Licence of the data**: the corpus, PolNeAR (US political news of 2015 and 2016, every \
    attribution marked by hand), states none, and the articles are their publishers'. The weights \
    hold numbers only: no word, name or sentence of an article can be read from them, features are \
    kept as 32-bit hashes.
    - **Command**: `hearsay-train CORPUS --output WEIGHTS --card CARD --seed \(seed)\
    \(date.map { " --date \($0)" } ?? "")`; same data and seed, same bytes.
    - **Fingerprint of the weights** (FNV-1a, 64 bits): `\(hex(Corpus.fingerprint(of: result.bytes)))`
    \(date.map { "- **Date**: \($0)\n" } ?? "")
    ## On dev, exact spans, F1 in percent

    In whole tokens, without what rules add; `score.py` counts characters and everything that the \
    program writes.

    | | content | linked | source | cue |
    |---|---|---|---|---|
    \(result.rows.map { "| \($0.name) | \($0.scores.cells) |" }.joined(separator: "\n"))

    Word classes agree with the parser's on \(percent(result.wordAccuracy)) % of the words.
    Two trained people agree with each other on 71.5 (content), 78.8 (source) and 70.7 (cue).

    ## Confidence

    An attribution counts as right where its content overlaps a marked one that has the same source. \
    Expected calibration error over ten classes: \(percent(result.calibrationBefore)) % before, \
    \(percent(result.calibrationAfter)) % after the curve that is fitted on dev; \
    \(percent(result.calibrationFast)) % in a hurry.

    ## Not to be used for

    Other languages than English; proof that somebody said something; judging people by how often \
    they are quoted. News of another kind, place or time than the training articles is read worse: \
    try it on annotated articles of your own, and retrain where that matters.

    """
  }

  private func describe(_ corpus: Corpus) -> String {
    "\(corpus.documents.count) articles, "
      + "\(corpus.paragraphs.reduce(0) { $0 + $1.attributions.count }) attributions "
      + "(FNV-1a of texts and annotations `\(hex(corpus.fingerprint))`)"
  }

  private func hex(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
