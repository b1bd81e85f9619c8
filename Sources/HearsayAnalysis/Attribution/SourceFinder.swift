internal import HearsayText

/// Finds the words that a cue credits.
struct SourceFinder {
  /// A source as tokens, and its mention where it is one.
  struct Source: Hashable {
    let tokens: Range<Int>
    let mention: Int?
  }

  private let paragraph: MarkedParagraph
  private var input: ParagraphInput { paragraph.input }
  private var mentions: [Mention] { paragraph.mentions }
  private var tokens: [Token] { paragraph.input.tokens }

  init(_ paragraph: MarkedParagraph) { self.paragraph = paragraph }

  /// A source given by its words: they credit the first in them that can speak, by name where they
  /// end in one.
  func source(_ words: Range<Int>) -> Source {
    let words = closed(words)
    for place in words {
      let number = paragraph.mention(at: place)
      guard number >= 0, mentions[number].canSpeak else { continue }
      return Source(tokens: words, mention: name(of: number, in: words) ?? number)
    }
    return Source(tokens: words, mention: antecedent(of: words))
  }

  /// “a diplomat, who asked not to be named”: whom a relative pronoun points back at, or nil.
  private func antecedent(of words: Range<Int>) -> Int? {
    guard words.count == 1, tokens[words.lowerBound].has(.subordinator),
      tokens[words.lowerBound].reads("who") || tokens[words.lowerBound].reads("which")
    else { return nil }
    var place = words.lowerBound - 1
    if input.isSign(place, ",") { place -= 1 }
    guard place >= 0 else { return nil }
    return ending(at: place)?.mention
  }

  /// The words with the bracket behind them that closes one in them: “the service (FSB)”.
  private func closed(_ words: Range<Int>) -> Range<Int> {
    guard input.isSign(words.upperBound, ")"),
      let opening = words.last(where: { input.isSign($0, "(") || input.isSign($0, ")") }),
      input.isSign(opening, "(")
    else { return words }
    return words.lowerBound..<words.upperBound + 1
  }

  /// “the head of the Nova region, Ana Ruiz”: whose role the first words tell, or nil.
  private func name(of role: Int, in words: Range<Int>) -> Int? {
    guard mentions[role].kind == .role else { return nil }
    let last = paragraph.mention(at: words.upperBound - 1)
    guard last > role, let name = mentions[last].name, name.count > 1,
      mentions[last].kind == .person || mentions[last].kind == .name,
      input.isSign(mentions[last].tokens.lowerBound - 1, ",")
    else { return nil }
    return last
  }

  private static let skipped: WordClasses = [.adverb, .auxiliary]

  /// Who stands before a cue as its subject; nobody who begins left of `limit`.
  func subject(before cue: Int, from limit: Int) -> Source? {
    guard let source = neighbor(before: cue, from: limit), source.tokens.lowerBound >= limit else {
      return nil
    }
    return source
  }

  /// Whoever stands before a cue, maybe with a name that goes on over `limit`.
  private func neighbor(before cue: Int, from limit: Int) -> Source? {
    var place = skipBack(from: cue - 1, limit)
    if let token = input.token(place), place >= limit, token.reads("to") {
      place = skipVerbs(from: place - 1, limit)
    }
    guard place >= limit, place < tokens.count else { return nil }
    let token = tokens[place]
    if token.reads("who") || token.reads("which") {
      place -= 1
      if place >= limit, isBreak(place) { place -= 1 }
      return place >= limit ? ending(at: place) : nil
    }
    if isBreak(place) { return beforeApposition(place, limit) }
    if token.has(.conjunction) { return first(in: limit..<place) }
    return withoutOrigin(ending(at: place), limit) ?? generic(endingAt: place, limit)
      ?? nearest(before: place, limit)
  }

  /// Who stands behind a cue: “said Ana Ruiz”.
  func inverted(after cue: Int, to limit: Int) -> Source? {
    var place = cue + 1
    while place < limit, tokens[place].has(.adverb) { place += 1 }
    guard place < limit else { return nil }
    if let source = starting(at: place) { return source }
    let token = tokens[place]
    guard token.kind == .word, token.has(.determiner) || token.isCapitalized,
      !token.has(.subordinator)
    else { return nil }
    return genericForward(from: place, limit)
  }

  /// The noun phrase right behind “according to” or a noun's “by”.
  func phrase(from place: Int, to limit: Int) -> Source? {
    guard place < limit else { return nil }
    return starting(at: place) ?? genericForward(from: place, limit)
  }

  /// The first mention in a range that can be a subject: no preposition stands before it.
  func first(in range: Range<Int>) -> Source? {
    var place = range.lowerBound
    while place < range.upperBound {
      let number = paragraph.mention(at: place)
      guard number >= 0 else {
        place += 1
        continue
      }
      let mention = mentions[number]
      if mention.canSpeak, !followsPreposition(mention.tokens.lowerBound, range.lowerBound) {
        return Source(tokens: mention.tokens, mention: number)
      }
      place = max(place + 1, mention.tokens.upperBound)
    }
    return nil
  }

  /// The mention whose possessive stands right before a token: “the mayor’s “plan””.
  func possessor(before place: Int, from limit: Int) -> Source? {
    guard place - 1 >= limit, tokens[place - 1].flags.contains(.possessive), place - 2 >= limit
    else { return nil }
    return ending(at: place - 2)
  }

  private func skipBack(from start: Int, _ limit: Int) -> Int {
    var place = start
    while place >= limit {
      let token = tokens[place]
      if token.has(SourceFinder.skipped), paragraph.mention(at: place) < 0 {
        place -= 1
      } else if token.has(.calendar), place - 1 >= limit {
        place -= tokens[place - 1].has(.preposition) ? 2 : 1
      } else {
        break
      }
    }
    return place
  }

  /// Before “to claim”: the verbs and particles of “went on to claim”.
  private func skipVerbs(from start: Int, _ limit: Int) -> Int {
    var place = start
    var steps = 0
    while place >= limit, steps < 5, paragraph.mention(at: place) < 0, tokens[place].kind == .word {
      place -= 1
      steps += 1
    }
    return place
  }

  /// A comma, dash or bracket, behind which a clause about the subject may have stood.
  private func isBreak(_ place: Int) -> Bool {
    let token = tokens[place]
    return token.kind == .punctuation && !input.isSign(place, ".")
  }

  /// “Ruiz, the mayor of Calle Nova, said”: the mention that an earlier comma follows.
  private func beforeApposition(_ place: Int, _ limit: Int) -> Source? {
    var cursor = limit
    var fallback: Source?
    while cursor < place {
      let number = paragraph.mention(at: cursor)
      guard number >= 0 else {
        cursor += 1
        continue
      }
      let mention = mentions[number]
      cursor = max(cursor + 1, mention.tokens.upperBound)
      guard mention.canSpeak, mention.kind != .place,
        !followsPreposition(mention.tokens.lowerBound, limit)
      else { continue }
      let source = Source(tokens: mention.tokens, mention: number)
      if cursor < place, isBreak(cursor) { return source }
      fallback = fallback ?? source
    }
    return fallback
  }

  private func followsPreposition(_ place: Int, _ limit: Int) -> Bool {
    place - 1 >= limit && tokens[place - 1].has(.preposition)
      && !tokens[place - 1].has(.subordinator)
  }

  /// “Ana Ruiz of Oslo said”: the name and not the place it comes from.
  private func withoutOrigin(_ source: Source?, _ limit: Int) -> Source? {
    guard let source, followsPreposition(source.tokens.lowerBound, limit),
      source.tokens.lowerBound - 2 >= limit
    else { return source }
    return ending(at: source.tokens.lowerBound - 2) ?? source
  }

  private func ending(at place: Int) -> Source? {
    let number = paragraph.mention(at: place)
    guard number >= 0, mentions[number].canSpeak else { return nil }
    return Source(tokens: mentions[number].tokens, mention: number)
  }

  private func starting(at place: Int) -> Source? {
    let number = paragraph.mention(at: place)
    guard number >= 0, mentions[number].tokens.lowerBound == place, mentions[number].canSpeak else {
      return nil
    }
    return Source(tokens: mentions[number].tokens, mention: number)
  }

  /// A noun phrase that is no known mention: back to its article or capital.
  private func generic(endingAt place: Int, _ limit: Int) -> Source? {
    var start = place
    while start >= limit, place - start < 6 {
      let token = tokens[start]
      guard token.kind == .word || token.kind == .number else { return nil }
      if token.has(.determiner), start < place {
        return Source(tokens: start..<(place + 1), mention: nil)
      }
      if token.has([.preposition, .conjunction, .subordinator, .auxiliary, .finiteVerb]) {
        break
      }
      start -= 1
    }
    let first = start + 1
    guard first <= place, tokens[first].has(.collectiveNoun) || tokens[place].has(.cueNoun) else {
      return nil
    }
    return Source(tokens: first..<(place + 1), mention: nil)
  }

  private func genericForward(from place: Int, _ limit: Int) -> Source? {
    var end = place
    while end < limit, end - place < 8, tokens[end].kind == .word || tokens[end].kind == .number {
      if tokens[end].has([.auxiliary, .subordinator]) { break }
      end += 1
    }
    return end > place ? Source(tokens: place..<end, mention: nil) : nil
  }

  /// The last mention before a place that no preposition governs.
  private func nearest(before place: Int, _ limit: Int) -> Source? {
    var cursor = place
    while cursor >= limit {
      let number = paragraph.mention(at: cursor)
      if number >= 0 {
        let mention = mentions[number]
        if mention.canSpeak, !followsPreposition(mention.tokens.lowerBound, limit) {
          return Source(tokens: mention.tokens, mention: number)
        }
        cursor = min(cursor, mention.tokens.lowerBound)
      }
      cursor -= 1
    }
    return nil
  }
}
