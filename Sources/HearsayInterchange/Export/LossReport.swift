public import HearsayModel

/// What a format could not carry, counted by kind of annotation and by what was left out.
public struct LossReport: Hashable, Sendable {
  /// One thing that was left out.
  public struct Item: Hashable, Sendable, Comparable {
    /// The kind of annotation it was left out of, or `document`.
    public let kind: String
    /// What was left out, one of the words the README lists.
    public let what: String

    /// By kind, then by what.
    public static func < (left: Item, right: Item) -> Bool {
      (left.kind, left.what) < (right.kind, right.what)
    }
  }

  /// How often each was left out; never zero.
  public private(set) var counts: [Item: Int] = [:]

  /// Nothing left out.
  public init() {}

  /// Whether nothing was left out.
  public var isEmpty: Bool { counts.isEmpty }

  /// Notes that something of an annotation was left out.
  public mutating func lose(_ what: String, of kind: AnnotationKind, _ count: Int = 1) {
    lose(what, ofKind: kind.rawValue, count)
  }

  /// Notes that something of the document was left out.
  public mutating func loseOfDocument(_ what: String, _ count: Int = 1) {
    lose(what, ofKind: "document", count)
  }

  private mutating func lose(_ what: String, ofKind kind: String, _ count: Int) {
    guard count > 0 else { return }
    counts[Item(kind: kind, what: what), default: 0] += count
  }

  /// Adds another report.
  public mutating func add(_ other: LossReport) {
    counts.merge(other.counts) { $0 + $1 }
  }

  /// One line for a person, without the format's name.
  public var line: String {
    guard !isEmpty else { return "nothing was left out" }
    let parts = counts.sorted { $0.key < $1.key }.map {
      "\($0.key.kind) \($0.key.what) \($0.value)"
    }
    return "could not carry: " + parts.joined(separator: ", ")
  }
}
