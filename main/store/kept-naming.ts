// What users keep of their own that names a person or their case: watch lists and searches.
import { z } from 'zod'
import type { CaseId } from '../../shared/case/ids.ts'
import { sortKey } from '../../shared/case/sort-key.ts'
import { all, type Db, query } from './db.ts'
import { forgetSearch, type NamingSearch, searchesNaming } from './search/saved.ts'
import { listsNaming, type Named, type NamingList, removeLists } from './watch/naming.ts'

/** What users keep that names the person of a case or the case. */
export interface KeptNaming {
  readonly lists: readonly NamingList[]
  readonly searches: readonly NamingSearch[]
}

/** All of whichever user that does. */
export const keptNaming = (db: Db, of: Named): KeptNaming => ({
  lists: listsNaming(db, of),
  searches: searchesNaming(db, of),
})

/** Whether another case is about the same person, or about somebody of the same name: what names them is not this case's alone. */
function isElsewhere(db: Db, { insured }: Named, id: CaseId): boolean {
  const others = query
    .selectFrom('case_facts')
    .select('case_id')
    .where('case_id', '<>', id)
    .where((eb) =>
      eb.or([eb('personnummer', '=', insured.personnummer), eb('name_key', '=', sortKey(insured.name))]),
    )
  return all(db, others.limit(1), z.object({ case_id: z.string() })).length > 0
}

/** What goes with a case when it is disposed of: what names its person, or it, and no other case's. */
export const keptGoingWith = (db: Db, of: Named & { readonly id: CaseId }): KeptNaming =>
  isElsewhere(db, of, of.id) ? { lists: [], searches: [] } : keptNaming(db, of)

/** Takes it away from those who keep it. Part of a transaction. */
export function removeKept(db: Db, { lists, searches }: KeptNaming): void {
  removeLists(db, lists)
  for (const { userId, name } of searches) forgetSearch(db, userId, name)
}
