internal import HearsayModel
public import HearsayStore
public import HearsayText

/// Reads what people decided on a document and finds its place in the text as it is now.
public struct OverlayLoader {
  private let store: AnnotationStore
  private let text: Text
  private let identity: DocumentIdentity
  private var reanchorers: [String: Reanchorer?] = [:]

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
    for annotation in contents.annotations {
      let place = try place(annotation, contents.placements[annotation.id])
      overlay.append(annotation, at: place)
    }
    // Another article under the name of an old one: nothing of that is found here.
    if contents.isByPath, !overlay.annotations.isEmpty,
      !overlay.places.contains(where: { $0.state != .orphaned })
    {
      overlay = DocumentOverlay()
      overlay.isOtherDocument = true
    } else {
      overlay.articleDate = contents.articleDate
      overlay.dayMonthOrder = contents.dayMonthOrder
    }
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
    let known =
      placement
      ?? Placement(
        textHash: annotation.target.textHash, target: annotation.target.span,
        origin: annotation.origin?.span, source: source, cue: cue)
    guard let target = known.target else {
      return AnnotationPlace(state: .orphaned)
    }
    let found = try anchor(target, from: known.textHash)
    var place = AnnotationPlace(state: found.state, target: found.span)
    guard found.state != .orphaned else { return place }
    place.origin = try sure(known.origin, from: known.textHash)
    place.source = try sure(known.source, from: known.textHash)
    place.cue = try sure(known.cue, from: known.textHash)
    return place
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
      let isInside = span.end <= text.byteCount
      return Anchoring(
        state: isInside ? .anchored : .orphaned, span: isInside ? span : nil,
        confidence: isInside ? 1 : 0)
    }
    if reanchorers[hash] == nil {
      let old = try store.text(hash)
      reanchorers[hash] = .some(old.map { Reanchorer(old: $0, new: text) })
    }
    guard let reanchorer = reanchorers[hash] ?? nil else {
      return Anchoring(state: .orphaned, span: nil, confidence: 0)
    }
    return reanchorer.anchor(span)
  }
}
