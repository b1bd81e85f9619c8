internal import HearsayText

/// What a paragraph looks like from outside, as its neighbours need to know it.
struct ParagraphShape: Hashable, Sendable {
  /// What page furniture the paragraph is.
  enum Furniture: UInt8, Sendable {
    /// Text of the article.
    case none
    /// Buttons, forms, notices.
    case line
    /// Opens a box of links to other articles.
    case box
  }

  /// What page furniture the paragraph is by itself.
  var furniture = Furniture.none
  /// Nothing but white space.
  var isBlank = false
  /// Short and without a full stop at its end.
  var isHeadline = false
  /// Short enough for a caption.
  var isShort = false
  /// Begins with an opening quotation mark.
  var opensWithMark = false
  /// A blank line follows.
  var endsBlank = false
  /// The caption of a picture.
  var isCaption = false
  /// Ends in a colon.
  var endsWithColon = false
}

/// Recognises page furniture by the phrases it is made of.
public struct FurniturePhrases: Sendable {
  private var whole: Set<UInt64> = []
  private var boxes: Set<UInt64> = []
  private var beginnings: [[UInt8]] = []

  /// The phrases in the bytes of their file: `=` a whole line, `^` a beginning, `>` a box's head.
  public init(_ bytes: [UInt8]) {
    for line in bytes.split(separator: 0x0A) where line.count > 2 {
      let phrase = Array(line.dropFirst(2))
      switch line.first {
      case UInt8(ascii: "="): whole.insert(WordHash.of(phrase))
      case UInt8(ascii: ">"): boxes.insert(WordHash.of(phrase))
      case UInt8(ascii: "^"): beginnings.append(phrase)
      default: break
      }
    }
  }

  /// What furniture a line is; the line in lower case without white space around it.
  func furniture(_ line: [UInt8]) -> ParagraphShape.Furniture {
    guard line.count <= 200 else { return .none }
    let hash = WordHash.of(line.last == UInt8(ascii: ":") ? line.dropLast() : line[...])
    if boxes.contains(hash) { return .box }
    if whole.contains(hash) { return .line }
    let first = line.first
    return beginnings.contains { $0.first == first && line.starts(with: $0) } ? .line : .none
  }
}

/// Tells the shape of a paragraph from its bytes.
struct ShapeFinder: Sendable {
  private let phrases: FurniturePhrases

  init(phrases: FurniturePhrases) { self.phrases = phrases }

  /// The shape of a paragraph.
  func shape(of input: ParagraphInput) -> ParagraphShape {
    var shape = ParagraphShape()
    guard let first = input.tokens.first, let last = input.tokens.last else {
      shape.isBlank = true
      return shape
    }
    let bytes = input.bytes
    let lineEnd =
      bytes[first.start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.endIndex
    if last.end - first.start <= 600 {
      var line = bytes[first.start..<lineEnd].prefix(201).map {
        $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0
      }
      while let end = line.last, end == 0x20 || end == 0x09 { line.removeLast() }
      shape.furniture = phrases.furniture(line)
    }
    let length = last.end - first.start
    shape.isShort = length <= 260
    shape.isHeadline = length <= 140 && !endsSentence(input, input.tokens.count - 1)
    if let mark = MarkSign.of(first, bytes) {
      shape.opensWithMark = mark != .closeDouble && mark != .closeSingle
    }
    shape.isCaption = shape.isShort && CaptionFinder.isCaption(input)
    shape.endsWithColon = input.isSign(input.tokens.count - 1, ":")
    shape.endsBlank =
      bytes[last.end...].count { $0 == 0x0A } > 1
      || bytes[last.end...].count { $0 == 0x0D } > 1
    return shape
  }

  private func endsSentence(_ input: ParagraphInput, _ index: Int) -> Bool {
    var index = index
    while index > 0, input.tokens[index].kind == .mark { index -= 1 }
    return input.isSign(index, ".") || input.isSign(index, "!") || input.isSign(index, "?")
  }
}
