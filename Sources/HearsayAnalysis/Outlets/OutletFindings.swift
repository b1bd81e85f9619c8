internal import HearsayModel

/// What one paragraph's bytes tell of outlets, before anything is resolved across paragraphs.
struct OutletFindings: Hashable, Sendable {
  /// Mentions that stand by themselves, in reading order; none overlap.
  var mentions: [OutletMention] = []
  /// Names that are outlets only where the page speaks of that outlet elsewhere: a bare “RT”.
  var tentative: [OutletMention] = []
  /// Ids of outlets whose boilerplate stands here.
  ///
  /// Evidence about the page and no mention: “Share This Post!” names nobody, so nothing is
  /// underlined, yet it tells who published.
  var boilerplate: [String] = []
  /// How often words point to a country.
  var cues = CountryCounts()

  /// Whether the paragraph tells nothing.
  var isEmpty: Bool {
    mentions.isEmpty && tentative.isEmpty && boilerplate.isEmpty && cues.isEmpty
  }
}
