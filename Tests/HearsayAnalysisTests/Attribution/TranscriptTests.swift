import HearsayTestSupport
import Testing

/// Speech behind a label, and what looks like one; every article is invented.
@Suite struct TranscriptTests {
  @Test(arguments: speech)
  func `speech behind a label`(_ row: AttributionCase) { row.expect() }
  @Test(arguments: headings)
  func `no speech behind a heading`(_ row: AttributionCase) { row.expect() }

  /// Transcripts and interviews.
  static let speech = [
    AttributionCase(
      "two labels in capitals",
      """
      {{source q1|PRICE}}{{cue q1 =label|:}} {{content q1 =direct:PRICE|We will stay.}}

      {{source q2|RUIZ}}{{cue q2 =label|:}} {{content q2 =direct:RUIZ|The river will fall.}}
      """),
    AttributionCase(
      "a label that comes again",
      """
      {{source q1|PRICE}}{{cue q1 =label|:}} {{content q1 =direct:PRICE|We will stay.}}

      {{source q2|PRICE}}{{cue q2 =label|:}} {{content q2 =direct:PRICE|The river will fall.}}
      """),
    AttributionCase(
      "the label is a surname of the article",
      """
      Ned Price met the press.

      {{source q1|PRICE}}{{cue q1 =label|:}} {{content q1 =direct:Ned Price|We will stay.}}

      {{source q2|QUESTION}}{{cue q2 =label|:}} {{content q2 =direct:QUESTION|Why?}}
      """),
    AttributionCase(
      "question and answer",
      """
      {{source q1|Q}}{{cue q1 =label|:}} {{content q1 =direct:Q|Will you stay?}}

      {{source q2|A}}{{cue q2 =label|:}} {{content q2 =direct:A|We will stay.}}
      """),
    AttributionCase(
      "question and answer in words",
      """
      {{source q1|Question}}{{cue q1 =label|:}} {{content q1 =direct:Question|Will you stay?}}

      {{source q2|Answer}}{{cue q2 =label|:}} {{content q2 =direct:Answer|We will stay.}}
      """),
    AttributionCase(
      "Mr and a surname, several times",
      """
      Ned Price met the press.

      {{source q1|Mr. Price}}{{cue q1 =label|:}} {{content q1 =direct:Ned Price|We will stay.}}

      {{source q2|Mr. Price}}{{cue q2 =label|:}} {{content q2 =direct:Ned Price|The river will \
      fall.}}
      """),
    AttributionCase(
      "a full name in small letters, twice",
      """
      {{source q1|Ana Ruiz}}{{cue q1 =label|:}} {{content q1 =direct:Ana Ruiz|We will stay.}}

      The river rose.

      {{source q2|Ana Ruiz}}{{cue q2 =label|:}} {{content q2 =direct:Ana Ruiz|The river will \
      fall.}}
      """),
    AttributionCase(
      "two parts before the colon",
      """
      {{source q1|NED PRICE, SPOKESMAN}}{{cue q1 =label|:}} {{content q1 =direct:NED PRICE|We \
      will stay.}}

      {{source q2|RUIZ}}{{cue q2 =label|:}} {{content q2 =direct:RUIZ|Why?}}
      """),
    AttributionCase(
      "a title in capitals",
      """
      Ana Ruiz met the press.

      {{source q1|MAYOR RUIZ}}{{cue q1 =label|:}} {{content q1 =direct:Ana Ruiz|We will stay.}}

      {{source q2|QUESTION}}{{cue q2 =label|:}} {{content q2 =direct:QUESTION|Why?}}
      """),
    AttributionCase(
      "brackets behind the label",
      """
      {{source q1|RUIZ}} (laughs){{cue q1 =label|:}} {{content q1 =direct:RUIZ|We will stay.}}

      {{source q2|PRICE}}{{cue q2 =label|:}} {{content q2 =direct:PRICE|Why?}}
      """),
    AttributionCase(
      "several sentences behind a label",
      """
      {{source q1|RUIZ}}{{cue q1 =label|:}} {{content q1 =direct:RUIZ|We will stay. The river \
      will fall. Then we build.}}

      {{source q2|PRICE}}{{cue q2 =label|:}} {{content q2 =direct:PRICE|Why?}}
      """),
    AttributionCase(
      "a paragraph between labels",
      """
      {{source q1|RUIZ}}{{cue q1 =label|:}} {{content q1 =direct:RUIZ|We will stay.}}

      The river rose.

      {{source q2|PRICE}}{{cue q2 =label|:}} {{content q2 =direct:PRICE|Why?}}
      """),
    AttributionCase(
      "marks around all a label says",
      """
      {{source q1|RUIZ}}{{cue q1 =colon|:}} {{content q1 =direct:RUIZ|“We will stay.”}}

      {{source q2|PRICE}}{{cue q2 =label|:}} {{content q2 =direct:PRICE|Why?}}

      {{source q3|OKAFOR}}{{cue q3 =label|:}} {{content q3 =direct:OKAFOR|Nobody knows.}}
      """),
    AttributionCase(
      "a quotation inside what a label says",
      """
      {{source q1|RUIZ}}{{cue q1 =label|:}} {{content q1 =direct:RUIZ|{{source q2|My father}} \
      {{cue q2|said}} {{content q2 =mixed:My father|“stay”}} and I stay.}}

      {{source q3|PRICE}}{{cue q3 =label|:}} {{content q3 =direct:PRICE|Why?}}
      """),
    AttributionCase(
      "starred labels of an interview",
      """
      **{{source q1|Q}}{{cue q1|:}}** {{content q1 =direct:Q|Will you stay?}}

      **{{source q2|A}}{{cue q2|:}}** {{content q2 =direct:A|We will stay.}}
      """),
    AttributionCase(
      "the moderator",
      """
      {{source q1|MODERATOR}}{{cue q1 =label|:}} {{content q1 =direct:MODERATOR|Will you stay?}}

      {{source q2|RUIZ}}{{cue q2 =label|:}} {{content q2 =direct:RUIZ|We will stay.}}
      """),
    AttributionCase(
      "a label of three words",
      """
      {{source q1|REP. ANA RUIZ}}{{cue q1 =label|:}} {{content q1 =direct:ANA RUIZ|We will stay.}}

      {{source q2|PRICE}}{{cue q2 =label|:}} {{content q2 =direct:PRICE|Why?}}
      """),
    AttributionCase(
      "lines without blank ones between",
      """
      {{source q1|RUIZ}}{{cue q1 =label|:}} {{content q1 =direct:RUIZ|We will stay.}}
      {{source q2|PRICE}}{{cue q2 =label|:}} {{content q2 =direct:PRICE|Why?}}
      """),
  ]

  /// Notes, datelines, times, numbers.
  static let headings = [
    AttributionCase(
      "a note",
      """
      Note: the bridge is closed.

      Note: the river is high.
      """),
    AttributionCase(
      "an update",
      """
      UPDATE: The bridge is closed.

      CORRECTION: The river is high.
      """),
    AttributionCase(
      "read more in the text",
      """
      Read more: The river is high.

      Read more: The bridge is closed.
      """),
    AttributionCase(
      "a dateline",
      """
      WASHINGTON: The bridge is closed.

      The river is high.
      """),
    AttributionCase(
      "a time of day",
      """
      10:30 The bridge is closed.

      11:45 The river is high.
      """),
    AttributionCase(
      "a heading that comes once",
      """
      The bridge was closed.

      What comes next: The river will fall.
      """),
    AttributionCase(
      "an address",
      """
      Email: a.ruiz@nova.example

      Phone: 555 0100
      """),
    AttributionCase(
      "an address of the web",
      """
      The page is at https://nova.example/bridge and http://nova.example/river.
      """),
    AttributionCase(
      "a ratio",
      """
      The vote was 12:3.

      The other was 14:1.
      """),
    AttributionCase(
      "a list of facts",
      """
      Length: 120 metres. It is old.

      Width: 12 metres. It is narrow.
      """),
    AttributionCase(
      "a weekday",
      """
      Monday: The bridge is closed.

      Tuesday: The river is high.
      """),
    AttributionCase(
      "a colon inside a sentence",
      """
      The bridge has one fault: It leans.

      The river has one too: It floods.
      """),
    AttributionCase(
      "a single label that is nobody's",
      """
      The river rose.

      Safety: The bridge leans and the road is wet.
      """),
    AttributionCase(
      "a label with nothing behind it",
      """
      RUIZ:

      PRICE:
      """),
    AttributionCase(
      "small letters before the colon",
      """
      the mayor: We will stay.

      the mayor: The river will fall.
      """),
    AttributionCase(
      "names and their numbers",
      """
      Ana Ruiz: 1,769.

      Ana Ruiz: 2,316.
      """),
    AttributionCase(
      "states and their numbers",
      """
      Florida: 29 bridges are closed.

      Ohio: 18 bridges are closed.
      """),
  ]
}
