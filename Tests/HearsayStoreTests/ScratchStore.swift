import Foundation
import HearsayModel
import HearsayStore
import HearsayText
import HearsayWorkspace
import Testing

/// A store in a folder of its own that is taken away at the end.
final class ScratchStore {
  let folder: String
  let path: String

  init() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "hearsay-store-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    self.folder = folder.path
    path = folder.appending(path: "annotations.sqlite").path
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func open() throws -> AnnotationStore { try AnnotationStore.made(at: path) }

  static let stamp = DecisionStamp(author: "ana", time: "2024-03-08T10:00:00Z")

  static func quotation(
    _ words: String, in text: String, status: ReviewStatus = .accepted, note: String? = nil
  ) -> StoredAnnotation {
    let whole = Text(text)
    let start = text.utf8.firstRange(of: Array(words.utf8)).map {
      text.utf8.distance(from: text.utf8.startIndex, to: $0.lowerBound)
    }
    let span = ByteSpan(start ?? 0, (start ?? 0) + words.utf8.count)
    let hash = DocumentIdentity(whole, path: nil).textHash
    return StoredAnnotation(
      id: .now(), target: AnnotationTarget(span, in: whole, textHash: hash),
      origin: QuotedStretch(span, in: whole),
      body: .quotation(
        QuotationBody(
          type: .direct, speaker: Speaker(name: "Ana Ruiz", kind: .person, role: "mayor"))),
      status: status, note: note, confidence: 0.94, creation: stamp)
  }

  static func commit(
    _ before: StoredAnnotation?, _ after: StoredAnnotation?, in text: String,
    path: String? = "a.txt",
    verb: DecisionVerb = .accept
  ) throws -> Commit {
    let whole = Text(text)
    let id = try #require((after ?? before)?.id)
    return Commit(
      document: DocumentIdentity(whole, path: path), text: whole, verb: verb, stamp: stamp,
      id: .now(),
      changes: FieldChange.changes(
        of: .annotation(id), from: before?.fields ?? [:], to: after?.fields ?? [:]))
  }
}
