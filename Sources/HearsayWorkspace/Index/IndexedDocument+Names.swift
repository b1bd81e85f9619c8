public import HearsayModel

extension IndexedDocument {
  /// The same document with speakers under the names that were chosen for them; those who share one
  /// now are one.
  public func renamed(by names: CanonicalNames) -> IndexedDocument {
    guard !names.isEmpty else { return self }
    var result = self
    result.people = []
    var numbers: [String: Int] = [:]
    let moved = people.map { person in
      let speaker = names.canonical(Speaker(name: person.name, kind: person.kind))
      if let known = numbers[speaker.name] {
        result.people[known].mentions += person.mentions
        result.people[known].first = result.people[known].first ?? person.first
        return known
      }
      var renamed = person
      renamed.name = speaker.name
      result.people.append(renamed)
      numbers[speaker.name] = result.people.count - 1
      return result.people.count - 1
    }
    for index in sayings.indices {
      result.sayings[index].person = sayings[index].person.map { moved[$0] }
      result.sayings[index].quotedBy = sayings[index].quotedBy.map { moved[$0] }
    }
    return result
  }
}
