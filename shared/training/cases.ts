import { type Case, caseSchema } from '../case/case.ts'
import { dateOfDay } from '../case/chain.ts'
import type { Consent } from '../case/consents.ts'
import { addDays, type IsoDate } from '../case/dates.ts'
import type { NoteId } from '../case/ids.ts'
import type { Answers } from '../note/answers.ts'
import { packCaseId, packNoteId } from './ids.ts'
import type { Pack, PackCase, PackNote } from './pack.ts'
import { answersAt, type PackMoment, textAt } from './relative.ts'

type WholeCase = Extract<PackCase, { details: unknown }>

/** Answers with others in their place; `null` takes one away. */
const changed = (answers: Answers, changes: Answers | undefined): Answers =>
  Object.fromEntries(
    Object.entries({ ...answers, ...changes }).filter(([field]) => changes?.[field] !== null),
  )

/** A case of a pack written out whole; undefined where it is like one that is not there, or like itself in the end. */
export function wholeCase(
  { cases }: Pick<Pack, 'cases'>,
  key: string,
  passed: readonly string[] = [],
): WholeCase | undefined {
  const found = cases.find((each) => each.key === key)
  if (found === undefined || passed.includes(key)) return undefined
  if (!('like' in found)) return found
  const like = wholeCase({ cases }, found.like, [...passed, key])
  if (like === undefined) return undefined
  const notes = like.notes
    .filter((note) => !found.without?.includes(note.key))
    .map((note) => ({
      ...note,
      answers: changed(note.answers, found.notes.find((change) => change.key === note.key)?.answers),
    }))
  return { ...like, key: found.key, details: { ...like.details, number: found.number }, notes }
}

/** A note of a case as it stands once the pack is loaded. */
export interface CastNote
  extends Pick<PackNote, 'key' | 'template' | 'answers' | 'status' | 'role' | 'approved'> {
  readonly id: NoteId
  readonly writtenOn: IsoDate
}

/** A case of a pack with its dates, and the notes in the order in which they are written. */
export interface CastCase {
  readonly key: string
  readonly case: Case
  readonly notes: readonly CastNote[]
}

/** What the dates and references of a case are worked out from, on a day. */
export function momentOf(pack: Pick<Pack, 'id'>, of: WholeCase, today: IsoDate): PackMoment {
  const firstSickDay = addDays(today, 1 - of.day)
  return { firstSickDay, today, noteOf: (key) => packNoteId(pack.id, of.key, key) }
}

function cast(pack: Pack, of: WholeCase, today: IsoDate): CastCase {
  const moment = momentOf(pack, of, today)
  const { firstSickDay } = moment
  const consents = (of.details.consents ?? []).map(
    (consent): Consent => ({
      ...consent,
      date: consent.date === undefined ? undefined : textAt(consent.date, moment),
    }),
  )
  const notes = of.notes
    .toSorted((a, b) => a.day - b.day)
    .map(({ day, answers, ...note }) => ({
      ...note,
      id: packNoteId(pack.id, of.key, note.key),
      writtenOn: dateOfDay(firstSickDay, day),
      answers: answersAt(answers, moment),
    }))
  const id = packCaseId(pack.id, of.key)
  return { key: of.key, case: caseSchema.parse({ ...of.details, id, firstSickDay, consents }), notes }
}

/**
 * The cases of a pack as they stand when `today` is the day that they have been brought to: a case of day 94 is on its day 94.
 * The same pack and day give the same cases.
 */
export function castOf(pack: Pack, today: IsoDate): readonly CastCase[] {
  return pack.cases.flatMap(({ key }) => {
    const whole = wholeCase(pack, key)
    return whole === undefined ? [] : [cast(pack, whole, today)]
  })
}
