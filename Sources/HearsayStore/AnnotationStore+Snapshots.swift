internal import Foundation
internal import GRDB
public import HearsayText

/// The texts that annotations were made on.
///
/// A text that differs little from an earlier one of the same document is kept as what it has in
/// the middle, between a beginning and an end of that one.
extension AnnotationStore {
  /// So many steps lead at most from a text to one that is kept whole.
  private static let deepest = 32

  /// The text with a hash, or nil where it is not kept or damaged.
  public func text(_ hash: String) throws(StoreError) -> Text? {
    let bytes = try reading { try AnnotationStore.bytes($0, hash: hash) }
    guard let bytes else { return nil }
    return try? Text(validating: bytes)
  }

  private static func bytes(_ db: Database, hash: String) throws -> [UInt8]? {
    let number = try Int64.fetchOne(
      db, sql: "SELECT id FROM snapshot WHERE hash = ?", arguments: [hash])
    guard let number, let bytes = try bytes(db, number) else { return nil }
    return DocumentIdentity.hash(bytes) == hash ? bytes : nil
  }

  private static func bytes(
    _ db: Database, _ number: Int64, depth: Int = 0
  ) throws -> [UInt8]? {
    guard depth <= deepest else { return nil }
    let find = try db.cachedStatement(
      sql: "SELECT base, head, tail, middle, deflated FROM snapshot WHERE id = ?")
    guard let row = try Row.fetchOne(find, arguments: [number]) else { return nil }
    let stream: [UInt8] = try row.withUnsafeData(atIndex: 4) { $0.map { [UInt8]($0) } ?? [] }
    guard let middle = Deflate.inflated(stream, count: row[3]) else { return nil }
    guard let base: Int64 = row[0] else { return middle }
    let (head, tail): (Int, Int) = (row[1], row[2])
    guard let whole = try bytes(db, base, depth: depth + 1), head >= 0, tail >= 0,
      head <= whole.count, tail <= whole.count - head
    else { return nil }
    return Array(whole.prefix(head)) + middle + Array(whole.suffix(tail))
  }

  /// Keeps a text, unless it is kept already.
  static func keep(_ db: Database, _ text: Text, hash: String, document: Int64) throws {
    let known = try Int.fetchOne(
      db, sql: "SELECT 1 FROM snapshot WHERE hash = ?", arguments: [hash])
    guard known == nil else { return }
    let bytes = text.allBytes
    let last = try Row.fetchOne(
      db,
      sql: "SELECT id, depth FROM snapshot WHERE document = ? ORDER BY id DESC LIMIT 1",
      arguments: [document])
    var base: Int64?
    var (depth, head, tail) = (0, 0, 0)
    if let last, last[1] < deepest, let before = try self.bytes(db, last[0]) {
      let common = CommonEnds(before, bytes)
      if bytes.count - common.head - common.tail < bytes.count / 2 {
        base = last[0]
        depth = (last[1] as Int) + 1
        (head, tail) = (common.head, common.tail)
      }
    }
    let middle = Array(bytes[head..<(bytes.count - tail)])
    try db.execute(
      sql: """
        INSERT INTO snapshot (hash, document, size, base, depth, head, tail, middle, deflated) \
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        hash, document, bytes.count, base, depth, head, tail, middle.count,
        Deflate.deflated(middle).databaseValue,
      ])
  }
}

extension [UInt8] {
  /// The bytes as SQLite keeps them.
  fileprivate var databaseValue: DatabaseValue {
    withUnsafeBytes { Data($0) }.databaseValue
  }
}
