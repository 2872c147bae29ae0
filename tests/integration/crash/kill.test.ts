import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { randomFrom } from '../../../main/core/demo/demo-cases.ts'
import { readRevision } from '../../../main/store/history/revisions.ts'
import type { NoteId } from '../../../shared/case/ids.ts'
import { caseDetails, inStore, needTemplate, type Started, startCore } from '../core/support.ts'
import { answersOf, archiveIn, killsOf, passphrase, takeQuickDisk } from './common.ts'

takeQuickDisk()
const KILLS = killsOf(0.3)
/** The longest a core is let to go on saving after its first acknowledgement, in ms. */
const LONGEST_LIFE = 25
const acknowledgementSchema = z.object({ number: z.int(), revision: z.int() })
type Acknowledgement = z.infer<typeof acknowledgementSchema>

async function makeArchive({ client }: Started): Promise<NoteId> {
  const user = { name: 'Anna Ek', role: 'utredare' } as const
  await client.archive.create({ name: 'Krasch', user, passphrase })
  const { id: caseId } = await client.cases.create(caseDetails())
  const { id } = await client.notes.create({ caseId, templateId: needTemplate })
  await client.archive.close()
  return id
}

/** A core's process, loaded and waiting to be told to save. */
function startSaver(dataDir: string, id: NoteId): ChildProcess {
  return fork(new URL('./saver.ts', import.meta.url), [dataDir, id], {
    stdio: 'inherit',
    // What the first has compiled, the others need not.
    env: { ...process.env, NODE_COMPILE_CACHE: join(dataDir, 'compiled') },
  })
}

/** Lets a core save until it is killed with SIGKILL, some time after its first save; gives what it acknowledged. */
async function saveUntilKilled(child: ChildProcess, first: number, life: number): Promise<Acknowledgement[]> {
  const acknowledged: Acknowledgement[] = []
  const gone = once(child, 'exit')
  child.on('message', (message) => {
    if (acknowledged.length === 0) setTimeout(() => child.kill('SIGKILL'), life)
    acknowledged.push(acknowledgementSchema.parse(message))
  })
  child.send(first)
  const ended: unknown[] = await gone
  expect(ended[1]).toBe('SIGKILL')
  return acknowledged
}

/** Every acknowledged save is in the archive as it was sent, and the archive holds in all its parts. */
async function expectAllThere(
  { client, core, dataDir }: Started,
  id: NoteId,
  acknowledged: readonly Acknowledgement[],
): Promise<void> {
  await client.archive.open({ path: archiveIn(dataDir), passphrase })
  const revisions = await inStore(
    client,
    archiveIn(dataDir),
    (db) => acknowledged.map(({ revision }) => readRevision(db, id, revision).answers),
    passphrase,
  )
  expect(revisions).toEqual(acknowledged.map(({ number }) => answersOf(number)))
  const last = acknowledged.at(-1)
  const note = await client.notes.get({ id })
  expect(note.revision).toBeGreaterThanOrEqual(last?.revision ?? Number.POSITIVE_INFINITY)
  expect(await core.verify()).toEqual([])
  await client.archive.close()
}

test(`the core is killed ${KILLS} times in the middle of saving, and every acknowledged save is there`, {
  timeout: 300_000 + KILLS * 3000,
}, async () => {
  const reader = startCore()
  const { dataDir } = reader
  const id = await makeArchive(reader)
  const random = randomFrom(1187)
  const all: Acknowledgement[] = []
  let next = startSaver(dataDir, id)
  onTestFinished(() => {
    next.kill('SIGKILL')
  })
  for (let kill = 0; kill < KILLS; kill += 1) {
    const child = next
    const first = (all.at(-1)?.number ?? 0) + 1000
    const acknowledged = await saveUntilKilled(child, first, random() * LONGEST_LIFE)
    expect(acknowledged.length).toBeGreaterThan(0)
    all.push(...acknowledged)
    next = startSaver(dataDir, id)
    await expectAllThere(reader, id, acknowledged)
  }
  // Once more, all of them: no later crash undid an earlier save.
  await expectAllThere(reader, id, all)
})
