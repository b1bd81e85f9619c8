internal import HearsayModel
internal import HearsayProtocol
internal import HearsayStore
internal import HearsaySync
internal import HearsayWorkspace

/// What the sync in the background has to say, and conflicts being decided.
extension Session {
  /// Tells what a sync came to: in the log, and where somebody has to act once in a message.
  func take(_ note: SyncNote) {
    switch note {
    case .done(let sent, let received, let problems):
      let total = received.values.reduce(0, +)
      if sent + total > 0 {
        let who = received.keys.sorted().joined(separator: ", ")
        let from = total == 0 ? "" : ", \(total) received from \(who)"
        log(.info, "Hearsay: sync: \(sent) sent\(from)")
      }
      for problem in problems {
        tellOfSync(problem.code.rawValue, "sync: \(problem.sentence)", isLoud: problem.isFailure)
      }
    case .failed(let failure):
      // Out of reach is ordinary; it is said in the log only.
      let isLoud = failure.exitStatus != 69 && failure.exitStatus != 75
      tellOfSync(failure.code, "sync: \(failure.reason)", isLoud: isLoud)
    }
  }

  private func tellOfSync(_ code: String, _ sentence: String, isLoud: Bool) {
    let message = "Hearsay: \(sentence). [\(code)]"
    log(isLoud ? .warning : .info, message)
    guard isLoud, toldSyncProblems.insert(message).inserted else { return }
    send(ShowMessageParams(type: .warning, message: message).body())
  }

  /// Decides a conflict: URI, annotation's id, what it is about, the number of the version.
  func resolve(_ arguments: [LSPAny], _ uri: String) {
    isDeciding = true
    let folder = DocumentURI.folder(of: uri) ?? rootFolder
    let location = documents[uri]?.location ?? environment.decisions.location(forFolder: folder)
    let stamp = environment.stamp(effectiveSettings(forFolder: folder).author)
    let decisions = environment.decisions
    let words = arguments.dropFirst().compactMap { argument in
      if case .string(let text) = argument { text } else { nil }
    }
    environment.store {
      var result = DecisionResult(
        outcome: .failure(.refused(.badValue(words.first ?? ""))), isToBeRead: true,
        location: location)
      guard words.count == 3, let choice = ConflictChoice(words[2]) else {
        return .decided(result)
      }
      do throws(StoreError) {
        result.outcome = .success(
          try decisions.resolve(
            words[0], about: words[1], choice: choice, at: location, stamp: stamp))
      } catch {
        result.outcome = .failure(.store(error))
      }
      return .decided(result)
    }
  }
}
