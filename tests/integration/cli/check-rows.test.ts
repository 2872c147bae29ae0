import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bundleSchema } from '../../../shared/note/bundle.ts'
import { bundle, klarlagt, readJson, temporaryFolder } from './support.ts'

let folder: string
beforeAll(() => {
  folder = temporaryFolder()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A case with nothing wrong in it, and one insats put into its planering. */
function withInsats(dates: Record<string, string>): string {
  const given = bundleSchema.parse(readJson(bundle('r03-ratt')))
  const insats = { id: 'r', what: 'Fysioterapi', performer: { actor: 'halso-och-sjukvarden' }, ...dates }
  const notes = given.notes.map((note) =>
    note.kind === 'planering' ? { ...note, answers: { ...note.answers, insatser: [insats] } } : note,
  )
  const path = join(folder, 'insats.json')
  writeFileSync(path, JSON.stringify({ ...given, notes }))
  return path
}

describe('check of a bundle with an insats', () => {
  test.each([
    [
      'that is followed up before it begins',
      { from: '2026-05-10', followUp: '2026-05-09' },
      /^falt\/rad-ordning +warning .* insatser\S* .*uppföljningen ligger före/m,
    ],
    [
      'that ends before it begins',
      { from: '2026-05-10', to: '2026-05-09' },
      /^falt\/rad-ordning +error .* insatser\S* .*slutar innan den börjar/m,
    ],
  ])('%s: a finding, and exit 1', async (_, dates, line) => {
    const { code, out } = await klarlagt(['check', withInsats(dates)])
    expect(out).toMatch(line)
    expect(code).toBe(1)
  })

  test('that is followed up the day it begins: nothing to say of its dates', async () => {
    const { out } = await klarlagt(['check', withInsats({ from: '2026-05-10', followUp: '2026-05-10' })])
    expect(out).not.toContain('falt/rad-ordning')
  })
})
