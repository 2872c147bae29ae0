// The core is killed in the middle of an act, at any moment of it: the archive then opens as it was or as it was to become.
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { randomFrom } from '../../../main/core/demo/demo-cases.ts'
import { packCaseId } from '../../../shared/training/ids.ts'
import { ruleBundle } from '../../unit/rules/rule-pack.ts'
import {
  anna,
  caseDetails,
  needTemplate,
  refused,
  type Started,
  startCore,
  temporaryFolder,
  wholeNeed,
} from '../core/support.ts'
import {
  type Act,
  actNames,
  archiveIn,
  killsOf,
  nextPassphrase,
  passphrase,
  takeQuickDisk,
} from './common.ts'
import { makeArchiveOfVersion6 } from './version-6.ts'

const bundle = ruleBundle('r03-ratt')
const pack = 'plan-eller-planering'
const packCase = packCaseId(pack, 'asta')

/** A demo archive with a pack, in which somebody has written since. */
async function preparedDemo(): Promise<string> {
  const dataDir = temporaryFolder()
  const { client } = startCore({ dataDir, archivePath: archiveIn(dataDir) })
  await client.archive.demo()
  await client.training.load({ pack })
  await client.notes.create({ caseId: packCase, templateId: needTemplate })
  await client.archive.close()
  return dataDir
}

/** A folder as it is before an act, of which each kill gets a copy. */
async function prepared(act: Act): Promise<string> {
  if (act === 'reset') return preparedDemo()
  const { client, dataDir } = startCore()
  if (act === 'create') return dataDir
  if (act === 'migrate') {
    await makeArchiveOfVersion6(archiveIn(dataDir))
    return dataDir
  }
  await client.archive.create({ name: 'Krasch', user: anna, passphrase })
  const { id: caseId } = await client.cases.create(caseDetails())
  const { id } = await client.notes.create({ caseId, templateId: needTemplate })
  await client.notes.save({ id, baseRevision: 1, answers: wholeNeed })
  if (act === 'restore') await client.backups.make()
  await client.archive.close()
  if (act === 'restore') writeFileSync(archiveIn(dataDir), 'spoilt')
  return dataDir
}

function startActor(act: Act, dataDir: string, compiled: string): ChildProcess {
  return fork(new URL('./actor.ts', import.meta.url), [act, dataDir], {
    stdio: 'inherit',
    env: { ...process.env, NODE_COMPILE_CACHE: compiled },
  })
}

/** Lets an actor begin, kills it after `life` ms (never, without), and tells whether the act was acknowledged. */
async function killedDuring(child: ChildProcess, life: number | undefined): Promise<boolean> {
  await once(child, 'message')
  let isDone = false
  child.on('message', () => {
    isDone = true
    if (life === undefined) child.kill('SIGKILL')
  })
  const gone = once(child, 'exit')
  child.send('go')
  if (life !== undefined) {
    await setTimeout(life)
    child.kill('SIGKILL')
  }
  await gone
  return isDone
}

/** What each act promises of the archive, acknowledged or not. */
const promises: Record<Act, (started: Started, isDone: boolean) => Promise<void>> = {
  create: async ({ client, dataDir }, isDone) => {
    const path = archiveIn(dataDir)
    // Made whole, though nobody was told; or not made, and then it stands in nobody's way.
    if (isDone || existsSync(path)) return void (await client.archive.open({ path, passphrase }))
    await client.archive.create({ name: 'Krasch', user: anna, passphrase })
  },
  sign: async ({ client, dataDir }, isDone) => {
    await client.archive.open({ path: archiveIn(dataDir), passphrase })
    const [first] = (await client.cases.list()).cases
    const [note] = first === undefined ? [] : await client.notes.ofCase({ caseId: first.case.id })
    if (isDone) expect(note).toMatchObject({ status: 'journalford' })
    else expect(note).toMatchObject({ answers: wholeNeed })
  },
  import: async ({ client, dataDir }, isDone) => {
    await client.archive.open({ path: archiveIn(dataDir), passphrase })
    const imported = (await client.cases.list()).cases.filter(
      (each) => each.case.number === bundle.case.number,
    )
    if (isDone) expect(imported).toHaveLength(1)
    for (const { case: each } of imported)
      expect(await client.notes.ofCase({ caseId: each.id })).toHaveLength(bundle.notes.length)
  },
  passphrase: async ({ client, dataDir }, isDone) => {
    const path = archiveIn(dataDir)
    const byNext = client.archive.open({ path, passphrase: nextPassphrase })
    if (isDone) await byNext
    else await byNext.catch(() => client.archive.open({ path, passphrase }))
  },
  backup: async ({ client, dataDir }, isDone) => {
    await client.archive.open({ path: archiveIn(dataDir), passphrase })
    const { backups } = await client.backups.state()
    if (isDone) expect(backups).toMatchObject([{ findings: 0 }])
    // A backup that was cut short is none; the next takes its leavings away.
    expect(await client.backups.make()).toMatchObject({ findings: 0, notes: 1 })
  },
  restore: async ({ client, dataDir }, isDone) => {
    const path = archiveIn(dataDir)
    const opening = client.archive.open({ path, passphrase })
    if (isDone) return void (await opening)
    const opens = await opening.then(
      () => true,
      () => false,
    )
    if (opens) return
    const { code } = await refused(opening)
    expect(['ARCHIVE_CORRUPT', 'ARCHIVE_MISSING']).toContain(code)
    const [backup] = (await client.backups.of({ path })).backups
    await client.backups.restore({ path, name: backup?.name ?? '', passphrase })
  },
  migrate: async ({ client, dataDir }) => {
    await client.archive.open({ path: archiveIn(dataDir), passphrase })
    expect((await client.cases.list()).cases).toHaveLength(1)
    // The way back from the migration: made before it was begun, whole, and as it was.
    const { backups } = await client.backups.state()
    const before = backups.filter(({ reason }) => reason === 'migration')
    expect(before[0]).toMatchObject({ cases: 1, notes: 1, findings: 0 })
  },
  reset: async ({ client, dataDir }, isDone) => {
    await client.archive.open({ path: archiveIn(dataDir) })
    const { length } = (await client.cases.get({ id: packCase })).notes
    expect(isDone ? [3] : [3, 4]).toContain(length)
    // What it is put back to is there still, and it can be done once more.
    await client.training.reset({ to: 'pack' })
    expect((await client.cases.get({ id: packCase })).notes).toHaveLength(3)
  },
}

takeQuickDisk()
const kills = killsOf(0.1)
test.each(actNames.map((act) => [act]))(
  `the core is killed ${kills} times in the middle of: %s`,
  {
    timeout: 120_000 + kills * 6000,
  },
  async (act) => {
    const from = await prepared(act)
    const compiled = join(temporaryFolder(), 'compiled')
    const random = randomFrom(actNames.indexOf(act) + 1187)
    const copy = () => {
      const dataDir = temporaryFolder()
      cpSync(from, dataDir, { recursive: true })
      return dataDir
    }
    // Once to its end, to know how long it takes.
    const whole = copy()
    const child = startActor(act, whole, compiled)
    await once(child, 'message')
    const began = performance.now()
    child.send('go')
    await once(child, 'message')
    const takes = performance.now() - began
    child.kill('SIGKILL')
    expect(existsSync(archiveIn(whole))).toBe(true)

    for (let kill = 0; kill < kills; kill += 1) {
      const dataDir = copy()
      const isDone = await killedDuring(startActor(act, dataDir, compiled), random() * takes * 1.1)
      const started = startCore({ dataDir })
      await promises[act](started, isDone)
      expect((await started.core.verify()).map(({ kind }) => kind)).toEqual([])
      await started.core.close()
    }
  },
)
