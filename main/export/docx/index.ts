import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  TabStopType,
  TextRun,
} from 'docx'
import type { JournalEntry } from '../../../shared/journal/entry.ts'
import { translate } from '../../../shared/text/index.ts'
import { printableLine } from '../../../shared/text/printable.ts'
import { type ExportSource, type Format, titleOf } from '../format.ts'
import { toneColours } from '../tone.ts'
import { blockParts, type DocxPart, rowsTable, TEXT_WIDTH } from './blocks.ts'
import { numbering, stylesOf } from './look.ts'

const A4 = { width: 11906, height: 16838 }
const GREY = '55555F'
/** Half points: a digest is one line. */
const FOOT_SIZE = 17

/** The running title, with UTKAST on every page of a draft. */
function headerOf(entry: JournalEntry): Header {
  const { notice } = entry
  return new Header({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
        children: [
          new TextRun({ text: titleOf(entry), size: 17, color: GREY }),
          ...(notice ? [new TextRun({ text: `\t${notice.word}`, bold: true, size: 22 })] : []),
        ],
      }),
    ],
  })
}

/** Page numbers alone: the note's id and its digest stand after the text, where they are copied and read with it. */
function footerOf({ language }: JournalEntry): Footer {
  // Word fills in the numbers, so the text is split where they go.
  const [before = '', between = '', after = ''] = translate(language, 'exports.page', {
    page: '|',
    pages: '|',
  }).split('|')
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        spacing: { after: 0 },
        children: [
          new TextRun({
            size: 17,
            children: [before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after].filter(
              (part) => part !== '',
            ),
          }),
        ],
      }),
    ],
  })
}

/** Whose document it is, as a band with the word. */
function band(entry: JournalEntry): Paragraph {
  const tone = toneColours[entry.tone]
  const color = tone.strong.slice(1)
  return new Paragraph({
    shading: { fill: tone.tint.slice(1) },
    border: { left: { style: BorderStyle.SINGLE, size: 36, color, space: 6 } },
    indent: { left: 160 },
    spacing: { after: 160 },
    children: [new TextRun({ text: entry.header.owner, bold: true, size: 22, color })],
  })
}

const sectionHeadings = {
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
  4: HeadingLevel.HEADING_4,
} as const

function parts(entry: JournalEntry): DocxPart[] {
  const { notice, header, sections, foot } = entry
  let lists = 0
  const next = () => {
    lists += 1
    return lists
  }
  const mark = notice
    ? [
        new Paragraph({
          children: [
            new TextRun({ text: `${notice.word}. `, bold: true }),
            new TextRun({ text: notice.explanation }),
          ],
        }),
      ]
    : []
  return [
    band(entry),
    new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(header.title)] }),
    ...mark,
    rowsTable(header.rows),
    ...sections.flatMap(({ title, level, newPage = false, blocks }): DocxPart[] => [
      new Paragraph({
        heading: sectionHeadings[level ?? 2],
        pageBreakBefore: newPage,
        children: [new TextRun(title)],
      }),
      ...blocks.flatMap((block) => blockParts(block, next)),
    ]),
    new Paragraph({
      border: { bottom: { style: BorderStyle.SINGLE, size: 4, color: 'C9C9D1', space: 1 } },
      spacing: { before: 240 },
    }),
    rowsTable(foot.rows, FOOT_SIZE),
    ...mark,
  ]
}

async function render({ entry, author }: ExportSource): Promise<Uint8Array> {
  const document = new Document({
    title: titleOf(entry),
    creator: printableLine(author),
    lastModifiedBy: printableLine(author),
    styles: stylesOf(entry),
    numbering,
    sections: [
      {
        properties: { page: { size: A4, margin: { top: 1304, right: 1134, bottom: 1304, left: 1134 } } },
        headers: { default: headerOf(entry) },
        footers: { default: footerOf(entry) },
        children: parts(entry),
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

/** Word, with real headings, lists and tables. */
export const docx: Format = {
  mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  render,
}
