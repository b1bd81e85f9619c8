internal import HearsayText

/// Writes XML straight into bytes, in the order it is told and without building a tree first.
///
/// What XML 1.0 does not allow in a text, control characters and non-characters, becomes U+FFFD,
/// one for one, so that offsets into the text stay true; ``replaced`` counts them.
struct XMLWriter {
  /// What was written so far.
  private(set) var bytes: [UInt8] = []
  /// How many characters XML does not allow were replaced.
  private(set) var replaced = 0

  private let isHTML: Bool

  /// An empty buffer; for HTML line breaks of every form become LF, since its readers do that too.
  init(reserving capacity: Int = 1 << 14, html: Bool = false) {
    isHTML = html
    bytes.reserveCapacity(capacity)
  }

  /// Writes markup as it is.
  mutating func raw(_ markup: StaticString) {
    markup.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Writes markup as it is; pass nothing that came from outside.
  mutating func raw(_ markup: String) { bytes.append(contentsOf: markup.utf8) }

  /// Writes an opening tag; attributes that are nil are left out.
  mutating func open(_ name: String, _ attributes: [(String, String?)] = []) {
    tag(name, attributes)
    bytes.append(0x3E)
  }

  /// Writes an element without content.
  mutating func empty(_ name: String, _ attributes: [(String, String?)] = []) {
    tag(name, attributes)
    bytes.append(0x2F)
    bytes.append(0x3E)
  }

  /// Writes a closing tag.
  mutating func close(_ name: String) {
    bytes.append(0x3C)
    bytes.append(0x2F)
    raw(name)
    bytes.append(0x3E)
  }

  /// Writes an element that holds nothing but text.
  mutating func element(_ name: String, _ attributes: [(String, String?)] = [], text: String) {
    open(name, attributes)
    self.text(Array(text.utf8)[...])
    close(name)
  }

  /// Writes text between tags.
  mutating func text(_ text: ArraySlice<UInt8>) { escape(text, inAttribute: false) }

  private mutating func tag(_ name: String, _ attributes: [(String, String?)]) {
    bytes.append(0x3C)
    raw(name)
    for (key, value) in attributes {
      guard let value else { continue }
      bytes.append(0x20)
      raw(key)
      bytes.append(0x3D)
      bytes.append(0x22)
      escape(Array(value.utf8)[...], inAttribute: true)
      bytes.append(0x22)
    }
  }

  /// Line breaks and tabs of an attribute, and a carriage return anywhere, would be read as other
  /// characters, so they are written as references (XML 1.0, 2.11 and 3.3.3).
  private mutating func escape(_ text: ArraySlice<UInt8>, inAttribute: Bool) {
    var start = text.startIndex
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      if byte >= 0x3F, byte != 0x7F, byte < 0xC2 || byte > 0xC2 && byte != 0xEF {
        index += 1
        continue
      }
      guard let (reference, length) = replacement(text, index, inAttribute) else {
        index += 1
        continue
      }
      bytes.append(contentsOf: text[start..<index])
      raw(reference)
      index += length
      start = index
    }
    bytes.append(contentsOf: text[start..<text.endIndex])
  }

  /// What stands for the character at an index, and its length; nil where it stands for itself.
  private mutating func replacement(
    _ text: ArraySlice<UInt8>, _ index: Int, _ inAttribute: Bool
  ) -> (StaticString, Int)? {
    switch text[index] {
    case 0x26: return ("&amp;", 1)
    case 0x3C: return ("&lt;", 1)
    case 0x3E: return ("&gt;", 1)
    case 0x22: return inAttribute ? ("&quot;", 1) : nil
    case 0x0D where isHTML:
      let isPair = index + 1 < text.endIndex && text[index + 1] == 0x0A
      return ("\n", isPair ? 2 : 1)
    case 0x0D: return ("&#13;", 1)
    case 0x0A: return inAttribute ? ("&#10;", 1) : nil
    case 0x09: return inAttribute ? ("&#9;", 1) : nil
    case 0..<0x20:
      replaced += 1
      return ("\u{FFFD}", 1)
    case 0xEF where index + 2 < text.endIndex && text[index + 1] == 0xBF && text[index + 2] >= 0xBE:
      // U+FFFE and U+FFFF.
      replaced += 1
      return ("\u{FFFD}", 3)
    case 0xC2 where !isHTML && index + 1 < text.endIndex && text[index + 1] == 0x85:
      return ("&#x85;", 2)
    default: return nil
    }
  }
}
