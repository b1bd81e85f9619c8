internal import HearsayText

/// Where the mistakes of an overlay stand, and what it holds.
extension OutletOverlay {
  /// A mistake as a person finds it in the file.
  public struct Located: Hashable, Sendable {
    /// The line, from 1.
    public let line: Int
    /// The column in code points, from 1.
    public let column: Int
    /// The code, stable between versions.
    public let code: String
    /// One sentence without the code.
    public let message: String
  }

  /// The mistakes with their lines and columns, in the order of the file.
  public var located: [Located] {
    let text = Text(String(decoding: bytes, as: UTF8.self))
    return problems.map { problem in
      let place = text.position(ofByte: problem.range.lowerBound, in: .utf32)
      return Located(
        line: place.line + 1, column: place.column + 1, code: problem.code.rawValue,
        message: problem.message)
    }
  }

  /// What it holds, in a few words.
  public var summary: String {
    func count(_ number: Int, _ noun: String) -> String {
      "\(number) \(noun)\(number == 1 ? "" : "s")"
    }
    let parts = [
      count(added.count, "own record"), count(patches.count, "patched record"),
      count(muted.count, "muted record"), count(notOutlets.count, "string") + " for no outlet",
    ]
    return parts.joined(separator: ", ")
  }
}
