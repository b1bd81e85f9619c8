internal import HearsayInterchange
internal import HearsayProtocol
internal import HearsayText
internal import HearsayWorkspace

/// What stands at the places of a sheet, and where it leads.
struct SheetPlaces {
  /// The sheet.
  let snapshot: DocumentSnapshot
  /// Its article, as the editor or the disk has it.
  let article: DocumentSnapshot
  /// The sheet as it was read.
  let sheet: AnnotationSheet
  /// The annotations as they are.
  let annotations: ArticleSheet
  private let base: AnnotationSheet?

  /// The places of a snapshot; nil for what is no sheet and where its article cannot be read.
  init?(_ snapshot: DocumentSnapshot) {
    guard snapshot.purpose == .sheet, let context = snapshot.sheet, let article = context.article,
      let sheetArticle = SheetPlaces.article(of: context)
    else { return nil }
    self.snapshot = snapshot
    self.article = article
    sheet = SheetReader(snapshot.text).sheet
    annotations = sheetArticle.sheet
    base = context.base
  }

  /// The article of a sheet for a review, or nil where it cannot be read.
  static func article(of context: SheetContext) -> SheetArticle? {
    guard let article = context.article else { return nil }
    // Looked at only; nothing is stored from here.
    return article.sheetArticle(at: StoreLocation(database: "/", root: nil))
  }

  /// The block that holds a byte.
  func block(at byte: Int) -> SheetBlock? {
    sheet.blocks.last { $0.layout.header.start <= byte }
  }

  /// The annotation that the block at a byte is about.
  func entry(at byte: Int) -> ArticleSheet.Entry? {
    guard let block = block(at: byte), byte <= block.layout.whole.end else { return nil }
    let origin = base?.blocks.first { $0.key == block.key } ?? block
    return annotations.entry(for: origin)
  }

  /// The evidence card of the annotation whose block holds a position.
  func hover(at position: Position) -> Hover? {
    let byte = snapshot.byte(of: position)
    guard let block = block(at: byte), let span = entry(at: byte)?.span else { return nil }
    var places = PositionCursor(article.text, unit: article.unit)
    guard
      let card = HoverFinder(snapshot: article).hover(
        at: places.position(ofByte: span.start))
    else { return nil }
    var cursor = PositionCursor(snapshot.text, unit: snapshot.unit)
    return Hover(kind: card.kind, value: card.value, range: cursor.range(of: block.layout.whole))
  }

  /// The passage of the block that holds a byte.
  func definition(at byte: Int) -> Location? {
    guard let span = entry(at: byte)?.span else { return nil }
    var cursor = PositionCursor(article.text, unit: article.unit)
    return Location(uri: article.uri, range: cursor.range(of: span))
  }
}
