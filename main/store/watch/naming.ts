import { z } from 'zod'
import type { CaseDetails } from '../../../shared/case/case.ts'
import { sortKey } from '../../../shared/case/sort-key.ts'
import { type Kept, keptPrefix, readKeptLists } from '../../../shared/watch/list.ts'
import type { Db } from '../db.ts'
import { readSettings, writeSetting } from '../user-and-settings.ts'

/** A list that somebody keeps, and the words in it that name a person. */
export interface NamingList {
  readonly id: string
  readonly name: string
  readonly words: readonly string[]
}

type KeptList = Kept['lists'][number]
/** Whom and which case something may name. */
export type Named = Pick<CaseDetails, 'number' | 'insured'>

/** The words of a list that name a person or their case: in full, since a part of a name is anybody's. */
function wordsNaming({ name, query: { filters } }: KeptList, { number, insured }: Named): string[] {
  const wanted = [insured.name, insured.personnummer, insured.personnummer.replace('-', ''), number].map(
    sortKey,
  )
  const said = [name, ...filters.flatMap((filter) => ('text' in filter ? [filter.text] : []))]
  return said.filter((text) => wanted.some((each) => sortKey(text).includes(each)))
}

/** What each user keeps of lists, by its setting. */
const everyKept = (db: Db): [key: string, kept: Kept][] =>
  Object.entries(readSettings(db)).flatMap(([key, value]) =>
    key.startsWith(keptPrefix) ? [[key, readKeptLists(value)]] : [],
  )

/** The lists, of whichever user, that name the person of a case or the case. */
export const listsNaming = (db: Db, of: Named): NamingList[] =>
  everyKept(db).flatMap(([, { lists }]) =>
    lists.flatMap((list) => {
      const words = wordsNaming(list, of)
      return words.length === 0 ? [] : [{ id: list.id, name: list.name, words }]
    }),
  )

/** Takes lists away, and their places on the start page. Part of a transaction. */
export function removeLists(db: Db, gone: readonly NamingList[]): void {
  const ids = new Set(gone.map(({ id }) => id))
  for (const [key, { lists, pinned }] of everyKept(db)) {
    if (!lists.some(({ id }) => ids.has(id))) continue
    writeSetting(
      db,
      key,
      z.json().parse({
        lists: lists.filter(({ id }) => !ids.has(id)),
        pinned: pinned.filter((id) => !ids.has(id)),
      }),
    )
  }
}
