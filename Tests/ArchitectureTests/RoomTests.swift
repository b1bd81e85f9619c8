import Foundation
import Testing

/// What each room may import, lowest first; `README.md` shows the same rooms to people.
private let rooms: [String: Set<String>] = [
  "HearsayText": [],
  "HearsayModel": ["HearsayText"],
  "HearsayAnalysis": ["HearsayText", "HearsayModel"],
  "HearsayData": ["CHearsayData"],
  "HearsayJSON": [],
  "HearsaySync": system.union(["HearsayJSON", "CurlShim", "Crypto"]),
  "HearsayInterchange": [
    "HearsayText", "HearsayModel", "HearsayJSON", "Mustache", "FoundationEssentials",
  ],
  "HearsayAgreement": [],
  "HearsayStore": system.union([
    "HearsayText", "HearsayModel", "HearsayJSON", "HearsaySync", "CZlib", "Crypto", "Foundation",
    "GRDB", "GRDBSQLite",
  ]),
  "HearsayWorkspace": system.union([
    "HearsayText", "HearsayModel", "HearsayAnalysis", "HearsayData", "HearsayInterchange",
    "HearsayJSON", "HearsayAgreement", "HearsayStore", "HearsaySync", "Crypto", "Logging",
    "TOMLKit",
  ]),
  "HearsayProtocol": ["HearsayJSON", "FoundationEssentials"],
  "HearsayServer": system.union([
    "HearsayProtocol", "HearsayWorkspace", "HearsayInterchange", "HearsayStore", "HearsaySync",
    "HearsayAnalysis", "HearsayModel", "HearsayText", "HearsayJSON", "Logging",
  ]),
  "hearsay": system.union([
    "HearsayServer", "HearsayWorkspace", "HearsayInterchange", "HearsayAnalysis", "HearsayModel",
    "HearsayStore", "HearsaySync", "HearsayText", "ArgumentParser", "Logging",
  ]),
  "HearsayTestSupport": system.union([
    "HearsayText", "HearsayModel", "HearsayAnalysis", "HearsayData", "HearsayJSON",
    "HearsayProtocol", "HearsayServer", "HearsaySync", "Testing",
  ]),
  "hearsay-benchmark": system.union([
    "HearsayText", "HearsayModel", "HearsayAnalysis", "HearsayData",
  ]),
  "hearsay-train": system.union([
    "HearsayAnalysis", "HearsayData", "ArgumentParser", "Foundation",
  ]),
  "hearsay-sync-model": system.union([
    "HearsaySync", "HearsayStore", "HearsayModel", "HearsayText", "HearsayTestSupport",
    "ArgumentParser",
  ]),
  "hearsay-fuzz": ["HearsayText", "HearsayModel", "HearsayAnalysis", "HearsayData"],
]

/// What the operating system offers to the rooms that talk to it.
private let system: Set<String> = [
  "FoundationEssentials", "Synchronization", "Dispatch", "Glibc", "Musl", "Darwin", "Android",
]

@Suite struct RoomTests {
  @Test(arguments: Repository.sources)
  func `a file imports what its room may`(file: Repository.File) throws {
    let allowed = try #require(rooms[file.target], "\(file.target) is not in the table")
    // Apple's platforms have one Foundation only.
    let essentials = allowed.contains("FoundationEssentials")
    let hasBranch = file.lines.contains { $0.contains("canImport(FoundationEssentials)") }
    for name in imports(of: file) where !allowed.contains(name) {
      #expect(name == "Foundation" && essentials && hasBranch, "imports \(name)")
    }
  }

  @Test func `an import line is recognised in every form`() {
    let lines = [
      "import A", "public import B", "@testable import C", "  internal import D",
      "import struct E.F",
      "@preconcurrency import G", "@_exported public import H.I", "// import J", "important()",
    ]
    let file = Repository.File(path: "Sources/X/Y.swift", lines: lines)
    #expect(imports(of: file) == ["A", "B", "C", "D", "E", "G", "H"])
  }

  private func imports(of file: Repository.File) -> [String] {
    let form =
      #/^\s*(?:@\w+\s+)*(?:(?:public|package|internal|fileprivate|private)\s+)?import\s+(?:(?:struct|class|enum|protocol|func|var|let|typealias)\s+)?(\w+)/#
    return file.lines.compactMap { $0.firstMatch(of: form).map { String($0.1) } }
  }

  @Test func `every room exists and every folder is a room`() {
    let others: Set = ["CHearsayData", "CZlib", "CurlShim"]
    let folders = Set(Repository.sources.map(\.target)).subtracting(others)
    #expect(folders.isSubset(of: rooms.keys))
  }

  @Test(arguments: Repository.sources.filter { pure.contains($0.target) })
  func `vocabulary cannot be serialised`(file: Repository.File) {
    let form = #/\b(?:Codable|Encodable|Decodable|CodingKey)\b/#
    #expect(!file.code.contains { $0.contains(form) })
  }

  @Test(arguments: Repository.sources.filter { pure.contains($0.target) })
  func `analysis does no input or output`(file: Repository.File) {
    let form =
      #/\b(?:print|readLine|fopen|getenv|ProcessInfo|FileHandle|CommandLine|Clock|Task|SystemRandomNumberGenerator)\b/#
    #expect(!file.code.contains { $0.contains(form) })
  }

  @Test(arguments: Repository.sources.filter { !editors.contains($0.target) })
  func `only protocol and server know editors`(file: Repository.File) {
    // The executable names the command; what runs behind it is the server's.
    let form =
      file.target == "hearsay" ? #/textDocument|jsonrpc/# : #/textDocument|jsonrpc|\bLSP|\blsp\b/#
    let uncommented = file.lines.map { $0.replacing(#/\/\/.*/#, with: "") }
    #expect(!uncommented.contains { $0.contains(form) })
  }
}

private let pure: Set<String> = [
  "HearsayText", "HearsayModel", "HearsayAnalysis", "HearsayAgreement",
]
private let editors: Set<String> = ["HearsayProtocol", "HearsayServer", "HearsayTestSupport"]
