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
  /// By first byte.
  private var beginnings: [[[UInt8]]] = Array(repeating: [], count: 256)

  /// The phrases in the bytes of their file: `=` a whole line, `^` a beginning, `>` a box's head.
  public init(_ bytes: [UInt8]) {
    for line in bytes.split(separator: 0x0A) where line.count > 2 {
      let phrase = Array(line.dropFirst(2))
      switch line.first {
      case UInt8(ascii: "="): whole.insert(WordHash.of(phrase))
      case UInt8(ascii: ">"): boxes.insert(WordHash.of(phrase))
      case UInt8(ascii: "^"): beginnings[Int(phrase[0])].append(phrase)
      default: break
      }
    }
  }

  /// What furniture a line is; the line without white space around it, in whatever case.
  func furniture(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> ParagraphShape.Furniture {
    guard line.count <= 200, let first = line.first else { return .none }
    let isLabel = line.last == UInt8(ascii: ":")
    var hash = WordHash.basis
    for byte in isLabel ? line.dropLast() : line {
      hash = (hash ^ UInt64(FurniturePhrases.small(byte))) &* WordHash.prime
    }
    if boxes.contains(hash) { return .box }
    if whole.contains(hash) { return .line }
    return beginnings[Int(FurniturePhrases.small(first))].contains { phrase in
      phrase.count <= line.count
        && zip(phrase, line).allSatisfy { $0 == FurniturePhrases.small($1) }
    } ? .line : .none
  }

  @inline(__always)
  private static func small(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
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
    if last.end - first.start <= 600 { shape.furniture = furniture(bytes, from: first.start) }
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

  /// What furniture the line is that begins at a byte.
  private func furniture(_ bytes: [UInt8], from start: Int) -> ParagraphShape.Furniture {
    bytes.withUnsafeBufferPointer { buffer in
      var end = min(
        UTF8Scan.lineBreak(in: UnsafeRawBufferPointer(buffer), from: start), start + 201)
      while end > start, buffer[end - 1] == 0x20 || buffer[end - 1] == 0x09 { end -= 1 }
      return phrases.furniture(buffer[start..<end])
    }
  }

  private func endsSentence(_ input: ParagraphInput, _ index: Int) -> Bool {
    var index = index
    while index > 0, input.tokens[index].kind == .mark { index -= 1 }
    return input.isSign(index, ".") || input.isSign(index, "!") || input.isSign(index, "?")
  }
}
