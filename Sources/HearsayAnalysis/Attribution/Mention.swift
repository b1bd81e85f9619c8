internal import HearsayText

/// Words that refer to somebody or something that can speak.
struct Mention: Hashable, Sendable {
  /// What the words are.
  enum Kind: UInt8, Sendable {
    /// A name that a title, a role or a given name shows to be a person's.
    case person
    /// A name of a person, an organisation or a place; nothing here decides.
    case name
    /// An organisation by name or noun.
    case organisation
    /// A person by role: “the minister”.
    case role
    /// Several people: “US officials”.
    case collective
    /// A document that speaks: “the statement”.
    case document
    /// A country or city that stands for its government.
    case place
    /// he
    case masculinePronoun
    /// she
    case femininePronoun
    /// they
    case pluralPronoun
    /// it
    case neuterPronoun
    /// I, we
    case firstPerson
    /// Any other noun phrase before a cue.
    case other
  }

  /// Grammatical gender as far as titles and given names tell.
  enum Gender: UInt8, Sendable {
    case unknown
    case male
    case female
  }

  /// The whole noun phrase as token indices.
  let tokens: Range<Int>
  /// The bare name inside it, or nil.
  let name: Range<Int>?
  /// What the words are.
  let kind: Kind
  /// What titles and given names tell.
  let gender: Gender
  /// Whether the phrase begins with the, this, his … and so points at somebody known.
  let isDefinite: Bool

  /// Whether a person is meant.
  var isPersonal: Bool {
    switch kind {
    case .person, .name, .role, .masculinePronoun, .femininePronoun: true
    default: false
    }
  }

  /// Whether it can be a source at all.
  var canSpeak: Bool { kind != .other }

  /// The same words as an organisation's name.
  var asOrganisation: Mention {
    Mention(
      tokens: tokens, name: name, kind: .organisation, gender: .unknown, isDefinite: isDefinite)
  }
}
