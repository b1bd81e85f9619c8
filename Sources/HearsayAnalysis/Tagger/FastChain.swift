/// The best sequence of labels by four states of what is closed and three of what is open.
///
/// Behind a token stands “outside”, or a content, source or cue that ended with it, or one of them
/// that goes on. From what is closed any of them may begin; what is open stays or closes. The scores
/// are whole numbers, written as floats because those have a maximum in every vector unit.
struct FastChain: Sendable {
  /// By the closed state before: the scores of staying outside and of beginning each kind behind it.
  private let opening: (SIMD4<Float>, SIMD4<Float>, SIMD4<Float>, SIMD4<Float>)
  /// The same by what comes behind.
  private let reaching: (SIMD4<Float>, SIMD4<Float>, SIMD4<Float>, SIMD4<Float>)
  /// By kind: the scores of going on and of ending; the first place is no kind's.
  private let staying: SIMD4<Float>
  private let closing: SIMD4<Float>

  /// The places of the kinds among four states.
  static let content = 1
  static let source = 2
  static let cue = 3

  private static let never: Float = -1e9

  /// The chain with the scores of label `j` behind label `i` at `i * 16 + j`, as ``FastLabel``
  /// ties them.
  init(transitions: [Float]) {
    func whole(_ from: Int, _ to: Int) -> Float {
      max(-2_000, min(2_000, (transitions[from * 16 + to] * FastTable.unit).rounded()))
    }
    func row(_ score: (Int) -> Float) -> SIMD4<Float> {
      SIMD4(score(0), score(1), score(2), score(3))
    }
    let ends = [0, 3, 7, 11]
    let begins = [0, 1, 5, 9]
    func opening(_ from: Int) -> SIMD4<Float> { row { whole(ends[from], begins[$0]) } }
    func reaching(_ to: Int) -> SIMD4<Float> { row { whole(ends[$0], begins[to]) } }
    self.opening = (opening(0), opening(1), opening(2), opening(3))
    self.reaching = (reaching(0), reaching(1), reaching(2), reaching(3))
    staying = row { $0 == 0 ? FastChain.never : whole(begins[$0], begins[$0] + 1) }
    closing = row { $0 == 0 ? FastChain.never : whole(begins[$0], begins[$0] + 2) }
  }

  /// The scores of the best ways to each state behind a token.
  struct Column {
    /// Outside, and by kind what ended with the token.
    var closed: SIMD4<Float>
    /// By kind what goes on; the first place means nothing.
    var open: SIMD4<Float>
  }

  /// A span of one kind, in tokens of the sequence.
  struct Span {
    /// ``content``, ``source`` or ``cue``.
    let kind: Int
    let first: Int
    let last: Int
  }

  /// The first token's column.
  @inline(__always)
  func first(_ scores: SIMD8<Int16>) -> Column {
    column(SIMD4(repeating: 0), SIMD4(repeating: FastChain.never), scores)
  }

  /// The column behind another, with the token's scores.
  @inline(__always)
  func next(_ before: Column, _ scores: SIMD8<Int16>) -> Column {
    column(reached(before.closed), before.open, scores)
  }

  /// The best ways to what begins, or stays outside, behind what is closed.
  @inline(__always)
  private func reached(_ closed: SIMD4<Float>) -> SIMD4<Float> {
    FastChain.greater(
      FastChain.greater(
        SIMD4(repeating: closed[0]) + opening.0, SIMD4(repeating: closed[1]) + opening.1),
      FastChain.greater(
        SIMD4(repeating: closed[2]) + opening.2, SIMD4(repeating: closed[3]) + opening.3))
  }

  @inline(__always)
  private func column(
    _ reached: SIMD4<Float>, _ open: SIMD4<Float>, _ scores: SIMD8<Int16>
  ) -> Column {
    let low = SIMD4<Float>(SIMD4<Int32>(truncatingIfNeeded: scores.lowHalf))
    let high = SIMD4<Float>(SIMD4<Int32>(truncatingIfNeeded: scores.highHalf))
    let inside = SIMD4(0, low[0], high[0], 0)
    let isKind = SIMD4<Float>(0, 1, 1, 1)
    let begun = reached + low * isKind
    return Column(
      closed: FastChain.greater(begun, open + closing) + high * isKind,
      open: FastChain.greater(begun, open + staying + inside))
  }

  @inline(__always)
  private static func greater(_ one: SIMD4<Float>, _ other: SIMD4<Float>) -> SIMD4<Float> {
    one.replacing(with: other, where: other .> one)
  }

  /// Puts the spans of the best sequence, the last first, in the place of others, given every
  /// token's column and scores.
  func spans(
    _ columns: UnsafeBufferPointer<Column>, _ scores: UnsafeBufferPointer<SIMD8<Int16>>,
    into spans: inout [Span]
  ) {
    spans.removeAll(keepingCapacity: true)
    guard let end = columns.last else { return }
    var state = FastChain.best(end.closed)
    var last: Int?
    var index = columns.count - 1
    while true {
      let before = index > 0 ? columns[index - 1] : nil
      if state > 0 {
        let begun =
          (before.map { FastChain.greatest($0.closed + reaching(state)) } ?? 0)
          + Float(scores[index][state])
        let isEnd = last == nil
        let end = last ?? index
        if let before, goingOn(before, state, scores[index], isEnd: isEnd) > begun {
          last = end
          index -= 1
          continue
        }
        spans.append(Span(kind: state, first: index, last: end))
        last = nil
      }
      guard let before else { return }
      state = FastChain.best(before.closed + reaching(state))
      index -= 1
    }
  }

  /// The score of a token that goes on with a kind, or ends it; an end's own score is left out, as
  /// it is of a single one.
  @inline(__always)
  private func goingOn(
    _ before: Column, _ kind: Int, _ scores: SIMD8<Int16>, isEnd: Bool
  ) -> Float {
    if isEnd { return before.open[kind] + closing[kind] }
    let inside = kind == FastChain.content ? scores[0] : kind == FastChain.source ? scores[4] : 0
    return before.open[kind] + staying[kind] + Float(inside)
  }

  @inline(__always)
  private func reaching(_ state: Int) -> SIMD4<Float> {
    switch state {
    case 0: reaching.0
    case 1: reaching.1
    case 2: reaching.2
    default: reaching.3
    }
  }

  @inline(__always)
  private static func greatest(_ scores: SIMD4<Float>) -> Float {
    max(max(scores[0], scores[1]), max(scores[2], scores[3]))
  }

  /// The place of the greatest; the first of equals.
  @inline(__always)
  private static func best(_ scores: SIMD4<Float>) -> Int {
    var best = 0
    for place in 1..<4 where scores[place] > scores[best] { best = place }
    return best
  }
}
