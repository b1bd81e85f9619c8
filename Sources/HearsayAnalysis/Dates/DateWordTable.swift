/// A vocabulary as the lexer looks it up: by hash, with what has to be known of each word at once.
struct DateWordTable: Sendable {
  /// A word of the vocabulary, or no word.
  struct Entry: Sendable {
    /// The word; ``DateVocabulary/Sign/other`` for an unknown one.
    var word = DateVocabulary.Sign.other.rawValue
    /// Its group among the first words of rules.
    var group: UInt8 = 0
    /// Whether it is of a class and no label, so that its ending tells nothing.
    var isPlain = false
    /// By language, the first in the lowest byte, 1 where the word is frequent in it.
    var frequent: UInt32 = 0
  }

  /// Languages that are told apart at most.
  static let mostLanguages = 4

  private var table: WordTable<Entry>

  /// The words of a language, with those that are frequent in `others`: they follow it.
  init(of language: DateLanguage, beside others: some Collection<DateLanguage>) {
    let vocabulary = language.vocabulary
    let frequent = ([language] + others).prefix(DateWordTable.mostLanguages).map(\.frequentWords)
    table = WordTable(
      capacity: vocabulary.wordCount + frequent.reduce(0) { $0 + $1.count }, none: Entry())
    vocabulary.forEachWord { hash, word in
      table.update(hash) {
        $0.word = word
        $0.group = language.automaton.groups[Int(word)]
        $0.isPlain =
          word != DateVocabulary.Sign.other.rawValue && !vocabulary.isLiteral(word)
          && !language.roles.label.contains(word)
      }
    }
    for (index, words) in frequent.enumerated() {
      for word in words { table.update(word) { $0.frequent |= 1 << UInt32(index * 8) } }
    }
  }

  /// Calls `body` with what tells the entry of a word by its hash; it is not to leave it.
  @inline(__always)
  func withReader(_ body: (WordTable<Entry>.Reader) -> Void) { table.withReader(body) }
}

extension WordTable<DateWordTable.Entry>.Reader {
  /// The word with a hash; ``DateVocabulary/Sign/other`` for an unknown one.
  @inline(__always)
  func word(_ hash: UInt64) -> DateVocabulary.Word { value(of: hash).word }
}
