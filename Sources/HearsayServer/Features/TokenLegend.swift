internal import HearsayModel
internal import HearsayProtocol

/// What a semantic token stands for; the raw value is the type's number, and of two that overlap
/// the greater one is shown.
enum TokenKind: UInt32, CaseIterable, Comparable {
  /// What somebody says.
  case quotation = 0
  /// A time expression.
  case date = 1
  /// An outlet mention.
  case outlet = 2
  /// The words that name who is credited.
  case source = 3
  /// The words that credit.
  case cue = 4

  /// The type's own name.
  var name: String { "\(self)" }

  /// Standard types that come nearest, the best first.
  var standard: [String] {
    switch self {
    case .quotation: ["string"]
    case .date: ["number", "enumMember"]
    case .outlet: ["namespace", "type"]
    case .source: ["class", "type", "variable"]
    case .cue: ["keyword", "function"]
    }
  }

  static func < (left: TokenKind, right: TokenKind) -> Bool { left.rawValue < right.rawValue }
}

/// What a semantic token's bits stand for.
struct TokenTraits: OptionSet, Hashable {
  let rawValue: UInt32

  /// A whole utterance stands inside the marks.
  static let direct = TokenTraits(rawValue: 1)
  /// A fragment does.
  static let mixed = TokenTraits(rawValue: 2)
  /// A paraphrase.
  static let indirect = TokenTraits(rawValue: 4)
  /// Nobody is credited.
  static let scare = TokenTraits(rawValue: 8)
  /// A person has decided on it.
  static let decided = TokenTraits(rawValue: 16)

  /// The bits' names, the lowest first.
  static let names = ["direct", "mixed", "indirect", "scare", "decided"]

  /// The bit of a quotation's type.
  init(_ type: QuotationType) {
    switch type {
    case .direct: self = .direct
    case .mixed: self = .mixed
    case .indirect: self = .indirect
    case .scare: self = .scare
    }
  }

  init(rawValue: UInt32) { self.rawValue = rawValue }
}

extension SemanticTokensLegend {
  /// Our own names where the client has colours for them or does not say for what; else the nearest
  /// standard ones it has.
  init(for client: ClientProfile) {
    let known = Set(client.tokenTypes)
    let types = TokenKind.allCases.map { kind in
      if known.isEmpty || known.contains(kind.name) { return kind.name }
      return kind.standard.first(where: known.contains) ?? kind.name
    }
    self.init(types: types, modifiers: TokenTraits.names)
  }
}
