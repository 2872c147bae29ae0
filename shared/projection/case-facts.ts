import type { Case } from '../case/case.ts'
import { dateAt, type Timestamp } from '../case/dates.ts'
import { sortKey } from '../case/sort-key.ts'
import { dayOfNote } from '../note/case-insatser.ts'
import type { Note } from '../note/note.ts'
import type { ReadNote } from '../note/read-note.ts'
import type { RowOf } from './derived-rows.ts'

/** The parts of a case that its facts are gathered from. */
export interface Gathered {
  readonly of: Case
  readonly updatedAt: Timestamp
  /** The notes that count, by the day that they tell of, the oldest first. */
  readonly notes: readonly ReadNote[]
  /** Every note of the case, those that do not count as well. */
  readonly every: readonly Note[]
  readonly events: readonly RowOf<'case_events'>[]
  readonly insatser: readonly RowOf<'case_insatser'>[]
  readonly dues: readonly RowOf<'case_dues'>[]
}

type Days = readonly (string | number | null)[]
const texts = (days: Days) => days.filter((day) => typeof day === 'string').toSorted()
const firstOfAll = (days: Days) => texts(days)[0] ?? null
const lastOfAll = (days: Days) => texts(days).at(-1) ?? null

/** Texts as a case is found by any part of them: in small letters; å, ä and ö are letters of their own. */
export const foundBy = (texts: readonly string[]): string =>
  texts.join('\n').normalize('NFC').toLocaleLowerCase('sv')

/** What the case's own details say. */
function ofDetails(of: Case) {
  const employer = of.employment.kind === 'anstalld' ? of.employment.employer : undefined
  return {
    number: of.number,
    number_key: sortKey(of.number),
    name: of.insured.name,
    name_key: sortKey(of.insured.name),
    personnummer: of.insured.personnummer,
    employment: of.employment.kind,
    employer: employer?.name ?? null,
    employer_key: employer ? sortKey(employer.name) : null,
    organisation_number: employer?.organisationNumber ?? null,
    first_sick_day: of.firstSickDay,
    extent: of.extent,
    expected_length: of.expectedLength,
    assigned_to: of.assignedTo,
    assigned_key: sortKey(of.assignedTo),
    office: of.office ?? null,
    closed_on: of.closed?.on ?? null,
    found_by: foundBy([
      of.number,
      of.insured.name,
      of.insured.personnummer,
      of.insured.personnummer.replace(/\D/g, ''),
      employer?.name ?? '',
    ]),
  }
}

/** What the notes say of the employer's plan: of its coming in the first note, of the rest the last that says it. */
function ofPlan({ notes, events }: Gathered) {
  const newest = (concept: 'plan-status' | 'plan-uppfoljning') =>
    notes.findLast((read) => read.answered(concept))?.answer(concept, 'choice')?.value ?? null
  const on = (kind: string) =>
    events
      .filter((event) => event.kind === kind)
      .toSorted((a, b) => (String(a.date) < String(b.date) ? -1 : 1))
  const [came] = on('plan-inkommen')
  const followable = notes.findLast((read) => read.answered('plan-foljbar'))?.answer('plan-foljbar', 'yes-no')
  return {
    plan_state: newest('plan-status'),
    plan_asked_on: on('plan-begard')[0]?.date ?? null,
    plan_came_on: came?.date ?? null,
    plan_channel: came?.channel ?? null,
    plan_initiative: came?.initiative ?? null,
    plan_followable: followable === undefined ? null : followable === 'ja' ? 1 : 0,
    plan_follow_up: newest('plan-uppfoljning'),
  }
}

/** Whether an insats is one of those whose first day is asked after: to work or in work, and not missing (000:497). */
const isMeasure = ({ kind, status }: RowOf<'case_insatser'>) =>
  (kind === 'arbetslivsinriktad' || kind === 'arbetsanpassning') && status !== 'behovs-men-saknas'

/** The facts of a case, in one row. */
export function factsOf(gathered: Gathered): RowOf<'case_facts'> {
  const { of, updatedAt, notes, every, insatser, dues } = gathered
  const need = notes.findLast((read) => read.answered('behov-resultat'))
  const drafts = every.filter(({ status }) => status === 'utkast')
  // What a note tells of a day that lies ahead of it has not happened, so it is the note that is the event.
  const happened = notes.flatMap((read) => {
    const written = dateAt(read.note.updatedAt)
    return [dateAt(read.note.createdAt), dayOfNote(read)].filter((day) => day <= written)
  })
  return {
    ...ofDetails(of),
    area:
      notes.findLast((read) => read.answered('verksamhetsomrade'))?.answer('verksamhetsomrade', 'choice')
        ?.value ?? null,
    ...ofPlan(gathered),
    need_state: need?.answer('behov-resultat', 'choice')?.value ?? null,
    need_on: need ? dayOfNote(need) : null,
    first_measure_on: firstOfAll(insatser.filter(isMeasure).map(({ starts }) => starts)),
    last_event: lastOfAll(happened),
    next_due: firstOfAll(dues.map(({ due }) => due)),
    notes: notes.length,
    drafts: drafts.length,
    oldest_draft: firstOfAll(drafts.map((note) => dateAt(note.updatedAt))),
    updated_at: lastOfAll([updatedAt, ...every.map((note) => note.updatedAt)]),
  }
}
