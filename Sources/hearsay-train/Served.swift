import HearsayAnalysis

/// Packed weights on annotated articles, by the code that serves them.
struct Served {
  private let corpus: Corpus
  private let bytes: [UInt8]

  /// Weights that will be asked of a corpus.
  init(_ corpus: Corpus, _ bytes: [UInt8]) {
    self.corpus = corpus
    self.bytes = bytes
  }

  /// How well attributions are found with an effort, and what their confidence is worth; nil where
  /// the bytes are no weights of this version.
  func scores(_ effort: AnalysisEffort) -> (scores: Scores, calibration: Calibration)? {
    bytes.withUnsafeBytes { raw in
      guard let model = AttributionModel(raw) else { return nil }
      let tagger = AttributionTagger(model, effort: effort)
      var scores = Scores()
      var calibration = Calibration()
      for paragraph in corpus.paragraphs {
        let found = tagger.attributions(paragraph.input)
        scores.add(paragraph.attributions, found)
        calibration.add(paragraph.attributions, found)
      }
      return (scores, calibration)
    }
  }
}
