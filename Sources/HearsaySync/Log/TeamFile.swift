internal import HearsayJSON

/// Who is in the team and what each may do.
///
/// Where a store has none, everybody may annotate.
///
/// The store's own rules keep people out; this file lets everybody see that somebody stands where
/// they must not, and lets a reader's program refuse before the store does.
public struct TeamFile: Hashable, Sendable {
  /// What a member may do.
  public enum Role: String, Sendable, CaseIterable {
    /// Reads.
    case reader
    /// Reads, and writes annotations under the member's own name.
    case annotator
    /// The same, and writes snapshots and this file.
    case maintainer
  }

  /// One member.
  public struct Member: Hashable, Sendable {
    /// The name in keys: see ``Lane/isMember(_:)``.
    public let member: String
    /// The person's name.
    public let name: String
    /// What the member may do.
    public let role: Role
  }

  /// Bytes that are read of it at most.
  static let readLimit = 4 << 20

  /// What the team calls itself.
  public let name: String
  /// The members.
  public let members: [Member]

  /// The team file that bytes hold, or nil where they hold none.
  public init?(_ bytes: [UInt8]) {
    guard let node = try? JSONReader.read(bytes), node["v"]?.whole == Operation.version,
      case .array(let elements)? = node["members"]?.value
    else { return nil }
    var members: [Member] = []
    for element in elements {
      guard let member = element["member"]?.string, Lane.isMember(member),
        let role = (element["role"]?.string).flatMap({ Role(rawValue: $0) })
      else { return nil }
      members.append(Member(member: member, name: element["name"]?.string ?? member, role: role))
    }
    name = node["name"]?.string ?? ""
    self.members = members
  }

  /// A member's role, or nil for a stranger.
  public func role(of member: String) -> Role? { members.last { $0.member == member }?.role }
}
