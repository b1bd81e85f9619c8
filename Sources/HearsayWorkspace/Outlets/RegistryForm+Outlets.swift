internal import HearsayModel

/// The forms of the registry's parts; `Schemas/outlets.schema.json` says the same to others.
extension RegistryForm {
  /// `{"text": …, "why": …}`.
  static let notOutlet = RegistryForm.object(
    Fields(
      name: "A string that is no outlet", forms: ["text": .text, "why": .text],
      required: ["text", "why"]))

  /// Keys of sources, at least one.
  static let citations = RegistryForm.list(.key, atLeast: 1)
  /// How sure a statement is.
  static let confidence = RegistryForm.choice(["high", "medium", "low"])

  /// A text to cite.
  static let source = RegistryForm.object(
    Fields(
      name: "A source",
      forms: [
        "title": .text, "publisher": .text, "year": .number(1900...2100), "date": .date,
        "url": .address, "licence": .text, "note": .text,
        "type": .choice([
          "primary_legal", "official", "dataset", "database", "academic", "news", "article",
          "encyclopedia", "self", "team",
        ]),
      ], required: ["title", "publisher", "year", "url", "type"]))

  /// One more name.
  static let alias = RegistryForm.object(
    Fields(
      name: "An alias",
      forms: [
        "text": .text, "lang": .text,
        "kind": .choice(["name", "abbr", "native", "former", "legal", "edition"]),
        "ambiguity": ambiguity, "case_sensitive": .flag, "needs_context": .flag,
        "also_person": .flag, "needs_country": .flag, "not_when": .text,
        "also": .list(.key, atLeast: 0),
      ], required: ["text", "kind", "ambiguity", "case_sensitive", "needs_context"]))

  private static let ambiguity = RegistryForm.choice(["none", "low", "medium", "high"])

  /// A domain.
  static let domainEntry = RegistryForm.object(
    Fields(
      name: "A domain", forms: ["domain": .domain, "from": .date, "to": .date, "note": .text],
      required: ["domain"]))

  /// A relation.
  static let link = RegistryForm.object(
    Fields(
      name: "A relation",
      forms: [
        "rel": .choice(OutletRelation.Kind.allCases.map(\.rawValue)), "target": .key,
        "target_name": .text, "from": .date, "to": .date, "as_of": .date,
        "share": .number(0...100),
        "status": .choice(OutletRelation.Status.allCases.map(\.rawValue)),
        "confidence": confidence, "claimed_by": .text, "note": .text, "cite": citations,
      ], required: ["rel", "status", "confidence", "cite"], oneOf: ["target", "target_name"]))

  /// A measure.
  static let action = RegistryForm.object(
    Fields(
      name: "A measure",
      forms: [
        "type": .choice([
          "eu_broadcast_suspension", "eu_asset_freeze", "uk_asset_freeze", "us_ofac", "us_fara",
          "us_foreign_mission", "licence_revoked", "ru_access_restriction", "ru_foreign_agent",
          "ru_undesirable", "other_measure",
        ]), "authority": .text, "instrument": .text, "from": .date, "to": .date, "note": .text,
        "confidence": confidence, "cite": citations,
      ], required: ["type", "authority", "instrument", "from", "confidence", "cite"]))

  /// A class.
  static let classification = RegistryForm.object(
    Fields(
      name: "A classification",
      forms: [
        "scheme": .choice(["state-media-matrix", "team"]), "code": .text, "as_of": .date,
        "confidence": confidence, "cite": citations,
      ], required: ["scheme", "code", "as_of", "confidence", "cite"]))

  /// What a record says of itself, apart from its lists of statements.
  private static let identity: [String: RegistryForm] = [
    "id": .key, "name": .text, "name_ambiguity": ambiguity,
    "entity": .choice([
      "news_agency", "broadcaster", "newspaper", "magazine", "news_site", "republisher",
      "media_group", "company", "government", "movement", "religious_body", "person",
    ]), "country": .country, "languages": .list(.text, atLeast: 0),
    "kind": .choice([
      "state_controlled", "captured_public", "captured_private",
      "independent_state_funded_managed", "independent_state_funded", "independent_state_managed",
      "independent_public", "state_owned_unclassified", "public_law_body", "private_company",
      "private_owner", "member_cooperative", "nonprofit", "party_or_union", "religious_owned",
      "religious_body", "movement_owned", "movement_affiliated_disputed", "movement",
      "government", "undetermined", "not_recorded",
    ]),
    "wikidata": .text, "credit_forms": .list(.text, atLeast: 0),
    "boilerplate": .list(.text, atLeast: 0), "note": .text, "review": .list(.text, atLeast: 0),
    "coverage": .choice(["claims", "identity_only"]), "confidence": confidence, "as_of": .date,
  ]

  /// A whole record.
  static let record = RegistryForm.object(
    Fields(
      name: "A record",
      forms: identity.merging(
        [
          "aliases": .list(alias, atLeast: 0), "domains": .list(domainEntry, atLeast: 0),
          "classifications": .list(classification, atLeast: 0), "links": .list(link, atLeast: 0),
          "actions": .list(action, atLeast: 0),
        ], uniquingKeysWith: { first, _ in first }),
      required: [
        "id", "name", "entity", "languages", "aliases", "domains", "kind", "classifications",
        "links", "actions", "coverage", "confidence", "as_of",
      ]))

  /// Something a team sets aside.
  static let retirement = RegistryForm.object(
    Fields(
      name: "A retirement", forms: ["path": .text, "reason": .text, "cite": citations],
      required: ["path", "reason", "cite"]))

  /// What a team adds to a shipped record; its lists are judged element by element.
  static let patchKeys = [
    "id", "add_aliases", "add_domains", "add_links", "add_actions", "add_classifications", "retire",
  ]
  /// What an overlay may hold.
  static let overlayKeys = [
    "$schema", "extends", "team", "version", "sources", "add", "patch", "mute", "not_outlets",
  ]
}
