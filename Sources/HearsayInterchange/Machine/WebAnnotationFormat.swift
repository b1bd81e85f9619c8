internal import HearsayJSON
internal import HearsayModel
internal import HearsayText

/// W3C Web Annotations as one JSON-LD annotation page; positions count code points, as the standard
/// asks.
///
/// What the standard has no word for is in our own namespace, spelled out in the context so that no
/// network is needed to read it. The stretches of an interrupted utterance are one annotation: its
/// target is the hull of them, `fragments` are the stretches. Several targets would mean that the
/// body holds for each by itself.
public struct WebAnnotationFormat: AnnotationFormat {
  /// The format.
  public init() {}

  /// The context and the beginning of the page.
  public var opening: [UInt8] {
    Array(
      """
      {"@context":["http://www.w3.org/ns/anno.jsonld",\(Self.context)],\
      "id":"urn:hearsay:annotations","type":"AnnotationPage","items":[

      """.utf8)
  }

  /// Between two documents.
  public var separator: [UInt8] { Array(",\n".utf8) }

  /// The end of the page.
  public func closing(_ summary: SetSummary) -> [UInt8] { Array("\n]}\n".utf8) }

  /// Our own terms; `hs` is a name, not an address.
  static let context: String = {
    let terms = [
      "Quotation", "Date", "OutletMention", "Note", "fragments", "quotationType", "speaker",
      "speakerId", "speakerKind", "speakerRole", "sourceWords", "cue", "parent", "timexType",
      "timexValue", "timexAnchor", "timexModifier", "outletId", "outletName", "outletRole",
      "status", "confidence", "articleDate", "sha256", "path",
    ]
    let pairs = terms.map { "\"\($0)\":\"hs:\($0)\"" }.joined(separator: ",")
    return "{\"hs\":\"urn:hearsay:ns:\",\(pairs)}"
  }()

  private static let carried = CarriedFields(
    [
      .id, .type, .speaker, .speakerRole, .source, .cue, .parent, .utterance, .value, .anchor,
      .modifier, .outlet, .role, .status, .confidence, .creator, .note,
    ], document: [.date, .sha256])

  /// The annotations of a document.
  public func render(_ document: AnnotatedDocument) -> Rendition {
    var rendition = Rendition()
    rendition.loss = Self.carried.loss(document)
    rendition.part = WebAnnotationWriter(document).items()
    return rendition
  }
}

/// Writes the annotations of one document, a comma between two.
private struct WebAnnotationWriter {
  private let document: AnnotatedDocument
  private let place: TextPlaces
  private let names: AnnotationNames

  init(_ document: AnnotatedDocument) {
    self.document = document
    place = TextPlaces(document.text)
    names = AnnotationNames(document)
  }

  func items() -> [UInt8] {
    var out: [UInt8] = []
    for group in groups() {
      if !out.isEmpty { out += Array(",\n".utf8) }
      var json = JSONWriter(reserving: 1024)
      item(&json, group)
      out += json.bytes
    }
    return out
  }

  /// The stretches of one utterance together, everything else alone, in reading order.
  private func groups() -> [[AnnotationRecord]] {
    var groups: [[AnnotationRecord]] = []
    var places: [Int: Int] = [:]
    for annotation in document.annotations {
      guard let quotation = annotation.quotation, quotation.type != .scare else {
        groups.append([annotation])
        continue
      }
      if let index = places[quotation.utterance] {
        groups[index].append(annotation)
      } else {
        places[quotation.utterance] = groups.count
        groups.append([annotation])
      }
    }
    return groups
  }

  private func identifier(_ annotation: AnnotationRecord) -> String {
    "urn:hearsay:annotation:\(names.of(annotation, place))"
  }

  private func item(_ json: inout JSONWriter, _ group: [AnnotationRecord]) {
    let first = group[0]
    let hull = ByteSpan(first.span.start, group.map(\.span.end).max() ?? first.span.end)
    json.object { json in
      json.key("id")
      json.string(identifier(first) + (group.count > 1 ? ":utterance" : ""))
      json.key("type")
      json.raw("\"Annotation\"")
      json.key("motivation")
      json.raw(first.kind == .note ? "\"commenting\"" : "\"classifying\"")
      json.key("created")
      json.string(first.creator.created)
      json.key("creator")
      creator(&json, first.creator)
      json.key("body")
      json.array { json in
        if group.count == 1 {
          json.object { self.body(&$0, first) }
        } else {
          json.object { json in
            json.key("type")
            json.raw("\"Quotation\"")
            json.key("fragments")
            json.array { json in
              for stretch in group { fragment(&json, stretch) }
            }
          }
        }
        if let note = group.count == 1 ? first.note : nil { textual(&json, note) }
      }
      json.key("target")
      target(&json, hull)
    }
  }

  private func creator(_ json: inout JSONWriter, _ creator: CreatorRecord) {
    json.object { json in
      json.key("type")
      json.raw(creator.type == .person ? "\"Person\"" : "\"Software\"")
      json.key("name")
      json.string([creator.name, creator.version].compactMap(\.self).joined(separator: " "))
    }
  }

  private func textual(_ json: inout JSONWriter, _ text: String) {
    json.object { json in
      json.key("type")
      json.raw("\"TextualBody\"")
      json.key("value")
      json.string(text)
      json.key("purpose")
      json.raw("\"commenting\"")
    }
  }

  private func fragment(_ json: inout JSONWriter, _ annotation: AnnotationRecord) {
    json.object { json in
      json.key("id")
      json.string(identifier(annotation))
      body(&json, annotation)
      json.key("creator")
      creator(&json, annotation.creator)
      if let note = annotation.note {
        json.key("note")
        json.string(note)
      }
      json.key("selector")
      selectors(&json, annotation.span)
    }
  }

  private func body(_ json: inout JSONWriter, _ annotation: AnnotationRecord) {
    json.key("type")
    switch annotation.body {
    case .quotation(let quotation):
      json.raw("\"Quotation\"")
      self.quotation(&json, quotation)
    case .date(let date):
      json.raw("\"Date\"")
      strings(
        &json, ("timexType", date.kind.rawValue), ("timexValue", date.value),
        ("timexAnchor", date.anchor), ("timexModifier", date.modifier))
    case .outlet(let outlet):
      json.raw("\"OutletMention\"")
      strings(
        &json, ("outletId", outlet.outletID), ("outletName", outlet.name),
        ("outletRole", outlet.role.rawValue))
    case .note(_, let text):
      json.raw("[\"TextualBody\",\"Note\"]")
      strings(&json, ("value", text))
    }
    strings(&json, ("status", annotation.status.rawValue))
    json.key("confidence")
    json.decimal(annotation.confidence)
  }

  private func quotation(_ json: inout JSONWriter, _ quotation: Quotation) {
    strings(
      &json, ("quotationType", quotation.type.rawValue), ("speaker", quotation.speaker?.name),
      ("speakerId", quotation.speaker?.id), ("speakerKind", quotation.speaker?.kind.rawValue),
      ("speakerRole", quotation.speaker?.role),
      ("parent", quotation.parent.map { "urn:hearsay:annotation:\(names.quotation($0, place))" }))
    if let source = quotation.source {
      json.key("sourceWords")
      selectors(&json, source)
    }
    if let cue = quotation.cue {
      json.key("cue")
      selectors(&json, cue)
    }
  }

  private func strings(_ json: inout JSONWriter, _ pairs: (StaticString, String?)...) {
    for (key, value) in pairs {
      guard let value else { continue }
      json.key(key)
      json.string(value)
    }
  }

  private func target(_ json: inout JSONWriter, _ span: ByteSpan) {
    let record = document.record
    json.object { json in
      json.key("type")
      json.raw("\"SpecificResource\"")
      json.key("source")
      json.object { json in
        json.key("id")
        json.string(record.uri ?? "urn:hearsay:sha256:\(record.sha256)")
        strings(
          &json, ("path", record.path), ("sha256", record.sha256),
          ("articleDate", record.date?.value))
      }
      json.key("selector")
      selectors(&json, span)
    }
  }

  /// Position and quote of a stretch; either finds it.
  private func selectors(_ json: inout JSONWriter, _ span: ByteSpan) {
    let range = place.range(span)
    json.array { json in
      json.object { json in
        json.key("type")
        json.raw("\"TextPositionSelector\"")
        json.key("start")
        json.number(range.lowerBound)
        json.key("end")
        json.number(range.upperBound)
      }
      json.object { json in
        json.key("type")
        json.raw("\"TextQuoteSelector\"")
        json.key("exact")
        json.string(utf8: place.bytes(span))
        json.key("prefix")
        json.string(utf8: place.before(span))
        json.key("suffix")
        json.string(utf8: place.behind(span))
      }
    }
  }
}
