/// Texts of a few words that rules look for, in orders nobody writes.
extension ArticleGenerator {
  /// A text of `count` words and signs of every language the rules know, well-formed UTF-8.
  ///
  /// An article seldom puts a name into two pairs of brackets or a date behind a dateline's dash;
  /// a rule that looks one name or sign back must bear it.
  public mutating func jumble(ofWords count: Int) -> [UInt8] {
    let lists = [
      ArticleGenerator.outletWords, ArticleGenerator.dateWords, ArticleGenerator.speechWords,
    ]
    // A text of few different words repeats them beside each other.
    let list = random.pick(lists)
    var words = [random.pick(list), random.pick(ArticleGenerator.signs)]
    if random.one(in: 2) { words += ["(", ")"] }
    for _ in 0..<random.below(4) {
      words.append(random.pick(random.one(in: 2) ? list : random.pick(lists)))
    }
    var bytes: [UInt8] = []
    for _ in 0..<count {
      bytes += Array(random.pick(words).utf8)
      if !random.one(in: 3) { bytes.append(0x20) }
    }
    return bytes
  }

  private static let outletWords = [
    "AP", "(AP)", "Reuters", "(Reuters)", "RT", "Russia Today", "TASS", "ТАСС", "Интерфакс", "Fox",
    "Fox News", "the Post", "The Guardian", "Times", "Brisbane Times", "AFP", "dpa", "BBC News",
    "رويترز", "لرويترز", "إيرنا", "tass.com", "https://de.rt.com/a", "@Reuters", "Getty Images",
    "via", "Source:", "Photo:", "Источник:", "reports", "reported by", "told", "передает",
    "сообщил",
    "republished from", "with permission", "newspaper", "агентство", "agency", "KYIV", "London",
    "By Ana Ruiz", "editing by", "Reporting by", "the censors fear", "state television", "’s",
  ]

  private static let signs = [
    "(", ")", "[", "]", "“", "”", "\"", "'", "‘", "’", "«", "»", "„", "‹", "›", "—", "–", "-", "/",
    ":", ";", ",", ".", "…", "?", "!", "\n", "\n\n", "\r\n", "\u{99}", "@", "%", "$", "€", "°", "№",
    "،", "؟", "\u{200F}", "*", "•", "|", "{{", "}}", "#", "&", "+",
  ]

  private static let dateWords = [
    "5", "05", "31", "12", "2022", "1999", "May", "Mar.", "March", "мая", "марта", "понедельник",
    "Monday", "Tues", "yesterday", "today", "вчера", "last", "next", "this", "week", "weeks",
    "month", "years", "ago", "later", "before", "after", "early", "late", "mid-", "the", "of", "on",
    "since", "until", "between", "from", "to", "two", "dozen", "half", "a", "morning", "10:30",
    "p.m.", "GMT", "UTC+3", "2022-03-05", "5/3/22", "1990s", "’90s", "century", "19th", "مارس",
    "فروردین", "۱۴۰۱", "Dienstag", "février", "Published", "Updated:", "daily", "every", "quarter",
  ]

  private static let speechWords = [
    "said", "says", "told", "that", "according to", "he", "she", "they", "Ruiz", "Ana Ruiz", "Mr.",
    "Dr.", "Sr.", "the minister", "Foreign Minister", "ministry", "(FHS)", "FHS", "who", "whose",
    "and", "or", "not", "so-called", "asked", "wrote", "tweeted", "called", "is", "was", "it", "in",
    "a statement", "the report", "sources", "officials", "сказал", "заявил", "что", "по словам",
    "RUIZ:", "Q:", "A:", "Q.", "added", "spokeswoman", "Oleg", "Oleg Petrov", "O’Neil", "McA.",
  ]
}
