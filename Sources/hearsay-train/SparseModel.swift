import HearsayAnalysis

/// Features by number: those seen often enough, in the order first seen.
struct FeatureIndex {
  private var keys: [UInt32]
  private var values: [UInt32]
  private var mask: Int
  private var used = 0
  /// How often each was seen, by number; number 0 stands for all that are not kept.
  private var counts: [UInt32] = [0]

  init() {
    keys = Array(repeating: 0, count: 1 << 20)
    values = Array(repeating: 0, count: 1 << 20)
    mask = keys.count - 1
  }

  /// How many numbers there are, 0 included.
  var count: Int { counts.count }
  /// Features and their numbers.
  var entries: [(feature: UInt32, number: Int)] {
    keys.indices.compactMap { values[$0] == 0 ? nil : (keys[$0], Int(values[$0])) }
  }

  private func place(_ key: UInt32) -> Int {
    var place = Int(truncatingIfNeeded: (UInt64(key) &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while values[place] != 0, keys[place] != key { place = (place + 1) & mask }
    return place
  }

  /// Counts a feature.
  mutating func see(_ feature: UInt32) {
    let place = place(feature)
    if values[place] == 0 {
      keys[place] = feature
      values[place] = UInt32(counts.count)
      counts.append(1)
      used += 1
      if used * 2 > keys.count { grow() }
    } else {
      counts[Int(values[place])] += 1
    }
  }

  private mutating func grow() {
    let old = zip(keys, values).filter { $0.1 != 0 }
    keys = Array(repeating: 0, count: keys.count * 2)
    values = Array(repeating: 0, count: keys.count)
    mask = keys.count - 1
    for (key, value) in old {
      let place = place(key)
      keys[place] = key
      values[place] = value
    }
  }

  /// Forgets what was seen less often than `minimum` times and numbers the rest anew.
  mutating func keep(seen minimum: Int) {
    let old = zip(keys, values).filter { $0.1 != 0 && counts[Int($0.1)] >= UInt32(minimum) }
      .sorted { $0.1 < $1.1 }
    keys = Array(repeating: 0, count: keys.count)
    values = Array(repeating: 0, count: keys.count)
    let seen = counts
    counts = [0]
    for (key, value) in old {
      let place = place(key)
      keys[place] = key
      values[place] = UInt32(counts.count)
      counts.append(seen[Int(value)])
    }
  }

  /// Keeps these features only.
  func keeping(_ features: [UInt32]) -> FeatureIndex {
    var result = FeatureIndex()
    for feature in features {
      result.see(feature)
      result.counts[result.counts.count - 1] = UInt32(count(of: Int(number(feature))))
    }
    return result
  }

  /// How often a feature was seen, by its number.
  func count(of number: Int) -> Int { Int(counts[number]) }

  /// A feature's number; 0 where it is not kept.
  func number(_ feature: UInt32) -> UInt32 { values[place(feature)] }
}

/// Rows of sixteen weights by feature number, learnt by AdaGrad and averaged.
final class SparseModel {
  var index: FeatureIndex
  private(set) var rows: UnsafeMutablePointer<SIMD16<Float>>
  private let squares: UnsafeMutablePointer<SIMD16<Float>>
  private let sums: UnsafeMutablePointer<SIMD16<Float>>
  private var snapshots: Float = 0
  let rate: Float

  init(_ index: FeatureIndex, rate: Float) {
    self.index = index
    self.rate = rate
    rows = .allocate(capacity: index.count)
    squares = .allocate(capacity: index.count)
    sums = .allocate(capacity: index.count)
    rows.initialize(repeating: SIMD16(repeating: 0), count: index.count)
    squares.initialize(repeating: SIMD16(repeating: 1e-4), count: index.count)
    sums.initialize(repeating: SIMD16(repeating: 0), count: index.count)
  }

  deinit {
    rows.deallocate()
    squares.deallocate()
    sums.deallocate()
  }

  /// The sum of the rows of numbered features.
  @inline(__always)
  func total(_ numbers: UnsafePointer<UInt32>, _ count: Int) -> SIMD16<Float> {
    var result = SIMD16<Float>(repeating: 0)
    for index in 0..<count { result += rows[Int(numbers[index])] }
    return result
  }

  /// One step up the gradient for all of a token's features.
  @inline(__always)
  func step(_ numbers: UnsafePointer<UInt32>, _ count: Int, _ gradient: SIMD16<Float>) {
    let square = gradient * gradient
    let scaled = gradient * rate
    for index in 0..<count {
      let number = Int(numbers[index])
      if number == 0 { continue }
      let total = squares[number] + square
      squares[number] = total
      rows[number] += scaled / total.squareRoot()
    }
  }

  /// Adds the weights as they are now to the average.
  func snapshot() {
    for number in 0..<index.count { sums[number] += rows[number] }
    snapshots += 1
  }

  /// Puts the average in the weights' place.
  func average() {
    guard snapshots > 0 else { return }
    for number in 0..<index.count { rows[number] = sums[number] / snapshots }
  }
}

extension SparseModel: FeatureScorer {
  /// The sum of the features' rows; those not kept weigh nothing.
  func score(_ features: UnsafePointer<UInt32>, _ count: Int) -> SIMD16<Float> {
    var result = SIMD16<Float>(repeating: 0)
    for place in 0..<count { result += rows[Int(index.number(features[place]))] }
    return result
  }
}

/// A seeded generator: SplitMix64.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
