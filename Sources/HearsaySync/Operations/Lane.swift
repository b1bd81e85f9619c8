/// Where one device's log lies: the member it writes for and the device.
///
/// Written `MEMBER.DEVICE`, so that one rule of a store, `log/MEMBER.*`, says where a member may
/// write.
public struct Lane: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The member's name in keys: see ``isMember(_:)``.
  public let member: String
  /// The device.
  public let device: DeviceID

  /// The lane of a member's device, or nil where the name cannot stand in a key.
  public init?(member: String, device: DeviceID) {
    guard Lane.isMember(member) else { return nil }
    self.member = member
    self.device = device
  }

  /// The lane that `MEMBER.DEVICE` names, or nil.
  public init?(_ text: some StringProtocol) {
    guard let dot = text.lastIndex(of: "."), let device = DeviceID(text[text.index(after: dot)...])
    else { return nil }
    self.init(member: String(text[..<dot]), device: device)
  }

  /// The lane of the same member's other device.
  public func with(_ device: DeviceID) -> Lane { Lane(self, device) }

  private init(_ lane: Lane, _ device: DeviceID) {
    member = lane.member
    self.device = device
  }

  /// Whether a name may stand in a key: 1 to 32 of `a`–`z`, `0`–`9`, `-` and `_`, the first no sign.
  public static func isMember(_ name: String) -> Bool {
    let signs = name.utf8
    let isPlain = signs.allSatisfy {
      0x61...0x7A ~= $0 || 0x30...0x39 ~= $0 || $0 == 0x2D || $0 == 0x5F
    }
    return isPlain && 1...32 ~= signs.count && signs.first != 0x2D && signs.first != 0x5F
  }

  /// How it is written.
  public var description: String { "\(member).\(device)" }

  /// The order in which it is sorted.
  public static func < (left: Lane, right: Lane) -> Bool {
    left.member == right.member ? left.device < right.device : left.member < right.member
  }
}
