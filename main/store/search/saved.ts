import { z } from 'zod'
import type { CaseDetails } from '../../../shared/case/case.ts'
import { type SavedSearch, savedSearchSchema } from '../../../shared/search/found.ts'
import { plainWords } from '../../../shared/search/words.ts'
import { all, type Db, execute, query } from '../db.ts'

/** The searches that a user keeps, by their names. */
export function savedSearches(db: Db, userId: string): SavedSearch[] {
  const kept = query.selectFrom('saved_searches').select(['name', 'text']).where('user_id', '=', userId)
  return all(db, kept.orderBy('name'), savedSearchSchema).toSorted((a, b) =>
    a.name.localeCompare(b.name, 'sv'),
  )
}

/** Keeps a search of a user; one of that name is replaced. */
export function keepSearch(db: Db, userId: string, { name, text }: SavedSearch): void {
  execute(
    db,
    query
      .insertInto('saved_searches')
      .values({ user_id: userId, name, text })
      .onConflict((conflict) => conflict.columns(['user_id', 'name']).doUpdateSet({ text })),
  )
}

/** Forgets a search of a user. */
export function forgetSearch(db: Db, userId: string, name: string): void {
  execute(db, query.deleteFrom('saved_searches').where('user_id', '=', userId).where('name', '=', name))
}

const savedRow = z.object({ user_id: z.string(), name: z.string(), text: z.string() })

/** A search that a user keeps, which names a case. */
export interface NamingSearch extends SavedSearch {
  readonly userId: string
}

/** Every user's searches that name a case: by its number, or the insured by personnummer or whole name. Own choice. */
export function searchesNaming(
  db: Db,
  { number, insured }: Pick<CaseDetails, 'number' | 'insured'>,
): NamingSearch[] {
  const said = (text: string) => ` ${plainWords(text).join(' ')} `
  const named = [number, insured.name, insured.personnummer, insured.personnummer.slice(2)].flatMap(
    (text) => [said(text), said(text.replace('-', ''))],
  )
  return all(db, query.selectFrom('saved_searches').selectAll(), savedRow).flatMap(
    ({ user_id: userId, name, text }) =>
      named.some((one) => said(`${name} ${text}`).includes(one)) ? [{ userId, name, text }] : [],
  )
}
