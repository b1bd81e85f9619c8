/// The outlets that detection knows, with an index over their names, domains and boilerplate.
///
/// Parsed once from the lines that `Scripts/registry.py` writes; lines with an unknown first
/// word are passed over, so that an older program can read newer data.
///
/// A class, as it never changes and goes along with every paragraph that is read.
public final class OutletRegistry: Sendable {
  /// Version of the registry the lines were taken from; empty where they do not say.
  public let version: String
  /// Every record, in the order of the lines.
  public let records: [OutletRecord]
  /// Strings that look like an outlet's name and are none.
  public let notOutlets: [String]
  /// Whether a team wants some of them not shown.
  let hasMuted: Bool
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
    hasMuted = lines.records.contains(where: \.isMuted)
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
  /// What the version line says.
  private(set) var version = ""
  /// Records in the order of the lines.
  private(set) var records: [OutletRecord] = []
  /// Strings that look like names and are none.
  private(set) var notOutlets: [String] = []
  /// Words that point to a country, with it.
  private(set) var places: [(hash: UInt64, country: CountryCode)] = []
  /// The record that lines are about.
  private var current = -1

  /// Reads every line; broken ones are passed over.
  init(_ bytes: [UInt8]) {
    records.reserveCapacity(bytes.count / 140)
    for line in bytes[...].pieces(between: 0x0A) where line.first != UInt8(ascii: "#") {
      guard let space = line.firstIndex(of: 0x20) else { continue }
      read(key: line[..<space], value: line[(space + 1)...])
    }
  }

  private mutating func read(key: ArraySlice<UInt8>, value: ArraySlice<UInt8>) {
    let key = WordHash.of(key)
    switch key {
    case WordHash("place").value: return readPlaces(value)
    case WordHash("alias").value:
      guard current >= 0, let alias = OutletLines.alias(value) else { return }
      return records[current].aliases.append(alias)
    default: break
    }
    let text = String(decoding: value, as: UTF8.self)
    switch key {
    case WordHash("version").value: version = text
    case WordHash("not").value: notOutlets.append(text)
    case WordHash("outlet").value:
      current = records.count
      records.append(OutletRecord(id: text, name: text))
    case WordHash("more").value: current = records.lastIndex { $0.id == text } ?? -1
    case WordHash("mute").value:
      if let index = records.lastIndex(where: { $0.id == text }) { records[index].isMuted = true }
    default:
      if current >= 0 { OutletLines.extend(&records[current], key, value, text) }
    }
  }

  private mutating func readPlaces(_ value: ArraySlice<UInt8>) {
    let words = value.split(separator: 0x20)
    guard let first = words.first, let country = CountryCode(first) else { return }
    for word in words.dropFirst() { places.append((WordHash.of(word), country)) }
  }

  private static func extend(
    _ record: inout OutletRecord, _ key: UInt64, _ value: ArraySlice<UInt8>,
    _ text: String
  ) {
    switch key {
    case WordHash("name").value: record.name = text
    case WordHash("country").value: record.country = CountryCode(value)
    case WordHash("entity").value: record.entity = OutletRecord.Entity(rawValue: text) ?? .newsSite
    case WordHash("ambiguity").value: record.nameAmbiguity = ambiguity(value)
    case WordHash("domain").value: record.domains.append(text)
    case WordHash("credit").value: record.creditForms.append(text)
    case WordHash("boilerplate").value: record.boilerplate.append(text)
    default: break
    }
  }

  private static func ambiguity(_ bytes: ArraySlice<UInt8>) -> OutletRecord.Ambiguity {
    switch WordHash.of(bytes) {
    case WordHash("none").value: .none
    case WordHash("low").value: .low
    case WordHash("medium").value: .medium
    default: .high
    }
  }

  /// An alias in the notation `flag,flag text`.
  private static func alias(_ value: ArraySlice<UInt8>) -> OutletRecord.Alias? {
    guard let space = value.firstIndex(of: 0x20), space + 1 < value.endIndex else { return nil }
    let flags = value[..<space].split(separator: UInt8(ascii: ","))
    let known = flags.map { WordHash.of($0) }
    return OutletRecord.Alias(
      text: String(decoding: value[(space + 1)...], as: UTF8.self),
      ambiguity: ambiguity(flags.first ?? []), isCaseSensitive: known.contains("case"),
      needsContext: known.contains("context"), isPersonal: known.contains("people"),
      isBase: known.contains("base"), language: setting("lang=", in: flags),
      also: setting("also=", in: flags)?.split(separator: "+").map(String.init) ?? [])
  }

  /// What stands behind `key=` in the flag that begins so.
  private static func setting(_ key: StaticString, in flags: [ArraySlice<UInt8>]) -> String? {
    let hash = WordHash(stringLiteral: key).value
    let flag = flags.first { WordHash.of($0.prefix(key.utf8CodeUnitCount)) == hash }
    return flag.map { String(decoding: $0.dropFirst(key.utf8CodeUnitCount), as: UTF8.self) }
  }
}

extension [UInt64] {
  /// Whether the hash of a word is among them.
  fileprivate func contains(_ word: WordHash) -> Bool { contains(word.value) }
}
