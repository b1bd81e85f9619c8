/// One table over everything a word can begin or mean for outlet detection.
///
/// Open addressing by the token's hash; a bit filter in front of it turns away nearly every other
/// word of a text, so that a text without outlets costs one look a token.
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
  private var keys: [UInt64] = []
  private var slots: [Slot] = []
  private var mask = 0
  private var filter: [UInt64]
  /// A bit filter over words that begin a name or point to a country.
  private(set) var starts: [UInt64]

  /// An index over the registry's lines.
  init(_ lines: OutletLines) {
    filter = Array(repeating: 0, count: OutletNameIndex.filterBits / 64)
    starts = filter
    collect(lines)
    sort()
    var capacity = 4096
    while capacity < (entries.count + lines.places.count + 512) * 3 { capacity *= 2 }
    keys = Array(repeating: 0, count: capacity)
    slots = Array(repeating: Slot(), count: capacity)
    mask = capacity - 1
    for (words, list) in OutletWords.lists {
      for word in list { update(word.value) { $0.words.formUnion(words) } }
    }
    for place in lines.places {
      update(place.hash) { $0.country = place.country }
      start(with: place.hash)
    }
    var start = 0
    while start < entries.count {
      let hash = entries[start].tokens[0].hash
      var end = start + 1
      while end < entries.count, entries[end].tokens[0].hash == hash { end += 1 }
      update(hash) { $0.entries = Int32(start)..<Int32(end) }
      self.start(with: hash)
      start = end
    }
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
    let bit = OutletNameIndex.filterBit(hash)
    guard filter[bit >> 6] & (1 << UInt64(bit & 63)) != 0 else { return nil }
    let place = place(of: hash)
    return keys[place] == hash ? slots[place] : nil
  }

  /// Whether a name may begin with a word, or the word point to a country.
  @inline(__always)
  func canStart(_ hash: UInt64) -> Bool {
    let bit = OutletNameIndex.filterBit(hash)
    return starts[bit >> 6] & (1 << UInt64(bit & 63)) != 0
  }

  /// The next token of a paragraph that can begin a name or an address or point to a country.
  ///
  /// Most paragraphs have none; one look into a filter and at the byte behind it tells each word.
  @inline(__always)
  func nextStart(in paragraph: ParagraphInput, from index: Int) -> Int? {
    paragraph.tokens.withUnsafeBufferPointer { tokens in
      paragraph.bytes.withUnsafeBufferPointer { bytes in
        starts.withUnsafeBufferPointer { starts in
          var index = index
          while index < tokens.count {
            let token = tokens[index]
            if token.kind == .word || token.kind == .number {
              let bit = OutletNameIndex.filterBit(token.hash)
              if starts[bit >> 6] & (1 << UInt64(bit & 63)) != 0 { return index }
              if OutletScan.mayBeginAddress(bytes, token.end) { return index }
            }
            index &+= 1
          }
          return nil
        }
      }
    }
  }

  private mutating func start(with hash: UInt64) {
    let bit = OutletNameIndex.filterBit(hash)
    starts[bit >> 6] |= 1 << UInt64(bit & 63)
  }

  private static let filterBits = 1 << 16

  /// The bit of a word in both filters.
  @inline(__always)
  static func filterBit(_ hash: UInt64) -> Int {
    Int(truncatingIfNeeded: (hash >> 40) ^ hash) & (filterBits - 1)
  }

  private func place(of hash: UInt64) -> Int {
    var index = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & mask
    while keys[index] != 0, keys[index] != hash { index = (index + 1) & mask }
    return index
  }

  private mutating func update(_ hash: UInt64, _ change: (inout Slot) -> Void) {
    let index = place(of: hash)
    keys[index] = hash
    change(&slots[index])
    let bit = OutletNameIndex.filterBit(hash)
    filter[bit >> 6] |= 1 << UInt64(bit & 63)
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
