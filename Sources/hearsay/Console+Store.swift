internal import ArgumentParser
internal import HearsayStore
internal import HearsayWorkspace

extension Console {
  /// Says why the store cannot be used; the status to exit with.
  static func exit(_ failure: StoreError) -> ExitCode {
    error("hearsay: \(failure.reason) [\(failure.code)]")
    return status(failure)
  }

  /// The status to exit with where the store cannot be used.
  static func status(_ failure: StoreError) -> ExitCode {
    switch failure {
    case .newer, .foreign, .corrupt: return ExitCode(65)
    case .full, .failed, .unreadLog: return ExitCode(74)
    case .notWritable: return ExitCode(77)
    case .busy, .conflict, .contested: return ExitCode(75)
    case .noRemote: return ExitCode(78)
    case .nothingToUndo, .unknownID: return ExitCode(1)
    }
  }

  /// The document in a file, with its identity in its store; says why where there is none.
  ///
  /// - Throws: `ExitCode`.
  static func document(
    _ path: String, in decisions: DecisionStore
  ) throws -> (location: StoreLocation, identity: DocumentIdentity) {
    do throws(InputError) {
      return decisions.place(of: try DocumentLoader.load(path))
    } catch {
      fail(path, error)
      throw ExitCode(error.exitStatus)
    }
  }
}
