/// Names of a document's files inside an export's folder.
///
/// Folders of the input are kept, what would lead out of the export's folder is not, and no two
/// documents share a name, in capitals or not. The same paths in the same order give the same names.
public struct ExportNames {
  /// Names that the export's own files have.
  private var taken: Set<String> = ["index", "annotation", "typesystem"]

  /// No name given yet.
  public init() {}

  /// The name for a path, without ending.
  public mutating func name(for path: String) -> String {
    let isAbsolute = path.hasPrefix("/")
    var parts = path.split(separator: "/").map { ExportNames.plain(String($0)) }
    parts.removeAll { $0.isEmpty || $0 == "." || $0 == ".." }
    if isAbsolute { parts = parts.suffix(1) }
    if path == "-" || parts.isEmpty { parts = ["document"] }
    let last = parts[parts.count - 1]
    for ending in [".txt", ".text", ".md", ".markdown"] where last.lowercased().hasSuffix(ending) {
      if last.count > ending.count { parts[parts.count - 1] = String(last.dropLast(ending.count)) }
      break
    }
    let stem = parts.joined(separator: "/")
    var name = stem
    var number = 1
    while !taken.insert(name.lowercased()).inserted {
      number += 1
      name = "\(stem)-\(number)"
    }
    return name
  }

  /// A part of a path without characters that file systems or shells stumble over.
  private static func plain(_ part: String) -> String {
    var result = ""
    for scalar in part.unicodeScalars {
      let isBad =
        scalar.value < 0x20 || scalar.value == 0x7F || "\\:*?\"<>|".unicodeScalars.contains(scalar)
      result.unicodeScalars.append(isBad ? "_" : scalar)
    }
    return result.utf8.count > 200
      ? String(decoding: result.utf8.prefix(190), as: UTF8.self) : result
  }
}
