internal import HearsayWorkspace

/// A read-only view that is no file: the client asks for its text by its address.
enum ContentAddress: Hashable {
  /// An outlet's registry entry, by id.
  case outlet(String)
  /// The page about a code.
  case code(String)

  /// The scheme of such addresses.
  static let scheme = "hearsay"

  /// The address.
  var uri: String {
    switch self {
    case .outlet(let id): "\(Self.scheme):/outlets/\(id).md"
    case .code(let code): "\(Self.scheme):/codes/\(code).md"
    }
  }

  /// The view at an address, or nil where there can be none.
  init?(_ uri: String) {
    let parts = uri.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == "\(Self.scheme):", parts[2].hasSuffix(".md") else {
      return nil
    }
    let name = String(parts[2].dropLast(3))
    switch parts[1] {
    case "outlets": self = .outlet(name)
    case "codes": self = .code(name)
    default: return nil
    }
  }

  /// The text; nil where there is none.
  func text(in edition: OutletEdition, today: String) -> String? {
    switch self {
    case .outlet(let id): OutletEntryFiles.text(of: id, in: edition.catalogue, today: today)
    case .code(let code): CodePages.all[code]
    }
  }
}
