import HearsayAnalysis
import HearsayProtocol
import HearsayText
import HearsayWorkspace
import Testing

@testable import HearsayServer

@Suite("Settings from everywhere")
struct SettingsTests {
  static let asks = #"{"workspace":{"configuration":true}}"#

  @Test(
    "The client is asked once it is ready, and null means nothing chosen",
    arguments: ["null", "[null]", "[]", "[{}]", "[[]]"])
  func nullConfiguration(_ result: String) {
    let driver = SessionDriver()
    driver.send(
      #"{"id":1,"method":"initialize","params":{"capabilities":\#(SettingsTests.asks)}}"#)
    #expect(
      driver.send(#"{"method":"initialized","params":{}}"#) == [
        #"{"jsonrpc":"2.0","id":"hearsay-1","method":"workspace/configuration","#
          + #""params":{"items":[{"section":"hearsay"}]}}"#
      ])
    #expect(driver.send(#"{"id":"hearsay-1","result":\#(result)}"#).isEmpty)
    #expect(!driver.open("text").isEmpty)
  }

  @Test("An answer brings settings into force and is published")
  func answer() {
    let driver = SessionDriver(capabilities: SettingsTests.asks)
    driver.open("TASS on Tuesday")
    let published = driver.send(#"{"id":"hearsay-1","result":[{"kinds":["date"]}]}"#)
    #expect(published.count == 1)
    #expect(published.allSatisfy { $0.contains(#""code":"date""#) && !$0.contains("TASS") })
    #expect(driver.send(#"{"id":"hearsay-1","result":[{"kinds":[]}]}"#).isEmpty, "asked once")
  }

  @Test(
    "Pushed settings count, under the section's name or bare, and null changes nothing",
    arguments: [#"{"hearsay":{"kinds":[]}}"#, #"{"kinds":[],"other":{"x":1}}"#])
  func pushed(_ settings: String) {
    let driver = SessionDriver(capabilities: "{}")
    driver.open("TASS")
    let published = driver.send(
      #"{"method":"workspace/didChangeConfiguration","params":{"settings":\#(settings)}}"#)
    #expect(
      published == [
        #"{"jsonrpc":"2.0","method":"textDocument/publishDiagnostics","params":{"#
          + #""uri":"file:///a.txt","version":1,"diagnostics":[]}}"#
      ])
    for empty in ["null", "{}"] where empty == "null" {
      #expect(
        driver.send(
          #"{"method":"workspace/didChangeConfiguration","params":{"settings":\#(empty)}}"#
        ).isEmpty)
    }
  }

  @Test("What cannot be used is told once, with its code")
  func problems() {
    let driver = SessionDriver()
    let sent = driver.send(
      #"{"id":1,"method":"initialize","params":{"initializationOptions":{"maxDiagnostics":"x","#
        + #""kinds":["quote"],"date":"yesterday","severity":{"nope":"hint","date":"loud"}}}}"#,
      #"{"method":"initialized"}"#)
    driver.open("text")
    let logged = sent.filter { $0.contains("logMessage") }.compactMap { body in
      body.split(separator: #""message":""#).last.map { String($0.dropLast(3)) }
    }
    #expect(
      logged == [
        "date must look like 2024-03-01. [setting-unknown-value]",
        "kinds must be one of quotation, date, outlet, not quote. [setting-unknown-value]",
        "maxDiagnostics must be a number from 0 to 1000000. [setting-wrong-type]",
        "severity.date must be one of error, warning, information, hint, off, not loud. "
          + "[setting-unknown-value]",
        "severity has no code nope. [setting-unknown-value]",
      ])
  }

  @Test(
    "The setting for the encoding overrides the offers and is echoed only where offered",
    arguments: [
      ("utf-32", #"["utf-8","utf-32"]"#, "utf-32"), ("utf-8", "null", nil),
      ("auto", #"["utf-8"]"#, "utf-8"), ("utf-32", #"["utf-16"]"#, nil),
    ] as [(String, String, String?)])
  func encoding(_ setting: String, _ offers: String, _ echo: String?) {
    let driver = SessionDriver()
    let answer = driver.send(
      #"{"id":1,"method":"initialize","params":{"initializationOptions":{"positionEncoding":"#
        + #""\#(setting)"},"capabilities":{"general":{"positionEncodings":\#(offers)}}}}"#)
    let echoed = answer.first?.split(separator: #""positionEncoding":""#).dropFirst().first
    #expect(echoed.map { String($0.prefix { $0 != "\"" }) } == echo)
    #expect(driver.session.unit.rawValue == (setting == "auto" ? "utf-8" : setting))
  }

  @Test("Folder settings are looked at by folder, and the client's own count more")
  func folders() {
    struct ByFolder: SettingsSource {
      func settings(
        forFolder folder: String?
      ) -> (settings: Settings, problems: [SettingsProblem]) {
        var settings = Settings()
        settings.maxDiagnostics = 7
        settings.date = folder == "/articles été" ? "2020-01-01" : nil
        return (settings, [])
      }
      func changed() -> Bool { false }
    }
    let driver = SessionDriver(
      capabilities: "{}", options: #"{"maxDiagnostics":9}"#, settings: ByFolder())
    driver.open("x", uri: "file:///articles%20%C3%A9t%C3%A9/a%20b.txt")
    driver.open("x", uri: "untitled:Untitled-1")
    let settings = driver.session.documents.mapValues(\.settings)
    #expect(settings["file:///articles%20%C3%A9t%C3%A9/a%20b.txt"]?.date == "2020-01-01")
    #expect(settings["untitled:Untitled-1"]?.date == nil)
    #expect(settings.values.allSatisfy { $0.maxDiagnostics == 9 })
    let names = driver.session.documents.mapValues(\.analysis.options.fileName)
    #expect(names["file:///articles%20%C3%A9t%C3%A9/a%20b.txt"] == "a b.txt")
  }
}
