internal import HearsayText

/// Better readings of some paragraphs, made from one state of a document and good for any later
/// one: a paragraph that an edit has changed in the meantime is passed over.
public struct Refinement: Sendable {
  /// The paragraphs as they were read in a hurry, and as they read with all care.
  fileprivate let readings: [ObjectIdentifier: (rough: Paragraph, careful: Paragraph)]
}

extension DocumentAnalysis {
  /// Whether some paragraphs were read in a hurry.
  public var isRough: Bool { paragraphs.contains(where: \.isRough) }

  /// Better readings of the rough paragraphs that begin at a byte or behind it, of about so many
  /// bytes; nil where none is left.
  ///
  /// Costs what careful reading costs, and touches nothing: it may run on a copy on another thread.
  public func refinement(from byte: Int, byteCount: Int) -> (made: Refinement, end: Int)? {
    var readings: [ObjectIdentifier: (rough: Paragraph, careful: Paragraph)] = [:]
    var end = byte
    var left = byteCount
    var reader = ParagraphReader(analyzer)
    for index in paragraphs.indices where starts[index] >= byte && paragraphs[index].isRough {
      guard left > 0 else { break }
      let rough = paragraphs[index]
      let span = ByteSpan(starts[index], starts[index + 1])
      readings[ObjectIdentifier(rough)] = (
        rough,
        Paragraph(
          byteCount: rough.byteCount, findings: reader.findings(of: text.bytes(in: span)[...]))
      )
      left -= span.count
      end = span.end
    }
    return readings.isEmpty ? nil : (Refinement(readings: readings), end)
  }

  /// Puts better readings in the place of the rough ones that are still there.
  public mutating func apply(_ refinement: Refinement) {
    let known = paragraphs.indices.filter {
      refinement.readings[ObjectIdentifier(paragraphs[$0])] != nil
    }
    guard let first = known.first, let last = known.last else { return }
    replaceParagraphs(
      first..<last + 1,
      with: paragraphs[first...last].map {
        refinement.readings[ObjectIdentifier($0)]?.careful ?? $0
      })
  }
}
