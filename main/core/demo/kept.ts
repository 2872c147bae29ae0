import { z } from 'zod'
import { type IsoDate, isoDateSchema } from '../../../shared/case/dates.ts'
import { type Pack, packSchema } from '../../../shared/training/pack.ts'
import { PACK_DRAFT } from '../../../shared/training/pack-draft.ts'
import type { Db } from '../../store/db.ts'
import { closeDatabase, openDatabase } from '../../store/open.ts'
import { readSettings, writeSetting } from '../../store/user-and-settings.ts'

/** The setting of a demo archive that keeps the packs that came from a file: their exercises are practised and printed later on. */
const PACKS = 'demo-packs'
/** The setting that keeps the day that it is played on. */
const DAY = 'demo-day'

/** The packs that a demo archive keeps; none that a version knew and this one does not. */
export function keptPacks(db: Db): readonly Pack[] {
  const stored = z.array(z.unknown()).safeParse(readSettings(db)[PACKS]).data ?? []
  return stored.flatMap((each) => packSchema.safeParse(each).data ?? [])
}

/** Keeps a pack with the archive, in place of one of its name, or of the edition before it. */
export function keepPack(db: Db, pack: Pack, before = pack): void {
  const others = keptPacks(db).filter(({ id }) => id !== pack.id && id !== before.id)
  writeSetting(db, PACKS, z.json().parse([...others, pack]))
}

/** Copies the pack that is being written into a database that is to come in this one's place: it is nobody's to lose. */
export function carryPackDraft(from: Db, path: string, key: Uint8Array): void {
  const draft = readSettings(from)[PACK_DRAFT]
  if (draft === undefined) return
  const to = openDatabase(path, key)
  try {
    writeSetting(to, PACK_DRAFT, draft)
  } finally {
    closeDatabase(to)
  }
}

/** The day that a demo archive is played on; undefined where it goes by the calendar. */
export const playedDay = (db: Db): IsoDate | undefined => isoDateSchema.safeParse(readSettings(db)[DAY]).data

/** Keeps the day that a demo archive is played on from now on, or null where it is to go by the calendar. */
export const playOn = (db: Db, day: IsoDate | null): void => writeSetting(db, DAY, day)

/** Settings as windows read them: without whole packs, which are asked for one by one, nor the day, which the archive's status tells. */
export const withoutTraining = <T>(settings: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(settings).filter(([key]) => key !== PACKS && key !== DAY))
