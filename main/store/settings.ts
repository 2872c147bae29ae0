import { z } from 'zod'
import { all, type Db, jsonColumn, query, run, transaction } from './db.ts'

const rowSchema = z.object({ key: z.string(), value: jsonColumn(z.json()) })
type Json = z.infer<typeof rowSchema>['value']

/** All settings, by key. */
export function readSettings(db: Db): Record<string, Json> {
  const rows = all(db, query.selectFrom('settings').select(['key', 'value']).orderBy('key'), rowSchema)
  return Object.fromEntries(rows.map(({ key, value }) => [key, value]))
}

/** Sets one setting. */
export function writeSetting(db: Db, key: string, setting: Json): void {
  const value = JSON.stringify(setting)
  transaction(db, () =>
    run(
      db,
      query
        .insertInto('settings')
        .values({ key, value })
        .onConflict((conflict) => conflict.column('key').doUpdateSet({ value })),
    ),
  )
}
