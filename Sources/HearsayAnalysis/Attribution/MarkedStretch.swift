internal import HearsayText

/// Quotation marks that belong together, with what stands between them.
struct MarkedStretch: Hashable, Sendable {
  /// Index of the opening mark's first token.
  let first: Int
  /// Index of the closing mark's last token; the paragraph's last token where it never closes.
  let last: Int
  /// Token indices between the marks.
  let content: Range<Int>
  /// Whether a closing mark was found in the paragraph.
  let isClosed: Bool
  /// Whether the marks are single ones.
  let isSingle: Bool
  /// Whether the marks are two apostrophes on either side, ''as here''.
  ///
  /// They hold a sentence together, but are wiki markup as often as marks: nothing is a quotation by
  /// them alone.
  let isTypewritten: Bool
}

/// The part a sign can play in a pair of quotation marks.
enum MarkSign {
  case straightDouble
  case openDouble
  case closeDouble
  case lowDouble
  case guillemetLeft
  case guillemetRight
  case straightSingle
  case openSingle
  case closeSingle
  case lowSingle
  case backtick

  /// Whether it belongs to a pair of double marks, or of guillemets.
  var isDouble: Bool {
    switch self {
    case .straightDouble, .openDouble, .closeDouble, .lowDouble, .guillemetLeft, .guillemetRight:
      true
    case .straightSingle, .openSingle, .closeSingle, .lowSingle, .backtick: false
    }
  }

  /// The sign a mark token stands for.
  static func of(_ token: Token, _ bytes: [UInt8]) -> MarkSign? {
    guard token.kind == .mark else { return nil }
    switch bytes[token.start] {
    case UInt8(ascii: "\""): return .straightDouble
    case UInt8(ascii: "'"): return .straightSingle
    case UInt8(ascii: "`"): return .backtick
    default: break
    }
    let scalar = bytes.withUnsafeBufferPointer { ScalarReader.read($0, at: token.start).0 }
    switch scalar {
    case 0x201C, 0x201F, 0x300C, 0x300E: return .openDouble
    case 0x201D, 0x300D, 0x300F: return .closeDouble
    case 0x201E: return .lowDouble
    case 0xAB: return .guillemetLeft
    case 0xBB: return .guillemetRight
    case 0x2018, 0x201B, 0x2039: return .openSingle
    case 0x2019, 0x203A: return .closeSingle
    case 0x201A: return .lowSingle
    default: return nil
    }
  }
}
