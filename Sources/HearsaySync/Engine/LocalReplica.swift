/// The local side of a sync: a store that does each of these in one transaction, or not at all.
public protocol LocalReplica: AnyObject {
  /// This device's own log.
  func ownLog() throws -> OwnLog

  /// How far the other devices' logs are known.
  func positions() throws -> [Lane: LanePosition]

  /// The segments that wait to be acknowledged, in order; where none does, freezes what was not sent
  /// yet into the next few. The same segments until they are acknowledged. None where all is sent.
  func seal() throws -> [SealedSegment]

  /// Notes that the segments that wait lie in the remote store up to a number; nothing where others
  /// wait by now, because two processes synchronise one store.
  func acknowledge(_ number: Int) throws

  /// A segment of the own log that was acknowledged, or nil where it cannot be made again.
  func segment(_ number: Int) throws -> SealedSegment?

  /// Operations of the own log from a number on, `count` at most.
  func ownOperations(from number: Int, count: Int) throws -> [Operation]

  /// Takes in operations and moves on in the others' logs, together. Known operations change
  /// nothing, except that a whole one takes the place of its remains.
  func apply(_ operations: [Operation], positions: [Lane: LanePosition]) throws

  /// Becomes another device, because the log of this one turned out to be written by two.
  ///
  /// Operations up to number `shared` are left as another device's; later ones are this device's
  /// only and get new names, in order, also where they are parents.
  ///
  /// - Parameter known: how far the old log is known as another device's.
  func remint(as lane: Lane, known: LanePosition, shared: Int) throws

  /// Hands out all operations that positions cover, those of one annotation or document together.
  func eachSubject(coveredBy: [DeviceID: Int], _ body: ([Operation]) throws -> Void) throws

  /// How many annotations are shown, and a mark that tells them from later ones.
  func visibleAnnotations() throws -> (count: Int, mark: Int)

  /// How many of some annotations were there before a mark and are still shown.
  func countVisible(_ annotations: Set<String>, before mark: Int) throws -> Int

  /// Deletions among the operations that were not sent yet.
  func unsentDeletions() throws -> Int

  /// Something the sync remembers about itself.
  func note(_ name: String) throws -> Int?

  /// Remembers something.
  func setNote(_ name: String, _ value: Int) throws
}

/// A device's own log, as its own store knows it.
public struct OwnLog: Hashable, Sendable {
  /// The lane.
  public let lane: Lane
  /// Where it ends, with what was not sent yet; its segment is the last acknowledged one.
  public let head: LanePosition
  /// Where what the remote store has acknowledged ends.
  public let acknowledged: LanePosition

  /// A log and how much of it is acknowledged.
  public init(lane: Lane, head: LanePosition, acknowledged: LanePosition) {
    self.lane = lane
    self.head = head
    self.acknowledged = acknowledged
  }

  /// Operations that were not sent yet.
  public var unsent: Int { head.operation - acknowledged.operation }
}
