internal import HearsayModel
internal import HearsayText

/// Finds outlets in a paragraph: addresses, datelines, credits, notices, attributions, names.
///
/// One pass looks every word up in the registry's index; only where a name stands are the words
/// around it read. The first construction that fits claims the name, in this order: address,
/// dateline, credit, republication notice, source phrase, reporting verb, noun phrase, signature,
/// bare name. The longest name wins.
struct OutletFinder: Sendable {
  private let registry: OutletRegistry

  /// A finder of the outlets of a registry.
  init(registry: OutletRegistry) { self.registry = registry }

  /// What the paragraph tells by itself; spans count bytes from its start.
  func findings(in paragraph: ParagraphInput) -> OutletFindings {
    guard let first = OutletScan.nextStart(in: paragraph, from: 0, registry.names.starts) else {
      return OutletFindings()
    }
    var scan = OutletScan(paragraph, registry)
    scan.collect(from: first)
    guard !scan.names.isEmpty else { return scan.findings }
    scan.joinDefinitions()
    scan.construe()
    scan.coordinate()
    scan.report()
    return scan.findings
  }

  /// The same for a paragraph that is not cut into tokens yet; it is only where it can name one.
  func findings(
    in bytes: UnsafeBufferPointer<UInt8>, tokenizer: Tokenizer
  ) -> OutletFindings {
    var sieve = OutletSieve(bytes, registry)
    if sieve.mustRead() {
      return findings(in: ParagraphInput(Array(bytes), tokenizer: tokenizer))
    }
    var findings = OutletFindings()
    findings.cues = sieve.cues
    return findings
  }

  /// The mentions that stand by themselves, sorted, none overlapping.
  func find(in paragraph: ParagraphInput) -> [OutletMention] { findings(in: paragraph).mentions }
}

/// A stretch of tokens that may name an outlet.
struct OutletName {
  /// Token indices of the name, without an article before it.
  let tokens: Range<Int>
  /// The bytes to mark, with the article where it belongs to the name.
  let span: ByteSpan
  /// Indices of the records that share the name.
  var candidates: [Int32]
  /// Whether it counts only beside words that make it an outlet.
  let needsContext: Bool
  /// Whether it counts only where the paragraph speaks of the outlet's country.
  var needsCountry = false
  /// Whether it is a person's name as well.
  let isPersonal: Bool
  /// How easily it is taken for something else.
  let ambiguity: OutletRecord.Ambiguity
  /// Whether “the” stands before it.
  let hasArticle: Bool
  /// What the text does with it, once that is read.
  var construction: OutletConstruction?
  /// Whether it stands beside another name of the same outlet: RT (Russia Today).
  var isPaired = false
  /// Whether it is the second of such a pair, the one in brackets.
  var isSecondOfPair = false
  /// Whether it is an address, or holds one.
  var isAddress = false
  /// The Arabic word that is written together with it.
  var prefix = ArabicPrefix.none
}

/// One pass over one paragraph.
struct OutletScan {
  /// The paragraph.
  let input: ParagraphInput
  /// The outlets it is searched for.
  let registry: OutletRegistry
  /// What was found so far.
  var findings = OutletFindings()
  /// Names and addresses, in reading order.
  var names: [OutletName] = []
  /// Tokens that point to a country.
  var places: [(token: Int, country: CountryCode)] = []

  /// A pass that has not begun.
  init(_ input: ParagraphInput, _ registry: OutletRegistry) {
    self.input = input
    self.registry = registry
  }

  /// Collects names, addresses, boilerplate and words that point to a country, from the first
  /// token on that can be any of these.
  mutating func collect(from first: Int) {
    var next: Int? = first
    while let index = next {
      let end = end(at: index)
      next = OutletScan.nextStart(in: input, from: max(index + 1, end), registry.names.starts)
    }
  }

  /// The next token of a paragraph that can begin a name or an address or point to a country.
  ///
  /// Most paragraphs have none; one look into a filter and at the byte behind it tells each word.
  @inline(__always)
  static func nextStart(
    in paragraph: ParagraphInput, from index: Int, _ starts: WordFilter
  ) -> Int? {
    paragraph.tokens.withUnsafeBufferPointer { tokens in
      paragraph.bytes.withUnsafeBufferPointer { bytes in
        starts.withReader { starts in
          var index = index
          while index < tokens.count {
            let token = tokens[index]
            if token.kind == .word || token.kind == .number {
              if starts.mayContain(token.hash) { return index }
              if OutletScan.mayBeginAddress(bytes, token.end) { return index }
            }
            index &+= 1
          }
          return nil
        }
      }
    }
  }

  /// Collects what stands at a token; one past its last token.
  private mutating func end(at index: Int) -> Int {
    if let end = address(at: index) { return end }
    let token = input.tokens[index]
    guard let slot = registry.names.slot(token.hash) else { return index }
    if let end = name(at: index, slot) { return end }
    if let country = slot.country, token.isCapitalized {
      places.append((index, country))
      findings.cues.add(1, of: country)
    }
    return index
  }

  /// What a word does beside a name; nothing outside the paragraph.
  func word(_ index: Int) -> OutletWords {
    guard let token = input.token(index), token.kind == .word else { return [] }
    return registry.names.slot(token.hash)?.words ?? []
  }

  /// Whether a word does any of these things beside a name.
  func has(_ index: Int, _ words: OutletWords) -> Bool { !word(index).isDisjoint(with: words) }

  /// Whether the token at an index is this word, given in lower case.
  func reads(_ index: Int, _ word: WordHash) -> Bool { input.token(index)?.reads(word) ?? false }

  /// Whether the token at an index begins with a capital.
  func isCapitalized(_ index: Int) -> Bool { input.token(index)?.isCapitalized ?? false }

  /// The token indices from one to another; none where they are reversed.
  func stretch(_ from: Int, _ to: Int) -> Range<Int> { from..<max(from, to) }

  /// First token of the line that holds a token; long lines are seen from 40 tokens before.
  func lineStart(_ index: Int) -> Int {
    var start = index
    while start > 0, index - start < 40 {
      guard let token = input.token(start), !token.flags.contains(.lineStart) else { break }
      start -= 1
    }
    return start
  }

  /// One past the last token of the line that holds a token, seen up to 40 tokens ahead.
  func lineEnd(_ index: Int) -> Int {
    var end = index + 1
    while end - index < 40, let token = input.token(end), !token.flags.contains(.lineStart) {
      end += 1
    }
    return end
  }

  /// The sentence that holds a token.
  func sentence(_ index: Int) -> Range<Int> {
    var low = 0
    var high = input.sentences.count
    while low < high {
      let middle = (low + high) / 2
      if input.sentences[middle].upperBound <= index { low = middle + 1 } else { high = middle }
    }
    return low < input.sentences.count ? input.sentences[low] : index..<(index + 1)
  }
}
