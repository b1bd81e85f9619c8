internal import HearsayModel
internal import HearsayProtocol
internal import HearsayText
internal import HearsayWorkspace

/// Who stands above and below an outlet: operator, owner, and what an owner runs.
struct OutletHierarchy: Sendable {
  /// The outlets as they are known where the question comes from.
  let edition: OutletEdition
  /// Where entries are put for editors to open, or nil for nowhere.
  let files: OutletEntryFiles?
  /// The day of today, `YYYY-MM-DD`.
  let today: String
  /// The document the question comes from.
  let origin: String

  /// Whether entries are documents whose text the client asks for, instead of files.
  var areContent = false

  /// The registry entry of an outlet as a document, or nil where there is none.
  func entry(_ id: String) -> Location? {
    if areContent {
      return edition.catalogue.entry(id).map { _ in
        Location(uri: ContentAddress.outlet(id).uri, range: .beginning)
      }
    }
    return entryFile(id)
  }

  private func entryFile(_ id: String) -> Location? {
    files?.address(of: id, in: edition.catalogue, today: today).map {
      Location(uri: $0, range: .beginning)
    }
  }

  /// The outlet mentioned at a place, as an item; none where nothing is decided.
  func items(at byte: Int, in snapshot: DocumentSnapshot) -> [TypeHierarchyItem] {
    snapshot.outlet(at: byte)?.outletID.map { [item($0, detail: nil)] } ?? []
  }

  /// Operators and owners of an outlet, nearest first.
  func above(_ id: String) -> [TypeHierarchyItem] {
    var items: [TypeHierarchyItem] = []
    for relation in edition.catalogue.above(id) {
      let isDisputed = relation.status == .disputed
      let detail = relation.kind.label + (isDisputed ? ", disputed" : "")
      switch relation.target {
      case .outlet(let other): items.append(item(other, detail: detail))
      case .name(let name):
        items.append(
          TypeHierarchyItem(
            outlet: nil, name: name, detail: detail, kind: .class, uri: origin,
            range: .beginning, origin: origin))
      }
    }
    return items
  }

  /// What an outlet or owner runs or owns.
  func below(_ id: String) -> [TypeHierarchyItem] {
    edition.catalogue.below(id).map { item($0, detail: nil) }
  }

  private func item(_ id: String, detail: String?) -> TypeHierarchyItem {
    let entry = edition.catalogue.entry(id)
    let country = entry?.country.map { " · \($0)" } ?? ""
    let kind = (entry?.entity ?? "outlet").replacing("_", with: " ")
    return TypeHierarchyItem(
      outlet: id, name: entry?.name ?? id, detail: detail ?? (kind + country), kind: .module,
      uri: self.entry(id)?.uri ?? origin, range: .beginning, origin: origin)
  }
}

extension DocumentSnapshot {
  /// The outlet mentioned at a byte, or directly in front of it.
  func outlet(at byte: Int) -> OutletMention? {
    let outlets = findings(in: ByteSpan(byte, byte)).outlets
    return outlets.first { $0.span.contains(byte) } ?? outlets.first { $0.span.end == byte }
  }
}
