import HearsayData
import HearsayModel
import HearsayText
import Testing

@testable import HearsayAnalysis

/// A text with what is to be found in it: `words → id role`, one each; an open id is `?`.
struct OutletCase: CustomTestStringConvertible, Sendable {
  /// The text; a line is a paragraph.
  let text: String
  /// Ids or mentions, as the test wants them.
  let expected: [String]

  /// A text with what is to be found in it.
  init(_ text: String, _ expected: String...) {
    self.text = text
    self.expected = expected
  }

  /// The text.
  var testDescription: String { text }
}

/// The stage with the registry that is compiled in, made once for all tests.
enum OutletStage {
  /// The registry that is compiled in.
  static let registry = OutletRegistry(EmbeddedResources.outletBytes())
  /// The tokenizer with the lexicon that is compiled in.
  static let tokenizer = Tokenizer(lexicon: Lexicon(EmbeddedResources.lexiconBytes()))

  /// What each paragraph tells; every line is a paragraph.
  static func findings(_ text: String) -> [(text: String, found: OutletFindings)] {
    let finder = OutletFinder(registry: registry)
    return paragraphs(text).map { paragraph in
      let input = ParagraphInput(Array(paragraph.utf8), tokenizer: tokenizer)
      return (paragraph, finder.findings(in: input))
    }
  }

  /// Everything that was resolved, as `words → id role`.
  static func mentions(_ text: String) -> [String] {
    let found = findings(text)
    let page = OutletPage(found.map(\.found))
    let resolver = OutletResolver(registry: registry)
    var context = OutletContext()
    return found.flatMap { paragraph in
      resolver.resolve(paragraph.found, page: page, context: &context).map { mention in
        let bytes = Array(paragraph.text.utf8)[mention.span.range]
        let words = String(decoding: bytes, as: UTF8.self)
        return "\(words) → \(mention.outletID ?? "?") \(mention.role.rawValue)"
      }
    }
  }

  /// Ids that were found, page evidence included; candidates of an open one joined by bars.
  static func ids(_ text: String) -> Set<String> {
    let found = findings(text)
    let page = OutletPage(found.map(\.found))
    let resolver = OutletResolver(registry: registry)
    var context = OutletContext()
    var ids: Set<String> = []
    for paragraph in found {
      for mention in resolver.resolve(paragraph.found, page: page, context: &context) {
        ids.insert(mention.outletID ?? mention.candidates.sorted().joined(separator: "|"))
      }
    }
    if let publisher = page.publisher { ids.insert(publisher) }
    return ids
  }

  private static func paragraphs(_ text: String) -> [String] {
    var result: [String] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: true) {
      result.append(String(line))
    }
    return result
  }
}
