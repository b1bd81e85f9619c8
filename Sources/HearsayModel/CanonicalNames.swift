/// The names that people have chosen for speakers of a project, by the id of the name in the text.
public struct CanonicalNames: Hashable, Sendable {
  /// The chosen name by the id of the name it stands for; none stands for one that has a choice
  /// itself.
  public var names: [String: String]

  /// Some choices.
  public init(_ names: [String: String] = [:]) { self.names = names }

  /// Whether nothing was chosen.
  public var isEmpty: Bool { names.isEmpty }

  /// The speaker under the chosen name.
  public func canonical(_ speaker: Speaker) -> Speaker {
    guard !names.isEmpty, let name = names[speaker.id] else { return speaker }
    return Speaker(name: name, kind: speaker.kind, role: speaker.role)
  }

  /// The ids of the names in texts that are shown under an id.
  public func originals(of id: String) -> Set<String> {
    guard !names.isEmpty else { return [id] }
    var result: Set<String> = names[id] == nil ? [id] : []
    for (original, name) in names where Speaker(name: name, kind: .person).id == id {
      result.insert(original)
    }
    return result
  }

  /// What changes when the speaker that is shown under a name is to be shown under another; a name
  /// that is as the text has it needs no choice.
  public func changes(renaming name: String, to new: String) -> [FieldChange] {
    let id = Speaker(name: name, kind: .person).id
    return originals(of: id).sorted().compactMap { original in
      let before = names[original].map { FieldValue.text($0) }
      let isOwn = original == id && names[id] == nil && name == new
      let after: FieldValue? = isOwn ? nil : .text(new)
      return before == after
        ? nil : FieldChange(.speaker(original), .name, from: before, to: after)
    }
  }
}
