internal import FoundationEssentials
internal import GRDB

/// What tells the decisions on documents apart from earlier ones, whoever made them.
public struct DecisionVersions: Sendable {
  private var paths: [String: UInt64] = [:]
  private var everywhere: UInt64 = 0

  /// No decisions.
  public init() {}

  /// A number that is another one when anything decided on the document at a path, or ignored
  /// everywhere, is another; 0 where there is nothing.
  ///
  /// What came from others about a text that nobody here has decided on has no path: it may be about
  /// any.
  public func version(ofPath path: String) -> Int {
    Int(truncatingIfNeeded: (paths[path] ?? 0) ^ everywhere) & Int.max
  }

  /// Takes a row's values in; `path` is nil for what may hold everywhere.
  fileprivate mutating func add(_ row: Row, path: String?) {
    var hash = path.flatMap { paths[$0] } ?? (path == nil ? everywhere : 0)
    if hash == 0 { hash = 0xCBF2_9CE4_8422_2325 }
    for value in row.databaseValues { DecisionVersions.add(value, to: &hash) }
    if let path { paths[path] = hash } else { everywhere = hash }
  }

  /// FNV-1a over a value's bytes, with one behind them that no text has.
  private static func add(_ value: DatabaseValue, to hash: inout UInt64) {
    func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    func add(_ number: UInt64) {
      for shift in stride(from: UInt64(0), to: 64, by: 8) {
        add(UInt8(truncatingIfNeeded: number >> shift))
      }
    }
    switch value.storage {
    case .null: add(UInt8(0))
    case .int64(let number): add(UInt64(bitPattern: number))
    case .double(let number): add(number.bitPattern)
    case .string(let text): for byte in text.utf8 { add(byte) }
    case .blob(let data): for byte in data { add(byte) }
    }
    add(UInt8(0xFF))
  }
}

extension AnnotationStore {
  /// The versions of everything that is decided now.
  public func decisionVersions() throws(StoreError) -> DecisionVersions {
    try reading { db in
      var versions = DecisionVersions()
      let queries = [
        """
        SELECT d.path, a.id, a.status, a.text_hash, a.start, a.end, a.kind, a.quotation_type, \
        a.speaker_name, a.date_value, a.outlet_id, a.outlet_name, a.outlet_role, a.note, \
        a.decision_author, a.decision_time FROM annotation a JOIN document d ON d.id = a.document \
        ORDER BY a.number
        """,
        """
        SELECT d.path, i.id, i.code FROM ignored i LEFT JOIN document d ON d.id = i.document \
        ORDER BY i.id
        """,
        """
        SELECT path, article_date, day_month_order FROM document \
        WHERE article_date IS NOT NULL OR day_month_order IS NOT NULL ORDER BY id
        """,
      ]
      for query in queries {
        let rows = try Row.fetchCursor(db, sql: query)
        while let row = try rows.next() { versions.add(row, path: row[0]) }
      }
      return versions
    }
  }
}
