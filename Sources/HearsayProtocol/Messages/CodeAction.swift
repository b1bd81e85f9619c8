public import HearsayJSON

/// Params of `textDocument/codeAction`.
public struct CodeActionParams: Hashable, Sendable, Decodable {
  /// The document asked about.
  public let textDocument: TextDocumentIdentifier
  /// The stretch asked about.
  public let range: LSPRange
  /// What is known at the stretch.
  public let context: Context?

  /// What is known at the stretch.
  public struct Context: Hashable, Sendable, Decodable {
    /// The diagnostics the client shows there.
    public let diagnostics: [ShownDiagnostic]?
    /// Kinds of action that are asked for; nil or empty asks for all.
    public let only: [String]?
  }

  /// A diagnostic as far as it matters to actions.
  public struct ShownDiagnostic: Hashable, Sendable, Decodable {
    /// Its stretch.
    public let range: LSPRange
  }
}

/// A command the server carries out, with a title for the user.
public struct Command: Hashable, Sendable {
  /// What the user reads.
  public let title: String
  /// The command's name.
  public let command: String
  /// Its arguments.
  public let arguments: [String]

  /// A command with its arguments.
  public init(title: String, command: String, arguments: [String]) {
    self.title = title
    self.command = command
    self.arguments = arguments
  }

  /// Writes the command as a JSON object.
  public func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("title")
      writer.string(title)
      writer.key("command")
      writer.string(command)
      writer.key("arguments")
      writer.array { writer in
        for argument in arguments { writer.string(argument) }
      }
    }
  }

  /// Writes the command as a code action of a kind.
  public func writeAction(kind: String, isPreferred: Bool, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("title")
      writer.string(title)
      writer.key("kind")
      writer.string(kind)
      if isPreferred {
        writer.key("isPreferred")
        writer.bool(true)
      }
      writer.key("command")
      write(to: &writer)
    }
  }
}
