internal import HearsayJSON
internal import HearsayModel
internal import HearsayText

/// The parts of a JSON line that tell through whom a text came, and what decided between outlets.
struct OutletJSON {
  private let place: TextPlaces

  /// Parts of lines about a text whose places are counted in code points.
  init(_ place: TextPlaces) { self.place = place }

  /// `registry` and `chain` of a document.
  func document(_ json: inout JSONWriter, _ document: DocumentRecord) {
    if let registry = document.registry {
      json.key("registry")
      json.string(registry)
    }
    guard !document.chain.isEmpty else { return }
    json.key("chain")
    json.array { json in
      for step in document.chain.steps { self.step(&json, step) }
    }
  }

  private func step(_ json: inout JSONWriter, _ step: OutletChain.Step) {
    json.object { json in
      json.key("outlet")
      json.string(step.outletID)
      json.key("name")
      json.string(step.name)
      json.key("role")
      json.string(step.role.rawValue)
      json.key("evidence")
      json.array { json in
        for evidence in step.evidence { json.string(evidence.rawValue) }
      }
      json.key("at")
      stretch(&json, step.span)
    }
  }

  /// `decision` of an outlet mention, null where nothing had to be decided.
  func decision(_ json: inout JSONWriter, _ decision: OutletDecision?) {
    json.key("decision")
    guard let decision else { return json.null() }
    json.object { json in
      json.key("by")
      json.string(decision.kind.rawValue)
      json.key("cue")
      stretch(&json, decision.span)
    }
  }

  private func stretch(_ json: inout JSONWriter, _ span: ByteSpan?) {
    guard let span else { return json.null() }
    json.object { json in
      json.key("start")
      json.number(place.offset(span.start))
      json.key("end")
      json.number(place.offset(span.end))
      json.key("exact")
      json.string(utf8: place.bytes(span))
    }
  }
}
