import { z } from 'zod'
import { type Pack, packSchema } from '../../../shared/training/pack.ts'
import type { Db } from '../../store/db.ts'
import { readSettings, writeSetting } from '../../store/user-and-settings.ts'

/** The setting of a demo archive that keeps the packs that came from a file: their exercises are practised and printed later on. */
const KEY = 'demo-packs'

/** The packs that a demo archive keeps; none that a version knew and this one does not. */
export function keptPacks(db: Db): readonly Pack[] {
  const stored = z.array(z.unknown()).safeParse(readSettings(db)[KEY]).data ?? []
  return stored.flatMap((each) => packSchema.safeParse(each).data ?? [])
}

/** Keeps a pack with the archive, in place of one of its name. */
export function keepPack(db: Db, pack: Pack): void {
  const others = keptPacks(db).filter(({ id }) => id !== pack.id)
  writeSetting(db, KEY, z.json().parse([...others, pack]))
}

/** Settings as windows read them: without whole packs, which are asked for one by one. */
export const withoutPacks = <T>(settings: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(settings).filter(([key]) => key !== KEY))
