import { z } from 'zod'
import { zonedTime } from '../../shared/case/dates.ts'
import { type CaseId, type Digest, digestSchema } from '../../shared/case/ids.ts'
import { canonicalRecord, recordDigest } from '../../shared/note/canonical.ts'
import type { Signature, SignedNote } from '../../shared/note/note.ts'
import { type Db, execute, first, query } from './db.ts'
import type { Signer } from './signing-keys.ts'

/** How many records there are. */
export function countRecords(db: Db): number {
  const counted = query.selectFrom('records').select(({ fn }) => fn.countAll().as('count'))
  return first(db, counted, z.object({ count: z.int() }))?.count ?? 0
}

/** The newest record of a case, to which the next is chained. */
export function lastRecord(db: Db, caseId: CaseId): { sequence: number; digest: Digest } | undefined {
  const newest = query
    .selectFrom('records')
    .select(['sequence', 'digest'])
    .where('case_id', '=', caseId)
    .orderBy('sequence', 'desc')
    .limit(1)
  return first(db, newest, z.object({ sequence: z.int(), digest: digestSchema }))
}

/** A signature with its digest over the note's canonical form, and sealed with the user's key. */
export function seal(
  note: Parameters<typeof canonicalRecord>[0],
  unsealed: Omit<Signature, 'digest' | 'seal'>,
  signer: Signer,
): { signature: Signature; canonical: string } {
  const begun = { time: zonedTime(unsealed.at), publicKey: signer.publicKey }
  const canonical = canonicalRecord(note, { ...unsealed, seal: begun })
  const sealed = { ...begun, value: signer.seal(canonical) }
  return { signature: { ...unsealed, digest: recordDigest(canonical), seal: sealed }, canonical }
}

/** Writes a note's record and locks the note: from then on triggers refuse every change. Part of a transaction. */
export function writeRecord(
  db: Db,
  caseId: CaseId,
  note: Pick<SignedNote, 'id'>,
  signature: Signature,
  canonical: string,
): void {
  execute(
    db,
    query.insertInto('records').values({
      note_id: note.id,
      case_id: caseId,
      sequence: signature.sequence,
      previous: signature.previous,
      digest: signature.digest,
      canonical,
      signature: JSON.stringify(signature),
    }),
  )
  execute(db, query.updateTable('notes').set({ status: 'journalford' }).where('id', '=', note.id))
}
