import { timeText } from '../case/dates.ts'
import { type Entry, isResolved, suggestionState, type Thread } from '../comments/thread.ts'
import type { ReadNote } from '../note/read-note.ts'
import { templateIndex } from '../template/template.ts'
import { inLanguage, type Language, translate } from '../text/index.ts'
import { paragraphsOf, printableLine } from '../text/printable.ts'
import type { JournalBlock, JournalEntry } from './entry.ts'

const quoted = (words: string) => `”${printableLine(words)}”`

/** What a thread is about, on a line: the field's label, and the words where it is about some. */
function placeSaid({ anchor, place }: Thread, { context: { language }, template }: ReadNote): string {
  if (place.kind === 'note') return translate(language, 'comments.whole')
  const field = templateIndex(template).byId.get(place.field)?.field
  const label = field === undefined ? place.field : printableLine(inLanguage(language, field.label))
  if (place.kind === 'field') return label
  if (place.kind === 'row')
    return place.quote === ''
      ? label
      : `${label}, ${translate(language, 'comments.about.namedRow', { row: place.quote })}`
  const was = anchor.kind === 'passage' ? anchor.quote : place.quote
  return place.gone === true
    ? `${label}, ${translate(language, 'comments.printed.gone', { words: quoted(was) })}`
    : `${label}, ${quoted(place.quote)}`
}

/** What was done in a thread, a paragraph an act. */
function entrySaid(language: Language, entry: Entry, thread: Thread): string[] {
  const { by, at } = entry
  const role = translate(language, `lists.role.${by.role}`).toLowerCase()
  const done = entry.kind === 'comment' ? '' : `, ${translate(language, `comments.entry.${entry.kind}`)}`
  const who = printableLine(`${by.name}, ${role}, ${timeText(language, at)}${done}`)
  const text = 'text' in entry ? paragraphsOf(entry.text) : []
  const state = suggestionState(thread, entry.id)
  const suggests =
    entry.kind === 'comment' && entry.suggestion !== undefined && state !== undefined
      ? [`${translate(language, `comments.suggests.${state}`)} ${quoted(entry.suggestion)}`]
      : []
  return [`${who}:`, ...text, ...suggests].filter((line) => line !== ':')
}

function threadBlock(read: ReadNote, thread: Thread): JournalBlock {
  const { language } = read.context
  const state = isResolved(thread) ? ` (${translate(language, 'comments.state.resolved').toLowerCase()})` : ''
  return {
    type: 'text',
    label: `${placeSaid(thread, read)}${state}`,
    paragraphs: thread.entries.flatMap((entry) => entrySaid(language, entry, thread)),
  }
}

/** An entry with the comments on its note as an appendix, which says that they are no part of it. */
export function withComments(entry: JournalEntry, read: ReadNote, threads: readonly Thread[]): JournalEntry {
  const { language } = read.context
  if (threads.length === 0) return entry
  const blocks = threads.map((thread) => threadBlock(read, thread))
  return {
    ...entry,
    sections: [...entry.sections, { title: translate(language, 'comments.printed.title'), blocks }],
  }
}
