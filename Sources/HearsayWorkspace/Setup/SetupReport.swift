/// What a set-up did or would do, in lines for a person.
public enum SetupReport {
  /// What happened to each file.
  public static func lines(_ changes: [SetupChange]) -> [String] {
    changes.map { change in
      let path = change.path
      switch change.kind {
      case .nothing: return "as it should be: \(path)"
      case .make: return "written: \(path)"
      case .change(backup: true): return "changed: \(path); as it was: \(change.backup)"
      case .change(backup: false): return "changed: \(path)"
      case .remove: return "removed: \(path)"
      case .restore: return "as it was before: \(path)"
      case .keep: return "left alone, somebody has edited it: \(path)"
      }
    }
  }

  /// The files with their paths above them, as `head` shows several.
  public static func text(_ files: [(path: String, bytes: [UInt8])]) -> [UInt8] {
    var result: [UInt8] = []
    for (path, bytes) in files {
      if !result.isEmpty { result.append(0x0A) }
      result += Array("==> \(path) <==\n".utf8) + bytes
      if bytes.last != 0x0A { result.append(0x0A) }
    }
    return result
  }
}
