internal import HearsayModel
internal import HearsayProtocol
internal import HearsayText
internal import HearsayWorkspace

/// What leads somewhere: outlets to their registry entries, and in these every citation to its
/// source.
struct DocumentLinkList {
  /// The links in reading order.
  private(set) var links: [DocumentLink] = []

  /// The links of a snapshot.
  init(_ snapshot: DocumentSnapshot) {
    var cursor = PositionCursor(snapshot.text, unit: snapshot.unit)
    let addresses = AddressFinder.addresses(in: snapshot.text)
    links = addresses.map { span, address in
      DocumentLink(range: cursor.range(of: span), target: .address(address))
    }
    guard snapshot.purpose == .article else { return }
    let taken = SpanRow(addresses.map(\.span))
    for outlet in snapshot.findings().outlets {
      guard let id = outlet.outletID, !taken.overlaps(outlet.span) else { continue }
      links.append(
        DocumentLink(
          range: cursor.range(of: outlet.span), target: .outlet(id: id, origin: snapshot.uri),
          tooltip: "\(outlet.name): what the registry says, with its sources"))
    }
    links.sort {
      ($0.range.start.line, $0.range.start.character)
        < ($1.range.start.line, $1.range.start.character)
    }
  }
}

/// Finds web addresses in a text.
enum AddressFinder {
  private static let schemes = [Array("https://".utf8), Array("http://".utf8)]
  /// So long an address is none, in bytes.
  private static let longest = 2_000

  /// Every address with its place, in reading order.
  static func addresses(in text: Text) -> [(span: ByteSpan, address: String)] {
    let bytes = text.allBytes
    var found: [(span: ByteSpan, address: String)] = []
    for scheme in schemes {
      for start in ByteSearch.all(of: scheme, in: bytes) {
        let rest = bytes[(start + scheme.count)...].prefix(longest + 1)
        var address = rest.prefix { $0 > 0x20 && $0 < 0x7F && !ends.contains($0) }
        // A full stop or comma behind an address belongs to the sentence.
        while let last = address.last, closers.contains(last) { address.removeLast() }
        guard !address.isEmpty, address.count < longest else { continue }
        let span = ByteSpan(start, start + scheme.count + address.count)
        found.append((span, String(decoding: bytes[span.range], as: UTF8.self)))
      }
    }
    return found.sorted { $0.span < $1.span }
  }

  private static let ends = Set("<>\"`{}|\\^)]".utf8)
  private static let closers = Set(".,;:!?'*_".utf8)
}
