public import HearsayModel

/// What the registry knows of one outlet, in the same lines for every outlet of the world.
///
/// Statements with their sources and no judgement of our own; a line of which nothing is known says
/// so. Facts are those of the article's date; what is older than 24 months says of when it is.
public struct OutletNote: Hashable, Sendable {
  /// One statement with what it rests on.
  public struct Statement: Hashable, Sendable {
    /// The statement in words.
    public let text: String
    /// Keys of its sources.
    public let citations: [String]
  }

  /// What is stated about one side of an outlet.
  public struct Line: Hashable, Sendable {
    /// What it is about.
    public let label: String
    /// What is stated, or nothing.
    public let statements: [Statement]
    /// What is said where nothing is stated.
    public let blank: String
  }

  /// A source with its number.
  public struct Citation: Hashable, Sendable {
    /// As the statements count it, from 1.
    public let number: Int
    /// The source, or nil for a key that leads nowhere.
    public let source: OutletSource?
    /// Its key in the registry.
    public let key: String
  }

  /// How much is told.
  public enum Scope: Hashable, Sendable {
    /// What held on the article's date; where it is nil, what holds today.
    case date(String?)
    /// Everything, with names, domains and what a team retired.
    case everything
  }

  /// The outlet's name.
  public let title: String
  /// What kind of body it is and where.
  public let subtitle: String
  /// Which outlet is meant, or nil.
  public let identification: String?
  /// The lines of the template, always the same.
  public internal(set) var lines: [Line] = []
  /// Sources in the order in which they are cited.
  public internal(set) var citations: [Citation] = []
  /// Sentences behind the lines.
  public internal(set) var remarks: [String] = []
  /// What a team set aside.
  public internal(set) var retired: [Statement] = []

  /// The note on a record.
  ///
  /// `today` is the day of reading, `YYYY-MM-DD`, from which the age of statements is counted.
  public init(
    _ entry: OutletEntry, in catalogue: OutletCatalogue, scope: Scope, today: String
  ) {
    title = entry.name
    let place = entry.country.map { " · \($0)" } ?? ""
    subtitle = entry.entity.replacing("_", with: " ") + place
    identification = entry.note
    var builder = OutletNoteBuilder(
      entry: entry, catalogue: catalogue, scope: scope, today: RegistryDate(today))
    lines = builder.lines()
    retired = scope == .everything ? builder.retired() : []
    remarks = builder.remarks()
    let keys = lines.flatMap { $0.statements.flatMap(\.citations) } + retired.flatMap(\.citations)
    var seen: Set<String> = []
    for key in keys where seen.insert(key).inserted {
      citations.append(
        Citation(number: seen.count, source: catalogue.source(key), key: key))
    }
  }

  /// Numbers of a statement's sources.
  func numbers(_ statement: Statement) -> [Int] {
    let keys = Set(statement.citations)
    return citations.filter { keys.contains($0.key) }.map(\.number)
  }
}
