public import HearsayJSON

/// Params of `textDocument/codeLens`.
public struct CodeLensParams: Hashable, Sendable, Decodable {
  /// The document asked about.
  public let textDocument: TextDocumentIdentifier
}

/// A line of text above a line of the document.
public struct CodeLens: Hashable, Sendable {
  /// The line it stands above, as a stretch of that line.
  public let range: LSPRange
  /// The text.
  public let title: String

  /// A text above a line.
  public init(range: LSPRange, title: String) {
    self.range = range
    self.title = title
  }

  /// Writes the lens as a JSON object; its command is empty, since there is nothing to run.
  public func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("range")
      range.write(to: &writer)
      writer.key("command")
      writer.object { writer in
        writer.key("title")
        writer.string(title)
        writer.key("command")
        writer.string("")
      }
    }
  }
}
