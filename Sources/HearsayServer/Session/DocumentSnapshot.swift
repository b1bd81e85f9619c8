internal import HearsayAnalysis
internal import HearsayModel
internal import HearsayStore
internal import HearsayText
internal import HearsayWorkspace

/// Where the findings of a document come from.
struct FindingsSource: Sendable {
  /// The findings in the paragraphs that a span touches, or in the whole document.
  let findings: @Sendable (DocumentAnalysis, ByteSpan?) -> Findings
  /// All problems and at least so many of the other findings, if there are so many, with the
  /// number of those left out.
  var leading: (@Sendable (DocumentAnalysis, Int) -> (findings: Findings, omitted: Int))?

  /// The analysis itself.
  static let analysis = FindingsSource(
    findings: { analysis, span in
      if let span { analysis.findings(in: span) } else { analysis.findings }
    },
    leading: { analysis, limit in analysis.leadingFindings(atLeast: limit) })
}

/// What a document is to the server.
enum DocumentPurpose: Hashable, Sendable {
  /// A text to annotate.
  case article
  /// A team's overlay of the outlet registry; its mistakes are shown.
  case overlay
  /// A registry entry; nothing is found in it.
  case entry
  /// An annotation sheet.
  case sheet
  /// A project's settings; mistakes in them are shown.
  case settings
}

/// One version of a document, as every feature sees it; later edits do not touch it.
struct DocumentSnapshot: Sendable {
  /// The document's URI, as the client gave it.
  let uri: String
  /// The client's version number, or nil where it gives none.
  let version: Int?
  /// Differs between any two states of documents or settings.
  let revision: Int
  /// The text with its findings.
  let analysis: DocumentAnalysis
  /// What columns count.
  let unit: TextUnit
  /// The settings in force for the document.
  let settings: Settings
  /// What people decided on the document.
  var overlay = DocumentOverlay()
  /// What the client can do.
  let client: ClientProfile
  /// Where the findings come from.
  let source: FindingsSource
  /// The outlets as they are known where the document lies.
  var edition = OutletEdition.shipped
  /// What the document is to us.
  var purpose = DocumentPurpose.article
  /// What is known of a sheet's article; nil for all but sheets.
  var sheet: SheetContext?
  /// The day of today, `YYYY-MM-DD`; empty where it is not known.
  var today = ""
  /// What is shown of the whole document, once somebody has asked for it.
  var shown = Remembered<AnnotationSet>()
  /// What questions about the project want of it, once somebody has asked.
  var indexed = Remembered<IndexedDocument>()
  /// The semantic tokens the client has.
  var tokens = TokenMemory()
  /// The diagnostics the client has.
  var diagnostics = DiagnosticMemory()
  /// What the text is known by, once somebody has asked for it.
  var identities = Remembered<DocumentIdentity>()

  /// What the document is known by in a store where it lies at a path.
  func identity(path: String?) -> DocumentIdentity {
    identities.value { DocumentIdentity(text, path: path) }
  }

  /// The text.
  var text: Text { analysis.text }

  /// What questions about the project want of it.
  var index: IndexedDocument {
    indexed.value {
      let names = overlay.names
      guard !names.isEmpty else { return IndexedDocument(findings(), of: analysis) }
      // Where a speaker is introduced is known by the name in the text.
      var bare = self
      bare.overlay.names = CanonicalNames()
      bare.shown = Remembered()
      return IndexedDocument(bare.findings(), of: analysis).renamed(by: names)
    }
  }

  /// Whether everything the analysis finds is shown, and nothing else.
  var showsAnalysisAlone: Bool {
    overlay.annotations.isEmpty && overlay.ignores.isEmpty && settings.minimumConfidence == 0
      && settings.kinds.count == Settings.Kind.allCases.count && source.leading != nil
  }

  /// Whether every paragraph's findings are shown as the analysis and the settings have them.
  var showsParagraphsAlone: Bool {
    purpose == .article && source.leading != nil && overlay.isEmpty && overlay.conflicts.isEmpty
  }

  /// What is shown of the whole document, cut short where nobody could see more than `limit`.
  func annotations(atLeast limit: Int) -> (set: AnnotationSet, omitted: Int) {
    let isFiltered =
      settings.minimumConfidence > 0 || settings.kinds.count < Settings.Kind.allCases.count
      || settings.severities.values.contains(.off)
    guard !isFiltered, purpose == .article, let leading = source.leading else {
      return (annotations(), 0)
    }
    let (findings, omitted) = leading(analysis, limit)
    let region =
      omitted == 0 ? nil : ByteSpan(0, findings.quotations.map(\.span.end).max() ?? 0)
    let set = AnnotationMerger.merged(findings, overlay, in: text, region: region)
    if omitted == 0 { shown.remember(set) }
    return (set, omitted)
  }

  /// What is shown of the whole document, or of the paragraphs that a span touches.
  func findings(in span: ByteSpan? = nil) -> Findings { annotations(in: span).findings }

  /// What is shown, with what people decided.
  ///
  /// The settings hold for suggestions only: what somebody decided on is always shown.
  func annotations(in span: ByteSpan? = nil) -> AnnotationSet {
    guard purpose == .article else { return AnnotationSet(findings: Findings()) }
    if let span {
      return AnnotationMerger.merged(suggestions(in: span), overlay, in: text, region: span)
    }
    return shown.value {
      AnnotationMerger.merged(suggestions(in: nil), overlay, in: text, region: nil)
    }
  }

  /// What the analysis suggests, as far as the settings let it be shown.
  func suggestions(in span: ByteSpan? = nil) -> Findings {
    allowed(source.findings(analysis, span))
  }

  /// The findings that the settings let be shown.
  func allowed(_ findings: Findings) -> Findings {
    var findings = findings
    if !settings.kinds.contains(.quotation) { findings.quotations = [] }
    if !settings.kinds.contains(.date) { findings.dates = [] }
    if !settings.kinds.contains(.outlet) { findings.outlets = [] }
    if settings.kinds.count < Settings.Kind.allCases.count {
      findings.problems.removeAll { !settings.kinds.contains($0.code.kind) }
    }
    return findings.confident(settings.minimumConfidence)
  }
}

extension Problem.Code {
  /// The kind of annotation the problem is about.
  var kind: Settings.Kind {
    switch self {
    case .unclosedMark, .noSource, .ambiguousSpeaker, .alteredQuotation: .quotation
    case .unresolvedDate: .date
    }
  }
}
