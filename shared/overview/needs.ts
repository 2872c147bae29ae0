import type { IsoDate } from '../case/dates.ts'
import type { insatsKinds } from '../case/rows.ts'
import { type CaseInsats, dayOfNote, isAskedFor } from '../note/case-insatser.ts'
import type { Where } from '../note/marker.ts'
import type { ReadNote } from '../note/read-note.ts'
import type { Language } from '../text/index.ts'
import { saidBy } from './said.ts'

type InsatsKind = (typeof insatsKinds)[number]

/** One kind of need, and what meets it. */
export interface Need {
  /** The option's value; a kind of insats where the need is met by insatser of that kind. */
  readonly kind: string
  readonly label: string
  /** Insatser of that kind that are asked for or have been carried out; those that are missing are not among them. */
  readonly met: readonly CaseInsats[]
  readonly missing: readonly CaseInsats[]
}

/** What the case says is needed, and what is done about it. */
export interface CaseNeeds {
  /** The newest note that takes a position on the need; undefined where none does. */
  readonly position:
    | {
        readonly read: ReadNote
        readonly result: string
        readonly value: string
        readonly date: IsoDate
        readonly where: Where
      }
    | undefined
  readonly description: string | undefined
  readonly needs: readonly Need[]
  /** Insatser that meet no need that is stated. */
  readonly others: readonly CaseInsats[]
  /** All that is needed but missing, with the reason in its row. */
  readonly missing: readonly CaseInsats[]
}

const isMissing = ({ row }: CaseInsats) => row.status === 'behovs-men-saknas'
const counts = (one: CaseInsats) => isAskedFor(one) || one.row.status === 'genomford'

/** The needs that a note states, each an option that is chosen. */
function statedIn(read: ReadNote, language: Language): { kind: string; label: string }[] {
  const field = read.field('behov-slag')
  const answer = read.answer('behov-slag', 'choices')
  if (field?.type !== 'choices' || answer === undefined) return []
  return answer.values.map((kind) => {
    const option = field.options.find(({ value }) => value === kind)
    const text = option?.other === true ? answer.other?.trim() : undefined
    return { kind, label: text || (option?.label[language] ?? kind) }
  })
}

/** Kinds of insatser that a stated need is met by: work-oriented rehabilitation by the employer's adaptations too. */
const meets: ReadonlyMap<string, readonly InsatsKind[]> = new Map([
  ['medicinsk', ['medicinsk']],
  ['arbetslivsinriktad', ['arbetslivsinriktad']],
  ['social', ['social']],
  ['arbetsanpassning', ['arbetsanpassning']],
  ['annat', ['annan']],
  ['annan', ['annan']],
])

function positionOf(notes: readonly ReadNote[], language: Language): CaseNeeds['position'] {
  const read = notes.findLast((each) => each.answered('behov-resultat'))
  const value = read?.answer('behov-resultat', 'choice')?.value
  if (!read || value === undefined) return undefined
  const result = saidBy(read, 'behov-resultat', language) ?? value
  return { read, value, result, date: dayOfNote(read), where: read.whereOf('behov-resultat') }
}

/** CaseNeeds with the insatser that meet them. `notes` are the oldest first. */
export function needsOf(
  insatser: readonly CaseInsats[],
  notes: readonly ReadNote[],
  language: Language,
): CaseNeeds {
  const position = positionOf(notes, language)
  const stated = position ? statedIn(position.read, language) : []
  const relevant = insatser.filter(counts)
  const needs = stated.map(({ kind, label }): Need => {
    const kinds = meets.get(kind) ?? []
    const ofKind = relevant.filter(({ row }) => row.kind !== undefined && kinds.includes(row.kind))
    return { kind, label, met: ofKind.filter((one) => !isMissing(one)), missing: ofKind.filter(isMissing) }
  })
  const placed = new Set(needs.flatMap(({ met, missing }) => [...met, ...missing]))
  return {
    position,
    description: position && saidBy(position.read, 'behov-beskrivning', language),
    needs,
    others: relevant.filter((one) => !placed.has(one) && !isMissing(one)),
    missing: relevant.filter(isMissing),
  }
}
