/// The name of an operation: its device, and its number there, counted from 1 without gaps.
public struct OperationID: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Who made it.
  public let device: DeviceID
  /// The how-manieth of its device, from 1.
  public let number: Int

  /// The operation with a number on a device.
  public init(device: DeviceID, number: Int) {
    self.device = device
    self.number = number
  }

  /// The operation that `DEVICE.NUMBER` names, or nil.
  public init?(_ text: some StringProtocol) {
    guard text.utf8.count > 33, let device = DeviceID(text.prefix(32)) else { return nil }
    let digits = text.dropFirst(32)
    guard digits.first == ".", digits.dropFirst().utf8.allSatisfy({ 0x30...0x39 ~= $0 }),
      let number = Int(digits.dropFirst()), number > 0
    else { return nil }
    self.init(device: device, number: number)
  }

  /// How it is written.
  public var description: String { device.description + "." + String(number) }

  /// The order in which it is sorted.
  public static func < (left: OperationID, right: OperationID) -> Bool {
    left.device == right.device ? left.number < right.number : left.device < right.device
  }
}
