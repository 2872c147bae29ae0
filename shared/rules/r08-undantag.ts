import { dayOfCase } from '../case/chain.ts'
import { parseDate } from '../case/dates.ts'
import {
  type ExceptionId,
  type ExceptionVersion,
  exceptionIds,
  exceptionOn,
  isBackBefore,
} from '../case/law.ts'
import { dayOfNote } from '../note/case-insatser.ts'
import type { NoteRule } from '../note/check/rule.ts'
import { goTo, type Marker, marker } from '../note/marker.ts'
import { dateConcepts, type ReadNote } from '../note/read-note.ts'
import { localized, type TextKey } from '../text/index.ts'

/** The exceptions that rest on a return to the employer: nobody without one can have them (001:16338-16340). */
const returning: ReadonlySet<string> = new Set<ExceptionId>(['overvagande-skal', 'sarskilda-skal'])

/** The exception that a note makes; undefined where it makes none. */
export function exceptionIn(read: ReadNote): ExceptionId | undefined {
  const value = read.answer('undantag', 'choice')?.value
  return exceptionIds.find((id) => id === value)
}

/** The day of the sick leave that the position is about: the chosen one, or that of the position itself if it is later. */
function dayJudged(read: ReadNote): number {
  const chosen = Number(/^dag-(\d+)$/.exec(read.answer('bedomningsdag', 'choice')?.value ?? '')?.[1] ?? 0)
  return Math.max(chosen, dayOfCase(read.context.case.firstSickDay, dayOfNote(read)))
}

function fault(read: ReadNote, key: TextKey, exception: ExceptionId, fixes: Marker['fixes'] = []): Marker[] {
  const params = { exception: localized(`lists.exception.${exception}`) }
  return [marker('R8', 'error', [key, params], read.whereOf('undantag'), { fixes })]
}

/** Whether the return that the exception rests on comes too late, or can no longer come in time. */
function checkReturn(read: ReadNote, { id, returnBefore }: ExceptionVersion): Marker[] {
  if (returnBefore === undefined) return []
  const back = parseDate(read.answer('atergang-datum', 'date')?.trim() ?? '')
  const label = read.field('atergang-datum')?.label
  if (back && !isBackBefore(returnBefore, back, read.context.case.firstSickDay)) {
    const fixes = label ? [goTo('rules.goToField', read.whereOf('atergang-datum'), { label })] : []
    return fault(read, returnBefore === 365 ? 'rules.r8.after365' : 'rules.r8.after550', id, fixes)
  }
  return dayJudged(read) < returnBefore
    ? []
    : fault(read, returnBefore === 365 ? 'rules.r8.past365' : 'rules.r8.past550', id)
}

/**
 * R8: an exception that the law does not allow: with a return to the employer that does not come before the day it has to,
 * for somebody without work, or on a day when the law did not know it. The law is that of the day the position is taken
 * (own choice: the sources say from when each exception holds, and nothing of cases that were pending then).
 */
export const r08: NoteRule = {
  id: 'R8',
  scope: 'note',
  sources: ['27 kap. 48 § SFB', '001:16286-16310', '001:16338-16340', '001:4050-4056'],
  kinds: ['stallningstagande'],
  reads: {
    concepts: ['undantag', 'atergang-datum', 'bedomningsdag', ...dateConcepts],
  },
  check: (read) => {
    const exception = exceptionIn(read)
    if (exception === undefined) return []
    const { employment, id } = read.context.case
    if (employment.kind === 'arbetslos' && returning.has(exception))
      return fault(read, 'rules.r8.unemployed', exception, [goTo('rules.r8.goToCase', { case: id })])
    const version = exceptionOn(exception, dayOfNote(read))
    if (version) return checkReturn(read, version)
    return fault(
      read,
      exception === 'overvagande-skal' ? 'rules.r8.before2021' : 'rules.r8.between',
      exception,
    )
  },
}
