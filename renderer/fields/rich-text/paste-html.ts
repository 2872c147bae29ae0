import type { RichBlock, RichText, Run } from '../../../shared/fields/rich-blocks.ts'
import { isWordless, joinRuns, run } from '../../../shared/fields/rich-blocks.ts'
import { isWordList, type WordItem, wordItem, wordListBlocks } from './paste-word-list.ts'

interface Format {
  bold: boolean
  italic: boolean
}

/** Never part of a text, whatever they hold. */
const dropped = new Set([
  'script',
  'style',
  'head',
  'meta',
  'title',
  'link',
  'template',
  'noscript',
  'xml',
  'iframe',
  'object',
  'embed',
  'svg',
  'math',
  'img',
  'video',
  'audio',
  'canvas',
  'select',
  'button',
  'textarea',
  'input',
])
const blockTags = new Set([
  'p',
  'div',
  'section',
  'article',
  'header',
  'footer',
  'main',
  'aside',
  'nav',
  'blockquote',
  'pre',
  'address',
  'figure',
  'figcaption',
  'table',
  'thead',
  'tbody',
  'tfoot',
  'caption',
  'tr',
  'dl',
  'dt',
  'dd',
  'fieldset',
  'form',
  'details',
  'summary',
  'hr',
  'body',
  'center',
])
const headings: ReadonlyMap<string, 1 | 2 | 3> = new Map([
  ['h1', 1],
  ['h2', 2],
  ['h3', 3],
  ['h4', 3],
  ['h5', 3],
  ['h6', 3],
])

const isElement = (node: Node): node is Element => node.nodeType === 1
const tagOf = (element: Element) => element.tagName.toLowerCase()

/** The format inside an element. Google Docs wraps all in a <b> of normal weight; Word writes <b> and styles. */
function formatOf(element: Element, outer: Format): Format {
  const tag = tagOf(element)
  const style = element.getAttribute('style') ?? ''
  const weight = /(?:^|[;\s])font-weight\s*:\s*(\w+)/i.exec(style)?.[1]?.toLowerCase()
  const slant = /(?:^|[;\s])font-style\s*:\s*(\w+)/i.exec(style)?.[1]?.toLowerCase()
  const bold = weight === undefined ? outer.bold || tag === 'b' || tag === 'strong' : isBoldWeight(weight)
  const italic = slant === undefined ? outer.italic || tag === 'i' || tag === 'em' : slant !== 'normal'
  return { bold, italic }
}

function isBoldWeight(weight: string): boolean {
  return weight === 'bold' || weight === 'bolder' || Number(weight) >= 600
}

/** A heading is bold as it is. */
function withoutBold(each: Run): Run {
  return run(each.text, false, each.italic === true)
}

/** What a run of text in HTML shows as: white space as one space, Word's soft hyphens and zero-width marks gone. */
function collapse(text: string): string {
  return text.replace(/[\u00ad\u200b\ufeff]/g, '').replace(/[ \t\r\n\f\u00a0]+/g, ' ')
}

/** Whether an element is the bullet or number that Word writes out before the text of a list paragraph. */
function isWordMark(element: Element): boolean {
  return /mso-list\s*:\s*ignore/i.test(element.getAttribute('style') ?? '')
}

/** Collects blocks in reading order; what stands between two blocks becomes a paragraph. */
interface Collector {
  blocks: RichBlock[]
  runs: Run[]
  words: WordItem[]
}

function endList(into: Collector): void {
  if (into.words.length === 0) return
  into.blocks.push(...wordListBlocks(into.words))
  into.words = []
}

function trimRuns(runs: readonly Run[]): Run[] {
  const joined = joinRuns(runs)
  const first = joined[0]
  if (first) joined[0] = { ...first, text: first.text.replace(/^[ \n]+/, '') }
  const last = joined.at(-1)
  if (last) joined[joined.length - 1] = { ...last, text: last.text.replace(/[ \n]+$/, '') }
  return joinRuns(
    joined.map((each) => ({ ...each, text: each.text.replace(/ *\n */g, '\n').replace(/ {2,}/g, ' ') })),
  )
}

function endParagraph(
  into: Collector,
  as: (runs: Run[]) => RichBlock = (runs) => ({ type: 'paragraph', runs }),
): void {
  const runs = trimRuns(into.runs)
  into.runs = []
  if (runs.length === 0) return
  endList(into)
  into.blocks.push(as(runs))
}

function readChildren(node: Node, format: Format, into: Collector): void {
  for (const child of node.childNodes) read(child, format, into)
}

function read(node: Node, format: Format, into: Collector): void {
  if (node.nodeType === 3) {
    const text = node.textContent ?? ''
    if (text !== '') into.runs.push(run(collapse(text), format.bold, format.italic))
    return
  }
  if (!isElement(node) || dropped.has(tagOf(node)) || isWordMark(node)) return
  const tag = tagOf(node)
  const inner = formatOf(node, format)
  const level = headings.get(tag)
  if (tag === 'br') into.runs.push(run('\n', format.bold, format.italic))
  else if (tag === 'ul' || tag === 'ol') readList(node, inner, into)
  else if (isWordList(node)) readWordParagraph(node, inner, into)
  else if (level !== undefined) {
    endParagraph(into)
    readChildren(node, inner, into)
    endParagraph(into, (runs) => ({ type: 'heading', level, runs: joinRuns(runs.map(withoutBold)) }))
  } else if (tag === 'td' || tag === 'th') {
    // Cells of a row stand on a line, parted by a tab: a table keeps its words, not its borders.
    if (into.runs.length > 0) into.runs.push({ text: '\t' })
    readCell(node, inner, into)
  } else if (tag === 'pre') {
    endParagraph(into)
    into.runs.push(run(node.textContent ?? '', inner.bold, inner.italic))
    endParagraph(into)
  } else if (blockTags.has(tag)) {
    endParagraph(into)
    readChildren(node, inner, into)
    endParagraph(into)
  } else readChildren(node, inner, into)
}

function readCell(cell: Element, format: Format, into: Collector): void {
  const { blocks } = collect(cell, format)
  const lines = blocks.flatMap((block) =>
    block.type === 'list' ? block.items.map((item) => item.runs) : [block.runs],
  )
  lines.forEach((runs, index) => {
    into.runs.push(...(index > 0 ? [{ text: ' ' }] : []), ...runs)
  })
}

function readWordParagraph(element: Element, format: Format, into: Collector): void {
  endParagraph(into)
  const own = collect(element, format, true)
  into.words.push(wordItem(element, joinRuns(own.runs)))
}

function readList(list: Element, format: Format, into: Collector): void {
  endParagraph(into)
  endList(into)
  const block = htmlList(list, format)
  if (block.items.length > 0) into.blocks.push(block)
}

function htmlList(list: Element, format: Format): Extract<RichBlock, { type: 'list' }> {
  const ordered = tagOf(list) === 'ol'
  const items: Extract<RichBlock, { type: 'list' }>['items'] = []
  for (const child of list.children) {
    const tag = tagOf(child)
    if (tag === 'ul' || tag === 'ol') {
      // A list right inside a list, as some programs write nesting.
      const nested = htmlList(child, formatOf(child, format))
      const last = items.at(-1)
      if (last && last.items === undefined) items[items.length - 1] = { ...last, items: nested }
      else items.push({ runs: [], items: nested })
      continue
    }
    const { blocks } = collect(child, formatOf(child, format))
    const runs = blocks.flatMap((block, index) => {
      if (block.type === 'list') return []
      return index > 0 ? [{ text: '\n' }, ...block.runs] : block.runs
    })
    const inside = blocks.filter((block) => block.type === 'list')
    const [first, ...more] = inside
    const nested = first
      ? { ...first, items: [...first.items, ...more.flatMap((each) => each.items)] }
      : undefined
    if (runs.length > 0 || nested) items.push({ runs: joinRuns(runs), ...(nested ? { items: nested } : {}) })
  }
  return { type: 'list', ordered, items }
}

/** Reads an element's content; with `loose` what stands in it comes back as runs instead of paragraphs. */
function collect(element: Element, format: Format, loose = false): { blocks: RichBlock[]; runs: Run[] } {
  const into: Collector = { blocks: [], runs: [], words: [] }
  readChildren(element, format, into)
  if (loose) return { blocks: into.blocks, runs: trimRuns(into.runs) }
  endParagraph(into)
  endList(into)
  return { blocks: into.blocks, runs: [] }
}

/**
 * What a pasted page says, in our own form: paragraphs, headings and lists with bold and italic. Images,
 * colours, fonts, scripts and link targets are left out; the words of links and tables stay. Undefined where
 * nothing is left.
 */
export function htmlToRichText(page: Document): RichText | undefined {
  const { blocks } = collect(page.body, { bold: false, italic: false })
  const richText = { blocks }
  return isWordless(richText) ? undefined : richText
}

/** Plain text as paragraphs: an empty line parts them, a line break stays within one. */
export function plainToRichText(text: string): RichText {
  const paragraphs = text.replace(/\r\n?/g, '\n').split(/\n{2,}/)
  return { blocks: paragraphs.map((each) => ({ type: 'paragraph', runs: joinRuns([{ text: each }]) })) }
}
