internal import Mustache

/// The report's pages as templates.
struct HTMLPages: Sendable {
  /// The page of one article.
  let article: MustacheTemplate
  /// The page of a set.
  let index: MustacheTemplate

  /// Reads the templates; ours are tested, so none can fail to be read.
  init() {
    article = HTMLPages.template(HTMLPages.articleText)
    index = HTMLPages.template(HTMLPages.indexText)
  }

  private static func template(_ text: String) -> MustacheTemplate {
    do {
      return try MustacheTemplate(string: text)
    } catch {
      assertionFailure("A template of the report is broken: \(error)")
      return HTMLPages.template("")
    }
  }

  private static let head = """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    """

  private static let articleText =
    head + """

      <title>{{title}} · Hearsay</title>
      <style>{{{style}}}</style>
      </head>
      <body class="page">
      <a class="skip" href="#text">Skip to the text</a>
      <header>
      <h1>{{title}}</h1>
      <p class="facts">{{#date}}<time datetime="{{date}}">{{date}}</time> · {{/date}}{{counts}}<br>
      <span class="path">{{path}}</span></p>
      {{#has-chain}}
      <ol class="chain" aria-label="Where the text comes from">
      {{#chain}}<li><b>{{name}}</b> <span>{{role}} · {{evidence}}</span></li>
      {{/chain}}
      </ol>
      {{/has-chain}}
      <p class="legend"><mark class="direct">direct</mark> <mark class="mixed">mixed</mark>
      <mark class="indirect">indirect</mark> <mark class="scare">nobody credited</mark>
      <span class="source">source</span> <span class="cue">cue</span>
      <mark class="date">date</mark> <mark class="outlet">outlet</mark></p>
      </header>
      <main id="text">
      <article>{{{body}}}</article>
      </main>
      <aside class="lists">
      {{#has-speakers}}
      <section aria-labelledby="h-speakers">
      <h2 id="h-speakers">Speakers</h2>
      {{#speakers}}
      <details open>
      <summary><b>{{name}}</b>{{#role}} <span class="role">{{role}}</span>{{/role}} <span class="count">{{count}}</span></summary>
      <ol class="words">
      {{#list}}<li value="{{number}}"><a href="#{{anchor}}">{{words}}</a> <span class="type">{{type}}</span></li>
      {{/list}}
      </ol>
      </details>
      {{/speakers}}
      </section>
      {{/has-speakers}}
      {{#picture}}
      <section aria-labelledby="h-picture">
      <h2 id="h-picture">Who quotes whom</h2>
      {{{picture}}}
      </section>
      {{/picture}}
      {{#has-dates}}
      <section aria-labelledby="h-dates">
      <h2 id="h-dates">Timeline</h2>
      <ol class="timeline">
      {{#dates}}<li><time>{{value}}</time> <a href="#{{anchor}}">{{words}}</a></li>
      {{/dates}}
      </ol>
      </section>
      {{/has-dates}}
      {{#has-outlets}}
      <section aria-labelledby="h-outlets">
      <h2 id="h-outlets">Outlets</h2>
      {{#outlets}}
      <details>
      <summary><b>{{title}}</b> <span class="role">{{subtitle}}</span></summary>
      <dl>
      {{#lines}}<dt>{{label}}</dt>
      {{#statements}}<dd>{{text}} <span class="cite">{{sources}}</span></dd>
      {{/statements}}{{/lines}}
      </dl>
      <ol class="citations">
      {{#citations}}<li value="{{number}}">{{text}}{{#address}} <a href="{{address}}" rel="noreferrer">{{address}}</a>{{/address}}</li>
      {{/citations}}
      </ol>
      </details>
      {{/outlets}}
      </section>
      {{/has-outlets}}
      </aside>
      <footer>Made by Hearsay. Suggestions are a program’s, with its confidence; nothing here rates the truth of a statement.</footer>
      </body>
      </html>

      """

  /// The page of places where annotators differ.
  static func disagreements(
    _ list: [Disagreement], _ annotators: [String], jump: (Disagreement) -> String,
    words: (Disagreement.Opinion) -> String
  ) -> String {
    let rows = list.map { item -> [String: Any] in
      [
        "place": jump(item), "kind": item.kind, "reasons": item.reasons.joined(separator: ", "),
        "opinions": item.opinions.map(words),
      ]
    }
    return template(disagreementsText).render([
      "style": HTMLStyle.css, "count": list.count, "annotators": annotators, "rows": rows,
    ])
  }

  private static let disagreementsText =
    head + """

      <title>{{count}} disagreements · Hearsay</title>
      <style>{{{style}}}</style>
      </head>
      <body class="set">
      <header><h1>{{count}} disagreements</h1></header>
      <main>
      <div class="wide" tabindex="0" role="region" aria-label="Disagreements">
      <table>
      <thead><tr><th scope="col">Place</th><th scope="col">Kind</th><th scope="col">Differs in</th>{{#annotators}}<th scope="col">{{.}}</th>{{/annotators}}</tr></thead>
      <tbody>
      {{#rows}}<tr><th scope="row">{{place}}</th><td>{{kind}}</td><td>{{reasons}}</td>{{#opinions}}<td>{{.}}</td>{{/opinions}}</tr>
      {{/rows}}
      </tbody>
      </table>
      </div>
      </main>
      <footer>Made by Hearsay.</footer>
      </body>
      </html>

      """

  private static let indexText =
    head + """

      <title>{{count}} articles · Hearsay</title>
      <style>{{{style}}}</style>
      </head>
      <body class="set">
      <header><h1>{{count}} articles</h1></header>
      <main>
      <section aria-labelledby="h-documents">
      <h2 id="h-documents">Articles</h2>
      <div class="wide" tabindex="0" role="region" aria-labelledby="h-documents">
      <table>
      <thead><tr><th scope="col">Date</th><th scope="col">Article</th><th scope="col">Came through</th><th scope="col" class="n">Quotations</th><th scope="col" class="n">Dates</th><th scope="col" class="n">Outlets</th></tr></thead>
      <tbody>
      {{#documents}}<tr><td><time>{{date}}</time></td><th scope="row"><a href="{{address}}">{{title}}</a> <span class="path">{{path}}</span></th><td>{{chain}}</td><td class="n">{{quotations}}</td><td class="n">{{dates}}</td><td class="n">{{outlets}}</td></tr>
      {{/documents}}
      </tbody>
      </table>
      </div>
      </section>
      {{#has-speakers}}
      <section aria-labelledby="h-speakers">
      <h2 id="h-speakers">Speakers</h2>
      <div class="wide" tabindex="0" role="region" aria-labelledby="h-speakers">
      <table>
      <thead><tr><th scope="col">Name</th><th scope="col">Role</th><th scope="col" class="n">Statements</th><th scope="col" class="n">Articles</th></tr></thead>
      <tbody>
      {{#speakers}}<tr><th scope="row">{{name}}</th><td>{{role}}</td><td class="n">{{statements}}</td><td class="n">{{documents}}</td></tr>
      {{/speakers}}
      </tbody>
      </table>
      </div>
      </section>
      {{/has-speakers}}
      {{#has-arrows}}
      <section aria-labelledby="h-picture">
      <h2 id="h-picture">Who quotes whom</h2>
      {{#picture}}<div class="wide" tabindex="0" role="region" aria-labelledby="h-picture">{{{picture}}}</div>{{/picture}}
      <details>
      <summary>The same in words</summary>
      <div class="wide" tabindex="0" role="region" aria-labelledby="h-picture">
      <table>
      <thead><tr><th scope="col">From</th><th scope="col">What</th><th scope="col">To</th><th scope="col" class="n">Statements</th><th scope="col">When</th></tr></thead>
      <tbody>
      {{#arrows}}<tr><td>{{from}}</td><td>{{relation}}</td><td>{{to}}</td><td class="n">{{count}}</td><td>{{when}}</td></tr>
      {{/arrows}}
      </tbody>
      </table>
      </div>
      </details>
      </section>
      {{/has-arrows}}
      {{#has-days}}
      <section aria-labelledby="h-days">
      <h2 id="h-days">Timeline of statements</h2>
      <ol class="timeline">
      {{#days}}<li><time>{{day}}</time>
      <ul>{{#list}}<li><b>{{speaker}}</b>: <a href="{{address}}">{{words}}</a></li>
      {{/list}}</ul></li>
      {{/days}}
      </ol>
      {{#omitted}}<p>{{omitted}} more statements are in the articles’ own pages.</p>{{/omitted}}
      </section>
      {{/has-days}}
      </main>
      <footer>Made by Hearsay. Suggestions are a program’s, with its confidence; nothing here rates the truth of a statement.</footer>
      </body>
      </html>

      """
}
