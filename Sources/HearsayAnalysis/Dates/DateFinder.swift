internal import HearsayText

/// Finds the time expressions of a paragraph.
///
/// What it finds depends on the paragraph's bytes alone; linear in their number. A paragraph is read
/// in the language whose frequent words it holds most of, the first language on a tie.
public struct DateFinder: Sendable {
  /// How many tokens tell a paragraph's language; few enough to be counted in a byte.
  private static let markedTokens = 120

  private let languages: [DateLanguage]
  private let markers: DateMarkers

  /// A finder of time expressions in some languages.
  public init(languages: [DateLanguage]) {
    self.languages = languages
    markers = DateMarkers(languages)
  }

  /// The time expressions of a paragraph, in order; they never overlap.
  public func find(in paragraph: ParagraphInput) -> [DateMention] {
    var room: [DateAtom] = []
    return find(in: paragraph, room: &room)
  }

  /// The same; the atoms take the room of an earlier paragraph's.
  func find(in paragraph: ParagraphInput, room: inout [DateAtom]) -> [DateMention] {
    guard let language = language(of: paragraph) else { return [] }
    var atoms = room.emptied()
    DateLexer.append(paragraph, language: language, to: &atoms)
    defer { room = atoms }
    return mentions(atoms, language)
  }

  private func mentions(_ atoms: [DateAtom], _ language: DateLanguage) -> [DateMention] {
    let table = language.automaton
    var index = table.nextStart(in: atoms, from: 0, limit: atoms.count)
    // Many paragraphs hold no word with which a rule can begin.
    guard index < atoms.count else { return [] }
    var matcher = DateMatcher(atoms: atoms, language: language)
    let line = DateLine(atoms: atoms, roles: language.roles)
    let tense = DateTense(atoms: atoms, roles: language.roles)
    var joiner = DateJoiner(atoms: atoms, roles: language.roles)
    while index < atoms.count {
      guard let match = joiner.match(at: index) ?? matcher.match(at: index), match.end > index
      else {
        index = table.nextStart(in: atoms, from: index + 1, limit: joiner.limit(from: index + 1))
        continue
      }
      index = match.end
      guard let reading = match.reading else { continue }
      let span = ByteSpan(Int(atoms[match.first].start), Int(atoms[match.end - 1].end))
      var mention = DateMention(
        span: span, reading: reading, modifier: match.modifier, rule: match.rule)
      mention.order = match.order
      if mention.needsTense { mention.tense = tense.beside(match.first..<match.end) }
      line.mark(&mention, match.first..<match.end)
      joiner.add(mention, end: match.end)
    }
    return joiner.mentions
  }

  private func language(of paragraph: ParagraphInput) -> DateLanguage? {
    guard languages.count > 1 else { return languages.first }
    return languages[markers.language(of: paragraph.tokens, first: DateFinder.markedTokens)]
  }
}

/// The frequent words of all languages by hash.
private struct DateMarkers: Sendable {
  private struct Entry {
    /// Hash of a word; 0 is a free place.
    var key: UInt64 = 0
    /// A one in the byte of every language that the word is frequent in.
    var ones: UInt64 = 0
  }

  /// Open addressing.
  private var entries: [Entry]
  private let count: Int

  /// The markers of languages, of which no more than eight are told apart.
  init(_ languages: [DateLanguage]) {
    count = min(8, languages.count)
    var found: [UInt64: UInt64] = [:]
    for (index, language) in languages.prefix(count).enumerated() {
      language.vocabulary.forEachWord { hash, word in
        guard language.roles.markers.contains(word) else { return }
        found[hash, default: 0] |= 1 << UInt64(index * 8)
      }
    }
    var capacity = 64
    while capacity < found.count * 8 { capacity *= 2 }
    entries = Array(repeating: Entry(), count: capacity)
    for (hash, ones) in found {
      var place = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & (capacity - 1)
      while entries[place].key != 0 { place = (place + 1) & (capacity - 1) }
      entries[place] = Entry(key: hash, ones: ones)
    }
  }

  /// The language most of whose frequent words are among the first tokens; the first of equals.
  func language(of tokens: [Token], first limit: Int) -> Int {
    let counts = tokens.withUnsafeBufferPointer { tokens in
      entries.withUnsafeBufferPointer { entries in
        var counts: UInt64 = 0
        for index in 0..<min(limit, tokens.count) where tokens[index].kind == .word {
          counts &+= DateMarkers.ones(tokens[index].hash, entries)
        }
        return counts
      }
    }
    var best = 0
    for index in 1..<max(1, count) where counts.byte(index) > counts.byte(best) { best = index }
    return best
  }

  @inline(__always)
  private static func ones(_ hash: UInt64, _ entries: UnsafeBufferPointer<Entry>) -> UInt64 {
    let mask = entries.count &- 1
    var place = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & mask
    while entries[place].key != hash {
      if entries[place].key == 0 { return 0 }
      place = (place &+ 1) & mask
    }
    return entries[place].ones
  }
}

extension UInt64 {
  /// One of its eight bytes, the lowest first.
  fileprivate func byte(_ index: Int) -> UInt64 { self >> UInt64(index * 8) & 0xFF }
}

extension DateMention {
  /// Whether a past or future tense changes the value.
  var needsTense: Bool {
    guard case .calendar(let fields) = reading else { return false }
    return fields.year == nil && fields.yearShift == nil
  }
}
