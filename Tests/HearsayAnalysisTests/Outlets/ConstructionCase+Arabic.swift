/// Invented sentences in Arabic script: every construction, and words that only look like an outlet.
extension ConstructionCase {
  static let arabicFound: [ConstructionCase] = [
    ConstructionCase("dateline", "الرياض (رويترز) - ذاب الثلج.", "رويترز → reuters agency"),
    ConstructionCase(
      "dateline", "موسكو 12 فبراير (سبوتنيك) - ذاب الثلج.", "سبوتنيك → sputnik agency"),
    ConstructionCase("sign-off", "ذاب الثلج. (رويترز)", "رويترز → reuters agency"),
    ConstructionCase("image-credit", "صورة: رويترز", "رويترز → reuters image-credit"),
    ConstructionCase("copyright", "© فرانس برس", "فرانس برس → afp image-credit"),
    ConstructionCase(
      "notice", "أعيد نشر هذا المقال عن الغارديان.", "الغارديان → guardian republished-from"),
    ConstructionCase(
      "source-line", "المصدر: الجزيرة نت", "الجزيرة نت → al-jazeera republished-from"),
    ConstructionCase("according-to", "بحسب رويترز ذاب الثلج.", "رويترز → reuters reported-by"),
    ConstructionCase("according-to", "ذاب الثلج وفقا لرويترز.", "لرويترز → reuters reported-by"),
    ConstructionCase("cited", "ذاب الثلج نقلا عن رويترز.", "رويترز → reuters reported-by"),
    ConstructionCase("told", "قال الوزير لرويترز إن الثلج ذاب.", "لرويترز → reuters told-to"),
    ConstructionCase("told", "صرح المسؤول لوكالة تاس أمس.", "لوكالة تاس → tass told-to"),
    ConstructionCase(
      "interview", "في مقابلة مع الجزيرة رفض الوزير.", "الجزيرة → al-jazeera told-to"),
    ConstructionCase(
      "interview", "في حديث مع سكاي نيوز عربية رفض الوزير.",
      "سكاي نيوز عربية → sky-news-arabia told-to"),
    ConstructionCase("reporting", "أفادت الأناضول بذوبان الثلج.", "الأناضول → anadolu reported-by"),
    ConstructionCase("reporting", "ذكرت بي بي سي أن الثلج ذاب.", "بي بي سي → bbc reported-by"),
    ConstructionCase("noun-phrase", "افتتحت قناة العربية مكتبا.", "العربية → al-arabiya mention"),
    ConstructionCase(
      "bare-name", "يقرأ الوزير نيويورك تايمز كل صباح.", "نيويورك تايمز → nyt mention"),
    ConstructionCase(
      "link", "للمزيد https://arabic.rt.com/a/b", "https://arabic.rt.com/a/b → rt link"),
  ]

  static let arabicNothing: [ConstructionCase] = [
    ConstructionCase("bare-name", "اللغة العربية جميلة."),
    ConstructionCase("bare-name", "تقع الجزيرة في البحر."),
    ConstructionCase("bare-name", "بنى الأهرام قديما."),
    ConstructionCase("bare-name", "في الشرق الأوسط ثلج."),
    ConstructionCase("bare-name", "انطلقت المسيرة صباحا."),
    ConstructionCase("told", "قال الوزير لأخيه لا."),
    ConstructionCase("dateline", "الرياض (الأمم المتحدة) - ذاب الثلج."),
    ConstructionCase("image-credit", "صورة: جبل"),
    ConstructionCase("source-line", "المصدر: الوزارة"),
    ConstructionCase("according-to", "بحسب الوزارة ذاب الثلج."),
    ConstructionCase("interview", "في مقابلة مع الوزير ضحك."),
    ConstructionCase("noun-phrase", "القناة مغلقة."),
    ConstructionCase("cited", "نقلا عن الوزير ذاب الثلج."),
    ConstructionCase("bare-name", "سافر إلى الأناضول."),
    ConstructionCase("reporting", "ذكرت الأم ابنها."),
    ConstructionCase("copyright", "© جبل"),
    ConstructionCase("notice", "أعيد نشر القوات."),
    ConstructionCase("link", "انظر https://example.org/aljazeera.net"),
  ]
}
