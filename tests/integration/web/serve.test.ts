import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { PortTaken } from '../../../main/web/listen.ts'
import { type Host, type ServeOptions, serve } from '../../../main/web/serve.ts'
import { passphrase, startWithArchive } from '../core/support.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'klarlagt-serve-'))
  mkdirSync(join(folder, 'renderer'))
  writeFileSync(join(folder, 'renderer', 'index.html'), '<!doctype html><title>Klarlagt</title>')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function served(options: Partial<ServeOptions> = {}): Promise<Host & { port: string }> {
  const host = await serve({
    dataDir: join(folder, 'data'),
    rendererDir: join(folder, 'renderer'),
    ...options,
  })
  return { ...host, port: new URL(host.url).port }
}

/** The port of a host that was started and ended. */
async function portOf(options?: Partial<ServeOptions>): Promise<string> {
  const host = await served(options)
  await host.close()
  return host.port
}

describe('the port', () => {
  const one = () => ({ archivePath: join(folder, 'ett.klarlagt') })
  const other = () => ({ archivePath: join(folder, 'annat.klarlagt') })

  test('is kept between runs, for each store its own', async () => {
    const first = await served()
    const port = await portOf(one())
    expect(port).not.toBe(first.port)
    await first.close()
    expect(await portOf()).toBe(first.port)
    expect(await portOf(one())).toBe(port)
  })

  test('is the one that is asked for, from then on', async () => {
    const asked = await portOf(one())
    await portOf(other())
    expect(await portOf({ ...other(), port: Number(asked) })).toBe(asked)
    expect(await portOf(other())).toBe(asked)
  })

  test('is another where the kept one is taken, unless that very one is asked for', async () => {
    const port = Number(await portOf())
    const stranger = createServer().listen(port, '127.0.0.1')
    await once(stranger, 'listening')
    onTestFinished(() => void stranger.close())
    await expect(served({ port })).rejects.toThrow(PortTaken)
    expect(await portOf()).not.toBe(String(port))
  })

  test.each(['', '{', '[]', '{"x":"y"}', '{"x":99999}'])(
    'is a new one where what was kept is %j',
    async (kept) => {
      await portOf()
      writeFileSync(join(folder, 'data', 'ports.json'), kept)
      expect(Number(await portOf())).toBeGreaterThan(0)
    },
  )
})

test.each([
  ['its passphrase', passphrase, 'open'],
  ['no passphrase', undefined, 'locked'],
  ['an empty passphrase', '', 'locked'],
  ['a wrong passphrase', 'fel lösenfras', 'refused'],
])('an archive served with %s is %s', async (_, given, archive) => {
  const { path: archivePath, core } = await startWithArchive()
  await core.close()
  const host = await served({ archivePath, passphrase: given })
  expect(host.archive).toBe(archive)
  await host.close()
})
