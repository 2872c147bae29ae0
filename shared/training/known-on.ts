import type { Case } from '../case/case.ts'
import { dateAt, type IsoDate, parseDate } from '../case/dates.ts'
import type { NoteId } from '../case/ids.ts'
import { type NoteByDay, revisionOn } from '../history/by-day.ts'
import type { Revision } from '../history/revision.ts'
import { aroundCase, type NoteContext } from '../note/context.ts'
import { setAsideMember } from '../note/move.ts'
import { type Note, plainNote, type StoredNote } from '../note/note.ts'
import { objectionsMember } from '../note/objections.ts'
import type { Template } from '../template/template.ts'
import type { Language } from '../text/index.ts'

/** A case with all its notes as they are today, and what they said before. */
export interface WholeStory {
  readonly case: Case
  readonly notes: readonly (Note | StoredNote)[]
  /** What is kept of each note, day by day; of one that nothing is kept of we know what it says now. */
  readonly byDay?: readonly NoteByDay[] | undefined
}

/** What a note said on a day, where that is kept. */
export const saidOn = ({ byDay = [] }: WholeStory, id: NoteId, day: IsoDate): Revision | undefined =>
  revisionOn(byDay.find(({ note }) => note === id)?.revisions ?? [], day)

/** How a note stood on a day, with the day on which it came further, or had come so far. */
export type StandingOn =
  | { readonly is: 'unbegun'; readonly begun: IsoDate }
  | { readonly is: 'draft'; readonly signed?: IsoDate | undefined }
  | { readonly is: 'signed'; readonly signed: IsoDate }

export function standingOn(note: Note | StoredNote, day: IsoDate): StandingOn {
  const begun = dateAt(note.createdAt)
  if (begun > day) return { is: 'unbegun', begun }
  const signed = note.status === 'journalford' ? dateAt(note.signature.at) : undefined
  return signed !== undefined && signed <= day ? { is: 'signed', signed } : { is: 'draft', signed }
}

/** A note as the draft that it was, which said what its revision says. */
function asDraft(note: Note, was: Revision | undefined): Note {
  const { id, kind, owner, author, createdAt, takenOver, amends } = note
  const { template, answers, objections = [], setAside = [] } = was ?? note
  return {
    id,
    template,
    kind,
    owner,
    author,
    createdAt,
    updatedAt: was?.at ?? note.updatedAt,
    status: 'utkast',
    answers,
    ...objectionsMember(objections),
    ...setAsideMember(setAside),
    ...(takenOver === undefined ? {} : { takenOver }),
    ...(amends === undefined ? {} : { amends }),
  }
}

/** A note as it stood on a day, or undefined where it was not begun; one that was annulled later counted. */
function asItStood(story: WholeStory, given: Note | StoredNote, day: IsoDate): Note | undefined {
  const note = 'caseId' in given ? plainNote(given) : given
  const { is } = standingOn(note, day)
  if (is === 'unbegun') return undefined
  if (is === 'draft' || note.status === 'utkast') return asDraft(note, saidOn(story, note.id, day))
  const { annulled, ...counted } = note
  return annulled !== undefined && dateAt(annulled.at) <= day ? note : counted
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
  const notes = story.notes.flatMap((note) => asItStood(story, note, day) ?? [])
  return { case: detailsOn(story, notes, day), ...aroundCase(notes, templates), today: day, language }
}
