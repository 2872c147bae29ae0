import { type PersonRole, personRoles } from '../case/actors.ts'
import type { Employment } from '../case/case.ts'
import type { NoteId } from '../case/ids.ts'
import type { Aktivitet, Insats } from '../case/rows.ts'
import { caseInsatser, documentOf, isAskedFor } from '../note/case-insatser.ts'
import { addsTo, changedAt } from '../note/context.ts'
import type { Where } from '../note/marker.ts'
import { type ReadNote, whereRow } from '../note/read-note.ts'
import type { ReadCase } from './read-case.ts'

interface DutyBase {
  readonly note: NoteId
  readonly where: Where
}

/** Something that an actor is to do. An insats is never Försäkringskassan's, and an FK-aktivitet never anybody else's. */
export type Duty =
  | (DutyBase & { readonly kind: 'insats'; readonly row: Insats })
  | (DutyBase & { readonly kind: 'aktivitet'; readonly row: Aktivitet })

/** What an actor is responsible for in a case: undefined where it is not said who. */
export interface Responsibility {
  readonly actor: PersonRole | undefined
  readonly duties: readonly Duty[]
}

/** Where it is said what an actor is responsible for in every case; in words: `lists.duty.*`. */
export const dutySources = {
  arbetsgivare: '001:1097-1103; 001:10562-10572',
  arbetstagarorganisation: '001:14131-14137',
  'halso-och-sjukvarden': '001:1110-1114',
  socialtjansten: '001:1134-1136',
  arbetsformedlingen: '001:1128-1134',
  foretagshalsovard: '001:14426-14466',
  samordningsforbund: '001:4681-4711',
  'den-forsakrade': '001:1980-1990; 001:2050-2056',
  forsakringskassan: '000:192-195; 002:125-129',
} as const satisfies Partial<Record<PersonRole, string>>

/** Who has a part in a case, whatever its notes say. */
function standingActors({ kind }: Employment): readonly PersonRole[] {
  const work: readonly PersonRole[] =
    kind === 'anstalld' ? ['arbetsgivare'] : kind === 'arbetslos' ? ['arbetsformedlingen'] : []
  return ['den-forsakrade', ...work, 'halso-och-sjukvarden', 'forsakringskassan']
}

const lastChange = ({ note, context }: ReadNote) => changedAt(note, context)

/** The notes whose FK-aktiviteter hold now: of each template the one changed last, with what adds to it. */
function current(notes: readonly ReadNote[]): readonly ReadNote[] {
  const newest = new Map<string, ReadNote>()
  const isAdding = ({ note, context }: ReadNote) => addsTo(note, context)
  const whole = notes.filter((read) => !isAdding(read))
  for (const read of whole.toSorted((a, b) => lastChange(a).localeCompare(lastChange(b))))
    newest.set(read.template.id, read)
  const held = new Set(newest.values())
  return [...held, ...notes.filter((read) => isAdding(read) && held.has(documentOf(read, notes)))]
}

/** The insatser that are asked for still, each where the last note that has it says how it stands. */
function insatserIn(notes: readonly ReadNote[]): Duty[] {
  return caseInsatser(notes)
    .filter(isAskedFor)
    .map(({ row, latest }): Duty => ({ kind: 'insats', note: latest.read.note.id, row, where: latest.where }))
}

function aktiviteterIn(read: ReadNote): Duty[] {
  const note = read.note.id
  return read
    .ofType('aktiviteter')
    .flatMap(({ field, answer = [] }) =>
      answer
        .filter(({ status }) => status !== 'genomford' && status !== 'installd')
        .map((row): Duty => ({ kind: 'aktivitet', note, row, where: whereRow(read, field, row.id, 'what') })),
    )
}

/** Who performs it; "annan" where only a name is given. */
function performerOf({ performer }: Insats): PersonRole | undefined {
  if (performer?.actor !== undefined) return performer.actor
  return (performer?.name ?? '').trim() === '' ? undefined : 'annan'
}

/**
 * Who is responsible for what is left to do in a case, as the last notes about it say: first what nobody has taken
 * on yet, then the actors in their usual order. Whoever always has a part in such a case is there with nothing to do.
 */
export function responsibilitiesIn({ notes, context }: ReadCase): Responsibility[] {
  const byActor = new Map<PersonRole | undefined, Duty[]>()
  for (const actor of standingActors(context.case.employment)) byActor.set(actor, [])
  for (const duty of [...insatserIn(notes), ...current(notes).flatMap(aktiviteterIn)]) {
    const actor = duty.kind === 'aktivitet' ? 'forsakringskassan' : performerOf(duty.row)
    byActor.set(actor, [...(byActor.get(actor) ?? []), duty])
  }
  return [undefined, ...personRoles].flatMap((actor) => {
    const duties = byActor.get(actor)
    return duties === undefined ? [] : [{ actor, duties }]
  })
}
