/// The commands a client can have carried out.
///
/// The first argument is a document's URI. Where a command is about an annotation, the second names
/// it (see ``SubjectReference``), or is a position, or a range whose innermost annotation is meant.
enum ServerCommand: String, CaseIterable {
  /// URI, annotation: the suggestion is right.
  case accept = "hearsay.accept"
  /// URI, annotation: the suggestion is wrong.
  case reject = "hearsay.reject"
  /// URI, kind: every open suggestion of the kind is right.
  case acceptAll = "hearsay.acceptAll"
  /// URI, kind: every open suggestion of the kind is wrong.
  case rejectAll = "hearsay.rejectAll"
  /// URI, annotation, name: somebody else is credited; an empty name means nobody.
  case setSpeaker = "hearsay.setSpeaker"
  /// URI, place, name: the speaker at the place is shown under another name in the whole project.
  case renameSpeaker = "hearsay.renameSpeaker"
  /// URI, annotation, `direct`, `mixed`, `indirect` or `scare`.
  case setType = "hearsay.setType"
  /// URI, annotation, TIMEX3 value.
  case setValue = "hearsay.setValue"
  /// URI, annotation, outlet's name or id.
  case setOutlet = "hearsay.setOutlet"
  /// URI, annotation, kind, speaker, value, outlet or remark: its words are something else; without
  /// the last, nobody is credited, the value is unknown, the words name the outlet.
  case setKind = "hearsay.setKind"
  /// URI, annotation, stretch: it covers other words.
  case setBoundaries = "hearsay.setBoundaries"
  /// URI, annotation, remark; an empty one takes the remark away.
  case setNote = "hearsay.setNote"
  /// URI, annotation: takes away what a person added, or the decision on a suggestion.
  case delete = "hearsay.delete"
  /// URI, annotation, stretch: settles where it stands.
  case place = "hearsay.place"
  /// URI, stretch, name: adds a quotation.
  case addQuotation = "hearsay.addQuotation"
  /// URI, stretch, TIMEX3 value: adds a date.
  case addDate = "hearsay.addDate"
  /// URI, stretch, outlet's name or id: adds an outlet mention.
  case addOutlet = "hearsay.addOutlet"
  /// URI, stretch, remark: adds a note.
  case addNote = "hearsay.addNote"
  /// URI, stretch, code: ignores a finding here; an empty code means every one.
  case ignore = "hearsay.ignore"
  /// URI, stretch, code: ignores these words in this file.
  case ignoreWords = "hearsay.ignoreWords"
  /// URI, name: ignores what this speaker says in this file.
  case ignoreSpeaker = "hearsay.ignoreSpeaker"
  /// URI, code: ignores a code in the project.
  case ignoreRule = "hearsay.ignoreRule"
  /// URI, id: stops ignoring something.
  case unignore = "hearsay.unignore"
  /// URI, annotation's id, field or `deletion`, number of a version or `both`: decides a conflict.
  case resolve = "hearsay.resolve"
  /// URI, stretch, kind, number of an annotator, `both` or `mine`: settles where annotators differ.
  case adjudicate = "hearsay.adjudicate"
  /// URI, date `YYYY-MM-DD`: sets the article's date; an empty one takes it back.
  case setDate = "hearsay.setDate"
  /// URI, `day-first` or `month-first`: which number of a date is the day; empty takes it back.
  case setDayMonthOrder = "hearsay.setDayMonthOrder"
  /// URI of an article: writes its annotation sheet and shows it.
  case openSheet = "hearsay.openSheet"
  /// URI of any document of the project: takes the last decision back.
  case undo = "hearsay.undo"
  /// URI of any document of the project: brings the decision last taken back into force again.
  case redo = "hearsay.redo"
}
