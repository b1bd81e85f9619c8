import HearsayText

/// A text as slow and simple as possible: tables with an entry for every byte.
struct NaiveText {
  let bytes: [UInt8]
  /// For every unit, the offset of the scalar that holds each byte; one more entry for the end.
  private var offsets: [TextUnit: [Int]] = [:]
  /// For every unit, the first byte of the scalar at each offset; one more entry for the end.
  private var places: [TextUnit: [Int]] = [:]
  /// The line of each byte, and of the end.
  private(set) var lines: [Int] = []
  /// The first byte of each line.
  private(set) var lineStarts = [0]
  /// The first byte of each line's break, or the end of the text.
  private(set) var lineEnds: [Int] = []
  /// Where scalars begin, the end included.
  private(set) var boundaries: [Int] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    for unit in TextUnit.allCases {
      offsets[unit] = []
      places[unit] = []
    }
    var start = 0
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      boundaries.append(start)
      add(scalar, at: start)
      start += UTF8.width(scalar)
    }
    boundaries.append(bytes.count)
    for unit in TextUnit.allCases {
      let count = places[unit]?.count ?? 0
      offsets[unit]?.append(count)
      places[unit, default: []].append(bytes.count)
    }
    findLines()
  }

  private mutating func add(_ scalar: Unicode.Scalar, at start: Int) {
    for unit in TextUnit.allCases {
      let offset = places[unit]?.count ?? 0
      offsets[unit]? += Array(repeating: offset, count: UTF8.width(scalar))
      // In bytes the column inside a character means the character; so it does in UTF-16.
      let width = width(of: scalar, in: unit)
      places[unit]? += Array(repeating: start, count: width)
    }
  }

  private func width(of scalar: Unicode.Scalar, in unit: TextUnit) -> Int {
    switch unit {
    case .utf8: UTF8.width(scalar)
    case .utf16: UTF16.width(scalar)
    case .utf32: 1
    }
  }

  private mutating func findLines() {
    var index = 0
    while index < bytes.count {
      let isPair = bytes[index] == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
      let length = isPair ? 2 : 1
      lines += Array(repeating: lineStarts.count - 1, count: length)
      if bytes[index] == 0x0A || bytes[index] == 0x0D {
        lineEnds.append(index)
        lineStarts.append(index + length)
      }
      index += length
    }
    lines.append(lineStarts.count - 1)
    lineEnds.append(bytes.count)
  }

  func count(in unit: TextUnit) -> Int { (places[unit]?.count ?? 1) - 1 }

  func offset(ofByte byte: Int, in unit: TextUnit) -> Int {
    offsets[unit]?[min(max(0, byte), bytes.count)] ?? -1
  }

  func byte(ofOffset offset: Int, in unit: TextUnit) -> Int {
    let table = places[unit] ?? []
    return offset >= table.count ? bytes.count : table[max(0, offset)]
  }
}
