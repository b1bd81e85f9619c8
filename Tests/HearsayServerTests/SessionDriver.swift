import Foundation
import HearsayAnalysis
import HearsayModel
import HearsayProtocol
import HearsayText
import HearsayWorkspace
import Synchronization

@testable import HearsayServer

/// Plays a client in process: sends messages as JSON and returns what comes back, without threads.
final class SessionDriver {
  /// Work the session handed out, kept until the test runs it.
  private final class Desk: Sendable {
    let work = Mutex<[@Sendable () -> Void]>([])
    let disk = Mutex<[@Sendable () -> StoreEvent?]>([])
    let refined = Mutex<[InputEvent]>([])
    let shelf = Mutex<[@Sendable () -> Void]>([])
  }

  /// Made once, since reading its data takes longer than most tests.
  static let analyzer = Analyzer.embedded()

  private let outbox = Outbox()
  private let ledger = RequestLedger()
  private let desk = Desk()
  private let reader: InputReader
  let session: Session
  /// The folder that the user's store is in.
  let folder: String
  private let isOwnFolder: Bool
  /// Whether work is run as soon as it is handed out.
  var worksAtOnce = true

  /// A session that was not initialized yet.
  ///
  /// - Parameter folder: The project's folder, or nil for one of its own that ends with the driver.
  init(
    settings: any SettingsSource = FixedSettings(), findings: FindingsSource = .literal,
    folder: String? = nil
  ) {
    let own = FileManager.default.temporaryDirectory.appending(path: "hearsay-\(UUID())").path
    self.folder = folder ?? own
    isOwnFolder = folder == nil
    let finder = StoreFinder(home: self.folder, userFolder: self.folder)
    reader = InputReader(
      descriptor: -1, queue: InputQueue(), outbox: outbox, ledger: ledger, wireLog: nil,
      sawShutdown: {}, ending: {})
    let desk = desk
    session = Session(
      SessionEnvironment(
        analyzer: { SessionDriver.analyzer }, settings: settings, version: "1.2.3",
        documentation: .page("https://example.org/codes"), findings: findings, outbox: outbox,
        ledger: ledger, execute: { piece in desk.work.withLock { $0.append(piece) } },
        now: { 0 }, watchParent: { _ in },
        carefulReader: CarefulReader(
          run: { piece in desk.work.withLock { $0.append(piece) } },
          deliver: { uri, refinement in
            desk.refined.withLock { $0.append(.refined(uri: uri, refinement)) }
          }),
        gather: { piece in desk.work.withLock { $0.append(piece) } },
        decisions: DecisionStore(finder: finder),
        store: { piece in desk.disk.withLock { $0.append(piece) } },
        stamp: { DecisionStamp(author: $0, time: "2024-03-08T10:00:00Z") }))
  }

  deinit {
    if isOwnFolder { try? FileManager.default.removeItem(atPath: folder) }
  }

  /// An initialized session whose client has the given capabilities.
  convenience init(
    capabilities: String, options: String = "null", settings: any SettingsSource = FixedSettings()
  ) {
    self.init(settings: settings)
    send(
      #"{"id":1,"method":"initialize","params":{"capabilities":\#(capabilities),"#
        + #""initializationOptions":\#(options)}}"#)
    send(#"{"method":"initialized","params":{}}"#)
  }

  /// Sends messages in one batch and returns the bodies that come back.
  @discardableResult
  func send(_ messages: String...) -> [String] {
    for message in messages {
      guard let event = reader.event(for: MessageDecoder().decode(Array(message.utf8))) else {
        continue
      }
      session.apply(event)
    }
    if worksAtOnce { runWork() }
    session.settle()
    if worksAtOnce, runDisk() {
      runWork()
      session.settle()
    }
    return received()
  }

  /// What the server sent and nobody has read yet.
  func received() -> [String] {
    outbox.takeAll().map { String(decoding: $0, as: UTF8.self) }
  }

  /// Runs the work with the store that was handed out, and what follows from it.
  @discardableResult
  func runDisk() -> Bool {
    var hasRun = false
    while true {
      let pieces = desk.disk.withLock { pieces in
        defer { pieces = [] }
        return pieces
      }
      if pieces.isEmpty { return hasRun }
      hasRun = true
      for piece in pieces { if let event = piece() { session.apply(.store(event)) } }
    }
  }

  /// Lets the session index its folders, keeping what it knows in a folder.
  func indexes(into folder: String) {
    let desk = desk
    session.environment.indexing = IndexingEnvironment(
      run: { piece in desk.shelf.withLock { $0.append(piece) } }, concurrently: { $0() },
      deliver: { event in desk.refined.withLock { $0.append(.index(event)) } },
      cacheFolder: folder)
  }

  /// Runs the indexing that was handed out, and what follows from it; what comes back.
  @discardableResult
  func runIndex() -> [String] {
    let pieces = desk.shelf.withLock { pieces in
      defer { pieces = [] }
      return pieces
    }
    for piece in pieces { piece() }
    runWork()
    session.settle()
    runWork()
    return received()
  }

  /// Runs the work that was handed out.
  func runWork() {
    let work = desk.work.withLock { work in
      defer { work = [] }
      return work
    }
    for piece in work { piece() }
    let refined = desk.refined.withLock { refined in
      defer { refined = [] }
      return refined
    }
    for event in refined { session.apply(event) }
  }

  /// Opens a document and returns what comes back.
  @discardableResult
  func open(_ text: String, uri: String = "file:///a.txt", version: Int = 1) -> [String] {
    send(
      #"{"method":"textDocument/didOpen","params":{"textDocument":{"uri":"\#(uri)","#
        + #""languageId":"text","version":\#(version),"text":\#(SessionDriver.json(text))}}}"#)
  }

  /// A string as JSON.
  static func json(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

extension FindingsSource {
  /// Finds the words of one invented sentence wherever they stand, so that a test needs no
  /// analysis: quotations in curly marks, Ana Ruiz, said, Tuesday, TASS, and an open mark.
  static let literal = FindingsSource(findings: { analysis, _ in
    let text = analysis.text.string(in: ByteSpan(0, analysis.text.byteCount))
    var findings = Findings()
    let source = text.span(of: "Ana Ruiz")
    for span in text.spans(from: "“", to: "”") {
      findings.quotations.append(
        Quotation(
          span: span, type: .direct, source: source, cue: text.span(of: "said"),
          speaker: source.map { _ in Speaker(name: "Ana Ruiz", kind: .person, role: "mayor") },
          evidence: AttributionEvidence(rule: .after, resolution: .name), confidence: 0.9))
      if source == nil { findings.problems.append(Problem(.noSource, span)) }
    }
    if let span = text.span(of: "Tuesday") {
      findings.dates.append(
        TimeExpression(
          span: span, kind: .date, value: "2024-03-05", anchor: "2024-03-07", rule: "weekday"))
    }
    if let span = text.span(of: "TASS") {
      findings.outlets.append(
        OutletMention(
          span: span, outletID: "tass", name: "TASS", role: .agency, rule: "byline-slash"))
    }
    return findings
  })
}

extension String {
  /// The bytes of the first occurrence, or nil.
  func span(of words: String) -> ByteSpan? {
    let bytes = Array(utf8)
    let wanted = Array(words.utf8)
    guard bytes.count >= wanted.count else { return nil }
    for start in 0...(bytes.count - wanted.count)
    where Array(bytes[start..<(start + wanted.count)]) == wanted {
      return ByteSpan(start, start + wanted.count)
    }
    return nil
  }

  /// The bytes of every stretch between two signs, these included.
  func spans(from opening: Character, to closing: Character) -> [ByteSpan] {
    var spans: [ByteSpan] = []
    var start: Int?
    var offset = 0
    for character in self {
      let next = offset + character.utf8.count
      if character == opening { start = offset }
      if character == closing, let begun = start {
        spans.append(ByteSpan(begun, next))
        start = nil
      }
      offset = next
    }
    return spans
  }
}
