/// Which files of a project are left out, in the notation of `.gitignore`.
///
/// `*` and `?` stand for anything but a slash, `[a-z]` for one of some characters, `**` for any
/// folders. A slash at the beginning or inside ties a pattern to the project's folder, one at the end
/// to folders. `!` brings back what a pattern before it left out; the last one that fits decides.
public struct ExcludePatterns: Hashable, Sendable {
  private struct Pattern: Hashable {
    let parts: [[UInt8]]
    let isFolder: Bool
    let bringsBack: Bool
  }

  private let patterns: [Pattern]

  /// Patterns as they are written; empty ones and those that begin with `#` mean nothing.
  public init(_ lines: [String]) {
    patterns = lines.compactMap { line in
      var rest = Substring(line)
      while rest.last?.isWhitespace ?? false { rest.removeLast() }
      guard !rest.isEmpty, rest.first != "#" else { return nil }
      let bringsBack = rest.first == "!"
      if bringsBack { rest.removeFirst() }
      let isFolder = rest.last == "/"
      if isFolder { rest.removeLast() }
      let isTied = rest.contains("/")
      if rest.first == "/" { rest.removeFirst() }
      var parts = rest.split(separator: "/").map { Array($0.utf8) }
      guard !parts.isEmpty else { return nil }
      if !isTied { parts.insert(ExcludePatterns.anyFolders, at: 0) }
      return Pattern(parts: parts, isFolder: isFolder, bringsBack: bringsBack)
    }
  }

  /// Whether there are none.
  public var isEmpty: Bool { patterns.isEmpty }

  private static let anyFolders = Array("**".utf8)

  /// Whether a file or folder is left out, by its path below the project's folder.
  ///
  /// What lies in a folder that is left out is not asked about.
  public func leavesOut(_ path: String, isFolder: Bool) -> Bool {
    guard !patterns.isEmpty else { return false }
    let parts = path.utf8.split(separator: UInt8(ascii: "/")).map { Array($0) }
    var isOut = false
    for pattern in patterns where isFolder || !pattern.isFolder {
      if ExcludePatterns.fits(pattern.parts, parts) { isOut = !pattern.bringsBack }
    }
    return isOut
  }

  /// Whether the parts of a path fit those of a pattern; at most their product in steps.
  private static func fits(_ pattern: [[UInt8]], _ path: [[UInt8]]) -> Bool {
    // reached[i]: the pattern so far fits the first i parts of the path.
    var reached = [true] + Array(repeating: false, count: path.count)
    for part in pattern {
      var next = Array(repeating: false, count: path.count + 1)
      if part == anyFolders {
        var isAny = false
        for index in reached.indices {
          isAny = isAny || reached[index]
          next[index] = isAny
        }
      } else {
        for index in path.indices where reached[index] {
          next[index + 1] = fits(part[...], path[index][...])
        }
      }
      reached = next
    }
    return reached[path.count]
  }

  /// Whether a name fits one part of a pattern, going back to the last `*` only.
  private static func fits(_ pattern: ArraySlice<UInt8>, _ name: ArraySlice<UInt8>) -> Bool {
    var (p, n) = (pattern.startIndex, name.startIndex)
    var star: (pattern: Int, name: Int)?
    while n < name.endIndex {
      if p < pattern.endIndex, pattern[p] == UInt8(ascii: "*") {
        star = (p, n)
        p += 1
      } else if p < pattern.endIndex, let length = one(pattern[p...], name[n]) {
        p += length
        n += 1
      } else if let last = star {
        star = (last.pattern, last.name + 1)
        (p, n) = (last.pattern + 1, last.name + 1)
      } else {
        return false
      }
    }
    return pattern[p...].allSatisfy { $0 == UInt8(ascii: "*") }
  }

  /// Length of the beginning of a pattern that fits one byte, or nil.
  private static func one(_ pattern: ArraySlice<UInt8>, _ byte: UInt8) -> Int? {
    guard let first = pattern.first else { return nil }
    if first == UInt8(ascii: "?") { return 1 }
    if first == UInt8(ascii: "\\"), pattern.count > 1 {
      return pattern[pattern.startIndex + 1] == byte ? 2 : nil
    }
    guard first == UInt8(ascii: "["), let end = pattern.dropFirst(2).firstIndex(of: 0x5D) else {
      return first == byte ? 1 : nil
    }
    var members = pattern[(pattern.startIndex + 1)..<end]
    let isOthers = members.first == UInt8(ascii: "!") || members.first == UInt8(ascii: "^")
    if isOthers { members.removeFirst() }
    var isMember = false
    while let low = members.popFirst() {
      if members.count > 1, members.first == UInt8(ascii: "-") {
        members.removeFirst()
        let high = members.removeFirst()
        isMember = isMember || (low <= byte && byte <= high)
      } else {
        isMember = isMember || low == byte
      }
    }
    return isMember != isOthers ? end - pattern.startIndex + 1 : nil
  }
}
