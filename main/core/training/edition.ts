// A pack from a file that comes into the archive again, corrected. Its cases were signed in, so what was there is disposed of as any case
// is; and since a case that was disposed of never comes back, the pack comes as another edition, whose cases have ids of their own.
import type { IsoDate } from '../../../shared/case/dates.ts'
import { packCaseId } from '../../../shared/training/ids.ts'
import type { Pack } from '../../../shared/training/pack.ts'
import { findCase, rewriteCase } from '../../store/cases.ts'
import { type Db, transaction } from '../../store/db.ts'
import { disposeForNow } from '../../store/disposal.ts'
import type { Stamp } from '../../store/log.ts'
import { keptPacks } from '../demo/kept.ts'

/** The longest id that leaves room for which edition it is. */
const MAX_ID = 54
const REASON = 'Demopaketet hämtades på nytt.'

const editionId = (id: string, version: number) => `${id.slice(0, MAX_ID).replace(/-$/, '')}-v${version}`

/** The pack from a file of this one's name that the archive has, in whichever edition. */
export const editionThere = (db: Db, { id }: Pack): Pack | undefined =>
  keptPacks(db).find((kept) => kept.id === id || kept.id === editionId(id, kept.version))

/** A pack as it comes in the place of an edition that is there. */
export function nextEdition(pack: Pack, before: Pack): Pack {
  const version = before.version + 1
  return { ...pack, id: editionId(pack.id, version), version }
}

/** Disposes of the cases of an edition, with all that has been written in them. */
export function disposeOfEdition(db: Db, { id, cases }: Pack, day: IsoDate, stamp: Stamp): void {
  transaction(db, () => {
    for (const { key } of cases) {
      const there = findCase(db, packCaseId(id, key))
      if (there === undefined) continue
      const closed = there.case.closed ?? { on: day, reason: REASON }
      const ended = rewriteCase(db, there, { ...there.case, closed }, stamp, 'case-updated')
      disposeForNow(db, ended, closed.on, REASON, stamp)
    }
  })
}
