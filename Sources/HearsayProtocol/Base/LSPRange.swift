public import HearsayJSON

/// A stretch of a document between two positions, half-open.
///
/// LSP calls it Range; the prefix keeps it apart from Swift's. A client may send it reversed.
public struct LSPRange: Hashable, Sendable, Decodable {
  /// Where the stretch begins.
  public let start: Position
  /// The place behind its last character.
  public let end: Position

  /// The empty stretch at the beginning of a document.
  public static let beginning = LSPRange(
    start: Position(line: 0, character: 0), end: Position(line: 0, character: 0))

  /// A stretch between two positions.
  public init(start: Position, end: Position) {
    self.start = start
    self.end = end
  }

  /// Writes the range as a JSON object.
  public func write(to writer: inout JSONWriter) {
    writer.begin(#"{"start":{"line":"#)
    writer.number(start.line)
    writer.goOn(with: #","character":"#)
    writer.number(start.character)
    writer.goOn(with: #"},"end":{"line":"#)
    writer.number(end.line)
    writer.goOn(with: #","character":"#)
    writer.number(end.character)
    writer.end("}}")
  }
}
