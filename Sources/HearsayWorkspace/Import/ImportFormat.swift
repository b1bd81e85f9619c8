internal import FoundationEssentials
public import HearsayInterchange

/// The formats that can be read back.
public enum ImportFormat: String, Sendable, CaseIterable {
  /// Our own lines.
  case jsonl
  /// W3C Web Annotations.
  case webAnnotation = "web-annotation"
  /// A folder of brat's files, or one `.ann` file with its `.txt` beside it.
  case brat
  /// UIMA CAS, as XMI or JSON, one file or a folder.
  case uimaCAS = "uima-cas"
  /// Label Studio's tasks.
  case labelStudio = "label-studio"
  /// A table with our columns, with commas, semicolons or tabs.
  case csv

  /// The format that a path looks like, or nil where it could be several.
  public static func guess(_ path: String) -> ImportFormat? {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return nil }
    if isFolder {
      if !InputCollector([path], endings: [".ann"]).files.isEmpty { return .brat }
      return InputCollector([path], endings: [".xmi"]).files.isEmpty ? nil : .uimaCAS
    }
    let endings: [(String, ImportFormat)] = [
      (".jsonl", .jsonl), (".jsonld", .webAnnotation), (".ann", .brat), (".xmi", .uimaCAS),
      (".csv", .csv), (".tsv", .csv),
    ]
    return endings.first { path.lowercased().hasSuffix($0.0) }?.1
  }

  /// What is in a file or folder.
  ///
  /// - Throws: ``InputError``.
  public func read(_ path: String) throws(InputError) -> ImportedSet {
    switch self {
    case .jsonl: return JSONLinesReader.read(try DocumentLoader.textBytes(path))
    case .webAnnotation: return WebAnnotationReader.read(try DocumentLoader.textBytes(path))
    case .labelStudio: return LabelStudioReader.read(try DocumentLoader.textBytes(path))
    case .csv: return TableReader.read(try DocumentLoader.textBytes(path))
    case .brat:
      return try each(path, [".ann"]) { (base, bytes) throws(InputError) in
        BratReader.read(
          path: base, text: try DocumentLoader.textBytes("\(beside(base, in: path)).txt"),
          annotations: bytes)
      }
    case .uimaCAS:
      return try each(path, [".xmi", ".json"]) { (base, bytes) throws(InputError) in
        CASReader.read(bytes, path: base)
      }
    }
  }

  private func beside(_ base: String, in folder: String) -> String {
    var isFolder = false
    _ = FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder)
    guard !isFolder else { return "\(folder)/\(base)" }
    return folder.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      .map { "\($0)/" }.joined() + base
  }

  /// Reads one file, or every file of a folder; documents are called by their path below it.
  private func each(
    _ path: String, _ endings: [String],
    _ read: (String, [UInt8]) throws(InputError) -> ImportedSet
  ) throws(InputError) -> ImportedSet {
    var result = ImportedSet()
    let folder = path.hasSuffix("/") ? path : path + "/"
    let collector = InputCollector([path], endings: endings)
    for (place, error) in collector.failures {
      guard place != path else { throw error }
      let name = place.hasPrefix(folder) ? String(place.dropFirst(folder.count)) : place
      result.problems.append(ImportProblem(.badFile, at: name, error.reason))
    }
    for file in collector.files {
      let ending = endings.first { file.hasSuffix($0) } ?? ""
      let below = file.hasPrefix(folder) ? String(file.dropFirst(folder.count)) : nil
      let name = below ?? file.split(separator: "/").last.map(String.init) ?? file
      do throws(InputError) {
        let set = try read(String(name.dropLast(ending.count)), try DocumentLoader.textBytes(file))
        result.documents += set.documents
        result.problems += set.problems
      } catch {
        guard below != nil else { throw error }
        result.problems.append(ImportProblem(.badFile, at: name, error.reason))
      }
    }
    return result
  }
}
