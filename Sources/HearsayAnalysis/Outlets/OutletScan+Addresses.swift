internal import HearsayModel
internal import HearsayText

/// Addresses: `https://rt.com/…`, `www.tass.ru`, a bare `meduza.io`.
extension OutletScan {
  /// Passes over an address that begins at a token and reports its outlet if it is registered;
  /// index of the first token behind it, or nil where none begins.
  mutating func address(at index: Int) -> Int? {
    let token = input.tokens[index]
    let bytes = input.bytes
    guard token.end < bytes.count else { return nil }
    let next = bytes[token.end]
    guard next == UInt8(ascii: ".") || next == UInt8(ascii: ":") else { return nil }
    if next == UInt8(ascii: ":") { return addressWithScheme(at: index) }
    // Inside a chain of labels all was tried at its beginning.
    if token.start > 0, bytes[token.start - 1] == UInt8(ascii: "."),
      !token.flags.contains(.spaceBefore)
    {
      return nil
    }
    let host = hostEnd(from: token.start)
    guard host > token.end, host - token.start <= OutletScan.longestHost else { return nil }
    let name = lowercased(token.start..<host)
    guard let owner = registry.owner(ofHost: name[...]) else {
      return isHost(name) ? firstToken(from: pathEnd(from: host), after: index) : nil
    }
    // An e-mail address names no page.
    if token.start > 0, bytes[token.start - 1] == UInt8(ascii: "@") {
      return firstToken(from: host, after: index)
    }
    let end = pathEnd(from: host)
    let after = firstToken(from: end, after: index)
    append(index..<after, ByteSpan(token.start, end), owner, isWhole: end == host, nil)
    return after
  }

  /// Whether a dot or colon stands at a byte behind which an address can go on.
  @inline(__always)
  static func mayBeginAddress(_ bytes: UnsafeBufferPointer<UInt8>, _ end: Int) -> Bool {
    guard end &+ 1 < bytes.count else { return false }
    switch bytes[end] {
    case UInt8(ascii: "."): return isHostByte(bytes[end &+ 1])
    case UInt8(ascii: ":"): return bytes[end &+ 1] == UInt8(ascii: "/")
    default: return false
    }
  }

  private mutating func addressWithScheme(at index: Int) -> Int? {
    let token = input.tokens[index]
    let bytes = input.bytes
    let start = token.end + 3
    guard token.reads("https") || token.reads("http"), start < bytes.count,
      bytes[token.end + 1] == UInt8(ascii: "/"), bytes[token.end + 2] == UInt8(ascii: "/")
    else { return nil }
    let host = hostEnd(from: start)
    let end = pathEnd(from: host)
    let after = firstToken(from: end, after: index)
    guard host > start, host - start <= OutletScan.longestHost,
      let owner = registry.owner(ofHost: lowercased(start..<host)[...])
    else { return after }
    let isAlone = token.flags.contains(.lineStart) && endsLine(end)
    let rule = isAlone && end > host + 1 ? OutletRule.pageAddress : OutletRule.link
    append(index..<after, ByteSpan(token.start, end), owner, isWhole: false, rule)
    return after
  }

  /// A host alone may be the outlet's name (“Lenta.ru reported”), so the words around it count.
  private mutating func append(
    _ tokens: Range<Int>, _ span: ByteSpan, _ owner: Int32, isWhole: Bool, _ rule: String?
  ) {
    var name = OutletName(
      tokens: tokens, span: span, candidates: [owner], needsContext: false, isPersonal: false,
      ambiguity: .none, hasArticle: false)
    name.isAddress = true
    if !isWhole {
      name.construction = OutletConstruction(.link, rule ?? OutletRule.link, 0.97)
    }
    names.append(name)
  }

  /// One past the last byte of letters, digits, hyphens and inner dots.
  private func hostEnd(from start: Int) -> Int {
    var end = start
    let bytes = input.bytes
    let limit = min(bytes.count, start + OutletScan.longestHost + 1)
    while end < limit, OutletScan.isHostByte(bytes[end]) { end += 1 }
    while end > start, bytes[end - 1] == UInt8(ascii: ".") || bytes[end - 1] == UInt8(ascii: "-") {
      end -= 1
    }
    return end
  }

  /// Longest name the domain name system knows, in bytes.
  private static let longestHost = 253

  private static func isHostByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E: true
    default: false
    }
  }

  /// The path behind a host, without the punctuation of the sentence around it.
  private func pathEnd(from host: Int) -> Int {
    let bytes = input.bytes
    guard host < bytes.count else { return host }
    switch bytes[host] {
    case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: ":"): break
    default: return host
    }
    var end = host
    while end < bytes.count, bytes[end] > 0x20, bytes[end] < 0x7F,
      !OutletScan.isAddressStop(bytes[end])
    {
      end += 1
    }
    while end > host, OutletScan.isTrailing(bytes[end - 1]) { end -= 1 }
    return end
  }

  private static func isAddressStop(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "`"),
      UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "|"):
      true
    default: false
    }
  }

  private static func isTrailing(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"),
      UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ")"), UInt8(ascii: "'"):
      true
    default: false
    }
  }

  /// Whether a host that nobody registered looks like one: last label two or more small letters.
  private func isHost(_ name: [UInt8]) -> Bool {
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")), name.count - dot > 2 else {
      return false
    }
    return name.starts(with: Array("www.".utf8))
      || OutletScan.commonEndings.contains(
        WordHash.of(name[(dot + 1)...]))
  }

  private static let commonEndings: Set<UInt64> = [
    WordHash("com").value, WordHash("org").value, WordHash("net").value, WordHash("info").value,
    WordHash("ru").value, WordHash("uk").value, WordHash("ir").value, WordHash("de").value,
    WordHash("tv").value, WordHash("io").value,
  ]

  private func lowercased(_ range: Range<Int>) -> [UInt8] {
    input.bytes[range].map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
  }

  /// The first token that begins at or behind a byte.
  private func firstToken(from byte: Int, after index: Int) -> Int {
    var next = index + 1
    while let token = input.token(next), token.start < byte { next += 1 }
    return next
  }

  private func endsLine(_ byte: Int) -> Bool {
    for value in input.bytes[byte...] {
      if value == 0x0A || value == 0x0D { return true }
      if value > 0x20 { return false }
    }
    return true
  }
}
