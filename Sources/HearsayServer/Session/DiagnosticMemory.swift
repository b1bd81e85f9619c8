internal import HearsayAnalysis
internal import HearsayModel
internal import HearsayProtocol
internal import HearsayText
internal import HearsayWorkspace
internal import Synchronization

/// The diagnostics of a document's paragraphs as they were told last, so that after a keystroke those
/// of one paragraph are made and written, and not a thousand.
final class DiagnosticMemory: Sendable {
  /// A paragraph's diagnostics, by the part of the list they stand in.
  private struct Known {
    /// Kept, so that no other object can come to have its address.
    let identity: AnyObject
    /// Where the paragraph began: the positions hold for it alone.
    let origin: LinePosition
    let parts: [[UInt8]]
  }

  private struct Paragraphs {
    var settings = Settings()
    /// What the columns count.
    var unit = TextUnit.utf8
    var known: [ObjectIdentifier: Known] = [:]
  }

  private let paragraphs = Mutex(Paragraphs())

  /// All diagnostics of a snapshot in the order of ``DiagnosticList``, written; nil where they hang
  /// on more than what each paragraph says, or are more than may be shown.
  func written(
    for snapshot: DocumentSnapshot, documentation: CodeDocumentation?
  ) -> [[UInt8]]? {
    guard snapshot.showsParagraphsAlone,
      snapshot.analysis.findingCount <= snapshot.settings.maxDiagnostics
    else { return nil }
    return paragraphs.withLock { paragraphs in
      if paragraphs.settings != snapshot.settings || paragraphs.unit != snapshot.unit {
        paragraphs = Paragraphs(settings: snapshot.settings, unit: snapshot.unit)
      }
      var fresh: [ObjectIdentifier: Known] = [:]
      fresh.reserveCapacity(paragraphs.known.count + 16)
      var parts: [[[UInt8]]] = []
      snapshot.analysis.forEachParagraph { span, identity, findings in
        let key = ObjectIdentifier(identity)
        let origin = snapshot.text.position(ofByte: span.start, in: snapshot.unit)
        if let known = paragraphs.known[key], known.origin == origin {
          fresh[key] = known
          parts.append(known.parts)
          return
        }
        let found = snapshot.allowed(findings())
        let made = DiagnosticMemory.parts(of: found, in: snapshot, documentation)
        parts.append(made)
        if DiagnosticMemory.isSelfContained(found, span, snapshot.client) {
          fresh[key] = Known(identity: identity, origin: origin, parts: made)
        }
      }
      paragraphs.known = fresh
      let count = parts.lazy.map(\.count).max() ?? 0
      return (0..<count).flatMap { part in
        parts.lazy.filter { part < $0.count && !$0[part].isEmpty }.map { $0[part] }
      }
    }
  }

  private static func parts(
    of findings: Findings, in snapshot: DocumentSnapshot, _ documentation: CodeDocumentation?
  ) -> [[UInt8]] {
    if findings.isEmpty { return [] }
    let list = DiagnosticList(of: findings, in: snapshot, documentation: documentation)
    var start = 0
    return list.partEnds.map { end in
      defer { start = end }
      return PublishDiagnosticsParams.written(list.items[start..<end])
    }
  }

  /// Whether nothing that is said of a paragraph's findings hangs on the bytes or the place of
  /// another paragraph.
  private static func isSelfContained(
    _ findings: Findings, _ paragraph: ByteSpan, _ client: ClientProfile
  ) -> Bool {
    let isInside = { (span: ByteSpan?) in span.map { paragraph.contains($0) } ?? true }
    let hasFarQuotation = findings.quotations.contains {
      !isInside($0.span) || !isInside($0.source) || !isInside($0.cue)
        || !isInside($0.parent) || !isInside(ByteSpan($0.utterance, $0.utterance))
    }
    let namesOthers =
      client.showsRelatedInformation
      && findings.problems.contains { $0.code == .ambiguousSpeaker }
    return !hasFarQuotation && !namesOthers
  }
}
