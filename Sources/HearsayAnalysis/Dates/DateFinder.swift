internal import HearsayText

/// Finds the time expressions of a paragraph.
///
/// What it finds depends on the paragraph's bytes alone; linear in their number. A paragraph is read
/// in the language whose frequent words it holds most of, the first language on a tie.
public struct DateFinder: Sendable {
  /// How many tokens tell a paragraph's language.
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
    guard let language = language(of: paragraph) else { return [] }
    let atoms = DateLexer.atoms(of: paragraph, language: language)
    var matcher = DateMatcher(atoms: atoms, language: language)
    let line = DateLine(atoms: atoms, roles: language.roles)
    let tense = DateTense(atoms: atoms, roles: language.roles)
    var joiner = DateJoiner(atoms: atoms, roles: language.roles)
    var index = 0
    while index < atoms.count {
      guard let match = joiner.match(at: index) ?? matcher.match(at: index), match.end > index
      else {
        index += 1
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
    return languages[markers.language(of: paragraph.tokens.prefix(DateFinder.markedTokens))]
  }
}

/// The frequent words of all languages by hash.
private struct DateMarkers: Sendable {
  /// Open addressing; a key of 0 is a free place.
  private var keys: [UInt64] = [0]
  /// The languages that a word is frequent in, a bit each.
  private var bits: [UInt64] = [0]

  init(_ languages: [DateLanguage]) {
    var found: [UInt64: UInt64] = [:]
    for (index, language) in languages.prefix(64).enumerated() {
      language.vocabulary.forEachWord { hash, word in
        if language.roles.markers.contains(word) { found[hash, default: 0] |= 1 << UInt64(index) }
      }
    }
    var capacity = 64
    while capacity < found.count * 8 { capacity *= 2 }
    keys = Array(repeating: 0, count: capacity)
    bits = keys
    for (hash, languages) in found {
      let place = place(of: hash)
      keys[place] = hash
      bits[place] = languages
    }
  }

  @inline(__always)
  private func place(of hash: UInt64) -> Int {
    let mask = keys.count - 1
    var index = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & mask
    while keys[index] != 0, keys[index] != hash { index = (index + 1) & mask }
    return index
  }

  /// The language most of whose frequent words are among the tokens; the first of equals.
  func language(of tokens: ArraySlice<Token>) -> Int {
    var counts: (first: Int, second: Int) = (0, 0)
    var others: [Int] = []
    for token in tokens where token.kind == .word {
      var rest = bits[place(of: token.hash)]
      counts.first &+= Int(rest & 1)
      counts.second &+= Int(rest >> 1 & 1)
      rest >>= 2
      while rest != 0 {
        let index = rest.trailingZeroBitCount
        while others.count <= index { others.append(0) }
        others[index] += 1
        rest &= rest - 1
      }
    }
    var best = counts.second > counts.first ? 1 : 0
    var most = max(counts.first, counts.second)
    for (index, count) in others.enumerated() where count > most {
      (best, most) = (index + 2, count)
    }
    return best
  }
}

extension DateMention {
  /// Whether a past or future tense changes the value.
  var needsTense: Bool {
    guard case .calendar(let fields) = reading else { return false }
    return fields.year == nil && fields.yearShift == nil
  }
}
