import Foundation
import HearsayWorkspace
import Testing

@testable import HearsayServer

/// Projects that come about, or go, while an article in them is open.
@Suite("Projects around open articles") final class ProjectArrivalTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "hearsay-\(UUID())")
  private var project: URL { folder.appending(path: "project") }
  private var store: URL { project.appending(path: StoreLocation.folderName) }

  init() throws {
    try FileManager.default.createDirectory(at: project, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private func client() -> DecisionClient {
    DecisionClient(
      DecisionTests.article, folder: folder.path,
      uri: project.appending(path: "a.txt").absoluteString)
  }

  @Test("What is decided after a project has come is in its store", arguments: [false, true])
  func decided(isFolder: Bool) throws {
    let client = client()
    if isFolder {
      try FileManager.default.createDirectory(at: store, withIntermediateDirectories: false)
    } else {
      try Data().write(to: project.appending(path: ProjectSettings.fileName))
    }
    #expect(client.decide("accept", DecisionTests.first).hasSuffix(#""result":null}"#))
    #expect(client.shown().contains { $0.hasSuffix("[accepted]") })
    #expect(FileManager.default.fileExists(atPath: "\(store.path)/\(StoreLocation.fileName)"))
    #expect(!FileManager.default.fileExists(atPath: client.location.database))
    #expect(self.client().shown().contains { $0.hasSuffix("[accepted]") })
    #expect(client.decide("undo").hasSuffix(#""result":null}"#))
    #expect(!client.shown().contains { $0.hasSuffix("[accepted]") })
  }

  @Test("Decisions come and go with their project")
  func shown() throws {
    try FileManager.default.createDirectory(at: store, withIntermediateDirectories: false)
    self.client().decide("accept", DecisionTests.first)
    let away = folder.appending(path: "away")
    let client = client()
    func look(isAccepted: Bool) {
      client.driver.session.lastStoreCheck -= Session.storeInterval
      client.driver.send(#"{"method":"$/nothing"}"#)
      #expect(client.shown().contains { $0.hasSuffix("[accepted]") } == isAccepted)
    }
    look(isAccepted: true)
    try FileManager.default.moveItem(at: store, to: away)
    look(isAccepted: false)
    try FileManager.default.moveItem(at: away, to: store)
    look(isAccepted: true)
  }
}
