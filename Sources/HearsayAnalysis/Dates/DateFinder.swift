internal import HearsayText

/// Finds the time expressions of a paragraph.
///
/// What it finds depends on the paragraph's bytes alone; linear in their number. A paragraph is read
/// in the language whose frequent words it holds most of, the first language on a tie.
public struct DateFinder: Sendable {
  /// How many tokens tell a paragraph's language.
  private static let markedTokens = 120

  private let languages: [DateLanguage]

  /// A finder of time expressions in some languages.
  public init(languages: [DateLanguage]) { self.languages = languages }

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
    var best = 0
    var chosen = languages.first
    for language in languages {
      var count = 0
      for token in paragraph.tokens.prefix(DateFinder.markedTokens) where token.kind == .word {
        if language.roles.markers.contains(language.vocabulary.word(token.hash)) { count += 1 }
      }
      if count > best {
        best = count
        chosen = language
      }
    }
    return chosen
  }
}

extension DateMention {
  /// Whether a past or future tense changes the value.
  var needsTense: Bool {
    guard case .calendar(let fields) = reading else { return false }
    return fields.year == nil && fields.yearShift == nil
  }
}
