internal import HearsayText

/// Writing the notation, in one form for all ways to say the same.
extension MarkedArticle {
  /// The article with its marks written into it.
  ///
  /// Canonical: marks open in reading order, the longer first, then in the order of
  /// ``MarkedArticle/Kind``; identities are `q1`, `q2`, … in the order of their contents; an
  /// identity stands only on contents, sources and cues. Where marks cross, which findings may
  /// and expectations cannot, the inner one is closed and goes on behind as a mark with `+`.
  public var notation: String {
    var output: [UInt8] = []
    var stack: [Mark] = []
    var waiting = canonicalMarks[...]
    for offset in 0...bytes.count {
      MarkedArticle.close(&stack, endingAt: offset, into: &output)
      while let mark = waiting.first, mark.span.start <= offset {
        waiting.removeFirst()
        output += Array(MarkedArticle.head(of: mark, continued: false).utf8)
        if mark.span.isEmpty { output += MarkedArticle.closing } else { stack.append(mark) }
      }
      if offset < bytes.count { output.append(bytes[offset]) }
    }
    return String(decoding: output, as: UTF8.self)
  }

  private static func close(
    _ stack: inout [Mark], endingAt offset: Int, into output: inout [UInt8]
  ) {
    var interrupted: [Mark] = []
    while stack.contains(where: { $0.span.end <= offset }), let last = stack.popLast() {
      output += closing
      if last.span.end > offset { interrupted.append(last) }
    }
    for mark in interrupted.reversed() {
      output += Array(head(of: mark, continued: true).utf8)
      stack.append(mark)
    }
  }

  private static func head(of mark: Mark, continued: Bool) -> String {
    let identity = mark.identity.map { " \($0)" } ?? ""
    let value = mark.value.map { " =\($0)" } ?? ""
    return "{{\(mark.kind.rawValue)\(continued ? "+" : "")\(identity)\(value)|"
  }

  /// The marks in the order of the notation, without repetitions, with canonical identities.
  var canonicalMarks: [Mark] {
    var seen: Set<Mark> = []
    return canonicallyNamed.filter { seen.insert($0).inserted }.sorted {
      MarkedArticle.place(of: $0).lexicographicallyPrecedes(MarkedArticle.place(of: $1))
    }
  }

  private static func place(of mark: Mark) -> [Int] {
    let kind = Kind.allCases.firstIndex(of: mark.kind) ?? 0
    let identity = mark.identity.flatMap { Int($0.dropFirst()) } ?? 0
    return [mark.span.start, -mark.span.end, kind, identity]
  }

  /// The marks with identities numbered by where their first content, or else mark, stands.
  private var canonicallyNamed: [Mark] {
    var places: [String: [Int]] = [:]
    var named = marks
    for index in named.indices {
      guard named[index].kind.isJoined else {
        named[index].identity = nil
        continue
      }
      // A mark without identity belongs to nothing but itself.
      let identity = named[index].identity ?? " \(index)"
      named[index].identity = identity
      let span = named[index].span
      let rank = [named[index].kind == .content ? 0 : 1, span.start, span.end, index]
      if let known = places[identity], known.lexicographicallyPrecedes(rank) { continue }
      places[identity] = rank
    }
    let order = places.sorted { $0.value.lexicographicallyPrecedes($1.value) }.map(\.key)
    let numbers = Dictionary(uniqueKeysWithValues: zip(order, 1...))
    for index in named.indices {
      guard let identity = named[index].identity, let number = numbers[identity] else { continue }
      named[index].identity = "q\(number)"
    }
    return named
  }
}
