/// What the fast tagger writes down while it reads a sentence, kept from one to the next.
final class FastRoom {
  /// Places of a sentence's tokens, with ``FastFeatures/padding`` empty ones at either end.
  private(set) var places: UnsafeMutablePointer<FastPlace>
  /// A column of the chain for each of these tokens.
  private(set) var columns: UnsafeMutablePointer<FastChain.Column>
  /// Their scores.
  private(set) var scores: UnsafeMutablePointer<SIMD8<Int16>>
  /// The spans of the best sequence.
  var spans: [FastChain.Span] = []
  /// Tokens that there is room for.
  private var capacity = 0

  init() {
    places = .allocate(capacity: 0)
    columns = .allocate(capacity: 0)
    scores = .allocate(capacity: 0)
  }

  deinit { free() }

  /// Makes room for so many tokens, and forgets what was written.
  func reserve(_ count: Int) {
    guard count > capacity else { return }
    free()
    capacity = max(count, 2 * capacity)
    places = .allocate(capacity: capacity + 2 * FastFeatures.padding)
    columns = .allocate(capacity: capacity)
    scores = .allocate(capacity: capacity)
  }

  /// Nothing in it needs to be ended.
  private func free() {
    places.deallocate()
    columns.deallocate()
    scores.deallocate()
  }
}
