extension DateSpecificationTests {
  static let calendar = """
    The bridge opened on [3 March 2024]. | 2024-06-12 | DATE 2024-03-03
    The bridge opened on [March 3, 2024]. | 2024-06-12 | DATE 2024-03-03
    The bridge opened on [March 3rd, 2024]. | 2024-06-12 | DATE 2024-03-03
    The bridge opened on [the 3rd of March 2024]. | 2024-06-12 | DATE 2024-03-03
    The bridge opened on [the third of March]. | 2024-06-12 | DATE 2024-03-03
    The bridge opened on [3 March]. | 2024-06-12 | DATE 2024-03-03
    The bridge opened on [Mar. 3]. | 2024-06-12 | DATE 2024-03-03
    The bridge opened on [Sunday, 3 March 2024]. | 2024-06-12 | DATE 2024-03-03
    The bridge opened on [Sunday 3 March]. | 2024-06-12 | DATE 2024-03-03
    The bridge opened on [2024-03-03]. | 2024-06-12 | DATE 2024-03-03
    The bridge opened on [2024/03/03]. | 2024-06-12 | DATE 2024-03-03
    The bridge opened on [03.03.2024]. | 2024-06-12 | DATE 2024-03-03
    The bridge opened on [13/03/2024]. | 2024-06-12 | DATE 2024-03-13
    The bridge opened on [03/13/2024]. | 2024-06-12 | DATE 2024-03-13
    The bridge opened on [13-03-2024]. | 2024-06-12 | DATE 2024-03-13
    The bridge opened on [3-Mar-2024]. | 2024-06-12 | DATE 2024-03-03
    The bridge opened on [28 Feb '24]. | 2024-06-12 | DATE 2024-02-28
    The bridge closes on [December 1]. | 2024-06-12 | DATE 2024-12-01
    The bridge closed on [December 1]. | 2024-06-12 | DATE 2023-12-01
    The bridge will close on [January 5]. | 2024-12-12 | DATE 2025-01-05
    Ferries ran from [May 3]–[5]. | 2024-06-12 | DATE 2024-05-03; DATE 2024-05-05
    Ferries ran from [May 3] to [5, 2023]. | 2024-06-12 | DATE 2023-05-03; DATE 2023-05-05
    Ferries ran on [6]-[7 January 2022]. | 2024-06-12 | DATE 2022-01-06; DATE 2022-01-07
    Ferries ran on [May 4] and [5]. | 2024-06-12 | DATE 2024-05-04; DATE 2024-05-05
    Ferries ran between [5 September] and [12 September 2022]. | 2024-06-12 | DATE 2022-09-05; \
    DATE 2022-09-12
    Ferries ran on [2], [3] and [4 July]. | 2024-06-12 | DATE 2024-07-02; DATE 2024-07-03; \
    DATE 2024-07-04
    """

  static let months = """
    The mill closed in [March]. | 2024-06-12 | DATE 2024-03
    The mill closed in [October]. | 2024-06-12 | DATE 2023-10
    The mill will close in [October]. | 2024-06-12 | DATE 2024-10
    The mill closes [this October]. | 2024-06-12 | DATE 2024-10
    The mill closed [last October]. | 2024-06-12 | DATE 2023-10
    The mill reopens [next March]. | 2024-06-12 | DATE 2025-03
    The mill closed in [March 2019]. | 2024-06-12 | DATE 2019-03
    The mill closed in [March of 2019]. | 2024-06-12 | DATE 2019-03
    The mill closed in [March, 2019]. | 2024-06-12 | DATE 2019-03
    The mill closed in [early March]. | 2024-06-12 | DATE 2024-03
    The mill closed in [mid-March]. | 2024-06-12 | DATE 2024-03
    The mill closed in [late March 2019]. | 2024-06-12 | DATE 2019-03
    The mill closed at [the end of March]. | 2024-06-12 | DATE 2024-03
    The mill closed at [the beginning of May]. | 2024-06-12 | DATE 2024-05
    The mill closed in [the middle of April]. | 2024-06-12 | DATE 2024-04
    The mill closed [early in April]. | 2024-06-12 | DATE 2024-04
    The mill has been closed since [November]. | 2024-06-12 | DATE 2023-11
    The mill closed between [May] and [August 2021]. | 2024-06-12 | DATE 2021-05; DATE 2021-08
    The mill closed in [June last year]. | 2024-06-12 | DATE 2023-06
    The mill closed in [Sept. 2020]. | 2024-06-12 | DATE 2020-09
    """

  static let weekdays = """
    She resigned on [Tuesday]. | 2024-06-12 | DATE 2024-06-11
    She resigned [Monday]. | 2024-06-12 | DATE 2024-06-10
    She resigned [late Monday]. | 2024-06-12 | DATE 2024-06-10
    She resigned [last Friday]. | 2024-06-12 | DATE 2024-06-07
    She will resign on [Friday]. | 2024-06-12 | DATE 2024-06-14
    She resigns [next Friday]. | 2024-06-12 | DATE 2024-06-14
    She resigns [this coming Friday]. | 2024-06-12 | DATE 2024-06-14
    She resigned [this past Friday]. | 2024-06-12 | DATE 2024-06-07
    She has until [Friday]. | 2024-06-12 | DATE 2024-06-14
    She spoke after [Wednesday]'s vote. | 2024-06-12 | DATE 2024-06-12
    She resigned on [Monday morning]. | 2024-06-12 | TIME 2024-06-10TMO
    She resigned on [Monday night]. | 2024-06-12 | TIME 2024-06-10TNI
    She rests on [Sundays]. | 2024-06-12 | SET XXXX-WXX-7
    She resigned on [Wednesday]. | 2024-06-12 | DATE 2024-06-12
    """

  static let periods = """
    It began in [2014]. | 2024-06-12 | DATE 2014
    It ran from [2014] to [2016]. | 2024-06-12 | DATE 2014; DATE 2016
    It ran [2014]-[16]. | 2024-06-12 | DATE 2014; DATE 2016
    It ran between [1998] and [2001]. | 2024-06-12 | DATE 1998; DATE 2001
    It began in [early 2014]. | 2024-06-12 | DATE 2014
    It began in [mid-2014]. | 2024-06-12 | DATE 2014
    It began [late in 2014]. | 2024-06-12 | DATE 2014
    It ended by [the end of 2014]. | 2024-06-12 | DATE 2014
    It began in [the 1990s]. | 2024-06-12 | DATE 199
    It began in [the late 1990s]. | 2024-06-12 | DATE 199
    It began in [the '60s]. | 2024-06-12 | DATE 196
    It began in [the sixties]. | 2024-06-12 | DATE 196
    It began in [the 18th century]. | 2024-06-12 | DATE 17
    It began in [the nineteenth century]. | 2024-06-12 | DATE 18
    It began in [the twenty-first century]. | 2024-06-12 | DATE 20
    It fell in [480 BC]. | 2024-06-12 | DATE BC0480
    It stood from [499] to [493 BC]. | 2024-06-12 | DATE BC0499; DATE BC0493
    It rose in [the first quarter]. | 2024-06-12 | DATE 2024-Q1
    It rose in [the first quarter of 2022]. | 2024-06-12 | DATE 2022-Q1
    It rose in [Q3 2022]. | 2024-06-12 | DATE 2022-Q3
    It rose in [the second half of 2021]. | 2024-06-12 | DATE 2021-H2
    It rose in [fiscal 2023]. | 2024-06-12 | DATE 2023
    It rose in [this year's first quarter]. | 2024-06-12 | DATE 2024-Q1
    It rose in [the quarter] ended [June 30]. | 2024-09-12 | DATE 2024-Q2; DATE 2024-06-30
    It rose in [the year] ended [June 30]. | 2024-09-12 | DURATION P1Y; DATE 2024-06-30
    """

  static let seasons = """
    They sailed in [the summer]. | 2024-10-12 | DATE 2024-SU
    They sailed [last summer]. | 2024-10-12 | DATE 2024-SU
    They sail [next spring]. | 2024-10-12 | DATE 2025-SP
    They sailed [this winter]. | 2024-02-12 | DATE 2023-WI
    They sailed in [the spring of 2019]. | 2024-10-12 | DATE 2019-SP
    They sailed in [autumn 2020]. | 2024-10-12 | DATE 2020-FA
    They sailed in [late summer]. | 2024-10-12 | DATE 2024-SU
    They sailed on [Christmas Eve]. | 2024-12-30 | DATE 2024-12-24
    They sailed at [Easter]. | 2024-04-30 | DATE 2024-03-31
    They sailed on [Good Friday]. | 2024-04-30 | DATE 2024-03-29
    They sailed on [New Year's Day]. | 2024-01-12 | DATE 2024-01-01
    They sailed on [Christmas Day 2018]. | 2024-01-12 | DATE 2018-12-25
    They sailed [last Christmas]. | 2024-06-12 | DATE 2023-12-25
    They sail on [Boxing Day]. | 2024-12-12 | DATE 2024-12-26
    They sailed on [Independence Day]. | 2024-07-12 | DATE 2024-07-04
    They sailed on [Halloween]. | 2024-11-12 | DATE 2024-10-31
    They sailed on [Thanksgiving]. | 2024-12-12 | DATE 2024-11-28
    """

  static let clocks = """
    The train left at [5 p.m.] on time. | 2024-06-12 | TIME 2024-06-12T17:00
    The train left at [5:30 p.m.] on time. | 2024-06-12 | TIME 2024-06-12T17:30
    The train left at [17:30] on time. | 2024-06-12 | TIME 2024-06-12T17:30
    The train left at [9 a.m. Tuesday]. | 2024-06-12 | TIME 2024-06-11T09:00
    The train left at [0915 GMT] on time. | 2024-06-12 | TIME 2024-06-12T09:15Z
    The train left at [09:15 UTC] on time. | 2024-06-12 | TIME 2024-06-12T09:15Z
    The train left at [8:15am EST] on time. | 2024-06-12 | TIME 2024-06-12T08:15
    The train left at [noon]. | 2024-06-12 | TIME 2024-06-12T12:00
    The train left at [midnight]. | 2024-06-12 | TIME 2024-06-12T24:00
    The train left at [noon yesterday]. | 2024-06-12 | TIME 2024-06-11T12:00
    The train left at [six o'clock]. | 2024-06-12 | TIME 2024-06-12T06:00
    The train left at [6 o'clock] sharp. | 2024-06-12 | TIME 2024-06-12T06:00
    The train left at [4 in the morning]. | 2024-06-12 | TIME 2024-06-12T04:00
    The train left on [3 March 2024 at 18:40]. | 2024-06-12 | TIME 2024-03-03T18:40
    The train left on [the night of 3 March]. | 2024-06-12 | TIME 2024-03-03TNI
    The train left on [the morning of March 4, 2024]. | 2024-06-12 | TIME 2024-03-04TMO
    The train leaves at [12:00 a.m.] sharp. | 2024-06-12 | TIME 2024-06-12T00:00
    """
}
