internal import HearsayModel
public import HearsayStore
public import HearsayText

/// Reads what people decided on a document and finds its place in the text as it is now.
public struct OverlayLoader {
  private let store: AnnotationStore
  private let text: Text
  private let identity: DocumentIdentity
  private var reanchorers: [String: Reanchorer?] = [:]
  private lazy var quotations = Reanchorer(new: text)

  /// A loader for a text; `identity` is that of the text.
  public init(store: AnnotationStore, text: Text, identity: DocumentIdentity) {
    self.store = store
    self.text = text
    self.identity = identity
  }

  /// What was decided, placed.
  ///
  /// - Throws: ``StoreError``.
  public mutating func load() throws(StoreError) -> DocumentOverlay {
    let contents = try store.contents(of: identity)
    var overlay = DocumentOverlay()
    overlay.names = contents.names
    for annotation in contents.annotations {
      let place = try place(annotation, contents.placements[annotation.id])
      overlay.append(annotation, at: place)
    }
    // Another article under the name of an old one: nothing of that is found here.
    if contents.isByPath, !overlay.annotations.isEmpty,
      !overlay.places.contains(where: { $0.state != .orphaned })
    {
      overlay = DocumentOverlay()
      overlay.names = contents.names
      overlay.isOtherDocument = true
    } else {
      overlay.articleDate = contents.articleDate
      overlay.dayMonthOrder = contents.dayMonthOrder
    }
    overlay.conflicts = try store.conflicts(in: identity)
    for ignore in contents.ignores {
      guard case .finding(let target) = ignore.scope else {
        overlay.append(ignore, at: nil)
        continue
      }
      let found = try anchor(target.span, from: target.textHash)
      overlay.append(ignore, at: found.state == .orphaned ? nil : found.span)
    }
    return overlay
  }

  private mutating func place(
    _ annotation: StoredAnnotation, _ placement: Placement?
  ) throws(StoreError) -> AnnotationPlace {
    var (source, cue): (ByteSpan?, ByteSpan?) = (nil, nil)
    if case .quotation(let body) = annotation.body {
      (source, cue) = (body.source?.span, body.cue?.span)
    }
    let own = Placement(
      textHash: annotation.target.textHash, target: annotation.target.span,
      origin: annotation.origin?.span, source: source, cue: cue)
    // The very text it was made on is surest, and a placement without a place says nothing.
    let isOwn = own.textHash == identity.textHash || placement?.target == nil
    let known = isOwn ? own : placement ?? own
    guard let target = known.target else {
      return AnnotationPlace(state: .orphaned)
    }
    let found = try anchor(target, from: known.textHash)
    var place = AnnotationPlace(state: found.state, target: found.span)
    guard found.state != .orphaned else {
      return try isKept(known.textHash) ? place : quoted(annotation)
    }
    place.origin = try sure(known.origin, from: known.textHash)
    place.source = try sure(known.source, from: known.textHash)
    place.cue = try sure(known.cue, from: known.textHash)
    return place
  }

  /// Where an annotation stands whose text is not kept here, by its words and what stood around them:
  /// somebody else made it on a twin of the text.
  private mutating func quoted(_ annotation: StoredAnnotation) -> AnnotationPlace {
    let target = annotation.target
    func find(_ exact: String, _ prefix: String, _ suffix: String, _ start: Int) -> Anchoring {
      quotations.anchor(exact: exact, prefix: prefix, suffix: suffix, near: start)
    }
    let found = find(target.exact, target.prefix, target.suffix, target.span.start)
    var place = AnnotationPlace(state: found.state, target: found.span)
    guard found.state != .orphaned else { return place }
    func sure(_ stretch: QuotedStretch?) -> ByteSpan? {
      guard let stretch else { return nil }
      let found = find(stretch.exact, "", "", stretch.span.start)
      return found.state == .anchored ? found.span : nil
    }
    place.origin =
      annotation.origin?.span == target.span ? found.span : sure(annotation.origin)
    if case .quotation(let body) = annotation.body {
      place.source = sure(body.source)
      place.cue = sure(body.cue)
    }
    return place
  }

  /// Whether the text with a hash is this one or kept in the store.
  private mutating func isKept(_ hash: String) throws(StoreError) -> Bool {
    if hash == identity.textHash { return true }
    return try reanchorer(hash) != nil
  }

  private mutating func sure(
    _ span: ByteSpan?, from hash: String
  ) throws(StoreError) -> ByteSpan? {
    guard let span else { return nil }
    let found = try anchor(span, from: hash)
    return found.state == .anchored ? found.span : nil
  }

  /// Where a span of a text stands in this one.
  private mutating func anchor(
    _ span: ByteSpan, from hash: String
  ) throws(StoreError) -> Anchoring {
    if hash == identity.textHash {
      let isInside = span.start >= 0 && span.end <= text.byteCount
      return Anchoring(
        state: isInside ? .anchored : .orphaned, span: isInside ? span : nil,
        confidence: isInside ? 1 : 0)
    }
    guard let reanchorer = try reanchorer(hash) else {
      return Anchoring(state: .orphaned, span: nil, confidence: 0)
    }
    return reanchorer.anchor(span)
  }

  /// Compares a text that is kept with this one, once; nil where it is not kept.
  private mutating func reanchorer(_ hash: String) throws(StoreError) -> Reanchorer? {
    if reanchorers[hash] == nil {
      let old = try store.text(hash)
      reanchorers[hash] = .some(old.map { Reanchorer(old: $0, new: text) })
    }
    return reanchorers[hash] ?? nil
  }
}
