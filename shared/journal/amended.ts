import { timeText } from '../case/dates.ts'
import type { NoteId } from '../case/ids.ts'
import { type Chains, chainsOf, linkOf } from '../note/amendments.ts'
import { noteAround } from '../note/context.ts'
import type { Annulment } from '../note/note.ts'
import type { ReadNote } from '../note/read-note.ts'
import { type TextKey, translate } from '../text/index.ts'
import { printableLine } from '../text/printable.ts'
import type { JournalEntry, LabelledText } from './entry.ts'
import { userText } from './user-text.ts'

function chainsAround({ note, context: { others, uncounted = [] } }: ReadNote): Chains {
  return chainsOf([...[...others, ...uncounted].map((other) => linkOf(other.note)), linkOf(note)])
}

const annulmentOf = ({ note }: ReadNote): Annulment | undefined =>
  note.status === 'journalford' ? note.annulled : undefined

/** "anteckning journalförd 2026-03-04 kl. 10.00 av Anna Ek, utredare", with its id; that alone where the note is not here. */
function noteText({ context }: ReadNote, id: NoteId): string {
  const { language } = context
  const note = noteAround(context, id)?.note
  if (note?.status !== 'journalford') return translate(language, 'journal.amends.unknown', { id })
  const { at, by } = note.signature
  return translate(language, note.annulled ? 'journal.amends.annulled' : 'journal.amends.note', {
    at: timeText(language, at),
    by: userText(language, by),
    id,
  })
}

const verbKeys = { rattelse: 'journal.header.corrects', komplettering: 'journal.header.addsTo' } as const

/**
 * What a note has to do with others by rättelse and komplettering, and whether it is annulled, a row each: what it corrects
 * or adds to, what corrects it, what adds to it.
 */
export function amendedRows(read: ReadNote): LabelledText[] {
  const { note, context } = read
  const { language } = context
  const { amending } = chainsAround(read)
  const row = (key: TextKey, text: string): LabelledText => ({ label: translate(language, key), text })
  const isSigned = (id: NoteId) => noteAround(context, id)?.note.status === 'journalford'
  const annulled = annulmentOf(read)
  return [
    ...(note.amends ? [row(verbKeys[note.amends.verb], noteText(read, note.amends.note))] : []),
    ...amending(note.id, 'rattelse')
      .filter(isSigned)
      .map((id) => row('journal.header.correctedBy', noteText(read, id))),
    ...amending(note.id, 'komplettering')
      .filter(isSigned)
      .map((id) => row('journal.header.addedToBy', noteText(read, id))),
    ...(annulled ? [row('journal.header.annulled', annulmentText(read, annulled))] : []),
  ]
}

function annulmentText({ context: { language } }: ReadNote, { at, by, reason }: Annulment): string {
  return translate(language, 'journal.annulled.text', {
    at: timeText(language, at),
    by: userText(language, by),
    reason: printableLine(reason),
  })
}

/** The word that stands on every page of an entry that is not, or no longer, what counts. */
export function noticeOf(read: ReadNote): JournalEntry['notice'] {
  const { note, context } = read
  const { language } = context
  const notice = (word: TextKey, explanation: TextKey, params = {}) => ({
    word: translate(language, word),
    explanation: translate(language, explanation, params),
  })
  if (note.status === 'utkast') return notice('journal.draft', 'journal.draft.explanation')
  const annulled = annulmentOf(read)
  if (annulled)
    return notice('journal.annulled', 'journal.annulled.explanation', { text: annulmentText(read, annulled) })
  const { standing } = chainsAround(read)
  const stands = standing(note.id)
  if (stands === undefined || stands === note.id) return undefined
  return notice('journal.corrected', 'journal.corrected.explanation', { note: noteText(read, stands) })
}
