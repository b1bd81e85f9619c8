import HearsayAnalysis
import Testing

/// What is read in which sentence; every sentence is invented.
@Suite struct DateTableTests {
  @Test(arguments: calendar) func calendarDates(_ row: DateCase) { check(row) }
  @Test(arguments: names) func weekdaysAndMonths(_ row: DateCase) { check(row) }
  @Test(arguments: periods) func yearsAndPeriods(_ row: DateCase) { check(row) }
  @Test(arguments: clocks) func clocksAndPartsOfTheDay(_ row: DateCase) { check(row) }
  @Test(arguments: relative) func relativeDates(_ row: DateCase) { check(row) }
  @Test(arguments: lengths) func durationsAndSets(_ row: DateCase) { check(row) }
  @Test(arguments: unanchored) func withoutAnArticleDate(_ row: DateCase) { check(row) }
  @Test(arguments: negatives) func otherUsesOfTheSameWords(_ row: DateCase) { check(row) }

  private func check(_ row: DateCase) {
    #expect(DateReader().lines(row.text, date: row.date) == row.expected)
  }

  static let calendar = [
    DateCase("It was signed on 3 March 2024.", nil, "DATE 2024-03-03 3 March 2024"),
    DateCase("It was signed on March 3, 2024.", nil, "DATE 2024-03-03 March 3, 2024"),
    DateCase("It was signed on March 3 2024.", nil, "DATE 2024-03-03 March 3 2024"),
    DateCase("They met on Mar. 3 in Oslo.", "2024-04-01", "DATE 2024-03-03 Mar. 3"),
    DateCase("They met on the 3rd of March.", "2024-04-01", "DATE 2024-03-03 the 3rd of March"),
    DateCase("They met on 3rd March, 2024.", nil, "DATE 2024-03-03 3rd March, 2024"),
    DateCase("Signed 2024-03-03 in Oslo.", nil, "DATE 2024-03-03 2024-03-03"),
    DateCase("The note of 03.12.2021 says so.", nil, "DATE 2021-12-03 03.12.2021"),
    DateCase("The memo of 12/25/2021 says so.", nil, "DATE 2021-12-25 12/25/2021"),
    DateCase("The memo of 25/12/2021 says so.", nil, "DATE 2021-12-25 25/12/2021"),
    DateCase("The memo of 25-12-2021 says so.", nil, "DATE 2021-12-25 25-12-2021"),
    DateCase("The memo of 04/04/2021 says so.", nil, "DATE 2021-04-04 04/04/2021"),
    DateCase("The memo of 03/04/2021 says so.", nil, "DATE 2021 03/04/2021"),
    DateCase(
      "On Saturday, April 25, 2015, he quit.", nil, "DATE 2015-04-25 Saturday, April 25, 2015"),
    DateCase("Sat, 12 Feb 2022, it rained.", nil, "DATE 2022-02-12 Sat, 12 Feb 2022"),
    DateCase("On Friday Oct. 13 it fell.", "1995-10-20", "DATE 1995-10-13 Friday Oct. 13"),
    DateCase("It is due November 16, they said.", "1989-10-30", "DATE 1989-11-16 November 16"),
    DateCase("He was hurt on December 30.", "2022-01-10", "DATE 2021-12-30 December 30"),
    DateCase(
      "The fair runs May 3-5.", "2024-04-01", "DATE 2024-05-03 May 3",
      "DATE 2024-05-05 5"),
    DateCase("The memo of 12-Feb-2022 says so.", nil, "DATE 2022-02-12 12-Feb-2022"),
    DateCase("The week of March 6 was calm.", "2000-03-20", "DATE 2000-W10 The week of March 6"),
    DateCase("The vote of February 30 is a joke.", "2020-03-01", "DATE 2020-02 February"),
    DateCase(
      "It was signed on 29 February 2024.", nil, "DATE 2024-02-29 29 February 2024"),
    DateCase(
      "It was signed on 29 February 2023.", nil, "DATE XXXX-02-29 29 February", "DATE 2023 2023"),
    DateCase("It was signed on 29 February.", "2023-03-05", "DATE XXXX-02-29 29 February"),
    DateCase("By June ’98 it was over.", nil, "DATE 1998-06 June ’98"),
    DateCase("On Christmas Day they sang.", "2020-12-28", "DATE 2020-12-25 Christmas Day"),
    DateCase("On New Year's Eve 2019 it snowed.", nil, "DATE 2019-12-31 New Year's Eve 2019"),
    DateCase("At Easter the shops close.", "2024-04-05", "DATE 2024-03-31 Easter"),
    DateCase("Last Thanksgiving she left.", "2000-02-10", "DATE 1999-11-25 Last Thanksgiving"),
    DateCase("They will vote on Election Day.", "1998-10-26", "DATE 1998-11-03 Election Day"),
  ]

  static let names = [
    DateCase("He spoke on Tuesday.", "2022-02-12", "DATE 2022-02-08 Tuesday"),
    DateCase("He spoke Saturday.", "2022-02-12", "DATE 2022-02-12 Saturday"),
    DateCase("He issued a note later Saturday.", "2022-02-12", "DATE 2022-02-12 Saturday"),
    DateCase("He will speak on Tuesday.", "2022-02-12", "DATE 2022-02-15 Tuesday"),
    DateCase("The ban holds until Monday.", "2022-02-12", "DATE 2022-02-14 Monday"),
    DateCase("Wednesday's ruling stands.", "2022-02-12", "DATE 2022-02-09 Wednesday"),
    DateCase("Last Friday he fell ill.", "2022-02-12", "DATE 2022-02-11 Last Friday"),
    DateCase("Next Friday they meet.", "2022-02-12", "DATE 2022-02-18 Next Friday"),
    DateCase("This Sunday they meet.", "2022-02-12", "DATE 2022-02-13 This Sunday"),
    DateCase("The draft was presented in December.", "2022-02-12", "DATE 2021-12 December"),
    DateCase("The draft will come in December.", "2022-02-12", "DATE 2022-12 December"),
    DateCase("It began in early September.", "2022-10-12", "DATE 2022-09 early September"),
    DateCase("It began in mid-November.", "2022-12-12", "DATE 2022-11 mid-November"),
    DateCase("It was set up in October 1984.", nil, "DATE 1984-10 October 1984"),
    DateCase("It was set up in June last year.", "1998-02-19", "DATE 1997-06 June last year"),
    DateCase("She left last November.", "2000-04-24", "DATE 1999-11 last November"),
    DateCase("She returns next March.", "2000-04-24", "DATE 2001-03 next March"),
    DateCase("She came this September.", "1998-11-24", "DATE 1998-09 this September"),
    DateCase(
      "Prices rose at the beginning of October.", "2020-11-01",
      "DATE 2020-10 the beginning of October"),
    DateCase(
      "He came in May and left in March.", "2020-06-01", "DATE 2020-05 May", "DATE 2020-03 March"),
    DateCase("They rallied in the winter of 1994.", nil, "DATE 1994-WI the winter of 1994"),
    DateCase("They met last summer.", "2022-02-12", "DATE 2021-SU last summer"),
    DateCase("They met in spring 2021.", nil, "DATE 2021-SP spring 2021"),
    DateCase("They meet this fall.", "2022-08-12", "DATE 2022-FA this fall"),
    DateCase("The weekend was quiet.", "1990-08-13", "DATE 1990-W32-WE The weekend"),
  ]

  static let periods = [
    DateCase("The accords were signed in 2014.", nil, "DATE 2014 2014"),
    DateCase("He ruled from 2014 to 2016.", nil, "DATE 2014 2014", "DATE 2016 2016"),
    DateCase("The 1998 crisis is forgotten.", nil, "DATE 1998 1998"),
    DateCase("The town fell in 1453.", nil, "DATE 1453 1453"),
    DateCase("Jazz ruled the 1920s.", nil, "DATE 192 the 1920s"),
    DateCase("Rents fell in the late 1970s.", nil, "DATE 197 the late 1970s"),
    DateCase("Rents fell in the mid-1990s.", nil, "DATE 199 the mid-1990s"),
    DateCase("Everyone danced in the '80s.", nil, "DATE 198 the '80s"),
    DateCase("Everyone danced in the nineties.", nil, "DATE 199 the nineties"),
    DateCase("It is a church of the 19th century.", nil, "DATE 18 the 19th century"),
    DateCase("Profit fell in the third quarter.", "1989-10-26", "DATE 1989-Q3 the third quarter"),
    DateCase(
      "Profit fell in the third quarter of 1990.", nil,
      "DATE 1990-Q3 the third quarter of 1990"),
    DateCase("The third-quarter loss grew.", "1989-10-26", "DATE 1989-Q3 third-quarter"),
    DateCase("The first half of 2020 was hard.", nil, "DATE 2020-H1 The first half of 2020"),
    DateCase("Output grew in fiscal 1989.", nil, "DATE 1989 fiscal 1989"),
    DateCase("By the end of 1990 it was gone.", nil, "DATE 1990 the end of 1990"),
    DateCase("Early 2020 saw a slump.", nil, "DATE 2020 Early 2020"),
    DateCase(
      "Sales of Q3 2022 and H1 2021 fell.", nil, "DATE 2022-Q3 Q3 2022", "DATE 2021-H1 H1 2021"),
    DateCase("Sales fell in 2022's second quarter.", nil, "DATE 2022-Q2 2022's second quarter"),
    DateCase("Music of the 1960s and 70s is back.", nil, "DATE 196 the 1960s", "DATE 197 70s"),
    DateCase("That was in nineteen ninety-six.", nil, "DATE 1996 nineteen ninety-six"),
  ]

  static let clocks = [
    DateCase(
      "It began 12 Feb 2022 - 18:40 in Kiev.", nil, "TIME 2022-02-12T18:40 12 Feb 2022 - 18:40"),
    DateCase("Sent 20220212T1840Z by wire.", nil, "TIME 2022-02-12T18:40Z 20220212T1840Z"),
    DateCase("Sent 2024-03-03T10:15 by wire.", nil, "TIME 2024-03-03T10:15 2024-03-03T10:15"),
    DateCase(
      "He left at 10 p.m. Wednesday.", "1998-02-13", "TIME 1998-02-11T22:00 10 p.m. Wednesday"),
    DateCase("He left at 10:35 a.m. in a car.", "1998-08-08", "TIME 1998-08-08T10:35 10:35 a.m."),
    DateCase("Doors open at 5pm for all.", "2020-08-08", "TIME 2020-08-08T17:00 5pm"),
    DateCase("It struck at 07:35 GMT and again.", "1998-08-07", "TIME 1998-08-07T07:35Z 07:35 GMT"),
    DateCase(
      "The truce began at noon Thursday.", "1998-02-13", "TIME 1998-02-12T12:00 noon Thursday"),
    DateCase("They came at midnight.", "1998-02-13", "TIME 1998-02-13T24:00 midnight"),
    DateCase("They talked Wednesday night.", "2000-04-07", "TIME 2000-04-05TNI Wednesday night"),
    DateCase("They talked this morning.", "2000-04-07", "TIME 2000-04-07TMO this morning"),
    DateCase("They talked last night.", "2000-04-07", "TIME 2000-04-06TNI last night"),
    DateCase("They talk tonight.", "2000-04-07", "TIME 2000-04-07TNI tonight"),
    DateCase(
      "They talked yesterday afternoon.", "2000-04-07", "TIME 2000-04-06TAF yesterday afternoon"),
    DateCase("They talk tomorrow evening.", "2000-04-07", "TIME 2000-04-08TEV tomorrow evening"),
  ]
}
