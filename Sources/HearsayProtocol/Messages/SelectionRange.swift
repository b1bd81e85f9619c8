public import HearsayJSON

/// Params of `textDocument/selectionRange`.
public struct SelectionRangeParams: Hashable, Sendable, Decodable {
  /// The document asked about.
  public let textDocument: TextDocumentIdentifier
  /// The places asked about.
  public let positions: [Position]
}

/// Stretches around a place, each inside the next.
public struct SelectionRange: Hashable, Sendable {
  /// The stretches, the innermost first; never empty.
  public let ranges: [LSPRange]

  /// Stretches around a place, the innermost first.
  public init(_ ranges: [LSPRange]) { self.ranges = ranges }

  /// Writes the stretches as JSON objects inside one another.
  public func write(to writer: inout JSONWriter) { write(from: 0, to: &writer) }

  private func write(from index: Int, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("range")
      ranges[index].write(to: &writer)
      if index + 1 < ranges.count {
        writer.key("parent")
        write(from: index + 1, to: &writer)
      }
    }
  }
}
