internal import HearsayJSON
internal import HearsayModel

/// The shipped registry's facts as `Scripts/registry.py` writes them, read record by record.
///
/// JSON lines: what the registry is, one source a line, one record a line. Finding a record costs
/// one look at every line, and nothing is read that nobody asked for.
struct OutletFacts: Sendable {
  /// Version of the registry.
  private(set) var version = ""
  /// Day of its release, `YYYY-MM-DD`.
  private(set) var released = ""
  /// Ids of all records, in their order.
  private(set) var ids: [String] = []
  private let bytes: [UInt8]
  private var records: [String: Range<Int>] = [:]
  private var sources: [String: Range<Int>] = [:]
  private let reader = OutletRecordReader(origin: .registry)

  /// The facts in bytes; lines of another form are passed over.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      take(line: start..<end)
      start = end + 1
    }
  }

  private mutating func take(line: Range<Int>) {
    if let id = name(behind: "{\"id\":\"", in: line) {
      if records.updateValue(line, forKey: id) == nil { ids.append(id) }
    } else if let key = name(behind: "{\"source\":\"", in: line) {
      sources[key] = line
    } else if let about = node(line)?["registry"] {
      version = about["version"]?.string ?? ""
      released = about["released"]?.string ?? ""
    }
  }

  /// The characters up to the next quote, if the line begins so; ids and keys hold no escapes.
  private func name(behind opening: String, in line: Range<Int>) -> String? {
    guard bytes[line].starts(with: opening.utf8) else { return nil }
    let rest = bytes[line].dropFirst(opening.utf8.count)
    return String(decoding: rest.prefix { $0 != UInt8(ascii: "\"") }, as: UTF8.self)
  }

  private func node(_ range: Range<Int>) -> JSONNode? { try? JSONReader.read(Array(bytes[range])) }

  /// The record with an id, or nil.
  func entry(_ id: String) -> OutletEntry? {
    records[id].flatMap { node($0) }.map { reader.entry($0) }
  }

  /// The source with a key, or nil.
  func source(_ key: String) -> OutletSource? {
    sources[key].flatMap { node($0) }.map { reader.source($0) }
  }

  /// The JSON text of a record, or nil.
  func recordJSON(_ id: String) -> [UInt8]? { records[id].map { Array(bytes[$0]) } }
}
