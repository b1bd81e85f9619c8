internal import HearsayProtocol
internal import Synchronization

/// The semantic tokens of a document that were sent last, so that the next answer can be short.
final class TokenMemory: Sendable {
  private let last = Mutex<(id: String, data: [UInt32])?>(nil)

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
}
