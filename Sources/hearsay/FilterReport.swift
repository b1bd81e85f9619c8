internal import HearsayInterchange
internal import HearsayWorkspace

/// Whether anything answered to what an export was asked for, told when it is over.
struct FilterReport {
  private let options: ExportOptions
  private let catalogue: OutletCatalogue
  private var met: Set<AnnotationFilter.Name> = []
  private var written = 0
  private var isAnythingRead = false

  private typealias Name = AnnotationFilter.Name

  /// Nothing has answered yet; the catalogue knows which outlets there are.
  init(_ options: ExportOptions, _ catalogue: OutletCatalogue) {
    self.options = options
    self.catalogue = catalogue
  }

  /// Notes what a document answered to.
  mutating func note(_ outcome: AnnotateRun.Outcome) {
    isAnythingRead = true
    written += outcome.written
    met.formUnion(outcome.names)
  }

  /// Tells what nothing answered to.
  ///
  /// - Returns: How many outlets there are not, here or anywhere.
  func tell() -> Int {
    guard isAnythingRead else { return 0 }
    let outlets = options.outlet.filter { !met.contains(Name.outlet($0)) }
    let unknown = outlets.filter { catalogue.find($0).isEmpty }
    for name in unknown { Console.failUnknownOutlet(name, catalogue) }
    guard !options.quiet else { return unknown.count }
    var lines = outlets.filter { !unknown.contains($0) }.map {
      "--outlet “\($0)”: no article names it or came through it"
    }
    lines += options.speaker.filter { !met.contains(Name.speaker($0)) }.map {
      "--speaker “\($0)”: nobody of that name is quoted"
    }
    lines += options.author.filter { !met.contains(Name.author($0)) }.map {
      "--author “\($0)”: nobody of that name has annotated"
    }
    if lines.isEmpty, unknown.isEmpty, options.narrows, written == 0 {
      lines = ["there is nothing of what the options ask for"]
    }
    for line in lines { Console.error("hearsay: \(line) [nothing-matched]") }
    return unknown.count
  }
}
