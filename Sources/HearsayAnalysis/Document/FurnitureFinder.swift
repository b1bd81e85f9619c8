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
  /// How a line begins, and for some what it holds further on.
  private struct Beginning {
    let start: [UInt8]
    let later: [UInt8]?
  }

  private var whole: Set<UInt64> = []
  private var boxes: Set<UInt64> = []
  /// By first byte.
  private var beginnings: [[Beginning]] = Array(repeating: [], count: 256)
  /// A bit filter over the first three bytes of all phrases; see ``mayBegin(_:)``.
  private var heads: [UInt64] = Array(repeating: 0, count: 64)

  /// The phrases in the bytes of their file: `=` a whole line, `^` a beginning, `>` a box's head,
  /// `~` a beginning, a bar and what a line that begins so holds further on.
  public init(_ bytes: [UInt8]) {
    for line in bytes.split(separator: 0x0A) where line.count > 2 {
      let phrase = Array(line.dropFirst(2))
      addHead(phrase)
      switch line.first {
      case UInt8(ascii: "="): whole.insert(WordHash.of(phrase))
      case UInt8(ascii: ">"): boxes.insert(WordHash.of(phrase))
      case UInt8(ascii: "^"):
        beginnings[Int(phrase[0])].append(Beginning(start: phrase, later: nil))
      case UInt8(ascii: "~"):
        let parts = phrase.split(separator: UInt8(ascii: "|"))
        guard parts.count == 2 else { continue }
        beginnings[Int(phrase[0])].append(
          Beginning(start: Array(parts[0]), later: Array(parts[1])))
      default: break
      }
    }
  }

  private mutating func addHead(_ phrase: [UInt8]) {
    guard phrase.count >= 3 else {
      heads = heads.map { _ in .max }
      return
    }
    let bit = FurniturePhrases.headBit(phrase[0], phrase[1], phrase[2])
    heads[bit >> 6] |= 1 << UInt64(bit & 63)
  }

  /// Whether a phrase can stand at the beginning of bytes; few other lines get past this.
  func mayBegin(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    guard start + 3 <= bytes.count else { return true }
    let bit = FurniturePhrases.headBit(
      FurniturePhrases.small(bytes[start]), FurniturePhrases.small(bytes[start + 1]),
      FurniturePhrases.small(bytes[start + 2]))
    return heads[bit >> 6] >> UInt64(bit & 63) & 1 != 0
  }

  /// The bit of three bytes in the filter.
  private static func headBit(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Int {
    (Int(first) << 7 ^ Int(second) << 4 ^ Int(third)) & 4095
  }

  /// What furniture a line is; the line without white space around it, in whatever case.
  ///
  /// What begins a line in marks may be said: there it takes a phrase with something further on.
  func furniture(
    _ line: Slice<UnsafeBufferPointer<UInt8>>, inMarks: Bool
  ) -> ParagraphShape.Furniture {
    guard line.count <= 200, let first = line.first else { return .none }
    let isLabel = line.last == UInt8(ascii: ":")
    var hash = WordHash.basis
    for byte in isLabel ? line.dropLast() : line {
      hash = (hash ^ UInt64(FurniturePhrases.small(byte))) &* WordHash.prime
    }
    if !inMarks, boxes.contains(hash) { return .box }
    if !inMarks, whole.contains(hash) { return .line }
    return beginnings[Int(FurniturePhrases.small(first))].contains { phrase in
      guard FurniturePhrases.begins(line, phrase.start) else { return false }
      guard let later = phrase.later else { return !inMarks }
      return (line.startIndex..<line.endIndex).contains {
        FurniturePhrases.begins(line[$0...], later)
      }
    } ? .line : .none
  }

  private static func begins(
    _ line: Slice<UnsafeBufferPointer<UInt8>>, _ phrase: [UInt8]
  ) -> Bool {
    guard phrase.count <= line.count else { return false }
    var place = line.startIndex
    for byte in phrase {
      if byte != small(line[place]) { return false }
      place += 1
    }
    return true
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
    if last.end - first.start <= 600 { shape.furniture = furniture(input) }
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

  /// What furniture a paragraph's first line is.
  private func furniture(_ input: ParagraphInput) -> ParagraphShape.Furniture {
    let inMarks = input.tokens[0].kind == .mark && input.tokens.count > 1
    let start = input.tokens[inMarks ? 1 : 0].start
    return input.bytes.withUnsafeBufferPointer { buffer in
      guard phrases.mayBegin(buffer, at: start) else { return .none }
      // No longer line is furniture.
      let limit = min(buffer.count, start + 201)
      var end = UTF8Scan.lineBreak(
        in: UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: buffer[..<limit])), from: start)
      while end > start, buffer[end - 1] == 0x20 || buffer[end - 1] == 0x09 { end -= 1 }
      return phrases.furniture(buffer[start..<end], inMarks: inMarks)
    }
  }

  private func endsSentence(_ input: ParagraphInput, _ index: Int) -> Bool {
    var index = index
    while index > 0, input.tokens[index].kind == .mark { index -= 1 }
    return input.isSign(index, ".") || input.isSign(index, "!") || input.isSign(index, "?")
  }
}
