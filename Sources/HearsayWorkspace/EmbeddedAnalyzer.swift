public import HearsayAnalysis
internal import HearsayData

extension Analyzer {
  /// The stages with the data that is compiled into the program.
  ///
  /// Reads that data anew each time, so make one and keep it.
  public static func embedded() -> Analyzer {
    Analyzer(resources: AnalysisResources(lexicon: Lexicon(EmbeddedResources.lexiconBytes())))
  }
}
