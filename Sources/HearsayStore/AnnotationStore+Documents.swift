internal import GRDB
public import HearsayModel
public import HearsayText

/// The spans of one annotation in a text it was followed to.
public struct Placement: Hashable, Sendable {
  /// SHA-256 of the text that the spans are in.
  public var textHash: String
  /// Where the annotation's words stand; nil where they were deleted.
  public var target: ByteSpan?
  /// Where the suggestion's words stand.
  public var origin: ByteSpan?
  /// Where the source stands.
  public var source: ByteSpan?
  /// Where the cue stands.
  public var cue: ByteSpan?
  /// The target it was followed from, or nil for any; where another is stored by now, it is moot.
  public var madeFrom: AnnotationTarget?

  /// Spans in a text.
  public init(
    textHash: String, target: ByteSpan?, origin: ByteSpan? = nil, source: ByteSpan? = nil,
    cue: ByteSpan? = nil
  ) {
    self.textHash = textHash
    self.target = target
    self.origin = origin
    self.source = source
    self.cue = cue
  }
}

/// What is stored about one document.
public struct DocumentContents: Sendable {
  /// What people decided, in the order in which it was first decided.
  public var annotations: [StoredAnnotation] = []
  /// Where annotations were followed to in the editor, by id, as far as that differs.
  public var placements: [AnnotationID: Placement] = [:]
  /// The names chosen for speakers of the project.
  public var names = CanonicalNames()
  /// What is ignored in this document and in the whole project.
  public var ignores: [Ignore] = []
  /// The article's date as an analyst gave it, `YYYY-MM-DD`.
  public var articleDate: String?
  /// `day-first` or `month-first`, as an analyst said.
  public var dayMonthOrder: String?
  /// Whether the document was found by its path alone: its text is not known.
  public var isByPath = false

  /// Nothing.
  public init() {}
}

/// Documents, found by their text or, where that is new, by their path.
extension AnnotationStore {
  /// What is stored about a document; only what is ignored everywhere for an unknown one.
  public func contents(of identity: DocumentIdentity) throws(StoreError) -> DocumentContents {
    try reading { db in
      var contents = DocumentContents()
      let found = try AnnotationStore.document(db, identity)
      contents.isByPath = found?.isByPath ?? false
      contents.ignores = try AnnotationStore.ignores(db, document: found?.number)
      contents.names = try AnnotationStore.names(db)
      guard let document = found?.number else { return contents }
      if let row = try Row.fetchOne(
        db, sql: "SELECT article_date, day_month_order FROM document WHERE id = ?",
        arguments: [document])
      {
        contents.articleDate = row[0]
        contents.dayMonthOrder = row[1]
      }
      try AnnotationStore.readAnnotations(db, document, into: &contents)
      return contents
    }
  }

  private static func names(_ db: Database) throws -> CanonicalNames {
    var names: [String: String] = [:]
    // A file of an earlier version that must not be written has none.
    guard try db.tableExists("speaker_name") else { return CanonicalNames() }
    for row in try Row.fetchAll(db, sql: "SELECT speaker, name FROM speaker_name") {
      names[row[0]] = row[1]
    }
    return CanonicalNames(names)
  }

  /// The names chosen for speakers of the project.
  public func speakerNames() throws(StoreError) -> CanonicalNames {
    try reading { try AnnotationStore.names($0) }
  }

  /// The row number of a document, and whether only its path is known.
  static func document(
    _ db: Database, _ identity: DocumentIdentity, byPath: Bool = true
  ) throws -> (number: Int64, isByPath: Bool)? {
    let aliases = [
      ("raw", identity.textHash), ("key", identity.key), ("path", byPath ? identity.path : nil),
    ]
    let find = try db.cachedStatement(
      sql: "SELECT document FROM alias WHERE kind = ? AND value = ?")
    for case (let kind, let value?) in aliases {
      if let number = try Int64.fetchOne(find, arguments: [kind, value]) {
        return (number, kind == "path")
      }
    }
    return nil
  }

  private static func readAnnotations(
    _ db: Database, _ document: Int64, into contents: inout DocumentContents
  ) throws {
    let columns = AnnotationRow.columns.split(separator: ", ").map { "a.\($0)" }
      .joined(separator: ", ")
    let statement = try db.cachedStatement(
      sql: """
        SELECT \(columns), p.text_hash, p.start, p.end, p.origin_start, p.origin_end, \
        p.source_start, p.source_end, p.cue_start, p.cue_end \
        FROM annotation a LEFT JOIN placement p ON p.annotation = a.number \
        WHERE a.document = ? ORDER BY a.number
        """)
    let rows = try Row.fetchCursor(statement, arguments: [document])
    while let row = try rows.next() {
      guard let annotation = AnnotationRow.annotation(row) else { continue }
      contents.annotations.append(annotation)
      guard let hash: String = row[AnnotationRow.count] else { continue }
      func span(_ index: Int) -> ByteSpan? {
        guard let start: Int = row[AnnotationRow.count + index],
          let end: Int = row[AnnotationRow.count + index + 1]
        else { return nil }
        return ByteSpan(start, end)
      }
      contents.placements[annotation.id] = Placement(
        textHash: hash, target: span(1), origin: span(3), source: span(5), cue: span(7))
    }
  }

  /// What is ignored everywhere and, where one is given, in a document.
  static func ignores(_ db: Database, document: Int64?) throws -> [Ignore] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT \(IgnoreRow.columns) FROM ignored \
        WHERE document IS NULL OR document = ? ORDER BY id
        """, arguments: [document]
    ).compactMap { IgnoreRow.ignore($0) }
  }

  /// Notes where annotations were followed to in the editor, when their document was saved.
  ///
  /// Not a decision: nothing of it is in the history. Ids that are gone are passed over.
  public func follow(
    _ placements: [AnnotationID: Placement], to identity: DocumentIdentity, text: Text
  ) throws(StoreError) {
    try writing { db in
      guard let document = try AnnotationStore.document(db, identity)?.number else { return }
      try AnnotationStore.learn(db, identity, document: document, text: text)
      for (id, placement) in placements.sorted(by: { $0.key < $1.key }) {
        let spans = [placement.target, placement.origin, placement.source, placement.cue]
        let edges = spans.flatMap { [$0?.start, $0?.end] }
        let from = placement.madeFrom
        try db.execute(
          sql: """
            INSERT OR REPLACE INTO placement \
            SELECT number, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM annotation WHERE id = ? \
            AND (?11 IS NULL OR (text_hash = ?11 AND start = ?12 AND "end" = ?13))
            """,
          arguments: StatementArguments(
            [placement.textHash] + edges
              + [id.text, from?.textHash, from?.span.start, from?.span.end]
              as [(any DatabaseValueConvertible)?]))
      }
    }
  }

  /// The document of an identity, made where it is not there; what names it is added.
  static func documentMade(
    _ db: Database, _ identity: DocumentIdentity, text: Text?, byPath: Bool
  ) throws -> Int64 {
    let document: Int64
    if let found = try self.document(db, identity, byPath: byPath) {
      document = found.number
    } else {
      try db.execute(
        sql: "INSERT INTO document (key, path) VALUES (?, ?)",
        arguments: [identity.key, identity.path])
      document = db.lastInsertedRowID
    }
    try learn(db, identity, document: document, text: text)
    return document
  }

  /// Adds what names a document, and its text where one is given.
  private static func learn(
    _ db: Database, _ identity: DocumentIdentity, document: Int64, text: Text?
  ) throws {
    let insert = try db.cachedStatement(
      sql: "INSERT OR IGNORE INTO alias (kind, value, document) VALUES (?, ?, ?)")
    try insert.execute(arguments: ["raw", identity.textHash, document])
    try insert.execute(arguments: ["key", identity.key, document])
    if let path = identity.path {
      // A path names whatever lies there last.
      try db.execute(
        sql: "INSERT OR REPLACE INTO alias (kind, value, document) VALUES ('path', ?, ?)",
        arguments: [path, document])
      try db.execute(
        sql: "UPDATE document SET path = ? WHERE id = ? AND path IS NOT ?",
        arguments: [path, document, path])
    }
    if let text { try keep(db, text, hash: identity.textHash, document: document) }
  }

  /// How many documents have annotations but no known path: only others decided on them so far.
  public func documentsWithoutPath() throws(StoreError) -> Int {
    try reading { db in
      try Int.fetchOne(
        db,
        sql: """
          SELECT count(*) FROM document WHERE path IS NULL \
          AND id IN (SELECT document FROM annotation)
          """) ?? 0
    }
  }

  /// The paths of all documents of which something is stored, in order.
  public func paths() throws(StoreError) -> [String] {
    try reading { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT path FROM document WHERE path IS NOT NULL \
          AND id IN (SELECT document FROM annotation) ORDER BY path
          """)
    }
  }
}
