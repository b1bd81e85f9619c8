/// Word classes of one language, read from a text file and looked up by hash.
///
/// The file: `[class]` opens a section, every other word on a line is listed in it; `#` begins a
/// comment. Words are in lower case, apostrophes straight. Unknown classes are passed over, so that
/// an older program can read a newer file.
public struct Lexicon: Sendable {
  private var table: WordTable<WordClasses>

  /// The lexicon in the bytes of its file.
  public init(_ bytes: [UInt8]) {
    let entries = Lexicon.parse(bytes)
    table = WordTable(capacity: entries.count, none: [])
    for (hash, classes) in entries { table.update(hash) { $0.formUnion(classes) } }
  }

  private static func parse(_ bytes: [UInt8]) -> [(UInt64, WordClasses)] {
    var entries: [(UInt64, WordClasses)] = []
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
        entries.append((WordHash.of(word), current))
      }
    }
    return entries
  }

  /// Calls `body` with what tells the classes of a word by its hash; it is not to leave it.
  @inline(__always)
  func withReader(_ body: (WordTable<WordClasses>.Reader) -> Void) { table.withReader(body) }
}
