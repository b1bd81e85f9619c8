internal import HearsayInterchange
internal import HearsayProtocol
internal import HearsayText
internal import HearsayWorkspace

/// What is wrong in an annotation sheet, and what of it was not carried out.
enum SheetDiagnostics {
  /// The mistakes of a sheet as the editor holds it; none before what is known of it was read.
  static func items(of snapshot: DocumentSnapshot) -> [Diagnostic] {
    guard let context = snapshot.sheet, context.isRead else { return [] }
    var cursor = PositionCursor(snapshot.text, unit: snapshot.unit)
    return problems(of: snapshot, context).map { problem in
      Diagnostic(
        range: cursor.range(of: problem.span), severity: severity(of: problem.code),
        code: problem.code.rawValue, message: problem.message)
    }
  }

  private static func problems(
    of snapshot: DocumentSnapshot, _ context: SheetContext
  ) -> [SheetProblem] {
    guard let article = SheetPlaces.article(of: context) else {
      let reader = SheetReader(snapshot.text)
      guard !reader.sheet.article.isEmpty else { return reader.problems }
      let problem = SheetProblem(
        .noArticle, reader.articleSpan ?? ByteSpan(0, 0),
        "This article cannot be read, so nothing is stored.")
      return [problem] + reader.problems
    }
    let review = article.review(snapshot.text, base: context.base)
    return review.problems + (context.isAsSaved ? unstored(review) : []) + context.refusals
  }

  /// What was saved before the sheet was opened, and still is to be carried out.
  private static func unstored(_ review: SheetReview) -> [SheetProblem] {
    review.steps.map { step in
      SheetProblem(
        .notStored, review.place(of: step), "Saved, but not stored; save the sheet again.")
    }
  }

  private static func severity(of code: SheetProblem.Code) -> DiagnosticSeverity {
    switch code {
    case .conflict, .refused, .noArticle, .noBase: .error
    default: .warning
    }
  }
}
