/// How often a text names years, and how often it counts from the day it was written.
///
/// A report says “on Tuesday” and “last week”; a history says “in March 1940”, then “in April”. What
/// is counted from differs accordingly. Counts can be taken away again, so that an edit costs no
/// more than the paragraphs it touches.
struct DateTally: Hashable, Sendable {
  /// Dates that name their year.
  private var absolute = 0
  /// Times counted from the article's date.
  private var relative = 0

  /// Nothing counted.
  init() {}

  /// The counts of some mentions.
  init(_ mentions: [DateMention]) {
    for mention in mentions where mention.articleDate == nil {
      switch mention.reading {
      case .calendar(let fields):
        if fields.year != nil {
          absolute += 1
        } else if fields.weekday != nil || fields.yearShift != nil || fields.dayShift != nil {
          relative += 1
        }
      case .numeric: absolute += 1
      case .shift(let step): relative += step.origin == .article ? 1 : 0
      case .reference, .duration, .everyAmount, .everyDate: break
      }
    }
  }

  /// Whether the text narrates: many years named, and little counted from the article's date.
  var isNarrative: Bool { absolute >= 4 && absolute >= relative * 4 }

  /// Adds the counts of another part of the text.
  mutating func add(_ other: DateTally) {
    absolute += other.absolute
    relative += other.relative
  }

  /// Takes the counts of a part of the text away.
  mutating func remove(_ other: DateTally) {
    absolute -= other.absolute
    relative -= other.relative
  }
}
