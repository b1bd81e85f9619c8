internal import GRDB
public import HearsayModel
internal import HearsaySync

/// A step somebody else made that came by sync.
public struct ReceivedStep: Hashable, Sendable {
  /// What was done.
  public var verb: DecisionVerb
  /// Who did it, and when, by their clock.
  public var stamp: DecisionStamp
  /// The member whose device sent it; nil where that is not known any more.
  public var member: String?
  /// The device, 32 hexadecimal digits.
  public var device: String
  /// Path of its document, or nil.
  public var path: String?
  /// The values it set; what stood there before is not told.
  public var changes: [FieldChange]
}

/// What came by sync, for the history.
extension AnnotationStore {
  /// The steps that came by sync, in the order in which they came.
  ///
  /// - Parameter identity: the document they are about; nil for all.
  public func received(
    of identity: DocumentIdentity? = nil
  ) throws(StoreError) -> [ReceivedStep] {
    try reading { db in
      guard let lane = try SyncLog.state(db, "lane").flatMap({ Lane($0) }) else { return [] }
      var document: Int64?
      if let identity {
        guard let found = try AnnotationStore.document(db, identity) else { return [] }
        document = found.number
      }
      let source = try ReceivedSource(db, own: lane.device)
      var steps: [ReceivedStep] = []
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT o.device, o.number, o.line, s.annotation, s.id FROM operation o \
          JOIN sync_subject s ON s.id = o.subject WHERE o.is_whole = 1 ORDER BY o.rowid
          """)
      while let row = try rows.next() {
        guard let operation = SyncLog.operation(row, from: 0), operation.kind == .edit,
          let place = try source.place(of: operation, subject: row[4]),
          document == nil || document == place.document, source.isShown(operation)
        else { continue }
        steps.append(source.step(operation, annotation: row[3], path: place.path))
      }
      return steps
    }
  }
}

/// Who sent what, and which documents it is about.
private final class ReceivedSource {
  private let db: Database
  private let own: DeviceID
  private let members: [DeviceID: String]
  private let former: [DeviceID: Int]
  private var keys: [String: (document: Int64?, path: String?)?] = [:]
  private var subjects: [Int64: String] = [:]

  init(_ db: Database, own: DeviceID) throws {
    self.db = db
    self.own = own
    var members: [DeviceID: String] = [:]
    for lane in try SyncLog.positions(db).keys { members[lane.device] = lane.member }
    self.members = members
    former = try SyncLog.formerDevices(db)
  }

  /// Whether it was made elsewhere, so that it is in no history here.
  func isShown(_ operation: Operation) -> Bool {
    operation.id.device != own && operation.id.number > former[operation.id.device] ?? 0
  }

  /// The document an operation is about, none for a speaker of the project; nil where the document is
  /// not known.
  func place(
    of operation: Operation, subject: Int64
  ) throws -> (document: Int64?, path: String?)? {
    let key: String
    if case .document(let text) = SyncSubject(operation.subject) {
      key = text
    } else if case .speaker = SyncSubject(operation.subject) {
      return (nil, nil)
    } else if let field = operation.fields.last(where: { $0.name == "document" }),
      case .text(let text)? = FieldText.value(field.value)
    {
      key = text
      subjects[subject] = text
    } else {
      key = subjects[subject] ?? ""
    }
    if let known = keys[key] { return known }
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT d.id, d.path FROM alias a JOIN document d ON d.id = a.document \
        WHERE a.kind = 'key' AND a.value = ?
        """, arguments: [key])
    let found = row.map { (document: $0[0] as Int64?, path: $0[1] as String?) }
    keys[key] = .some(found)
    return found
  }

  func step(_ operation: Operation, annotation: String?, path: String?) -> ReceivedStep {
    let subject = SyncSubject(operation.subject).changeSubject(
      annotation: annotation.flatMap { AnnotationID($0) })
    let changes = operation.fields.compactMap { field -> FieldChange? in
      guard let name = Field(rawValue: field.name) else { return nil }
      return FieldChange(subject, name, from: nil, to: FieldText.value(field.value))
    }
    return ReceivedStep(
      verb: ReceivedSource.verb(of: operation),
      stamp: DecisionStamp(author: operation.author, time: operation.time),
      member: members[operation.id.device], device: operation.id.device.description, path: path,
      changes: changes)
  }
}

extension ReceivedSource {
  /// What the history would call an operation, by what it sets.
  private static func verb(of operation: Operation) -> DecisionVerb {
    if operation.deletion == true { return .delete }
    let names = Set(operation.fields.compactMap { Field(rawValue: $0.name) })
    let status = status(operation)
    if names.contains(.kind) { return beginningVerb(status) }
    let verbs: [(field: Field, verb: DecisionVerb)] = [
      (.speaker, .setSpeaker), (.quotationType, .setType), (.dateValue, .setValue),
      (.outletName, .setOutlet), (.outletRole, .setOutlet), (.outletID, .setOutlet),
      (.target, .setBoundaries), (.note, .setNote), (.articleDate, .setArticleDate),
      (.dayMonthOrder, .setDayMonthOrder), (.name, .rename),
    ]
    if let known = verbs.first(where: { names.contains($0.field) }) { return known.verb }
    return status == .rejected ? .reject : status == nil ? .place : .accept
  }

  /// What the first step on an annotation was.
  private static func beginningVerb(_ status: ReviewStatus?) -> DecisionVerb {
    switch status {
    case .accepted: .accept
    case .rejected: .reject
    default: .add
    }
  }

  private static func status(_ operation: Operation) -> ReviewStatus? {
    guard let field = operation.fields.last(where: { $0.name == Field.status.rawValue }),
      case .text(let text)? = FieldText.value(field.value)
    else { return nil }
    return ReviewStatus(rawValue: text)
  }
}
