internal import FoundationEssentials
internal import HearsayText
internal import Synchronization
internal import TOMLKit

/// Settings from `.hearsay.toml`, found by walking up from a folder; the home folder is the last
/// one looked at.
///
/// A file is read once and again when its modification time changes. One that cannot be read leaves
/// the last good settings in force, and its problems say why.
public final class ProjectSettings: SettingsSource {
  /// The file's name.
  public static let fileName = ".hearsay.toml"

  /// What was read, and from which state of the file.
  private struct Reading {
    let stamp: Date?
    let settings: Settings
    let problems: [SettingsProblem]
    var file: SettingsFile?
  }

  private let fixedPath: String?
  private let home: String
  /// By path of the file; a file that is not there has a reading too, without a stamp.
  private let readings = Mutex<[String: Reading]>([:])

  /// Settings of the project around a folder, or those of one file wherever the folder lies.
  public init(file: String? = nil) {
    fixedPath = file
    home = UserHome.folder
  }

  /// The settings in force in a folder, with what could not be used.
  public func settings(
    forFolder folder: String?
  ) -> (settings: Settings, problems: [SettingsProblem]) {
    let candidates = fixedPath.map { [$0] } ?? folder.map(candidates) ?? []
    for path in candidates {
      let reading = reading(path)
      if reading.stamp != nil || fixedPath != nil { return (reading.settings, reading.problems) }
    }
    return (Settings(), [])
  }

  /// The file in force in a folder, as it was read last.
  public func file(forFolder folder: String?) -> (path: String, file: SettingsFile)? {
    for path in fixedPath.map({ [$0] }) ?? folder.map(candidates) ?? [] {
      let reading = reading(path)
      guard reading.stamp != nil else { continue }
      return reading.file.map { (path, $0) }
    }
    return nil
  }

  /// Whether a file that was looked for has come, gone or changed since.
  public func changed() -> Bool {
    readings.withLock { readings in
      var any = false
      for (path, reading) in readings {
        guard ProjectSettings.stamp(path) != reading.stamp else { continue }
        readings[path] = ProjectSettings.read(path, before: reading.settings)
        any = true
      }
      return any
    }
  }

  /// Paths from a folder up to the home folder or the root, at most 64.
  private func candidates(_ folder: String) -> [String] {
    var result: [String] = []
    var folder = folder
    while !folder.isEmpty, result.count < 64 {
      result.append(folder.hasSuffix("/") ? folder + Self.fileName : "\(folder)/\(Self.fileName)")
      if folder == home || folder == "/" { break }
      let parent = folder.split(separator: "/").dropLast().joined(separator: "/")
      folder = "/" + parent
    }
    return result
  }

  private func reading(_ path: String) -> Reading {
    readings.withLock { readings in
      if let known = readings[path] { return known }
      let reading = ProjectSettings.read(path, before: Settings())
      readings[path] = reading
      return reading
    }
  }

  private static func stamp(_ path: String) -> Date? {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return attributes?[.modificationDate] as? Date
  }

  private static func read(_ path: String, before: Settings) -> Reading {
    guard let stamp = stamp(path) else {
      let problem = SettingsProblem(
        .unreadable, setting: path, message: "\(path) is not there.")
      return Reading(stamp: nil, settings: Settings(), problems: [problem])
    }
    func broken(_ reason: String) -> Reading {
      let problem = SettingsProblem(.unreadable, setting: path, message: "\(path): \(reason)")
      return Reading(stamp: stamp, settings: before, problems: [problem])
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      return broken("it cannot be read.")
    }
    guard let text = try? Text(validating: Array(data)) else {
      return broken("it is not UTF-8.")
    }
    let file = SettingsFile(text, path: path, before: before)
    return Reading(
      stamp: stamp, settings: file.settings ?? before, problems: file.problems, file: file)
  }
}

extension SettingValue {
  /// The same value as a TOML table holds it; a date becomes `YYYY-MM-DD`.
  init(_ table: TOMLTable) {
    var members: [String: SettingValue] = [:]
    for (key, value) in table { members[key] = SettingValue(value) }
    self = .object(members)
  }

  private init(_ value: any TOMLValueConvertible) {
    if let bool = value.bool {
      self = .bool(bool)
    } else if let int = value.int {
      self = .number(Double(int))
    } else if let double = value.double {
      self = .number(double)
    } else if let string = value.string {
      self = .string(string)
    } else if let table = value.table {
      self = SettingValue(table)
    } else if let array = value.array {
      self = .array(array.map { SettingValue($0) })
    } else if let date = value.date {
      let (year, month, day) = (String(date.year), String(date.month), String(date.day))
      let padded = { (text: String, width: Int) in
        String(repeating: "0", count: max(0, width - text.count)) + text
      }
      self = .string("\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))")
    } else {
      self = .null
    }
  }
}
