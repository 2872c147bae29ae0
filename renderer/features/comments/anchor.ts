import { rowIdSchema } from '../../../shared/case/ids.ts'
import { locate } from '../../../shared/comments/follow.ts'
import { passageText } from '../../../shared/comments/passages.ts'
import { type Anchor, MAX_QUOTE_CHARS, passageSchema, type Thread } from '../../../shared/comments/thread.ts'
import { type FieldId, fieldIdSchema } from '../../../shared/fields/base.ts'
import type { Where } from '../../../shared/note/marker.ts'
import type { ReadNote } from '../../../shared/note/read-note.ts'
import { type Caret, drawnCaret, writtenCaret } from '../../base/caret.ts'
import type { Selected } from './selection.ts'

const texts = new Set(['text', 'rich-text'])

/** The fields of a note that are written as a text, with what they say. */
function* writtenIn({ note, shown }: ReadNote): Generator<{ field: FieldId; text: string }> {
  for (const { field } of shown()) {
    const id = fieldIdSchema.safeParse(field.id)
    const text = texts.has(field.type) && id.success ? passageText(note.answers[id.data]) : undefined
    if (id.success && text !== undefined) yield { field: id.data, text }
  }
}

/** A part of a field's text as an anchor, without the white space around it; undefined where that is nothing, or too much. */
function passageOf(field: FieldId, text: string, { start, end }: Caret): Anchor | undefined {
  const selected = text.slice(start, end)
  const quote = selected.trim()
  const from = start + selected.indexOf(quote)
  if (quote === '' || quote.length > MAX_QUOTE_CHARS) return undefined
  return passageSchema.parse({ kind: 'passage', field, start: from, end: from + quote.length, quote })
}

/** The passage that is selected in a record, in the field whose text has it. */
function passageInRecord(read: ReadNote, words: string): Anchor | undefined {
  const [line = ''] = words.trim().split('\n')
  for (const { field, text } of writtenIn(read)) {
    const start = line === '' ? -1 : text.indexOf(line)
    if (start !== -1) return passageOf(field, text, { start, end: start + line.length })
  }
  return undefined
}

function rowAt(element: Element, field: FieldId): Anchor | undefined {
  const id = (['data-row', 'data-line'] as const)
    .map((name) => element.closest(`[${name}]`)?.getAttribute(name))
    .find((each) => each != null)
  const row = rowIdSchema.safeParse(id)
  if (!row.success) return undefined
  const line = element
    .closest('[data-field]')
    ?.querySelector(`[data-line="${CSS.escape(row.data)}"] .rows-text`)
  return { kind: 'row', field, row: row.data, quote: (line?.textContent ?? '').slice(0, MAX_QUOTE_CHARS) }
}

/**
 * What a comment is about: the words that are selected in a text; else the row or the field that has the focus; else the whole
 * note.
 */
export function anchorAt(read: ReadNote, focus: Element | null, selected: Selected | undefined): Anchor {
  const at = selected?.element.isConnected === true ? selected.element : focus
  const field = fieldIdSchema.safeParse(at?.closest('[data-field]')?.getAttribute('data-field'))
  if (at == null || !field.success)
    return (selected && passageInRecord(read, selected.words)) ?? { kind: 'note' }
  const row = rowAt(at, field.data)
  if (row !== undefined) return row
  const text = [...writtenIn(read)].find((each) => each.field === field.data)?.text
  const caret = selected?.caret
  const passage =
    text === undefined || caret === undefined
      ? undefined
      : passageOf(field.data, text, isPlain(at) ? caret : writtenCaret(text, caret))
  return passage ?? { kind: 'field', field: field.data }
}

const isPlain = (element: Element) =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement

/** Where in a note a thread stands, and what of its text. */
export function placeOfThread({ place }: Thread, read: ReadNote): { where: Where; caret?: Caret } {
  if (place.kind === 'note') return { where: {} }
  const where = { field: place.field, ...(place.kind === 'row' ? { row: place.row } : {}) }
  if (place.kind !== 'passage' || place.gone === true) return { where }
  const stored = read.note.answers[place.field]
  const text = passageText(stored) ?? ''
  const found = locate(place, text)
  if (found.gone === true) return { where }
  return {
    where,
    caret: typeof stored === 'string' ? { start: found.start, end: found.end } : drawnCaret(text, found),
  }
}

/** Whether a thread is about the words at this place of its field's text. */
export function covers({ place }: Thread, at: number): boolean {
  return place.kind === 'passage' && place.gone !== true && place.start <= at && at <= place.end
}
