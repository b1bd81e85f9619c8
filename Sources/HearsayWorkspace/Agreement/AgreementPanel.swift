public import HearsayAgreement
public import HearsayInterchange
public import HearsayModel

/// The default panel of agreement between annotators, overall and for each kind of annotation.
public struct AgreementPanel: Sendable {
  /// A figure with its interval.
  public struct Figure: Sendable {
    /// The value, or nil where it is not defined.
    public let value: Double?
    /// The 95 % interval, or nil where too few pieces were annotated.
    public let interval: Bootstrap.Interval?
  }

  /// The figures of one kind, or of all together.
  public struct Row: Sendable {
    /// The kind, or nil for all.
    public let kind: AnnotationKind?
    /// Units of each annotator.
    public let counts: [Int]
    /// F1 of spans with the same ends.
    public let exact: Figure
    /// F1 of spans that overlap.
    public let overlap: Figure
    /// α_u, with the kind as category.
    public let alpha: Figure
    /// Units joined to another for α_u, which knows no overlap.
    public let joined: Int
    /// γ with its error.
    public let gamma: Gamma
  }

  /// Agreement on what aligned annotations say.
  public struct Attribute: Sendable {
    /// The kind of annotation.
    public let kind: AnnotationKind
    /// `type`, `speaker`, `value` or `outlet`.
    public let name: String
    /// α and κ.
    public let agreement: NominalAgreement
  }

  /// The annotators' names.
  public let annotators: [String]
  /// Documents all of them have, in order.
  public let documents: [String]
  /// Documents that only some of them have; they are left out.
  public let unshared: [String]
  /// All kinds together, then each.
  public let rows: [Row]
  /// Attributes by kind.
  public let attributes: [Attribute]
  /// Where they differ.
  public let disagreements: [Disagreement]
  /// Pieces the bootstrap draws from, and what they are.
  public let pieces: (count: Int, name: String)
}

/// Works out the panel.
public struct AgreementRun: Sendable {
  private let annotators: [AnnotatorSet]
  private let bootstrap: Bootstrap
  private let samples: Int

  /// A run over at least two annotators' sets.
  ///
  /// - Parameter samples: continua drawn for γ's expected disorder.
  public init(_ annotators: [AnnotatorSet], draws: Int, samples: Int, seed: UInt64) {
    self.annotators = annotators
    self.samples = samples
    bootstrap = Bootstrap(draws: draws, seed: seed)
  }

  /// The panel.
  public func panel() -> AgreementPanel {
    let all = Set(annotators.flatMap(\.documents.keys)).sorted()
    let shared = all.filter { key in annotators.allSatisfy { $0.documents[key] != nil } }
    let texts = shared.map { key in
      ComparedDocument(name: key, annotators.compactMap { $0.documents[key] })
    }
    let parts = texts.map(\.continuum)
    let isByDocument = parts.count >= 5
    let pieces = isByDocument ? parts : parts.flatMap { $0.blocks() }
    let kinds = AnnotationKind.allCases.filter { kind in
      parts.contains { $0.categories.contains(kind.rawValue) }
    }
    let rows = ([nil] + kinds.map(Optional.some)).map { row($0, parts, pieces) }
    var attributes: [AgreementPanel.Attribute] = []
    var disagreements: [Disagreement] = []
    for kind in kinds {
      let aligned = texts.map { AlignedDocument($0, kind: kind) }
      attributes += AlignedDocument.attributes(aligned, kind)
      disagreements += aligned.flatMap { $0.disagreements(annotators.map(\.name)) }
    }
    return AgreementPanel(
      annotators: annotators.map(\.name), documents: shared,
      unshared: all.filter { !shared.contains($0) }, rows: rows, attributes: attributes,
      disagreements: disagreements.sorted {
        ($0.document, $0.range.lowerBound, $0.kind) < ($1.document, $1.range.lowerBound, $1.kind)
      },
      pieces: (pieces.count, isByDocument ? "documents" : "stretches"))
  }

  private func row(
    _ kind: AnnotationKind?, _ parts: [Continuum], _ pieces: [Continuum]
  ) -> AgreementPanel.Row {
    let filter = { (part: Continuum) in kind.map { part.keeping([$0.rawValue]) } ?? part }
    let whole = Continuum.joined(parts.map(filter))
    let spans = SpanAgreement(whole)
    let alpha = UnitizingAlpha(whole)
    let intervals = bootstrap.intervals(pieces.map(filter)) { continuum in
      let spans = SpanAgreement(continuum)
      return [spans.exact, spans.overlap, UnitizingAlpha(continuum).value]
    }
    return AgreementPanel.Row(
      kind: kind, counts: whole.units.map(\.count),
      exact: .init(value: spans.exact, interval: intervals[0]),
      overlap: .init(value: spans.overlap, interval: intervals[1]),
      alpha: .init(value: alpha.value, interval: intervals[2]), joined: alpha.joined,
      gamma: Gamma(whole, samples: samples, seed: bootstrap.seed))
  }
}
