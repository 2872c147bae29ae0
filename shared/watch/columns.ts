// What a watch list can show, be filtered, sorted and grouped by. One member of the table is one column: where it stands, its
// type, where the store reads it and how its values are put into words. Its heading is `watch.column.ID`.
import { z } from 'zod'
import { expectedLengths } from '../case/case.ts'
import { insatsAims, insatsEffects, insatsKinds, insatsStatuses, missingReasons } from '../case/rows.ts'
import { conceptValues } from '../fields/concepts.ts'
import { lateKinds } from '../note/late.ts'
import { isTextKey, type TextKey } from '../text/index.ts'

/** What a row of a list is: a case, something to be done in one, an insats in one, or a case that was marked for later. */
export const subjects = ['case', 'due', 'insats', 'later'] as const
export type WatchSubject = (typeof subjects)[number]

/** A place in the derived tables. The store's own names of them stand in main/store/watch. */
export type At = `${'facts' | 'dues' | 'insatser' | 'marks'}.${string}`

interface ColumnBase {
  /** On which rows it stands; on all where it is left out. */
  readonly of?: readonly WatchSubject[]
  readonly at: At
}
/** A text, sorted and compared by `key`: its Swedish sort key. */
interface TextColumn extends ColumnBase {
  readonly type: 'text'
  readonly key?: At
}
interface DateColumn extends ColumnBase {
  readonly type: 'date'
}
interface NumberColumn extends ColumnBase {
  readonly type: 'number'
}
/** One of a few values, each in words by `words` and the value. */
interface ChoiceColumn extends ColumnBase {
  readonly type: 'choice'
  readonly values: readonly string[]
  readonly words: string
}
/** How many days it is since a day (of `at`, or of `or` where that is not said), plus `plus`: the first day of a case is day 1. */
interface AgeColumn extends ColumnBase {
  readonly type: 'age'
  readonly or?: At
  readonly plus: 0 | 1
}
/** The day on which an employed person's case reaches its next threshold. Own table: `thresholds`. */
interface ThresholdColumn extends ColumnBase {
  readonly type: 'threshold'
}
export type WatchColumn = TextColumn | DateColumn | NumberColumn | ChoiceColumn | AgeColumn | ThresholdColumn

/** The days of a case that change what is asked of it (27 kap. 46-48 §§ SFB; 001:2788-2794, 16238-16310). */
export const thresholds = [90, 180, 365, 550] as const

const text = (at: At, key?: At): TextColumn => ({ type: 'text', at, ...(key && { key }) })
const date = (at: At): DateColumn => ({ type: 'date', at })
const number = (at: At): NumberColumn => ({ type: 'number', at })
const choice = (at: At, values: readonly string[], words: string): ChoiceColumn => ({
  type: 'choice',
  at,
  values,
  words,
})
const age = (at: At, { or, plus = 0 }: { or?: At; plus?: 0 | 1 } = {}): AgeColumn => ({
  type: 'age',
  at,
  plus,
  ...(or && { or }),
})
const on = <C extends WatchColumn>(of: WatchSubject, column: C): C => ({ ...column, of: [of] })

/** Every column. A new one is added here and nowhere else. */
export const columns = {
  number: text('facts.number', 'facts.number_key'),
  name: text('facts.name', 'facts.name_key'),
  personnummer: text('facts.personnummer'),
  assignedTo: text('facts.assigned_to', 'facts.assigned_key'),
  office: text('facts.office'),
  employment: choice('facts.employment', ['anstalld', 'arbetslos', 'annan'], 'lists.employment'),
  employer: text('facts.employer', 'facts.employer_key'),
  firstSickDay: date('facts.first_sick_day'),
  day: age('facts.first_sick_day', { plus: 1 }),
  threshold: { type: 'threshold', at: 'facts.first_sick_day' } satisfies ThresholdColumn,
  extent: number('facts.extent'),
  expectedLength: choice('facts.expected_length', expectedLengths, 'lists.expectedLength'),
  area: choice('facts.area', conceptValues.verksamhetsomrade, 'lists.area'),
  planState: choice(
    'facts.plan_state',
    ['inkommen', 'begard', 'uteblivit', 'ej-inhamtad', 'saknas', 'oklart'],
    'lists.planState',
  ),
  planAskedOn: date('facts.plan_asked_on'),
  planWaited: age('facts.plan_asked_on'),
  planCameOn: date('facts.plan_came_on'),
  planFollowUp: choice('facts.plan_follow_up', ['aktivt', 'delvis-aktivt', 'inte'], 'lists.planFollowUp'),
  needState: choice('facts.need_state', conceptValues['behov-resultat'], 'lists.needState'),
  needOn: date('facts.need_on'),
  firstMeasureOn: date('facts.first_measure_on'),
  lastEvent: date('facts.last_event'),
  silent: age('facts.last_event', { or: 'facts.first_sick_day' }),
  nextDue: date('facts.next_due'),
  notes: number('facts.notes'),
  drafts: number('facts.drafts'),
  oldestDraft: date('facts.oldest_draft'),
  draftAge: age('facts.oldest_draft'),
  closedOn: date('facts.closed_on'),
  dueKind: on('due', choice('dues.kind', lateKinds, 'watch.due')),
  due: on('due', date('dues.due')),
  late: on('due', age('dues.due')),
  insats: on('insats', text('insatser.what')),
  insatsOwner: on('insats', choice('insatser.owner', ['arbetsgivare', 'forsakringskassan'], 'lists.owner')),
  insatsKind: on('insats', choice('insatser.kind', insatsKinds, 'lists.insatsKind')),
  performer: on('insats', text('insatser.performer')),
  starts: on('insats', date('insatser.starts')),
  ends: on('insats', date('insatser.ends')),
  ended: on('insats', age('insatser.ends')),
  insatsFollowUp: on('insats', date('insatser.follow_up')),
  status: on('insats', choice('insatser.status', insatsStatuses, 'lists.insatsStatus')),
  missingReason: on('insats', choice('insatser.missing_reason', missingReasons, 'lists.missingReason')),
  effect: on('insats', choice('insatser.effect', insatsEffects, 'lists.insatsEffect')),
  aimsAt: on('insats', choice('insatser.aims_at', insatsAims, 'lists.insatsAim')),
  until: on('later', date('marks.until')),
} satisfies Record<string, WatchColumn>

export type ColumnId = keyof typeof columns
const isColumnId = (id: string): id is ColumnId => Object.hasOwn(columns, id)
export const columnIds: readonly ColumnId[] = Object.keys(columns).filter(isColumnId)
export const columnIdSchema = z.custom<ColumnId>((id) => typeof id === 'string' && isColumnId(id))

/** What is known of a column. */
export const columnOf = (id: ColumnId): WatchColumn => columns[id]

/** The columns that stand on the rows of a subject. */
export const watchColumnsOf = (subject: WatchSubject): readonly ColumnId[] =>
  columnIds.filter((id) => columnOf(id).of?.includes(subject) ?? true)

/** The key of a value's words; undefined for a value that this version does not know. */
export function wordsKey({ words }: ChoiceColumn, value: string): TextKey | undefined {
  const key = `${words}.${value}`
  return isTextKey(key) ? key : undefined
}
