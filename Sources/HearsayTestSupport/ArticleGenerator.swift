public import HearsayText

/// Makes articles nobody would write, and edits nobody would make, from a seed.
///
/// The text is well-formed UTF-8 and mixes what news is made of with what breaks readers of news:
/// characters outside the basic plane, combining marks, every kind of line break, NUL, a byte
/// order mark in the middle, quotation marks that never close, very long lines.
public struct ArticleGenerator: Sendable {
  /// The numbers behind every choice.
  public var random: SplitMix64

  /// A generator whose articles depend on the seed alone.
  public init(seed: UInt64) { random = SplitMix64(seed: seed) }

  /// An article of about `size` bytes.
  public mutating func article(ofAbout size: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < size {
      if random.one(in: 60) {
        appendLongLine(to: &bytes, ofAbout: min(size, 100 + random.below(8_000)))
      } else if random.one(in: 12) {
        bytes += Array(random.pick(ArticleGenerator.oddities).utf8)
      } else if random.one(in: 5) {
        bytes += Array(random.pick(ArticleGenerator.breaks).utf8)
      } else {
        bytes += Array(random.pick(ArticleGenerator.phrases).utf8)
        if !random.one(in: 6) { bytes.append(0x20) }
      }
    }
    return bytes
  }

  /// Random bytes with every ill-formed stretch replaced, so that they are UTF-8.
  public mutating func noise(ofAbout size: Int) -> [UInt8] {
    let bytes = (0..<size).map { _ in UInt8(truncatingIfNeeded: random.next()) }
    return Array(String(decoding: bytes, as: UTF8.self).utf8)
  }

  private mutating func appendLongLine(to bytes: inout [UInt8], ofAbout size: Int) {
    let piece = Array(random.pick(ArticleGenerator.phrases + ["x", " ", "🌊", "“", "12"]).utf8)
    for _ in 0..<max(1, size / piece.count) { bytes += piece }
  }

  /// An edit of `bytes`: both edges lie between characters, the replacement is UTF-8.
  public mutating func edit(of bytes: [UInt8]) -> RandomEdit {
    let start = scalarBoundary(in: bytes, near: random.below(bytes.count + 1))
    var end = start
    switch random.below(8) {
    case 0: end = scalarBoundary(in: bytes, near: start + random.below(bytes.count - start + 1))
    case 1...4: end = scalarBoundary(in: bytes, near: min(bytes.count, start + random.below(40)))
    default: break
    }
    return RandomEdit(span: ByteSpan(start, max(start, end)), replacement: replacement())
  }

  private mutating func replacement() -> [UInt8] {
    switch random.below(8) {
    case 0, 1: []
    case 2: Array(random.pick(ArticleGenerator.breaks).utf8)
    case 3: Array(random.pick(ArticleGenerator.oddities).utf8)
    case 4: article(ofAbout: random.below(400))
    default: Array(random.pick(ArticleGenerator.phrases).utf8)
    }
  }

  private func scalarBoundary(in bytes: [UInt8], near offset: Int) -> Int {
    var boundary = offset
    while boundary > 0, boundary < bytes.count, bytes[boundary] & 0xC0 == 0x80 { boundary -= 1 }
    return boundary
  }
}

/// A replacement of some bytes of a text by others.
public struct RandomEdit: Hashable, Sendable {
  /// The bytes that go.
  public let span: ByteSpan
  /// The bytes that come, well-formed UTF-8.
  public let replacement: [UInt8]

  /// The same edit on a plain array of bytes.
  public func apply(to bytes: inout [UInt8]) {
    bytes.replaceSubrange(span.range, with: replacement)
  }
}

extension ArticleGenerator {
  /// What news is made of.
  static let phrases = [
    "“We will not resign,”", "Ana Ruiz said", "said Ana Ruiz, the mayor", "he said", "she added",
    "on Tuesday", "on 5 March 2024", "last week", "two years ago", "03/04/2021", "in 2019",
    "according to the ministry", "the ministry", "Ruiz told Reuters", "reported TASS",
    "\"It is over,\"", "'not now'", "‘never’", "«Нет»", "„Nein“", "the so-called “green reserve”",
    "Dmitri Okafor:", "that", "The bridge was closed", "and the town is cut in two", "Mr.", "U.S.",
    "Dr. M. Aubert", "the river bed", "12.5%", "1,000", "$40", "Share on Facebook", "Read more:",
    "Publish date 12 Feb 2022", "https://example.org/a-b?c=1", "—", "…", "(", ")", "[sic]", ".",
    "\n\"Ana Ruiz chanted “Open up!”\n", "\n\"Bo Lind was asleep.\n", "''a shame''",
    "?", "!", ",", ".”", "“", "”", "\"", "'", "’s", "\n\nRUIZ: ", "\nQ: ", "\nA: ",
    "\n\nMr. Okafor: ", "the statement", "said in a statement", "the FHS said",
    "the Federal Harbour Service (FHS)", "Oleg Zalensky", "Zalenskyy said",
    "Foreign Minister Oleg Petrov", "the minister said",
    "Russia’s top diplomat", "Peter Okafor and Oleg Petrov came.", "they said", "Kyiv said",
    "Kiev", "demanded:\n\n– ", "\n\n– ", ";\n1. ", "\n\nRuiz: the river is high\n\n",
    "\n\nPhoto: ", "In a letter,", "the letter", "his lawyer", "Ana “Nita” Ruiz", "another mayor",
  ]

  /// What ends lines and paragraphs.
  static let breaks = ["\n", "\n\n", "\r\n", "\r\n\r\n", "\r", "\n\r", "\r\r", "\n \n", "\u{2028}"]

  /// What breaks readers of news.
  static let oddities = [
    "🌊", "🌊🌉", "👩‍👩‍👧", "🇵🇹", "e\u{301}", "a\u{308}\u{323}", "\u{301}", "\u{0}", "\u{FEFF}",
    "𝔘𝔫𝔦", "\u{10FFFF}", "\u{FFFF}", "\u{200D}", "\u{200B}", "\u{AD}", "\u{202E}", "日本語", "אָלֶף",
    "\u{A0}", "\t", "\u{85}", "\u{1B}[31m", "``", "''", "“““", "\"\"\"", "’’", "\u{7F}", "ß", "İ",
  ]
}
