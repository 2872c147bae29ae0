import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Listening, listen, PortTaken } from '../../../main/web/listen.ts'
import { ask, signIn, upgrade } from './support.ts'

let folder: string
let host: Listening
let port: number
let accepted: number

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'klarlagt-web-'))
  const rendererDir = join(folder, 'renderer')
  mkdirSync(join(rendererDir, 'assets'), { recursive: true })
  writeFileSync(join(rendererDir, 'index.html'), '<!doctype html><title>Klarlagt</title>')
  writeFileSync(join(rendererDir, 'assets', 'index-Ab_1.js'), 'export {}')
  writeFileSync(join(folder, 'secret.json'), '{"hemligt":true}')
  writeFileSync(join(rendererDir, '.hidden.json'), '{"hemligt":true}')
  writeFileSync(join(rendererDir, 'archive.db'), 'hemligt')
  accepted = 0
  host = await listen({
    rendererDir,
    port: 0,
    onSocket: () => {
      accepted += 1
    },
  })
  port = Number(new URL(host.url).port)
})

afterEach(async () => {
  await host.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('signing in with the one-time token', () => {
  test('the printed address leads to a clean one and gives a session that scripts cannot read', async () => {
    const answer = await ask(port, { path: new URL(host.url).pathname + new URL(host.url).search })
    expect(answer.status).toBe(303)
    expect(answer.headers.location).toBe('/')
    expect(answer.headers['set-cookie']).toEqual([
      expect.stringMatching(/^klarlagt-session-\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/),
    ])
  })

  test('the token is good once: whoever finds the address later is turned away', async () => {
    await signIn(host.url)
    const again = await ask(port, { path: new URL(host.url).pathname + new URL(host.url).search })
    expect(again.status).toBe(403)
    expect(again.headers['set-cookie']).toBeUndefined()
    expect(again.body).toContain('Adressen gäller bara en gång')
  })

  test('whoever is in already may open the address again, but gets no second session', async () => {
    const { cookie } = await signIn(host.url)
    const again = await ask(port, {
      path: new URL(host.url).pathname + new URL(host.url).search,
      headers: { cookie },
    })
    expect([again.status, again.headers.location, again.headers['set-cookie']]).toEqual([303, '/', undefined])
  })

  test('a HEAD request (a link previewer) does not use the token up', async () => {
    await ask(port, { method: 'HEAD', path: new URL(host.url).pathname + new URL(host.url).search })
    await expect(signIn(host.url)).resolves.toMatchObject({ port })
  })

  test.each(['/?token=', '/?token=x', `/?token=${'A'.repeat(43)}`])(
    'a guessed token is refused: %s',
    async (path) => {
      expect((await ask(port, { path })).status).toBe(403)
    },
  )

  test.each([
    undefined,
    '',
    'klarlagt-session=x',
    'klarlagt-session-1=x',
    `klarlagt-session-0000=${'A'.repeat(43)}`,
    ';;;=;',
  ])('without the session there is no page: cookie %s', async (cookie) => {
    const answer = await ask(port, { path: '/', headers: cookie === undefined ? {} : { cookie } })
    expect(answer.status).toBe(403)
    expect(answer.body).toContain('Öppna adressen som Klarlagt skrev ut')
  })

  test('two hosts do not share tokens or sessions', async () => {
    const other = await listen({ rendererDir: folder, port: 0, onSocket: () => undefined })
    const { cookie } = await signIn(other.url)
    expect((await ask(port, { path: '/', headers: { cookie } })).status).toBe(403)
    await other.close()
  })
})

describe('who is answered', () => {
  test.each([
    'evil.example',
    'evil.example:80',
    '127.0.0.1',
    '127.0.0.1:1',
    'localhost.evil.example',
    '127.0.0.1.nip.io',
    '[::1]',
    '0.0.0.0',
  ])('a request for the host %s is refused (DNS rebinding)', async (name) => {
    const { cookie } = await signIn(host.url)
    const named = name.includes(':') ? name : `${name}:${port}`
    const given = name === '127.0.0.1' ? name : named
    const answer = await ask(port, { path: '/', headers: { cookie, host: given } })
    expect(answer.status).toBe(403)
    expect(answer.body).toContain('127.0.0.1 och localhost')
  })

  test.each([
    'http://evil.example',
    'null',
    'https://127.0.0.1:PORT',
    'http://localhost:PORT',
    'http://127.0.0.1:1',
    'http://127.0.0.1:PORT.evil.example',
    '',
  ])('a request from the origin "%s" is refused', async (origin) => {
    const { cookie } = await signIn(host.url)
    const headers = { cookie, origin: origin.replace('PORT', String(port)) }
    expect((await ask(port, { path: '/', headers })).status).toBe(403)
  })

  test('our own page is answered under both names of the loopback', async () => {
    const { cookie } = await signIn(host.url)
    for (const name of ['127.0.0.1', 'localhost']) {
      const own = `${name}:${port}`
      const answer = await ask(port, { path: '/', headers: { cookie, host: own, origin: `http://${own}` } })
      expect(answer.status).toBe(200)
    }
  })

  test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'])('%s is refused', async (method) => {
    const { cookie } = await signIn(host.url)
    const answer = await ask(port, { method, path: '/', headers: { cookie } })
    expect(answer.status).toBe(405)
    expect(answer.headers.allow).toBe('GET, HEAD')
  })

  test('nothing listens beyond the loopback', async () => {
    const outward = Object.values(networkInterfaces())
      .flat()
      .find((address) => address?.family === 'IPv4' && !address.internal)
    if (outward === undefined) return
    await expect(ask(port, { host: outward.address })).rejects.toThrow(/ECONNREFUSED|EHOSTUNREACH/)
  })

  test('a port in use is told in a sentence', async () => {
    await expect(listen({ rendererDir: folder, port, onSocket: () => undefined })).rejects.toThrow(PortTaken)
  })
})

describe('files', () => {
  test.each([
    ['/', 'text/html'],
    ['/index.html', 'text/html'],
    ['/assets/index-Ab_1.js?v=1', 'text/javascript'],
  ])('%s is the workbench', async (path, type) => {
    const { cookie } = await signIn(host.url)
    const answer = await ask(port, { path, headers: { cookie } })
    expect(answer.status).toBe(200)
    expect(answer.headers['content-type']).toContain(type)
  })

  test.each([
    '/../secret.json',
    '/..%2fsecret.json',
    '/%2e%2e/secret.json',
    '/%2e%2e%2fsecret.json',
    '/assets/../../secret.json',
    '/..\\secret.json',
    '/..%5csecret.json',
    '/.%00./secret.json',
    '//secret.json',
    '/.hidden.json',
    '/archive.db',
    '/assets',
    '/%',
    'http://127.0.0.1/secret.json',
    '/%252e%252e/secret.json',
  ])('nothing outside the workbench is handed out: %s', async (path) => {
    const { cookie } = await signIn(host.url)
    const answer = await ask(port, { path, headers: { cookie } })
    expect(answer.status).toBe(404)
    expect(answer.body).not.toContain('hemligt')
  })

  test('every answer carries the policy, refusals too', async () => {
    const { cookie } = await signIn(host.url)
    for (const headers of [{ cookie }, {}]) {
      const answer = await ask(port, { path: '/', headers })
      expect(answer.headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cache-control': 'no-store',
      })
      expect(answer.headers['content-security-policy']).toMatch(
        /^default-src 'none'; script-src 'self'; style-src 'self';/,
      )
      expect(answer.headers['content-security-policy']).not.toMatch(/unsafe|\*/)
    }
  })
})

describe('web sockets', () => {
  test('our own page with the session gets one', async () => {
    const { cookie } = await signIn(host.url)
    const answer = await upgrade(port, '/rpc', { Cookie: cookie, Origin: `http://127.0.0.1:${port}` })
    expect(answer).toMatch(/^HTTP\/1.1 101 /)
    expect(accepted).toBe(1)
  })

  test.each([
    ['no session', '/rpc', { Origin: 'http://127.0.0.1:PORT' }],
    ['no origin', '/rpc', { Cookie: 'COOKIE' }],
    ['a strange origin', '/rpc', { Cookie: 'COOKIE', Origin: 'http://evil.example' }],
    ['a strange host', '/rpc', { Cookie: 'COOKIE', Origin: 'http://evil.example', Host: 'evil.example' }],
    ['another path', '/', { Cookie: 'COOKIE', Origin: 'http://127.0.0.1:PORT' }],
  ])('refused with %s', async (_, path, headers) => {
    const { cookie } = await signIn(host.url)
    const sent = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [
        name,
        value.replace('PORT', String(port)).replace('COOKIE', cookie),
      ]),
    )
    expect(await upgrade(port, path, sent)).toMatch(/^HTTP\/1.1 40[34] Refused\r\n/)
    expect(accepted).toBe(0)
  })
})
