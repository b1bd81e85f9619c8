internal import HearsayModel
internal import HearsayProtocol
internal import HearsayText
internal import HearsayWorkspace

/// A stretch of a document as commands name it: `START-END#CHECK`, bytes of the text, with a check
/// of the words between, so that a command that comes late does not hit other words.
struct StretchReference: Hashable {
  /// The bytes.
  let span: ByteSpan
  /// The check of the words.
  let check: String

  /// A reference to a stretch of a text.
  init(_ span: ByteSpan, in text: Text) {
    self.span = span
    check = StretchReference.check(text.bytes(in: span))
  }

  /// A reference that was given, or nil where it is none.
  init?(_ words: Substring) {
    let parts = words.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let edges = parts[0].split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, edges.count == 2, let start = Int(edges[0]), let end = Int(edges[1]),
      0 <= start, start <= end
    else { return nil }
    span = ByteSpan(start, end)
    check = String(parts[1])
  }

  /// The reference as an argument.
  var text: String { "\(span.start)-\(span.end)#\(check)" }

  /// Whether the words still stand there.
  func holds(in text: Text) -> Bool {
    span.end <= text.byteCount && StretchReference.check(text.bytes(in: span)) == check
  }

  /// FNV-1a over the bytes, 64 bits in hexadecimal.
  private static func check(_ bytes: [UInt8]) -> String {
    let hash = bytes.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01b3
    }
    return String(hash, radix: 16)
  }
}

/// An annotation as commands name it: the id of what is stored, `KIND@STRETCH` for a suggestion.
enum SubjectReference {
  /// The argument that names an annotation of a snapshot.
  static func text(
    _ key: AnnotationKey, in set: AnnotationSet, _ text: Text
  ) -> String {
    if let stored = set.decided[key] { return stored.id.text }
    return "\(key.kind.rawValue)@\(StretchReference(key.span, in: text).text)"
  }

  /// The annotation that an argument names.
  ///
  /// - Throws: ``HearsayWorkspace/DecisionError/stale`` where it is not there,
  ///   ``HearsayWorkspace/DecisionError/wrongKind`` where only others are.
  static func subject(
    _ argument: LSPAny?, in snapshot: DocumentSnapshot, _ kind: AnnotationKind? = nil
  ) throws(DecisionError) -> DecisionSubject {
    if case .string(let words)? = argument {
      if let id = AnnotationID(words) { return .annotation(id) }
      let parts = words.split(separator: "@", maxSplits: 1)
      guard parts.count == 2, let kind = AnnotationKind(rawValue: String(parts[0])),
        let stretch = StretchReference(parts[1]), stretch.holds(in: snapshot.text)
      else { throw .stale }
      return .suggestion(AnnotationKey(kind, stretch.span))
    }
    guard let span = try? span(argument, in: snapshot) else { throw .stale }
    let found = snapshot.annotations(in: span).keys.filter {
      $0.span.start <= span.start && span.end <= $0.span.end
    }
    let fitting = found.filter { kind == nil || $0.kind == kind }
    guard let innermost = fitting.min(by: { $0.span.count < $1.span.count }) else {
      throw found.isEmpty ? .stale : .wrongKind
    }
    return .suggestion(innermost)
  }

  /// The stretch that an argument names: a reference, a position or a range.
  ///
  /// - Throws: ``HearsayWorkspace/DecisionError``.
  static func span(
    _ argument: LSPAny?, in snapshot: DocumentSnapshot
  ) throws(DecisionError) -> ByteSpan {
    switch argument {
    case .string(let words)?:
      guard let stretch = StretchReference(words[...]) else { throw .noWords }
      guard stretch.holds(in: snapshot.text) else { throw .stale }
      return stretch.span
    case .object(let members)?:
      let start = position(members["start"] ?? argument)
      let end = position(members["end"] ?? argument)
      guard let start, let end else { throw .noWords }
      let first = snapshot.byte(of: start)
      let last = snapshot.byte(of: end)
      return ByteSpan(min(first, last), max(first, last))
    default: throw .noWords
    }
  }

  private static func position(_ value: LSPAny?) -> Position? {
    guard case .object(let members)? = value, case .number(let line)? = members["line"],
      case .number(let character)? = members["character"],
      (0...1e9).contains(line), (0...1e9).contains(character)
    else { return nil }
    return Position(line: Int(line), character: Int(character))
  }
}

extension AnnotationSet {
  /// Every annotation, kind by kind in reading order.
  var keys: [AnnotationKey] {
    findings.quotations.map { AnnotationKey(.quotation, $0.span) }
      + findings.dates.map { AnnotationKey(.date, $0.span) }
      + findings.outlets.map { AnnotationKey(.outlet, $0.span) }
      + findings.notes.map { AnnotationKey(.note, $0.span) }
  }
}
