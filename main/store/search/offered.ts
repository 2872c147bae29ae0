import type { SearchFieldId } from '../../../shared/search/fields.ts'
import { emptySearch } from '../../../shared/search/query.ts'
import type { Db } from '../db.ts'
import { countDocuments } from './find.ts'
import { valuesLike } from './values.ts'

/** Values of a filter: those that are named, or those of the archive in which a name begins so, at most so many. */
type SoughtValues = readonly string[] | { readonly prefix: string; readonly limit: number }

/** The values that a filter can be given, each with how many documents it finds alone, counted no further than `most`. */
export function offeredValues(
  db: Db,
  { field, sought, most }: { field: SearchFieldId; sought: SoughtValues; most: number },
): { value: string; count: number }[] {
  const values =
    'prefix' in sought ? valuesLike(db, field, sought.prefix, sought.limit).map(({ label }) => label) : sought
  return values.map((value) => {
    const query = { ...emptySearch, filters: [{ field, value, not: false }] }
    return { value, count: countDocuments(db, { query, most }) }
  })
}
