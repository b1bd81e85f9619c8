public import HearsayText

/// An article with the expected findings written into it.
///
///     {{content q1 =direct:Ana Ruiz|“We will not,”}} {{source q1|Ana Ruiz}} {{cue q1|said}}
///
/// A mark is `{{`, a kind, optionally an identity, optionally ` =` and a value, a bar, the marked
/// text and `}}`. Marks nest and never cross. The identity joins the pieces of one attribution and
/// matters for contents, sources and cues only; which word it is makes no difference. A value
/// runs to the bar and holds neither a bar nor braces. What the values mean is told at
/// ``FindingMark``.
public struct MarkedArticle: Hashable, Sendable {
  /// What a mark says about its text.
  public enum Kind: String, Sendable, CaseIterable {
    /// What somebody is credited with: a quotation with its marks, or a paraphrase.
    case content
    /// Words that name who is credited.
    case source
    /// Words that do the crediting.
    case cue
    /// A time expression.
    case date
    /// An outlet mention.
    case outlet
    /// Page furniture.
    case furniture
    /// Something an analyst should look at.
    case problem

    /// Whether marks of this kind are joined to others by an identity.
    public var isJoined: Bool { self == .content || self == .source || self == .cue }
  }

  /// One mark; its span counts bytes of the text without marks.
  public struct Mark: Hashable, Sendable {
    /// What it says about its text.
    public var kind: Kind
    /// The identity shared by the pieces of one attribution, or nil.
    public var identity: String?
    /// The value after the equals sign, or nil where none was written.
    public var value: String?
    /// The marked text.
    public var span: ByteSpan

    /// A mark with everything it says.
    public init(_ kind: Kind, identity: String? = nil, value: String? = nil, _ span: ByteSpan) {
      self.kind = kind
      self.identity = identity
      self.value = value
      self.span = span
    }
  }

  /// Why a text is no marked article; offsets count bytes of the text with marks.
  public enum NotationError: Error, Hashable, Sendable {
    /// A mark has no closing braces.
    case unclosedMark(offset: Int)
    /// Closing braces close nothing.
    case unopenedMark(offset: Int)
    /// What stands before the bar is not a kind, an identity and a value.
    case malformedMark(offset: Int)
  }

  /// The article without marks, UTF-8.
  public var bytes: [UInt8]
  /// The marks in the order in which they open, outer before inner.
  public var marks: [Mark]

  /// An article of plain bytes and the marks on it.
  public init(bytes: [UInt8], marks: [Mark]) {
    self.bytes = bytes
    self.marks = marks
  }

  /// Reads the notation.
  public init(_ notation: String) throws(NotationError) {
    let source = Array(notation.utf8)
    bytes = []
    marks = []
    var open: [(mark: Int, offset: Int)] = []
    var index = 0
    while index < source.count {
      if source[index...].starts(with: MarkedArticle.opening) {
        let offset = index
        marks.append(try MarkedArticle.head(source, at: &index, textOffset: bytes.count))
        open.append((marks.count - 1, offset))
      } else if source[index...].starts(with: MarkedArticle.closing) {
        guard let last = open.popLast() else { throw .unopenedMark(offset: index) }
        marks[last.mark].span = ByteSpan(marks[last.mark].span.start, bytes.count)
        index += MarkedArticle.closing.count
      } else {
        bytes.append(source[index])
        index += 1
      }
    }
    if let first = open.first { throw .unclosedMark(offset: first.offset) }
  }

  /// Reads what stands between the opening braces and the bar, and steps over it.
  private static func head(
    _ source: [UInt8], at index: inout Int, textOffset: Int
  ) throws(NotationError) -> Mark {
    let offset = index
    let start = index + opening.count
    guard let bar = source[start...].firstIndex(of: UInt8(ascii: "|")) else {
      throw .malformedMark(offset: offset)
    }
    index = bar + 1
    let words = String(decoding: source[start..<bar], as: UTF8.self)
    guard !words.contains(where: { $0 == "{" || $0 == "}" || $0.isNewline }) else {
      throw .malformedMark(offset: offset)
    }
    let equals = words.firstIndex(of: "=")
    let names = words[..<(equals ?? words.endIndex)].split(separator: " ")
    guard let name = names.first, let kind = Kind(rawValue: String(name)), names.count <= 2 else {
      throw .malformedMark(offset: offset)
    }
    let value = equals.map { String(words[words.index(after: $0)...]) }
    let identity = names.count == 2 ? String(names[1]) : nil
    return Mark(kind, identity: identity, value: value, ByteSpan(textOffset, textOffset))
  }

  /// What opens a mark.
  static let opening = Array("{{".utf8)
  /// What closes a mark.
  static let closing = Array("}}".utf8)
}
