import Foundation
import HearsayAnalysis

/// Everything that is learnt, in its order, with what it reached on dev.
struct Training {
  let train: Corpus
  let dev: Corpus
  let seed: UInt64
  /// Says how far it is.
  let report: (String) -> Void
  /// Word classes where the corpora bring none.
  var knownWords: WeightTable?

  /// Parts that the training corpus is cut into, so that no model is asked of what it learnt from.
  static let wordFolds = 4
  static let firstFolds = 4
  static let secondFolds = 3

  /// What came out.
  struct Result {
    var bytes: [UInt8]
    var rows: [(name: String, scores: Scores)]
    var wordAccuracy: Double
    var calibrationBefore: Double
    var calibrationAfter: Double
    var calibrationFast = 0.0
  }

  /// Learns everything; `sizes` are those of the tables that are written.
  func run(sizes: Packing.Sizes) -> Result {
    let words = wordModel(train.paragraphs, lines: sizes.words)
    let trainParagraphs = tagged()
    let devParagraphs = dev.paragraphs.map { PreparedParagraph($0, tagger: words) }
    let accuracy = WordTaggerTrainer.accuracy(
      devParagraphs.map(\.gold), devParagraphs.map(\.traits))
    report("words: \(percent(accuracy)) % on dev")
    let fast = FastStage.model(trainParagraphs, seed: seed)
    report("fast")
    let first = firstModel(trainParagraphs, lines: sizes.first)
    let passedDev = devParagraphs.map { PassedParagraph($0, first) }
    var rows = [("labels of all attributions at once", firstScores(passedDev))]
    report("first: \(rows[0].1.cells)")
    let passed = passedTrain(trainParagraphs)
    let second = secondModel(passed, lines: sizes.second)
    let devLists = passedDev.map { SecondStage.lists($0, second.rows, second.chain) }
    rows.append(
      ("one labelling for each cue", scores(passedDev, devLists) { list in list.logChances }))
    report("second: \(rows[1].1.cells)")
    let choice = choiceModel(passed, entries: sizes.choices)
    rows.append(
      (
        "choice among its best labellings",
        scores(passedDev, devLists, choice)
      ))
    report("choice: \(rows[2].1.cells)")
    return finish(words, first, second, choice, fast, rows, accuracy, sizes)
  }

  private func finish(
    _ words: any FeatureScorer, _ first: LabelTrainer.Model, _ second: LabelTrainer.Model,
    _ choice: ChoiceTrainer.Model, _ fast: LabelTrainer.Model, _ rows: [(String, Scores)],
    _ accuracy: Double, _ sizes: Packing.Sizes
  ) -> Result {
    func packed(_ calibration: (slope: Float, offset: Float)) -> [UInt8] {
      Packing.pack(
        words: wordTable(words, sizes), first: first, second: second, choice: choice,
        calibration: calibration, sizes: sizes)
    }
    var result = Result(
      bytes: packed((1, 0)), rows: rows, wordAccuracy: accuracy, calibrationBefore: 0,
      calibrationAfter: 0)
    let (scores, calibration) = served(result.bytes, .full)
    result.rows.append(("as served: pruned, in bytes", scores))
    report("served: \(scores.cells)")
    result.calibrationBefore = calibration.expectedError()
    result.bytes = withFast(fast, packed(calibration.fit()))
    let fastServed = served(result.bytes, .fast)
    result.rows.append(("as served, fast", fastServed.0))
    result.calibrationFast = fastServed.1.expectedError()
    result.calibrationAfter = served(result.bytes, .full).1.expectedError()
    return result
  }

  /// The fast model alone, beside what other weights hold.
  func fast(beside bytes: [UInt8]) -> [UInt8] {
    let paragraphs = train.paragraphs.map { PreparedParagraph($0, TokenTraits($0.input)) }
    return withFast(FastStage.model(paragraphs, seed: seed), bytes)
  }

  private func withFast(_ model: LabelTrainer.Model, _ bytes: [UInt8]) -> [UInt8] {
    let raw = FastStage.put(model, calibration: (1, 0), into: bytes)
    return FastStage.put(model, calibration: served(raw, .fast).1.fit(), into: bytes)
  }

  /// The scores of packed weights on dev, by the code that serves them.
  private func served(_ bytes: [UInt8], _ effort: AnalysisEffort) -> (Scores, Calibration) {
    Served(dev, bytes).scores(effort).map { ($0.scores, $0.calibration) }
      ?? (Scores(), Calibration())
  }

  // MARK: - Models

  private func wordModel(
    _ paragraphs: [GoldParagraph], lines: Int? = nil
  ) -> any FeatureScorer {
    if let knownWords { return knownWords }
    var trainer = WordTaggerTrainer()
    trainer.seed = seed
    let model = trainer.train(paragraphs)
    guard let lines else { return model }
    let kept = Packing.kept(model, lines: lines, columns: WeightTable.columns)
    return trainer.train(paragraphs, kept: model.index.keeping(kept))
  }

  private func wordTable(
    _ words: any FeatureScorer, _ sizes: Packing.Sizes
  ) -> (bytes: [UInt8], scale: Float) {
    if let model = words as? SparseModel {
      return Packing.table(model, lines: sizes.words, columns: WeightTable.columns)
    }
    return knownWords.map { ($0.copiedBytes, $0.scale) } ?? ([], 1)
  }

  /// The training paragraphs, tagged by models that did not see them.
  private func tagged() -> [PreparedParagraph] {
    let folds = Training.wordFolds
    return inParallel(folds) { fold -> [PreparedParagraph] in
      let model = wordModel(train.paragraphs.filter { $0.document % folds != fold })
      return train.paragraphs.filter { $0.document % folds == fold }
        .map { PreparedParagraph($0, tagger: model) }
    }.flatMap(\.self).sorted { $0.place < $1.place }
  }

  /// Learnt once with all features; with `lines`, again with those that find a place in a table of
  /// so many lines, so that they make up for the others.
  private func firstModel(
    _ paragraphs: [PreparedParagraph], lines: Int? = nil
  ) -> LabelTrainer.Model {
    var trainer = LabelTrainer()
    trainer.seed = seed
    func learn(_ index: FeatureIndex) -> LabelTrainer.Model {
      trainer.train(
        FirstStage.sequences(paragraphs, index), width: FirstStage.width, index: index)
    }
    let model = learn(FirstStage.index(paragraphs, seen: 2))
    guard let lines else { return model }
    return learn(
      model.rows.index.keeping(Packing.kept(model.rows, lines: lines, columns: 14)))
  }

  /// The training paragraphs as models see them that did not learn from them.
  private func passedTrain(_ paragraphs: [PreparedParagraph]) -> [PassedParagraph] {
    let folds = Training.firstFolds
    let passed = inParallel(folds) { fold -> [PassedParagraph] in
      let model = firstModel(paragraphs.filter { $0.gold.document % folds != fold })
      return paragraphs.filter { $0.gold.document % folds == fold }
        .map { PassedParagraph($0, model) }
    }.flatMap(\.self).sorted { $0.prepared.place < $1.prepared.place }
    report("first: \(folds) folds")
    return passed
  }

  private func secondModel(
    _ paragraphs: [PassedParagraph], epochs: Int = 3, lines: Int? = nil
  ) -> LabelTrainer.Model {
    var trainer = LabelTrainer()
    trainer.seed = seed
    trainer.epochs = epochs
    trainer.rate = 0.03
    trainer.learnsAnchors = false
    func learn(_ index: FeatureIndex) -> LabelTrainer.Model {
      trainer.train(
        SecondStage.sequences(paragraphs, index), width: SecondStage.width,
        ownWidth: SecondStage.ownWidth, index: index)
    }
    let model = learn(SecondStage.index(paragraphs, seen: 3))
    guard let lines else { return model }
    return learn(
      model.rows.index.keeping(Packing.kept(model.rows, lines: lines, columns: 13)))
  }

  private func choiceModel(
    _ paragraphs: [PassedParagraph], entries: Int
  ) -> ChoiceTrainer.Model {
    let folds = Training.secondFolds
    let parts = inParallel(folds) { fold -> [(PassedParagraph, [CandidateList])] in
      let model = secondModel(
        paragraphs.filter { $0.prepared.gold.document % folds != fold }, epochs: 2)
      return paragraphs.filter { $0.prepared.gold.document % folds == fold }
        .map { ($0, SecondStage.lists($0, model.rows, model.chain)) }
    }.flatMap(\.self).sorted { $0.0.prepared.place < $1.0.prepared.place }
    report("second: \(folds) folds")
    var trainer = ChoiceTrainer()
    trainer.seed = seed
    func learn(_ index: FeatureIndex) -> ChoiceTrainer.Model {
      let examples = parts.flatMap { paragraph, lists in
        lists.map { ChoiceTrainer.example(paragraph, $0, index) }
      }
      return trainer.train(examples, index)
    }
    let model = learn(ChoiceTrainer.index(parts.map(\.0), parts.map(\.1), seen: 5))
    return learn(model.index.keeping(Packing.kept(model, entries: entries)))
  }

  // MARK: - Scores

  private func firstScores(_ paragraphs: [PassedParagraph]) -> Scores {
    var scores = Scores()
    for paragraph in paragraphs {
      let labels = paragraph.pass.labels
      func spans(_ first: Int) -> [Range<Int>] { AttributionLabel.spans(labels, first) }
      var found = spans(AttributionLabel.content).map {
        TaggedAttribution(content: [$0], source: nil, cue: nil, confidence: 1)
      }
      found += spans(AttributionLabel.source).map {
        TaggedAttribution(content: [], source: $0, cue: nil, confidence: 1)
      }
      found += spans(AttributionLabel.cue).map {
        TaggedAttribution(content: [], source: nil, cue: $0, confidence: 1)
      }
      scores.add(paragraph.gold, found)
    }
    return scores
  }

  private func scores(
    _ paragraphs: [PassedParagraph], _ lists: [[CandidateList]], _ choice: ChoiceTrainer.Model
  ) -> Scores {
    var scores = Scores()
    for (paragraph, lists) in zip(paragraphs, lists) {
      let found = lists.compactMap { list in
        attribution(
          list, choice.scores(ChoiceTrainer.example(paragraph, list, choice.index)))
      }
      scores.add(paragraph.gold, joined(found, paragraph))
    }
    return scores
  }

  private func scores(
    _ paragraphs: [PassedParagraph], _ lists: [[CandidateList]],
    by score: (CandidateList) -> [Float]
  ) -> Scores {
    var scores = Scores()
    for (paragraph, lists) in zip(paragraphs, lists) {
      scores.add(
        paragraph.gold, joined(lists.compactMap { attribution($0, score($0)) }, paragraph))
    }
    return scores
  }

  private func joined(
    _ found: [TaggedAttribution], _ paragraph: PassedParagraph
  ) -> [TaggedAttribution] {
    let kept = TaggedAttribution.select(found)
    return kept + AttributionTagger.leftOver(paragraph.context, beside: kept)
  }

  private func attribution(_ list: CandidateList, _ scores: [Float]) -> TaggedAttribution? {
    guard let best = scores.indices.max(by: { scores[$0] < scores[$1] }) else { return nil }
    let spans = list.spans(best)
    guard !spans.content.isEmpty, let cue = spans.cue else { return nil }
    let chances = ChoiceTrainer.softmax(scores)
    let nothing = chances.indices.filter { list.spans($0).content.isEmpty }
      .reduce(Float(0)) { $0 + chances[$1] }
    return TaggedAttribution(
      content: spans.content, source: spans.source, cue: cue, confidence: Double(1 - nothing))
  }
}

/// Results of `count` independent tasks in their order, as many at a time as there are cores.
func inParallel<Result>(_ count: Int, _ task: (Int) -> Result) -> [Result] {
  // Every task writes a place of its own, under the lock; all have ended when it is read.
  nonisolated(unsafe) var results = [Result?](repeating: nil, count: count)
  nonisolated(unsafe) let work = task
  let lock = NSLock()
  DispatchQueue.concurrentPerform(iterations: count) { place in
    let result = work(place)
    lock.withLock { results[place] = result }
  }
  return results.compactMap(\.self)
}
