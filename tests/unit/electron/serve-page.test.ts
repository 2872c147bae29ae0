import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { servePage } from '../../../main/electron/own-page.ts'

let folder: string
const ask = (url: string, method = 'GET') => servePage(join(folder, 'renderer'), { url, method })

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'klarlagt-page-'))
  mkdirSync(join(folder, 'renderer', 'assets'), { recursive: true })
  writeFileSync(join(folder, 'secret.json'), '"hemligt"')
  writeFileSync(join(folder, 'renderer', 'index.html'), '<title>Klarlagt</title>')
  writeFileSync(join(folder, 'renderer', 'assets', 'a.js'), 'export {}')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the page’s own scheme', () => {
  test.each([
    ['app://klarlagt/', 'text/html; charset=utf-8'],
    ['app://klarlagt/index.html', 'text/html; charset=utf-8'],
    ['app://klarlagt/assets/a.js', 'text/javascript; charset=utf-8'],
  ])('%s is a file of the workbench, under the policy', async (url, type) => {
    const answer = await ask(url)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe(type)
    const policy = answer.headers.get('content-security-policy')
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'")
    expect(policy).toContain("connect-src 'none'")
    expect(policy).not.toMatch(/unsafe|\*|data:/)
  })

  test.each([
    'app://klarlagt/../secret.json',
    'app://klarlagt/..%2fsecret.json',
    'app://klarlagt/%2e%2e%2fsecret.json',
    'app://klarlagt/..%5csecret.json',
    'app://klarlagt/assets/..%2f..%2fsecret.json',
    'app://klarlagt//secret.json',
    'app://klarlagt/C:%5csecret.json',
    'app://klarlagt/secret.json%00.js',
    'app://klarlagt/etc/passwd',
    'app://evil/index.html',
    'app://klarlagt/assets/missing.js',
  ])('%s is nothing', async (url) => {
    const answer = await ask(url)
    expect(answer.status).toBe(404)
    expect(await answer.text()).toBe('')
  })

  test.each(['POST', 'PUT', 'DELETE'])('%s is refused', async (method) => {
    expect((await ask('app://klarlagt/', method)).status).toBe(405)
  })
})
