import Testing

/// Invented sentences: every construction with the role it gives, and roles the page decides.
@Suite struct OutletRoleTests {
  @Test(arguments: roles + addresses + pages)
  func givesRoles(_ sentence: OutletCase) {
    #expect(OutletStage.mentions(sentence.text) == sentence.expected)
  }

  static let roles: [OutletCase] = [
    OutletCase("MINSK, May 4 (BelTA) – Snow fell.", "BelTA → belta agency"),
    OutletCase("TOKYO, 3 March /TASS/. Trains stopped.", "TASS → tass agency"),
    OutletCase("LONDON (AP) — Shops opened late.", "AP → ap agency"),
    OutletCase("AMMAN (Petra) -- The road was closed.", "Petra → petra agency"),
    OutletCase("NNA - The harbour was quiet.", "NNA → nna-lb agency"),
    OutletCase("The harbour was quiet. (Reuters)", "Reuters → reuters agency"),
    OutletCase("The harbour was quiet, he said — Reuters", "Reuters → reuters agency"),
    OutletCase("By Tasnim News Agency", "Tasnim News Agency → tasnim agency"),
    OutletCase("Photo: John Smith / Reuters", "Reuters → reuters image-credit"),
    OutletCase("Image credit: TASS", "TASS → tass image-credit"),
    OutletCase("REUTERS/Jane Doe", "REUTERS → reuters image-credit"),
    OutletCase("A bridge at dusk. (Jane Doe/AP)", "AP → ap image-credit"),
    OutletCase("© RIA Novosti / Jane Doe", "RIA Novosti → ria-novosti image-credit"),
    OutletCase("Copyright © 2021 Haaretz", "Haaretz → haaretz publisher"),
    OutletCase("© 2023 Reuters. All rights reserved.", "Reuters → reuters publisher"),
    OutletCase(
      "This article was originally published by Meduza.", "Meduza → meduza republished-from"),
    OutletCase("This essay first appeared in Haaretz.", "Haaretz → haaretz republished-from"),
    OutletCase(
      "This piece is republished with permission from Bellingcat.",
      "Bellingcat → bellingcat republished-from"),
    OutletCase("Source: Press TV", "Press TV → press-tv republished-from"),
    OutletCase("According to Le Monde, it rained.", "Le Monde → le-monde reported-by"),
    OutletCase("It rained, according to the AP.", "AP → ap reported-by"),
    OutletCase(
      "It rained, according to a report by the Financial Times.",
      "Financial Times → financial-times reported-by"),
    OutletCase("Citing RIA, the paper wrote of rain.", "RIA → ria-novosti reported-by"),
    OutletCase("The mayor, quoted by Interfax, wept.", "Interfax → interfax reported-by"),
    OutletCase("“It rained,” reported AFP.", "AFP → afp reported-by"),
    OutletCase("RT has also reported rain.", "RT → rt reported-by"),
    OutletCase("The news agency IRNA said it rained.", "IRNA → irna reported-by"),
    OutletCase("He told Russia’s state news agency TASS.", "TASS → tass told-to"),
    OutletCase("Speaking to CNN, he laughed.", "CNN → cnn told-to"),
    OutletCase("In remarks to RT, he laughed.", "RT → rt told-to"),
    OutletCase("He laughed in an RT interview.", "RT → rt told-to"),
    OutletCase("In an interview for Der Spiegel he laughed.", "Der Spiegel → spiegel told-to"),
    OutletCase(
      "He told Reuters and AP nothing.", "Reuters → reuters told-to", "AP → ap told-to"),
    OutletCase("An AP reporter was there.", "AP → ap mention"),
    OutletCase("He reads Haaretz daily.", "Haaretz → haaretz mention"),
    OutletCase(
      "по информации Интерфакса и ТАСС", "Интерфакса → interfax reported-by",
      "ТАСС → tass reported-by"),
    OutletCase("со ссылкой на РИА Новости", "РИА Новости → ria-novosti reported-by"),
    OutletCase("в интервью ТАСС", "ТАСС → tass told-to"),
    OutletCase("به گزارش خبرگزاری تسنیم", "خبرگزاری تسنیم → tasnim reported-by"),
    OutletCase("ذكرت قناة الجزيرة", "الجزيرة → al-jazeera reported-by"),
  ]

  static let addresses: [OutletCase] = [
    OutletCase("See www.reuters.com/world/.", "www.reuters.com/world/ → reuters link"),
    OutletCase("See https://de.rt.com now.", "https://de.rt.com → rt link"),
    OutletCase("See (https://tass.com/a?b=c).", "https://tass.com/a?b=c → tass link"),
    OutletCase("See HTTPS://TASS.COM/a.", "HTTPS://TASS.COM/a → tass link"),
    OutletCase("See meduza.io for more.", "meduza.io → meduza link"),
    OutletCase("Gazeta.ru reported rain.", "Gazeta.ru → gazeta-ru reported-by"),
    OutletCase("See https://evilrt.com/x."),
    OutletCase("See https://example.org/Reuters/TASS."),
    OutletCase("Write to desk@tass.ru today."),
    OutletCase("See bbc.example.org."),
  ]

  static let pages: [OutletCase] = [
    OutletCase(
      "Rain fell.\nhttps://tass.com/world/123", "https://tass.com/world/123 → tass publisher"),
    OutletCase(
      "RT (Russia Today) is a broadcaster.\nThe Libertarian Hub will republish the feed from RT.",
      "RT → rt republished-from", "Russia Today → rt republished-from",
      "The Libertarian Hub → libertarian-hub publisher", "RT → rt republished-from"),
    OutletCase("He (RT (Russia Today) met.", "RT → rt mention", "Russia Today → rt mention"),
    OutletCase("Ru-Main, 5 May 2022", "Ru-Main → ru-main publisher"),
    OutletCase(
      "He told RT so.\nThe censors fear RT.", "RT → rt told-to", "RT → rt mention"),
    OutletCase("The censors fear RT."),
  ]
}
