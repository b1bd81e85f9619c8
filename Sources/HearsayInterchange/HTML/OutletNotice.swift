/// What a report says of an outlet: statements with the sources they rest on.
public struct OutletNotice: Sendable {
  /// One side of an outlet with what is stated about it.
  public struct Line: Sendable {
    /// What it is about.
    public let label: String
    /// Statements with the numbers of their sources; one without sources where nothing is recorded.
    public let statements: [(text: String, sources: [Int])]

    /// A line of a note.
    public init(label: String, statements: [(text: String, sources: [Int])]) {
      self.label = label
      self.statements = statements
    }
  }

  /// A source.
  public struct Source: Sendable {
    /// As the statements count it, from 1.
    public let number: Int
    /// Title, publisher and date.
    public let text: String
    /// Its address, or nil.
    public let address: String?

    /// A numbered source.
    public init(number: Int, text: String, address: String?) {
      self.number = number
      self.text = text
      self.address = address
    }
  }

  /// The outlet's name.
  public let title: String
  /// What kind of body it is and where.
  public let subtitle: String
  /// The lines, the same for every outlet.
  public let lines: [Line]
  /// Sources in the order they are cited.
  public let sources: [Source]

  /// A note on an outlet.
  public init(title: String, subtitle: String, lines: [Line], sources: [Source]) {
    self.title = title
    self.subtitle = subtitle
    self.lines = lines
    self.sources = sources
  }
}
