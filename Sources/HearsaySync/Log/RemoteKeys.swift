/// Where things lie in a remote store.
///
/// Keys consist of `A`–`Z`, `a`–`z`, `0`–`9`, `.`, `_`, `-` and `/` only, which every store and
/// every signature gets right.
public enum RemoteKeys {
  /// The file that names the team.
  public static let team = "team.json"
  /// Below it lies one folder for each lane.
  public static let logs = "log/"

  /// A lane's folder.
  public static func folder(of lane: Lane) -> String { "\(logs)\(lane)/" }

  /// A segment, by its number from 1.
  public static func segment(_ number: Int, of lane: Lane) -> String {
    "\(folder(of: lane))\(padded(number)).jsonl"
  }

  /// What a device says about how far it has read.
  public static func acknowledgement(of lane: Lane) -> String {
    "\(folder(of: lane))seen.json"
  }

  /// Below it lie the manifests of all snapshots.
  public static let snapshots = "snapshot/"

  /// What names the parts of a snapshot.
  public static func manifest(_ name: SnapshotName) -> String { "\(snapshots)\(name).json" }

  /// One part of a snapshot, named after its content.
  public static func part(_ digest: ContentDigest, of lane: Lane) -> String {
    "part/\(lane).\(digest).jsonl"
  }

  /// The lane a folder belongs to, or nil.
  public static func lane(ofFolder folder: String) -> Lane? {
    guard folder.hasPrefix(logs), folder.hasSuffix("/") else { return nil }
    return Lane(folder.dropFirst(logs.count).dropLast())
  }

  /// Eight digits, so that names sort as numbers.
  static func padded(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 8 - digits.count)) + digits
  }
}
