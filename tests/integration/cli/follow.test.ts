import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { bundle, klarlagt, readJson, temporaryFolder } from './support.ts'

let folder: string
let store: string
const bundleShape = z.looseObject({
  notes: z.array(z.looseObject({ status: z.string(), template: z.looseObject({ id: z.string() }) })),
})

beforeAll(async () => {
  folder = temporaryFolder()
  store = join(folder, 'utkast.klarlagt')
  const good = bundleShape.parse(readJson(bundle('r03-ratt')))
  const notes = good.notes.map((note) =>
    note.status === 'utkast' ? { ...note, template: { ...note.template, version: 1 } } : note,
  )
  const older = join(folder, 'tidigare.json')
  writeFileSync(older, JSON.stringify({ ...good, notes }))
  await klarlagt(['import', older, '--store', store])
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('klarlagt follow lets drafts follow their templates, and tells how far it has come and how many did', async () => {
  const { code, out, err } = await klarlagt(['follow', '--store', store])
  expect(code).toBe(0)
  expect(out).toMatch(/^(Ett|\d+) utkast följde med; 0 står kvar som de är\.\n$/)
  expect(err).toMatch(/(\d+) av \1 utkast/)
  const again = await klarlagt(['follow', '--store', store, '--json'])
  expect(JSON.parse(again.out)).toEqual({ followed: 0, stayed: 0 })
})

test('it takes a template by its id, and nothing else', async () => {
  const { code, err } = await klarlagt(['follow', '--store', store, '--template', 'Planering!'])
  expect([code, err]).toEqual([2, expect.stringContaining('--template')])
})
