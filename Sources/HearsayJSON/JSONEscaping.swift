/// What of a string has to be escaped, eight bytes at once.
enum JSONEscaping {
  /// Fewer than eight bytes, the first the lowest, then zeros; the last of eight or more where others
  /// stand before them.
  @inline(__always)
  static func word(
    _ start: UnsafeRawPointer, _ count: Int, isBehindOthers: Bool
  ) -> UInt64 {
    if count == 0 { return 0 }
    if isBehindOthers {
      let last = start.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self)
      return UInt64(littleEndian: last) >> UInt64(64 &- count &* 8)
    }
    if count >= 4 {
      // The first four and the last four, some of them twice.
      let first = UInt32(littleEndian: start.loadUnaligned(as: UInt32.self))
      let last = UInt32(
        littleEndian: start.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self))
      return UInt64(first) | UInt64(last) << UInt64((count &- 4) &* 8)
    }
    var word: UInt64 = 0
    for index in 0..<count {
      word |= UInt64(start.load(fromByteOffset: index, as: UInt8.self)) << UInt64(index &* 8)
    }
    return word
  }

  /// The highest bit of each of eight bytes that is below 0x20, a quotation mark or a backslash.
  ///
  /// Behind a real one more may be set, so only the first counts.
  @inline(__always)
  static func special(_ word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    let quotes = word ^ (ones &* 0x22)
    let slashes = word ^ (ones &* 0x5C)
    let low = (word &- ones &* 0x20) & ~word
    let special = (quotes &- ones) & ~quotes | (slashes &- ones) & ~slashes | low
    return special & highs
  }

  /// Writes one byte, escaped where it has to be, and tells where the next belongs.
  @inline(__always)
  static func escape(
    _ byte: UInt8, _ room: UnsafeMutablePointer<UInt8>, _ place: Int
  ) -> Int {
    guard byte < 0x20 || byte == 0x22 || byte == 0x5C else {
      room[place] = byte
      return place &+ 1
    }
    room[place] = 0x5C
    switch byte {
    case 0x22, 0x5C: room[place &+ 1] = byte
    case 0x0A: room[place &+ 1] = 0x6E
    case 0x0D: room[place &+ 1] = 0x72
    case 0x09: room[place &+ 1] = 0x74
    default:
      room[place &+ 1] = 0x75
      room[place &+ 2] = 0x30
      room[place &+ 3] = 0x30
      room[place &+ 4] = 0x30 &+ byte / 16
      room[place &+ 5] = byte % 16 < 10 ? 0x30 &+ byte % 16 : 0x57 &+ byte % 16
      return place &+ 6
    }
    return place &+ 2
  }
}
