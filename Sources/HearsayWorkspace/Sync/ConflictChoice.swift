public import HearsayModel
public import HearsayStore
internal import HearsaySync

/// What an analyst says to a conflict.
public enum ConflictChoice: Hashable, Sendable {
  /// The version with this number, from 1, holds.
  case version(Int)
  /// The first holds, the others become a remark.
  case both

  /// The choice that a number or `both` names, or nil.
  public init?(_ word: String) {
    if word == "both" {
      self = .both
    } else if let number = Int(word), number > 0 {
      self = .version(number)
    } else {
      return nil
    }
  }
}

extension DecisionStore {
  /// Decides a conflict, for everybody; `id` is ``HearsayStore/StoredConflict/id``.
  ///
  /// - Throws: ``HearsayStore/StoreError``; ``HearsayStore/StoreError/unknownID(_:)`` where
  ///   there is no such conflict.
  public func resolve(
    _ id: String, about matter: String, choice: ConflictChoice, at location: StoreLocation,
    stamp: DecisionStamp
  ) throws(StoreError) -> CommitOutcome {
    guard let store = try store(at: location) else { throw .unknownID(id) }
    let found = try store.conflicts().first {
      $0.id == id.lowercased() && $0.conflict.matter.name == matter
    }
    guard let found else { throw .unknownID(id) }
    switch choice {
    case .version(let number):
      guard found.choices.indices.contains(number - 1) else { throw .unknownID("\(number)") }
      return try store.resolve(found, keeping: found.choices[number - 1], stamp: stamp)
    case .both: return try store.resolveKeepingBoth(found, stamp: stamp)
    }
  }
}
