import HearsayTestSupport
import Testing

/// Speech that only the page's layout credits; every article is invented.
@Suite struct LayoutTests {
  @Test(arguments: headlines)
  func `headlines that credit by a colon`(_ row: AttributionCase) { row.expect() }
  @Test(arguments: lists)
  func `lists that somebody announces`(_ row: AttributionCase) { row.expect() }
  @Test(arguments: captions)
  func `captions of pictures`(_ row: AttributionCase) { row.expect() }

  /// And those that do not.
  static let headlines = [
    AttributionCase(
      "a surname and a clause",
      """
      {{source q1 =part-of-name|Ruiz}}{{cue q1 =colon|:}} {{content q1 =indirect:Ana Ruiz|River \
      is too high}}

      Mayor Ana Ruiz closed the bridge.
      """),
    AttributionCase(
      "a full name and a clause",
      """
      {{source q1|Ana Ruiz}}{{cue q1|:}} {{content q1 =indirect:Ana Ruiz|River is too high}}

      The bridge was closed.
      """),
    AttributionCase(
      "a headline with a stop",
      """
      {{source q1|Ana Ruiz}}{{cue q1|:}} {{content q1 =indirect:Ana Ruiz|River is too high}}.

      The bridge was closed.
      """),
    AttributionCase(
      "a role and a clause",
      """
      {{source q1|Mayor}}{{cue q1|:}} {{content q1 =indirect:Mayor|River is too high}}

      The bridge was closed.
      """),
    AttributionCase(
      "an organisation and a clause",
      """
      {{source q1|NATO}}{{cue q1|:}} {{content q1 =indirect:NATO|River is too high}}

      The bridge was closed.
      """),
    AttributionCase(
      "a city for its government",
      """
      {{source q1|Moscow}}{{cue q1|:}} {{content q1 =indirect:Moscow|Bridge is closed}}

      The river rose.
      """),
    AttributionCase(
      "a crowd",
      """
      {{source q1|Farmers}}{{cue q1|:}} {{content q1 =indirect:Farmers|River is too high}}

      The bridge was closed.
      """),
    AttributionCase(
      "a document",
      """
      {{source q1|Report}}{{cue q1|:}} {{content q1 =indirect:Report|River is too high}}

      The bridge was closed.
      """),
    AttributionCase(
      "the name behind",
      """
      {{content q1 =indirect:Ana Ruiz|River is too high}}{{cue q1 =colon|:}} {{source q1|Ana Ruiz}}

      The bridge was closed.
      """),
    AttributionCase(
      "the surname behind",
      """
      {{content q1 =indirect:Ana Ruiz|River is too high}}{{cue q1|:}} {{source q1|Ruiz}}

      Mayor Ana Ruiz closed the bridge.
      """),
    AttributionCase(
      "single marks around all of it",
      """
      {{source q1|Ana Ruiz}}{{cue q1|:}} {{content q1 =direct:Ana Ruiz|‘River Is Too High’}}

      The bridge was closed.
      """),
    AttributionCase(
      "exclusive before the name",
      """
      Exclusive – {{source q1|Ana Ruiz}}{{cue q1|:}} {{content q1 =indirect:Ana Ruiz|River is \
      too high}}

      The bridge was closed.
      """),
    AttributionCase(
      "a question is asked",
      """
      {{source q1|Ana Ruiz}}{{cue q1|:}} {{content q1 =indirect:Ana Ruiz|Who will pay for the \
      bridge?}}

      The bridge was closed.
      """),
    AttributionCase(
      "a headline inside the article",
      """
      The bridge was closed.

      {{source q1|Ana Ruiz}}{{cue q1|:}} {{content q1 =indirect:Ana Ruiz|River is too high}}

      The river rose.
      """),
    AttributionCase(
      "words that are nobody",
      """
      River Over Road: Bridge is closed

      The bridge was closed.
      """),
    AttributionCase(
      "a subject and not a speaker",
      """
      Bridge of sighs: why the river wins

      The bridge was closed.
      """),
    AttributionCase(
      "a surname nobody has",
      """
      Ruiz: River is too high

      The bridge was closed.
      """),
    AttributionCase(
      "a kicker",
      """
      Opinion: River is too high

      The bridge was closed.
      """),
    AttributionCase(
      "a colon before a list of names",
      """
      Wanted: Ana Ruiz

      The bridge was closed.
      """),
    AttributionCase(
      "a sentence of the article with a name and a colon",
      """
      The bridge was closed.

      Ana Ruiz: she built the bridge, closed it and sold it within a year.
      """),
  ]

  /// And those that nobody does.
  static let lists = [
    AttributionCase(
      "dashes below an announcement",
      """
      {{source q1|{{source q2|Ana Ruiz}}}} made three demands:

      – {{content q1 =indirect:Ana Ruiz|close the bridge}};

      – {{content q2 =indirect:Ana Ruiz|open the road}}.
      """),
    AttributionCase(
      "bullets below a verb of saying",
      """
      {{source q1|{{source q2|Ana Ruiz}}}} {{cue q1|{{cue q2|said}}}}:

      • {{content q1 =indirect:Ana Ruiz|the bridge is closed}};

      • {{content q2 =indirect:Ana Ruiz|the road is open}}.
      """),
    AttributionCase(
      "numbers below an announcement",
      """
      {{source q1|{{source q2|Ana Ruiz}}}} {{cue q1|{{cue q2|said}}}}:

      1. {{content q1 =indirect:Ana Ruiz|The bridge is closed}}.

      2. {{content q2 =indirect:Ana Ruiz|The road is open}}.
      """),
    AttributionCase(
      "stars of a plain text",
      """
      {{source q1|{{source q2|Ana Ruiz}}}} {{cue q1|{{cue q2|said}}}}:
      * {{content q1 =indirect:Ana Ruiz|the bridge is closed}}
      * {{content q2 =indirect:Ana Ruiz|the road is open}}
      """),
    AttributionCase(
      "items of a wrapped line's length",
      """
      {{source q1|{{source q2|Ana Ruiz}}}} {{cue q1|{{cue q2|said}}}}:

      - {{content q1 =indirect:Ana Ruiz|the bridge over the lower river is closed until the \
      spring}};
      - {{content q2 =indirect:Ana Ruiz|the road along the upper river is open until the autumn}}.
      """),
    AttributionCase(
      "an item in marks",
      """
      {{source q1|Ana Ruiz}} {{cue q1|said}}:

      – {{content q1 =direct:Ana Ruiz|“The bridge is closed.”}}
      """),
    AttributionCase(
      "the role announces",
      """
      Mayor Ana Ruiz came. {{source q1 =role|The mayor}} {{cue q1|said}}:

      – {{content q1 =indirect:Ana Ruiz|the bridge is closed}}.
      """),
    AttributionCase(
      "a list that nobody announces",
      """
      The bridge was closed.

      – the river is high;

      – the road is open.
      """),
    AttributionCase(
      "a list behind a sentence without a colon",
      """
      {{content q1 =direct:Ana Ruiz|“We will stay,”}} {{source q1|Ana Ruiz}} {{cue q1|said}}.

      – the river is high.
      """),
    AttributionCase(
      "the list ends where the bullets end",
      """
      {{source q1|Ana Ruiz}} {{cue q1|said}}:

      – {{content q1 =indirect:Ana Ruiz|the bridge is closed}}.

      The river rose.

      – the road is open.
      """),
    AttributionCase(
      "an item with its own speaker",
      """
      {{source q1|Ana Ruiz}} {{cue q1|said}}:

      – {{content q1 =indirect:Ana Ruiz|the bridge is closed}}.

      – {{content q2 =direct:Peter Okafor|“We will stay,”}} {{source q2|Peter Okafor}} \
      {{cue q2|said}}.
      """),
  ]

  /// Who is seen is not who speaks next.
  static let captions = [
    AttributionCase(
      "a caption that quotes",
      """
      Photo: {{source q1|Ana Ruiz}} {{cue q1|said}} the river was \
      {{content q1 =mixed:Ana Ruiz|“too high.”}}
      """),
    AttributionCase(
      "a caption between announcement and quotation",
      """
      {{source q1|Ana Ruiz}} {{cue q1|told}} the council:

      Photo: Oleg Petrov at the bridge

      {{content q1 =direct:Ana Ruiz|“We will stay.”}}
      """),
    AttributionCase(
      "a caption names nobody who speaks",
      """
      Ana Ruiz came late.

      Mireille Aubert at the bridge (Photo: Luc Aubert)

      {{content q1 =direct:Ana Ruiz|“We will stay,”}} {{source q1|she}} {{cue q1|said}}.
      """),
    AttributionCase(
      "a file photo",
      """
      Ana Ruiz came late.

      FILE - Mireille Aubert at the bridge

      {{content q1 =direct:Ana Ruiz|“We will stay,”}} {{source q1|she}} {{cue q1|said}}.
      """),
    AttributionCase(
      "an agency's picture",
      """
      Ana Ruiz came late.

      Mireille Aubert at the bridge. Getty Images

      {{content q1 =direct:Ana Ruiz|“We will stay,”}} {{source q1|she}} {{cue q1|said}}.
      """),
    AttributionCase(
      "pictured",
      """
      Ana Ruiz came late.

      Pictured: Mireille Aubert at the bridge

      {{content q1 =direct:Ana Ruiz|“We will stay,”}} {{source q1|she}} {{cue q1|said}}.
      """),
    AttributionCase(
      "a photo in a sentence is no caption",
      """
      Ana Ruiz came late. The photo showed Maria Keller. {{content q1 =direct:Maria Keller|“We \
      will stay,”}} {{source q1|she}} {{cue q1|said}}.
      """),
  ]
}
