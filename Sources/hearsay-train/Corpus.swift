import Foundation
import HearsayAnalysis

/// An attribution as annotators marked it, in token indices of one paragraph; spans begin and end
/// with a word, not with punctuation.
struct GoldAttribution {
  var content: [Range<Int>] = []
  var source: [Range<Int>] = []
  var cue: [Range<Int>] = []
}

/// One paragraph of an annotated article.
final class GoldParagraph {
  let input: ParagraphInput
  let attributions: [GoldAttribution]
  /// The parser's word class of each token, nil where it has none that begins there.
  var silver: [WordTag?] = []
  /// Number of the article.
  let document: Int
  /// Offset of the first byte in the article.
  let start: Int

  init(_ input: ParagraphInput, _ attributions: [GoldAttribution], document: Int, start: Int) {
    self.input = input
    self.attributions = attributions
    self.document = document
    self.start = start
  }
}

/// A folder of texts and brat annotations.
struct Corpus {
  private(set) var paragraphs: [GoldParagraph] = []
  /// The articles' names without extension.
  private(set) var documents: [String] = []
  /// FNV-1a of all texts and annotations, in the order of their names.
  private(set) var fingerprint: UInt64 = 0xCBF2_9CE4_8422_2325
  /// Byte offset of each code point, by article.
  private var offsets: [String: [Int]] = [:]

  /// Reads `text/*.txt` and the first `attributions/NAME_*.ann` of each.
  init(folder: URL, tokenizer: Tokenizer) throws {
    let files = FileManager.default
    let texts = try files.contentsOfDirectory(atPath: folder.appending(path: "text").path)
      .filter { $0.hasSuffix(".txt") }.sorted()
    let notes = try files.contentsOfDirectory(atPath: folder.appending(path: "attributions").path)
      .filter { $0.hasSuffix(".ann") }.sorted()
    var noteOf: [String: String] = [:]
    for note in notes {
      let name = String(note.dropLast(4))
      let base = name.split(separator: "_").dropLast().joined(separator: "_")
      if noteOf[base] == nil { noteOf[base] = note }
      if noteOf[name] == nil { noteOf[name] = note }
    }
    for text in texts {
      let name = String(text.dropLast(4))
      guard let note = noteOf[name] else { continue }
      let bytes = [UInt8](try Data(contentsOf: folder.appending(path: "text/\(text)")))
      let brat = try String(
        contentsOf: folder.appending(path: "attributions/\(note)"), encoding: .utf8)
      fingerprint = Corpus.fingerprint(
        of: brat.utf8, after: Corpus.fingerprint(of: bytes, after: fingerprint))
      add(name, bytes, Brat(brat), tokenizer)
    }
  }

  /// FNV-1a, 64 bits.
  static func fingerprint(
    of bytes: some Sequence<UInt8>, after start: UInt64 = 0xCBF2_9CE4_8422_2325
  ) -> UInt64 {
    bytes.reduce(start) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }

  private mutating func add(
    _ name: String, _ bytes: [UInt8], _ brat: Brat, _ tokenizer: Tokenizer
  ) {
    let number = documents.count
    documents.append(name)
    var places: [Int] = []
    for (index, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 { places.append(index) }
    places.append(bytes.count)
    offsets[name] = places
    let events = brat.events.map { event in
      event.mapValues { spans in spans.map { Corpus.bytes($0, places) } }
    }
    var start = 0
    for length in bytes.withUnsafeBufferPointer({ ParagraphSplitter.lengths(in: $0) { _ in false } }
    ) {
      let input = ParagraphInput(Array(bytes[start..<start + length]), tokenizer: tokenizer)
      let gold = events.compactMap { Corpus.gold($0, input, start) }
      if !input.tokens.isEmpty {
        paragraphs.append(GoldParagraph(input, gold, document: number, start: start))
      }
      start += length
    }
  }

  private static func bytes(_ span: Range<Int>, _ places: [Int]) -> Range<Int> {
    let last = places.count - 1
    let start = places[min(span.lowerBound, last)]
    return start..<max(start, places[min(span.upperBound, last)])
  }

  private static func gold(
    _ event: [String: [Range<Int>]], _ input: ParagraphInput, _ start: Int
  ) -> GoldAttribution? {
    func spans(_ key: String) -> [Range<Int>] {
      var result: [Range<Int>] = []
      for span in event[key] ?? [] {
        guard let tokens = tokens(span, input, start) else { continue }
        if let last = result.last, last.upperBound >= tokens.lowerBound {
          result[result.count - 1] = last.lowerBound..<max(last.upperBound, tokens.upperBound)
        } else {
          result.append(tokens)
        }
      }
      return result
    }
    let gold = GoldAttribution(
      content: spans("content"), source: spans("source"), cue: spans("cue"))
    return gold.content.isEmpty && gold.cue.isEmpty && gold.source.isEmpty ? nil : gold
  }

  /// The tokens of a span of the article that lie in a paragraph, punctuation cut off both ends.
  private static func tokens(
    _ span: Range<Int>, _ input: ParagraphInput, _ start: Int
  ) -> Range<Int>? {
    let tokens = input.tokens
    var first = tokens.firstIndex { $0.end + start > span.lowerBound } ?? tokens.count
    var last = (tokens.firstIndex { $0.start + start >= span.upperBound } ?? tokens.count)
    while first < last, isTrimmed(tokens[first]) { first += 1 }
    while last > first, isTrimmed(tokens[last - 1]) { last -= 1 }
    if first >= last {
      // A colon that credits is all that there is.
      guard let only = tokens.firstIndex(where: { $0.start + start >= span.lowerBound }),
        tokens[only].end + start <= span.upperBound
      else { return nil }
      return only..<only + 1
    }
    return first..<last
  }

  private static func isTrimmed(_ token: Token) -> Bool {
    token.kind == .punctuation || token.kind == .mark
  }

  /// Gives the tokens the classes of a parser's output in columns, as the corpora's README has it.
  mutating func addSilver(_ lines: some Sequence<Substring>) {
    var tags: [Int: WordTag] = [:]
    var name = ""
    var byDocument: [String: [Int: WordTag]] = [:]
    for line in lines {
      if line.hasPrefix("# ") {
        if !name.isEmpty { byDocument[name] = tags }
        name = String(line.dropFirst(2))
        tags = [:]
        continue
      }
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count > 6, let place = Int(fields[1]) else { continue }
      tags[place] = WordTag(pennTreebank: fields[5], entity: fields[6])
    }
    if !name.isEmpty { byDocument[name] = tags }
    for paragraph in paragraphs {
      let name = documents[paragraph.document]
      let key =
        byDocument[name] != nil
        ? name : String(name.split(separator: "_").dropLast().joined(separator: "_"))
      guard let tags = byDocument[key], let places = offsets[name] else { continue }
      var pointOf: [Int: Int] = [:]
      let end = paragraph.start + paragraph.input.bytes.count
      var low = Corpus.lowerBound(places, paragraph.start)
      while low < places.count, places[low] < end {
        pointOf[places[low]] = low
        low += 1
      }
      paragraph.silver = paragraph.input.tokens.map { token in
        pointOf[token.start + paragraph.start].flatMap { tags[$0] }
      }
    }
  }

  private static func lowerBound(_ values: [Int], _ wanted: Int) -> Int {
    var low = 0
    var high = values.count
    while low < high {
      let middle = (low + high) / 2
      if values[middle] < wanted { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension WordTag {
  /// The class of a Penn Treebank tag with a recogniser's entity type.
  init(pennTreebank tag: Substring, entity: Substring) {
    switch tag {
    case "NN", "NNS": self = .noun
    case "NNP", "NNPS":
      self = entity == "PERSON" ? .person : entity == "ORGANIZATION" ? .organisation : .name
    case "VBD": self = .past
    case "VBZ", "VBP": self = .present
    case "VB": self = .base
    case "VBG": self = .gerund
    case "VBN": self = .participle
    case "JJ", "JJR", "JJS": self = .adjective
    case "RB", "RBR", "RBS": self = .adverb
    case "IN", "TO", "RP": self = .preposition
    case "DT", "PRP$", "PDT", "POS": self = .determiner
    default: self = .function
    }
  }
}
