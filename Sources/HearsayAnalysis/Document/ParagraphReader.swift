internal import HearsayText

/// Reads one paragraph after another, with the stages of an analyzer, in room that it keeps.
struct ParagraphReader {
  private let stages: Analyzer
  private var room = ParagraphRoom()

  init(_ stages: Analyzer) { self.stages = stages }

  /// What a paragraph says by itself.
  mutating func findings(of piece: ArraySlice<UInt8>) -> ParagraphFindings {
    let input = ParagraphInput(piece, tokenizer: stages.tokenizer, in: &room)
    defer { room.take(input) }
    let shape = stages.shapes.shape(of: input)
    guard !shape.isBlank else { return ParagraphFindings(shape: shape) }
    let dates = stages.dates.find(in: input, room: &room.atoms)
    let outlets = stages.outlets.findings(in: input)
    guard shape.furniture == .none else {
      return ParagraphFindings(shape: shape, dates: dates, outlets: outlets)
    }
    var finder = MentionFinder(input)
    let mentions = finder.mentions(besides: dates, outlets, room: &room.mentions)
    let attribution = AttributionFinder(
      input, mentions: mentions, tagger: stages.tagger, room: &room)
    defer { room.take(attribution) }
    var recorder = MentionRecorder(input, mentions, attribution)
    let list = recorder.list()
    let (quotations, announcement) = attribution.find()
    return ParagraphFindings(
      shape: shape, quotations: quotations, mentions: list,
      introductions: list.introductions(quotations), dates: dates, outlets: outlets,
      layouts: LayoutFinder(input, mentions: mentions, shape: shape).layouts(beside: quotations),
      announcement: announcement, story: StoryMark(input).part(attribution.map, quotations))
  }
}
