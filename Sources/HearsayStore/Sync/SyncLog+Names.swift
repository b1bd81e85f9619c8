internal import GRDB
internal import HearsayModel
internal import HearsaySync

/// The further names of documents: a text that was edited, or decided to be the same, has another key.
///
/// They are told so that who has the later text only finds what was decided on the earlier one. Names
/// are digests of texts; paths stay here.
extension SyncLog {
  /// What stands before a key among an alias operation's names.
  private static let prefix = "key:"

  /// Tells the names of a document that were not told yet.
  mutating func tellNames(of key: String, _ stamp: DecisionStamp) throws {
    let values = try String.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT a.value FROM document d JOIN alias a ON a.document = d.id \
          WHERE d.key = ? AND a.kind = 'key' AND a.value <> d.key ORDER BY a.value
          """), arguments: [key])
    guard !values.isEmpty else { return }
    let (subject, _) = try subjectNumber(key)
    let told = Set(try operations(on: subject).flatMap(\.aliases))
    let names = values.map { SyncLog.prefix + $0 }.filter { !told.contains($0) }
    guard !names.isEmpty else { return }
    var parts = OperationParts(.alias, key)
    parts.aliases = names
    parts.author = stamp.author
    parts.time = stamp.time
    try append(parts, to: subject)
  }

  /// Takes in the names others have told; one that names another document here stays with it.
  mutating func learnNames(from operations: [Operation]) throws {
    for operation in operations where operation.kind == .alias {
      let document = try documentNumber(operation.subject)
      for name in operation.aliases where name.hasPrefix(SyncLog.prefix) {
        try db.execute(
          sql: "INSERT OR IGNORE INTO alias (kind, value, document) VALUES ('key', ?, ?)",
          arguments: [String(name.dropFirst(SyncLog.prefix.count)), document])
      }
    }
  }
}
