/// A vocabulary as the lexer looks it up: by hash, with what has to be known of each word at once.
struct DateWordTable: Sendable {
  /// A word of the vocabulary, or no word.
  struct Entry: Sendable {
    /// Hash of the word in lower case; 0 is a free place.
    var key: UInt64 = 0
    /// The word; ``DateVocabulary/Sign/other`` for an unknown one.
    var word: DateVocabulary.Word = 0
    /// Its group among the first words of rules.
    var group: UInt8 = 0
    /// Whether it is of a class and no label, so that its ending tells nothing.
    var isPlain = false
  }

  /// Open addressing, at most a quarter full.
  private let entries: [Entry]

  /// The words of a vocabulary.
  init(_ vocabulary: DateVocabulary, label: DateVocabulary.WordSet, groups: [UInt8]) {
    var capacity = 1024
    while capacity < vocabulary.wordCount * 4 { capacity *= 2 }
    var entries = Array(repeating: Entry(), count: capacity)
    let mask = capacity - 1
    vocabulary.forEachWord { hash, word in
      var place = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & mask
      while entries[place].key != 0 { place = (place + 1) & mask }
      entries[place] = Entry(
        key: hash, word: word, group: groups[Int(word)],
        isPlain: word != DateVocabulary.Sign.other.rawValue && !vocabulary.isLiteral(word)
          && !label.contains(word))
    }
    self.entries = entries
  }

  /// The table for as long as a paragraph is read: nothing is retained or checked for each word.
  struct Reader {
    fileprivate let entries: UnsafeBufferPointer<Entry>

    /// What is known of a hash.
    @inline(__always)
    func entry(_ hash: UInt64) -> Entry {
      // The number of places is a power of two, and most are free.
      let mask = entries.count &- 1
      var place = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & mask
      while entries[place].key != hash {
        if entries[place].key == 0 { return Entry() }
        place = (place &+ 1) & mask
      }
      return entries[place]
    }

    /// The word with a hash; ``DateVocabulary/Sign/other`` for an unknown one.
    @inline(__always)
    func word(_ hash: UInt64) -> DateVocabulary.Word { entry(hash).word }
  }

  /// Calls `body` with a reader that is not to leave it.
  func withReader(_ body: (Reader) -> Void) {
    entries.withUnsafeBufferPointer { body(Reader(entries: $0)) }
  }
}
