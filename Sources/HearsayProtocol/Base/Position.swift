public import HearsayJSON

/// A place in a document: line and character, both from zero.
///
/// The unit of `character` is the position encoding the two sides agreed on.
public struct Position: Hashable, Sendable, Decodable {
  /// Line number, from zero.
  public let line: Int
  /// Distance from the line's start in the agreed unit.
  public let character: Int

  /// A place at a line and character, both from zero.
  public init(line: Int, character: Int) {
    self.line = line
    self.character = character
  }

  /// Writes the position as a JSON object.
  public func write(to writer: inout JSONWriter) {
    writer.begin(#"{"line":"#)
    writer.number(line)
    writer.goOn(with: #","character":"#)
    writer.number(character)
    writer.end("}")
  }
}
