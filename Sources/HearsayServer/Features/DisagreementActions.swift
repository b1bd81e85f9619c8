internal import HearsayModel
internal import HearsayText
internal import HearsayWorkspace

/// Where annotators differ: take one's, keep both, or let stand what is here.
enum DisagreementActions {
  /// The actions for disagreements at a stretch.
  static let offers: CodeActionList.Source = { question in
    question.snapshot.overlay.openDisagreements.flatMap { offers(for: $0, question) }
  }

  private static func offers(
    for disagreement: OpenDisagreement, _ question: CodeActionList.Question
  ) -> [CodeActionList.Offer] {
    let name = [question.reference(disagreement.span), disagreement.kind.rawValue]
    func offer(_ title: String, _ choice: String) -> CodeActionList.Offer {
      question.offer(title, .adjudicate, name + [choice], at: disagreement.span)
    }
    var offers = disagreement.opinions.enumerated().map { number, opinion in
      offer(
        "Take \(opinion.annotator)’s: \(disagreement.words(opinion, question.snapshot.text))",
        "\(number + 1)")
    }
    if disagreement.canKeepBoth { offers.append(offer("Keep both", "both")) }
    offers.append(offer("Keep mine: what is here stands", "mine"))
    return offers
  }
}

extension OpenDisagreement {
  /// One sentence with what everybody has.
  func sentence(in text: Text) -> String {
    let versions = opinions.map { "\($0.annotator): \(words($0, text))" }
    return "Annotators differ on this \(kind.rawValue). \(versions.joined(separator: "; "))."
  }

  /// What an annotator has, in a few words; other words of the text than the first's are named.
  func words(_ opinion: Opinion, _ text: Text) -> String {
    guard let annotation = opinion.annotation else { return "nothing" }
    let says = Wording.excerpt(annotation.words, limit: 60)
    guard annotation.span != span else { return says }
    return "\(says), on “\(Wording.excerpt(of: annotation.span, in: text, limit: 40))”"
  }
}
