import HearsayData
import HearsayModel
import HearsayTestSupport
import HearsayText
import Testing

@testable import HearsayAnalysis

/// Invented pages: through whom their text came, as far as they tell, and on what evidence.
@Suite struct OutletChainTests {
  /// A page, and its chain as `role outlet evidence`.
  struct Page: CustomTestStringConvertible, Sendable {
    let name: String
    let text: String
    let chain: [String]

    var testDescription: String { name }
  }

  private static let analyzer = Analyzer(
    resources: AnalysisResources(
      lexicon: Lexicon(EmbeddedResources.lexiconBytes()),
      furniture: FurniturePhrases(EmbeddedResources.furnitureBytes()),
      dates: EmbeddedAnalyzer.dateLanguages, outlets: OutletStage.registry))

  private static func chain(_ text: String) -> [String] {
    let analysis = DocumentAnalysis(Text(text), analyzer: analyzer)
    return analysis.outletChain.steps.map { step in
      let evidence = step.evidence.map(\.rawValue).joined(separator: "+")
      return "\(step.role.rawValue) \(step.outletID) \(evidence)"
    }
  }

  @Test(arguments: pages)
  func `the chain holds what the text tells and no more`(page: Page) {
    #expect(Self.chain(page.text) == page.chain)
  }

  @Test func `the place of a step is where the text says so`() {
    let text = "Snow fell.\n\nSource: Press TV\n"
    let steps = DocumentAnalysis(Text(text), analyzer: Self.analyzer).outletChain.steps
    #expect(steps.count == 1)
    #expect(steps.first?.span.map { Text(text).string(in: $0) } == "Press TV")
  }

  static let pages: [Page] = [
    Page(
      name: "a phrase that only one outlet's pages carry",
      text: """
        Harbour reopens

        Fight Censorship, Share This Post!

        The harbour reopened on Monday, the mayor said.
        """, chain: ["publisher libertarian-hub fingerprint"]),
    Page(
      name: "the page's own address under the text",
      text: """
        Publish date12 Feb 2022 - 18:40

        The harbour reopened on Monday, the mayor said.

        https://taghribnews.com/abc.html
        Your Name
        """, chain: ["publisher taghrib-news link"]),
    Page(
      name: "a notice that names origin and page, with an address",
      text: """
        The harbour reopened on Monday, the mayor said.

        RT (Russia Today) is a broadcaster. For that reason, the Libertarian Hub will temporarily \
        republish the RSS feed from RT. Visit https://rt.com
        """,
      chain: [
        "publisher libertarian-hub stated+fingerprint", "republished-from rt stated+link",
      ]),
    Page(
      name: "an agency behind an origin behind a page",
      text: """
        MOSCOW, Feb 12 (TASS) – The harbour reopened.

        This article was originally published by Meduza.

        Copyright © 2022 Haaretz
        """,
      chain: ["publisher haaretz stated", "republished-from meduza stated", "agency tass stated"]),
    Page(
      name: "a picture's credit is a step beside the text's",
      text: "Ru-Main, 03.12.2021\n\nThe harbour reopened.\n\nPicture: RIA Novosti\n",
      chain: ["publisher ru-main stated", "image-credit ria-novosti image-credit"]),
    Page(
      name: "an outlet that is credited for both stands in both",
      text: "KYIV, March 3 (Reuters) - Rain fell.\n\nPhoto: Reuters\n",
      chain: ["agency reuters stated", "image-credit reuters image-credit"]),
    Page(
      name: "an address behind the word source",
      text: "The harbour reopened.\n\nSource: https://tass.com/world/1\n",
      chain: ["republished-from tass link"]),
    Page(
      name: "in other scripts",
      text: "МОСКВА, 12 февраля. /ТАСС/. Лёд сошёл.\n\nИсточник: Медуза\n\nФото: РИА Новости\n",
      chain: [
        "republished-from meduza stated", "agency tass stated",
        "image-credit ria-novosti image-credit",
      ]),
    Page(
      name: "who reported or was told is no step",
      text: "TASS reported rain. He told Reuters so. See https://rt.com/x for more.\n", chain: []),
    Page(name: "no outlet at all", text: "The harbour reopened.\n", chain: []),
    Page(name: "no text", text: "", chain: []),
  ]
}
