/// Invented sentences in Persian script: every construction, and words that only look like an outlet.
extension ConstructionCase {
  static let persianFound: [ConstructionCase] = [
    ConstructionCase("dateline", "تهران (ایسنا) - برف آب شد.", "ایسنا → isna agency"),
    ConstructionCase("sign-off", "برف آب شد. (ایرنا)", "ایرنا → irna agency"),
    ConstructionCase("image-credit", "عکس: خبرگزاری مهر", "خبرگزاری مهر → mehr image-credit"),
    ConstructionCase(
      "notice", "بازنشر این مطلب از گاردین است.", "گاردین → guardian republished-from"),
    ConstructionCase(
      "source-line", "منبع: خبرگزاری تسنیم", "خبرگزاری تسنیم → tasnim republished-from"),
    ConstructionCase("according-to", "به گفته رویترز برف آب شد.", "رویترز → reuters reported-by"),
    ConstructionCase("cited", "به نقل از رویترز برف آب شد.", "رویترز → reuters reported-by"),
    ConstructionCase("cited", "به گزارش ایسنا برف آب شد.", "ایسنا → isna reported-by"),
    ConstructionCase("interview", "در مصاحبه با بی‌بی‌سی گفت نه.", "بی‌بی‌سی → bbc told-to"),
    ConstructionCase("interview", "در گفت‌وگو با ایرنا گفت نه.", "ایرنا → irna told-to"),
    ConstructionCase("reporting", "رویترز گزارش داد که برف آب شد.", "رویترز → reuters reported-by"),
    ConstructionCase(
      "reporting", "نیویورک تایمز نوشت که برف آب شد.", "نیویورک تایمز → nyt reported-by"),
    ConstructionCase("noun-phrase", "روزنامه کیهان دفتری باز کرد.", "کیهان → kayhan mention"),
    ConstructionCase(
      "bare-name", "ایران اینترنشنال دفتری باز کرد.",
      "ایران اینترنشنال → iran-international mention"),
    ConstructionCase(
      "link", "بیشتر: https://www.presstv.ir/Detail/1",
      "https://www.presstv.ir/Detail/1 → press-tv link"),
  ]

  static let persianNothing: [ConstructionCase] = [
    ConstructionCase("bare-name", "ماه مهر زیباست."),
    ConstructionCase("bare-name", "خلیج فارس آرام است."),
    ConstructionCase("bare-name", "کیهان بزرگ است."),
    ConstructionCase("bare-name", "العالم بزرگ."),
    ConstructionCase("according-to", "به گفته وزیر برف آب شد."),
    ConstructionCase("cited", "به نقل از وزیر برف آب شد."),
    ConstructionCase("interview", "در مصاحبه با وزیر گفت نه."),
    ConstructionCase("image-credit", "عکس: کوه"),
    ConstructionCase("source-line", "منبع: وزارت"),
    ConstructionCase("dateline", "تهران (سازمان ملل) - برف آب شد."),
    ConstructionCase("noun-phrase", "روزنامه خیس شد."),
    ConstructionCase("reporting", "وزیر نوشت که برف آب شد."),
    ConstructionCase("bare-name", "استان فارس سرد است."),
  ]
}
