internal import HearsayModel

/// Writes a note for people: as Markdown with links, or as plain text.
public struct OutletNoteWriter {
  /// How the text is marked up.
  public enum Markup: Hashable, Sendable {
    /// No markup.
    case plain
    /// GitHub's Markdown.
    case markdown
  }

  private let markup: Markup
  private let catalogue: OutletCatalogue

  /// A writer of notes of a catalogue, whose version stands under each.
  public init(_ catalogue: OutletCatalogue, markup: Markup) {
    self.catalogue = catalogue
    self.markup = markup
  }

  /// The note as text, without a line break at its end.
  public func text(_ note: OutletNote) -> String {
    var blocks = [heading(note)]
    if let identification = note.identification { blocks.append(escaped(identification)) }
    blocks.append(list(note.lines.map { line($0, in: note) }))
    if !note.retired.isEmpty {
      let items = note.retired.map { statement($0, in: note) }
      blocks.append(escaped("Set aside by \(catalogue.team ?? "a team")") + ":\n" + list(items))
    }
    if !note.remarks.isEmpty { blocks.append(note.remarks.map(escaped).joined(separator: "\n")) }
    if !note.citations.isEmpty {
      blocks.append("Sources:\n" + note.citations.map(source).joined(separator: "\n"))
    }
    blocks.append(escaped(imprint))
    return blocks.joined(separator: markup == .markdown ? "\n\n" : "\n")
  }

  /// What the registry knows of an outlet's republishing in general, or nil for nothing; this is
  /// not what the text at hand says.
  public func republication(_ note: OutletNote) -> String? {
    guard let line = note.lines.last, !line.statements.isEmpty else { return nil }
    let statements = line.statements.map { statement in
      let links = note.citations.filter { statement.citations.contains($0.key) }.map(reference)
      return escaped(statement.text) + " (\(links.joined(separator: "; ")))"
    }
    return "\(escaped(note.title)) \(statements.joined(separator: "; "))"
  }

  /// A source in few words, as a link where it can be one.
  private func reference(_ citation: OutletNote.Citation) -> String {
    guard let source = citation.source else { return escaped(citation.key) }
    let words = escaped("\(source.publisher), \(source.date ?? String(source.year))")
    guard let url = webAddress(citation) else { return words }
    return markup == .markdown ? "[\(words)](\(url))" : "\(words), \(url)"
  }

  /// The version line under every note.
  var imprint: String {
    let team = catalogue.overlay.map { overlay in
      let version = overlay.version.isEmpty ? "" : " \(overlay.version)"
      return ", overlay of \(overlay.team)\(version)"
    }
    return "Outlet registry \(catalogue.version)\(team ?? "")"
  }

  private func heading(_ note: OutletNote) -> String {
    switch markup {
    case .plain: "\(note.title) · \(note.subtitle)"
    case .markdown: "**\(escaped(note.title))** · \(escaped(note.subtitle))"
    }
  }

  private func list(_ items: [String]) -> String {
    items.map { markup == .markdown ? "- \($0)" : "  \($0)" }.joined(separator: "\n")
  }

  private func line(_ line: OutletNote.Line, in note: OutletNote) -> String {
    let value =
      line.statements.isEmpty
      ? line.blank : line.statements.map { statement($0, in: note) }.joined(separator: "; ")
    return "\(line.label): \(value)"
  }

  private func statement(_ statement: OutletNote.Statement, in note: OutletNote) -> String {
    let numbers = note.numbers(statement).map { "[\($0)]" }
    return escaped(statement.text) + (numbers.isEmpty ? "" : " \(numbers.joined(separator: ""))")
  }

  private func source(_ citation: OutletNote.Citation) -> String {
    guard let source = citation.source else { return "[\(citation.number)] \(citation.key)" }
    let date = source.date ?? String(source.year)
    let tail = "\(source.publisher), \(date)"
    switch markup {
    case .plain:
      return "  [\(citation.number)] \(source.title). \(tail). \(source.url)"
    case .markdown:
      let title = escaped(source.title)
      let linked = webAddress(citation).map { "[\(title)](\($0))" } ?? title
      return "\(citation.number). \(linked), \(escaped(tail))"
    }
  }

  /// The source's address where it is one a browser opens, with brackets and spaces escaped.
  private func webAddress(_ citation: OutletNote.Citation) -> String? {
    guard let url = citation.source?.url, url.hasPrefix("http") else { return nil }
    return url.replacing("(", with: "%28").replacing(")", with: "%29").replacing(" ", with: "%20")
  }

  private func escaped(_ text: String) -> String {
    switch markup {
    case .plain: text.replacing("\n", with: " ")
    case .markdown: Markdown.escaped(text)
    }
  }
}
