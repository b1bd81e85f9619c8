/// The header lines before one message's body.
struct HeaderBlock {
  /// The announced body length in bytes, or nil where the block announces none.
  let contentLength: Int?

  private static let name = Array("content-length".utf8)
  /// Bytes kept of a stream that is no header, so that a name cut in two is still found.
  static let keptTail = 64

  /// Reads a block up to and including its empty line.
  ///
  /// A line that begins with the name wins; otherwise the last place that holds it, which finds
  /// the next header behind the rest of a broken body.
  init(_ bytes: ArraySlice<UInt8>) {
    var anywhere: Int?
    for line in bytes.split(separator: 0x0A) {
      if let value = HeaderBlock.value(of: line[...]) {
        contentLength = value
        return
      }
      anywhere = HeaderBlock.lastValue(in: line) ?? anywhere
    }
    contentLength = anywhere
  }

  /// Offset behind the empty line that ends a block, or nil.
  static func end(in bytes: ArraySlice<UInt8>) -> Int? {
    var index = bytes.startIndex
    var lineIsEmpty = false
    while let feed = bytes[index...].firstIndex(of: 0x0A) {
      let line = bytes[index..<feed]
      lineIsEmpty = line.isEmpty || (line.count == 1 && line.first == 0x0D)
      index = feed + 1
      if lineIsEmpty { return index }
    }
    return nil
  }

  private static func lastValue(in line: ArraySlice<UInt8>) -> Int? {
    var index = line.endIndex - name.count
    while index > line.startIndex {
      if let value = value(of: line[index...]) { return value }
      index -= 1
    }
    return nil
  }

  /// The number behind the name and its colon, where the line begins with them.
  private static func value(of line: ArraySlice<UInt8>) -> Int? {
    guard line.count > name.count else { return nil }
    for (byte, expected) in zip(line, name) where byte | 0x20 != expected && byte != expected {
      return nil
    }
    var rest = line.dropFirst(name.count).drop { $0 == 0x20 }
    guard rest.first == 0x3A else { return nil }
    rest = rest.dropFirst().drop { $0 == 0x20 || $0 == 0x09 }
    let digits = rest.prefix { (0x30...0x39).contains($0) }
    return Int(String(decoding: digits, as: UTF8.self))
  }
}
