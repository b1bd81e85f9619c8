/// Word classes of one language, read from a text file and looked up by hash.
///
/// The file: `[class]` opens a section, every other word on a line is listed in it; `#` begins a
/// comment. Words are in lower case, apostrophes straight. Unknown classes are passed over, so that
/// an older program can read a newer file.
public struct Lexicon: Sendable {
  /// The bits of the classes of every word.
  private let table: WordTable

  /// The lexicon in the bytes of its file.
  public init(_ bytes: [UInt8]) { table = WordTable(Lexicon.parse(bytes)) }

  private static func parse(_ bytes: [UInt8]) -> [(hash: UInt64, bits: UInt32)] {
    var entries: [(hash: UInt64, bits: UInt32)] = []
    entries.reserveCapacity(bytes.count / 7)
    var current: WordClasses = []
    for line in bytes.split(separator: 0x0A) where line.first != UInt8(ascii: "#") {
      if line.first == UInt8(ascii: "[") {
        let name = String(
          decoding: line.dropFirst().prefix { $0 != UInt8(ascii: "]") }, as: UTF8.self)
        current = WordClasses.names.first { $0.name == name }?.value ?? []
        continue
      }
      for word in line.split(separator: 0x20) {
        entries.append((WordHash.of(word), current.rawValue))
      }
    }
    return entries
  }

  /// Calls `body` with what tells the bits of a word's classes by its hash; it is not to leave it.
  @inline(__always)
  func withReader(_ body: (WordTable.Reader) -> Void) { table.withReader(body) }
}
