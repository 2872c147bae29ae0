import { existsSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createCore } from '../../../main/core/core.ts'
import { noKeychain } from '../../../main/store/key.ts'
import { caseDetails, draftWith, templatesDir, wholeNeed, workAs } from '../core/support.ts'
import { klarlagt, PASSPHRASE, temporaryFolder } from './support.ts'

let folder: string
const at = (name: string) => join(folder, name)
const secret = { env: { KLARLAGT_PACKAGE_PASSPHRASE: 'en fras som båda känner' } }
const { number } = caseDetails()
const eva = { name: 'Eva Sten', role: 'specialist' } as const

/** An archive on disk, with what `fill` does in it. */
async function archive(
  name: string,
  fill: (client: ReturnType<typeof createCore>['client']) => Promise<unknown>,
) {
  const core = createCore({ dataDir: folder, archivePath: at(name), keychain: noKeychain, templatesDir })
  await core.client.archive.create({
    name,
    user: { name: 'Anna Ek', role: 'utredare' },
    passphrase: PASSPHRASE,
  })
  await fill(core.client)
  await core.close()
}

beforeAll(async () => {
  folder = temporaryFolder()
  await archive('anna.klarlagt', async (client) => {
    const { id, revision } = await draftWith(client, wholeNeed)
    await client.review.act({ id, baseRevision: revision, verb: 'lamna-in' })
  })
  await archive('eva.klarlagt', (client) => workAs(client, eva))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a case goes to a specialist elsewhere and back, and the second merge changes nothing', async () => {
  const anna = ['--store', at('anna.klarlagt')]
  const there = ['--store', at('eva.klarlagt'), '--name', eva.name]
  const file = at('paket.klarlagt-granskning')
  const made = await klarlagt(['package', ...anna, '--case', number, '--out', file], secret)
  expect(made).toMatchObject({ code: 0, err: expect.stringContaining('med 1 anteckning.') as string })
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600)

  const wrong = { env: { KLARLAGT_PACKAGE_PASSPHRASE: 'en helt annan fras' } }
  expect((await klarlagt(['merge', file, ...there], wrong)).code).toBe(2)
  const taken = await klarlagt(['merge', file, ...there], secret)
  expect(taken).toMatchObject({
    code: 0,
    out: 'Ärendet är mottaget för granskning, med 1 anteckning.\n',
  })
  const again = await klarlagt(['merge', file, ...there], secret)
  expect(again.code).toBe(2)

  // Locked to whoever sent it, so that no passphrase is needed.
  const back = at('svar.klarlagt-granskning')
  expect((await klarlagt(['answer', ...there, '--case', number, '--out', back])).code).toBe(0)
  const merge = () => klarlagt(['merge', back, ...anna, '--key', '--json'])
  const first = await merge()
  expect(JSON.parse(first.out)).toMatchObject({ kind: 'answer', decisions: 0, comments: 0 })
  expect((await merge()).out).toBe(first.out)
  expect((await klarlagt(['merge', back, ...there, '--key'])).code).toBe(2)
}, 60_000)

test('says what is missing, and writes no file', async () => {
  const out = at('inget.klarlagt-granskning')
  const anna = ['--store', at('anna.klarlagt'), '--out', out]
  const unknown = await klarlagt(['package', ...anna, '--case', '26-0000'], secret)
  expect(unknown).toMatchObject({ code: 2, err: expect.stringContaining('26-0000') as string })
  const locked = await klarlagt(['package', ...anna, '--case', number])
  expect(locked).toMatchObject({
    code: 2,
    err: expect.stringContaining('Sätt KLARLAGT_PACKAGE_PASSPHRASE') as string,
  })
  const foreign = await klarlagt(['answer', ...anna, '--case', number])
  expect(foreign.code).toBe(2)
  expect((await klarlagt(['package', ...anna, '--case', number, '--note', 'x'], secret)).code).toBe(2)
  expect(existsSync(out)).toBe(false)
  const address = await klarlagt(['package', '--store', at('eva.klarlagt'), '--address'])
  expect(address.out).toMatch(/^age1[a-z0-9]+\n$/)
}, 60_000)
