public import HearsayText

/// Through whom a page's text came: page ← republished from ← agency, as far as the text tells.
///
/// Only what this text says is in it. What the registry knows of an outlet in general is not.
public struct OutletChain: Hashable, Sendable {
  /// What a step of the chain rests on.
  public enum Evidence: String, Sendable, CaseIterable, Comparable {
    /// The text says so.
    case stated
    /// A phrase stands here that only pages of that outlet carry.
    case fingerprint
    /// An address leads there.
    case link
    /// A picture is credited to it.
    case imageCredit = "image-credit"

    /// From the strongest to the weakest.
    public static func < (left: Evidence, right: Evidence) -> Bool {
      left.strength < right.strength
    }

    private var strength: Int { Evidence.allCases.firstIndex(of: self) ?? 0 }
  }

  /// One outlet of the chain.
  public struct Step: Hashable, Sendable {
    /// Registry id.
    public let outletID: String
    /// Registry name.
    public let name: String
    /// `publisher`, `republished-from`, `agency` or `image-credit`.
    public let role: OutletRole
    /// What it rests on, the strongest first; never empty.
    public internal(set) var evidence: [Evidence]
    /// Where the text says so first, or nil for a fingerprint alone.
    public internal(set) var span: ByteSpan?

    /// A step that rests on one thing.
    public init(
      outletID: String, name: String, role: OutletRole, evidence: Evidence, span: ByteSpan?
    ) {
      self.outletID = outletID
      self.name = name
      self.role = role
      self.evidence = [evidence]
      self.span = span
    }
  }

  /// Publisher, then where the text was taken from, then agencies, then pictures.
  public private(set) var steps: [Step] = []

  /// A chain that nothing is known of.
  public init() {}

  /// Whether the text tells nothing.
  public var isEmpty: Bool { steps.isEmpty }

  /// The steps the text itself came through, pictures left out.
  public var textSteps: [Step] { steps.filter { $0.role != .imageCredit } }

  /// Adds a step, or evidence to the step that is there; an outlet stands in the chain of the text
  /// once, at the first of its roles.
  public mutating func add(_ step: Step) {
    let isPicture = step.role == .imageCredit
    let same = steps.firstIndex {
      $0.outletID == step.outletID && ($0.role == .imageCredit) == isPicture
    }
    guard let same else {
      let place = steps.firstIndex { OutletChain.rank($0.role) > OutletChain.rank(step.role) }
      steps.insert(step, at: place ?? steps.count)
      return
    }
    for evidence in step.evidence where !steps[same].evidence.contains(evidence) {
      steps[same].evidence.append(evidence)
    }
    steps[same].evidence.sort()
    steps[same].span = steps[same].span ?? step.span
  }

  /// Adds evidence to an outlet that is in the chain of the text already.
  public mutating func support(_ outletID: String, _ evidence: Evidence) {
    for index in steps.indices
    where steps[index].outletID == outletID && steps[index].role != .imageCredit {
      if !steps[index].evidence.contains(evidence) { steps[index].evidence.append(evidence) }
      steps[index].evidence.sort()
    }
  }

  private static func rank(_ role: OutletRole) -> Int {
    switch role {
    case .publisher: 0
    case .republishedFrom: 1
    case .agency: 2
    case .imageCredit: 3
    case .reportedBy, .toldTo, .link, .mention: 4
    }
  }
}
