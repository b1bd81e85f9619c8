/// Words by hash, with what is known of each.
///
/// Most words of a text stand in no table, and a ``WordFilter`` turns them away without a look at
/// it. The table is open addressing with two places a word and more.
struct WordTable<Value: Sendable>: Sendable {
  fileprivate struct Place: Sendable {
    /// Hash of a word; 0 is a free place.
    var key: UInt64 = 0
    var value: Value
  }

  private var filter: WordFilter
  private var places: [Place]
  /// What is known of a word that is not in the table.
  private let none: Value

  /// A table without words and with room for so many, which must not be exceeded; `none` is what is
  /// known of a word that is not in it.
  init(capacity: Int, none: Value) {
    var count = 64
    while count < capacity * 2 { count *= 2 }
    filter = WordFilter(capacity: capacity)
    places = Array(repeating: Place(value: none), count: count)
    self.none = none
  }

  /// Changes what is known of a word, by its hash.
  mutating func update(_ hash: UInt64, _ change: (inout Value) -> Void) {
    var place = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & (places.count - 1)
    while places[place].key != hash, places[place].key != 0 {
      place = (place + 1) & (places.count - 1)
    }
    places[place].key = hash
    change(&places[place].value)
    filter.insert(hash)
  }

  /// What is known of a word, by its hash.
  func value(of hash: UInt64) -> Value {
    guard filter.mayContain(hash) else { return none }
    return withReader { $0.value(of: hash) }
  }

  /// The table for as long as a paragraph is read: nothing is retained or checked for each word.
  struct Reader {
    fileprivate let filter: WordFilter.Reader
    fileprivate let places: UnsafeBufferPointer<Place>
    fileprivate let none: Value

    /// What is known of a word, by its hash.
    @inline(__always)
    func value(of hash: UInt64) -> Value {
      guard filter.mayContain(hash) else { return none }
      // The number of places is a power of two, and some are free.
      let mask = places.count &- 1
      var place = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & mask
      while places[place].key != hash {
        if places[place].key == 0 { return none }
        place = (place &+ 1) & mask
      }
      return places[place].value
    }
  }

  /// Calls `body` with a reader that is not to leave it.
  @inline(__always)
  func withReader<Result>(_ body: (Reader) -> Result) -> Result {
    filter.withReader { filter in
      places.withUnsafeBufferPointer { body(Reader(filter: filter, places: $0, none: none)) }
    }
  }
}
