public import HearsayAnalysis
internal import HearsayData

extension Analyzer {
  /// The stages with the data that is compiled into the program.
  public static func embedded(effort: AnalysisEffort = .full) -> Analyzer {
    Analyzer(
      resources: AnalysisResources(
        lexicon: Lexicon(EmbeddedResources.lexiconBytes()),
        furniture: FurniturePhrases(EmbeddedResources.furnitureBytes()),
        dates: EmbeddedResources.dateLanguageBytes().map { DateLanguage($0) },
        outlets: OutletRegistry(EmbeddedResources.outletBytes()),
        attribution: AttributionModel(EmbeddedResources.attributionModel())),
      effort: effort)
  }
}
