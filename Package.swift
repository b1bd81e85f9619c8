// swift-tools-version: 6.1
import PackageDescription

/// Every target is built alike: language mode 6, warnings as errors, explicit existentials and
/// internal imports, so that an import never leaks through a module's interface unnoticed.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .unsafeFlags(["-warnings-as-errors"]),
  .unsafeFlags(
    ["-cross-module-optimization", "-enforce-exclusivity=unchecked"],
    .when(configuration: .release)),
]

func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(
  _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []
) -> Target {
  .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict)
}

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let toml = Target.Dependency.product(name: "TOMLKit", package: "TOMLKit")

let package = Package(
  name: "hearsay",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "hearsay", targets: ["hearsay"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
  ],
  targets: [
    room("HearsayText"),
    room("HearsayModel", ["HearsayText"]),
    // Optimised in debug builds too: tests run it over thousands of generated texts.
    .target(
      name: "HearsayAnalysis", dependencies: ["HearsayText", "HearsayModel"],
      swiftSettings: strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]),
    .target(name: "CHearsayData", exclude: ["data"]),
    room("HearsayData", ["CHearsayData"]),
    room("HearsayJSON"),
    .target(name: "CurlShim", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),
    // Optimised in debug builds too: a test plays thousands of teams on a bad network.
    .target(
      name: "HearsaySync", dependencies: ["HearsayJSON", "CurlShim", crypto],
      swiftSettings: strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]),
    room("HearsayInterchange", ["HearsayText", "HearsayModel", "HearsayJSON", mustache]),
    room("HearsayAgreement"),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    room(
      "HearsayStore",
      [
        "HearsayText", "HearsayModel", "HearsayJSON", "HearsaySync", "CZlib", crypto, grdb,
        sqlite,
      ]),
    room(
      "HearsayWorkspace",
      [
        "HearsayText", "HearsayModel", "HearsayAnalysis", "HearsayData", "HearsayJSON",
        "HearsayInterchange", "HearsayAgreement", "HearsayStore", "HearsaySync", crypto, toml,
      ]),
    room("HearsayProtocol", ["HearsayJSON"]),
    room(
      "HearsayServer",
      [
        "HearsayProtocol", "HearsayWorkspace", "HearsayInterchange", "HearsayStore", "HearsaySync",
        "HearsayAnalysis", "HearsayModel", "HearsayText", "HearsayJSON",
      ]),
    .executableTarget(
      name: "hearsay",
      dependencies: [
        "HearsayServer", "HearsayWorkspace", "HearsayInterchange", "HearsayAnalysis",
        "HearsayModel", "HearsayStore", "HearsaySync", "HearsayText", argumentParser,
      ],
      swiftSettings: strict,
      // One file is the whole installation, and it starts faster.
      linkerSettings: [
        .unsafeFlags(
          [
            // Foundation names what it is linked with only where it is a shared library.
            "-static-stdlib", "-lCoreFoundation", "-l_FoundationICU", "-l_FoundationCollections",
            "-l_FoundationCShims",
          ],
          .when(platforms: [.linux], configuration: .release))
      ]),
    .executableTarget(
      name: "hearsay-train",
      dependencies: ["HearsayAnalysis", "HearsayData", argumentParser],
      swiftSettings: strict),
    .executableTarget(
      name: "hearsay-benchmark",
      dependencies: ["HearsayText", "HearsayModel", "HearsayAnalysis", "HearsayData"],
      swiftSettings: strict),
    .executableTarget(
      name: "hearsay-sync-model",
      dependencies: [
        "HearsaySync", "HearsayStore", "HearsayModel", "HearsayText", "HearsayTestSupport",
        argumentParser,
      ],
      swiftSettings: strict),
    room(
      "HearsayTestSupport",
      ["HearsayText", "HearsayModel", "HearsayAnalysis", "HearsayData", "HearsaySync"]),
    tests("HearsayTextTests", ["HearsayText", "HearsayTestSupport"]),
    tests(
      "HearsayAnalysisTests",
      ["HearsayText", "HearsayModel", "HearsayAnalysis", "HearsayTestSupport"]),
    tests("HearsayAgreementTests", ["HearsayAgreement"]),
    tests(
      "HearsayInterchangeTests",
      ["HearsayInterchange", "HearsayJSON", "HearsayModel", "HearsayText", "HearsayTestSupport"]),
    tests(
      "HearsaySyncTests",
      [
        "HearsaySync", "HearsayWorkspace", "HearsayStore", "HearsayModel", "HearsayText",
        "HearsayTestSupport",
      ]),
    tests(
      "HearsayServerTests",
      [
        "HearsayServer", "HearsayProtocol", "HearsayWorkspace", "HearsayStore", "HearsayAnalysis",
        "HearsayModel", "HearsayText", "HearsayTestSupport",
      ],
      exclude: ["Clients"]),
    tests(
      "HearsayStoreTests",
      [
        "HearsayStore", "HearsayWorkspace", "HearsayInterchange", "HearsayModel", "HearsayText",
        "HearsayTestSupport", grdb,
      ],
      exclude: ["Fixtures"]),
    tests("CommandTests", ["hearsay"]),
    tests("ArchitectureTests", []),
  ],
  cLanguageStandard: .c2x
)

// libFuzzer brings its own main function, so its target is there only when asked for.
if Context.environment["HEARSAY_FUZZ"] != nil {
  let instrument = SwiftSetting.unsafeFlags(["-sanitize=fuzzer"])
  let fuzzed = ["HearsayText", "HearsayModel", "HearsayAnalysis"]
  for target in package.targets where fuzzed.contains(target.name) {
    target.swiftSettings = strict + [instrument]
  }
  package.targets.append(
    .executableTarget(
      name: "hearsay-fuzz",
      dependencies: ["HearsayText", "HearsayModel", "HearsayAnalysis", "HearsayData"],
      swiftSettings: strict + [instrument],
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer", "-use-ld=lld"])]))
}
