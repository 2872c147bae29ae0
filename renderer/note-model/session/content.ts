import { dequal } from 'dequal/lite'
import type { Answers } from '../../../shared/note/answers.ts'
import type { Objection, StoredNote } from '../../../shared/note/note.ts'
import { objectionsMember, objectionTo, sentenceOf } from '../../../shared/note/objections.ts'
import type { SaveState } from './save.ts'

/** What is written in a note. */
export interface Content {
  answers: Answers
  objections: readonly Objection[]
}

const noObjections: readonly Objection[] = []

export function objectionsOf(note: StoredNote): readonly Objection[] {
  return note.objections ?? noObjections
}

/** Whether the same sentences are objected to. */
export function sameObjections(left: readonly Objection[], right: readonly Objection[]): boolean {
  return left.length === right.length && left.every((one) => objectionTo(right, sentenceOf(one)))
}

/** The note with this written in it. */
export function withContent(note: StoredNote, { answers, objections }: Content): StoredNote {
  const { objections: _before, ...rest } = note
  return { ...rest, ...objectionsMember(objections), answers }
}

/** Whether a note stands the same way to the journal: as a draft, in review, signed, annulled. */
export function sameStanding(left: StoredNote, right: StoredNote): boolean {
  const standing = (note: StoredNote) => (note.status === 'utkast' ? note.review : note.annulled?.at)
  return left.status === right.status && dequal(standing(left), standing(right))
}

/** The save state of a note as it was just read. */
export function saveStateOf(note: StoredNote): SaveState {
  return note.status === 'journalford' ? { kind: 'signed' } : { kind: 'saved', at: note.updatedAt }
}

/** What is objected to from now on, where what says the same stays the same object, and the fields in which anything differs. */
export function renewedObjections(
  before: readonly Objection[],
  next: readonly Objection[],
): { readonly objections: readonly Objection[]; readonly fields: readonly string[] } {
  const objections = next.map((one) => before.find((other) => dequal(other, one)) ?? one)
  const differing = [...before, ...objections].filter(
    (one) => !before.includes(one) || !objections.includes(one),
  )
  return { objections, fields: [...new Set(differing.map(({ field }) => field))] }
}
