/// Sixteen numbers at a time, without a mathematics library, so that every machine gets the same
/// bits.
package enum VectorMath {
  /// The exponential of each number, relative error below 2e-6; numbers below −80 give nearly zero.
  @inline(__always)
  package static func exp(_ values: SIMD16<Float>) -> SIMD16<Float> {
    // Written with masks: the library's own clamping looks at one number after the other.
    let low = SIMD16<Float>(repeating: -80)
    let high = SIMD16<Float>(repeating: 80)
    let limited = values.replacing(with: low, where: values .< low)
      .replacing(with: high, where: values .> high)
    let scaled = limited * 1.442_695_04
    // Both casts are between vectors of sixteen times 32 bits.
    // Adding 1.5 · 2^23 leaves the nearest whole number in the lower bits.
    let shifted = scaled + 12_582_912
    let whole = shifted - 12_582_912
    let rest = (scaled - whole) * 0.693_147_18
    // Taylor's series up to the sixth power; |rest| ≤ 0.347.
    var series = SIMD16<Float>(repeating: 1 / 720)
    series = series * rest + 1 / 120
    series = series * rest + 1 / 24
    series = series * rest + 1 / 6
    series = series * rest + 0.5
    series = series * rest + 1
    series = series * rest + 1
    let bits = (unsafeBitCast(shifted, to: SIMD16<Int32>.self) &+ (127 &- 0x4B40_0000)) &<< 23
    return series * unsafeBitCast(bits, to: SIMD16<Float>.self)
  }

  /// The exponential of one number, to the bit as ``exp(_:)-`` has it.
  @inline(__always)
  package static func exp(_ value: Float) -> Float {
    let limited: Float = value < -80 ? -80 : value > 80 ? 80 : value
    let scaled = limited * 1.442_695_04
    let shifted = scaled + 12_582_912
    let whole = shifted - 12_582_912
    let rest = (scaled - whole) * 0.693_147_18
    var series: Float = 1 / 720
    series = series * rest + 1 / 120
    series = series * rest + 1 / 24
    series = series * rest + 1 / 6
    series = series * rest + 0.5
    series = series * rest + 1
    series = series * rest + 1
    let bits = (Int32(bitPattern: shifted.bitPattern) &+ (127 &- 0x4B40_0000)) &<< 23
    return series * Float(bitPattern: UInt32(bitPattern: bits))
  }

  /// The sum of all sixteen.
  @inline(__always)
  static func sum(_ values: SIMD16<Float>) -> Float {
    let eight = values.lowHalf + values.highHalf
    let four = eight.lowHalf + eight.highHalf
    let two = four.lowHalf + four.highHalf
    return two[0] + two[1]
  }

  /// The greatest of all sixteen.
  @inline(__always)
  static func max(_ values: SIMD16<Float>) -> Float {
    var eight = values.lowHalf
    eight.replace(with: values.highHalf, where: values.highHalf .> eight)
    var four = eight.lowHalf
    four.replace(with: eight.highHalf, where: eight.highHalf .> four)
    var two = four.lowHalf
    two.replace(with: four.highHalf, where: four.highHalf .> two)
    return two[0] > two[1] ? two[0] : two[1]
  }

  /// 1 ∕ (1 + e^−x).
  package static func logistic(_ value: Float) -> Float { 1 / (1 + exp(-value)) }

  /// The natural logarithm of a positive number, absolute error below 1e-6 times its size; −69 for
  /// numbers below 1e-30.
  package static func log(_ value: Float) -> Float {
    guard value > 1e-30, value < .infinity else { return value > 1 ? 88.7 : -69 }
    var bits = Int32(bitPattern: value.bitPattern)
    // The significand from √½ to √2, and the exponent that goes with it.
    let exponent = (bits &- 0x3F35_04F3) &>> 23
    bits = bits &- exponent &<< 23
    let significand = Float(bitPattern: UInt32(bitPattern: bits))
    let ratio = (significand - 1) / (significand + 1)
    let square = ratio * ratio
    // The series of 2·artanh.
    let series = 2 + square * (2 / 3 + square * (2 / 5 + square * (2 / 7 + square * 2 / 9)))
    return Float(exponent) * 0.693_147_18 + ratio * series
  }
}
