internal import GRDB

/// The tables, and how files of earlier versions come to have them.
///
/// A migration that was released is never changed: a further one is added behind it, and a file
/// written by the version before goes among the fixtures of the tests.
enum StoreSchema {
  /// Marks the file as ours (`PRAGMA application_id`): “Hear” in ASCII.
  static let applicationID = 0x4865_6172
  /// The version that this program writes (`PRAGMA user_version`).
  static var version: Int { migrations.count }

  /// The steps from an empty file on, one for each version.
  private static let migrations: [String] = [version1, version2, version3]

  /// Whether the file is one that this program may write: ours and not newer, or empty.
  ///
  /// - Throws: ``StoreError``.
  static func check(_ db: Database, path: String) throws {
    var (application, version, tables) = (0, 0, 0)
    // In one transaction: another process may just be making the tables.
    try db.inTransaction(.deferred) {
      application = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
      version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
      tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
      return .commit
    }
    if application == 0, version == 0 {
      if tables > 0 { throw StoreError.foreign(path: path) }
    } else if application != applicationID {
      throw StoreError.foreign(path: path)
    } else if version > self.version {
      throw StoreError.newer(version: version, path: path)
    }
  }

  /// Brings the file to the current version; does nothing where it has it, or a later one.
  static func migrate(_ db: Database) throws {
    guard try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0 < version else { return }
    try db.inTransaction(.immediate) {
      // Read again: another process may have been faster, also one of a later version.
      let found = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
      guard found < version else { return .commit }
      for step in migrations.dropFirst(found) { try db.execute(sql: step) }
      try db.execute(sql: "PRAGMA application_id = \(applicationID)")
      try db.execute(sql: "PRAGMA user_version = \(version)")
      return .commit
    }
  }

  /// The first version.
  ///
  /// `entry`, `change` are the history: rows are added and never touched. All other tables can be
  /// made anew from it, but for `snapshot`. Offsets count UTF-8 bytes of the text with the hash
  /// beside them.
  private static let version1 = """
    CREATE TABLE document (
      id INTEGER PRIMARY KEY,
      key TEXT NOT NULL UNIQUE,
      path TEXT,
      article_date TEXT,
      day_month_order TEXT
    ) STRICT;
    CREATE TABLE alias (
      kind TEXT NOT NULL,
      value TEXT NOT NULL,
      document INTEGER NOT NULL REFERENCES document(id),
      PRIMARY KEY (kind, value)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX alias_document ON alias(document);
    CREATE TABLE snapshot (
      hash TEXT NOT NULL UNIQUE,
      id INTEGER PRIMARY KEY,
      document INTEGER NOT NULL REFERENCES document(id),
      size INTEGER NOT NULL,
      base INTEGER REFERENCES snapshot(id),
      depth INTEGER NOT NULL,
      head INTEGER NOT NULL,
      tail INTEGER NOT NULL,
      middle INTEGER NOT NULL,
      deflated BLOB NOT NULL
    ) STRICT;
    CREATE INDEX snapshot_document ON snapshot(document);
    CREATE TABLE annotation (
      number INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      document INTEGER NOT NULL REFERENCES document(id),
      kind TEXT NOT NULL,
      status TEXT NOT NULL,
      text_hash TEXT NOT NULL,
      start INTEGER NOT NULL,
      end INTEGER NOT NULL,
      exact TEXT NOT NULL,
      prefix TEXT NOT NULL,
      suffix TEXT NOT NULL,
      origin_start INTEGER, origin_end INTEGER, origin_exact TEXT,
      quotation_type TEXT,
      speaker_name TEXT, speaker_kind TEXT, speaker_role TEXT,
      source_start INTEGER, source_end INTEGER, source_exact TEXT,
      cue_start INTEGER, cue_end INTEGER, cue_exact TEXT,
      date_type TEXT, date_value TEXT, date_anchor TEXT,
      outlet_id TEXT, outlet_name TEXT, outlet_role TEXT,
      note TEXT,
      confidence REAL,
      creation_author TEXT NOT NULL, creation_time TEXT NOT NULL,
      decision_author TEXT NOT NULL, decision_time TEXT NOT NULL
    ) STRICT;
    CREATE INDEX annotation_document ON annotation(document);
    CREATE UNIQUE INDEX annotation_origin
      ON annotation(document, kind, text_hash, origin_start, origin_end)
      WHERE origin_start IS NOT NULL;
    CREATE TABLE placement (
      annotation INTEGER PRIMARY KEY REFERENCES annotation(number) ON DELETE CASCADE,
      text_hash TEXT NOT NULL,
      start INTEGER, end INTEGER,
      origin_start INTEGER, origin_end INTEGER,
      source_start INTEGER, source_end INTEGER,
      cue_start INTEGER, cue_end INTEGER
    ) STRICT;
    CREATE TABLE ignored (
      number INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      document INTEGER REFERENCES document(id),
      scope TEXT NOT NULL,
      code TEXT,
      words TEXT,
      text_hash TEXT,
      start INTEGER, end INTEGER, exact TEXT, prefix TEXT, suffix TEXT,
      decision_author TEXT NOT NULL, decision_time TEXT NOT NULL
    ) STRICT;
    CREATE INDEX ignored_document ON ignored(document);
    CREATE TABLE entry (
      sequence INTEGER PRIMARY KEY AUTOINCREMENT,
      id TEXT NOT NULL UNIQUE,
      document INTEGER REFERENCES document(id),
      verb TEXT NOT NULL,
      author TEXT NOT NULL,
      time TEXT NOT NULL,
      refers INTEGER REFERENCES entry(sequence)
    ) STRICT;
    CREATE INDEX entry_document ON entry(document);
    CREATE TABLE change (
      entry INTEGER NOT NULL REFERENCES entry(sequence),
      position INTEGER NOT NULL,
      subject TEXT NOT NULL,
      subject_id TEXT NOT NULL,
      field TEXT NOT NULL,
      before TEXT,
      after TEXT,
      PRIMARY KEY (entry, position)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX change_subject ON change(subject_id);
    CREATE TRIGGER entry_stays BEFORE UPDATE ON entry
      BEGIN SELECT raise(ABORT, 'history is append-only'); END;
    CREATE TRIGGER entry_remains BEFORE DELETE ON entry
      BEGIN SELECT raise(ABORT, 'history is append-only'); END;
    CREATE TRIGGER change_stays BEFORE UPDATE ON change
      BEGIN SELECT raise(ABORT, 'history is append-only'); END;
    CREATE TRIGGER change_remains BEFORE DELETE ON change
      BEGIN SELECT raise(ABORT, 'history is append-only'); END;
    CREATE TABLE step (
      entry INTEGER PRIMARY KEY REFERENCES entry(sequence),
      document INTEGER REFERENCES document(id),
      state TEXT NOT NULL CHECK (state IN ('done', 'undone')),
      moved INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX step_state ON step(state, document, moved);
    CREATE VIRTUAL TABLE words USING fts5(
      exact, note, content='annotation', content_rowid='number',
      tokenize='unicode61 remove_diacritics 2'
    );
    CREATE TRIGGER words_insert AFTER INSERT ON annotation BEGIN
      INSERT INTO words(rowid, exact, note) VALUES (new.number, new.exact, new.note);
    END;
    CREATE TRIGGER words_delete AFTER DELETE ON annotation BEGIN
      INSERT INTO words(words, rowid, exact, note)
        VALUES ('delete', old.number, old.exact, old.note);
    END;
    CREATE TRIGGER words_update AFTER UPDATE OF exact, note ON annotation BEGIN
      INSERT INTO words(words, rowid, exact, note)
        VALUES ('delete', old.number, old.exact, old.note);
      INSERT INTO words(rowid, exact, note) VALUES (new.number, new.exact, new.note);
    END;
    """

  /// The second version: what a sync needs.
  ///
  /// `operation` is every device's log, line by line; all else here can be made anew from it, but for
  /// `sync_state`, `lane` and `own_segment`, which say how far it has come, and `withheld`.
  private static let version2 = """
    CREATE TABLE sync_state (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE sync_subject (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE,
      annotation TEXT UNIQUE
    ) STRICT;
    CREATE TABLE operation (
      device TEXT NOT NULL,
      number INTEGER NOT NULL,
      subject INTEGER NOT NULL REFERENCES sync_subject(id),
      is_whole INTEGER NOT NULL,
      line BLOB NOT NULL,
      PRIMARY KEY (device, number)
    ) STRICT;
    CREATE INDEX operation_subject ON operation(subject);
    CREATE TABLE lane (
      lane TEXT PRIMARY KEY,
      operation INTEGER NOT NULL,
      digest TEXT NOT NULL,
      segment INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE own_segment (number INTEGER PRIMARY KEY, last INTEGER NOT NULL) STRICT;
    CREATE TABLE sync_conflict (
      subject INTEGER NOT NULL REFERENCES sync_subject(id),
      matter TEXT NOT NULL,
      PRIMARY KEY (subject, matter)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE withheld (annotation TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
    """

  /// The third version: names that people have chosen for speakers.
  private static let version3 = """
    CREATE TABLE speaker_name (speaker TEXT PRIMARY KEY, name TEXT NOT NULL) STRICT, WITHOUT ROWID;
    """
}
