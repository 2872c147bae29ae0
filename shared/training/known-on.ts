import type { Case } from '../case/case.ts'
import { dateAt, type IsoDate, parseDate } from '../case/dates.ts'
import { aroundCase, type NoteContext } from '../note/context.ts'
import { type Note, plainNote, type StoredNote } from '../note/note.ts'
import type { Template } from '../template/template.ts'
import type { Language } from '../text/index.ts'

/** A case with all its notes, as they are today. */
export interface WholeStory {
  readonly case: Case
  readonly notes: readonly (Note | StoredNote)[]
}

/**
 * A note as it stood on a day, or undefined where it was not begun: one that was signed later was a draft, and one that was annulled
 * later counted. Of a draft we know what it says now, and not what it said before it was last saved.
 */
function asItStood(given: Note | StoredNote, day: IsoDate): Note | undefined {
  const note = 'caseId' in given ? plainNote(given) : given
  if (dateAt(note.createdAt) > day) return undefined
  if (note.status === 'utkast') return note
  const { signature, annulled, ...rest } = note
  if (dateAt(signature.at) > day) return { ...rest, status: 'utkast' }
  return annulled !== undefined && dateAt(annulled.at) <= day
    ? note
    : { ...rest, status: 'journalford', signature }
}

/** The details of the case as the last note signed until then has them, without what was said and done later. */
function detailsOn({ case: of }: WholeStory, notes: readonly Note[], day: IsoDate): Case {
  const signatures = notes.flatMap((note) => (note.status === 'journalford' ? [note.signature] : []))
  const last = signatures.toSorted((a, b) => a.sequence - b.sequence).at(-1)
  const { closed, ...details } = last === undefined ? of : { ...last.case, id: of.id }
  const isLater = (date: string | undefined) => {
    const parsed = date === undefined ? undefined : parseDate(date.trim())
    return parsed !== undefined && parsed > day
  }
  const consents = details.consents.filter(({ date }) => !isLater(date))
  return { ...details, consents, ...(closed === undefined || isLater(closed.on) ? {} : { closed }) }
}

/**
 * What was known of a case on a day: the notes begun until then, as they stood, and the case as it was, with that day as today.
 * What reads a case (`readWholeCase`, `overviewOf`) reads it so as well, and so tells what was late and which limit came next.
 */
export function knownOn(
  story: WholeStory,
  day: IsoDate,
  templates: readonly Template[],
  language: Language,
): NoteContext {
  const notes = story.notes.flatMap((note) => asItStood(note, day) ?? [])
  return { case: detailsOn(story, notes, day), ...aroundCase(notes, templates), today: day, language }
}
