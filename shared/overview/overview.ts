import type { IsoDate } from '../case/dates.ts'
import { type CaseInsats, caseInsatser, inEventOrder, isOver } from '../note/case-insatser.ts'
import type { Where } from '../note/marker.ts'
import type { ReadNote } from '../note/read-note.ts'
import type { ReadCase } from '../projection/read-case.ts'
import { goalsDiffer } from '../rules/r11-olika-mal.ts'
import type { Language } from '../text/index.ts'
import { type Limit, limitsOf } from './limits.ts'
import { type SideRow, sideBySide } from './match.ts'
import { type CaseNeeds, needsOf } from './needs.ts'
import {
  type ConsentHistory,
  type Contact,
  consentsOf,
  contactsOf,
  type PlanEvent,
  planEvents,
} from './register.ts'
import { type Remark, remarksOf } from './remarks.ts'
import { saidBy } from './said.ts'
import { type TimeLine, timeLineOf } from './time-line.ts'

/** Which work a document aims at. */
export interface Goal {
  readonly value: string
  readonly text: string
  readonly where: Where
}

/** The case on one page: all that is derived from the case and its notes, ready to be drawn or printed. */
export interface Overview {
  readonly read: ReadCase
  readonly today: IsoDate
  readonly language: Language
  /** The oldest first, by the day that each tells of. */
  readonly notes: readonly ReadNote[]
  readonly insatser: readonly CaseInsats[]
  readonly goals: {
    readonly plan: Goal | undefined
    readonly planering: Goal | undefined
    /** One aims at the ordinary work and the other does not (R11). */
    readonly differ: boolean
    /** The employer is told what planering aims at. */
    readonly isEmployerInformed: boolean
  }
  /** Plan beside planering: what is asked for still. */
  readonly sides: readonly SideRow[]
  /** The same, of what is over or left out of a newer document. */
  readonly past: readonly SideRow[]
  readonly remarks: ReadonlyMap<CaseInsats, readonly Remark[]>
  readonly limits: readonly Limit[]
  readonly timeLine: TimeLine
  readonly needs: CaseNeeds
  readonly consents: readonly ConsentHistory[]
  readonly planEvents: readonly PlanEvent[]
  readonly contacts: readonly Contact[]
}

/** Whether a note is a planering, or a plan; a follow-up of planering says what planering aims at since. */
function isOf(read: ReadNote, kind: 'arbetsgivarens-plan' | 'planering'): boolean {
  if (read.template.kind === kind) return true
  return kind === 'planering' && read.field('planering-insatser') !== undefined
}

/** The goal of the newest document of a kind that says one; of the plan only where it has come in. */
function goalIn(
  notes: readonly ReadNote[],
  kind: 'arbetsgivarens-plan' | 'planering',
  language: Language,
): Goal | undefined {
  const read = notes.findLast((each) => isOf(each, kind) && each.answered('mal'))
  const value = read?.answer('mal', 'choice')?.value
  if (!read || value === undefined) return undefined
  return { value, text: saidBy(read, 'mal', language) ?? value, where: read.whereOf('mal') }
}

function sidesOf(insatser: readonly CaseInsats[]): SideRow[] {
  const of = (owner: CaseInsats['owner']) => insatser.filter((one) => one.owner === owner)
  return sideBySide(of('arbetsgivare'), of('forsakringskassan'))
}

const isPast = ({ row, replacedBy }: CaseInsats) => isOver(row) || replacedBy !== undefined

/** The case on one page, as a case reads on its day. Pure: the same case gives the same page. */
export function overviewOf(read: ReadCase, language: Language): Overview {
  const { case: of, today } = read.context
  const notes = inEventOrder(read.notes)
  const insatser = caseInsatser(notes)
  const plan = goalIn(notes, 'arbetsgivarens-plan', language)
  const planering = goalIn(notes, 'planering', language)
  const limits = limitsOf(of, insatser, today)
  return {
    read,
    today,
    language,
    notes,
    insatser,
    goals: {
      plan,
      planering,
      differ: goalsDiffer(plan?.value, planering?.value),
      isEmployerInformed:
        notes
          .findLast(({ answered }) => answered('arbetsgivaren-informerad'))
          ?.answer('arbetsgivaren-informerad', 'yes-no') === 'ja',
    },
    sides: sidesOf(insatser.filter((one) => !isPast(one))),
    past: sidesOf(insatser.filter(isPast)),
    remarks: remarksOf(insatser, notes, today),
    limits,
    timeLine: timeLineOf(insatser, notes, limits, today),
    needs: needsOf(insatser, notes, language),
    consents: consentsOf(of.consents, notes),
    planEvents: planEvents(notes, language),
    contacts: contactsOf(notes, language),
  }
}
