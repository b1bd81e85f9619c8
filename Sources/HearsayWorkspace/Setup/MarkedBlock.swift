/// Lines of ours between two marks in a text file of the user's.
struct MarkedBlock {
  private let first: String
  private let begin: String
  private let end: String
  private let content: [UInt8]

  /// A block of lines.
  ///
  /// - Parameters:
  ///   - name: Distinguishes blocks in one file.
  ///   - sign: What a comment begins with in the file.
  init(name: String, sign: String, content: [UInt8]) {
    begin = "\(sign) >>> hearsay \(name) >>>"
    first = "\(begin) hearsay setup \(name) --remove takes these lines out"
    end = "\(sign) <<< hearsay \(name) <<<"
    self.content = content
  }

  /// The lines with their marks.
  var bytes: [UInt8] {
    Array("\(first)\n".utf8) + content + Array("\(end)\n".utf8)
  }

  /// The text with the block in it: in the place of an older one, else at its end.
  ///
  /// - Returns: nil where a mark has lost the other one.
  func put(into text: [UInt8]) -> [UInt8]? {
    guard let place = place(in: text) else { return nil }
    if let place { return text[..<place.lowerBound] + bytes + text[place.upperBound...] }
    if text.isEmpty { return bytes }
    return text + (text.last == 0x0A ? [0x0A] : [0x0A, 0x0A]) + bytes
  }

  /// The text without the block and the empty line before it.
  ///
  /// - Returns: nil where a mark has lost the other one.
  func taken(outOf text: [UInt8]) -> [UInt8]? {
    guard let place = place(in: text) else { return nil }
    guard let place else { return text }
    var start = place.lowerBound
    if start >= 2, text[start - 1] == 0x0A, text[start - 2] == 0x0A { start -= 1 }
    return Array(text[..<start] + text[place.upperBound...])
  }

  /// A text without any block of ours, whatever its name.
  static func withoutAny(_ text: [UInt8], sign: String) -> [UInt8] {
    var text = text
    let mark = "\(sign) >>> hearsay "
    for line in text.split(separator: 0x0A) where line.starts(with: mark.utf8) {
      let name = String(
        decoding: line.dropFirst(mark.utf8.count).prefix { $0 != 0x20 }, as: UTF8.self)
      text = MarkedBlock(name: name, sign: sign, content: []).taken(outOf: text) ?? text
    }
    return text
  }

  /// The block as it stands in a text, marks included, or nil.
  func lines(in text: [UInt8]) -> [UInt8]? {
    place(in: text).flatMap { $0 }.map { Array(text[$0]) }
  }

  /// Where the block stands, a nil inside for nowhere, and nil where a mark has lost the other one.
  private func place(in text: [UInt8]) -> Range<Int>?? {
    var start: Int?
    var offset = 0
    for line in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let next = min(text.count, offset + line.count + 1)
      let words = line.last == 0x0D ? line.dropLast() : line
      if words.starts(with: begin.utf8) {
        if start != nil { return nil }
        start = offset
      } else if words.elementsEqual(end.utf8) {
        return start.map { .some($0..<next) }
      }
      offset = next
    }
    return start == nil ? .some(nil) : nil
  }
}
