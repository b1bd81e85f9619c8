public import HearsayAnalysis
public import HearsayModel
public import HearsayText

extension IndexedDocument {
  /// What is to be known of a document with these annotations; linear in them.
  public init(_ findings: Findings, of analysis: DocumentAnalysis) {
    var maker = IndexedDocumentMaker(analysis)
    maker.add(findings)
    self = maker.document
  }

  /// The number of the person with an id, or nil.
  public func person(_ id: String) -> Int? { people.firstIndex { $0.id == id } }

  /// What a person says, in the order of the text.
  public func sayings(of person: Int) -> [Saying] { sayings.filter { $0.person == person } }
}

extension IndexedDocument.Person {
  /// What the person is known by in every document: ``HearsayModel/Speaker/id``.
  public var id: String { Speaker(name: name, kind: kind).id }
}

/// Makes an index entry of findings, with every place in all units.
private struct IndexedDocumentMaker {
  private let analysis: DocumentAnalysis
  private(set) var document = IndexedDocument()
  private var numbers: [String: Int] = [:]
  private var line = -1
  private var starts = (bytes: 0, utf16: 0, scalars: 0)
  private var end = 0

  init(_ analysis: DocumentAnalysis) { self.analysis = analysis }

  mutating func add(_ findings: Findings) {
    var bySpan: [ByteSpan: Quotation] = [:]
    for quotation in findings.quotations { bySpan[quotation.span] = quotation }
    for quotation in findings.quotations where quotation.type != .scare {
      let person = quotation.speaker.map { number(of: $0) }
      if let person, let source = quotation.source {
        let range = range(of: source)
        document.people[person].mentions.append(range)
        if document.people[person].first == nil { document.people[person].first = range }
      }
      let by = IndexedDocument.quoter(of: quotation) { bySpan[$0] }.map { number(of: $0) }
      document.sayings.append(
        IndexedDocument.Saying(
          range: range(of: quotation.span), person: person, quotedBy: by, type: quotation.type))
    }
    document.outlets = findings.outlets.map {
      IndexedDocument.Outlet(id: $0.outletID, name: $0.name, range: range(of: $0.span))
    }
    document.troubles = findings.problems.map {
      IndexedDocument.Trouble(
        code: $0.code, range: range(of: $0.span), choices: Array($0.choices.prefix(8)))
    }
  }

  private mutating func number(of speaker: Speaker) -> Int {
    let id = speaker.id
    if let known = numbers[id] { return known }
    let first = analysis.introduction(of: speaker).map { range(of: $0) }
    document.people.append(
      IndexedDocument.Person(
        name: speaker.name, kind: speaker.kind, role: speaker.role, first: first, mentions: []))
    numbers[id] = document.people.count - 1
    return document.people.count - 1
  }

  private mutating func range(of span: ByteSpan) -> IndexedRange {
    IndexedRange(start: position(span.start), end: position(span.end))
  }

  private mutating func position(_ byte: Int) -> IndexedPosition {
    let text = analysis.text
    if line < 0 || byte < starts.bytes || byte >= end {
      line = text.line(ofByte: byte)
      let start = text.lineStart(line)
      starts = (
        start, text.offset(ofByte: start, in: .utf16), text.offset(ofByte: start, in: .utf32)
      )
      end = line + 1 < text.lineCount ? text.lineStart(line + 1) : text.byteCount
    }
    return IndexedPosition(
      line: line, utf8: byte - starts.bytes,
      utf16: text.offset(ofByte: byte, in: .utf16) - starts.utf16,
      scalars: text.offset(ofByte: byte, in: .utf32) - starts.scalars)
  }
}

extension IndexedDocument {
  /// Who quotes a quotation: the speaker of the innermost one around it that is somebody else's; nil
  /// where the article itself does.
  public static func quoter(
    of quotation: Quotation, at find: (ByteSpan) -> Quotation?
  ) -> Speaker? {
    var parent = quotation.parent.flatMap(find)
    var steps = 0
    while let around = parent, steps < 16 {
      if let speaker = around.speaker, speaker.id != quotation.speaker?.id { return speaker }
      parent = around.parent.flatMap(find)
      steps += 1
    }
    return nil
  }
}
