internal import HearsayModel

/// Writes what detection needs of an overlay, in the notation of the registry's lines.
struct OverlayLines {
  private(set) var text = ""

  /// The lines of an overlay.
  init(_ overlay: OutletOverlay) {
    for string in overlay.notOutlets { add("not", string) }
    for entry in overlay.added {
      add("outlet", entry.id)
      add("name", entry.name)
      if let country = entry.country { add("country", country) }
      add("entity", entry.entity)
      add("ambiguity", entry.nameAmbiguity)
      write(entry.aliases, entry.domains)
      for form in entry.creditForms { add("credit", form) }
      for phrase in entry.boilerplate { add("boilerplate", phrase) }
    }
    for patch in overlay.patches where !patch.aliases.isEmpty || !patch.domains.isEmpty {
      add("more", patch.id)
      write(patch.aliases, patch.domains)
    }
    for id in overlay.muted { add("mute", id) }
  }

  private mutating func write(_ aliases: [OutletEntry.Alias], _ domains: [String]) {
    for alias in aliases {
      var flags = [alias.ambiguity]
      if alias.isCaseSensitive { flags.append("case") }
      if alias.needsContext { flags.append("context") }
      if alias.needsCountry { flags.append("base") }
      if alias.isPersonal { flags.append("people") }
      if let language = alias.language { flags.append("lang=\(language)") }
      if !alias.also.isEmpty { flags.append("also=\(alias.also.joined(separator: "+"))") }
      add("alias", "\(flags.joined(separator: ",")) \(alias.text)")
    }
    for domain in domains { add("domain", domain) }
  }

  /// One fact; what would break the line becomes a space.
  private mutating func add(_ key: String, _ value: String) {
    text += "\(key) \(value.replacing("\n", with: " "))\n"
  }
}
