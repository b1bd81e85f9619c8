internal import HearsayInterchange
internal import HearsayText
internal import HearsayWorkspace
internal import Synchronization

/// What the session knows of an open annotation sheet.
struct OpenSheet {
  /// Address of its article, as the sheet names it; empty where it names none.
  var article = ""
  /// What the editor's text counts as written from.
  var base = SheetBase()
  /// A text that was written elsewhere, for when the editor takes it over.
  var waiting: SheetPair?
  /// The article as it is on the disk, for when it is not open.
  var loaded: OpenDocument?
  /// What was not carried out when it was saved last, until it is edited.
  var refusals: [SheetProblem] = []
  /// When the file was written that was looked at last, in milliseconds; nil where there is none.
  var stamp: Int?
  /// When the file was written that was seen last, whether or not it was looked at.
  var seen: Int?
  /// Whether what is known was read.
  var isRead = false
  /// Whether it was opened as it lies on the disk, and neither edited nor saved since.
  var isAsSaved = true
  /// Whether a saved version is on its way.
  var isSaving = false
}

/// What the text in an editor counts as written from, or nil; saves of that text move it on.
///
/// What lies on the disk may belong to another editor's text. A text that is replaced as a whole has
/// another one of these, so that a save on its way is still compared with what belongs to it.
final class SheetBase: Sendable {
  private let sheet: Mutex<AnnotationSheet?>

  /// What belongs to a text.
  init(_ sheet: AnnotationSheet? = nil) { self.sheet = Mutex(sheet) }

  /// The sheet as it was written.
  var value: AnnotationSheet? {
    get { sheet.withLock { $0 } }
    set { sheet.withLock { $0 = newValue } }
  }
}

/// A sheet's text with what it counts as written from.
struct SheetPair: Sendable {
  /// The text.
  var text: Text
  /// What it counts as written from.
  var base: AnnotationSheet
}

/// What was read of a sheet, elsewhere.
struct SheetKnowledge: Sendable {
  /// Address of the article.
  var article = ""
  /// Another text than the editor's that lies on the disk.
  var other: SheetPair?
  /// The article, where it is not open and can be read.
  var loaded: OpenDocument?
  /// Whether the sheet was opened as it lies on the disk.
  var isAsSaved = false
}

/// A sheet that was written and is to be shown.
struct SheetOpening: Sendable {
  /// Where it lies.
  var path: String
  /// What an open sheet should be, where it may be replaced.
  var fresh: SheetPair?
}

/// What a snapshot of a sheet knows of the sheet's article.
final class SheetContext: Sendable {
  /// What the sheet counts as written from, or nil.
  let base: AnnotationSheet?
  /// The article; nil where it cannot be read.
  let article: DocumentSnapshot?
  /// What was not carried out when the sheet was saved last.
  let refusals: [SheetProblem]
  /// Whether what is known was read; before, nothing is judged.
  let isRead: Bool
  /// Whether it was opened as it lies on the disk, and neither edited nor saved since.
  let isAsSaved: Bool

  /// What is known now.
  init(_ sheet: OpenSheet, article: DocumentSnapshot?) {
    base = sheet.base.value
    self.article = article
    refusals = sheet.refusals
    isRead = sheet.isRead
    isAsSaved = sheet.isAsSaved
  }
}

extension DocumentSnapshot {
  /// The document as sheets need it; `path` is the one it is stored under.
  func sheetArticle(at location: StoreLocation) -> SheetArticle {
    SheetArticle(
      uri: uri, text: text, suggestions: suggestions(), overlay: overlay,
      path: DocumentURI.path(of: uri).map { location.path(of: $0) }, location: location,
      catalogue: edition.catalogue)
  }
}
