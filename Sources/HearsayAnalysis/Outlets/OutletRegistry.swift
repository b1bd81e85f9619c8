/// The outlets that detection knows, with an index over their names, domains and boilerplate.
///
/// Parsed once from the lines that `Scripts/registry-slice.py` writes; lines with an unknown first
/// word are passed over, so that an older program can read newer data.
public struct OutletRegistry: Sendable {
  /// Version of the registry the lines were taken from; empty where they do not say.
  public let version: String
  /// Every record, in the order of the lines.
  public let records: [OutletRecord]
  /// Strings that look like an outlet's name and are none.
  public let notOutlets: [String]
  /// Words, names and boilerplate by their first word.
  let names: OutletNameIndex
  /// Record indices by the hash of a domain.
  private let domains: [UInt64: Int32]
  private let indices: [String: Int32]

  /// The registry in the bytes of its lines.
  public init(_ bytes: [UInt8]) {
    let lines = OutletLines(bytes)
    version = lines.version
    records = lines.records
    notOutlets = lines.notOutlets
    var domains: [UInt64: Int32] = [:]
    var indices: [String: Int32] = [:]
    domains.reserveCapacity(lines.records.count * 2)
    indices.reserveCapacity(lines.records.count)
    for (index, record) in lines.records.enumerated() {
      if indices[record.id] == nil { indices[record.id] = Int32(index) }
      for domain in record.domains {
        let hash = WordHash.of(domain.utf8)
        if domains[hash] == nil { domains[hash] = Int32(index) }
      }
    }
    self.domains = domains
    self.indices = indices
    names = OutletNameIndex(lines)
  }

  /// The record with an id, or nil.
  public func record(_ id: String) -> OutletRecord? {
    indices[id].map { records[Int($0)] }
  }

  /// Index of a record by its id.
  func index(_ id: String) -> Int32? { indices[id] }

  /// The record that owns a host or the longest of its suffixes; labels are in lower case.
  func owner(ofHost host: ArraySlice<UInt8>) -> Int32? {
    var rest = host
    while rest.contains(UInt8(ascii: ".")) {
      if let index = domains[WordHash.of(rest)] { return index }
      guard let dot = rest.firstIndex(of: UInt8(ascii: ".")) else { return nil }
      rest = rest[(dot + 1)...]
    }
    return nil
  }
}

/// The registry's lines, read.
struct OutletLines {
  private(set) var version = ""
  private(set) var records: [OutletRecord] = []
  private(set) var notOutlets: [String] = []
  /// Words that point to a country, with it.
  private(set) var places: [(hash: UInt64, country: CountryCode)] = []

  init(_ bytes: [UInt8]) {
    records.reserveCapacity(bytes.count / 140)
    for line in bytes.split(separator: 0x0A) where line.first != UInt8(ascii: "#") {
      guard let space = line.firstIndex(of: 0x20) else { continue }
      read(key: line[..<space], value: line[(space + 1)...])
    }
  }

  private mutating func read(key: ArraySlice<UInt8>, value: ArraySlice<UInt8>) {
    let text = String(decoding: value, as: UTF8.self)
    switch String(decoding: key, as: UTF8.self) {
    case "version": version = text
    case "not": notOutlets.append(text)
    case "outlet": records.append(OutletRecord(id: text, name: text))
    case "place": readPlaces(value)
    default:
      guard !records.isEmpty else { return }
      extend(&records[records.count - 1], key, value, text)
    }
  }

  private mutating func readPlaces(_ value: ArraySlice<UInt8>) {
    let words = value.split(separator: 0x20)
    guard let first = words.first, let country = CountryCode(first) else { return }
    for word in words.dropFirst() { places.append((WordHash.of(word), country)) }
  }

  private func extend(
    _ record: inout OutletRecord, _ key: ArraySlice<UInt8>, _ value: ArraySlice<UInt8>,
    _ text: String
  ) {
    switch String(decoding: key, as: UTF8.self) {
    case "name": record.name = text
    case "country": record.country = CountryCode(value)
    case "entity": record.entity = OutletRecord.Entity(rawValue: text) ?? .newsSite
    case "ambiguity": record.nameAmbiguity = OutletLines.ambiguity(text[...])
    case "alias": if let alias = OutletLines.alias(value) { record.aliases.append(alias) }
    case "domain": record.domains.append(text)
    case "credit": record.creditForms.append(text)
    case "boilerplate": record.boilerplate.append(text)
    default: break
    }
  }

  private static func ambiguity(_ text: Substring) -> OutletRecord.Ambiguity {
    switch text {
    case "none": .none
    case "low": .low
    case "medium": .medium
    default: .high
    }
  }

  /// `flag,flag,… text`
  private static func alias(_ value: ArraySlice<UInt8>) -> OutletRecord.Alias? {
    guard let space = value.firstIndex(of: 0x20), space + 1 < value.endIndex else { return nil }
    let flags = String(decoding: value[..<space], as: UTF8.self).split(separator: ",")
    let language = flags.first { $0.hasPrefix("lang=") }
    let also = flags.first { $0.hasPrefix("also=") }
    return OutletRecord.Alias(
      text: String(decoding: value[(space + 1)...], as: UTF8.self),
      ambiguity: ambiguity(flags.first ?? ""), isCaseSensitive: flags.contains("case"),
      needsContext: flags.contains("context"), isPersonal: flags.contains("people"),
      language: language.map { String($0.dropFirst(5)) },
      also: also?.dropFirst(5).split(separator: "+").map(String.init) ?? [])
  }
}
