import type { ListItem, RichList, Run } from '../../../shared/fields/rich-blocks.ts'

/** A list paragraph as Word writes it on the clipboard: no list, but a paragraph that says its level. */
export interface WordItem {
  level: number
  ordered: boolean
  runs: Run[]
}

/** Whether a paragraph is one of Word's list paragraphs (`MsoListParagraph`, or `mso-list: l0 level2 lfo1`). */
export function isWordList(element: Element): boolean {
  if (element.tagName.toLowerCase() !== 'p') return false
  return levelOf(element) !== undefined
}

function levelOf(element: Element): number | undefined {
  const found = /mso-list\s*:[^;]*\blevel(\d+)/i.exec(element.getAttribute('style') ?? '')?.[1]
  return found === undefined ? undefined : Number(found)
}

/** The written-out mark tells bullets from numbers: "1.", "a)", "iv." against "·", "o", "§". */
function isOrdered(element: Element): boolean {
  const marks = [...element.querySelectorAll('[style]')].filter((each) =>
    /mso-list\s*:\s*ignore/i.test(each.getAttribute('style') ?? ''),
  )
  return marks.some((mark) => /^\s*(\d+|[a-zåäö]|[ivxlc]+)[.)]/i.test(mark.textContent ?? ''))
}

/** The item that a list paragraph of Word's stands for. */
export function wordItem(element: Element, runs: Run[]): WordItem {
  return { level: levelOf(element) ?? 1, ordered: isOrdered(element), runs }
}

function nest(items: readonly WordItem[]): ListItem[] {
  const result: ListItem[] = []
  const top = Math.min(...items.map((item) => item.level))
  let index = 0
  while (index < items.length) {
    const item = items[index]
    if (!item) break
    const after = items.slice(index + 1)
    const next = after.findIndex((other) => other.level <= top)
    const below = item.level > top ? [] : after.slice(0, next < 0 ? after.length : next)
    const [first] = below
    result.push({
      runs: item.runs,
      ...(first ? { items: { type: 'list', ordered: first.ordered, items: nest(below) } } : {}),
    })
    index += 1 + below.length
  }
  return result
}

/** Consecutive list paragraphs as real lists; a change between bullets and numbers at the top begins a new list. */
export function wordListBlocks(items: readonly WordItem[]): RichList[] {
  const top = Math.min(...items.map((item) => item.level))
  const groups: WordItem[][] = []
  for (const item of items) {
    const group = groups.at(-1)
    const head = group?.[0]
    if (group && head && (item.level > top || item.ordered === head.ordered)) group.push(item)
    else groups.push([item])
  }
  return groups.map((group) => ({ type: 'list', ordered: group[0]?.ordered ?? false, items: nest(group) }))
}
