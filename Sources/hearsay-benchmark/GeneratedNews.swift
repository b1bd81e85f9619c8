/// Text to measure with: the same every time, and of exactly the size asked for.
enum GeneratedNews {
  /// Articles as a wire would send them, invented.
  static func prose(bytes size: Int) -> [UInt8] { repeated(articles, bytes: size) }

  /// Nothing but digits and what stands between digits; hard on whatever reads dates.
  static func digits(bytes size: Int) -> [UInt8] {
    repeated(
      ["12/03/2021-04:55 1,000.5 2019–2020 31.12.99 7 8 9 2024-02-30 5th 1990s; "], bytes: size)
  }

  /// Nothing but marks; hard on whatever pairs them.
  static func marks(bytes size: Int) -> [UInt8] {
    repeated(["“a ‘b \"c” d' 'e\" ’f „g« h» i”” ‘‘j \"\"k ` l ' ", "“ ", "\" a "], bytes: size)
  }

  /// Nothing but capitalised names and words that credit; hard on whatever resolves speakers.
  static func names(bytes size: Int) -> [UInt8] {
    repeated(
      ["Ana Ruiz said Dmitri Okafor told Mireille Aubert, who said he said she said. "], bytes: size
    )
  }

  /// Nothing but words that credit and marks; hard on whatever looks for a source.
  static func cues(bytes size: Int) -> [UInt8] { repeated(["said “x” "], bytes: size) }

  /// Nothing but articles; hard on whatever reads noun phrases.
  static func articles(bytes size: Int) -> [UInt8] { repeated(["the "], bytes: size) }

  /// Nothing but outlets, what looks like one, and addresses; hard on whatever finds outlets.
  static func outlets(bytes size: Int) -> [UInt8] {
    repeated(
      ["TASS told RT. The New York Post (AP) said ABC / Reuters: a.b.c.d.e rt.com The Times. "],
      bytes: size)
  }

  /// One line without a space.
  static func endlessWord(bytes size: Int) -> [UInt8] { repeated(["x"], bytes: size) }

  /// One line of words.
  static func endlessLine(bytes size: Int) -> [UInt8] {
    repeated(["“We will not,” said Ana Ruiz on Tuesday; the river bed has moved. "], bytes: size)
  }

  /// The same words over and over.
  static func repetition(of words: String, bytes size: Int) -> [UInt8] {
    repeated([words], bytes: size)
  }

  private static func repeated(_ pieces: [String], bytes size: Int) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(size + 2_000)
    var index = 0
    while result.count < size {
      result += Array(pieces[index % pieces.count].utf8)
      index += 1
    }
    result.removeLast(result.count - size)
    while let last = result.last, last >= 0x80 { result.removeLast() }
    return result + Array(repeating: 0x2E, count: size - result.count)
  }

  private static let articles = [
    """
    The council met on Tuesday to discuss the bridge between the two halves of the town, closed to \
    lorries since the floods of March 2024. “We will rebuild the bridge,” said Anna Müller, the \
    mayor, adding that the money had been found.


    """,
    """
    The regional agency reported that work could start within weeks, although engineers who \
    inspected the pillars warned that the river bed “has moved by a metre” and would have to be \
    surveyed again before any contract was signed.

    Residents who crowded into the hall applauded, then asked who would pay. "Nobody has told us,"
    Dmitri Okafor said. "Not the ministry, and not the mayor." He has run the ferry for twenty years.


    """,
    """
    Publish date 12 Feb 2022

    According to Reuters, the ministry put the cost at $40 million last week. Its spokeswoman, \
    Mireille Aubert, told AFP on 5 March 2024 that it “would not comment on reports”. 🌊

    Share on Facebook
    Read more: Ten photographs of the flood


    """,
    """
    “Two years ago we asked for a fund,” Paulo Nery said. “Last year we asked again. Now everybody \
    has numbers, and nobody has seed.” The harvest begins in September, and the union’s members \
    expect a third less wheat than in 2023.


    """,
  ]
}
