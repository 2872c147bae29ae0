import { rmSync } from 'node:fs'
import { type IsoDate, timestamp } from '../../../shared/case/dates.ts'
import { packCaseId } from '../../../shared/training/ids.ts'
import type { Pack } from '../../../shared/training/pack.ts'
import { copyBeginning, copyDatabase, keepBeginning, keepInstead } from '../../store/beginning.ts'
import { findCase } from '../../store/cases.ts'
import type { Db } from '../../store/db.ts'
import { reopenAs } from '../archives.ts'
import { type CallContext, nowIn, type OpenArchive } from '../calls.ts'
import { inDemoDatabase } from '../demo/build-demo.ts'
import { writePack } from '../demo/write-pack.ts'
import type { Templates } from '../templates.ts'
import { disposeOfEdition } from './edition.ts'
import { keepPack, playOn } from './kept.ts'

/** A pack that is to come into the demo archive, and the day that it is to be played on. */
interface Wanted {
  readonly pack: Pack
  readonly day: IsoDate
  /** It came from a file, which may not be there later on. */
  readonly isOwn: boolean
  /** The edition that it comes in the place of. */
  readonly before?: Pack | undefined
}

export const isLoaded = (db: Db, { id, cases }: Pack): boolean =>
  cases.some(({ key }) => findCase(db, packCaseId(id, key)) !== undefined)

/**
 * Brings a pack into the open demo archive, which stands on the pack's day from then on, and into what that archive is put back to: a
 * reset then gives every pack as it was brought in, and nothing that was written between two of them. All of it or nothing.
 */
export async function loadPack(context: CallContext, open: OpenArchive, wanted: Wanted): Promise<void> {
  const { state } = context
  const { db, info, key } = open
  const before = `${db.path}.part-before`
  const beginning = `${db.path}.part-beginning`
  const write = async (to: OpenArchive, templates: Templates) => {
    if (wanted.before !== undefined)
      disposeOfEdition(to.db, wanted.before, wanted.day, { by: to.user, at: timestamp(nowIn(state)) })
    await writePack(to, wanted, { templates, now: () => nowIn(state), dataDir: state.archives.dataDir })
    playOn(to.db, wanted.day)
    if (wanted.isOwn) keepPack(to.db, wanted.pack, wanted.before)
  }
  copyDatabase(db, before)
  try {
    open.playedOn = wanted.day
    await write(open, state.templates)
    if (copyBeginning(db.path, beginning)) {
      const { templatesWith } = state
      await inDemoDatabase(beginning, { info, key: key.bytes, templatesWith }, write)
      keepInstead(beginning, db.path)
    } else keepBeginning(db)
  } catch (error) {
    await reopenAs(context, before)
    throw error
  } finally {
    rmSync(before, { force: true })
    rmSync(beginning, { force: true })
  }
}
