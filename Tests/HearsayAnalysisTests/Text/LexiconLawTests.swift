import HearsayAnalysis
import HearsayTestSupport
import Testing

/// What holds for any list of words: those in it are found with all their classes, no other is.
@Suite struct LexiconLawTests {
  /// A word of letters, so that it is one token, by its number.
  private func word(_ number: Int) -> String {
    var rest = number
    var letters = "w"
    repeat {
      letters.append(Character(Unicode.Scalar(UInt8(ascii: "a") + UInt8(rest % 26))))
      rest /= 26
    } while rest > 0
    return letters
  }

  @Test(arguments: [0, 1, 2, 3, 7, 8, 63, 64, 65, 500, 4_095, 4_096, 4_097])
  func `a word has the classes it is listed in`(count: Int) {
    let listed = (0..<count).map { word($0 * 3) }
    let again = listed.enumerated().filter { $0.offset.isMultiple(of: 5) }.map(\.element)
    let file =
      "[cue-verb]\n" + listed.joined(separator: " ") + "\n[title]\n"
      + again.joined(separator: " ")
    let tokenizer = Tokenizer(lexicon: Lexicon(Array(file.utf8)))
    for number in 0..<(count * 3 + 200) {
      let isListed = number < count * 3 && number.isMultiple(of: 3)
      let isTitle = isListed && number.isMultiple(of: 15)
      let expected: WordClasses = isTitle ? [.cueVerb, .title] : isListed ? [.cueVerb] : []
      let tokens = tokenizer.tokens(of: Array(word(number).utf8))
      #expect(tokens.map(\.classes) == [expected], "\(word(number))")
    }
  }
}
