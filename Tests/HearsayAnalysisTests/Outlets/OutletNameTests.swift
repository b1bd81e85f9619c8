import Testing

/// Invented sentences: the longest name, shared names, and words that only look like outlets.
@Suite struct OutletNameTests {
  @Test(arguments: longest + shared)
  func findsExactly(_ sentence: OutletCase) {
    #expect(OutletStage.ids(sentence.text) == Set(sentence.expected))
  }

  @Test(arguments: nothing)
  func findsNothing(_ text: String) {
    #expect(OutletStage.mentions(text).isEmpty)
  }

  static let longest: [OutletCase] = [
    OutletCase("He told the New York Times.", "nyt"),
    OutletCase("The Financial Times wrote so.", "financial-times"),
    OutletCase("The Irish Times wrote so.", "irish-times"),
    OutletCase("The Associated Press of Pakistan said so.", "app"),
    OutletCase("Interfax-Ukraine reported rain.", "interfax-ukraine"),
    OutletCase("Sky News Australia reported rain.", "sky-news-au"),
    OutletCase("Le Monde diplomatique reported rain.", "monde-diplomatique"),
    OutletCase("He told the New\nYork Times."),
    OutletCase("ABC News reported rain.", "abc-us"),
  ]

  static let shared: [OutletCase] = [
    OutletCase("He told the Spanish newspaper ABC.", "abc-es"),
    OutletCase("In Sydney, she told ABC of rain.", "abc-au"),
    OutletCase("He told CNA.", "cna-cy|cna-sg|cna-tw"),
    OutletCase("TAIPEI (CNA) – Rain fell.", "cna-tw"),
    OutletCase("The minister in Nicosia told CNA.", "cna-cy"),
    OutletCase("Taghrib News (TNA) reported rain.", "taghrib-news"),
    OutletCase("Algerian state news agency APS reported rain.", "aps-dz"),
    OutletCase("Rain fell on Canberra.\nPeople in Sydney ran.\nShe told ABC so.", "abc-au"),
    OutletCase("He told ABC News.\nLater he told ABC more.", "abc-us"),
    OutletCase("A Times article praised the bridge.", "nyt|times-uk"),
    OutletCase("The New York Times was read.\nA Times article praised the bridge.", "nyt"),
    OutletCase("In Beijing, CNS reported rain.", "china-news-service"),
    OutletCase("Trump spoke to Fox News.\nThen he told Fox so.", "fox-news"),
    OutletCase("A writer for The Atlantic laughed.", "the-atlantic"),
  ]

  static let nothing: [String] = [
    "The ap crashed.", "A guardian spoke.", "They met many times.", "RT if you agree!",
    "Please RT this.", "The Sputnik V vaccine arrived.", "Like Sputnik 2 it fell.",
    "It was a Sputnik moment.", "Learn the ABC of cooking.", "As simple as ABC, he said.",
    "An RT-PCR test was done.", "Take the AP exam.", "An RSS reader is free.",
    "The MAP of the town is old.", "The AIR was cold.", "Kan said nothing.",
    "Petra said nothing.", "He met Michael Bloomberg.", "The Reuters Institute opened.",
    "The International Business Times noted so.", "The Brisbane Times reported rain.",
    "They told The Post and Courier so.", "NATO (OSCE) – a note.", "Challenges remain.",
    "Dawn broke.", "Hezbollah told them so.", "The Russian government said so.",
    "The SPA was full.", "EIR and DNA.", "The hill reported snow.", "We saw the red. Then green.",
    "العربية لغة قديمة", "The Middle East and North Africa (MENA) region is dry.",
    "CNS reported rain.", "He told Fox so.", "A boat for the Atlantic left.",
    "The Daily News claims so.", "MAP of the world: page 3", "THE SUN rose.", "@Reuters", "x_TASS",
  ]
}
