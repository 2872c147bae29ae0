import { rmSync } from 'node:fs'
import { type IsoDate, swedishDate, timestamp } from '../../../shared/case/dates.ts'
import { packCaseId } from '../../../shared/training/ids.ts'
import type { Pack } from '../../../shared/training/pack.ts'
import { copyBeginning, copyDatabase, keepBeginning, keepInstead } from '../../store/beginning.ts'
import { findCase } from '../../store/cases.ts'
import type { Db } from '../../store/db.ts'
import { reopenAs } from '../archives.ts'
import { type CallContext, type CoreState, nowIn, type OpenArchive } from '../calls.ts'
import { buildDemoDatabase, inDemoDatabase } from '../demo/build-demo.ts'
import { keepPack, keptPacks, playOn } from '../demo/kept.ts'
import { writePack } from '../demo/write-pack.ts'
import type { Templates } from '../templates.ts'
import { disposeOfEdition } from './edition.ts'

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

/** Writes a pack in a demo archive, which stands on the pack's day from then on. */
const writing =
  (state: CoreState, { pack, day, isOwn, before }: Wanted) =>
  async (to: OpenArchive, templates: Templates): Promise<void> => {
    if (before !== undefined)
      disposeOfEdition(to.db, before, day, { by: to.user, at: timestamp(nowIn(state)) })
    await writePack(
      to,
      { pack, day },
      { templates, now: () => nowIn(state), dataDir: state.archives.dataDir },
    )
    playOn(to.db, day)
    if (isOwn) keepPack(to.db, pack, before)
  }

/** So many cases that Uppföljning has figures to show of most months and groups, of which it shows none under ten cases. */
const MANY = 1500

/** Makes the database of a demo archive anew at `part`, with cases enough for the figures and with these packs as they come. */
export async function buildWithMany(
  state: CoreState,
  { db, info, key, playedOn }: OpenArchive,
  part: string,
  packs: readonly Pack[],
): Promise<void> {
  const { now, templatesWith } = state
  const made = { info, key: key.bytes, templatesWith }
  await buildDemoDatabase(part, made, { templates: templatesWith([]), now, cases: MANY })
  const own = new Set(keptPacks(db).map(({ id }) => id))
  const day = playedOn ?? swedishDate(now())
  for (const pack of packs)
    await inDemoDatabase(part, made, writing(state, { pack, day, isOwn: own.has(pack.id) }))
}

/**
 * Brings a pack into the open demo archive, which stands on the pack's day from then on, and into what that archive is put back to: a
 * reset then gives every pack as it was brought in, and nothing that was written between two of them. All of it or nothing.
 */
export async function loadPack(context: CallContext, open: OpenArchive, wanted: Wanted): Promise<void> {
  const { state } = context
  const { db, info, key } = open
  const before = `${db.path}.part-before`
  const beginning = `${db.path}.part-beginning`
  const write = writing(state, wanted)
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
