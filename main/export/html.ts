import { createHash } from 'node:crypto'
import type { RichBlock, RichList, Run } from '../../shared/fields/rich-blocks.ts'
import type { JournalBlock, JournalEntry, LabelledText } from '../../shared/journal/entry.ts'
import { labelled } from '../../shared/text/printable.ts'
import { type Format, titleOf, utf8 } from './format.ts'
import { toneColours } from './tone.ts'

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
${Object.entries(toneColours)
  .map(
    ([tone, { strong, tint }]) =>
      `.owner-${tone} { border-color: ${strong}; color: ${strong}; background: ${tint}; }`,
  )
  .join('\n')}
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

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** A text as HTML shows it, for content and for quoted attributes; "\n" becomes a line break. */
function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '').replaceAll('\n', '<br>')
}

const hash = createHash('sha256').update(css).digest('base64')
const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`

const rows = (given: readonly LabelledText[]) =>
  `<dl>${given.map(({ label, text }) => `<dt>${escapeHtml(label)}</dt><dd>${escapeHtml(text)}</dd>`).join('')}</dl>`

function run({ text, bold, italic }: Run): string {
  const inner = italic ? `<em>${escapeHtml(text)}</em>` : escapeHtml(text)
  return bold ? `<strong>${inner}</strong>` : inner
}
const runs = (given: readonly Run[]) => given.map(run).join('')

function list({ ordered, items }: RichList): string {
  const tag = ordered ? 'ol' : 'ul'
  return `<${tag}>${items.map((item) => `<li>${runs(item.runs)}${item.items ? list(item.items) : ''}</li>`).join('')}</${tag}>`
}

function rich(block: RichBlock): string {
  if (block.type === 'list') return list(block)
  if (block.type === 'paragraph') return `<p>${runs(block.runs)}</p>`
  const tag = `h${block.level + 2}`
  return `<${tag}>${runs(block.runs)}</${tag}>`
}

function table({ label, columns, rows: lines }: Extract<JournalBlock, { type: 'table' }>): string {
  const head = columns.map((column) => `<th scope="col">${escapeHtml(column)}</th>`).join('')
  const body = lines.map((line) => `<tr>${line.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`)
  // Wide tables scroll, and what scrolls must be reachable from the keyboard.
  return `<div class="table" role="group" tabindex="0" aria-label="${escapeHtml(label)}"><table><caption>${escapeHtml(label)}</caption><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table></div>`
}

function block(given: JournalBlock): string {
  const label = `<p class="label">${escapeHtml(labelled(given.label))}</p>`
  switch (given.type) {
    case 'answer':
      return `<p class="answer"><span class="label">${escapeHtml(labelled(given.label))}</span> ${escapeHtml(given.text)}</p>`
    case 'text':
      return label + given.paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`).join('')
    case 'rich':
      return label + given.blocks.map(rich).join('')
    case 'list':
      return `${label}<ul>${given.items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>`
    case 'table':
      return table(given)
  }
}

function page(entry: JournalEntry): string {
  const { language, notice, header, sections, foot } = entry
  const title = titleOf(entry)
  const mark = notice
    ? `<p class="mark"><strong>${escapeHtml(notice.word)}</strong> ${escapeHtml(notice.explanation)}</p>`
    : ''
  const everyPage = notice ? `<p class="every-page" aria-hidden="true">${escapeHtml(notice.word)}</p>` : ''
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(notice ? `${notice.word}: ${title}` : title)}</title>
<style>${css}</style>
</head>
<body>
<main>
${everyPage}${mark}
<p class="owner owner-${entry.tone}">${escapeHtml(header.owner)}</p>
<h1>${escapeHtml(header.title)}</h1>
${rows(header.rows)}
${sections.map(({ title: heading, level = 2, blocks }) => `<section>\n<h${level}>${escapeHtml(heading)}</h${level}>\n${blocks.map(block).join('\n')}\n</section>`).join('\n')}
<div class="foot">${rows(foot.rows)}${mark}</div>
</main>
</body>
</html>
`
}

/** A page that stands alone: no script, nothing fetched, held to that by its own policy. */
export const html: Format = {
  mimeType: 'text/html; charset=utf-8',
  render: ({ entry }) => utf8(page(entry)),
}
