// Registerutdrag and gallring from the terminal.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { containing, startCore } from '../core/support.ts'
import { pdfPages, readerTest } from '../export/readers.ts'
import { bundle, klarlagt, PASSPHRASE, temporaryFolder } from './support.ts'

const bundled = z.object({
  case: z.object({ number: z.string(), insured: z.object({ personnummer: z.string() }) }),
})
const { number, insured } = bundled.parse(JSON.parse(readFileSync(bundle('r01-ratt'), 'utf8'))).case

async function madeArchive(): Promise<string> {
  const store = join(temporaryFolder(), 'arkiv.klarlagt')
  expect(await klarlagt(['import', bundle('r01-ratt'), '--store', store])).toMatchObject({ code: 0 })
  return store
}

test('extract prints all that the archive holds on a person as JSON', { timeout: 60_000 }, async () => {
  const store = await madeArchive()
  const { code, out } = await klarlagt(['extract', '--store', store, '--person', insured.personnummer])
  expect(code).toBe(0)
  expect(JSON.parse(out)).toMatchObject({ format: 'klarlagt/registerutdrag', cases: [{ case: { number } }] })
  const log = await klarlagt(['log', '--store', store, '--json'])
  expect(log.out).toContain('person-extracted')
  expect(log.out).not.toContain(insured.personnummer)
})

readerTest(['pdftotext'], 'extract writes it as a PDF', async () => {
  const store = await madeArchive()
  const out = join(store, '..', 'utdrag.pdf')
  const args = [
    'extract',
    '--store',
    store,
    '--person',
    insured.personnummer,
    '--format',
    'pdf',
    '--out',
    out,
  ]
  expect(await klarlagt(args)).toMatchObject({ code: 0, out: '' })
  expect(pdfPages(readFileSync(out)).join('\n')).toContain(number)
})

test('extract of what is no personnummer is a misuse', async () => {
  const store = await madeArchive()
  const asked = await klarlagt(['extract', '--store', store, '--person', '18930412-2380'])
  expect(asked).toMatchObject({ code: 2, out: '', err: containing('--person') })
})

test('dispose takes a case away whose time has come, prints its receipt, and refuses any other', {
  timeout: 90_000,
}, async () => {
  const store = await madeArchive()
  const folder = join(store, '..', 'etc')
  mkdirSync(folder)
  const policies = join(folder, 'policies.json')
  writeFileSync(policies, JSON.stringify({ disposeAfterMonths: 12 }))
  const env = { KLARLAGT_POLICIES: policies }
  const dispose = (which: string) =>
    klarlagt(['dispose', '--store', store, '--case', which, '--reason', 'RA-FS 2026:1'], { env })

  expect(await dispose('99-9')).toMatchObject({ code: 2, err: containing('99-9') })
  expect(await dispose(number)).toMatchObject({ code: 2, out: '' })
  // Closed two years ago, by a core whose clock says so.
  const { client, core } = startCore({ now: () => new Date(Date.now() - 2 * 366 * 86_400_000) })
  await client.archive.open({ path: store, passphrase: PASSPHRASE })
  const id = (await client.cases.list()).cases[0]?.case.id
  if (id === undefined) throw new Error('There is no case.')
  await client.cases.close({ id, reason: 'Åter i arbete.' })
  await core.close()

  const done = await dispose(number)
  expect(done).toMatchObject({ code: 0, out: containing('Kvitto på gallring') })
  expect(done.out).toContain('RA-FS 2026:1')
  const { out } = await klarlagt(['extract', '--store', store, '--person', insured.personnummer])
  expect(JSON.parse(out)).toMatchObject({ cases: [] })
  expect(await klarlagt(['verify', '--store', store])).toMatchObject({ code: 0 })
})
