/// A vocabulary as the lexer looks it up: by hash, with what has to be known of each word at once.
struct DateWordTable: Sendable {
  /// What is known of a word.
  struct Entry: Sendable {
    private static let groupShift: UInt32 = 16
    private static let plain: UInt32 = 1 << 22
    private static let frequentShift: UInt32 = 24

    fileprivate let bits: UInt32

    @inline(__always)
    fileprivate init(bits: UInt32) { self.bits = bits }

    /// A word of the vocabulary; groups are less than 64.
    fileprivate init(_ word: DateVocabulary.Word, group: UInt8, isPlain: Bool) {
      bits =
        UInt32(word) | UInt32(group & 63) << Entry.groupShift | (isPlain ? Entry.plain : 0)
    }

    /// A word that is frequent in a language, given by its number.
    fileprivate init(frequentIn language: Int) {
      bits = 1 << (Entry.frequentShift + UInt32(language))
    }

    /// The word; ``DateVocabulary/Sign/other`` for an unknown one.
    @inline(__always)
    var word: DateVocabulary.Word { DateVocabulary.Word(truncatingIfNeeded: bits) }
    /// Its group among the first words of rules.
    @inline(__always)
    var group: UInt8 { UInt8(truncatingIfNeeded: bits >> Entry.groupShift) & 63 }
    /// Whether it is of a class and no label, so that its ending tells nothing.
    @inline(__always)
    var isPlain: Bool { bits & Entry.plain != 0 }
    /// By language, the first in the lowest byte, 1 where the word is frequent in it.
    @inline(__always)
    var frequent: UInt32 {
      // Four neighbouring bits, each to the beginning of its own byte.
      (bits >> Entry.frequentShift & 15) &* 0x0020_4081 & 0x0101_0101
    }
  }

  /// Languages that are told apart at most.
  static let mostLanguages = 4

  private let table: WordTable

  /// The words of a language, with those that are frequent in `others`: they follow it.
  init(of language: DateLanguage, beside others: some Collection<DateLanguage>) {
    let vocabulary = language.vocabulary
    var words: [(hash: UInt64, bits: UInt32)] = []
    vocabulary.forEachWord { hash, word in
      let isPlain =
        word != DateVocabulary.Sign.other.rawValue && !vocabulary.isLiteral(word)
        && !language.roles.label.contains(word)
      let group = language.automaton.groups[Int(word)]
      words.append((hash, Entry(word, group: group, isPlain: isPlain).bits))
    }
    let all = [language] + others
    for number in 0..<min(DateWordTable.mostLanguages, all.count) {
      let bits = Entry(frequentIn: number).bits
      words += all[number].frequentWords.map { (hash: $0, bits: bits) }
    }
    table = WordTable(words)
  }

  /// The words for as long as a paragraph is read.
  struct Reader {
    fileprivate let table: WordTable.Reader

    /// What is known of a word, by its hash.
    @inline(__always)
    func entry(_ hash: UInt64) -> Entry { Entry(bits: table.bits(of: hash)) }

    /// The word with a hash; ``DateVocabulary/Sign/other`` for an unknown one.
    @inline(__always)
    func word(_ hash: UInt64) -> DateVocabulary.Word { entry(hash).word }
  }

  /// Calls `body` with a reader that is not to leave it.
  @inline(__always)
  func withReader(_ body: (Reader) -> Void) { table.withReader { body(Reader(table: $0)) } }
}
