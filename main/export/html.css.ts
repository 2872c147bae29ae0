import { tones } from './tone.ts'

/**
 * The look of an exported page, on screen and printed. The mark of a draft is fixed beside the text in print, and
 * browsers repeat what is fixed on every page.
 */
export const css = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1.25rem 3rem; max-width: 46rem; color: #1b1b1f; background: #fff;
  font: 1rem/1.5 system-ui, "Segoe UI", "Source Sans 3", "DejaVu Sans", sans-serif; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: .75rem 0 1rem; }
h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; padding-bottom: .25rem; border-bottom: 1px solid #d6d6dc; }
h3, h4, h5, h6 { font-size: 1rem; margin: 1rem 0 .25rem; }
p { margin: .25rem 0 .5rem; }
ul, ol { margin: .25rem 0 .5rem; padding-left: 1.5rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .125rem 1rem; margin: 0; }
dt { color: #55555f; }
dd { margin: 0; }
dd, td, th, p, li, h1, h2, h3 { overflow-wrap: anywhere; unicode-bidi: isolate; }
td, th { overflow-wrap: break-word; hyphens: auto; }
.owner { display: inline-block; margin: 0; padding: .125rem .625rem; border-left: .375rem solid; font-weight: 600; }
${tones.map(({ name, strong, tint }) => `.${name} { border-color: ${strong}; color: ${strong}; background: ${tint}; }`).join('\n')}
.mark { margin: 0 0 1rem; padding: .25rem .625rem; border: 2px solid #1b1b1f; }
.mark strong { letter-spacing: .1em; }
.label { font-weight: 600; margin: 1rem 0 .125rem; }
.answer .label { margin: 0; }
.answer { margin: .5rem 0; }
.table { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
caption { text-align: left; font-weight: 600; margin: 1rem 0 .25rem; }
th, td { border: 1px solid #b9b9c2; padding: .25rem .5rem; text-align: left; vertical-align: top; min-width: 4.5rem; }
th { background: #f1f1f4; }
.foot { margin-top: 2.5rem; padding-top: .75rem; border-top: 1px solid #d6d6dc; font-size: .85rem; }
.foot .mark { margin: 1rem 0 0; }
.every-page { display: none; }
@media print {
  @page { size: A4; margin: 18mm 18mm 18mm 12mm; }
  body { max-width: none; padding: 0 0 0 12mm; font-size: 10.5pt; }
  .every-page { display: block; position: fixed; top: 0; left: 0; margin: 0; writing-mode: vertical-rl;
    font-weight: 700; letter-spacing: .2em; }
  .table { overflow: visible; }
  /* Paper does not scroll: rather a broken word than a lost one. */
  table { font-size: 7.5pt; }
  caption { font-size: 9pt; }
  td, th { overflow-wrap: anywhere; min-width: 6.6em; padding: 2pt 3pt; }
  h2, h3, .label, caption { break-after: avoid; }
  tr { break-inside: avoid; }
}
`
