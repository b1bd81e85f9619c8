public import HearsayText

/// A mistake in a sheet, or something in it that cannot be carried out.
public struct SheetProblem: Hashable, Sendable {
  /// What is wrong; raw values are stable codes.
  public enum Code: String, Sendable, CaseIterable {
    /// No line `article: ADDRESS`, or the document cannot be read.
    case noArticle = "sheet-no-article"
    /// What the sheet was written from is not there any more, so that changes cannot be told.
    case noBase = "sheet-no-base"
    /// A line that is neither block, field, comment nor the rest of a value.
    case strayLine = "sheet-stray-line"
    /// Brackets without a kind, place or id that makes sense.
    case badBlock = "sheet-bad-block"
    /// A field that annotations of the kind do not have.
    case unknownField = "sheet-unknown-field"
    /// A field that was given before.
    case repeatedField = "sheet-repeated-field"
    /// A second block for the same annotation.
    case repeatedBlock = "sheet-repeated-block"
    /// A value that is none of those the field has.
    case badValue = "sheet-bad-value"
    /// A status that cannot be reached from where the annotation is.
    case badStatus = "sheet-bad-status"
    /// Something to add lacks a field it must have.
    case missingField = "sheet-missing-field"
    /// The words do not stand in the document.
    case textNotFound = "sheet-text-not-found"
    /// The words stand in several places of the document.
    case textAmbiguous = "sheet-text-ambiguous"
    /// The annotation is not there any more.
    case unknownAnnotation = "sheet-unknown-annotation"
    /// Here and in the store the same field was changed to different values.
    case conflict = "sheet-conflict"
    /// The change was saved, and nobody stored it.
    case notStored = "sheet-not-stored"
    /// The change was refused or could not be stored.
    case refused = "sheet-refused"
  }

  /// What is wrong.
  public let code: Code
  /// Where in the sheet, in bytes.
  public let span: ByteSpan
  /// One sentence for the user, without the code.
  public let message: String

  /// A mistake at a place.
  public init(_ code: Code, _ span: ByteSpan, _ message: String) {
    self.code = code
    self.span = span
    self.message = message
  }
}
