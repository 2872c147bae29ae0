import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ORPCError } from '@orpc/server'
import { expect, onTestFinished } from 'vitest'
import { z } from 'zod'
import { type Core, type CoreOptions, createCore } from '../../../main/core/core.ts'
import type { Db } from '../../../main/store/db.ts'
import { keyOf, noKeychain, readKeyFile } from '../../../main/store/key.ts'
import { closeDatabase, openDatabase } from '../../../main/store/open.ts'
import { type BundleProblem, bundleProblemSchema, refusalMessage } from '../../../shared/api/errors.ts'
import { type CaseDetails, caseDetailsSchema, type StoredCase } from '../../../shared/case/case.ts'
import type { CaseId } from '../../../shared/case/ids.ts'
import type { Answers } from '../../../shared/note/answers.ts'
import type { StoredNote } from '../../../shared/note/note.ts'
import { type TemplateId, templateIdSchema } from '../../../shared/template/template.ts'
import { messageText } from '../../../shared/text/index.ts'
import type { Right, User } from '../../../shared/user/user.ts'

export const cheapScrypt = { N: 16, r: 1, p: 1 }
export const templatesDir = join(import.meta.dirname, '../../../templates')
export const passphrase = 'hemlig fras för prov'
export const anna: User = { name: 'Anna Ek', role: 'utredare' }
export const now = new Date('2026-03-04T10:00:00Z')
export const needTemplate: TemplateId = templateIdSchema.parse('behovsklarlaggande')
export const planeringTemplate: TemplateId = templateIdSchema.parse('planering')

/** A folder of the test's own, gone with it. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'klarlagt-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** What a test relies on being there. */
export function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('Nothing is there.')
  return value
}

export type Client = Core['client']
export interface Started {
  core: Core
  client: Client
  dataDir: string
}

/** A core on real files, closed when the test is done. */
export function startCore(options: Partial<CoreOptions> = {}): Started {
  const dataDir = options.dataDir ?? temporaryFolder()
  const core = createCore({
    dataDir,
    keychain: noKeychain,
    templatesDir,
    scrypt: cheapScrypt,
    now: () => now,
    ...options,
  })
  onTestFinished(() => core.close())
  return { core, client: core.client, dataDir }
}

/** A core with a new archive open. */
export async function startWithArchive(
  options: Partial<CoreOptions> = {},
): Promise<Started & { path: string }> {
  const started = startCore(options)
  const status = await started.client.archive.create({ name: 'Prov', user: anna, passphrase })
  if (status.state !== 'open') throw new Error('The archive is not open.')
  return { ...started, path: status.archive.path }
}

/** Lets a user work from now on; one who is not there yet is added first. */
export async function workAs(
  client: Client,
  { name, role }: Pick<User, 'name' | 'role'>,
  rights: readonly Right[] = [],
): Promise<User> {
  const known = (await client.people.list()).find((user) => user.name === name)
  const { id } = known ?? (await client.people.add({ name, roles: [role], rights: [...rights] }))
  await client.people.switch({ id, role })
  return { id, name, role }
}

export function caseDetails(changes: Record<string, unknown> = {}): CaseDetails {
  return caseDetailsSchema.parse({
    number: '26-1187',
    insured: { name: 'Lisa Berg', personnummer: '18930412-2386' },
    employment: {
      kind: 'anstalld',
      employer: { name: 'Påhittade Plåt AB', organisationNumber: '559012-3450' },
    },
    firstSickDay: '2025-12-01',
    extent: 100,
    expectedLength: 'minst-60-dagar',
    assignedTo: 'Anna Ek',
    persons: [],
    consents: [],
    ...changes,
  })
}

/** Changes a case from how it stands. */
export async function changeCase(
  client: Client,
  id: CaseId,
  changes: Partial<CaseDetails>,
): Promise<StoredCase> {
  const {
    case: { id: _id, ...details },
    revision,
  } = await client.cases.get({ id })
  return client.cases.update({ id, baseRevision: revision, details: { ...details, ...changes } })
}

/** Answers that make a behovsklarläggande whole: no need, which is a complete outcome. */
export const wholeNeed: Answers = {
  'behov-resultat': { value: 'inget-behov' },
  datum: '2026-03-02',
  kalla: { values: ['den-forsakrade'] },
  samrad: 'ja',
  motivering: 'Lisa är tillbaka i arbete den 9 mars.',
}

/** A draft of a new case with these answers, at revision 2. */
export async function draftWith(client: Client, answers: Answers): Promise<StoredNote> {
  const added = await client.cases.create(caseDetails())
  const note = await client.notes.create({ caseId: added.id, templateId: needTemplate })
  await client.notes.save({ id: note.id, baseRevision: 1, answers })
  return client.notes.get({ id: note.id })
}

/** A journalförd note of a new case. */
export async function signedNote(client: Client): Promise<StoredNote> {
  const { id, revision } = await draftWith(client, wholeNeed)
  return client.notes.sign({ id, baseRevision: revision })
}

/** Problems of a bundle as a Swedish reader is told them. */
export const inWords = (problems: readonly BundleProblem[]) =>
  problems.map(({ path, message }) => ({ path, message: messageText('sv', message) }))

const problemsSchema = z.object({ problems: z.array(bundleProblemSchema) })

const refusedSchema = z.object({
  defined: z.literal(true),
  code: z.string(),
  data: z.unknown(),
})

/** How a call was refused, in words too; fails the test where it was not, or in no way that the contract names. */
export async function refused(
  call: Promise<unknown>,
): Promise<{ code: string; message: string; data: unknown }> {
  const error: unknown = await call.then(
    () => new Error('The call was not refused.'),
    (reason: unknown) => reason,
  )
  const parsed = refusedSchema.safeParse(error)
  if (error instanceof ORPCError && parsed.success) {
    const { code, data } = parsed.data
    const message = refusalMessage(code, data)
    const problems = problemsSchema.safeParse(data)
    return {
      code,
      message: message === undefined ? '' : messageText('sv', message),
      data: problems.success ? { problems: inWords(problems.data.problems) } : data,
    }
  }
  throw error instanceof Error ? error : new Error('No error was thrown.')
}

/** A text in which this stands; an asymmetric matcher, without its any. */
export const containing = (text: string): unknown => expect.stringContaining(text)
/** A text of this form. */
export const matching = (pattern: RegExp): unknown => expect.stringMatching(pattern)

/** What stands in the archive's database itself; the archive is closed while it is read, and opened again. */
export async function inStore<T>(
  client: Client,
  path: string,
  read: (db: Db) => T,
  secret = passphrase,
): Promise<T> {
  await client.archive.close()
  const db = openDatabase(path, await keyOf(path, readKeyFile(path), secret, noKeychain))
  try {
    return read(db)
  } finally {
    closeDatabase(db)
    await client.archive.open({ path, passphrase: secret })
  }
}

/** A core with the demo archive open, and where that lies. */
export async function startDemo() {
  const started = startCore()
  const status = await started.client.archive.demo()
  if (status.state !== 'open') throw new Error('The demo archive is not open.')
  return { ...started, path: status.archive.path }
}
