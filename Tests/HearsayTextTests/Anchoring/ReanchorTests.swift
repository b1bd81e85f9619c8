import HearsayTestSupport
import HearsayText
import Testing

@Suite struct ReanchorTests {
  static let unchanged = [
    ReanchorCase(
      "nothing changed", "“No,” {{content|said Ana Ruiz}}.",
      "“No,” {{content =anchored|said Ana Ruiz}}."),
    ReanchorCase(
      "a paragraph came before", "The mayor said {{content|“never again”}} and left the hall.",
      "A storm is near.\n\nThe mayor said {{content =anchored|“never again”}} and left the hall."),
    ReanchorCase(
      "line feeds became carriage returns and line feeds",
      "The river\n{{content|rose by\na metre}}\nin a night.\n",
      "The river\r\n{{content =anchored|rose by\r\na metre}}\r\nin a night.\r\n"),
    ReanchorCase(
      "lines flow anew",
      "He said {{content|“we shall rebuild the\nold bridge this year”}} in March.",
      "He said {{content =anchored|“we shall\nrebuild the old bridge\nthis year”}}\nin March."),
    ReanchorCase(
      "letters with accents were taken apart", "Then {{content|José Müller}} and his band sang on.",
      "Then {{content =anchored|Jose\u{301} Mu\u{308}ller}} and his band sang on."),
    ReanchorCase(
      "an edge inside a word that was taken apart",
      "Then Jos{{content|é Müll}}er and his band sang on.",
      "Then Jos{{content =anchored|e\u{301} Mu\u{308}ll}}er and his band sang on."),
    ReanchorCase(
      "straight marks became curly ones",
      "Then \"It's over -- {{content|don't \"wait\"}},\" he said.",
      "Then “It’s over — {{content =anchored|don’t “wait”}},” he said."),
    ReanchorCase(
      "spaces that do not break, soft hyphens", "About {{content|40 kilometres north}} of the dam.",
      "About {{content =anchored|40\u{A0}kilo\u{AD}metres north}} of the dam."),
    ReanchorCase(
      "a word outside changed",
      "Ana Ruiz said on Monday that {{content|the bridge}} is safe to use.",
      "Ana Ruiz said on Friday that {{content =anchored|the bridge}} is safe to use."),
    ReanchorCase(
      "a script without spaces", "市長は昨日、{{content|橋を再建する}}と記者団に述べた。",
      "市長は昨日の夜、{{content =anchored|橋を再建する}}と記者団に述べた。"),
    ReanchorCase(
      "a sentence was added right behind",
      "It began. {{content|“The levee held all night.”}} Nobody slept in town.",
      "It began. {{content =anchored|“The levee held all night.”}} The army helped, he said. "
        + "Nobody slept in town."),
    ReanchorCase(
      "a sentence with the same end was added right behind",
      "It began. {{content|The levee held all night.}} Nobody slept in town.",
      "It began. {{content =anchored|The levee held all night.}} The army came at night. "
        + "Nobody slept in town."),
    ReanchorCase(
      "what stands twice, and only outside something changed",
      "Ruiz said no. {{content|Okafor said no.}} Aubert said no. The hall was full that day.",
      "Ruiz said no. {{content =anchored|Okafor said no.}} Aubert said no. The hall was packed."),
    ReanchorCase("an empty text", "{{content|}}", "{{content =anchored|}}"),
    ReanchorCase(
      "a place between two words", "Ana {{content|}}Ruiz left.",
      "Ana {{content =anchored|}}Ruiz left."),
    ReanchorCase(
      "white space at the edges", "He said{{content| “no such thing” }}and left at once.",
      "Yes. He said{{content =anchored| “no such thing” }}and left at once."),
  ]

  static let changed = [
    ReanchorCase(
      "a word inside changed", "Ruiz: {{content|“We will not resign today,”}} and she meant it.",
      "Ruiz: {{content =review|“We will not resign now,”}} and she meant it."),
    ReanchorCase(
      "a letter inside changed", "It was {{content|the Western Canal}} that overflowed first.",
      "It was {{content =review|the Westren Canal}} that overflowed first."),
    ReanchorCase(
      "a word came in", "Ruiz: {{content|“We will resign,”}} and she meant it.",
      "Ruiz: {{content =review|“We will not resign,”}} and she meant it."),
    ReanchorCase(
      "a word went out", "Ruiz: {{content|“We will not resign,”}} and she meant it.",
      "Ruiz: {{content =review|“We will resign,”}} and she meant it."),
    ReanchorCase(
      "a number became another", "The dam cost {{content|40}} million crowns in all.",
      "The dam cost {{content =review|45}} million crowns in all."),
    ReanchorCase(
      "capital letters", "It was {{content|the ministry of works}} that signed the paper.",
      "It was {{content =review|the Ministry of Works}} that signed the paper."),
    ReanchorCase(
      "an edge inside a changed word", "The un{{content|breakable}} chain held for years.",
      "The in{{content =review|breakable}} chain held for years."),
    ReanchorCase(
      "the text around is another", "Nobody slept; {{content|the levee}} broke at dawn.",
      "Rain fell where {{content =review|the levee}} was weakest."),
  ]

  static let moved = [
    ReanchorCase(
      "a paragraph moved",
      "{{content|The ferry runs twice a day, said Okafor.}}\n\nThe bridge has been closed since "
        + "the flood, and no lorry may pass.\n\nThe mayor promised a new one within the year.",
      "The bridge has been closed since the flood, and no lorry may pass.\n\nThe mayor promised "
        + "a new one within the year.\n\n{{content =review|The ferry runs twice a day, said Okafor.}}"
    ),
    ReanchorCase(
      "a name in a paragraph that moved",
      "The ferry runs twice a day, said {{content|Okafor}} on Monday.\n\nThe bridge has been closed "
        + "since the flood, and no lorry may pass.\n\nThe mayor promised a new one.",
      "The bridge has been closed since the flood, and no lorry may pass.\n\nThe mayor promised "
        + "a new one.\n\nThe ferry runs twice a day, said {{content =review|Okafor}} on Monday."),
    ReanchorCase(
      "cut out, and a look-alike put elsewhere",
      "One: rain fell on the town all night. {{content|“We shall never leave this valley.”}} Two: "
        + "the road was cut in five places. Three: nobody was hurt in the storm at all.",
      "One: rain fell on the town all night. Two: the road was cut in five places. Three: nobody "
        + "was “We shall gladly leave this valley.” hurt in the storm at all."),
    ReanchorCase(
      "gone, and a look-alike was always there",
      "Ruiz: {{content|“I never saw that letter.”}} The clerk nodded and wrote on. "
        + "Okafor, later: “I never saw that letter.” He laughed.",
      "The clerk nodded and wrote on. Okafor, later: “I never saw that letter.” He laughed."),
    ReanchorCase(
      "gone", "Before. {{content|“This sentence will be cut.”}} Behind it the text goes on.",
      "Before. Behind it the text goes on."),
    ReanchorCase("all gone", "{{content|“We will not,”}} she said.", ""),
    ReanchorCase(
      "written anew", "{{content|“We will not resign,”}} she said.",
      "Quite another matter altogether."),
    ReanchorCase(
      "one of two neighbours in the same words is gone",
      "He knocked. {{content|“Go away!”}} “Go away!” He left.",
      "He knocked. {{content =review|“Go away!”}} He left."),
  ]

  @Test(arguments: unchanged) func `the same words in the same place`(example: ReanchorCase) throws
  {
    #expect(try example.found() == example.expected())
  }

  @Test(arguments: changed) func `changed words are for a person`(example: ReanchorCase) throws {
    #expect(try example.found() == example.expected())
  }

  @Test(arguments: moved) func `moved and lost words`(example: ReanchorCase) throws {
    #expect(try example.found() == example.expected())
  }
}

@Suite struct QuotationAnchorTests {
  /// The quotation is the mark of the first text, with 32 code points on either side.
  private func found(_ example: ReanchorCase, hint: Int? = nil) throws -> String {
    let old = try MarkedArticle(example.before)
    let new = try MarkedArticle(example.after)
    let (oldText, newText) = (try Text(validating: old.bytes), try Text(validating: new.bytes))
    let mark = try #require(old.marks.first)
    let start = oldText.offset(ofByte: mark.span.start, in: .utf32)
    let end = oldText.offset(ofByte: mark.span.end, in: .utf32)
    let prefix = ByteSpan(oldText.byte(ofOffset: start - 32, in: .utf32), mark.span.start)
    let suffix = ByteSpan(mark.span.end, oldText.byte(ofOffset: end + 32, in: .utf32))
    let anchoring = Reanchorer(new: newText).anchor(
      exact: oldText.string(in: mark.span), prefix: oldText.string(in: prefix),
      suffix: oldText.string(in: suffix), near: hint)
    return ReanchorCase.marked(newText, [(mark, anchoring)])
  }

  static let cases = [
    ReanchorCase(
      "the same words in the same surroundings",
      "Then the mayor said {{content|“never again”}} and left the hall.",
      "A storm.\r\n\r\nThen the mayor said {{content =anchored|“never again”}} and\r\nleft the hall."
    ),
    ReanchorCase(
      "the same words elsewhere",
      "Then the mayor said {{content|“never again, my friends”}} and left.",
      "Okafor cried {{content =review|“never again, my friends”}} out loud."),
    ReanchorCase(
      "surroundings choose among several",
      "Rain fell, Ruiz said: {{content|“No.”}} She closed the door at once.",
      "Okafor smiled: “No.” He stayed. Rain fell, Ruiz said: {{content =anchored|“No.”}} She closed "
        + "the door at once."),
    ReanchorCase(
      "one side of the surroundings is not enough",
      "Rain fell, Ruiz said: {{content|“We will not be moved from here.”}} She closed the door.",
      "Rain fell, Ruiz said: {{content =review|“We will not be moved from here.”}} Then it stopped."
    ),
    ReanchorCase(
      "every word has another letter",
      "Then the boat reached {{content|Western Canada}} on a Sunday night.",
      "Then the boat reached {{content =review|Westren Canda}} on a Sunday night."),
    ReanchorCase(
      "gone", "Then the boat reached {{content|Western Canada}} on a Sunday night.",
      "The harbour was closed; Canada lay far away."),
    ReanchorCase("no words", "a {{content|…}} b", "c d"),
  ]

  @Test(arguments: cases)
  func `a quotation is found by its words and surroundings`(example: ReanchorCase) throws {
    #expect(try found(example) == example.expected())
  }

  @Test func `a hint chooses, and the choice is for a person`() throws {
    let twice = ReanchorCase(
      "", "{{content|“We came in peace.”}}",
      "a “We came in peace.” b b b {{content =review|“We came in peace.”}} c")
    #expect(try found(twice, hint: 40) == twice.expected())
  }

  @Test func `nothing but signs is never found`() {
    let anchoring = Reanchorer(new: Text("a b c")).anchor(exact: " \n", prefix: "a", suffix: "b")
    #expect(anchoring == .orphaned)
  }
}
