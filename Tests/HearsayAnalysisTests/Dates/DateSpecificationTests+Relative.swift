extension DateSpecificationTests {
  static let relativeDays = """
    They met [today]. | 2024-06-12 | DATE 2024-06-12
    They met [yesterday]. | 2024-03-01 | DATE 2024-02-29
    They meet [tomorrow]. | 2023-12-31 | DATE 2024-01-01
    They met [the day before yesterday]. | 2024-06-12 | DATE 2024-06-10
    They meet [the day after tomorrow]. | 2024-06-12 | DATE 2024-06-14
    They met [yesterday evening]. | 2024-06-12 | TIME 2024-06-11TEV
    They met [this morning]. | 2024-06-12 | TIME 2024-06-12TMO
    They meet [tonight]. | 2024-06-12 | TIME 2024-06-12TNI
    They met [last night]. | 2024-06-12 | TIME 2024-06-11TNI
    They meet [tomorrow afternoon]. | 2024-06-12 | TIME 2024-06-13TAF
    They met [overnight]. | 2024-06-12 | TIME 2024-06-12TNI
    They met [late last night]. | 2024-06-12 | TIME 2024-06-11TNI
    They met earlier [today]. | 2024-06-12 | DATE 2024-06-12
    """

  static let relativeUnits = """
    It rained [last week]. | 2024-06-12 | DATE 2024-W23
    It rained [this week]. | 2024-06-12 | DATE 2024-W24
    It will rain [next week]. | 2024-06-12 | DATE 2024-W25
    It rained [earlier this week]. | 2024-06-12 | DATE 2024-W24
    It rained [late last week]. | 2024-06-12 | DATE 2024-W23
    It rained [last month]. | 2024-01-12 | DATE 2023-12
    It will rain [next month]. | 2024-12-12 | DATE 2025-01
    It rained [last year]. | 2024-06-12 | DATE 2023
    It rained all [this year]. | 2024-06-12 | DATE 2024
    It will rain [next year]. | 2024-06-12 | DATE 2025
    It rained [last quarter]. | 2024-02-12 | DATE 2023-Q4
    It rained over [the weekend]. | 2024-06-12 | DATE 2024-W23-WE
    It will rain [next weekend]. | 2024-06-12 | DATE 2024-W25-WE
    It rained in [the past decade]. | 2024-06-12 | DATE 201
    It rained [last century]. | 2024-06-12 | DATE 19
    It will stop by [the end of the month]. | 2024-06-12 | DATE 2024-06
    It will stop by [the end of the year]. | 2024-06-12 | DATE 2024
    It began at [the start of this year]. | 2024-06-12 | DATE 2024
    It stopped at [month's end]. | 2024-06-12 | DATE 2024-06
    It will stop by [year-end]. | 2024-06-12 | DATE 2024
    It rained in [the week of March 4]. | 2024-06-12 | DATE 2024-W10
    """

  static let steps = """
    He left [two days ago]. | 2024-06-12 | DATE 2024-06-10
    He left [a day ago]. | 2024-06-12 | DATE 2024-06-11
    He left [a week ago]. | 2024-06-12 | DATE 2024-W23
    He left [three weeks ago]. | 2024-06-12 | DATE 2024-W21
    He left [six months ago]. | 2024-06-12 | DATE 2023-12
    He left [ten years ago]. | 2024-06-12 | DATE 2014
    He left [twenty-five years ago]. | 2024-06-12 | DATE 1999
    He left [two decades ago]. | 2024-06-12 | DATE 2004
    He left [a century ago]. | 2024-06-12 | DATE 19
    He left about [five years ago]. | 2024-06-12 | DATE 2019
    He left [more than five years ago]. | 2024-06-12 | DATE 2019
    He left some [30 years ago]. | 2024-06-12 | DATE 1994
    He left [a few minutes ago]. | 2024-06-12 | DATE PAST_REF
    He left [several months ago]. | 2024-06-12 | DATE PAST_REF
    He left [years ago]. | 2024-06-12 | DATE PAST_REF
    He returns [two weeks from now]. | 2024-06-12 | DATE 2024-W26
    He left [two and a half years ago]. | 2024-06-12 | DATE 2021-12
    """

  static let ownTime = """
    He came on [May 2, 2020]. [The next day] he left. | 2024-06-12 | DATE 2020-05-02; DATE \
    2020-05-03
    He came on [May 2, 2020]. [The following day] he left. | 2024-06-12 | DATE 2020-05-02; \
    DATE 2020-05-03
    He came on [May 2, 2020]. [The day before], he had called. | 2024-06-12 | DATE 2020-05-02; \
    DATE 2020-05-01
    He came on [May 2, 2020]. [Three days later] he left. | 2024-06-12 | DATE 2020-05-02; DATE \
    2020-05-05
    He came on [May 2, 2020]. [A week later] he left. | 2024-06-12 | DATE 2020-05-02; DATE 2020-W19
    He came on [May 2, 2020]. [Two months earlier] he had called. | 2024-06-12 | DATE \
    2020-05-02; DATE 2020-03
    He came on [May 2, 2020] and left [the same day]. | 2024-06-12 | DATE 2020-05-02; DATE \
    2020-05-02
    He came on [May 2, 2020]. [That evening] he left. | 2024-06-12 | DATE 2020-05-02; TIME \
    2020-05-02TEV
    He came on [May 2, 2020]. [The next morning] he left. | 2024-06-12 | DATE 2020-05-02; TIME \
    2020-05-03TMO
    He came in [2018]. [The previous year] he had called. | 2024-06-12 | DATE 2018; DATE 2017
    He came in [2018]. [The following year] he left. | 2024-06-12 | DATE 2018; DATE 2019
    He came in [March 2018]. [The following month] he left. | 2024-06-12 | DATE 2018-03; DATE \
    2018-04
    He came in [2018]. [That year] he left. | 2024-06-12 | DATE 2018; DATE 2018
    He came in [1998]. [A decade later] he left. | 2024-06-12 | DATE 1998; DATE 2008
    """

  static let narration = """
    The town fell on [4 May 1631]. On [20 May] it burned. In [September] the army left. By \
    [January 1632] peace was made. In [March 1632] it was broken. | 2024-06-12 | DATE \
    1631-05-04; DATE 2024-05-20; DATE 2023-09; DATE 1632-01; DATE 1632-03
    The war began in [November 1702]. In [February] the fleet sailed. It won in [May 1703]. It \
    lost on [3 June 1703]. It rested in [1704]. | 2024-06-12 | DATE 1702-11; DATE 1703-02; \
    DATE 1703-05; DATE 1703-06-03; DATE 1704
    The fort was built in [1702]. It was lost in [1703] and won in [1704]. The siege of [1705] \
    ended in [the summer]. It was razed in [1706]. | 2024-06-12 | DATE 1702; DATE 1703; DATE \
    1704; DATE 1705; DATE 1705-SU; DATE 1706
    """

  static let unanchored = """
    She resigned on [Tuesday]. | - | DATE XXXX-WXX-2
    She resigned on [3 March]. | - | DATE XXXX-03-03
    She resigned [yesterday]. | - | DATE XXXX-XX-XX
    She resigned [last week]. | - | DATE XXXX-WXX
    She resigned [two days ago]. | - | DATE XXXX-XX-XX
    She resigned [this morning]. | - | TIME XXXX-XX-XXTMO
    She resigned in [the summer]. | - | DATE XXXX-SU
    She resigned on [Christmas Eve]. | - | DATE XXXX-12-24
    She resigned [last year]. | - | DATE XXXX
    She resigned in [2014]. | - | DATE 2014
    """

  static let unordered = """
    It is due on [03/04/2021]. | - | DATE 2021
    It is due on [05/05/2021]. | - | DATE 2021-05-05
    It was due on [25/12/2020], then on [03/04/2021]. | - | DATE 2020-12-25; DATE 2021-04-03
    """
}
