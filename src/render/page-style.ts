/** Colours, type and what all pages of ours share. Contrast is at least 4.5 to 1 in light and in dark. */
export const sharedStyle = `
:root {
  color-scheme: light dark;
  --paper: #f8f6f1; --surface: #fffefb; --ink: #1b1e24; --soft: #565a63; --line: #e0dacd; --link: #214a80;
  --cover: #1b2c49; --cover-ink: #f6f0e2; --cover-soft: #c9cbd0; --gold: #d8b96c;
  --good: #17603a; --good-paper: #eaf4ec; --good-line: #a9cfb5;
  --bad: #9c1f28; --bad-paper: #fbedeb; --bad-line: #e3b4af;
  --warning: #7a4d00; --warning-paper: #fcf3df; --warning-line: #e2c98f;
  --quiet: #454b57; --quiet-paper: #efeee9; --quiet-line: #cfcbc0;
  --p1: #27517f; --p2: #2f7470; --p3: #8a6a1f; --p4: #7c4a6e; --p5: #a0522d;
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "URW Palladio L", P052, Charter, Georgia, "Noto Serif", "Liberation Serif", serif;
  --sans: -apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Liberation Sans", Arial, sans-serif;
  --mono: ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", "DejaVu Sans Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14171c; --surface: #1a1e25; --ink: #e9e6df; --soft: #a5a9b1; --line: #30353e; --link: #9cc0ef;
    --cover: #101a2c; --cover-ink: #f3ecdc; --cover-soft: #b4b9c4; --gold: #d8b96c;
    --good: #8ed4a8; --good-paper: #14251b; --good-line: #2c5a3e;
    --bad: #f2a29c; --bad-paper: #2b1717; --bad-line: #6b3434;
    --warning: #e6c078; --warning-paper: #292010; --warning-line: #66501f;
    --quiet: #bcc1ca; --quiet-paper: #1d2128; --quiet-line: #3b414c;
    --p1: #7fa9da; --p2: #6fb7b1; --p3: #cfae62; --p4: #c193b6; --p5: #dd9a76;
  }
}
*, ::before, ::after { box-sizing: border-box }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1rem }
body { margin: 0; background: var(--paper); color: var(--ink); font: 400 1rem/1.55 var(--sans); overflow-wrap: anywhere }
h1, h2, h3, h4 { font-family: var(--serif); font-weight: 600; line-height: 1.22; margin: 0; text-wrap: balance }
h2 { font-size: 1.55rem; letter-spacing: -.005em }
h3 { font-size: 1.15rem }
h4 { font-size: 1.08rem }
h2 small, h3 small { font: 500 .8em var(--sans); color: var(--soft); font-variant-numeric: tabular-nums }
p, ul, ol, dl, dd { margin: 0 }
ul, ol { padding-inline-start: 1.15rem }
li + li { margin-top: .38rem }
li::marker { color: var(--soft) }
small { font-size: .84rem; color: var(--soft) }
code, pre, .slug, .address { font-family: var(--mono); font-size: .9em }
a { color: var(--link); text-underline-offset: .18em; text-decoration-thickness: from-font; text-decoration-color: color-mix(in srgb, currentColor 45%, transparent) }
a:hover { text-decoration-color: currentColor }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 3px }
summary { cursor: pointer }
button, input, textarea, select { font: inherit; color: inherit }
button { padding: .42rem .9rem; border: 1px solid var(--quiet-line); border-radius: 6px; background: var(--surface); cursor: pointer }
button:hover { border-color: var(--link); color: var(--link) }
input[type=search], textarea { width: 100%; padding: .5rem .75rem; border: 1px solid var(--soft); border-radius: 6px; background: var(--surface) }
.skip { position: absolute; left: 1rem; top: -4rem; padding: .6rem 1rem; background: var(--surface); z-index: 2 }
.skip:focus { top: 1rem }
.unheard { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
bdi { white-space: pre-line }
.unseen { font: 500 .72em var(--mono); border: 1px solid currentColor; border-radius: 3px; padding: 0 .25em; margin: 0 .1em; color: var(--bad) }
.sep { color: var(--soft) }
.none { color: var(--soft); font-style: italic }

.banner { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 0 1.1rem; padding: 1.25rem 1.4rem; border: 1px solid; border-radius: 10px }
.banner .mark { fill: none; stroke: currentColor; stroke-width: 1.7; stroke-linecap: round; stroke-linejoin: round }
.banner.good { color: var(--good); background: var(--good-paper); border-color: var(--good-line) }
.banner.bad { color: var(--bad); background: var(--bad-paper); border-color: var(--bad-line) }
.banner.warning { color: var(--warning); background: var(--warning-paper); border-color: var(--warning-line) }
.banner.quiet { color: var(--quiet); background: var(--quiet-paper); border-color: var(--quiet-line) }
.banner p, .banner li, .banner dl { color: var(--ink) }
.banner .verdict, .banner .headline { color: inherit }
.banner .verdict { font-size: .8rem; letter-spacing: .08em }
.banner .verdict code { letter-spacing: 0 }
.banner .headline { font: 600 1.35rem/1.25 var(--serif); margin: .1rem 0 .4rem }
.banner .by { color: var(--soft); font-size: .9rem }
.banner p + p { margin-top: .5rem }
.banner ul, .banner ol { margin-top: .25rem; font-size: .93rem }
.banner li + li { margin-top: .15rem }
.banner ul + p { margin-top: .7rem }
.banner .by ~ .sides { margin-top: .9rem; padding-top: .9rem; border-top: 1px solid color-mix(in srgb, currentColor 25%, transparent) }
.sides { display: grid; gap: 1rem 2.4rem }
@media (min-width: 56rem) { .sides.two { grid-template-columns: repeat(2, minmax(0, 1fr)) } }
.open-questions { font-weight: 600; font-size: .93rem }
.banner details.check { margin-top: .8rem }
.banner details.check > p, .banner details.check > ol { margin-top: .5rem }
.banner summary { color: var(--link) }
.facts { display: grid; gap: .2rem 0; font-size: .93rem; align-content: start }
.facts > div { display: grid; grid-template-columns: 7.2rem minmax(0, 1fr) }
.facts dt { color: var(--soft) }
@media (max-width: 34rem) {
  .banner { grid-template-columns: minmax(0, 1fr); gap: .7rem; padding: 1.1rem }
  .facts > div { grid-template-columns: minmax(0, 1fr); padding-bottom: .3rem }
}

.cover { position: relative; overflow: hidden; background: var(--cover); color: var(--cover-ink); border-bottom: 3px solid var(--gold) }
.guilloche { position: absolute; inset: 0; width: 100%; height: 100%; fill: none; stroke: var(--gold); stroke-width: .7; opacity: .2 }
.cover-text { position: relative; max-width: 74rem; margin: 0 auto; padding: 2.6rem clamp(1.1rem, 4vw, 2.5rem) 2rem }
.cover :focus-visible { outline-color: var(--gold) }
.eyebrow { color: var(--gold); font-size: .78rem; font-weight: 600; letter-spacing: .22em; text-transform: uppercase }
h1 { font-size: clamp(1.9rem, 1.3rem + 2.6vw, 3rem); letter-spacing: -.01em; margin-top: .5rem }
.cover .kind { margin-top: .45rem; color: var(--cover-soft); font-size: 1.05rem }
.cover .slug { margin-inline-start: .6rem }
`;

/** The page of a passport. */
export const pageStyle = `${sharedStyle}
.cover dl { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 1rem 2rem; margin-top: 1.9rem; padding-top: 1.2rem; border-top: 1px solid color-mix(in srgb, var(--gold) 40%, transparent) }
.cover dt { color: var(--cover-soft); font-size: .78rem; letter-spacing: .06em; text-transform: uppercase }
.cover .wide { grid-column: span 2 }
@media (min-width: 56rem) { .cover dl { grid-template-columns: repeat(4, minmax(0, 1fr)) } }
.cover a { color: inherit }
.cover .sep { color: inherit }

.frame { max-width: 74rem; margin: 0 auto; padding: 1.6rem clamp(1.1rem, 4vw, 2.5rem) 3rem; display: grid; gap: 0 3.5rem }
.contents { display: none }
/* Room for the outline of what has the focus. */
main { min-width: 0; overflow-x: clip; padding-inline: 6px; margin-inline: -6px }
.part-of-page { padding-top: 2.6rem }
.part-of-page > h2 { padding-bottom: .6rem; margin-bottom: 1.2rem; border-bottom: 1px solid var(--line) }
@media (min-width: 64rem) {
  .frame { grid-template-columns: 10.5rem minmax(0, 1fr); padding-top: 2.2rem }
  .contents { display: block; font-size: .93rem }
  .contents ul { position: sticky; top: 1.6rem; list-style: none; padding: .35rem 0; border-inline-start: 1px solid var(--line) }
  .contents li { margin: 0 }
  .contents a { display: block; padding: .32rem 0 .32rem 1rem; margin-inline-start: -1px; border-inline-start: 2px solid transparent; color: var(--soft); text-decoration: none }
  .contents a:hover { color: var(--ink); border-color: var(--gold) }
}

.glance { display: grid; grid-template-columns: repeat(4, minmax(0, 1fr)); margin-top: 1.6rem; border: 1px solid var(--line); border-radius: 10px; background: var(--surface) }
.glance > div { padding: 1rem 1.2rem 1.1rem; border-inline-start: 1px solid var(--line) }
.glance > div:first-child { border-inline-start: 0 }
.glance dt { color: var(--soft); font-size: .78rem; letter-spacing: .06em; text-transform: uppercase }
.glance strong { display: block; font: 600 1.75rem/1.2 var(--serif); margin: .15rem 0 .1rem; font-variant-numeric: lining-nums }
.glance span { display: block; font-size: .88rem; line-height: 1.4; color: var(--soft) }
.glance .risk strong { text-transform: capitalize }
.glance .high strong { color: var(--bad) }
.glance .moderate strong { color: var(--warning) }
.glance .low strong { color: var(--good) }
@media (max-width: 56rem) {
  .glance { grid-template-columns: repeat(2, minmax(0, 1fr)) }
  .glance > div:nth-child(odd) { border-inline-start: 0 }
  .glance > div:nth-child(n + 3) { border-top: 1px solid var(--line) }
}

.score .total { font: 1.05rem var(--serif); color: var(--soft) }
.score .total strong { font-size: 2.5rem; color: var(--ink); font-variant-numeric: lining-nums }
.score .stack { display: block; width: 100%; height: 1.1rem; margin: .5rem 0 1.3rem }
.score svg .can { fill: var(--line) }
.part-1 { fill: var(--p1) } .part-2 { fill: var(--p2) } .part-3 { fill: var(--p3) } .part-4 { fill: var(--p4) } .part-5 { fill: var(--p5) }
.score table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums lining-nums }
.score caption { text-wrap: pretty; text-align: start; color: var(--soft); font-size: .88rem; padding-bottom: .6rem }
.score th, .score td { padding: .55rem 0 .55rem 1.1rem; text-align: end; white-space: nowrap; border-top: 1px solid var(--line) }
.score thead th { font-weight: 500; font-size: .82rem; color: var(--soft); border-top: 0; padding-bottom: .25rem }
.score thead td { border-top: 0 }
.score tr > :first-child { text-align: start; padding-inline-start: 0; font-weight: 600; white-space: normal }
.score th small { display: block; font-weight: 400 }
.score .bar { width: 38% }
.score .bar svg { display: block; width: 100%; height: .6rem }
@media (max-width: 40rem) {
  .score .bar { display: none }
  .score th, .score td { padding-inline-start: .7rem }
  .score td small { display: none }
}

.tools { margin-bottom: 1.1rem }
.tools[hidden] { display: none }
.tools > div { display: flex; gap: .6rem; margin-top: .3rem }
.tools input { flex: 1; min-width: 0 }
.tools label, #found, #copied { font-size: .9rem; color: var(--soft) }
.tools button { white-space: nowrap }
.group > h3 { margin: 1.6rem 0 .5rem; color: var(--soft); font: 600 .95rem var(--sans) }
.capability { border-top: 1px solid var(--line) }
.capability:not([open]) { content-visibility: auto; contain-intrinsic-size: auto 4rem }
.capability:last-of-type { border-bottom: 1px solid var(--line) }
.capability[hidden], .group[hidden] { display: none }
.capability > summary { display: grid; grid-template-columns: minmax(0, 1fr) auto 1rem; gap: .1rem 1rem; align-items: baseline; padding: .95rem 0; list-style: none }
.capability > summary::-webkit-details-marker { display: none }
.capability > summary::after { content: ""; width: .5rem; height: .5rem; border-inline-end: 1.5px solid var(--soft); border-bottom: 1.5px solid var(--soft); rotate: 45deg; translate: 0 -.2rem; transition: rotate .15s }
.capability[open] > summary::after { rotate: -135deg; translate: 0 .1rem }
.capability > summary:hover h3, .capability > summary:hover h4 { color: var(--link) }
.capability h3, .capability h4 { padding-inline-start: 2.2rem; text-indent: -2.2rem; text-wrap: pretty }
.capability .number { display: inline-block; width: 2.2rem; text-indent: 0; color: var(--soft); font: 500 .85em var(--sans); font-variant-numeric: tabular-nums }
.counts { font-size: .84rem; color: var(--soft); white-space: nowrap }
.inside { padding: 0 0 1.6rem 2.2rem }
.description { max-width: 42em; margin-bottom: 1.1rem; font-family: var(--serif); font-size: 1.06rem; line-height: 1.6 }
.pair { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 1.3rem 2.4rem }
.pair + .pair { margin-top: 1.3rem }
.label { font-weight: 600; font-size: .92rem; margin-bottom: .35rem }
.list { font-size: .95rem; align-self: start }
.list.needs, .list.fails { padding-inline-start: 1rem; border-inline-start: 3px solid var(--p1) }
.list.fails { border-color: var(--p5) }
.list h3 { margin-bottom: .6rem }
.lesser { color: var(--soft) }
.lesser .label { color: var(--soft) }
.small-print { margin-top: 1.3rem; padding-top: .9rem; border-top: 1px dotted var(--line); font-size: .88rem; display: grid; gap: .3rem }
.small-print > div { display: grid; grid-template-columns: 6rem minmax(0, 1fr); gap: .8rem }
.small-print dt { color: var(--soft) }
@media (max-width: 44rem) {
  .pair { grid-template-columns: minmax(0, 1fr) }
  .inside { padding-inline-start: 0 }
  .capability > summary { grid-template-columns: minmax(0, 1fr) 1rem }
  .counts { grid-row: 2; padding-inline-start: 2.2rem }
  .small-print > div { grid-template-columns: minmax(0, 1fr); gap: 0 }
}
.dropped { margin-top: 1rem; padding: .8rem 1rem; background: var(--warning-paper); border: 1px solid var(--warning-line); border-radius: 8px; font-size: .92rem }
.dropped strong { color: var(--warning) }
.dropped details { margin-top: .5rem }
.dropped ul { margin-top: .5rem }
.from { white-space: nowrap; font-size: .92em }
.rows { display: grid; gap: .5rem; margin-top: .6rem }
.rows > div { display: grid; grid-template-columns: 11rem minmax(0, 1fr); gap: .2rem 1rem }
.rows dt { color: var(--soft) }
.rows dd > small { display: block }
.pair .rows > div { grid-template-columns: 8.5rem minmax(0, 1fr) }
.part-of-page .pair + h3, .caution + h3 { margin-top: 1.8rem }
.pair > div > .none { margin-top: .6rem }
.caution { margin-top: 1.3rem; padding: .8rem 1rem; background: var(--warning-paper); border: 1px solid var(--warning-line); border-radius: 8px; font-size: .95rem }
.caution strong { color: var(--warning) }
.counts-row { display: flex; flex-wrap: wrap; gap: .6rem 2.2rem; margin-top: .6rem }
.counts-row dt { color: var(--soft); font-size: .85rem }
.counts-row dd { font: 600 1.25rem var(--serif); font-variant-numeric: lining-nums }
.note { margin-top: 1rem; font-size: .9rem; color: var(--soft); max-width: 46em }
[data-raw-tools] { display: flex; flex-wrap: wrap; align-items: center; gap: .6rem; margin: 1.3rem 0 0 }
.raw { margin-top: 1rem }
.raw > summary { color: var(--link); padding: .3rem 0 }
.raw code { font-size: inherit }
.raw pre { margin: .5rem 0 0; padding: 1rem; max-height: 30rem; overflow: auto; white-space: pre-wrap; background: var(--surface); border: 1px solid var(--line); border-radius: 8px; font-size: .8rem; line-height: 1.5; unicode-bidi: isolate }
@media (max-width: 34rem) { .rows > div, .pair .rows > div { grid-template-columns: minmax(0, 1fr); gap: 0 } }
footer { overflow-x: clip; border-top: 1px solid var(--line); color: var(--soft); font-size: .88rem; padding: 1.4rem clamp(1.1rem, 4vw, 2.5rem) 2.4rem; max-width: 74rem; margin: 0 auto }
@media (prefers-reduced-motion: reduce) { * { transition: none !important } }
@media print {
  :root { color-scheme: light; --paper: #fff; --surface: #fff; --ink: #000; --soft: #444; --line: #bbb; --cover: #fff; --cover-ink: #000; --cover-soft: #444; --gold: #8a6d25; --link: #000 }
  body { font-size: 10pt }
  .guilloche, .contents, .tools, .skip, .raw, .check { display: none !important }
  .frame { display: block; padding: 1rem 0 0 }
  .cover-text { padding: 0 0 1rem }
  .capability, .glance, .banner, .list li { break-inside: avoid-page }
  .capability:not([open]) { content-visibility: visible }
  details::details-content { content-visibility: visible; block-size: auto; display: block }
  .capability > summary::after { display: none }
  .links a::after { content: none }
  h2, h3 { break-after: avoid }
}
`;
