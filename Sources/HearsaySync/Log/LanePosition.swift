/// How far a store knows a device's log.
public struct LanePosition: Hashable, Sendable {
  /// The number of the last operation known; zero for none.
  public let operation: Int
  /// Its digest; ``ContentDigest/none`` for none.
  public let digest: ContentDigest
  /// The number of the last segment known; zero for none.
  public let segment: Int

  /// Nothing known.
  public static let start = LanePosition(operation: 0, digest: .none, segment: 0)

  /// The last operation, its digest and the last segment.
  public init(operation: Int, digest: ContentDigest, segment: Int) {
    self.operation = operation
    self.digest = digest
    self.segment = segment
  }
}
