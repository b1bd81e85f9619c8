/// Invented sentences in Cyrillic script: every construction, and words that only look like an outlet.
extension ConstructionCase {
  static let cyrillicFound: [ConstructionCase] = [
    ConstructionCase("dateline", "МОСКВА, 12 февраля. /ТАСС/. Лёд сошёл.", "ТАСС → tass agency"),
    ConstructionCase("dateline", "МИНСК, 4 мая (БелТА) – Лёд сошёл.", "БелТА → belta agency"),
    ConstructionCase(
      "dateline", "КИЕВ, 3 марта (Интерфакс-Украина) – Лёд сошёл.",
      "Интерфакс-Украина → interfax-ukraine agency"),
    ConstructionCase("sign-off", "Лёд сошёл. (Интерфакс)", "Интерфакс → interfax agency"),
    ConstructionCase("image-credit", "Фото: РИА Новости", "РИА Новости → ria-novosti image-credit"),
    ConstructionCase(
      "copyright", "© РИА Новости / Иван Петров", "РИА Новости → ria-novosti image-credit"),
    ConstructionCase(
      "notice", "Этот материал впервые опубликован в Новой газете.",
      "Новой газете → novaya-gazeta republished-from"),
    ConstructionCase(
      "notice", "Материал перепечатан из Коммерсанта.", "Коммерсанта → kommersant republished-from"),
    ConstructionCase("source-line", "Источник: ТАСС", "ТАСС → tass republished-from"),
    ConstructionCase(
      "according-to", "По данным Рейтер, лёд сошёл.", "Рейтер → reuters reported-by"),
    ConstructionCase("cited", "Лёд сошёл, сообщает Интерфакс.", "Интерфакс → interfax reported-by"),
    ConstructionCase(
      "cited", "Газета пишет со ссылкой на РИА Новости.", "РИА Новости → ria-novosti reported-by"),
    ConstructionCase("told", "Мэр рассказал ТАСС о льде.", "ТАСС → tass told-to"),
    ConstructionCase("interview", "В интервью ТАСС мэр отказался.", "ТАСС → tass told-to"),
    ConstructionCase(
      "interview", "В беседе с РИА Новости мэр отказался.", "РИА Новости → ria-novosti told-to"),
    ConstructionCase("reporting", "ТАСС сообщает о льде.", "ТАСС → tass reported-by"),
    ConstructionCase(
      "reporting", "Интерфакс передал слова мэра.", "Интерфакс → interfax reported-by"),
    ConstructionCase("noun-phrase", "Издание «Медуза» закрыто.", "Медуза → meduza mention"),
    ConstructionCase("noun-phrase", "Агентство Синьхуа открыло бюро.", "Синьхуа → xinhua mention"),
    ConstructionCase("signature", "ТАСС, 12.02.2022", "ТАСС → tass agency"),
    ConstructionCase(
      "bare-name", "Мэр читает Комсомольскую правду.",
      "Комсомольскую правду → komsomolskaya-pravda mention"),
    ConstructionCase(
      "bare-name", "Українська правда відкрила бюро.",
      "Українська правда → ukrainska-pravda mention"),
    ConstructionCase(
      "link", "Подробнее: https://tass.ru/obschestvo/1", "https://tass.ru/obschestvo/1 → tass link"),
    ConstructionCase(
      "reporting", "Укрінформ повідомляє про сніг.", "Укрінформ → ukrinform reported-by"),
    ConstructionCase("cited", "За даними УНІАН, сніг розтанув.", "УНІАН → unian reported-by"),
  ]

  static let cyrillicNothing: [ConstructionCase] = [
    ConstructionCase("dateline", "МОСКВА (ООН) – Лёд сошёл."),
    ConstructionCase("bare-name", "Какие известия от брата?"),
    ConstructionCase("bare-name", "Мелкая медуза плыла."),
    ConstructionCase("bare-name", "Спутник вышел на орбиту."),
    ConstructionCase("bare-name", "Ваш спутник в дороге."),
    ConstructionCase("image-credit", "Фото: Иван Петров"),
    ConstructionCase("source-line", "Источник: министерство"),
    ConstructionCase("told", "Мэр рассказал дочери о льде."),
    ConstructionCase("according-to", "По данным министерства, лёд сошёл."),
    ConstructionCase("cited", "Со ссылкой на закон мэр отказал."),
    ConstructionCase("reporting", "Ведомости о зарплате готовы."),
    ConstructionCase("noun-phrase", "Газета промокла."),
    ConstructionCase("signature", "Петров, 12.02.2022"),
    ConstructionCase("notice", "Впервые опубликовано в 1922 году."),
    ConstructionCase("interview", "В интервью мэр отказался."),
    ConstructionCase("copyright", "© Иван Петров"),
    ConstructionCase("link", "Смотри https://example.org/tass."),
    ConstructionCase("bare-name", "Звезда упала в реку."),
    ConstructionCase("bare-name", "Новая газетная бумага пришла."),
    ConstructionCase("bare-name", "Он купил новый спутник."),
  ]
}
