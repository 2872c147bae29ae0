// Two archives that pass a case between them, for the tests of packages.
import type { CoreOptions } from '../../../main/core/core.ts'
import type { CaseId } from '../../../shared/case/ids.ts'
import type { StoredNote } from '../../../shared/note/note.ts'
import { type Client, draftWith, startWithArchive, wholeNeed, workAs } from './support.ts'

export const secret = 'en fras som båda känner'
export const locked = { kind: 'passphrase', passphrase: secret } as const
export const eva = { name: 'Eva Sten', role: 'specialist' } as const

/** Two archives: Anna's with a note that is handed in, and the specialist's elsewhere. */
export async function apart(options: Partial<CoreOptions> = {}) {
  const anna = await startWithArchive()
  const draft = await draftWith(anna.client, wholeNeed)
  const note = await anna.client.review.act({ id: draft.id, baseRevision: draft.revision, verb: 'lamna-in' })
  const there = await startWithArchive(options)
  await workAs(there.client, eva, ['gallring'])
  return { here: anna.client, path: anna.path, there: there.client, therePath: there.path, note }
}

export const send = (client: Client, { id, caseId }: StoredNote) =>
  client.packages.make({ caseId, notes: [id], lock: locked })
export const open = (client: Client, { base64 }: { base64: string }, passphrase = secret) =>
  client.packages.open({ base64, passphrase })
export const answer = (client: Client, caseId: CaseId) => client.packages.answer({ caseId, lock: locked })

export async function returned(client: Client, { id }: StoredNote) {
  const { revision } = await client.notes.get({ id })
  return client.review.act({
    id,
    baseRevision: revision,
    verb: 'aterlamna',
    reason: 'Skriv vad som har prövats.',
  })
}
