import Foundation
import HearsayWorkspace
import Testing

@Suite struct SettingsSchemaTests {
  @Test func `the schema lists what the program reads`() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Schemas/settings.schema.json")
    let schema = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any]
    let properties = try #require(schema?["properties"] as? [String: [String: Any]])
    #expect(properties.keys.sorted() == SettingsFile.keys.sorted())
    let names = properties["severity"]?["propertyNames"] as? [String: [String]]
    #expect(names?["enum"] == SettingsReader.severityCodes.sorted())
    let levels = properties["severity"]?["additionalProperties"] as? [String: [String]]
    #expect(levels?["enum"] == Settings.Severity.allCases.map(\.rawValue))
    let kinds = properties["kinds"]?["items"] as? [String: [String]]
    #expect(kinds?["enum"] == Settings.Kind.allCases.map(\.rawValue))
    #expect(
      properties["positionEncoding"]?["enum"] as? [String]
        == Settings.PositionEncodingChoice.allCases.map(\.rawValue))
  }
}
