import HearsayData
import HearsayModel
import HearsayText
import Testing

@testable import HearsayAnalysis

/// The compiled-in registry keeps its promises, and no bytes can trap the stage.
@Suite struct OutletRegistryTests {
  private var registry: OutletRegistry { OutletStage.registry }

  @Test func idsAreUnique() {
    #expect(Set(registry.records.map(\.id)).count == registry.records.count)
    #expect(registry.records.count > 400)
    #expect(!registry.version.isEmpty)
    #expect(registry.record("tass")?.name == "TASS")
    #expect(registry.record("no-such-outlet") == nil)
  }

  @Test func everyDomainHasOneOwner() {
    let domains = registry.records.flatMap(\.domains)
    #expect(Set(domains).count == domains.count)
    for record in registry.records {
      for domain in record.domains {
        let owner = registry.owner(ofHost: Array(domain.utf8)[...])
        #expect(owner == registry.index(record.id), "\(domain)")
      }
    }
  }

  @Test func sharedNamesPointToRecords() {
    for record in registry.records {
      for id in record.aliases.flatMap(\.also) {
        #expect(registry.record(id) != nil, "\(record.id) also \(id)")
      }
    }
  }

  @Test func brokenLinesAreHarmless() {
    let lines = "alias none lost\noutlet a\nalias\nalias x\ncountry ABC\nfuture thing\nplace Q x\n"
    let registry = OutletRegistry(Array(lines.utf8))
    #expect(registry.records.count == 1)
    #expect(registry.record("a")?.aliases.isEmpty == true)
    #expect(OutletRegistry([]).records.isEmpty)
  }

  @Test func boilerplateIsEvidenceAndNoMention() {
    let found = OutletStage.findings("Fight Censorship, Share This Post!")
    #expect(found.flatMap(\.found.mentions).isEmpty)
    let page = OutletPage(found.map(\.found))
    #expect(page.publisher == "libertarian-hub")
    #expect(page.publisherRule == "boilerplate")
  }

  @Test(arguments: 0..<60)
  func anyBytesAreSurvived(_ seed: Int) {
    var random = SplitMix(state: UInt64(seed))
    var bytes: [UInt8] = []
    for _ in 0..<(seed * 7) {
      bytes +=
        random.next() % 4 == 0
        ? [UInt8(truncatingIfNeeded: random.next())]
        : Array(Self.pieces[Int(random.next() % UInt64(Self.pieces.count))].utf8)
    }
    let input = ParagraphInput(bytes, tokenizer: OutletStage.tokenizer)
    let found = OutletFinder(registry: registry).findings(in: input)
    var context = OutletContext()
    let mentions = OutletResolver(registry: registry).resolve(
      found, page: OutletPage([found]), context: &context)
    var end = 0
    for mention in mentions {
      #expect(mention.span.start >= end)
      #expect(!mention.span.isEmpty && mention.span.end <= bytes.count)
      #expect(mention.confidence > 0 && mention.confidence <= 1)
      end = mention.span.end
    }
  }

  private static let pieces = [
    "RT", "The ", "the ", "Times", " (", ")", "/", "TASS", "\n", " ", ", ", ". ", "told ", "by ",
    "republish ", "feed ", "from ", "https://", "rt.com", "www.", ".", ":", "©", "Photo: ", "—",
    " - ", "New York", "AP", " Photo/", "and ", "ABC", "Sydney ", "reported ", "said", "2022",
    "Source:", "ТАСС", "«", "\r\n", "@", "Copyright ", "Libertarian Hub", "'s ", "agency ",
    "originally published ", "this ", "will ", "according to ", "\u{200F}", "é",
  ]
}

/// A seeded generator; the seed is the test's argument.
private struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
