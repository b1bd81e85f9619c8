/// Where each token stands in a text.
struct TokenIndex: Sendable {
  /// `starts[n]` is where the places of token `n` begin in `places`.
  private var starts: [Int32]
  private var places: [Int32]

  /// The places of every one of `count` different tokens.
  init(_ numbers: [Int32], distinct count: Int) {
    starts = Array(repeating: 0, count: count + 1)
    places = Array(repeating: 0, count: numbers.count)
    for number in numbers { starts[Int(number) + 1] += 1 }
    for number in 0..<count { starts[number + 1] += starts[number] }
    var next = starts
    for (place, number) in numbers.enumerated() {
      places[Int(next[Int(number)])] = Int32(truncatingIfNeeded: place)
      next[Int(number)] += 1
    }
  }

  /// The places of a token in ascending order; none of an unknown one.
  func places(of number: Int32) -> ArraySlice<Int32> {
    guard number >= 0, Int(number) < starts.count - 1 else { return [] }
    return places[Int(starts[Int(number)])..<Int(starts[Int(number) + 1])]
  }

  /// Those of the places that lie in a range.
  func places(of number: Int32, in range: Range<Int>) -> ArraySlice<Int32> {
    let all = places(of: number)
    func first(_ bound: Int) -> Int {
      var (low, high) = (all.startIndex, all.endIndex)
      while low < high {
        let middle = (low + high) / 2
        if Int(all[middle]) < bound { low = middle + 1 } else { high = middle }
      }
      return low
    }
    let start = first(range.lowerBound)
    return all[start..<max(start, first(range.upperBound))]
  }
}
