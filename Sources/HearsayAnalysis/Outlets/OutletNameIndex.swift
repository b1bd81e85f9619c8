/// One table over everything a word can begin or mean for outlet detection.
///
/// A filter turns away nearly every word of a text, so that one without outlets costs one look a
/// token.
struct OutletNameIndex: Sendable {
  /// One name, boilerplate phrase or stop string as a sequence of tokens.
  struct Entry: Sendable {
    /// What a match of the sequence means.
    enum Kind: Sendable {
      case name
      case boilerplate
      case notOutlet
    }

    /// What a match means.
    let kind: Kind
    /// Index of the record; -1 for a stop string.
    let record: Int32
    /// The tokens, without an article before them.
    let tokens: [Piece]
    /// How easily the name is taken for something else.
    let ambiguity: OutletRecord.Ambiguity
    /// Whether only this exact case counts.
    let isCaseSensitive: Bool
    /// Whether it counts only beside words that make it an outlet.
    let needsContext: Bool
    /// Whether it is a person's name as well.
    let isPersonal: Bool
    /// It counts only where the text speaks of the outlet's country.
    let needsCountry: Bool
    /// The name begins with “The”, which is not among the tokens.
    let hasArticle: Bool
    /// The Arabic preposition or conjunction that is written together with the name.
    var prefix = ArabicPrefix.none
  }

  /// One token of an entry.
  struct Piece: Sendable {
    /// Hash as the text's tokens have it.
    let hash: UInt64
    /// Whether the first letter is a capital.
    let isCapitalized: Bool
    /// Whether white space stands before it.
    let spaceBefore: Bool
    /// The token as written, where only that case counts; else empty.
    let bytes: [UInt8]
  }

  /// What is known of a word by its hash.
  struct Slot: Sendable {
    /// What it does beside an outlet's name.
    var words: OutletWords = []
    /// The country it points to.
    var country: CountryCode?
    /// Entries that begin with it, longest first.
    var entries: Range<Int32> = 0..<0
  }

  /// Every entry, grouped by first word, longest first inside a group.
  private(set) var entries: [Entry] = []
  /// By entry, the hash of its second token; 0 where it has none.
  private(set) var seconds: [UInt64] = []
  private var slots: [Slot] = []
  /// By word, the number of its slot, the first as 1.
  private var slotNumbers = WordTable([])
  /// The words that begin a name or point to a country.
  private(set) var starts = WordFilter(capacity: 0)

  /// An index over the registry's lines.
  init(_ lines: OutletLines) {
    collect(lines)
    sort()
    starts = WordFilter(capacity: entries.count + lines.places.count)
    var known: [UInt64: Slot] = [:]
    for (words, list) in OutletWords.lists {
      for word in list { known[word.value, default: Slot()].words.formUnion(words) }
    }
    for place in lines.places {
      known[place.hash, default: Slot()].country = place.country
      starts.insert(place.hash)
    }
    var start = 0
    while start < entries.count {
      let hash = entries[start].tokens[0].hash
      var end = start + 1
      while end < entries.count, entries[end].tokens[0].hash == hash { end += 1 }
      known[hash, default: Slot()].entries = Int32(start)..<Int32(end)
      starts.insert(hash)
      start = end
    }
    slots = Array(known.values)
    slotNumbers = WordTable(
      known.keys.enumerated().map { (hash: $0.element, bits: UInt32($0.offset) + 1) })
  }

  /// Groups the entries by first word, longest first; keys are sorted, for entries are heavy.
  private mutating func sort() {
    let order = entries.indices.map { index in
      let tokens = entries[index].tokens
      return (hash: tokens[0].hash, rank: (64 - min(63, tokens.count)) << 24 | index)
    }
    .sorted { ($0.hash, $0.rank) < ($1.hash, $1.rank) }
    entries = order.map { entries[$0.rank & 0xFF_FFFF] }
    seconds = entries.map { $0.tokens.count > 1 ? $0.tokens[1].hash : 0 }
  }

  /// What is known of a word, or nil for nothing.
  @inline(__always)
  func slot(_ hash: UInt64) -> Slot? {
    let number = slotNumbers.bits(of: hash)
    return number > 0 ? slots[Int(number) - 1] : nil
  }
}

extension OutletNameIndex {
  private mutating func collect(_ lines: OutletLines) {
    let tokenizer = Tokenizer(lexicon: Lexicon([]))
    entries.reserveCapacity(lines.records.count * 4)
    for (index, record) in lines.records.enumerated() where record.entity.publishes {
      let number = Int32(index)
      // A name with its explanation in brackets is for readers; the lines give its base as alias.
      if !record.name.utf8.contains(UInt8(ascii: "(")) {
        let ambiguity = record.nameAmbiguity
        add(
          record.name, .name, number, tokenizer, ambiguity,
          isCaseSensitive: ambiguity >= .medium,
          needsContext: ambiguity == .high || record.entity.isOwner)
      }
      for alias in record.aliases { add(alias, number, record, tokenizer) }
      for phrase in record.boilerplate { add(phrase, .boilerplate, number, tokenizer) }
    }
    for text in lines.notOutlets { add(text, .notOutlet, -1, tokenizer) }
  }

  /// An alias; one in Arabic also with the short words that are written together with it.
  private mutating func add(
    _ alias: OutletRecord.Alias, _ number: Int32, _ record: OutletRecord, _ tokenizer: Tokenizer
  ) {
    for (prefix, text) in ArabicPrefix.forms(of: alias) {
      let count = entries.count
      add(
        text, .name, number, tokenizer, alias.ambiguity, isCaseSensitive: alias.isCaseSensitive,
        needsContext: alias.needsContext || record.entity.isOwner, isPersonal: alias.isPersonal,
        needsCountry: alias.isBase)
      if entries.count > count { entries[count].prefix = prefix }
    }
  }

  private mutating func add(
    _ text: String, _ kind: Entry.Kind, _ record: Int32, _ tokenizer: Tokenizer,
    _ ambiguity: OutletRecord.Ambiguity = .none, isCaseSensitive: Bool = false,
    needsContext: Bool = false, isPersonal: Bool = false, needsCountry: Bool = false
  ) {
    let bytes = Array(text.utf8)
    var tokens = tokenizer.tokens(of: bytes)
    let hasArticle = tokens.count > 1 && tokens[0].reads("the")
    if hasArticle { tokens.removeFirst() }
    // What ends a boilerplate sentence may be missing or another sign.
    while kind == .boilerplate, tokens.last?.kind == .punctuation { tokens.removeLast() }
    guard let first = tokens.first, first.kind == .word || first.kind == .number else { return }
    let pieces = tokens.map { token in
      Piece(
        hash: token.hash, isCapitalized: token.isCapitalized,
        spaceBefore: token.flags.contains(.spaceBefore),
        bytes: isCaseSensitive ? Array(bytes[token.start..<token.end]) : [])
    }
    entries.append(
      Entry(
        kind: kind, record: record, tokens: pieces, ambiguity: ambiguity,
        isCaseSensitive: isCaseSensitive, needsContext: needsContext, isPersonal: isPersonal,
        needsCountry: needsCountry,
        hasArticle: hasArticle && kind == .name))
  }
}
