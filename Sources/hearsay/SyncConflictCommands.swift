internal import ArgumentParser
internal import FoundationEssentials
internal import HearsayModel
internal import HearsayStore
internal import HearsaySync
internal import HearsayWorkspace

/// `hearsay sync conflicts`.
struct SyncConflicts: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "conflicts", abstract: "Where people disagree: every version with its author.")

  func run() throws {
    try SyncCommand.failing {
      for stored in try SyncCommand.store().conflicts() {
        let words = stored.shown.map { "“\($0.target.exact)”" }
        let place = [stored.id, stored.conflict.matter.name, stored.path, words].compactMap { $0 }
        try SyncCommand.say(place.joined(separator: " "))
        for (number, choice) in stored.choices.enumerated() {
          let who = "\(choice.author), \(choice.version.time)"
          try SyncCommand.say("  \(number + 1). \(who): \(choice.words)")
        }
      }
    }
  }
}

/// `hearsay sync resolve`.
struct SyncResolve: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resolve", abstract: "Say which version holds, for everybody.",
    discussion: "The ids and the numbers of versions are those of `hearsay sync conflicts`.")

  @Argument(help: "What they disagree about, as `hearsay sync conflicts` calls it.")
  var id: String

  @Option(help: "What of it, where there are several conflicts.")
  var field: String?

  @Option(help: "The number of the version to keep.")
  var keep: Int

  func run() throws {
    try SyncCommand.failing {
      let author = Console.settings(inFolder: FileManager.default.currentDirectoryPath).author
      let store = try SyncCommand.store()
      let all = try store.conflicts().filter { $0.id == id.lowercased() }
      guard !all.isEmpty else { throw StoreError.unknownID(id) }
      let found = all.filter { field == nil || $0.conflict.matter.name == field }
      guard found.count == 1, let conflict = found.first else {
        let names = all.map(\.conflict.matter.name).joined(separator: " or ")
        Console.error("hearsay: sync: say which: --field \(names) [sync-which]")
        throw ExitCode(64)
      }
      guard conflict.conflict.versions.indices.contains(keep - 1) else {
        let count = conflict.conflict.versions.count
        Console.error("hearsay: sync: say which: --keep 1 to \(count) [sync-which]")
        throw ExitCode(64)
      }
      try store.resolve(
        conflict, keeping: conflict.choices[keep - 1], stamp: .now(author: author))
      try SyncCommand.say("kept version \(keep); hearsay sync tells the others")
    }
  }
}
