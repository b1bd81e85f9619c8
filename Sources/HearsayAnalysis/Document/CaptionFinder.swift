internal import HearsayText

/// Tells whether a paragraph is the caption of a picture: who is seen in it is not who the next
/// sentence speaks of.
enum CaptionFinder {
  /// Tokens at either end that are looked at.
  private static let reach = 10

  /// Whether a picture is named at the beginning, or credited at the end.
  static func isCaption(_ input: ParagraphInput) -> Bool {
    beginsLikeCaption(input) || endsInCredit(input)
  }

  /// “Photo: …”, “Pictured: …”, “File photo of …”, “FILE - …”.
  private static func beginsLikeCaption(_ input: ParagraphInput) -> Bool {
    var place = 0
    while let token = input.token(place), token.kind == .punctuation, place < 2 { place += 1 }
    guard let first = input.token(place), let second = input.token(place + 1) else { return false }
    if pictures.contains(first.hash) { return input.isSign(place + 1, ":") || second.reads("by") }
    guard first.reads("file") else { return false }
    return pictures.contains(second.hash)
      || (first.flags.contains(.allCapitals) && second.kind == .punctuation)
  }

  /// “(Photo: Ana Ruiz)”, “Getty Images”, “AP Photo/Ana Ruiz”.
  private static func endsInCredit(_ input: ParagraphInput) -> Bool {
    let tail = max(0, input.tokens.count - reach)..<input.tokens.count
    for place in tail {
      let token = input.tokens[place]
      guard token.kind == .word else { continue }
      if token.isCapitalized, pictures.contains(token.hash),
        input.isSign(place + 1, ":") || input.isSign(place + 1, "/")
          || input.token(place + 1)?.reads("by") ?? false
          || input.token(place + 1)?.reads("courtesy") ?? false
      {
        return true
      }
      if token.reads("getty"), input.token(place + 1)?.reads("images") ?? false { return true }
    }
    return false
  }

  /// So few that comparing with each is quicker than hashing.
  private static let pictures: [UInt64] =
    (["photo", "photos", "photograph", "photographs", "image", "picture", "pictured", "caption"]
    as [WordHash]).map(\.value)
}
