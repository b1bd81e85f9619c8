internal import HearsayJSON

/// The form that a JSON value must have, as the schemas in `Schemas/` say it.
indirect enum RegistryForm: Sendable {
  /// A string of at least one character.
  case text
  /// Letters, digits and hyphens, as ids and source keys are.
  case key
  /// A year, month or day.
  case date
  /// One of these strings.
  case choice([String])
  /// A number in a range.
  case number(ClosedRange<Double>)
  /// `true` or `false`.
  case flag
  /// Two capital letters.
  case country
  /// A host name in lower case.
  case domain
  /// A web address or URN.
  case address
  /// Three numbers with dots.
  case version
  /// An array with at least so many elements of a form.
  case list(RegistryForm, atLeast: Int)
  /// An object.
  case object(Fields)

  /// The members of an object.
  struct Fields: Sendable {
    /// What the object is called in messages.
    let name: String
    /// Forms by key.
    let forms: [String: RegistryForm]
    /// Keys that must be there.
    let required: [String]
    /// One of these must be there, if any is listed.
    var oneOf: [String] = []
  }

  /// Whether a value has the form; what is wrong is added to `problems` with its place.
  ///
  /// Elements of lists are judged one by one: a list is good where it is a list, and
  /// ``good(_:_:)`` gives the elements that can be used.
  func accepts(_ node: JSONNode, _ problems: inout [OverlayProblem]) -> Bool {
    switch self {
    case .list(let form, let count):
      guard case .array(let elements) = node.value else {
        return refuse(node, "a list", &problems)
      }
      guard elements.count >= count else {
        return refuse(node, "a list with an element", &problems)
      }
      var isGood = true
      for element in elements where !form.accepts(element, &problems) { isGood = false }
      return isGood
    case .object(let fields): return accepts(node, fields, &problems)
    case .flag: return node.bool != nil || refuse(node, "true or false", &problems)
    case .number(let range):
      if let number = node.number, range.contains(number) { return true }
      let limits = "\(Int(range.lowerBound)) to \(Int(range.upperBound))"
      return refuse(node, "a number from \(limits)", &problems)
    default:
      if let text = node.string, fits(text) { return true }
      return refuse(node, description, &problems)
    }
  }

  private func refuse(
    _ node: JSONNode, _ wanted: String, _ problems: inout [OverlayProblem]
  ) -> Bool {
    problems.append(OverlayProblem(.wrongForm, node.range, "Here must stand \(wanted)."))
    return false
  }

  private func accepts(
    _ node: JSONNode, _ fields: Fields, _ problems: inout [OverlayProblem]
  ) -> Bool {
    guard case .object(let members) = node.value else {
      return refuse(node, "an object: \(fields.name)", &problems)
    }
    var isGood = true
    func complain(_ range: Range<Int>, _ message: String) {
      problems.append(OverlayProblem(.wrongForm, range, message))
      isGood = false
    }
    let keys = Set(members.map(\.key))
    for key in fields.required where !keys.contains(key) {
      complain(node.range.prefix(1), "\(fields.name) needs “\(key)”.")
    }
    if !fields.oneOf.isEmpty, keys.isDisjoint(with: fields.oneOf) {
      let wanted = fields.oneOf.map { "“\($0)”" }.joined(separator: " or ")
      complain(node.range.prefix(1), "\(fields.name) needs \(wanted).")
    }
    for member in members {
      guard let form = fields.forms[member.key] else {
        complain(member.keyRange, "\(fields.name) has no key “\(member.key)”.")
        continue
      }
      if !form.accepts(member.value, &problems) { isGood = false }
    }
    return isGood
  }

  /// What must stand there, as words behind “Here must stand”.
  private var description: String {
    switch self {
    case .text: "a string that is not empty"
    case .key: "a key of small letters, digits and hyphens"
    case .date: "a date such as 2024, 2024-03 or 2024-03-05"
    case .choice(let choices): "one of \(choices.joined(separator: ", "))"
    case .country: "a country in two capital letters"
    case .domain: "a domain in small letters, such as example.org"
    case .address: "an address that begins with https://, http:// or urn:"
    case .version: "a version such as 1.0.0"
    case .list, .object, .flag, .number: "another value"
    }
  }

  private func fits(_ text: String) -> Bool {
    switch self {
    case .text: return !text.isEmpty
    case .key:
      return !text.isEmpty && text.utf8.count <= 64 && !text.hasPrefix("-")
        && text.utf8.allSatisfy { isSmall($0) || isDigit($0) || $0 == 0x2D }
    case .date: return RegistryDate(text) != nil
    case .choice(let choices): return choices.contains(text)
    case .country:
      return text.utf8.count == 2 && text.utf8.allSatisfy { (0x41...0x5A).contains($0) }
    case .domain:
      return text.contains(".") && !text.hasPrefix(".") && !text.hasSuffix(".")
        && text.utf8.allSatisfy { isSmall($0) || isDigit($0) || $0 == 0x2D || $0 == 0x2E }
    case .address: return ["https://", "http://", "urn:"].contains { text.hasPrefix($0) }
    case .version:
      let parts = text.split(separator: ".", omittingEmptySubsequences: false)
      return parts.count == 3 && parts.allSatisfy { Int($0) != nil }
    case .list, .object, .flag, .number: return false
    }
  }

  private func isSmall(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
  private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}

extension Range<Int> {
  /// The first elements, at most as many as there are.
  func prefix(_ count: Int) -> Range<Int> {
    lowerBound..<Swift.min(upperBound, lowerBound + count)
  }
}
