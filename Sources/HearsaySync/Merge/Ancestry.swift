/// Who of some operations came before whom, told by their parents alone.
///
/// Operations whose parents are not among them stand as if they had none; when those arrive, the
/// ancestry is made anew. Time and memory grow with the square of the number of operations, which
/// is the number of edits of one annotation.
struct Ancestry {
  /// The operations, by name, in the order of their names.
  let operations: [Operation]
  /// For each operation the set of its ancestors, 64 to a word.
  private let ancestors: [[UInt64]]

  /// The ancestry of operations; of two with one name the one that says more is taken.
  init(_ all: some Sequence<Operation>) {
    operations = Ancestry.distinct(all)
    if operations.count == 1 {
      ancestors = [[0]]
      return
    }
    let places = Dictionary(uniqueKeysWithValues: operations.enumerated().map { ($1.id, $0) })
    let parents = operations.map { $0.parents.compactMap { places[$0] } }
    ancestors = Ancestry.closure(of: parents)
  }

  /// Whether an operation was known to the author of another, both given by index.
  func isAncestor(_ first: Int, of second: Int) -> Bool {
    first != second && ancestors[second][first / 64] & (1 << UInt64(first % 64)) != 0
  }

  /// The operations of a selection that none of the selection came after, by index.
  func newest(of selection: [Int]) -> [Int] {
    selection.count == 1
      ? selection
      : selection.filter { one in !selection.contains { isAncestor(one, of: $0) } }
  }

  private static func distinct(_ all: some Sequence<Operation>) -> [Operation] {
    var result: [Operation] = []
    for operation in all.sorted(by: { $0.id < $1.id }) {
      if result.last?.id != operation.id {
        result.append(operation)
      } else if operation.kind != .was {
        result[result.count - 1] = operation
      }
    }
    return result
  }

  /// What can be reached over parents.
  ///
  /// Forged circles end where they close.
  private static func closure(of parents: [[Int]]) -> [[UInt64]] {
    let words = (parents.count + 63) / 64
    var sets = [[UInt64]](repeating: [UInt64](repeating: 0, count: words), count: parents.count)
    for place in order(of: parents) {
      for parent in parents[place] {
        for word in 0..<words { sets[place][word] |= sets[parent][word] }
        sets[place][parent / 64] |= 1 << UInt64(parent % 64)
      }
    }
    return sets
  }

  /// Parents before children; what stands in a circle comes last, by name.
  private static func order(of parents: [[Int]]) -> [Int] {
    var children = [[Int]](repeating: [], count: parents.count)
    var open = parents.map(\.count)
    for (place, list) in parents.enumerated() {
      for parent in list { children[parent].append(place) }
    }
    var result = open.indices.filter { open[$0] == 0 }
    var next = 0
    while next < result.count {
      for child in children[result[next]] {
        open[child] -= 1
        if open[child] == 0 { result.append(child) }
      }
      next += 1
    }
    return result + open.indices.filter { open[$0] > 0 }
  }
}
