import { createHash } from 'node:crypto'
import type { RichBlock, RichList, Run } from '../../shared/fields/rich-blocks.ts'
import type { JournalBlock, JournalEntry, LabelledText } from '../../shared/journal/entry.ts'
import { translate } from '../../shared/text/index.ts'
import { labelled } from '../../shared/text/printable.ts'
import { type Format, utf8 } from './format.ts'
import { css } from './html.css.ts'
import { toneOf } from './tone.ts'

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
  const { language, draftMark, header, sections, foot } = entry
  const title = `${header.title}, ${translate(language, 'exports.case', { number: header.caseNumber })}`
  const mark = draftMark
    ? `<p class="mark"><strong>${escapeHtml(draftMark.word)}</strong> ${escapeHtml(draftMark.explanation)}</p>`
    : ''
  const everyPage = draftMark
    ? `<p class="every-page" aria-hidden="true">${escapeHtml(draftMark.word)}</p>`
    : ''
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(draftMark ? `${draftMark.word}: ${title}` : title)}</title>
<style>${css}</style>
</head>
<body>
<main>
${everyPage}${mark}
<p class="owner ${toneOf(entry).name}">${escapeHtml(header.owner)}</p>
<h1>${escapeHtml(header.title)}</h1>
${rows(header.rows)}
${sections.map((section) => `<section>\n<h2>${escapeHtml(section.title)}</h2>\n${section.blocks.map(block).join('\n')}\n</section>`).join('\n')}
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
