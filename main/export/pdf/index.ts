import { buffer } from 'node:stream/consumers'
import type { JournalEntry, LabelledText } from '../../../shared/journal/entry.ts'
import { translate } from '../../../shared/text/index.ts'
import { printableLine } from '../../../shared/text/printable.ts'
import { type ExportSource, type Format, titleOf } from '../format.ts'
import { toneColours } from '../tone.ts'
import { drawBlock, drawSectionTitle, drawSpans } from './blocks.ts'
import { drawFurniture, drawRecordFoot, footHeight, pageFootOf } from './furniture.ts'
import { A4, BODY, createPen, type Element, lineHeight, MARGIN, type Pen } from './pen.ts'
import { drawTable } from './table.ts'
import { DIGEST_FACT, NO_DIGEST, withPdfDigest } from './whole.ts'

const X = MARGIN.left
const WIDTH = A4.width - MARGIN.left - MARGIN.right
const TITLE = 19

/** The band that says whose document it is, in words; the colour only reinforces it. */
function drawBand(pen: Pen, root: Element, entry: JournalEntry): void {
  const { strong, tint } = toneColours[entry.tone]
  const height = 24
  const top = pen.y()
  pen.doc.markContent('Artifact', { type: 'Layout' })
  pen.doc.rect(X, top, WIDTH, height).fill(tint).rect(X, top, 5, height).fill(strong)
  pen.doc.endMarkedContent()
  pen.down((height - lineHeight(11)) / 2)
  drawSpans(pen, root, 'P', [{ text: entry.header.owner, style: 'bold' }], {
    x: X + 14,
    size: 11,
    color: strong,
  })
  pen.down((height - lineHeight(11)) / 2 + 10)
}

function drawRows(pen: Pen, root: Element, rows: readonly LabelledText[], size: number): void {
  drawTable(
    pen,
    root,
    { columns: [], rows: rows.map(({ label, text }) => [label, text]) },
    { x: X - 4, width: WIDTH + 4, size, rowHeads: true, rules: false },
  )
}

function drawEntry(pen: Pen, root: Element, entry: JournalEntry): void {
  const { notice, header, sections } = entry
  drawBand(pen, root, entry)
  drawSpans(pen, root, 'H1', [{ text: header.title, style: 'bold' }], { size: TITLE })
  pen.down(4)
  if (notice) {
    drawSpans(pen, root, 'P', [
      { text: `${notice.word}. `, style: 'bold' },
      { text: notice.explanation, style: 'regular' },
    ])
    pen.down(4)
  }
  drawRows(pen, root, header.rows, BODY - 0.5)
  for (const { title, level, newPage, blocks } of sections) {
    if (newPage) pen.newPage()
    drawSectionTitle(pen, root, title, level)
    for (const block of blocks) drawBlock(pen, root, block)
  }
}

/** A foot too long for the foot of a page, after the text. */
function drawLongFoot(pen: Pen, root: Element, { foot }: JournalEntry): void {
  pen.down(20)
  drawRows(pen, root, foot.rows, 8.5)
}

/**
 * A text for the file's metadata. pdfkit writes it into XML as it is, so the characters that XML reads as markup
 * are shown by ones that look alike; the pages themselves have the right ones.
 */
function metadata(text: string): string {
  return printableLine(text).replaceAll('&', '\uff06').replaceAll('<', '\u2039').replaceAll('>', '\u203a')
}

/** The record as a file inside the PDF: what the pages show, for machines. */
function attach({ doc }: Pen, { attached, at, entry }: ExportSource): void {
  if (!attached) return
  const file = {
    name: 'anteckning.json',
    type: 'application/json',
    description: translate(entry.language, 'exports.attached'),
    creationDate: at,
    modifiedDate: at,
    relationship: 'Source',
  }
  doc.file(Buffer.from(attached), file)
}

async function render(source: ExportSource): Promise<Uint8Array> {
  const { entry, at, author, subject, attached } = source
  const { language } = entry
  const foot = pageFootOf(entry)
  const pen = createPen(
    {
      // Only PDF/A-3 may carry files of any kind.
      subset: attached ? 'PDF/A-3a' : 'PDF/A-1a',
      pdfVersion: attached ? '1.7' : '1.4',
      tagged: true,
      lang: language === 'sv' ? 'sv-SE' : 'en-GB',
      displayTitle: true,
      info: {
        Title: metadata(titleOf(entry)),
        Author: metadata(author),
        Subject: metadata(subject),
        Creator: translate(language, 'exports.madeWith'),
        Producer: 'PDFKit',
        CreationDate: at,
        ModDate: at,
      },
    },
    foot?.height ?? footHeight(0),
  )
  Object.assign(pen.doc.info, { [DIGEST_FACT]: NO_DIGEST })
  const bytes = buffer(pen.doc)
  const root = pen.doc.struct('Document')
  pen.doc.addStructure(root)
  drawEntry(pen, root, entry)
  if (foot) drawRecordFoot(pen, root, foot)
  else drawLongFoot(pen, root, entry)
  root.end()
  drawFurniture(pen, entry, foot)
  attach(pen, source)
  pen.doc.end()
  return withPdfDigest(await bytes)
}

/** Tagged PDF/A-1a with its fonts inside, or PDF/A-3a with the record attached: headings, lists and tables are there for readers and machines alike. */
export const pdf: Format = { mimeType: 'application/pdf', render }
