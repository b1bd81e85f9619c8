internal import HearsayJSON

/// How far a device has read the others' logs.
///
/// Only garbage collection asks for it, and an old one is never wrong, only careful.
public struct Acknowledgement: Hashable, Sendable {
  /// Days of silence after which nobody waits for a device any more.
  public static let patience = 90
  /// Bytes that are read of one at most.
  public static let readLimit = 16 << 20

  /// The numbers of the last operations read, by lane.
  public let seen: [Lane: Int]
  /// When it was written, in seconds since 1970 by the device's clock.
  public let time: Int
  /// Whether the device was taken out of the team by hand.
  public let isRetired: Bool

  /// What a device has read.
  public init(seen: [Lane: Int], time: Int, isRetired: Bool = false) {
    self.seen = seen
    self.time = time
    self.isRetired = isRetired
  }

  /// The bytes to be written.
  public var bytes: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.key("v")
      json.number(Operation.version)
      json.key("at")
      json.number(time)
      json.key("retired")
      json.bool(isRetired)
      json.key("seen")
      json.object { json in
        for (lane, number) in seen.sorted(by: { $0.key < $1.key }) {
          json.key(text: lane.description)
          json.number(number)
        }
      }
    }
    json.endLine()
    return json.bytes
  }

  /// What bytes say, or nil.
  public init?(_ bytes: [UInt8]) {
    guard let node = try? JSONReader.read(bytes), let time = node["at"]?.whole else { return nil }
    var seen: [Lane: Int] = [:]
    for member in node["seen"]?.members ?? [] {
      guard let lane = Lane(member.key), let number = member.value.whole else { return nil }
      seen[lane] = number
    }
    self.init(seen: seen, time: time, isRetired: node["retired"]?.bool ?? false)
  }

  /// Whether nobody waits for the device at a time, in seconds since 1970.
  func isSilent(at now: Int) -> Bool { isRetired || now - time > Acknowledgement.patience * 86_400 }
}
