internal import HearsayAnalysis
internal import Synchronization

/// Reads texts with all care that were opened in a hurry, piece by piece on a thread of its own.
///
/// The first piece is what a reader may have on the screen; each further one is twice as long, since
/// each is followed by a pass over the whole document.
final class CarefulReader: Sendable {
  /// Length of the first piece, in bytes.
  static let firstPiece = 32_000

  /// The text of each document that is to be read, by a number no other text had.
  private struct Wanted {
    var numbers: [String: Int] = [:]
    var last = 0
  }

  private let wanted = Mutex(Wanted())
  private let run: @Sendable (@escaping @Sendable () -> Void) -> Void
  private let deliver: @Sendable (_ uri: String, Refinement) -> Void

  /// A reader whose work goes through `run` and whose readings go to `deliver`, in their order.
  init(
    run: @escaping @Sendable (@escaping @Sendable () -> Void) -> Void,
    deliver: @escaping @Sendable (_ uri: String, Refinement) -> Void
  ) {
    self.run = run
    self.deliver = deliver
  }

  /// Reads a document with all care, as it is now; what was still to be read of it is not.
  func read(_ analysis: DocumentAnalysis, of uri: String) {
    let number = wanted.withLock { wanted in
      wanted.last += 1
      wanted.numbers[uri] = wanted.last
      return wanted.last
    }
    run { [self] in
      var place = 0
      var length = CarefulReader.firstPiece
      while wanted.withLock({ $0.numbers[uri] == number }),
        let next = analysis.refinement(from: place, byteCount: length)
      {
        deliver(uri, next.made)
        place = next.end
        length *= 2
      }
      wanted.withLock { wanted in
        if wanted.numbers[uri] == number { wanted.numbers[uri] = nil }
      }
    }
  }

  /// Whether a document is still to be read, or being read.
  func isReading(_ uri: String) -> Bool { wanted.withLock { $0.numbers[uri] != nil } }

  /// Reads no further in a document.
  func stop(_ uri: String) {
    wanted.withLock { $0.numbers[uri] = nil }
  }
}
