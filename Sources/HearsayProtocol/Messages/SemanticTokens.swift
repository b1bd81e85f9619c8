public import HearsayJSON

/// Params of `textDocument/semanticTokens/full/delta`.
public struct SemanticTokensDeltaParams: Hashable, Sendable, Decodable {
  /// The document asked about.
  public let textDocument: TextDocumentIdentifier
  /// The result id of the answer the client still has.
  public let previousResultId: String
}

/// Params of `textDocument/semanticTokens/range`.
public struct SemanticTokensRangeParams: Hashable, Sendable, Decodable {
  /// The document asked about.
  public let textDocument: TextDocumentIdentifier
  /// The stretch asked about.
  public let range: LSPRange
}

/// The names that numbers in semantic tokens stand for.
public struct SemanticTokensLegend: Hashable, Sendable {
  /// Types; a token names one by its index.
  public let types: [String]
  /// Modifiers; a token has a bit for each.
  public let modifiers: [String]

  /// Names in the order of their numbers.
  public init(types: [String], modifiers: [String]) {
    self.types = types
    self.modifiers = modifiers
  }

  /// Writes the legend as a JSON object.
  public func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("tokenTypes")
      writer.array { writer in
        for name in types { writer.string(name) }
      }
      writer.key("tokenModifiers")
      writer.array { writer in
        for name in modifiers { writer.string(name) }
      }
    }
  }
}

/// Result of the requests for semantic tokens; five numbers for each token.
public enum SemanticTokensResult: Hashable, Sendable {
  /// All tokens; without a result id where the next answer cannot build on it.
  case full(resultID: String?, data: [UInt32])
  /// What is to be done to the numbers of the answer before.
  case delta(resultID: String, edits: [Edit])

  /// A replacement of some numbers by others.
  public struct Edit: Hashable, Sendable {
    /// The first number that goes.
    public let start: Int
    /// How many go.
    public let deleteCount: Int
    /// What comes in their place.
    public let data: [UInt32]

    /// A replacement.
    public init(start: Int, deleteCount: Int, data: [UInt32]) {
      self.start = start
      self.deleteCount = deleteCount
      self.data = data
    }
  }

  /// Writes the result as a JSON object.
  public func write(to writer: inout JSONWriter) {
    writer.object { writer in
      switch self {
      case .full(let resultID, let data):
        if let resultID {
          writer.key("resultId")
          writer.string(resultID)
        }
        SemanticTokensResult.write(data, to: &writer)
      case .delta(let resultID, let edits):
        writer.key("resultId")
        writer.string(resultID)
        writer.key("edits")
        writer.array { writer in
          for edit in edits {
            writer.object { writer in
              writer.key("start")
              writer.number(edit.start)
              writer.key("deleteCount")
              writer.number(edit.deleteCount)
              SemanticTokensResult.write(edit.data, to: &writer)
            }
          }
        }
      }
    }
  }

  private static func write(_ data: [UInt32], to writer: inout JSONWriter) {
    writer.key("data")
    writer.array { writer in
      for number in data { writer.number(Int(number)) }
    }
  }
}

/// The request `workspace/semanticTokens/refresh`.
public enum SemanticTokensRefreshRequest {
  /// The request's body.
  public static func body(id: RequestID) -> [UInt8] {
    OutgoingMessage.call("workspace/semanticTokens/refresh", id: id, params: nil)
  }
}
