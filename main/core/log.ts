import type { LogChoice, ToldEntry } from '../../shared/api/log.ts'
import { addDays, type IsoDate, swedishDate } from '../../shared/case/dates.ts'
import type { Db } from '../store/db.ts'
import { type LogRange, loggedActions, readLogRange } from '../store/read-log.ts'
import { calls, dbOf, stampFor } from './calls.ts'
import { logFile } from './log-file.ts'

/** So many entries are read at a time for a file. */
const STRETCH = 1000

const HOUR_MS = 3_600_000

/** The point in time at which a day begins in Sweden, one hour before it does in UTC, or two in summer. */
function midnight(day: IsoDate): string {
  const summer = new Date(Date.parse(day) - 2 * HOUR_MS)
  return (swedishDate(summer) === day ? summer : new Date(Date.parse(day) - HOUR_MS)).toISOString()
}

/** Days in Sweden as points in time: from the first's midnight until that after the last. */
const rangeOf = ({ user, action, case: caseId, from, to }: LogChoice): LogRange => ({
  user,
  action,
  caseId,
  from: from && midnight(from),
  until: to && midnight(addDays(to, 1)),
})

/** All that the filter leaves, oldest first. */
function everyEntry(db: Db, filter: LogChoice): ToldEntry[] {
  const range = rangeOf(filter)
  const entries: ToldEntry[] = []
  for (;;) {
    const read = readLogRange(db, range, { before: entries.at(-1)?.seq, limit: STRETCH })
    entries.push(...read)
    if (read.length < STRETCH) return entries.toReversed()
  }
}

/** The log of the open archive, which is only ever read here. */
export const logCalls = {
  list: calls.log.list.handler(({ input: { filter, before, limit }, context: { state } }) => {
    stampFor(state, 'read-log')
    const entries = readLogRange(dbOf(state), rangeOf(filter), { before, limit: limit + 1 })
    return { entries: entries.slice(0, limit), more: entries.length > limit }
  }),

  actions: calls.log.actions.handler(({ context: { state } }) => {
    stampFor(state, 'read-log')
    return loggedActions(dbOf(state))
  }),

  /** What leaves the archive is logged, the log as well. */
  export: calls.log.export.handler(({ input: { filter, format, language }, context: { state } }) => {
    stampFor(state, 'read-log')
    return logFile(everyEntry(dbOf(state), filter), format, language)
  }),
}
