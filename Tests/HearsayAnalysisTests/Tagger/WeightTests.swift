import Foundation
import HearsayAnalysis
import HearsayData
import Testing

/// Tables of weights, and the arithmetic on them.
@Suite struct WeightTests {
  /// A table of two lines in which `feature` has a row.
  private static func bytes(_ feature: UInt32, slot: Int, row: [Int8]) -> [UInt8] {
    var bytes = Array(repeating: UInt8(0), count: 128)
    let line = WeightTable.line(feature, of: 2) * 64
    let proof = WeightTable.proof(feature)
    bytes[line + slot * 2] = UInt8(proof & 255)
    bytes[line + slot * 2 + 1] = UInt8(proof >> 8)
    for (column, weight) in row.enumerated() {
      bytes[line + 8 + slot * WeightTable.columns + column] = UInt8(bitPattern: weight)
    }
    return bytes
  }

  @Test(arguments: 0..<4, [0x8000_1234, 0x0001_0000, 0x7FFF_FFFF] as [UInt32])
  func `a feature weighs what its row says, an unknown one nothing`(slot: Int, feature: UInt32) {
    let row: [Int8] = [1, -2, 3, -4, 5, -6, 7, -8, 9, -10, 11, -12, 127, -127]
    let bytes = WeightTests.bytes(feature, slot: slot, row: row)
    bytes.withUnsafeBytes { raw in
      guard let table = WeightTable(raw, scale: 0.5) else {
        Issue.record("no table")
        return
      }
      let scores = table.score([feature, feature, feature ^ 2, feature ^ 0x8000_0000], 4)
      for (column, weight) in row.enumerated() { #expect(scores[column] == Float(weight)) }
    }
  }

  @Test(arguments: [0, 1, 64, 100, 192])
  func `a table that is no power of two of lines is refused`(size: Int) {
    let bytes = Array(repeating: UInt8(0), count: size)
    let table = bytes.withUnsafeBytes { WeightTable($0, scale: 1) }
    #expect(table == nil)
  }

  @Test func `the program's weights are read, and fit the limit`() {
    let bytes = EmbeddedResources.attributionModel()
    #expect(AttributionModel(bytes)?.fast != nil)
    #expect(bytes.count <= 5_000_000)
  }

  /// A table of 128 places in which one feature has a weight.
  private static func choices(_ feature: UInt32, _ weight: Int16) -> [UInt8] {
    let place = WeightTable.line(feature, of: 128)
    var bytes: [UInt8] = [128, 0, 0, 0, 1, 0, 0, 0] + Array(repeating: 0, count: 24)
    bytes[8 + place / 8] = 1 << UInt8(place % 8)
    if place < 64 { bytes[28] = 1 }
    let proof = WeightTable.proof(feature)
    let value = UInt16(bitPattern: weight)
    return bytes
      + [UInt8(proof & 255), UInt8(proof >> 8), UInt8(value & 255), UInt8(value >> 8)]
  }

  @Test(arguments: [0, 0x8000_1234, 0x7FFF_FFFF, 0xFFFF_0001] as [UInt32])
  func `a choice's feature weighs what its place says`(feature: UInt32) {
    WeightTests.choices(feature, -3).withUnsafeBytes { raw in
      guard let table = ChoiceTable(raw, scale: 0.5) else {
        Issue.record("no table")
        return
      }
      #expect(table.score([feature, feature]) == -3)
      #expect(table.score([feature ^ 2, ~feature]) == 0)
    }
  }

  @Test(arguments: [(0, UInt8(100)), (4, 2), (8, 3), (24, 1), (28, 7)])
  func `a table of choices that contradicts itself is refused`(place: Int, byte: UInt8) {
    var bytes = WeightTests.choices(0x0000_1234, 5)
    bytes[place] = byte
    let table = bytes.withUnsafeBytes { ChoiceTable($0, scale: 1) }
    #expect(table == nil)
  }

  /// A fast table of three rows, and the empty one behind them, in which one feature has a row.
  private static func fastBytes(_ feature: UInt32, _ row: [Int8]) -> [UInt8] {
    var bytes = Array(repeating: UInt8(0), count: 4 * FastTable.rowSize)
    let place = FastTable.row(feature, of: 3)
    let proof = FastTable.proof(feature)
    bytes[2 * place] = UInt8(proof & 255)
    bytes[2 * place + 1] = UInt8(proof >> 8)
    for (column, weight) in row.enumerated() {
      bytes[2 * 4 + place * FastTable.columns + column] = UInt8(bitPattern: weight)
    }
    return bytes
  }

  @Test(arguments: [0x0000_0001, 0x8000_1234, 0xFFFF_FFFF] as [UInt32])
  func `a fast feature weighs what its row says, an unknown one nothing`(feature: UInt32) {
    let row: [Int8] = [1, -2, 3, -4, 5, -6, 127, -127]
    WeightTests.fastBytes(feature, row).withUnsafeBytes { raw in
      var features = Array(repeating: feature ^ 2, count: FastFeatures.count)
      features[0] = feature
      features[1] = feature
      let scores = FastTable(raw)?.score(features)
      for (column, weight) in row.enumerated() { #expect(scores?[column] == Int16(weight) * 2) }
    }
  }

  @Test(arguments: [(size: 0, last: UInt8(0)), (10, 0), (45, 0), (40, 1)])
  func `a fast table without an empty last row is refused`(size: Int, last: UInt8) {
    var bytes = Array(repeating: UInt8(0), count: size)
    if !bytes.isEmpty { bytes[size - 1] = last }
    let table = bytes.withUnsafeBytes { FastTable($0) }
    #expect(table == nil)
  }

  @Test(arguments: [0, 3, 63, 64, 2_000, 100_000])
  func `weights cut short are refused`(length: Int) {
    let bytes = EmbeddedResources.attributionModel()
    #expect(AttributionModel(UnsafeRawBufferPointer(rebasing: bytes[..<length])) == nil)
  }

  @Test(arguments: [(0, UInt8(0x21)), (4, 99), (8, 1), (8, 255), (23, 255)])
  func `weights with a damaged header are refused`(place: Int, byte: UInt8) {
    var bytes = Array(EmbeddedResources.attributionModel().prefix(200_000))
    bytes[place] = byte
    let isRead = bytes.withUnsafeBytes { AttributionModel($0) != nil }
    #expect(!isRead)
  }

  @Test(arguments: stride(from: -70, through: 70, by: 3.7).map { Float($0) })
  func `the exponential is right to six digits`(value: Float) {
    let right = Foundation.exp(Double(value))
    #expect(abs(Double(VectorMath.exp(value)) - right) <= right * 4e-6)
  }

  @Test(arguments: [1e-20, 0.001, 0.3, 0.9999, 1, 2.718_281_8, 12, 4_000, 1e18] as [Float])
  func `the logarithm is right to five digits`(value: Float) {
    let right = Foundation.log(Double(value))
    #expect(abs(Double(VectorMath.log(value)) - right) <= 1e-5 + abs(right) * 1e-5)
  }
}
