internal import HearsayJSON
public import HearsayText

/// Moves annotations, one JSON line each, from one version of a text to the next.
///
/// Everything a line says stays as it was but for places in the text, the words at them, the
/// document's names and `anchoring`. An orphan keeps its old places: they are all that is known.
public final class AnnotationMover {
  /// The names of the new version.
  private let document: DocumentRecord
  private let old: Text
  private let new: Text
  private let reanchorer: Reanchorer
  private let places: CodePointPlaces
  /// Finds quotations in the old text whose offsets are those of another copy of it.
  private lazy var finder = Reanchorer(new: old)

  /// A mover between two versions, of which the new one has these names.
  public init(old: Text, new: Text, document: DocumentRecord) {
    self.old = old
    self.new = new
    self.document = document
    reanchorer = Reanchorer(old: old, new: new)
    places = CodePointPlaces(new)
  }

  /// The line with its places in the new text and how sure they are.
  ///
  /// - Throws: ``AnnotationLineError``.
  public func move(_ line: [UInt8]) throws(AnnotationLineError) -> [UInt8] {
    let node: JSONNode
    do throws(JSONReadError) {
      node = try JSONReader.read(line)
    } catch {
      throw .notJSON(error)
    }
    guard case .object = node.value else { throw .notAnObject }
    guard let target = node["target"], case .object = target.value else { throw .noTarget }
    var anchoring = try anchor(target)
    var splicer = JSONSplicer(line)
    if let span = anchoring.span {
      move(target, to: span, in: &splicer)
      let source = movePart(node["quotation"]?["source"], in: &splicer)
      _ = movePart(node["quotation"]?["cue"], in: &splicer)
      _ = movePart(node["outlet"]?["decision"]?["cue"], in: &splicer)
      for step in node["document"]?["chain"]?.elements ?? [] {
        _ = movePart(step["at"], in: &splicer)
      }
      rename(node["document"], in: &splicer)
      anchoring = judged(anchoring, source)
    }
    splicer.set("anchoring", of: node) { writer in
      writer.object {
        $0.key("state")
        $0.string(anchoring.state.rawValue)
        $0.key("confidence")
        $0.decimal(anchoring.confidence)
      }
    }
    return splicer.result
  }

  /// A quotation whose credited words are not the same any more has to be looked at, since they say
  /// who said it.
  private func judged(_ anchoring: Anchoring, _ source: Anchoring?) -> Anchoring {
    guard anchoring.state == .anchored, let source, source.state != .anchored else {
      return anchoring
    }
    return Anchoring(
      state: .review, span: anchoring.span,
      confidence: min(anchoring.confidence, max(0.3, source.confidence)))
  }
}

extension AnnotationMover {
  /// Where a target stands in the new text.
  private func anchor(_ target: JSONNode) throws(AnnotationLineError) -> Anchoring {
    let exact = target["exact"]?.string
    let hasOffsets = target["start"] != nil && target["end"] != nil
    guard hasOffsets || exact != nil else { throw .noTarget }
    let span = hasOffsets ? span(of: target) : nil
    if let span, exact == nil || exact == old.string(in: span) { return reanchorer.anchor(span) }
    guard let exact else { throw .badOffsets }
    if hasOffsets, span == nil, !isOffset(target["start"]) || !isOffset(target["end"]) {
      throw .badOffsets
    }
    // The offsets count in another copy: line ends, a byte order mark, another version.
    let (prefix, suffix) = (target["prefix"]?.string ?? "", target["suffix"]?.string ?? "")
    let there = finder.anchor(exact: exact, prefix: prefix, suffix: suffix, near: span?.start)
    guard let place = there.span else {
      return reanchorer.anchor(exact: exact, prefix: prefix, suffix: suffix)
    }
    let here = reanchorer.anchor(place)
    guard there.state == .review, here.state == .anchored else { return here }
    return Anchoring(
      state: .review, span: here.span, confidence: min(here.confidence, there.confidence))
  }

  private func isOffset(_ node: JSONNode?) -> Bool {
    guard let number = node?.number else { return false }
    return number >= 0 && number < 1e15 && number.rounded() == number
  }

  /// The bytes of the old text that `start` and `end` name, or nil where they name none.
  private func span(of node: JSONNode) -> ByteSpan? {
    guard isOffset(node["start"]), isOffset(node["end"]), let start = node["start"]?.number,
      let end = node["end"]?.number, start <= end, Int(end) <= old.scalarCount
    else { return nil }
    return ByteSpan(
      old.byte(ofOffset: Int(start), in: .utf32), old.byte(ofOffset: Int(end), in: .utf32))
  }

  private func move(_ target: JSONNode, to span: ByteSpan, in splicer: inout JSONSplicer) {
    let segments = target["segments"]?.elements ?? []
    let parts = segments.compactMap { self.span(of: $0) }.compactMap { part in
      reanchorer.anchor(part).span
    }.filter { span.contains($0) }
    let kept = parts.isEmpty || segments.count == 1 ? [span] : parts.sorted()
    set(span, of: target, in: &splicer)
    if target["prefix"] != nil {
      splicer.set("prefix", of: target) { $0.string(utf8: self.places.before(span)) }
    }
    if target["suffix"] != nil {
      splicer.set("suffix", of: target) { $0.string(utf8: self.places.behind(span)) }
    }
    guard target["segments"] != nil else { return }
    splicer.set("segments", of: target) { writer in
      writer.array { writer in
        for part in kept { writer.object { self.write(part, &$0) } }
      }
    }
  }

  private func write(_ span: ByteSpan, _ writer: inout JSONWriter) {
    writer.key("start")
    writer.number(places.offset(span.start))
    writer.key("end")
    writer.number(places.offset(span.end))
  }

  /// Gives an object the offsets of a span, and its words where it has `exact`.
  private func set(_ span: ByteSpan, of node: JSONNode, in splicer: inout JSONSplicer) {
    let (start, end) = (places.offset(span.start), places.offset(span.end))
    splicer.set("start", of: node) { $0.number(start) }
    splicer.set("end", of: node) { $0.number(end) }
    if node["exact"] != nil {
      splicer.set("exact", of: node) { $0.string(utf8: self.places.bytes(span)) }
    }
  }

  /// Moves a part outside the target, such as the source; null where its words are gone.
  ///
  /// - Returns: Where it went, or nil where there is no such part.
  private func movePart(_ node: JSONNode?, in splicer: inout JSONSplicer) -> Anchoring? {
    guard let node, case .object = node.value, let span = span(of: node) else { return nil }
    let anchoring = reanchorer.anchor(span)
    if let place = anchoring.span, !place.isEmpty {
      set(place, of: node, in: &splicer)
    } else {
      splicer.replace(node) { $0.null() }
    }
    return anchoring
  }

  /// Gives the document the names of the new version, as far as the line names it.
  private func rename(_ node: JSONNode?, in splicer: inout JSONSplicer) {
    guard let node, case .object = node.value else { return }
    let document = document
    if node["path"] != nil { splicer.set("path", of: node) { $0.string(document.path) } }
    if node["sha256"] != nil { splicer.set("sha256", of: node) { $0.string(document.sha256) } }
    guard node["uri"] != nil else { return }
    splicer.set("uri", of: node) { writer in
      if let uri = document.uri { writer.string(uri) } else { writer.null() }
    }
  }
}
