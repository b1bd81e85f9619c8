public import HearsayInterchange
internal import HearsayText

/// One run of moving annotations from one version of a document to the next.
public struct ReanchorRun {
  /// A line as it came out.
  public enum Outcome {
    /// The annotation in its new place, with its line's end.
    case moved([UInt8])
    /// The line, counted from one, is no annotation.
    case failed(line: Int, AnnotationLineError)
  }

  private let mover: AnnotationMover

  /// A run between two documents.
  public init(from old: LoadedDocument, to new: LoadedDocument) {
    let names = DocumentRecord(path: new.path, uri: new.uri, sha256: new.sha256, date: nil)
    mover = AnnotationMover(old: old.text, new: new.text, document: names)
  }

  /// Moves every line of a reader and hands each to `body` in order; blank lines are passed over.
  ///
  /// - Parameter body: Gives false to stop.
  /// - Throws: ``InputError/unreadable(reason:)`` where the lines cannot be read.
  public func run(
    _ reader: LineReader, _ body: (Outcome) -> Bool
  ) throws(InputError) {
    var reader = reader
    var number = 0
    while let line = try reader.next() {
      number += 1
      guard let outcome = outcome(line, number) else { continue }
      guard body(outcome) else { return }
    }
  }

  private func outcome(_ line: LineReader.Line, _ number: Int) -> Outcome? {
    guard case .bytes(let bytes) = line else {
      return .failed(line: number, .tooLong(limit: LineReader.maximumLength))
    }
    if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { return nil }
    do throws(AnnotationLineError) {
      return .moved(try mover.move(bytes) + [0x0A])
    } catch {
      return .failed(line: number, error)
    }
  }
}
