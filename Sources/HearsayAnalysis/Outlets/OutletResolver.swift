internal import HearsayModel

/// Resolves what one paragraph alone cannot: shared names, bare names, who published the page.
///
/// Cheap: it looks at mentions, never at text, and keeps every span as it is.
struct OutletResolver: Sendable {
  private let registry: OutletRegistry

  /// A resolver that knows the outlets of a registry.
  init(registry: OutletRegistry) { self.registry = registry }

  /// The paragraph's mentions with the page's evidence applied, in reading order; `context` is
  /// what the paragraphs before it tell, and takes this one's cues along.
  func resolve(
    _ findings: OutletFindings, page: OutletPage, context: inout OutletContext
  ) -> [OutletMention] {
    context.add(findings.cues)
    guard !(findings.mentions.isEmpty && findings.tentative.isEmpty) else { return [] }
    var result = findings.mentions.map { decide($0, page, context) }
    for mention in findings.tentative {
      if let known = accept(mention, page) { result.append(known) }
    }
    if registry.hasMuted {
      result.removeAll { $0.outletID.flatMap { registry.record($0)?.isMuted } ?? false }
    }
    for index in result.indices { place(&result[index], on: page) }
    return findings.tentative.isEmpty ? result : result.sorted { $0.span < $1.span }
  }

  /// Picks one of several candidates where the page or its countries decide.
  private func decide(
    _ mention: OutletMention, _ page: OutletPage, _ context: OutletContext
  ) -> OutletMention {
    guard mention.outletID == nil, mention.candidates.count > 1 else { return mention }
    let named = mention.candidates.filter { page.named.contains($0) }
    if named.count == 1, let id = named.first { return decided(mention, id, .page, 0.75) }
    let scores = mention.candidates.map { id in
      registry.record(id)?.country.map { context.countries[$0] } ?? 0
    }
    let order = mention.candidates.indices.sorted {
      scores[$0] != scores[$1] ? scores[$0] > scores[$1] : $0 < $1
    }
    var ranked = mention
    ranked.candidates = order.map { mention.candidates[$0] }
    guard scores[order[0]] >= 2, scores[order[0]] >= 2 * scores[order[1]] else { return ranked }
    return decided(ranked, ranked.candidates[0], .textCountry, 0.6)
  }

  private func decided(
    _ mention: OutletMention, _ id: String, _ kind: OutletDecision.Kind, _ confidence: Double
  ) -> OutletMention {
    var copy = mention
    copy.outletID = id
    copy.name = registry.record(id)?.name ?? mention.name
    copy.confidence = confidence
    copy.decision = OutletDecision(kind)
    copy.candidates = [id] + mention.candidates.filter { $0 != id }
    return copy
  }

  /// A bare name counts where the page speaks of exactly one of its outlets elsewhere.
  private func accept(_ mention: OutletMention, _ page: OutletPage) -> OutletMention? {
    let ids = mention.outletID.map { [$0] } ?? mention.candidates
    let known = ids.filter { page.named.contains($0) }
    guard known.count == 1, let id = known.first else { return nil }
    return ids.count == 1 ? mention : decided(mention, id, .page, mention.confidence)
  }

  /// Roles that only the page decides.
  private func place(_ mention: inout OutletMention, on page: OutletPage) {
    guard let id = mention.outletID else { return }
    if mention.rule == OutletRule.definition, page.republishedFrom.contains(id) {
      mention.role = .republishedFrom
    } else if id == page.publisher {
      let isOwn = mention.role == .mention || mention.rule == OutletRule.pageAddress
      if isOwn { mention.role = .publisher }
    }
  }
}
