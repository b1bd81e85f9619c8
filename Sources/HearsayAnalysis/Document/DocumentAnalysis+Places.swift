public import HearsayModel
public import HearsayText

/// Where somebody is named, and what stands around a place; offsets count bytes from the
/// document's start.
extension DocumentAnalysis {
  /// Every place that names a speaker, by a name or a part of one that can be nobody else's, in
  /// reading order.
  ///
  /// Linear in the mentions of the document.
  public func namings(of speaker: Speaker) -> [ByteSpan] {
    var result: [ByteSpan] = []
    for (paragraph, start) in zip(paragraphs, starts) {
      let mentions = paragraph.findings.mentions
      for index in mentions.records.indices
      where named(by: mentions[index])?.name == speaker.name {
        result.append(mentions.records[index].span.shifted(by: start))
      }
    }
    return result
  }

  /// Whom the words at a byte name, with the words; nil where they name nobody, or several could be
  /// meant.
  public func naming(at byte: Int) -> (speaker: Speaker, span: ByteSpan)? {
    guard !paragraphs.isEmpty else { return nil }
    let index = paragraphIndex(at: byte)
    let mentions = paragraphs[index].findings.mentions
    for (place, mention) in mentions.records.enumerated() {
      let span = mention.span.shifted(by: starts[index])
      guard span.contains(byte) || span.end == byte,
        let speaker = named(by: mentions[place])
      else { continue }
      return (speaker, span)
    }
    return nil
  }

  private func named(by mention: ListedMention) -> Speaker? {
    guard mention.hasName, case .one(let number) = table.matches(mention).numbers else {
      return nil
    }
    return table.entities[number].speaker
  }

  /// The paragraph that holds a byte, without the blank lines behind it.
  public func paragraph(at byte: Int) -> ByteSpan {
    guard !paragraphs.isEmpty else { return ByteSpan(0, 0) }
    let index = paragraphIndex(at: byte)
    let bytes = text.bytes(in: ByteSpan(starts[index], starts[index + 1]))
    let isSpace = { (byte: UInt8) in byte == 0x20 || (0x09...0x0D).contains(byte) }
    let tail = bytes.reversed().prefix(while: isSpace).count
    return ByteSpan(starts[index], starts[index] + bytes.count - tail)
  }

  /// The paragraphs that are page furniture, in reading order.
  public var furniture: [ByteSpan] {
    zip(resolved, starts).flatMap { paragraph, start in
      paragraph.findings.furniture.map { $0.shifted(by: start) }
    }
  }

  /// Goes through the paragraphs in order: where each lies, what was found in it, and an object that
  /// is the same from one edit to the next as long as neither its bytes nor its findings change.
  public func forEachParagraph(
    _ body: (_ span: ByteSpan, _ identity: AnyObject, _ findings: () -> Findings) -> Void
  ) {
    for (index, paragraph) in resolved.enumerated() {
      let start = starts[index]
      body(ByteSpan(start, starts[index + 1]), paragraph) {
        var findings = Findings()
        findings.append(paragraph.findings, shiftedBy: start)
        return findings
      }
    }
  }

  /// How many findings and problems there are.
  public var findingCount: Int {
    totals.quotations + totals.dates + totals.outlets + totals.problems
  }

  /// The sentence that holds a byte, or nil where there is none.
  public func sentence(at byte: Int) -> ByteSpan? {
    guard !paragraphs.isEmpty else { return nil }
    let index = paragraphIndex(at: byte)
    let bytes = text.bytes(in: ByteSpan(starts[index], starts[index + 1]))
    return analyzer.sentence(at: byte - starts[index], ofParagraph: bytes)?
      .shifted(by: starts[index])
  }
}
