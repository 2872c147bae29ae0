import type { Concept } from '../fields/concepts.ts'
import type { Answer, AnswerType } from '../fields/index.ts'
import { begunAt, type CaseInsats, caseInsatser, dayOfNote } from './case-insatser.ts'
import { asSigned, type NoteContext, type NoteWithTemplate } from './context.ts'
import type { Where } from './marker.ts'
import { type ReadNote, readNote } from './read-note.ts'

interface Dated {
  readonly context: NoteContext
  readonly read: ReadNote
  readonly day: string
}
const known = new WeakMap<NoteWithTemplate, Dated>()

/** A note among others: read once while case and day are the same, however many rules ask. */
function dated(subject: NoteWithTemplate, context: NoteContext): Dated {
  const before = known.get(subject)
  if (before && before.context.case === context.case && before.context.today === context.today) return before
  const read = readNote(subject, asSigned(subject.note, { ...context, others: [] }))
  const found = { context, read, day: dayOfNote(read) }
  known.set(subject, found)
  return found
}

const around = new WeakMap<NoteContext['others'], { context: NoteContext; notes: readonly ReadNote[] }>()

/**
 * The notes around a note, or all notes of a case, read, from the last event to the first: by the day of what they tell of,
 * and on one day by when they were begun. What is signed is read as it was signed.
 */
export function notesAround(context: NoteContext): readonly ReadNote[] {
  const before = around.get(context.others)
  if (before && before.context.case === context.case && before.context.today === context.today)
    return before.notes
  const notes = context.others
    .map((other) => dated(other, context))
    .toSorted((a, b) => b.day.localeCompare(a.day) || begunAt(b.read).localeCompare(begunAt(a.read)))
    .map(({ read }) => read)
  around.set(context.others, { context, notes })
  return notes
}

/** What a case says by a concept, and where. */
export interface CaseAnswer<T extends AnswerType> {
  readonly answer: Answer<T>
  readonly where: Where
}

/** What the newest of these notes that says anything by a concept says by it. */
export function newestAnswer<T extends AnswerType>(
  notes: readonly ReadNote[],
  concept: Concept,
  type: T,
): CaseAnswer<T> | undefined {
  for (const read of notes) {
    const answer = read.answered(concept) ? read.answer(concept, type) : undefined
    if (answer !== undefined) return { answer, where: read.whereOf(concept) }
  }
  return undefined
}

/** The same, in a note that is being written and else in the newest of the others: what it says itself goes first. */
export function caseAnswer<T extends AnswerType>(
  read: ReadNote,
  concept: Concept,
  type: T,
): CaseAnswer<T> | undefined {
  return newestAnswer([read], concept, type) ?? newestAnswer(notesAround(read.context), concept, type)
}

const insatserKnown = new WeakMap<ReadNote, readonly CaseInsats[]>()

/** The insatser of a case with those of a note that is being written. */
export function insatserWith(read: ReadNote): readonly CaseInsats[] {
  const before = insatserKnown.get(read)
  if (before) return before
  const found = caseInsatser([...notesAround(read.context), read])
  insatserKnown.set(read, found)
  return found
}
