/// Markdown that shows a text as it is.
public enum Markdown {
  private static let special: Set<Character> = [
    "\\", "`", "*", "_", "{", "}", "[", "]", "(", ")", "#", "+", "-", "!", "|", "<", ">", "~", "&",
    "$", ":", "@",
  ]
  /// Signs that mean something only in front of a line or inside an address.
  private static let harmlessInside: Set<Character> = ["+", "-", "(", ")", ":", "!", "#", "@"]

  /// The text with every sign escaped that Markdown would read as its own.
  public static func escaped(_ text: String) -> String {
    var result = ""
    for (index, character) in text.enumerated() {
      let isSpecial = special.contains(character)
      if isSpecial, index == 0 || !harmlessInside.contains(character) { result.append("\\") }
      result.append(character == "\n" || character == "\r\n" ? " " : character)
    }
    return result
  }
}
