public import ArgumentParser
internal import HearsayAnalysis
public import HearsayInterchange
internal import HearsayModel
internal import HearsayWorkspace

extension FormatName: ExpressibleByArgument {}

/// What is written, and where: the options that `annotate` and `export` share.
struct ExportOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How results are written. Default: jsonl, or pretty (the text with its margin) on a terminal.",
      valueName: "format"))
  var format: FormatName?

  @Option(
    help: ArgumentHelp(
      "Write to a file, or to a folder for formats with files of their own. Each file appears only "
        + "when it is complete.", valueName: "file|folder"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      "Write what the format could not carry to a file, as JSON.", valueName: "file"))
  var lossReport: String?

  @Option(
    help: ArgumentHelp("Kinds to write, of: quotation,date,outlet,note.", valueName: "kinds"))
  var kinds: String?

  @Option(
    help: ArgumentHelp(
      "Statuses to write, of: suggested,accepted,rejected,edited,authored.", valueName: "statuses"))
  var status: String?

  @Option(
    help: ArgumentHelp("Only quotations of this speaker; may be repeated.", valueName: "name"))
  var speaker: [String] = []

  @Option(
    help: ArgumentHelp(
      "Only articles that name this outlet or came through it; may be repeated.",
      valueName: "name|id|domain"))
  var outlet: [String] = []

  @Option(
    help: ArgumentHelp("Only articles of this day or later.", valueName: "YYYY-MM-DD"))
  var from: String?

  @Option(
    help: ArgumentHelp("Only articles of this day or earlier.", valueName: "YYYY-MM-DD"))
  var until: String?

  @Option(
    help: ArgumentHelp("Only annotations of this author; may be repeated.", valueName: "name"))
  var author: [String] = []

  @Option(help: ArgumentHelp("Only what is at least so sure, 0 to 1.", valueName: "number"))
  var confidence: Double?

  @Option(help: ArgumentHelp("Documents at once. Default: as many as there are processors."))
  var jobs: Int?

  @Flag(help: "No progress and no notices; errors and what is not written are still told.")
  var quiet = false

  @Option(help: "Progress on standard error: auto (on a terminal), always or never.")
  var progress: ProgressMode = .auto

  func validate() throws {
    for (name, day) in [("--from", from), ("--until", until)] {
      if let day, !AnalysisOptions.isDate(day) {
        throw ValidationError("\(name) wants a calendar date as YYYY-MM-DD, not “\(day)”.")
      }
    }
    if let from, let until, from > until {
      throw ValidationError("--from is later than --until.")
    }
    if let confidence, !(0...1).contains(confidence) {
      throw ValidationError("--confidence wants a number from 0 to 1.")
    }
    if let jobs, jobs < 1 || jobs > 1024 {
      throw ValidationError("--jobs wants a number from 1 to 1024.")
    }
    _ = try chosenKinds()
    _ = try chosenStatuses()
  }

  /// Documents at once.
  var workers: Int { jobs ?? Console.processors }

  /// The format, chosen or usual.
  var chosenFormat: FormatName {
    format ?? (output == nil && Console.isTerminal(.output) ? .pretty : .jsonl)
  }

  /// Whether only some annotations or articles are asked for, beyond their kinds.
  var narrows: Bool {
    !(speaker.isEmpty && outlet.isEmpty && author.isEmpty) || status != nil || from != nil
      || until != nil || confidence != nil
  }

  /// The format's writer; notes on outlets are those of an edition.
  func writer(_ edition: OutletEdition) throws -> (any AnnotationFormat)? {
    let today = String(Console.now().prefix(10))
    let isTerminal = output == nil && Console.isTerminal(.output)
    let context = FormatName.Context(
      style: .init(columns: Console.columns, colours: isTerminal && Console.wantsColours),
      kinds: try chosenKinds(),
      notices: { id, date in edition.notice(id, date: date, today: today) })
    return chosenFormat.writer(context)
  }

  /// The kinds asked for, or nil.
  func chosenKinds() throws -> Set<AnnotationKind>? {
    try ExportOptions.names(kinds, "--kinds", "quotation, date, outlet and note")
  }

  private func chosenStatuses() throws -> Set<ReviewStatus>? {
    try ExportOptions.names(
      status, "--status", "suggested, accepted, rejected, edited and authored")
  }

  private static func names<Name: RawRepresentable & Hashable>(
    _ list: String?, _ option: String, _ known: String
  ) throws -> Set<Name>? where Name.RawValue == String {
    guard let list else { return nil }
    // With no name at all nothing would be written, and nobody told.
    guard list.contains(where: { $0 != "," }) else {
      throw ValidationError("\(option) wants one or more of \(known).")
    }
    return Set(
      try list.split(separator: ",").map { name in
        guard let value = Name(rawValue: String(name)) else {
          throw ValidationError("\(option) knows \(known), not “\(name)”.")
        }
        return value
      })
  }

  /// What is kept; `kinds` and `confidence` are those of the settings, for what is not asked for.
  func filter(
    kinds: Set<AnnotationKind>, confidence: Double, _ edition: OutletEdition
  ) throws -> AnnotationFilter {
    var filter = AnnotationFilter()
    filter.kinds = try chosenKinds() ?? kinds
    filter.statuses = try chosenStatuses() ?? filter.statuses
    filter.speakers = Set(speaker)
    filter.outlets = Set(outlet)
    for name in outlet { filter.outletIDs[name] = Set(edition.catalogue.find(name).map(\.id)) }
    filter.from = from
    filter.until = until
    filter.authors = Set(author)
    filter.minimumConfidence = self.confidence ?? confidence
    return filter
  }
}
