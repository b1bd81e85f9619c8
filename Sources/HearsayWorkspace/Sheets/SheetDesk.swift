public import HearsayInterchange
public import HearsayModel
internal import HearsayStore
public import HearsayText

/// A document as a sheet needs it: its text, what is suggested and what was decided.
public struct SheetArticle: Sendable {
  /// Its address, as the editor knows it.
  public var uri: String
  /// Its text.
  public var text: Text
  /// What the analysis suggests, as far as it is shown.
  public var suggestions: Findings
  /// What was decided.
  public var overlay: DocumentOverlay
  /// The path it is stored under, or nil.
  public var path: String?
  /// The store.
  public var location: StoreLocation
  /// The outlets that are known where it lies.
  public var catalogue: OutletCatalogue

  /// A document for sheets.
  public init(
    uri: String, text: Text, suggestions: Findings, overlay: DocumentOverlay, path: String?,
    location: StoreLocation, catalogue: OutletCatalogue
  ) {
    self.uri = uri
    self.text = text
    self.suggestions = suggestions
    self.overlay = overlay
    self.path = path
    self.location = location
    self.catalogue = catalogue
  }

  /// Makes decisions on it.
  func maker(
    _ identity: DocumentIdentity, _ overlay: DocumentOverlay, _ stamp: DecisionStamp
  ) -> DecisionMaker {
    DecisionMaker(
      text: text, identity: identity, overlay: overlay,
      set: AnnotationMerger.merged(suggestions, overlay, in: text), stamp: stamp)
  }

  /// The annotations as they are, for looking at.
  public var sheet: ArticleSheet { ArticleSheet(maker) }

  /// A review of a sheet of it.
  public func review(_ text: Text, base: AnnotationSheet?) -> SheetReview {
    let catalogue = catalogue
    return SheetReview(text, base: base, maker: maker) { name in
      catalogue.find(name).first.map { ($0.id, $0.name) }
    }
  }

  private var maker: DecisionMaker {
    maker(
      DocumentIdentity(text, path: path), overlay, DecisionStamp(author: "", time: ""))
  }
}

/// Writes sheets and carries out what was changed in them.
public struct SheetDesk: Sendable {
  /// What became of a saved sheet.
  public struct Outcome: Sendable {
    /// What it counts as written from now.
    public var base: AnnotationSheet?
    /// What was not carried out, and why.
    public var refusals: [SheetProblem] = []
    /// How many decisions were stored.
    public var stored = 0
  }

  private let decisions: DecisionStore
  private let stamp: DecisionStamp

  /// A desk that stores through `decisions`; `stamp` says who decides, and when.
  public init(_ decisions: DecisionStore, stamp: DecisionStamp) {
    self.decisions = decisions
    self.stamp = stamp
  }

  /// The text of a sheet as it should be now, and what it counts as written from.
  ///
  /// What a person changed in `mine` and what is not stored yet stays in it.
  ///
  /// - Parameters:
  ///   - mine: The sheet as it is, or nil where there is none.
  ///   - base: What it was written as, or nil where that is not known; then `mine` is left alone.
  public func refreshed(
    _ article: SheetArticle, mine: Text?, base: AnnotationSheet?
  ) -> (text: String, base: String)? {
    let now = article.sheet.sheet(of: article.uri)
    guard let mine else {
      let text = SheetWriter.text(of: now)
      return (text, text)
    }
    guard let base, let merger = article.review(mine, base: base).merger else { return nil }
    var next = now
    // A conflict stays one until both say the same.
    for conflict in merger.conflicts {
      let block = SheetReader(mine).sheet.blocks[conflict.block]
      let old = base.blocks.first { $0.key == block.key }
      guard let old, let key = article.sheet.entry(for: old)?.block.key,
        let index = next.blocks.firstIndex(where: { $0.key == key })
      else { continue }
      next.blocks[index].fields[conflict.field] = old[conflict.field]
    }
    return (SheetWriter.text(of: merger.refreshed(now)), SheetWriter.text(of: next))
  }

  /// Carries out what a person changed in a sheet, as one step that is undone as one.
  ///
  /// What is refused is told, and the rest is carried out. Where the store is not what the sheet was
  /// compared with any more, each change is a step of its own, so that only those are refused that
  /// somebody else was faster with.
  public func save(_ mine: Text, base: AnnotationSheet?, of article: SheetArticle) -> Outcome {
    let review = article.review(mine, base: base)
    guard let merger = review.merger else { return Outcome(base: base) }
    let run = SheetRun(
      article: article, identity: DocumentIdentity(article.text, path: article.path),
      overlay: article.overlay, stamp: stamp, decisions: decisions)
    let reasons = run.storeAsOne(review.steps) ?? run.storeEach(review.steps)
    var outcome = Outcome()
    var refused: Set<SheetRefusal> = []
    for (step, reason) in zip(review.steps, reasons) {
      guard let reason else {
        outcome.stored += 1
        continue
      }
      outcome.refusals.append(
        SheetProblem(.refused, review.place(of: step), "Not stored: \(reason)"))
      for field in step.fields { refused.insert(SheetRefusal(block: step.block, field: field)) }
    }
    // What makes no sense was not carried out either.
    for edit in merger.edits
    where !review.steps.contains(where: { $0.block == edit.block && $0.fields.contains(edit.field) }
    ) {
      refused.insert(SheetRefusal(block: edit.block, field: edit.field))
    }
    outcome.base = merger.nextBase(refused: refused)
    return outcome
  }
}

/// Carries out the steps of one sheet, each on what the one before left behind.
private struct SheetRun {
  let article: SheetArticle
  let identity: DocumentIdentity
  var overlay: DocumentOverlay
  let stamp: DecisionStamp
  let decisions: DecisionStore
  /// What suggestions became that were decided on here.
  var stored: [AnnotationKey: AnnotationID] = [:]

  /// Stores all steps together; the reason for each that was refused, or nil where somebody else was
  /// faster with one of them.
  func storeAsOne(_ steps: [SheetStep]) -> [String?]? {
    var run = self
    var commits: [Commit] = []
    let reasons = steps.map { step in
      run.carryOut(step) { commit, overlay in
        commits.append(commit)
        return .success(SheetRun.effect(of: commit, on: overlay))
      }
    }
    guard var whole = commits.first else { return reasons }
    if commits.count > 1 {
      whole.verb = .editSheet
      whole.changes = FieldChange.joined(commits.flatMap(\.changes))
    }
    switch store(whole) {
    case .success: return reasons
    case .failure(.conflict): return nil
    // What the store cannot do now, it cannot do piece by piece either.
    case .failure(let error): return reasons.map { $0 ?? "\(error.reason) [\(error.code)]" }
    }
  }

  /// Stores one step after the other; the reason for each that was refused.
  func storeEach(_ steps: [SheetStep]) -> [String?] {
    var run = self
    return steps.map { step in run.carryOut(step) { commit, _ in store(commit) } }
  }

  /// The annotations that a commit makes, changes and takes away, as the store would have them.
  private static func effect(
    of commit: Commit, on overlay: DocumentOverlay
  ) -> [AnnotationID: StoredAnnotation?] {
    var changes: [AnnotationID: [FieldChange]] = [:]
    for change in commit.changes {
      if case .annotation(let id) = change.subject { changes[id, default: []].append(change) }
    }
    var result: [AnnotationID: StoredAnnotation?] = [:]
    for (id, changes) in changes {
      let fields = FieldChange.fields(overlay.annotation(id)?.fields ?? [:], after: changes)
      result[id] = .some(fields.flatMap { StoredAnnotation(id: id, fields: $0) })
    }
    return result
  }

  private func store(_ commit: Commit) -> Result<[AnnotationID: StoredAnnotation?], StoreError> {
    do throws(StoreError) {
      return .success(try decisions.commit(commit, at: article.location).annotations)
    } catch {
      return .failure(error)
    }
  }

  /// Makes a step's decision and hands it on; the reason where it was refused.
  private mutating func carryOut(
    _ step: SheetStep,
    _ store: (Commit, DocumentOverlay) -> Result<[AnnotationID: StoredAnnotation?], StoreError>
  ) -> String? {
    do throws(DecisionError) {
      let (commit, key) = try commit(of: step)
      switch store(commit, overlay) {
      case .success(let changed):
        overlay.take(changed, edits: [])
        if let key, let id = changed.keys.first { stored[key] = id }
        return nil
      case .failure(let error): return "\(error.reason) [\(error.code)]"
      }
    } catch {
      return "\(error.reason) [\(error.code)]"
    }
  }

  /// The decision of a step, and the suggestion it is about.
  private func commit(
    of step: SheetStep
  ) throws(DecisionError) -> (commit: Commit, key: AnnotationKey?) {
    let maker = article.maker(identity, overlay, stamp)
    switch step.action {
    case .add(let draft): return (try maker.add(draft), nil)
    case .decide(let decision, .suggestion(let key)):
      let subject = stored[key].map { DecisionSubject.annotation($0) } ?? .suggestion(key)
      return (try maker.decide(decision, on: subject), key)
    case .decide(let decision, let subject):
      return (try maker.decide(decision, on: subject), nil)
    }
  }
}
