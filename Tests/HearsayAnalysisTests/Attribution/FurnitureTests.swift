import HearsayTestSupport
import Testing

/// Page furniture holds no quotation and no date but the day of publication.
@Suite struct FurnitureTests {
  @Test(arguments: pages)
  func `furniture around an article`(_ row: AttributionCase) { row.expectPage() }

  /// Every article is invented.
  static let pages = [
    AttributionCase(
      "a box of links",
      """
      Ana Ruiz closed the bridge.

      {{furniture|Read more
      }}{{furniture|“We will stay,” says mayor on Tuesday
      }}{{furniture|Farmers fear “a flood”

      }}The river rose.
      """),
    AttributionCase(
      "a line for sharing",
      """
      {{furniture|Share on Facebook

      }}{{content q1 =direct:Ana Ruiz|“We will stay,”}} {{cue q1|said}} {{source q1|Ana Ruiz}}.
      """),
    AttributionCase(
      "a line that names a reporter's account, and the same in marks",
      """
      {{content q1 =direct:Ana Ruiz|“We will stay,”}} {{cue q1|said}} {{source q1|Ana Ruiz}}.

      {{furniture|Follow Bo Lind on Twitter: @bolind.

      }}{{furniture|"Follow Bo Lind on Twitter @bolind."}}
      """),
    AttributionCase(
      "“follow us” at the beginning of what somebody says",
      """
      {{content q1 =direct:Ana Ruiz|“Follow me on Twitter,”}} {{cue q1|said}} \
      {{source q1|Ana Ruiz}}.

      {{content q2 =direct:Ana Ruiz|“Follow us and you will see it,”}} {{source q2|she}} {{cue q2|added}}.
      """),
    AttributionCase(
      "a form for comments",
      """
      {{content q1 =direct:Ana Ruiz|“We will stay,”}} {{cue q1|said}} {{source q1|Ana Ruiz}}.

      {{furniture|Leave a comment

      }}{{furniture|Your email address will not be published.}}
      """),
    AttributionCase(
      "a notice on cookies",
      """
      {{furniture|This website uses cookies to improve your experience.

      }}{{content q1 =direct:Ana Ruiz|“We will stay,”}} {{cue q1|said}} {{source q1|Ana Ruiz}}.
      """),
    AttributionCase(
      "all rights reserved",
      """
      {{content q1 =direct:Ana Ruiz|“We will stay,”}} {{cue q1|said}} {{source q1|Ana Ruiz}}.

      {{furniture|© 2024 Nova Herald. All rights reserved.}}
      """),
    AttributionCase(
      "a publish line keeps its date",
      """
      {{furniture|Publish date {{date =2022-02-12T18:40|12 Feb 2022 - 18:40}}

      }}{{content q1 =direct:Ana Ruiz|“We will stay,”}} {{cue q1|said}} {{source q1|Ana Ruiz}}.
      """),
    AttributionCase(
      "a publish line with the date glued to it",
      """
      {{furniture|Publish date{{date =2022-02-12T18:40|12 Feb 2022 - 18:40}}

      }}The bridge was closed on {{date =2022-02-08|Tuesday}}.
      """),
    AttributionCase(
      "an advertisement",
      """
      {{furniture|Advertisement

      }}{{content q1 =direct:Ana Ruiz|“We will stay,”}} {{cue q1|said}} {{source q1|Ana Ruiz}}.
      """),
    AttributionCase(
      "a subscription",
      """
      {{furniture|Sign up for our newsletter

      }}{{content q1 =direct:Ana Ruiz|“We will stay,”}} {{cue q1|said}} \
      {{source q1|Ana Ruiz}} on {{date =XXXX-WXX-2|{{problem =unresolved-date|Tuesday}}}}.
      """),
    AttributionCase(
      "a box of links whose head has no colon",
      """
      Ana Ruiz closed the bridge.

      {{furniture|Related articles
      }}{{furniture|Mayor “will not resign”

      }}The river rose again in {{date =XXXX-XX-XXTNI|{{problem =unresolved-date|the night}}}}, \
      and nobody in the town slept.
      """),
    AttributionCase("a tag line", "{{furniture|Tags: “river”, bridge}}"),
  ]
}
