/// Work on many items at once whose results are wanted in the items' order.
enum OrderedWork {
  /// Runs `work` on the items that `next` gives until it gives none, at most `jobs` at once;
  /// `deliver` gets the results in order, one at a time, and ends the run early by returning false.
  ///
  /// `next` and `deliver` are called from one task only. What waits for a slow item in front of it
  /// is bounded by four times `jobs`.
  static func run<Item: Sendable, Outcome: Sendable>(
    jobs: Int, next: () -> Item?, work: @escaping @Sendable (Item) -> Outcome,
    deliver: (Outcome) -> Bool
  ) async {
    guard jobs > 1 else {
      while let item = next(), deliver(work(item)) {}
      return
    }
    await withTaskGroup(of: (Int, Outcome).self) { group in
      var started = 0
      var isExhausted = false
      var finished: [Int: Outcome] = [:]
      var wanted = 0
      while true {
        while !isExhausted, started < wanted + jobs * 4 {
          guard let item = next() else {
            isExhausted = true
            break
          }
          let index = started
          group.addTask { (index, work(item)) }
          started += 1
        }
        guard let (index, outcome) = await group.next() else { return }
        finished[index] = outcome
        while let outcome = finished.removeValue(forKey: wanted) {
          wanted += 1
          guard deliver(outcome) else {
            group.cancelAll()
            return
          }
        }
      }
    }
  }
}
