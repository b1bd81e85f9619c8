internal import HearsayAnalysis
internal import HearsayModel
internal import HearsayProtocol
internal import HearsayText
internal import HearsayWorkspace

/// Through whom the page's text came, as far as it tells itself; shown on its first line.
struct ChainCard: HoverCard {
  private let chain: OutletChain
  /// What the registry knows of the outlets in general, apart from this text.
  private let known: [OutletNote]
  private let catalogue: OutletCatalogue

  /// The card of a document, or nil where it tells nothing.
  init?(_ snapshot: DocumentSnapshot) {
    chain = snapshot.outletChain
    guard !chain.isEmpty else { return nil }
    catalogue = snapshot.edition.catalogue
    var seen: Set<String> = []
    known = chain.steps.compactMap { [catalogue] step in
      guard seen.insert(step.outletID).inserted, let entry = catalogue.entry(step.outletID),
        entry.relations.contains(where: { $0.kind == .republishes })
      else { return nil }
      return OutletNote(
        entry, in: catalogue, scope: .date(snapshot.analysis.date?.value), today: snapshot.today)
    }
  }

  /// One line for each part of the chain, then what is known apart from this text.
  func rendered(as markup: MarkupKind) -> String {
    var card = EvidenceCard(title: "Where this text comes from")
    for (label, role) in ChainCard.parts {
      let steps = chain.steps.filter { $0.role == role }
      let words = steps.map { "\($0.name) (\(ChainCard.words($0.evidence)))" }
      if role == .imageCredit, steps.isEmpty { continue }
      card.add(label, words.isEmpty ? "the text does not say" : words.joined(separator: "; "))
    }
    let writer = OutletNoteWriter(catalogue, markup: markup.noteMarkup)
    let general = known.compactMap { writer.republication($0) }
    let rendered = card.rendered(as: markup)
    guard !general.isEmpty else { return rendered }
    let heading = "Known in general, not from this text: "
    return rendered + "\n\n" + heading + general.joined(separator: ". ") + "."
  }

  private static let parts: [(String, OutletRole)] = [
    ("Publisher", .publisher), ("Republished from", .republishedFrom), ("Agency", .agency),
    ("Pictures", .imageCredit),
  ]

  /// What a step rests on, in words.
  static func words(_ evidence: [OutletChain.Evidence]) -> String {
    evidence.map { evidence in
      switch evidence {
      case .stated: "stated"
      case .fingerprint: "a phrase only its pages carry"
      case .link: "link"
      case .imageCredit: "image credit"
      }
    }.joined(separator: ", ")
  }
}

extension DocumentSnapshot {
  /// Through whom the text came; nothing where outlets are not shown.
  var outletChain: OutletChain {
    guard purpose == .article, settings.kinds.contains(.outlet) else { return OutletChain() }
    return analysis.outletChain
  }

  /// The first line that holds more than white space, or nil.
  var firstLine: ByteSpan? {
    for line in 0..<min(text.lineCount, 200) {
      let span = ByteSpan(text.lineStart(line), text.lineEnd(line))
      let isBlank = text.bytes(in: ByteSpan(span.start, min(span.end, span.start + 256)))
        .allSatisfy { $0 <= 0x20 }
      if !isBlank { return span }
    }
    return nil
  }
}
