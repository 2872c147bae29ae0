import type { Owner } from '../case/kinds.ts'
import type { Insats } from '../case/rows.ts'
import { actorText } from '../fields/actor.ts'
import { type CaseInsats, isAskedFor } from '../note/case-insatser.ts'
import type { Language } from '../text/index.ts'

/** What the list of åtgärder can be sorted by. */
export const sortKeys = ['owner', 'performer', 'what', 'from', 'to', 'followUp', 'status', 'effect'] as const
export type SortKey = (typeof sortKeys)[number]

/** Which insatser the list shows: those that are asked for, all, or those that stand in one way. */
export type StatusFilter = 'open' | 'all' | NonNullable<Insats['status']>

export interface Arrangement {
  readonly sort: SortKey
  readonly descending: boolean
  readonly owner: Owner | 'both'
  readonly status: StatusFilter
  /** Words of what it is or who performs it. */
  readonly search: string
}

export const usualArrangement: Arrangement = {
  sort: 'followUp',
  descending: false,
  owner: 'both',
  status: 'open',
  search: '',
}

const order = { planerad: 1, pagar: 2, 'behovs-men-saknas': 3, genomford: 4, avbruten: 5 } as const

/** What an insats is sorted by, as a text; '' where it says nothing. */
function keyOf({ owner, row }: CaseInsats, sort: SortKey, language: Language): string {
  switch (sort) {
    case 'owner':
      return owner
    case 'performer':
      return actorText(language, row.performer ?? {})
    case 'status':
      return row.status === undefined ? '' : String(order[row.status])
    case 'what':
    case 'from':
    case 'to':
    case 'followUp':
    case 'effect':
      return row[sort]?.trim() ?? ''
  }
}

function isShown(one: CaseInsats, { owner, status, search }: Arrangement, language: Language): boolean {
  if (owner !== 'both' && one.owner !== owner) return false
  if (status === 'open' && !isAskedFor(one)) return false
  if (status !== 'open' && status !== 'all' && one.row.status !== status) return false
  const words = search.trim().toLocaleLowerCase('sv')
  if (words === '') return true
  return [one.row.what ?? '', actorText(language, one.row.performer ?? {})].some((text) =>
    text.toLocaleLowerCase('sv').includes(words),
  )
}

const swedish = new Intl.Collator('sv', { numeric: true })

/** The insatser of plan and planering as one list, sorted and filtered. What says nothing stands last either way. */
export function arrange(
  insatser: readonly CaseInsats[],
  arrangement: Arrangement,
  language: Language,
): CaseInsats[] {
  const { sort, descending } = arrangement
  const turn = descending ? -1 : 1
  return insatser
    .filter((one) => isShown(one, arrangement, language))
    .map((one) => ({ one, key: keyOf(one, sort, language) }))
    .toSorted((a, b) => {
      if (a.key === '' || b.key === '') return Number(a.key === '') - Number(b.key === '')
      return turn * swedish.compare(a.key, b.key)
    })
    .map(({ one }) => one)
}
