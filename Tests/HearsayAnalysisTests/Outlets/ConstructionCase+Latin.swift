/// Invented sentences in Latin script: every construction, and words that only look like an outlet.
extension ConstructionCase {
  static let latinFound: [ConstructionCase] = [
    ConstructionCase("dateline", "PRAGUE, May 2 (CTK) - The tram stopped.", "CTK → ctk agency"),
    ConstructionCase(
      "dateline", "ISTANBUL (Anadolu) – The ferry was late.", "Anadolu → anadolu agency"),
    ConstructionCase(
      "dateline", "TOKYO, July 7 (Kyodo) -- The train was on time.", "Kyodo → kyodo agency"),
    ConstructionCase(
      "dateline", "PYONGYANG, June 3 (KCNA) -- The dam was full.", "KCNA → kcna agency"),
    ConstructionCase("dateline", "BERLIN (dpa) – The bakery reopened.", "dpa → dpa agency"),
    ConstructionCase("sign-off", "The bakery reopened on Monday. (AFP)", "AFP → afp agency"),
    ConstructionCase(
      "image-credit", "A ferry at the pier. Photo: Interfax", "Interfax → interfax image-credit"),
    ConstructionCase("image-credit", "The old pier (Getty / AFP)", "AFP → afp image-credit"),
    ConstructionCase(
      "copyright", "© 2020 Der Spiegel. All rights reserved.", "Der Spiegel → spiegel publisher"),
    ConstructionCase("copyright", "(c) Al Jazeera", "Al Jazeera → al-jazeera image-credit"),
    ConstructionCase(
      "notice", "This story was first published by ProPublica and is reprinted here.",
      "ProPublica → propublica republished-from"),
    ConstructionCase(
      "notice", "This analysis originally appeared in The Moscow Times.",
      "The Moscow Times → moscow-times republished-from"),
    ConstructionCase(
      "source-line", "Source: https://tass.com/world/1",
      "https://tass.com/world/1 → tass republished-from"),
    ConstructionCase(
      "source-line", "Source: Mehr News Agency", "Mehr News Agency → mehr republished-from"),
    ConstructionCase(
      "according-to", "According to Kyodo, the bridge will close.", "Kyodo → kyodo reported-by"),
    ConstructionCase(
      "according-to", "The bridge, per the Financial Times, will close.",
      "Financial Times → financial-times reported-by"),
    ConstructionCase(
      "cited", "The mayor was quoted by Interfax as saying no.", "Interfax → interfax reported-by"),
    ConstructionCase(
      "cited", "Citing Bloomberg, the paper spoke of a sale.", "Bloomberg → bloomberg reported-by"),
    ConstructionCase("cited", "The plan was seen by Reuters.", "Reuters → reuters reported-by"),
    ConstructionCase("told", "“No,” she told Le Figaro.", "Le Figaro → le-figaro told-to"),
    ConstructionCase("told", "The envoy told the BBC that he would stay.", "BBC → bbc told-to"),
    ConstructionCase(
      "interview", "In an interview with El País, she refused.", "El País → el-pais told-to"),
    ConstructionCase(
      "interview", "Speaking to France 24, he shrugged.", "France 24 → france-24 told-to"),
    ConstructionCase("reporting", "Yonhap reported snow.", "Yonhap → yonhap reported-by"),
    ConstructionCase(
      "reporting", "Haaretz later wrote that the mill was sold.", "Haaretz → haaretz reported-by"),
    ConstructionCase(
      "reporting", "Le Monde has revealed the price.", "Le Monde → le-monde reported-by"),
    ConstructionCase(
      "noun-phrase", "The Qatari broadcaster Al Jazeera opened a bureau.",
      "Al Jazeera → al-jazeera mention"),
    ConstructionCase("noun-phrase", "A CNN crew waited outside.", "CNN → cnn mention"),
    ConstructionCase("signature", "Press TV, 4 May 2021", "Press TV → press-tv publisher"),
    ConstructionCase(
      "bare-name", "The minister reads Kommersant at breakfast.", "Kommersant → kommersant mention"),
    ConstructionCase(
      "bare-name", "Deutsche Welle is based in Bonn.", "Deutsche Welle → dw mention"),
    ConstructionCase(
      "link", "See https://www.presstv.ir/Detail/1 for more.",
      "https://www.presstv.ir/Detail/1 → press-tv link"),
    ConstructionCase(
      "link", "Full text: https://arabic.rt.com/a/b", "https://arabic.rt.com/a/b → rt link"),
    ConstructionCase("link", "The page is at spiegel.de today.", "spiegel.de → spiegel link"),
    ConstructionCase(
      "page-address", "Snow fell.\nhttps://www.presstv.ir/Detail/1",
      "https://www.presstv.ir/Detail/1 → press-tv publisher"),
    ConstructionCase("candidates", "Officials in Dakar told APS nothing.", "APS → aps-sn told-to"),
    ConstructionCase(
      "candidates", "In Algiers, the minister told APS nothing.", "APS → aps-dz told-to"),
    ConstructionCase("candidates", "He told CNA nothing.", "CNA → ? told-to"),
    ConstructionCase(
      "candidates", "The Taiwanese agency CNA reported rain.", "CNA → cna-tw reported-by"),
    ConstructionCase(
      "coordination", "She told AFP and Reuters that it was over.", "AFP → afp told-to",
      "Reuters → reuters told-to"),
    ConstructionCase(
      "longest", "He told the Sunday Times of rain.", "Sunday Times → times-uk told-to"),
    ConstructionCase(
      "longest", "The Times of India reported rain.",
      "The Times of India → times-of-india reported-by"),
  ]

  static let latinNothing: [ConstructionCase] = [
    ConstructionCase("dateline", "RIGA, April 9 (BNS) – The port froze."),
    ConstructionCase("dateline", "RIGA (EU) - The port froze."),
    ConstructionCase("dateline", "PARIS (MAY) - A note."),
    ConstructionCase("dateline", "The club (NATO) – so they say."),
    ConstructionCase("dateline", "He left (by tram) - and came back."),
    ConstructionCase("dateline", "(SUN) A warm day."),
    ConstructionCase("sign-off", "The sum was paid in full. (EUR)"),
    ConstructionCase("sign-off", "He laughed. (Post)"),
    ConstructionCase("image-credit", "Photo: Jane Doe"),
    ConstructionCase("image-credit", "Image: a mirror on the wall."),
    ConstructionCase("image-credit", "Picture the times we had."),
    ConstructionCase("copyright", "© 2023 Jane Doe. All rights reserved."),
    ConstructionCase("copyright", "© Mirror lens, 1970"),
    ConstructionCase("notice", "This poem was first published in 1922."),
    ConstructionCase("notice", "The decree was republished in full."),
    ConstructionCase("notice", "She republished the map of the post roads."),
    ConstructionCase("source-line", "Source: ministry of trade"),
    ConstructionCase("source-line", "Source: own calculations"),
    ConstructionCase("according-to", "According to the guardian of the boy, it rained."),
    ConstructionCase("according-to", "According to the independent auditor, it rained."),
    ConstructionCase("according-to", "According to a mirror on the wall, yes."),
    ConstructionCase("according-to", "Cook it according to the times below."),
    ConstructionCase("cited", "He cited hard times."),
    ConstructionCase("cited", "Citing the sun, she stayed in."),
    ConstructionCase("cited", "Quoted by a friend at the post, he wept."),
    ConstructionCase("told", "She told the guardian everything."),
    ConstructionCase("told", "He told time by the sun."),
    ConstructionCase("told", "They told the hill people to leave."),
    ConstructionCase("told", "He told Petra that he loved her."),
    ConstructionCase("told", "She told Kan to leave."),
    ConstructionCase("told", "He told Marianne a joke."),
    ConstructionCase("interview", "In an interview with Dawn Smith, he laughed."),
    ConstructionCase("interview", "An interview for the post of clerk."),
    ConstructionCase("interview", "Speaking to the sun, he sang."),
    ConstructionCase("reporting", "Petra said no."),
    ConstructionCase("reporting", "Dawn said no."),
    ConstructionCase("reporting", "The post said private."),
    ConstructionCase("reporting", "The independent wrote a book."),
    ConstructionCase("reporting", "The economist said prices would fall."),
    ConstructionCase("reporting", "A telegraph was sent."),
    ConstructionCase("noun-phrase", "The state news agency was closed."),
    ConstructionCase("noun-phrase", "A daily mirror check is advised."),
    ConstructionCase("noun-phrase", "The channel is shallow."),
    ConstructionCase("noun-phrase", "The paper was wet."),
    ConstructionCase("signature", "Mirror, 4 May 2021, oil on wood"),
    ConstructionCase("signature", "The Sun and the Moon"),
    ConstructionCase("bare-name", "RT this now."),
    ConstructionCase("bare-name", "Please RT and share."),
    ConstructionCase("bare-name", "The rt-PCR test failed."),
    ConstructionCase("bare-name", "She learned her ABC at home."),
    ConstructionCase("bare-name", "The ABC of gardening is water."),
    ConstructionCase("bare-name", "Sputnik 3 was heavy."),
    ConstructionCase("bare-name", "Sputnik Light is a vaccine."),
    ConstructionCase("bare-name", "A fox crossed the road."),
    ConstructionCase("bare-name", "Time will tell."),
    ConstructionCase("bare-name", "Life is short."),
    ConstructionCase("bare-name", "The world is round."),
    ConstructionCase("bare-name", "AP exams start in May."),
    ConstructionCase("bare-name", "An AIR leak."),
    ConstructionCase("bare-name", "The MENA region is dry."),
    ConstructionCase("bare-name", "He lives on Fleet Street."),
    ConstructionCase("bare-name", "A star fell over Minsk."),
    ConstructionCase("bare-name", "The nation mourns."),
    ConstructionCase("bare-name", "They marched in the Orient."),
    ConstructionCase("link", "See https://example.org/rt.com/."),
    ConstructionCase("link", "See https://rt.com.example.org/x."),
    ConstructionCase("link", "Write to news@bbc.co.uk."),
    ConstructionCase("link", "See https://myreuters.com."),
    ConstructionCase("link", "The file rt.com.txt is lost."),
    ConstructionCase("link", "Version 2.bbc.9 is out."),
    ConstructionCase("candidates", "The APS grant was paid."),
    ConstructionCase("candidates", "A CNA nurse came."),
  ]
}
