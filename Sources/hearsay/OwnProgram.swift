internal import FoundationEssentials
internal import HearsayWorkspace

#if canImport(Darwin)
  internal import Darwin
#endif

/// The file that is running.
enum OwnProgram {
  /// Its absolute path; where the system does not tell, what it was called with.
  static var path: String {
    #if os(Linux)
      let link = "/proc/self/exe"
      if let path = try? FileManager.default.destinationOfSymbolicLink(atPath: link) { return path }
    #elseif canImport(Darwin)
      var size: UInt32 = 4_096
      var buffer = [CChar](repeating: 0, count: Int(size))
      if _NSGetExecutablePath(&buffer, &size) == 0 { return String(cString: buffer) }
    #endif
    let name = CommandLine.arguments.first ?? "hearsay"
    return name.contains("/") ? name : SearchPath.find(name) ?? name
  }
}
