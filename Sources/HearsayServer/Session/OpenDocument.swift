internal import HearsayAnalysis
internal import HearsayProtocol
internal import HearsayText
internal import HearsayWorkspace

/// A document the client has open.
struct OpenDocument {
  /// The document's URI, as the client gave it.
  let uri: String
  /// The client's version number, or nil where it gives none.
  var version: Int?
  /// Differs between any two states of documents or settings.
  var revision: Int
  /// The text with its findings.
  private(set) var analysis: DocumentAnalysis
  /// The settings in force for the document.
  private(set) var settings: Settings
  /// The outlets as they are known where the document lies.
  private(set) var edition: OutletEdition
  /// What the user chose for the document.
  private(set) var choices: DocumentChoices
  /// Whether the client was told that not everything is pushed.
  var saidLimited = false

  /// A longer text, in bytes, is read in one pass, so that it opens within a few seconds.
  static let fullEffortLimit = 400_000

  /// Analyses a document that was opened.
  init(
    _ item: DidOpenTextDocumentParams.TextDocumentItem, revision: Int, settings: Settings,
    edition: OutletEdition, choices: DocumentChoices, analyzer: Analyzer
  ) {
    self.edition = edition
    uri = item.uri
    version = item.version
    self.revision = revision
    self.settings = settings
    self.choices = choices
    analysis = DocumentAnalysis(
      Text(item.text), options: OpenDocument.options(uri: item.uri, settings, choices),
      analyzer: OpenDocument.fitting(edition.analyzer(analyzer), size: item.text.utf8.count))
  }

  /// The analyzer with the effort that a text of `size` bytes allows.
  private static func fitting(_ analyzer: Analyzer, size: Int) -> Analyzer {
    size > fullEffortLimit ? analyzer.replacing(effort: .fast) : analyzer
  }

  /// Brings other outlets into force and analyses anew where detection has changed.
  mutating func apply(_ edition: OutletEdition, analyzer: Analyzer) {
    let isSame = self.edition.registry == nil && edition.registry == nil
    self.edition = edition
    guard !isSame else { return }
    analysis = DocumentAnalysis(
      analysis.text, options: analysis.options,
      analyzer: OpenDocument.fitting(edition.analyzer(analyzer), size: analysis.text.byteCount))
  }

  /// Brings other settings into force.
  mutating func apply(_ settings: Settings) {
    self.settings = settings
    bringOptionsIntoForce()
  }

  /// Brings other choices into force.
  mutating func apply(_ choices: DocumentChoices) {
    self.choices = choices
    bringOptionsIntoForce()
  }

  private mutating func bringOptionsIntoForce() {
    let options = OpenDocument.options(uri: uri, settings, choices)
    if options != analysis.options { analysis.setOptions(options) }
  }

  /// Applies changes one after the other; what stands before a replacement of everything is moot.
  mutating func apply(
    _ changes: [DidChangeTextDocumentParams.ContentChange], unit: TextUnit
  ) {
    let first = changes.lastIndex { $0.range == nil } ?? 0
    for change in changes[first...] {
      if let range = change.range {
        replace(range, with: change.text, unit: unit)
      } else {
        analysis.replaceAll(with: Text(change.text))
      }
    }
  }

  private mutating func replace(_ range: LSPRange, with text: String, unit: TextUnit) {
    let start = byte(of: range.start, unit: unit)
    let end = byte(of: range.end, unit: unit)
    do {
      try analysis.replace(ByteSpan(start, end), with: Array(text.utf8))
    } catch {
      // Both edges come from the text and the replacement from a string, so nothing throws; were
      // that wrong, the text would stay as it is, and the next whole replacement would mend it.
      return
    }
  }

  private func byte(of position: Position, unit: TextUnit) -> Int {
    analysis.text.byte(
      of: LinePosition(line: position.line, column: position.character), in: unit)
  }

  private static func options(
    uri: String, _ settings: Settings, _ choices: DocumentChoices
  ) -> AnalysisOptions {
    AnalysisOptions(
      date: choices.date ?? settings.date,
      dayMonthOrder: choices.dayMonthOrder ?? settings.dayMonthOrder,
      fileName: DocumentURI.fileName(of: uri))
  }
}
