internal import HearsayAnalysis
internal import HearsayModel
internal import HearsayProtocol
internal import HearsayStore
internal import HearsayText
internal import HearsayWorkspace

/// A document the client has open.
struct OpenDocument {
  /// The document's URI, as the client gave it.
  let uri: String
  /// The client's version number, or nil where it gives none.
  var version: Int?
  /// Differs between any two states of documents or settings.
  var revision: Int {
    didSet { (shown, indexed) = (Remembered(), Remembered()) }
  }
  /// What is shown of the document at its revision, once somebody has asked for it.
  private(set) var shown = Remembered<AnnotationSet>()
  /// What questions about the project want of it at its revision, once somebody has asked.
  private(set) var indexed = Remembered<IndexedDocument>()
  /// The semantic tokens the client has.
  let tokens = TokenMemory()
  /// The diagnostics the client has.
  let diagnostics = DiagnosticMemory()
  /// What its text is known by, once somebody has asked for it.
  private(set) var identities = Remembered<DocumentIdentity>()
  /// The text with its findings.
  private(set) var analysis: DocumentAnalysis
  /// The settings in force for the document.
  private(set) var settings: Settings
  /// The outlets as they are known where the document lies.
  private(set) var edition: OutletEdition
  /// Where its decisions are stored.
  private(set) var location: StoreLocation
  /// What people decided on it.
  private(set) var overlay = DocumentOverlay() {
    didSet { (shown, indexed) = (Remembered(), Remembered()) }
  }
  /// Whether nothing is shown yet because the decisions are still being read.
  private(set) var isAwaitingStore: Bool
  /// Edits since the first piece of work that is not back from the store, in order.
  private var edits: [TextEdit] = []
  /// How many pieces of work are not back yet.
  private var outstanding: Int
  /// Differs between any two openings of documents; another store is another opening.
  private var opening: Int
  /// Whether the client was told that not everything is pushed.
  var saidLimited = false

  /// A longer text, in bytes, is shown as rules alone read it until it was read with all care.
  static let hurryLimit = 16_000

  /// Analyses a document that was opened.
  ///
  /// - Parameters:
  ///   - version: The client's version number, or nil where it gives none.
  ///   - isAwaitingStore: Whether its decisions are being read, with a first ``Mark``.
  init(
    uri: String, version: Int?, _ text: Text, revision: Int, settings: Settings,
    edition: OutletEdition, location: StoreLocation, analyzer: Analyzer, isAwaitingStore: Bool
  ) {
    self.isAwaitingStore = isAwaitingStore
    outstanding = isAwaitingStore ? 1 : 0
    self.edition = edition
    self.location = location
    self.uri = uri
    self.version = version
    self.revision = revision
    opening = revision
    self.settings = settings
    analysis = DocumentAnalysis(
      text, options: OpenDocument.options(uri: uri, settings, overlay),
      analyzer: edition.analyzer(analyzer), isRough: text.byteCount > OpenDocument.hurryLimit)
  }

  /// Takes over better readings of what was read in a hurry.
  mutating func apply(_ refinement: Refinement) { analysis.apply(refinement) }

  /// Brings other outlets into force and analyses anew where detection has changed.
  mutating func apply(_ edition: OutletEdition, analyzer: Analyzer) {
    let isSame = self.edition.registry == nil && edition.registry == nil
    self.edition = edition
    guard !isSame else { return }
    analysis = DocumentAnalysis(
      analysis.text, options: analysis.options, analyzer: edition.analyzer(analyzer),
      isRough: analysis.text.byteCount > OpenDocument.hurryLimit)
  }

  /// Brings other settings into force.
  mutating func apply(_ settings: Settings) {
    self.settings = settings
    bringOptionsIntoForce()
  }

  // MARK: - Decisions

  /// A moment in the edits of a document, to which work with the store belongs.
  struct Mark: Hashable {
    /// Which opening of the document it was; work for an earlier one is moot.
    fileprivate let opening: Int
    /// How many edits there were.
    fileprivate let edits: Int

    /// Before the first edit of an opening, named by its first revision.
    init(opening: Int, edits: Int = 0) {
      self.opening = opening
      self.edits = edits
    }
  }

  /// Notes that work on the text as it is now has begun.
  mutating func beginWork() -> Mark {
    outstanding += 1
    return Mark(opening: opening, edits: edits.count)
  }

  /// The edits since a mark, when work has come back; nil where the work is moot.
  private mutating func endWork(_ mark: Mark) -> [TextEdit]? {
    guard mark.opening == opening else { return nil }
    let since = Array(edits[min(mark.edits, edits.count)...])
    outstanding -= 1
    if outstanding == 0 { edits = [] }
    return since
  }

  /// Takes over decisions that were read for a text of some edits ago.
  mutating func take(_ read: DocumentOverlay, _ mark: Mark) {
    guard let since = endWork(mark) else { return }
    isAwaitingStore = false
    var fresh = read
    for edit in since { fresh.move(with: edit) }
    fresh.keepPlaces(of: overlay)
    overlay = fresh
    bringOptionsIntoForce()
  }

  /// Takes over what a decision left behind that was made some edits ago.
  mutating func take(_ outcome: CommitOutcome, _ mark: Mark) {
    guard let since = endWork(mark) else { return }
    overlay.take(outcome.annotations, edits: since)
  }

  /// Goes over to another store; what was decided in the one before, and work for it, is moot.
  ///
  /// - Parameters:
  ///   - opening: Another number than any opening of a document had.
  ///   - isAwaitingStore: Whether the decisions there are to be read.
  mutating func move(to location: StoreLocation, opening: Int, isAwaitingStore: Bool) {
    self.location = location
    self.opening = opening
    self.isAwaitingStore = isAwaitingStore
    (edits, outstanding) = ([], 0)
    identities = Remembered()
    overlay = DocumentOverlay()
    bringOptionsIntoForce()
  }

  /// Forgets work that has failed.
  mutating func abandon(_ mark: Mark) {
    guard endWork(mark) != nil else { return }
    isAwaitingStore = false
  }

  private mutating func bringOptionsIntoForce() {
    let options = OpenDocument.options(uri: uri, settings, overlay)
    if options != analysis.options { analysis.setOptions(options) }
  }

  /// Applies changes one after the other; what stands before a replacement of everything is moot.
  ///
  /// Long insertions are read in a hurry.
  mutating func apply(
    _ changes: [DidChangeTextDocumentParams.ContentChange], unit: TextUnit
  ) {
    let first = changes.lastIndex { $0.range == nil } ?? 0
    for change in changes[first...] {
      if let range = change.range {
        replace(range, with: change.text, unit: unit)
      } else {
        replaceAll(with: Array(change.text.utf8))
      }
    }
  }

  private mutating func replace(_ range: LSPRange, with text: String, unit: TextUnit) {
    let start = byte(of: range.start, unit: unit)
    let end = byte(of: range.end, unit: unit)
    replace(ByteSpan(start, end), with: Array(text.utf8))
  }

  /// Makes other bytes the text; what both have in common at the ends stays where it is.
  private mutating func replaceAll(with new: [UInt8]) {
    let old = analysis.text.allBytes
    let common = CommonEnds(old, new)
    replace(
      ByteSpan(common.head, old.count - common.tail),
      with: Array(new[common.head..<(new.count - common.tail)]))
  }

  private mutating func replace(_ span: ByteSpan, with bytes: [UInt8]) {
    let before = overlay.isEmpty ? nil : analysis.text
    do {
      try analysis.replace(span, with: bytes, isRough: bytes.count > OpenDocument.hurryLimit)
    } catch {
      // Both edges come from the text and the replacement from a string, so nothing throws; were
      // that wrong, the text would stay as it is, and the next whole replacement would mend it.
      return
    }
    identities = Remembered()
    let edit = TextEdit(span, count: bytes.count)
    if outstanding > 0 { edits.append(edit) }
    if let before { overlay.apply(edit, before: before, after: analysis.text) }
  }

  private func byte(of position: Position, unit: TextUnit) -> Int {
    analysis.text.byte(
      of: LinePosition(line: position.line, column: position.character), in: unit)
  }

  private static func options(
    uri: String, _ settings: Settings, _ overlay: DocumentOverlay
  ) -> AnalysisOptions {
    AnalysisOptions(
      date: overlay.articleDate ?? settings.date,
      dayMonthOrder: overlay.dayMonthOrder.flatMap { DayMonthOrder(rawValue: $0) }
        ?? settings.dayMonthOrder,
      fileName: DocumentURI.fileName(of: uri))
  }
}
