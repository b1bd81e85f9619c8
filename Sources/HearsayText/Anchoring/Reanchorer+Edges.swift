/// From tokens back to bytes.
extension Reanchorer {
  /// The bytes of a range of new tokens, cut like the old stretch where it began or ended inside a
  /// word or took in white space.
  func span(of range: Range<Int>, for span: ByteSpan, _ tokens: Range<Int>) -> ByteSpan {
    let first = range.lowerBound
    let last = range.upperBound - 1
    let isMoved =
      companions[tokens.lowerBound] != first && companions[tokens.upperBound - 1] != last
    var start = new.spans[first].start
    if companions[tokens.lowerBound] == first || isMoved {
      start = self.start(span.start, tokens.lowerBound, first)
    }
    var end = new.spans[last].end
    if companions[tokens.upperBound - 1] == last || isMoved {
      end = self.end(span.end, tokens.upperBound - 1, last)
    }
    return ByteSpan(start, max(start, end))
  }

  private func start(_ edge: Int, _ oldToken: Int, _ newToken: Int) -> Int {
    let (old, new) = (self.old.spans[oldToken], self.new.spans[newToken])
    if edge > old.start {
      return new.start + (inner(edge - old.start, oldToken, newToken) ?? 0)
    }
    let room = newToken > 0 ? self.new.spans[newToken - 1].end : 0
    let oldRoom = oldToken > 0 ? self.old.spans[oldToken - 1].end : 0
    if edge <= oldRoom, edge < old.start { return room }
    return self.new.scalarStart(max(room, new.start - (old.start - edge)))
  }

  private func end(_ edge: Int, _ oldToken: Int, _ newToken: Int) -> Int {
    let (old, new) = (self.old.spans[oldToken], self.new.spans[newToken])
    if edge < old.end {
      return inner(edge - old.start, oldToken, newToken).map { new.start + $0 } ?? new.end
    }
    let isLast = newToken + 1 == self.new.count
    let room = isLast ? self.new.bytes.count : self.new.spans[newToken + 1].start
    let isOldLast = oldToken + 1 == self.old.count
    let oldRoom = isOldLast ? self.old.bytes.count : self.old.spans[oldToken + 1].start
    if edge >= oldRoom, edge > old.end { return room }
    return self.new.scalarStart(min(room, new.end + (edge - old.end)))
  }

  /// The offset in a new token of an edge inside an old one, or nil where the word changed there.
  private func inner(_ offset: Int, _ oldToken: Int, _ newToken: Int) -> Int? {
    let (left, right) = (old.slice(oldToken), new.slice(newToken))
    if left == right { return offset }
    if old.numbers[oldToken] == new.numbers[newToken] {
      let before = left.prefix(offset)
      let characters = String(decoding: before, as: UTF8.self).count
      return String(decoding: right, as: UTF8.self).prefix(characters).utf8.count
    }
    if offset <= TokenSequence.commonPrefix(left, right) {
      return new.scalarStart(new.spans[newToken].start + offset) - new.spans[newToken].start
    }
    let rest = left.count - offset
    let shorter = min(left.count, right.count)
    guard rest <= shorter, left.suffix(rest) == right.suffix(rest) else { return nil }
    return right.count - rest
  }

  /// Where white space, or a place between two words, went.
  ///
  /// - Parameter token: The first token behind it.
  func anchorBlank(_ span: ByteSpan, behind token: Int) -> Anchoring {
    let before: Int? = token == 0 ? -1 : isKept(token - 1) ? companions[token - 1] : nil
    let after: Int? = token == old.count ? new.count : isKept(token) ? companions[token] : nil
    let oldGap = ByteSpan(
      token == 0 ? 0 : old.spans[token - 1].end,
      token == old.count ? old.bytes.count : old.spans[token].start)
    func start(of place: Int) -> Int { place < 0 ? 0 : new.spans[place].end }
    func end(of place: Int) -> Int { place == new.count ? new.bytes.count : new.spans[place].start }
    if let before, let after, after == before + 1 {
      let gap = ByteSpan(start(of: before), end(of: after))
      return Anchoring(state: .anchored, span: blank(span, oldGap, gap), confidence: 0.9)
    }
    if let before {
      let place = start(of: before)
      return Anchoring(state: .review, span: ByteSpan(place, place), confidence: 0.3)
    }
    guard let after else { return .orphaned }
    return Anchoring(
      state: .review, span: ByteSpan(end(of: after), end(of: after)), confidence: 0.3)
  }

  private func blank(_ span: ByteSpan, _ oldGap: ByteSpan, _ gap: ByteSpan) -> ByteSpan {
    if old.bytes[oldGap.range] == new.bytes[gap.range] {
      return span.shifted(by: gap.start - oldGap.start)
    }
    let start =
      span.start == oldGap.end ? gap.end : gap.start + min(span.start - oldGap.start, gap.count)
    let end = span.end == oldGap.end ? gap.end : gap.start + min(span.end - oldGap.start, gap.count)
    return ByteSpan(new.scalarStart(start), new.scalarStart(max(start, end)))
  }
}

extension TokenSequence {
  /// The beginning of the scalar that holds a byte; the text's end for what lies behind it.
  func scalarStart(_ offset: Int) -> Int {
    var place = max(0, min(offset, bytes.count))
    while place > 0, place < bytes.count, UTF8Scan.isContinuation(bytes[place]) { place -= 1 }
    return place
  }

  /// The same stretch inside the text, its edges between characters.
  func rounded(_ span: ByteSpan) -> ByteSpan {
    ByteSpan(scalarStart(span.start), scalarStart(span.end))
  }
}
