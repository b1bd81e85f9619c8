extension DateSpecificationTests {
  static let lengths = """
    It took [two hours]. | 2024-06-12 | DURATION PT2H
    It took [45 minutes]. | 2024-06-12 | DURATION PT45M
    It took [a full day]. | 2024-06-12 | DURATION P1D
    It took [three and a half months]. | 2024-06-12 | DURATION P3.5M
    It took [half a year]. | 2024-06-12 | DURATION P6M
    It took [more than ten years]. | 2024-06-12 | DURATION P10Y
    It took [less than a week]. | 2024-06-12 | DURATION P1W
    It took [at least six months]. | 2024-06-12 | DURATION P6M
    It took [up to two years]. | 2024-06-12 | DURATION P2Y
    It took [nearly a decade]. | 2024-06-12 | DURATION P1DE
    It took [several weeks]. | 2024-06-12 | DURATION PXW
    It took [a couple of days]. | 2024-06-12 | DURATION P2D
    It took [two or three days]. | 2024-06-12 | DURATION P2D
    It took [two hundred years]. | 2024-06-12 | DURATION P200Y
    It took [an additional year]. | 2024-06-12 | DURATION P1Y
    It is a [six-week] course. | 2024-06-12 | DURATION P6W
    It is a [90-minute] film. | 2024-06-12 | DURATION PT90M
    It grew for [two consecutive quarters]. | 2024-06-12 | DURATION P2Q
    It fell over [the past five years]. | 2024-06-12 | DURATION P5Y
    It grows in [the next six months]. | 2024-06-12 | DURATION P6M
    It lasted [centuries]. | 2024-06-12 | DURATION PXCE
    """

  static let repeated = """
    They vote [every year]. | 2024-06-12 | SET P1Y
    They vote [every four years]. | 2024-06-12 | SET P4Y
    They vote [every other year]. | 2024-06-12 | SET P2Y
    They vote [every Monday]. | 2024-06-12 | SET XXXX-WXX-1
    They vote [every spring]. | 2024-06-12 | SET XXXX-SP
    They vote [each morning]. | 2024-06-12 | SET XXXX-XX-XXTMO
    They vote [weekly]. | 2024-06-12 | SET P1W
    They vote twice [a year]. | 2024-06-12 | SET P1Y
    They earn $20 [an hour]. | 2024-06-12 | SET PT1H
    They meet [per month] as agreed. | 2024-06-12 | SET P1M
    They vote on [Tuesdays] and [Thursdays]. | 2024-06-12 | SET XXXX-WXX-2; SET XXXX-WXX-4
    They vote [monthly]. | 2024-06-12 | SET P1M
    """

  static let vague = """
    He is [now] free. | 2024-06-12 | DATE PRESENT_REF
    He is [currently] free. | 2024-06-12 | DATE PRESENT_REF
    He was [recently] freed. | 2024-06-12 | DATE PAST_REF
    He will be free [soon]. | 2024-06-12 | DATE FUTURE_REF
    He was freed in [recent weeks]. | 2024-06-12 | DURATION PXW
    He will be freed in [the coming weeks]. | 2024-06-12 | DATE FUTURE_REF
    He thinks of [the future]. | 2024-06-12 | DATE FUTURE_REF
    He thinks of [the past]. | 2024-06-12 | DATE PAST_REF
    """

  static let none = """
    He may go. | 2024-06-12 | none
    May Brown said no. | 2024-06-12 | none
    They march on Berlin. | 2024-06-12 | none
    The sun rose. | 2024-06-12 | none
    Prices fall when demand does. | 2024-06-12 | none
    He came second. | 2024-06-12 | none
    Call 555-2014 for help. | 2024-06-12 | none
    They won 3-2 in Oslo. | 2024-06-12 | none
    They won 21-14 in Oslo. | 2024-06-12 | none
    It costs $2,014 [today]'s buyers say. | 2024-06-12 | DATE 2024-06-12
    It costs $1990. | 2024-06-12 | none
    She is 42 years old. | 2024-06-12 | none
    The 12-year-old boy ran. | 2024-06-12 | none
    A Boeing 747 landed. | 2024-06-12 | none
    The iPhone 15 sold well. | 2024-06-12 | none
    Version 1.2.3 is out. | 2024-06-12 | none
    Room 2014 is locked. | 2024-06-12 | none
    April Ryan asked. | 2024-06-12 | none
    June Carter sang. | 2024-06-12 | none
    The august body met. | 2024-06-12 | none
    USA Today reported it. | 2024-06-12 | none
    Three-quarters of them left. | 2024-06-12 | none
    About 2000 people came. | 2024-06-12 | none
    The road is 2000 m long. | 2024-06-12 | none
    Resolution 1973 passed. | 2024-06-12 | none
    The Daily Mail reported it. | 2024-06-12 | none
    At the same time he smiled. | 2024-06-12 | none
    Black Friday sales began. | 2024-06-12 | none
    They bought Christmas trees. | 2024-06-12 | none
    The spring broke. | 2024-06-12 | none
    Mon repos is a house. | 2024-06-12 | none
    The decision was sat upon. | 2024-06-12 | none
    He drove 1 1/2 miles. | 2024-06-12 | none
    Dial 0049 1234 5678. | 2024-06-12 | none
    ISBN 978-3-16-148410-0 is wrong. | 2024-06-12 | none
    Page 1984 is missing. | 2024-06-12 | none
    The score was 10:9. | 2024-06-12 | none
    He scored a 7.5 average. | 2024-06-12 | none
    She wed in white. | 2024-06-12 | none
    The tower is 300 feet tall. | 2024-06-12 | none
    Fall in line. | 2024-06-12 | none
    One second opinion helped. | 2024-06-12 | none
    Three quarters of them agreed. | 2024-06-12 | none
    The march went on. | 2024-06-12 | none
    The Sun newspaper folded. | 2024-06-12 | none
    Sat down, he slept. | 2024-06-12 | none
    Flight 2024 was late. | 2024-06-12 | none
    They beat them 6-4, 7-5. | 2024-06-12 | none
    Its number is 1-800-2014. | 2024-06-12 | none
    The M16 rifle jammed. | 2024-06-12 | none
    He owns 50 per cent. | 2024-06-12 | none
    Chapter 1848 ends. | 2024-06-12 | none
    Section 2010 applies. | 2024-06-12 | none
    Bloody Sunday was filmed. | 2024-06-12 | none
    """

  static let german = """
    Der Minister sagte am [Dienstag], die Brücke sei zu. | 2024-02-14 | DATE 2024-02-13
    Die Brücke wurde am [3. März 2024] gesperrt. | 2024-04-14 | DATE 2024-03-03
    Die Brücke wurde am [3. März] gesperrt. | 2024-04-14 | DATE 2024-03-03
    Die Brücke wurde am [03.12.2021] gesperrt. | 2024-04-14 | DATE 2021-12-03
    Die Sitzung begann am [3. Oktober 2023 um 14.30 Uhr]. | 2024-02-14 | TIME 2023-10-03T14:30
    Die Brücke wird im [März 2025] geöffnet. | 2024-02-14 | DATE 2025-03
    Das hatte er [vor zwei Wochen] gesagt. | 2024-02-14 | DATE 2024-W05
    Das hatte er [letzte Woche] gesagt. | 2024-02-14 | DATE 2024-W06
    Das hatte er [gestern Abend] gesagt. | 2024-02-14 | TIME 2024-02-13TEV
    Das wird er [übermorgen] sagen. | 2024-02-14 | DATE 2024-02-16
    Sie ist seit [Anfang April] gesperrt. | 2024-02-14 | DATE 2023-04
    Das war in [den 1990er Jahren] nicht anders. | 2024-02-14 | DATE 199
    Das war im [19. Jahrhundert] nicht anders. | 2024-02-14 | DATE 18
    Das war im Jahr [2014] nicht anders. | 2024-02-14 | DATE 2014
    Der Bau wird [drei Jahre] dauern. | 2024-02-14 | DURATION P3Y
    Die Sitzung war im [vergangenen Sommer]. | 2024-02-14 | DATE 2023-SU
    Sie tagen [jeden Montag] in der Stadt. | 2024-02-14 | SET XXXX-WXX-1
    Der Zug fährt [täglich] und ist voll. | 2024-02-14 | SET P1D
    Die Nummer 1984 ist nicht frei. | 2024-02-14 | none
    """
}
