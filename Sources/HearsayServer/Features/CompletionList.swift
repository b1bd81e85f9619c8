internal import HearsayInterchange
internal import HearsayModel
internal import HearsayProtocol
internal import HearsayText
internal import HearsayWorkspace

/// What can be written at a place of a sheet or of settings; nothing in articles.
struct CompletionList {
  /// What can be written, the likeliest first.
  private(set) var items: [CompletionItem] = []

  /// What can be written at a position.
  init(_ snapshot: DocumentSnapshot, at position: Position) {
    let byte = snapshot.byte(of: position)
    let line = CompletionLine(snapshot, byte)
    switch snapshot.purpose {
    case .sheet: items = SheetCompletions(snapshot, line)?.items ?? []
    case .settings: items = SettingsCompletions(snapshot.text, line).items
    case .article, .overlay, .entry: break
    }
  }
}

/// The line that something is written in.
struct CompletionLine {
  /// The byte of the cursor.
  let cursor: Int
  /// The byte at which the line begins.
  let start: Int
  /// What stands before the cursor.
  let before: String
  /// The whole line.
  let all: String
  private let text: Text
  private let unit: TextUnit

  /// The line that holds a byte.
  init(_ snapshot: DocumentSnapshot, _ byte: Int) {
    text = snapshot.text
    unit = snapshot.unit
    cursor = byte
    let line = text.line(ofByte: byte)
    start = text.lineStart(line)
    before = text.string(in: ByteSpan(start, byte))
    all = text.string(in: ByteSpan(start, text.lineEnd(line)))
  }

  /// The range from a byte offset in the line to another, or to the line's end.
  func range(from first: Int, to last: Int? = nil) -> LSPRange {
    var places = PositionCursor(text, unit: unit)
    return places.range(of: ByteSpan(start + first, start + (last ?? all.utf8.count)))
  }
}
