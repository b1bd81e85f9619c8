/// The report's looks: one style sheet for screen, dark screen, narrow screen and paper.
///
/// Kinds differ by line as well as by colour. Text and background keep a contrast of at least 7 : 1,
/// coloured words 4.5 : 1 (WCAG 2.2).
enum HTMLStyle {
  /// The style sheet.
  static let css = """

    :root {
      --ground: #fbfaf7; --paper: #ffffff; --ink: #1f2328; --quiet: #59636e; --rule: #d8d5cc;
      --link: #1d4f91; --direct: #d8ecd9; --direct-line: #2f7d3b; --mixed: #e3efd0;
      --mixed-line: #5f7f1e; --indirect: #e4eef7; --indirect-line: #3a6ea5; --scare: #f2ece0;
      --scare-line: #7d6b3f; --date: #fbf0c9; --date-line: #8a6500; --outlet: #f3e3f3;
      --outlet-line: #8a3d8a; --note: #fde4dc; --note-line: #a8431d;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --ground: #16181b; --paper: #1d2024; --ink: #e8e6e1; --quiet: #a5adb6; --rule: #383d43;
        --link: #9cc4f5; --direct: #213b26; --direct-line: #7fce8c; --mixed: #303b1b;
        --mixed-line: #b4cf6f; --indirect: #1f3145; --indirect-line: #86b6e8; --scare: #38322a;
        --scare-line: #cbb684; --date: #3d3416; --date-line: #e3c05e; --outlet: #3b2440;
        --outlet-line: #dd9ee0; --note: #44271c; --note-line: #f0a283;
      }
    }
    * { box-sizing: border-box; }
    body {
      margin: 0 auto; padding: 2rem 1.5rem 3rem; max-width: 78rem; background: var(--ground);
      color: var(--ink); font: 1rem/1.55 system-ui, sans-serif;
    }
    h1 { font: 600 1.7rem/1.25 Georgia, "Times New Roman", serif; margin: 0 0 .5rem; }
    h2 { font-size: 1.05rem; margin: 0 0 .6rem; }
    a { color: var(--link); text-underline-offset: .15em; }
    :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
    .skip { position: absolute; left: -99rem; }
    .skip:focus { left: 1rem; top: .5rem; background: var(--paper); padding: .3rem .6rem; }
    .facts, .role, .path, .count, .type, .cite, footer { color: var(--quiet); }
    .path { font-size: .85rem; overflow-wrap: anywhere; }
    .facts { margin: 0 0 .8rem; }
    .chain { list-style: none; display: flex; flex-wrap: wrap; gap: .3rem 1.6rem; margin: 0 0 .9rem;
      padding: 0; }
    .chain li + li::before { content: "← "; margin-left: -1.3rem; color: var(--quiet); }
    .chain span { color: var(--quiet); font-size: .85rem; }
    .legend { font-size: .85rem; display: flex; flex-wrap: wrap; gap: .4rem .9rem; margin: 0; }
    article {
      font: 1.12rem/1.75 Georgia, "Times New Roman", serif; background: var(--paper);
      border: 1px solid var(--rule); border-radius: .5rem; padding: 1.2rem 1.8rem;
    }
    article p { white-space: pre-wrap; overflow-wrap: anywhere; margin: 0 0 1.1em; max-width: 42rem; }
    article p:last-of-type { margin-bottom: 0; }
    mark {
      background: none; color: inherit; border-radius: .15em; padding: .06em 0;
      -webkit-box-decoration-break: clone; box-decoration-break: clone;
    }
    mark.direct { background: var(--direct); border-bottom: 2px solid var(--direct-line); }
    mark.mixed { background: var(--mixed); border-bottom: 2px dashed var(--mixed-line); }
    mark.indirect { background: var(--indirect); border-bottom: 2px dotted var(--indirect-line); }
    mark.scare { background: var(--scare); border-bottom: 1px dotted var(--scare-line); }
    mark.date { background: var(--date); border-bottom: 1px solid var(--date-line); }
    mark.outlet { background: var(--outlet); border-bottom: 3px double var(--outlet-line); }
    mark.note { background: var(--note); border-bottom: 2px solid var(--note-line); }
    mark.rejected { text-decoration: line-through; opacity: .75; }
    mark[tabindex] { cursor: help; }
    mark[data-n]::after {
      content: attr(data-n); font: .62em/1 system-ui, sans-serif; vertical-align: super;
      color: var(--quiet); padding-left: .15em;
    }
    mark:target { outline: 3px solid var(--link); }
    .source { text-decoration: underline solid .1em; text-underline-offset: .2em; }
    .cue { text-decoration: underline dotted .12em; text-underline-offset: .2em; }
    .card { display: none; }
    mark:hover:not(:has(mark:hover)) > .card, mark:focus > .card {
      display: block; position: fixed; z-index: 2; right: 1.5rem; bottom: 1.5rem; width: 21rem;
      max-width: calc(100vw - 3rem); max-height: 60vh; overflow: auto; padding: .8rem 1rem;
      background: var(--paper); color: var(--ink); border: 1px solid var(--quiet);
      border-radius: .5rem; box-shadow: 0 .4rem 1.6rem rgb(0 0 0 / .22); text-indent: 0;
      font: .92rem/1.45 system-ui, sans-serif; text-decoration: none; white-space: normal;
    }
    .card b, .card span { display: block; }
    .card b { font-size: 1.05rem; }
    .lists section { margin: 0 0 1.8rem; }
    details { margin: 0 0 .5rem; }
    summary { cursor: pointer; }
    .count { background: var(--rule); color: var(--ink); border-radius: 1em; padding: 0 .5em;
      font-size: .8rem; }
    .words, .timeline, .citations { margin: .3rem 0 .8rem; padding-left: 2.2rem; }
    .words a { color: inherit; text-decoration-color: var(--rule); }
    .words li, .timeline li { margin: .25rem 0; overflow-wrap: anywhere; }
    .type { font-size: .8rem; }
    .timeline { list-style: none; padding-left: 1rem; border-left: 3px solid var(--rule); }
    .timeline time { font-weight: 600; font-variant-numeric: tabular-nums; margin-right: .4rem; }
    .timeline ul { margin: .2rem 0 .8rem; padding-left: 1.1rem; }
    dl { margin: .4rem 0; } dt { font-weight: 600; } dd { margin: 0 0 .3rem 1rem; }
    .citations { font-size: .85rem; color: var(--quiet); }
    .citations a { overflow-wrap: anywhere; }
    .picture { width: 100%; height: auto; }
    .picture text { font: 13px system-ui, sans-serif; fill: var(--ink); }
    .picture path { fill: none; stroke: var(--indirect-line); opacity: .55; }
    .picture circle { fill: var(--direct-line); }
    .picture .outlet { fill: var(--outlet-line); }
    .wide { overflow-x: auto; }
    table { border-collapse: collapse; width: 100%; background: var(--paper); }
    th, td { text-align: left; vertical-align: top; padding: .4rem .7rem;
      border-bottom: 1px solid var(--rule); }
    tbody th { font-weight: 400; } thead th { font-size: .85rem; color: var(--quiet); }
    th .path { display: block; }
    .n { text-align: right; font-variant-numeric: tabular-nums; }
    td time { white-space: nowrap; }
    .set section { margin: 0 0 2.2rem; }
    header { margin: 0 0 1.6rem; }
    footer { margin-top: 2rem; font-size: .85rem; }
    @media (min-width: 62rem) {
      .page { display: grid; grid-template-columns: minmax(0, 1fr) 23rem; gap: 0 2.4rem; }
      .page header, .page footer, .page .skip { grid-column: 1 / -1; }
    }
    @media (max-width: 61.99rem) { .lists { margin-top: 1.8rem; } }
    @media (max-width: 40rem) {
      body { padding: 1rem .8rem 2rem; }
      h1 { font-size: 1.4rem; }
      article { padding: .9rem 1rem; font-size: 1.05rem; }
      mark:hover:not(:has(mark:hover)) > .card, mark:focus > .card {
        left: .8rem; right: .8rem; bottom: .8rem; width: auto; max-width: none; max-height: 45vh;
      }
    }
    @media print {
      :root { --ground: #fff; --paper: #fff; --ink: #000; --quiet: #444; }
      body { padding: 0; font-size: 10pt; display: block; max-width: none; }
      article { border: 0; padding: 0; font-size: 11pt; }
      article p { max-width: none; }
      .skip, .card { display: none !important; }
      mark { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
      a { color: inherit; text-decoration: none; }
      details::details-content { content-visibility: visible; height: auto; }
      li, tr { break-inside: avoid-page; }
      .lists { margin-top: 1.5rem; }
    }

    """
}
