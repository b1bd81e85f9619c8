/// A short Arabic word that is written together with the name behind it.
enum ArabicPrefix: Sendable {
  /// None.
  case none
  /// لـ, to: whom somebody told.
  case to
  /// و, بـ: and, by.
  case other

  /// The name as it is, and for one in Arabic with every prefix.
  static func forms(of alias: OutletRecord.Alias) -> [(ArabicPrefix, String)] {
    guard alias.language == "ar" || alias.language == nil,
      let first = alias.text.unicodeScalars.first, (0x0620...0x064A).contains(first.value)
    else { return [(.none, alias.text)] }
    // The article loses its alif behind لـ.
    let told = alias.text.hasPrefix("ال") ? "ل" + alias.text.dropFirst() : "ل" + alias.text
    return [
      (.none, alias.text), (.to, told), (.other, "و" + alias.text), (.other, "ب" + alias.text),
    ]
  }
}
