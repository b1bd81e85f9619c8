/// What a word can do beside an outlet's name; a word may do several things.
struct OutletWords: OptionSet, Hashable, Sendable {
  /// One bit for every use.
  let rawValue: UInt32

  /// Names what an outlet is: agency, newspaper, channel.
  static let outletNoun = OutletWords(rawValue: 1 << 0)
  /// Works there or is made there: reporter, poll, broadcast.
  static let staffNoun = OutletWords(rawValue: 1 << 1)
  /// Stands between an article and the noun: state, local, semi-official.
  static let filler = OutletWords(rawValue: 1 << 2)
  /// An article or a possessive pronoun: the, a, its.
  static let determiner = OutletWords(rawValue: 1 << 3)
  /// Says that an outlet reported: reported, writes, quoted.
  static let reportVerb = OutletWords(rawValue: 1 << 4)
  /// Says what persons do as well: said, added.
  static let sayVerb = OutletWords(rawValue: 1 << 5)
  /// Stands between a name and its verb: has, also, later.
  static let adverb = OutletWords(rawValue: 1 << 6)
  /// Says whom somebody told: told, telling.
  static let tellVerb = OutletWords(rawValue: 1 << 7)
  /// Speaking that is followed by to, with or for and the outlet: interview, admitted, remarks.
  static let speech = OutletWords(rawValue: 1 << 8)
  /// Credits what follows at once: citing, quoting.
  static let citing = OutletWords(rawValue: 1 << 9)
  /// Participle before “by”: quoted by, seen by.
  static let byParticiple = OutletWords(rawValue: 1 << 10)
  /// Ties an outlet to a word before it: to, with, for, by.
  static let preposition = OutletWords(rawValue: 1 << 11)
  /// Says that a text is taken over: republish, reprinted.
  static let noticeVerb = OutletWords(rawValue: 1 << 12)
  /// Says that a text came out elsewhere before: originally, first.
  static let firstAdverb = OutletWords(rawValue: 1 << 13)
  /// Makes a notice after “originally”: published, appeared.
  static let publishVerb = OutletWords(rawValue: 1 << 14)
  /// Begins a picture credit: photo, picture, image.
  static let creditNoun = OutletWords(rawValue: 1 << 15)
  /// Something that can be reported in or by: report, article, story.
  static let report = OutletWords(rawValue: 1 << 16)
  /// A thing or place named after somebody when it follows the name: Institute, province.
  static let otherThing = OutletWords(rawValue: 1 << 17)
  /// Says that a sentence is about this very text: this, article, content.
  static let thisText = OutletWords(rawValue: 1 << 18)
  /// A month's name, part of a dateline.
  static let month = OutletWords(rawValue: 1 << 19)
  /// Begins a line that names the source: source, via.
  static let sourceLabel = OutletWords(rawValue: 1 << 20)
  /// Ties a name to the word of telling or citing in front of it: “ссылкой на”, “نقلا عن”.
  static let relay = OutletWords(rawValue: 1 << 21)

  /// Joins two names: and, or.
  static let conjunction = OutletWords(rawValue: 1 << 22)

  /// The English words of every class, in lower case.
  static let englishLists: [(OutletWords, [WordHash])] = [
    (
      .outletNoun,
      [
        "agency", "agencies", "newspaper", "newspapers", "paper", "daily", "weekly", "magazine",
        "outlet", "outlets", "channel", "channels", "broadcaster", "broadcasters", "network",
        "station", "website", "site", "portal", "newswire", "wire", "tabloid", "radio",
        "television", "tv", "publication", "journal", "media", "news", "broadsheet", "newscaster",
      ]
    ),
    (
      .staffNoun,
      [
        "reporter", "reporters", "correspondent", "correspondents", "journalist", "journalists",
        "photographer", "columnist", "writer", "editor", "editors", "crew", "poll", "broadcast",
        "editorial", "bureau", "documentary", "interviewer", "interview", "anchor", "staff",
        "report", "reports", "article", "story", "footage", "newsroom", "newscast", "headline",
        "op-ed", "presenter", "subscribers", "readers", "viewers",
      ]
    ),
    (
      .filler,
      [
        "state", "state-run", "state-owned", "state-controlled", "state-backed", "state-funded",
        "official", "semi-official", "semiofficial", "government", "government-run", "local",
        "private", "privately-owned", "independent", "pro-government", "pro-kremlin", "public",
        "national", "regional", "leading", "influential", "english-language", "russian-language",
        "conservative", "liberal", "left-wing", "right-wing", "business", "financial", "online",
        "satellite", "international", "domestic", "opposition", "partner", "sister", "cable",
        "fellow", "rival", "prominent", "popular", "far-right", "western", "european", "arab",
        "kremlin-backed", "saudi-owned", "london-based", "qatar-based", "moscow-based", "military",
        "respected", "investigative",
      ]
    ),
    (.determiner, ["the", "a", "an", "its", "his", "her", "their", "our", "this", "that"]),
    (
      .reportVerb,
      [
        "reported", "reports", "reporting", "quoted", "quotes", "cited", "cites", "wrote",
        "writes", "published", "publishes", "revealed", "reveals", "broadcast", "aired",
        "claimed", "claims", "noted", "notes", "announced", "disclosed", "alleged", "learned",
        "understands", "carried", "ran", "interviewed", "asked", "tweeted", "described",
      ]
    ),
    (.sayVerb, ["said", "says", "say", "added", "adds", "stated", "called", "calls"]),
    (
      .adverb,
      [
        "has", "had", "have", "also", "later", "earlier", "then", "previously", "first", "just",
        "already", "recently", "repeatedly", "separately", "exclusively", "even", "itself",
      ]
    ),
    (.tellVerb, ["told", "tells", "telling", "tell"]),
    (
      .speech,
      [
        "interview", "interviews", "interviewed", "speaking", "spoke", "speak", "talking",
        "talked", "comments", "comment", "remarks", "statement", "statements", "admitted",
        "confirmed", "disclosed", "revealed", "said", "explained", "appearance", "appearing",
        "appeared", "conversation", "complained", "insisted", "interviewing", "commented",
      ]
    ),
    (
      .citing,
      [
        "citing", "quoting", "cites", "quotes", "cited", "quoted", "reported", "reports", "says",
        "writes", "wrote",
      ]
    ),
    (
      .byParticiple,
      [
        "quoted", "cited", "reported", "published", "released", "obtained", "seen", "aired",
        "broadcast", "carried", "run", "reviewed", "verified", "compiled", "conducted",
        "commissioned", "contacted", "asked", "interviewed", "distributed", "picked", "provided",
        "posted", "shared", "translated", "filmed", "report", "reports", "article", "story",
        "investigation", "analysis", "poll", "interview",
      ]
    ),
    (.preposition, ["to", "with", "for", "by", "on", "from", "in", "at", "of"]),
    (
      .noticeVerb,
      [
        "republish", "republishes", "republished", "republishing", "reprinted", "reprint",
        "reposted", "reproduced", "syndicated", "cross-posted", "reblogged",
      ]
    ),
    (.firstAdverb, ["originally", "first"]),
    (.publishVerb, ["published", "appeared", "posted", "printed", "ran"]),
    (
      .creditNoun,
      [
        "photo", "photos", "picture", "pictures", "image", "images", "photograph", "photographs",
        "credit", "graphic", "screenshot", "photograph", "photocredit",
      ]
    ),
    (
      .report,
      ["report", "reports", "article", "story", "footage", "dispatch", "piece", "commentary"]
    ),
    (
      .otherThing,
      [
        "institute", "prize", "building", "tower", "avenue", "university", "province", "region",
        "airport", "street", "stadium", "square", "satellite", "vaccine", "moment", "hotel",
        "classes", "course", "courses", "exam", "exams", "scholar", "feed", "feeds", "reader",
        "index", "average", "hill", "road", "bridge", "river", "island", "forces", "force",
        "launch", "light", "virus", "test", "tests", "shots", "shot", "doses", "jab", "jabs",
      ]
    ),
    (
      .thisText,
      [
        "this", "article", "content", "feed", "feeds", "piece", "permission", "paper", "essay",
        "column", "story", "analysis",
      ]
    ),
    (
      .month,
      [
        "january", "february", "march", "april", "may", "june", "july", "august", "september",
        "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug",
        "sep", "sept", "oct", "nov", "dec",
      ]
    ),
    (.sourceLabel, ["source", "sources", "via"]),
    (.conjunction, ["and", "or"]),
  ]
}
