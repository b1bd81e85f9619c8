internal import HearsayAnalysis
internal import HearsayModel
internal import HearsayProtocol
internal import HearsayText
internal import Synchronization

/// The semantic tokens of a document that were sent last, so that the next answer can be short, and
/// those of its paragraphs, so that after a keystroke only one is looked at.
final class TokenMemory: Sendable {
  /// A paragraph's tokens, counted from its beginning.
  private struct Known {
    /// Kept, so that no other object can come to have its address.
    let identity: AnyObject
    let tokens: [SemanticToken]
  }

  private struct Paragraphs {
    var unit = TextUnit.utf8
    var known: [ObjectIdentifier: Known] = [:]
  }

  private let last = Mutex<(id: String, data: [UInt32])?>(nil)
  private let paragraphs = Mutex(Paragraphs())

  /// Remembers what is sent under an id; gives the change from the tokens with the id `previous`,
  /// or all tokens where those are not known.
  func answer(_ data: [UInt32], id: String, previous: String?) -> SemanticTokensResult {
    let known = last.withLock { last in
      defer { last = (id, data) }
      return last
    }
    guard let known, known.id == previous else { return .full(resultID: id, data: data) }
    return .change(from: known.data, to: data, resultID: id)
  }

  /// All tokens of a snapshot, as five numbers each.
  func data(of snapshot: DocumentSnapshot) -> [UInt32] {
    guard snapshot.purpose == .article else { return [] }
    guard snapshot.showsAnalysisAlone else {
      let list = SemanticTokenList(snapshot.annotations(), in: snapshot.text, unit: snapshot.unit)
      return SemanticTokenList.data(list.tokens)
    }
    return paragraphs.withLock { paragraphs in
      if paragraphs.unit != snapshot.unit { paragraphs = Paragraphs(unit: snapshot.unit) }
      var fresh: [ObjectIdentifier: Known] = [:]
      fresh.reserveCapacity(paragraphs.known.count + 16)
      var row = TokenRow()
      let text = snapshot.text
      snapshot.analysis.forEachParagraph { span, identity, findings in
        let key = ObjectIdentifier(identity)
        let origin = text.position(ofByte: span.start, in: snapshot.unit)
        let known =
          paragraphs.known[key]
          ?? Known(
            identity: identity, tokens: TokenMemory.tokens(findings(), from: origin, in: snapshot))
        fresh[key] = known
        for token in known.tokens { row.append(token.moved(by: origin)) }
      }
      paragraphs.known = fresh
      return SemanticTokenList.data(row.ordered)
    }
  }

  /// The tokens of findings, counted from an origin.
  private static func tokens(
    _ findings: Findings, from origin: LinePosition, in snapshot: DocumentSnapshot
  ) -> [SemanticToken] {
    if findings.isEmpty { return [] }
    let set = AnnotationSet(findings: findings)
    let back = LinePosition(line: -origin.line, column: -origin.column)
    return SemanticTokenList(set, in: snapshot.text, unit: snapshot.unit).tokens.map {
      var token = $0
      if Int(token.line) == origin.line { token.column += Int32(clamping: back.column) }
      token.line += Int32(clamping: back.line)
      return token
    }
  }
}

/// Tokens put together paragraph by paragraph; a source may stand in the paragraph before what it is
/// credited with, and goes to its place in the end.
private struct TokenRow {
  private var tokens: [SemanticToken] = []
  private var strays: [SemanticToken] = []

  /// Adds a token.
  mutating func append(_ token: SemanticToken) {
    if let last = tokens.last, !last.isBefore(token) {
      strays.append(token)
    } else {
      tokens.append(token)
    }
  }

  /// All tokens in order; of two that overlap the one that was in its place.
  var ordered: [SemanticToken] {
    var result = tokens
    for token in strays {
      var low = 0
      var high = result.count
      while low < high {
        let middle = (low + high) / 2
        if result[middle].isBefore(token) { low = middle + 1 } else { high = middle }
      }
      if low == result.count || token.isBefore(result[low]) { result.insert(token, at: low) }
    }
    return result
  }
}

extension SemanticToken {
  /// Whether it ends before another begins.
  fileprivate func isBefore(_ other: SemanticToken) -> Bool {
    line < other.line || (line == other.line && column + length <= other.column)
  }

  /// A token counted from an origin, as the document counts.
  fileprivate func moved(by origin: LinePosition) -> SemanticToken {
    var token = self
    if line == 0 { token.column += Int32(clamping: origin.column) }
    token.line += Int32(clamping: origin.line)
    return token
  }
}
