public import HearsayModel

/// What is known of a whole set of documents, gathered while they pass one by one.
///
/// It grows with the number of documents, speakers and distinct edges, never with their texts.
public struct SetSummary: Sendable {
  /// A document in the list.
  public struct Document: Sendable {
    /// As the user gave it.
    public let path: String
    /// Its first line.
    public let title: String
    /// The article's date, or nil.
    public let date: String?
    /// The name its files have in the folder, without ending; empty for a stream.
    public let name: String
    /// How many annotations of each kind it has.
    public let counts: [AnnotationKind: Int]
    /// Through whom it came, in words.
    public let chain: String
  }

  /// A speaker with what the set holds of theirs.
  public struct SpeakerEntry: Sendable {
    /// The speaker as first met.
    public let speaker: Speaker
    /// Statements in all documents.
    public var statements = 0
    /// Documents with at least one of them.
    public var documents = 0
  }

  /// A dated arrow between two nodes of the graph.
  public struct Edge: Hashable, Sendable, Comparable {
    /// What the arrow means.
    public enum Relation: String, Sendable {
      /// A speaker quotes a speaker.
      case quotes
      /// An outlet's article carries a speaker's statements.
      case carries
      /// An outlet took the text from an outlet.
      case republishes
    }

    /// Id of the node it leads from.
    public let from: String
    /// Id of the node it leads to.
    public let to: String
    /// What it means.
    public let relation: Relation
    /// The article's date, or empty.
    public let date: String

    /// By nodes, relation and date.
    public static func < (left: Edge, right: Edge) -> Bool {
      (left.from, left.to, left.relation.rawValue, left.date)
        < (right.from, right.to, right.relation.rawValue, right.date)
    }
  }

  /// A node of the graph.
  public struct Node: Hashable, Sendable {
    /// The name to show.
    public let name: String
    /// `person`, `organisation`, `collective` or `outlet`.
    public let kind: String
  }

  /// A statement on the time line.
  public struct Moment: Sendable {
    /// The article's date.
    public let date: String
    /// The speaker's name.
    public let speaker: String
    /// The words, cut short.
    public let words: String
    /// Name of the document's files.
    public let name: String
    /// Anchor in the document's page.
    public let anchor: String
  }

  /// How many moments are kept; the README says so.
  public static let maximumMoments = 2_000

  /// Documents in the order they came.
  public private(set) var documents: [Document] = []
  /// Speakers by id.
  public private(set) var speakers: [String: SpeakerEntry] = [:]
  /// Nodes of the graph by id.
  public private(set) var nodes: [String: Node] = [:]
  /// Arrows with the number of statements behind them.
  public private(set) var edges: [Edge: Int] = [:]
  /// Dated statements in the order they came, at most ``maximumMoments``.
  public private(set) var moments: [Moment] = []
  /// Dated statements beyond those.
  public private(set) var omittedMoments = 0

  /// Nothing yet.
  public init() {}

  /// Takes a document in; `name` is what its files are called in the folder.
  public mutating func add(_ digest: DocumentDigest, name: String = "") {
    documents.append(
      Document(
        path: digest.path, title: digest.title, date: digest.date, name: name,
        counts: digest.counts,
        chain: digest.chain.textSteps.map(\.name).joined(separator: " ← ")))
    addSpeakers(digest)
    addEdges(digest)
    guard let date = digest.date else { return }
    for statement in digest.statements {
      guard moments.count < Self.maximumMoments else {
        omittedMoments += 1
        continue
      }
      moments.append(
        Moment(
          date: date, speaker: statement.speaker.name, words: statement.words, name: name,
          anchor: statement.anchor))
    }
  }

  private mutating func addSpeakers(_ digest: DocumentDigest) {
    var here: Set<String> = []
    for statement in digest.statements {
      let id = statement.speaker.id
      speakers[id, default: SpeakerEntry(speaker: statement.speaker)].statements += 1
      if here.insert(id).inserted { speakers[id]?.documents += 1 }
    }
  }

  private mutating func addEdges(_ digest: DocumentDigest) {
    let date = digest.date ?? ""
    for citation in digest.citations {
      let (from, to) = (node(citation.quoting), node(citation.quoted))
      edges[Edge(from: from, to: to, relation: .quotes, date: date), default: 0] += 1
    }
    let outlets = digest.chain.textSteps.map { step in
      let id = "outlet:\(step.outletID)"
      nodes[id] = nodes[id] ?? Node(name: step.name, kind: "outlet")
      return id
    }
    for (from, to) in zip(outlets, outlets.dropFirst()) {
      edges[Edge(from: from, to: to, relation: .republishes, date: date), default: 0] += 1
    }
    for statement in digest.statements {
      let to = node(statement.speaker)
      for from in outlets {
        edges[Edge(from: from, to: to, relation: .carries, date: date), default: 0] += 1
      }
    }
  }

  private mutating func node(_ speaker: Speaker) -> String {
    let id = "speaker:\(speaker.id)"
    nodes[id] = nodes[id] ?? Node(name: speaker.name, kind: speaker.kind.rawValue)
    return id
  }
}
