public import HearsayModel
internal import HearsayText

extension DocumentAnalysis {
  /// Through whom the text came, as far as it tells itself.
  ///
  /// Costs one look at every outlet mention; asked for by hovers, lenses and exports only.
  public var outletChain: OutletChain { page.chain(of: outletMentions, in: registry) }

  private var outletMentions: [OutletMention] {
    var result: [OutletMention] = []
    guard totals.outlets > 0 else { return result }
    for (paragraph, start) in zip(resolved, starts) {
      for mention in paragraph.findings.outlets { result.append(mention.shifted(by: start)) }
    }
    return result
  }
}

extension OutletPage {
  /// The chain of the page, given all outlet mentions of its text.
  func chain(of mentions: [OutletMention], in registry: OutletRegistry) -> OutletChain {
    var chain = OutletChain()
    if let publisher, let record = registry.record(publisher), !record.isMuted {
      addPublisher(record, mentions, to: &chain)
    }
    for mention in mentions {
      guard let id = mention.outletID, let evidence = OutletRule.evidence(of: mention) else {
        continue
      }
      chain.add(
        OutletChain.Step(
          outletID: id, name: mention.name, role: mention.role, evidence: evidence,
          span: mention.span))
    }
    for mention in mentions where mention.rule == OutletRule.link {
      if let id = mention.outletID { chain.support(id, .link) }
    }
    return chain
  }

  private func addPublisher(
    _ record: OutletRecord, _ mentions: [OutletMention], to chain: inout OutletChain
  ) {
    let told = mentions.first { $0.outletID == record.id && $0.rule == publisherRule }
    let evidence: OutletChain.Evidence =
      switch publisherRule {
      case OutletRule.boilerplate: .fingerprint
      case OutletRule.pageAddress: .link
      default: .stated
      }
    chain.add(
      OutletChain.Step(
        outletID: record.id, name: record.name, role: .publisher, evidence: evidence,
        span: told?.span))
    if fingerprints.contains(record.id) { chain.support(record.id, .fingerprint) }
  }
}

extension OutletRule {
  /// What a mention proves about the chain of the page, or nil for nothing.
  static func evidence(of mention: OutletMention) -> OutletChain.Evidence? {
    switch mention.role {
    case .republishedFrom, .agency: mention.isAddress ? .link : .stated
    case .imageCredit: .imageCredit
    case .publisher:
      switch mention.rule {
      case pageAddress: .link
      case noticePublisher, signature, copyright: .stated
      default: nil
      }
    case .reportedBy, .toldTo, .link, .mention: nil
    }
  }
}
