import { setImmediate } from 'node:timers/promises'
import type { IsoDate } from '../../shared/case/dates.ts'
import type { CaseId } from '../../shared/case/ids.ts'
import { aroundCase } from '../../shared/note/context.ts'
import { type Attention, attentionOf } from '../../shared/projection/attention.ts'
import type { CaseSummary } from '../../shared/projection/case-list.ts'
import { readWholeCase } from '../../shared/projection/read-case.ts'
import type { Db } from '../store/db.ts'
import { readNotesOf } from '../store/read-notes.ts'
import { type CoreState, dbOf } from './calls.ts'
import { ArchiveClosed } from './refusals.ts'

/** So long the core works on cases at a stretch; what else is asked of it comes in between. */
const STRETCH_MS = 8

interface Known {
  readonly made: string
  readonly attention: Attention
}

// By database, so that what is known of an archive goes with it.
const known = new WeakMap<Db, Map<CaseId, Known>>()

/** What the attention of a case is worked out from, as a text: another whenever any of it is another. */
function madeOf({ revision, notes }: CaseSummary, today: IsoDate): string {
  return JSON.stringify([
    today,
    revision,
    notes.map(({ id, revision: at, status, annulled }) => [id, at, status, annulled?.at]),
  ])
}

/**
 * What in these cases needs somebody. Only a case that has changed since it was last asked for is read again.
 * ARCHIVE_CLOSED where the archive is closed meanwhile.
 */
export async function attentionIn(
  state: CoreState,
  summaries: readonly CaseSummary[],
  today: IsoDate,
): Promise<Attention[]> {
  const db = dbOf(state)
  const cases = known.get(db) ?? new Map<CaseId, Known>()
  known.set(db, cases)
  let begun = performance.now()
  const found: Attention[] = []
  for (const summary of summaries) {
    const { id } = summary.case
    const made = madeOf(summary, today)
    const before = cases.get(id)
    if (before?.made === made) {
      found.push(before.attention)
      continue
    }
    if (performance.now() - begun > STRETCH_MS) {
      await setImmediate()
      if (state.open?.db !== db) throw new ArchiveClosed()
      begun = performance.now()
    }
    const { rulesOff, silentAfterDays } = state.policies.policies
    const around = aroundCase(readNotesOf(db, id), state.templates.all)
    const attention = attentionOf(
      readWholeCase({ case: summary.case, today, ...around, language: 'sv', rulesOff, silentAfterDays }),
    )
    cases.set(id, { made, attention })
    found.push(attention)
  }
  return found
}
