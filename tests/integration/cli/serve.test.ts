import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { bundle, klarlagt, PASSPHRASE, temporaryFolder } from './support.ts'

let folder: string
const at = (name: string) => join(folder, name)
const built = existsSync('out/renderer/index.html')

beforeAll(async () => {
  folder = temporaryFolder()
  await klarlagt(['import', bundle('r03-ratt'), '--store', at('mina.klarlagt')])
  await klarlagt(['demo', '--store', at('demo.klarlagt'), '--cases', '1'])
  mkdirSync(at('data'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Served {
  readonly host: ChildProcess
  readonly address: URL
  /** Ends the host as a user does, and gives what it said beside the address. */
  readonly end: () => Promise<string>
}

/** `klarlagt serve`, as far as its address. */
async function serve(args: readonly string[], env: Record<string, string> = {}): Promise<Served> {
  const host = spawn(process.execPath, ['bin/klarlagt.mjs', 'serve', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, KLARLAGT_DATA_DIR: at('data'), KLARLAGT_PASSPHRASE: '', ...env },
  })
  onTestFinished(() => void host.kill())
  const said = text(host.stderr)
  const exited = once(host, 'exit')
  const line = await Promise.race([once(createInterface({ input: host.stdout }), 'line'), exited])
  if (typeof line[0] !== 'string') throw new Error(`The host ended: ${await said}`)
  const end = async () => {
    host.kill('SIGTERM')
    expect(await exited).toEqual([0, null])
    return said
  }
  return { host, address: new URL(line[0]), end }
}

test('without the built workbench there is nothing to serve, and that is said', async () => {
  if (built) return
  const { code, err } = await klarlagt(['serve', '--store', at('demo.klarlagt')])
  expect([code, err]).toEqual([2, expect.stringContaining('npm run build')])
})

describe.runIf(built)('serve', () => {
  test('prints an address that lets in once, and ends in order when told to', async () => {
    const { address, end } = await serve(['--store', at('demo.klarlagt')])
    expect(address.hostname).toBe('127.0.0.1')
    expect((await fetch(address, { redirect: 'manual' })).status).toBe(303)
    expect((await fetch(address, { redirect: 'manual' })).status).toBe(403)
    expect(await end()).toContain('demoarkiv')
    expect(existsSync(`${at('demo.klarlagt')}-wal`)).toBe(false)
  })

  test.each([
    {
      without: 'its passphrase',
      store: 'mina.klarlagt',
      env: {},
      says: 'Sidan frågar efter arkivets lösenfras.',
    },
    {
      without: 'the right passphrase',
      store: 'mina.klarlagt',
      env: { KLARLAGT_PASSPHRASE: 'fel lösenfras' },
      says: 'Lösenfrasen i KLARLAGT_PASSPHRASE är inte arkivets. Sidan frågar efter den rätta.',
    },
    {
      without: 'an archive there yet, to an English reader',
      store: 'ny.klarlagt',
      env: { KLARLAGT_LANGUAGE: 'en' },
      says: 'ny.klarlagt does not exist yet. You create it on the page.',
    },
  ])('without $without it starts, and says what the page asks for', async ({ store, env, says }) => {
    expect(await (await serve(['--store', at(store)], env)).end()).toContain(says)
  })

  test('with its passphrase it asks for nothing, and it serves its archive at the same port again', async () => {
    const args = ['--store', at('mina.klarlagt')]
    const first = await serve(args, { KLARLAGT_PASSPHRASE: PASSPHRASE })
    expect(await first.end()).not.toMatch(/frågar|skapar/)
    const second = await serve(args)
    expect(second.address.port).toBe(first.address.port)
    const env = { KLARLAGT_DATA_DIR: at('data'), KLARLAGT_LANGUAGE: 'en' }
    const refused = await klarlagt(['serve', ...args, '--port', first.address.port], { env })
    expect(refused).toMatchObject({ code: 2, out: '' })
    expect(refused.err).toMatch(/^klarlagt: Port \d+ is already used by another program\. .*\n$/)
    await second.end()
  })
})
