internal import HearsayModel

/// The words for what the registry says in codes.
enum RelationWording {
  /// A relation as a statement; `age` says of when it is, or nothing.
  static func text(_ relation: OutletRelation, name: String, age: String) -> String {
    var text = core(relation.kind, name)
    if let share = relation.share { text += " (\(percent(share)) %)" }
    switch (relation.from, relation.to) {
    case (let from?, let to?): text += ", \(from) to \(to)"
    case (let from?, nil): text += ", since \(from)"
    case (nil, let to?): text += ", until \(to)"
    case (nil, nil): break
    }
    if let claimant = relation.claimedBy {
      text += ", according to \(claimant.replacing("; ", with: " and "))"
    }
    if let status = status(relation.status) { text += " (\(status))" }
    text += age
    if let note = relation.note { text += ". \(note.withoutFullStop)" }
    return text
  }

  private static func core(_ kind: OutletRelation.Kind, _ name: String) -> String {
    switch kind {
    case .ownedBy, .operatedBy, .fundedBy, .controlledBy: name
    case .partOf: "part of \(name)"
    case .publishedBy: "published by \(name)"
    case .foundedBy: "founded by \(name)"
    case .editedBy: "edited by \(name)"
    case .affiliatedWith: "affiliated with \(name)"
    case .affiliationDenied: "affiliation with \(name) denied"
    case .editorialIndependenceClaimed: "editorial independence stated (\(name))"
    case .reply: "reply by \(name)"
    case .legalForm: "legal form: \(name)"
    case .specialShare: "special share: \(name)"
    case .successorOf: "successor of \(name)"
    case .distinctFrom: "separate from \(name)"
    case .memberOf: "member of \(name)"
    case .memberSuspended: "membership of \(name) suspended"
    case .acquisitionAgreed: "sale to \(name) agreed"
    case .republishes: "has republished \(name)"
    case .creditsImagesFrom: "has credited images to \(name)"
    }
  }

  private static func status(_ status: OutletRelation.Status) -> String? {
    switch status {
    case .asserted: nil
    case .disputed: "disputed"
    case .announced: "announced"
    case .notDisclosed: "not disclosed"
    case .retracted: "withdrawn"
    }
  }

  /// At most two digits behind the point, none where it is whole.
  private static func percent(_ share: Double) -> String {
    let hundredths = Int((min(100, max(0, share)) * 100).rounded())
    if hundredths % 100 == 0 { return String(hundredths / 100) }
    let rest = hundredths % 100
    let digits = rest % 10 == 0 ? String(rest / 10) : (rest < 10 ? "0" : "") + String(rest)
    return "\(hundredths / 100).\(digits)"
  }

  /// What a measure is called.
  static func name(ofMeasure kind: String) -> String {
    switch kind {
    case "eu_broadcast_suspension": "broadcasting suspended"
    case "eu_asset_freeze", "uk_asset_freeze": "assets frozen"
    case "us_ofac": "listed by OFAC"
    case "us_fara": "registered under FARA"
    case "us_foreign_mission": "treated as a foreign mission"
    case "licence_revoked": "licence revoked"
    case "ru_access_restriction": "access restricted"
    case "ru_foreign_agent": "listed as a “foreign agent”"
    case "ru_undesirable": "declared an “undesirable organisation”"
    default: "measure"
    }
  }

  /// Who made a typology.
  static func author(_ scheme: String, _ source: OutletSource) -> String {
    scheme == "state-media-matrix" ? "State Media Monitor" : source.publisher
  }

  /// A class as its typology names it, with its code.
  static func name(ofClass code: String, in scheme: String) -> String {
    guard scheme == "state-media-matrix" else { return "“\(code)”" }
    let name: String? =
      switch code {
      case "SC": "state-controlled"
      case "CaPu": "captured public or state-managed"
      case "CaPr": "captured private"
      case "ISFM": "independent, state-funded and state-managed"
      case "ISF": "independent, state-funded"
      case "ISM": "independent, state-managed"
      case "IP": "independent public"
      default: nil
      }
    return name.map { "class \(code), “\($0)”" } ?? "class \(code)"
  }
}
