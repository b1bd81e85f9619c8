internal import HearsayModel
public import HearsayText

/// Where an annotation and what belongs to it stand in the text as it is now.
struct AnnotationPlace: Hashable, Sendable {
  /// How sure the place is.
  var state: Anchoring.State
  /// Where its words stand; nil where nothing like them is left.
  var target: ByteSpan?
  /// Where the suggestion stands that it was decided on.
  var origin: ByteSpan?
  /// Where the source stands.
  var source: ByteSpan?
  /// Where the cue stands.
  var cue: ByteSpan?

  /// The bytes whose suggestion it stands for: where it was decided on, else where it is.
  var claim: ByteSpan? { origin ?? target }
}

/// One replacement of bytes.
public struct TextEdit: Hashable, Sendable {
  /// The bytes of the text before.
  public var span: ByteSpan
  /// How many bytes stand in their place.
  public var count: Int

  /// A replacement of some bytes by `count` others.
  public init(_ span: ByteSpan, count: Int) {
    self.span = span
    self.count = count
  }

  /// By how much what stands behind moves.
  var delta: Int { count - span.count }

  /// Whether no byte of a span is left.
  func swallows(_ other: ByteSpan) -> Bool { !span.isEmpty && span.contains(other) }

  /// Where a span stands after the edit; nil where nothing of it is left.
  ///
  /// What is typed at an edge stands outside. Words replaced at an edge stay inside.
  public func moved(_ other: ByteSpan) -> ByteSpan? {
    if swallows(other) { return nil }
    let start: Int
    if other.start >= span.end, !(other.start == span.start && !span.isEmpty) {
      start = other.start + delta
    } else if other.start > span.start {
      start = span.start + count
    } else {
      start = other.start
    }
    let end: Int
    if other.end <= span.start {
      end = other.end
    } else if other.end >= span.end {
      end = other.end + delta
    } else {
      end = span.start
    }
    return start < end ? ByteSpan(start, end) : nil
  }
}
