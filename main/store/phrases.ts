import { z } from 'zod'
import { type OwnPhrase, ownPhraseSchema, type PhraseId } from '../../shared/guide/phrases.ts'
import { all, type Db, execute, jsonColumn, query, transaction } from './db.ts'

const phraseRow = z.object({ phrase: jsonColumn(ownPhraseSchema) })

/** The user's own phrases, oldest first. */
export function readPhrases(db: Db): OwnPhrase[] {
  const rows = all(db, query.selectFrom('phrases').select('phrase').orderBy('id'), phraseRow)
  return rows.map(({ phrase }) => phrase)
}

/** Adds a phrase, or writes it anew. */
export function writePhrase(db: Db, phrase: OwnPhrase): void {
  const text = JSON.stringify(phrase)
  transaction(db, () =>
    execute(
      db,
      query
        .insertInto('phrases')
        .values({ id: phrase.id, phrase: text })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ phrase: text })),
    ),
  )
}

/** Takes a phrase away; nothing where there is none. */
export function removePhrase(db: Db, id: PhraseId): void {
  transaction(db, () => execute(db, query.deleteFrom('phrases').where('id', '=', id)))
}
