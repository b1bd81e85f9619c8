/// Pairs the quotation marks of one paragraph, whatever their style.
///
/// Straight and curly marks may be mixed; `„…“`, `«…»`, `»…«`, ` ``…'' ` and single marks are
/// known. A mark that opens while another of its kind is open ends the earlier one unclosed; what is
/// open at the paragraph's end stays unclosed. An apostrophe and the sign for inches pair with
/// nothing.
struct MarkPairer {
  /// The stretches of a paragraph in order of their opening mark.
  static func pair(_ input: ParagraphInput) -> [MarkedStretch] {
    let first = input.tokens.withUnsafeBufferPointer { $0.firstIndex { $0.kind == .mark } }
    guard let first else { return [] }
    var pairer = MarkPairer(input)
    pairer.index = first
    pairer.run()
    if pairer.stretches.count > 1 { pairer.stretches.sort { $0.first < $1.first } }
    return pairer.stretches
  }

  private struct Open {
    let first: Int
    let contentStart: Int
    let sign: MarkSign
    let isSingle: Bool
    /// Token that will close a single mark; found when it opened.
    let closer: Int?
  }

  /// Tokens behind a mark among which the one is looked for that closes it; this keeps it linear.
  private static let reach = 400

  private let input: ParagraphInput
  private var tokens: [Token] { input.tokens }
  private var stack: [Open] = []
  private var stretches: [MarkedStretch] = []
  private var index = 0

  private init(_ input: ParagraphInput) {
    self.input = input
  }

  private mutating func run() {
    while index < tokens.count {
      if tokens[index].kind == .mark, let sign = MarkSign.of(tokens[index], input.bytes) {
        mark(sign)
      }
      index += 1
    }
    while let open = stack.popLast() {
      // A single mark that never closes was an apostrophe.
      if !open.isSingle { emit(open, last: tokens.count - 1, isClosed: false) }
    }
  }

  private mutating func mark(_ sign: MarkSign) {
    if let open = stack.last, open.isSingle, open.closer == index {
      stack.removeLast()
      emit(open, last: index, isClosed: true)
      return
    }
    switch sign {
    case .backtick, .straightSingle, .closeSingle:
      if isDoubled(at: index) {
        doubled(sign)
      } else if sign != .closeSingle || spaceBefore {
        openSingle(sign)
      }
    case .openSingle, .lowSingle:
      openSingle(sign)
    default:
      double(sign)
    }
  }

  /// Two equal signs side by side stand for a double mark, as typesetters' input has it.
  ///
  /// Two apostrophes only close what other marks opened: in front of a word they are wiki markup as
  /// often as a mark, and make a ``MarkedStretch/isTypewritten`` one.
  private func isDoubled(at index: Int) -> Bool {
    guard index + 1 < tokens.count, tokens[index + 1].kind == .mark,
      tokens[index + 1].start == tokens[index].end
    else { return false }
    return tokens[index + 1].hash == tokens[index].hash
  }

  private mutating func doubled(_ sign: MarkSign) {
    if sign != .backtick, let place = openDouble {
      close(at: place, last: index + 1)
    } else if sign == .backtick {
      open(.openDouble, contentStart: index + 2)
    } else if spaceBefore || index == 0, canOpen(after: index + 1), let stretch = typewritten {
      stretches.append(stretch)
    }
    index += 1
  }

  /// What stands between the two apostrophes here and two that close, no other double mark between;
  /// up to the paragraph's end where none closes what opens the paragraph or goes on a sentence.
  private var typewritten: MarkedStretch? {
    let start = index + 2
    func stretch(_ content: Range<Int>, last: Int, isClosed: Bool) -> MarkedStretch {
      MarkedStretch(
        first: index, last: last, content: content, isClosed: isClosed, isSingle: false,
        isTypewritten: true)
    }
    for place in start..<max(start, min(tokens.count, index + MarkPairer.reach))
    where tokens[place].kind == .mark {
      if MarkSign.of(tokens[place], input.bytes)?.isDouble == true { return nil }
      guard isDoubled(at: place) else { continue }
      let next = input.token(place + 2)
      let opens =
        tokens[place].flags.contains(.spaceBefore)
        && next.map { !$0.flags.contains(.spaceBefore) && $0.kind != .mark } == true
      guard !opens else { return nil }
      // Of three apostrophes the first closes what single marks hold.
      let end = isDoubled(at: place + 1) ? place + 1 : place
      return stretch(start..<end, last: end + 1, isClosed: true)
    }
    guard tokens.count - start > 4, tokens.count < index + MarkPairer.reach,
      index == 0 || tokens[index - 1].kind == .punctuation
    else { return nil }
    return stretch(start..<tokens.count, last: tokens.count - 1, isClosed: false)
  }

  private var spaceBefore: Bool { tokens[index].flags.contains(.spaceBefore) }

  /// Index in the stack of the innermost open double mark.
  private var openDouble: Int? { stack.lastIndex { !$0.isSingle } }

  /// Whether a mark could open: nothing but an opening sign before it, no white space behind it.
  private func canOpen(after last: Int) -> Bool {
    guard last + 1 < tokens.count, !tokens[last + 1].flags.contains(.spaceBefore) else {
      return false
    }
    if spaceBefore || index == 0 { return true }
    switch tokens[index - 1].kind {
    case .mark, .symbol: return true
    case .punctuation:
      let byte = input.bytes[tokens[index - 1].start]
      return byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "-")
        || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ":") || byte >= 0x80
    default: return false
    }
  }

  private mutating func double(_ sign: MarkSign) {
    guard let place = openDouble else {
      openFirstDouble(sign)
      return
    }
    let opened = stack[place].sign
    switch sign {
    case .closeDouble:
      close(at: place, last: index)
    case .openDouble:
      // “ closes what „ opened, and where it was typed for ” behind a word.
      if !spaceBefore, opened == .lowDouble || closesByPlace {
        close(at: place, last: index)
      } else {
        open(sign, contentStart: index + 1)
      }
    case .guillemetRight where opened != .guillemetRight,
      .guillemetLeft where opened == .guillemetRight:
      close(at: place, last: index)
    case .lowDouble, .guillemetLeft, .guillemetRight:
      open(sign, contentStart: index + 1)
    default:
      straight(closing: place)
    }
  }

  /// Nothing between it and the word before, white space behind it.
  private var closesByPlace: Bool {
    guard let next = input.token(index + 1) else { return true }
    return next.flags.contains(.spaceBefore)
  }

  private mutating func openFirstDouble(_ sign: MarkSign) {
    switch sign {
    case .openDouble, .lowDouble, .guillemetLeft:
      open(sign, contentStart: index + 1)
    case .guillemetRight, .closeDouble:
      if canOpen(after: index) { open(sign, contentStart: index + 1) }
    default:
      guard !isInches, canOpen(after: index) || spaceBefore || index == 0 else { return }
      open(sign, contentStart: index + 1)
    }
  }

  /// A straight mark while one is open: opens again only where it cannot close.
  private mutating func straight(closing place: Int) {
    if isInches, nextDoubleCloses { return }
    if spaceBefore, canOpen(after: index), index > stack[place].contentStart {
      open(.straightDouble, contentStart: index + 1)
    } else {
      close(at: place, last: index)
    }
  }

  /// `5'10"` and `24"`: a number right before.
  private var isInches: Bool {
    index > 0 && !spaceBefore && tokens[index - 1].kind == .number
  }

  /// Whether the next double mark can only close, so that the one open goes on until there.
  private var nextDoubleCloses: Bool {
    for place in (index + 1)..<max(index + 1, min(tokens.count, index + MarkPairer.reach))
    where tokens[place].kind == .mark {
      switch MarkSign.of(tokens[place], input.bytes) {
      case .closeDouble: return true
      case .straightDouble:
        return !tokens[place].flags.contains(.spaceBefore)
          && (input.token(place + 1)?.flags.contains(.spaceBefore) ?? true)
      case .openDouble, .lowDouble, .guillemetLeft, .guillemetRight: return false
      default: continue
      }
    }
    return false
  }

  private mutating func open(_ sign: MarkSign, contentStart: Int) {
    // Of two double marks that open inside one another the first is a quotation that never closed,
    // unless both close further on.
    while let place = openDouble, !isNested(sign, in: stack[place].sign) {
      let unclosed = stack[place]
      stack.removeSubrange(place...)
      emit(unclosed, last: index - 1, isClosed: false)
    }
    stack.append(
      Open(first: index, contentStart: contentStart, sign: sign, isSingle: false, closer: nil))
  }

  /// Whether a mark that opens now lies inside an open one: guillemets and quotes may hold each
  /// other, a straight mark may hold curly ones, and “ holds “ where two ” follow.
  private func isNested(_ sign: MarkSign, in outer: MarkSign) -> Bool {
    guard stack.count < 4 else { return false }
    switch (outer, sign) {
    case (.guillemetLeft, .guillemetLeft), (.guillemetRight, .guillemetRight): return false
    case (.guillemetLeft, _), (.guillemetRight, _), (_, .guillemetLeft), (_, .guillemetRight):
      return true
    case (.straightDouble, .openDouble):
      return closersFollow(sign) || isTerm
    case (.openDouble, .straightDouble), (.openDouble, .openDouble):
      return closersFollow(sign)
    default:
      return false
    }
  }

  /// Whether a curly mark that opens right behind a small word closes again a few words on: a title
  /// or a term in an utterance whose straight mark stays open to the paragraph's end.
  private var isTerm: Bool {
    guard index > 0, tokens[index - 1].kind == .word, !tokens[index - 1].isCapitalized else {
      return false
    }
    let next = tokens[(index + 1)..<min(tokens.count, index + 10)]
      .first { $0.kind == .mark && MarkSign.of($0, input.bytes)?.isDouble == true }
    return next.flatMap { MarkSign.of($0, input.bytes) } == .closeDouble
  }

  /// Whether the next double marks close this one and the one around it, none opening between.
  private func closersFollow(_ sign: MarkSign) -> Bool {
    var closed = 0
    for place in (index + 1)..<max(index + 1, min(tokens.count, index + MarkPairer.reach))
    where tokens[place].kind == .mark {
      switch MarkSign.of(tokens[place], input.bytes) {
      case .closeDouble, .guillemetRight: closed += 1
      case .straightDouble where !tokens[place].flags.contains(.spaceBefore): closed += 1
      case .openDouble, .lowDouble, .straightDouble, .guillemetLeft: return false
      default: continue
      }
      if closed == 2 { return true }
    }
    return false
  }

  private mutating func close(at place: Int, last: Int) {
    let open = stack[place]
    stack.removeSubrange(place...)
    emit(open, last: last, isClosed: true)
  }

  private mutating func emit(_ open: Open, last: Int, isClosed: Bool) {
    let end = isClosed ? last : last + 1
    let contentEnd = isClosed ? closingStart(last, open) : end
    guard open.contentStart < contentEnd, !isAttributeValue(open.first) else { return }
    stretches.append(
      MarkedStretch(
        first: open.first, last: last, content: open.contentStart..<contentEnd,
        isClosed: isClosed, isSingle: open.isSingle, isTypewritten: false))
  }

  /// `name="value"` of a page's code.
  private func isAttributeValue(_ first: Int) -> Bool {
    first > 0 && input.isSign(first - 1, "=") && tokens[first - 1].end == tokens[first].start
  }

  /// First token of a closing mark that ends at `last`; a doubled one has two.
  private func closingStart(_ last: Int, _ open: Open) -> Int {
    guard !open.isSingle, last > open.contentStart, tokens[last].kind == .mark,
      tokens[last - 1].kind == .mark, tokens[last - 1].end == tokens[last].start,
      tokens[last - 1].hash == tokens[last].hash, tokens[last].reads("'")
    else { return last }
    return last - 1
  }

  private mutating func openSingle(_ sign: MarkSign) {
    guard !stack.contains(where: { $0.isSingle }), canOpen(after: index),
      let next = input.token(index + 1)
    else { return }
    guard next.kind == .word || next.kind == .mark || next.kind == .punctuation else { return }
    guard let closer = singleCloser(from: index + 1, sign), !isElision(until: closer) else {
      return
    }
    stack.append(
      Open(
        first: index, contentStart: index + 1, sign: sign, isSingle: true, closer: closer))
  }

  /// The two apostrophes of “rock 'n' roll”.
  private func isElision(until closer: Int) -> Bool {
    closer == index + 2 && tokens[index + 1].reads("n")
  }

  /// The token that closes a single mark: the first apostrophe that ends a word and is followed by
  /// white space or punctuation; a plural's apostrophe is passed over where a better one follows.
  ///
  /// No single-quoted stretch is looked for over more than ``reach`` tokens.
  private func singleCloser(from start: Int, _ sign: MarkSign) -> Int? {
    var plural: Int?
    for place in start..<min(tokens.count, start + MarkPairer.reach)
    where tokens[place].kind == .mark {
      let token = tokens[place]
      guard let kind = MarkSign.of(token, input.bytes) else { continue }
      switch kind {
      case .straightSingle, .closeSingle:
        if token.flags.contains(.spaceBefore), place > start { return plural }
        guard isFollowedByBreak(place) else { continue }
        if endsPlural(place) {
          plural = plural ?? place
        } else {
          return place
        }
      case .openSingle:
        return plural
      default:
        // The double marks around or after it end the search.
        if let double = openDouble, place > double, closesDouble(kind) { return plural }
      }
    }
    return plural
  }

  private func closesDouble(_ sign: MarkSign) -> Bool {
    sign == .straightDouble || sign == .closeDouble || sign == .guillemetRight
  }

  private func isFollowedByBreak(_ place: Int) -> Bool {
    guard let next = input.token(place + 1) else { return true }
    return next.flags.contains(.spaceBefore) || next.kind == .punctuation || next.kind == .mark
  }

  /// “officials' claims”: the word before ends in s and a small letter follows.
  private func endsPlural(_ place: Int) -> Bool {
    guard place > 0, tokens[place - 1].kind == .word,
      input.bytes[tokens[place - 1].end - 1] == UInt8(ascii: "s"),
      let next = input.token(place + 1), next.kind == .word, next.flags.contains(.spaceBefore)
    else { return false }
    return !next.isCapitalized && !next.has(.cueVerb)
  }
}
