/// Lower-case hexadecimal, two digits a byte.
enum Hexadecimal {
  /// Bytes as digits.
  static func text(_ bytes: some Collection<UInt8>) -> String {
    String(unsafeUninitializedCapacity: 2 * bytes.count) { buffer in
      var place = 0
      for byte in bytes {
        buffer[place] = digit(byte >> 4)
        buffer[place + 1] = digit(byte & 0xF)
        place += 2
      }
      return place
    }
  }

  /// Writes a word's 16 digits from a place on.
  static func write(_ word: UInt64, into digits: UnsafeMutableBufferPointer<UInt8>, at place: Int) {
    for index in 0..<16 {
      let value = UInt8(truncatingIfNeeded: word >> UInt64(60 - 4 * index)) & 0xF
      digits[place + index] = digit(value)
    }
  }

  /// The bytes that digits stand for; nil for anything but an even number of lower-case digits.
  static func bytes(_ text: some StringProtocol) -> [UInt8]? {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count / 2)
    var high: UInt8?
    for sign in text.utf8 {
      let value = value(sign)
      guard value < 16 else { return nil }
      if let first = high {
        result.append(first << 4 | value)
        high = nil
      } else {
        high = value
      }
    }
    return high == nil ? result : nil
  }

  /// The word that 16 digits from a place on stand for; nil where one is none.
  static func word(_ digits: UnsafeBufferPointer<UInt8>, at place: Int) -> UInt64? {
    var word: UInt64 = 0
    for index in place..<(place + 16) {
      let value = value(digits[index])
      guard value < 16 else { return nil }
      word = word << 4 | UInt64(value)
    }
    return word
  }

  private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }

  /// A digit's value; 16 for what is none.
  private static func value(_ sign: UInt8) -> UInt8 {
    switch sign {
    case 0x30...0x39: sign - 0x30
    case 0x61...0x66: sign - 0x57
    default: 16
    }
  }
}
