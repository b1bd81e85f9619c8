public import HearsayModel
internal import HearsayText

/// What remains of a document once it is written: enough for a picture of the whole set.
public struct DocumentDigest: Sendable {
  /// One statement of a known speaker.
  public struct Statement: Sendable {
    /// The speaker.
    public let speaker: Speaker
    /// The words, cut at 120 code points.
    public let words: String
    /// Whether nobody but the article's writer vouches for the words: no marks.
    public let isIndirect: Bool
    /// Anchor of the annotation inside the document's page.
    public let anchor: String
  }

  /// A quotation inside another: who quotes whom.
  public struct Citation: Hashable, Sendable {
    /// Who quotes.
    public let quoting: Speaker
    /// Who is quoted.
    public let quoted: Speaker
  }

  /// The document's path.
  public let path: String
  /// The first line that holds text.
  public let title: String
  /// The article's date, `YYYY-MM-DD`, or nil.
  public let date: String?
  /// Through whom the text came.
  public let chain: OutletChain
  /// Statements in reading order.
  public let statements: [Statement]
  /// Who quotes whom, in reading order.
  public let citations: [Citation]
  /// Outlets that the text speaks of, by id or name, without those of the chain.
  public let mentioned: [OutletMention]
  /// How many annotations of each kind there are.
  public let counts: [AnnotationKind: Int]

  /// The digest of a document.
  init(_ document: AnnotatedDocument) {
    path = document.record.path
    date = document.record.date?.value
    chain = document.record.chain
    title = DocumentDigest.title(document.text) ?? document.record.name
    counts = Dictionary(document.annotations.map { ($0.kind, 1) }, uniquingKeysWith: +)
    let quotations = document.annotations.enumerated().compactMap { index, annotation in
      annotation.quotation.map { (index: index, quotation: $0) }
    }
    statements = quotations.compactMap { index, quotation in
      guard let speaker = quotation.speaker, quotation.type != .scare else { return nil }
      return Statement(
        speaker: speaker, words: DocumentDigest.excerpt(document.text, quotation.span),
        isIndirect: quotation.type == .indirect, anchor: "a\(index + 1)")
    }
    let speakers = Dictionary(
      quotations.map { ($0.quotation.span, $0.quotation.speaker) }, uniquingKeysWith: { a, _ in a })
    citations = quotations.compactMap { _, quotation in
      guard let quoted = quotation.speaker, let parent = quotation.parent,
        let quoting = speakers[parent] ?? nil, quoting.id != quoted.id
      else { return nil }
      return Citation(quoting: quoting, quoted: quoted)
    }
    let inChain = Set(document.record.chain.steps.map(\.outletID))
    mentioned = document.annotations.compactMap { annotation in
      guard case .outlet(let outlet) = annotation.body else { return nil }
      return outlet.outletID.map(inChain.contains) ?? false ? nil : outlet
    }
  }

  /// The first line with more than markup on it, at most 200 bytes of it.
  static func title(_ text: Text) -> String? {
    for line in 0..<min(text.lineCount, 40) {
      let start = text.lineStart(line)
      let span = ByteSpan(start, min(text.lineEnd(line), start + 400))
      let plain = text.string(in: span).drop { "#>*_-= \t:".contains($0) }
      guard plain.contains(where: \.isLetter) else { continue }
      let isKey = plain.hasPrefix("title:")
      let words = isKey ? plain.dropFirst(6).drop { " \"'".contains($0) } : plain
      return String(words.prefix(160))
    }
    return nil
  }

  private static func excerpt(_ text: Text, _ span: ByteSpan) -> String {
    let short = ByteSpan(span.start, min(span.end, span.start + 512))
    let words = text.string(in: short).split { $0.isWhitespace }.joined(separator: " ")
    guard words.unicodeScalars.count > 120 || short.end < span.end else { return words }
    var cut = String.UnicodeScalarView()
    cut.append(contentsOf: words.unicodeScalars.prefix(119))
    return String(cut) + "…"
  }
}
