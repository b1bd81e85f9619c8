public import HearsayModel
public import HearsayText

/// What the findings rest on, looked up when somebody asks.
extension DocumentAnalysis {
  /// Where the document first gives a speaker's name as ``Speaker/name`` has it, counted in bytes
  /// from the document's start, or nil where it never does.
  ///
  /// Linear in the number of paragraphs and of the names introduced in them.
  public func introduction(of speaker: Speaker) -> ByteSpan? {
    for (paragraph, start) in zip(paragraphs, starts) {
      let introduction = paragraph.findings.introductions.first {
        $0.mention.text == speaker.name
      }
      if let introduction { return introduction.mention.record.span.shifted(by: start) }
    }
    return nil
  }
}
