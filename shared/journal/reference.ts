import type { NoteWithTemplate } from '../note/check/rule.ts'
import { translate } from '../text/index.ts'
import { contextOf, type EntryContext } from './context.ts'
import { eventDate } from './header.ts'
import { dateAt } from './time.ts'

/** Whether the referred note was journalförd when the referring note was; now, for a draft. */
function wasSigned({ note }: NoteWithTemplate, referring: EntryContext['note']): boolean {
  if (note.status !== 'journalford') return false
  return referring.status !== 'journalford' || note.signature.at <= referring.signature.at
}

/** A reference to another note of the case: kind of document, date and status. Never its contents. */
export function referenceText(context: EntryContext, noteId: string): string {
  const { language, otherNotes, case: details, today } = context
  const referred = otherNotes.find(({ note }) => note.id === noteId)
  if (!referred) return translate(language, 'journal.hanvisning.borta', { id: noteId })
  const { note, template } = referred
  const date = eventDate(contextOf({ note, template, case: details, otherNotes: [], language, today }))
  const status = wasSigned(referred, context.note) ? 'journalford' : 'utkast'
  return translate(language, 'journal.hanvisning', {
    kind: translate(language, `lists.kind.${note.kind}`),
    date: date ?? dateAt(note.createdAt),
    status: translate(language, `lists.status.${status}`).toLocaleLowerCase(language),
  })
}
