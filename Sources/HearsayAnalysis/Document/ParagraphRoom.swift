/// Lists that are kept from one paragraph to the next, so that each does not have to be made anew.
///
/// A stage takes a list out, empties and fills it; when a paragraph is read, the lists are put back.
struct ParagraphRoom {
  var bytes: [UInt8] = []
  var tokens: [Token] = []
  var sentences: [Range<Int>] = []
  var atoms: [DateAtom] = []
  var mentions: [Mention] = []
  var mentionAt: [Int32] = []
  var cues: [Cue] = []
  var frames: [Range<Int>] = []
  let tagger = FastRoom()

  /// Puts the lists of a paragraph back that is cut and read.
  mutating func take(_ input: ParagraphInput) {
    bytes = input.bytes
    tokens = input.tokens
    sentences = input.sentences
  }

  /// Puts back what was found for its attributions.
  mutating func take(_ attribution: AttributionFinder) {
    mentions = attribution.paragraph.mentions
    mentionAt = attribution.paragraph.mentionAt
    cues = attribution.cues
    frames = attribution.frames
  }
}

extension Array {
  /// Takes the list out and leaves none: its elements are gone, its room is there.
  mutating func emptied() -> [Element] {
    var taken: [Element] = []
    swap(&taken, &self)
    taken.removeAll(keepingCapacity: true)
    return taken
  }
}
