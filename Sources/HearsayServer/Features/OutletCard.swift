internal import HearsayAnalysis
internal import HearsayModel
internal import HearsayProtocol
internal import HearsayText
internal import HearsayWorkspace

/// What an outlet does at a place, and what the registry knows of it.
struct OutletCard: HoverCard {
  /// What the mention rests on, and what people decided.
  var evidence: EvidenceCard
  /// The note on the outlet, where it is decided which one is meant.
  private let note: OutletNote?
  private let catalogue: OutletCatalogue

  /// The card of a mention; facts are those of the article's date.
  init(_ outlet: OutletMention, in snapshot: DocumentSnapshot) {
    catalogue = snapshot.edition.catalogue
    var card = EvidenceCard(title: "Outlet")
    card.add("Name", outlet.name)
    card.add("Role here", Wording.name(of: outlet.role))
    card.add("Registry entry", outlet.outletID)
    let others = outlet.candidates.filter { $0 != outlet.outletID }
    let names = others.map { [catalogue] in catalogue.name(of: $0) }
    card.add(outlet.outletID == nil ? "Could be" : "Rather than", Wording.list(names))
    card.add("Decided by", outlet.decision.map { OutletCard.words($0, in: snapshot.text) })
    card.add("Rests on", outlet.rule)
    card.addStatus(outlet.confidence)
    evidence = card
    let entry = outlet.outletID.flatMap { [catalogue] in catalogue.entry($0) }
    note = entry.map { [catalogue] in
      OutletNote(
        $0, in: catalogue, scope: .date(snapshot.analysis.date?.value), today: snapshot.today)
    }
  }

  /// The evidence, then the note.
  func rendered(as markup: MarkupKind) -> String {
    let card = evidence.rendered(as: markup)
    guard let note else { return card }
    let text = OutletNoteWriter(catalogue, markup: markup.noteMarkup).text(note)
    return card + "\n\n" + text
  }

  private static func words(_ decision: OutletDecision, in text: Text) -> String {
    let cue = decision.span.map { "“\(Wording.excerpt(of: $0, in: text))”" } ?? "words nearby"
    switch decision.kind {
    case .creditForm: return "\(cue), the form of its credit"
    case .country: return "\(cue), which points to its country"
    case .page: return "the page, which names it in full elsewhere"
    case .textCountry: return "the text so far, which speaks mostly of its country"
    }
  }
}

extension MarkupKind {
  /// The same for notes.
  var noteMarkup: OutletNoteWriter.Markup { self == .markdown ? .markdown : .plain }
}
