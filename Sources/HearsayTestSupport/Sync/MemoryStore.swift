public import HearsaySync

/// A remote store in memory that does what it says.
public final class MemoryStore: RemoteStore {
  /// What lies there.
  public private(set) var objects: [String: [UInt8]] = [:]
  /// How it is called.
  public let name = "memory"

  /// An empty store.
  public init() {}

  /// As ``RemoteStore`` wants it.
  public func put(_ key: String, _ bytes: [UInt8], ifAbsent: Bool) -> Bool {
    if ifAbsent, objects[key] != nil { return false }
    objects[key] = bytes
    return true
  }

  /// As ``RemoteStore`` wants it.
  public func get(_ keys: [String], limit: Int) throws -> [[UInt8]?] {
    try keys.map { key in
      guard let bytes = objects[key] else { return nil }
      if bytes.count > limit { throw RemoteError(.tooLarge, key) }
      return bytes
    }
  }

  /// As ``RemoteStore`` wants it.
  public func list(_ prefix: String) -> [String] {
    Set(
      objects.keys.filter { $0.hasPrefix(prefix) }.map { key in
        let rest = key.dropFirst(prefix.count)
        return rest.firstIndex(of: "/").map { prefix + rest[...$0] } ?? key
      }
    ).sorted()
  }

  /// Loses an object, as a store that forgets.
  public func forget(_ key: String) { objects[key] = nil }
}
