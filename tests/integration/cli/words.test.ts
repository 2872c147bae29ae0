import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { bundleSchema } from '../../../shared/note/bundle.ts'
import { bundle, klarlagt, readJson } from './support.ts'

const place = z.object({ field: z.string(), why: z.string(), marked: z.array(z.string()) })
const listed = z.object({ notes: z.array(z.object({ places: z.array(place) })) })

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'klarlagt-words-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A bundle whose planering says this of the social factors. */
function saying(name: string, text: string): string {
  const whole = bundleSchema.parse(readJson(bundle('r02-ratt')))
  const notes = whole.notes.map((note) =>
    note.kind === 'planering' ? { ...note, answers: { ...note.answers, 'sociala-faktorer': text } } : note,
  )
  const path = join(folder, `${name}.json`)
  writeFileSync(path, JSON.stringify({ ...whole, notes }))
  return path
}

describe('klarlagt words', () => {
  test('says where a planering is called a plan, in which field and in which sentence', async () => {
    const path = saying(
      'plan',
      'Bor nära arbetet. Handläggaren upprättade i mars en plan för återgång i arbete.',
    )
    const { code, out, err } = await klarlagt(['words', path])
    expect([code, err]).toEqual([1, ''])
    const place = out.split('\n').find((line) => line.includes('sociala-faktorer'))
    expect(place).toContain('”upprättade i mars en plan”')
    expect(place).toContain('läses som Försäkringskassans planering')
    expect(place).toContain('förslag: planering')
    expect(place).toContain('Handläggaren upprättade i mars en plan för återgång i arbete')
    expect(place).not.toContain('Bor nära arbetet')
  })

  test('says where the employer’s plan is called a planering', async () => {
    const path = saying('planering', 'Arbetsgivarens planering för återgång kom in den 3 april.')
    const { code, out } = await klarlagt(['words', path])
    expect(code).toBe(1)
    expect(out).toContain('läses som arbetsgivarens plan')
  })

  test('as JSON, each place with the id of its field and the sentence with the words marked', async () => {
    const path = saying('json', 'Planen reviderades efter mötet.')
    const { code, out } = await klarlagt(['words', path, '--json'])
    expect(code).toBe(1)
    const places = listed.parse(JSON.parse(out)).notes.flatMap((note) => note.places)
    expect(places).toEqual([
      {
        field: 'sociala-faktorer',
        why: 'whose-plan',
        marked: ['', 'Planen', ' reviderades efter mötet'],
      },
    ])
  })

  test('a case that keeps the two apart is counted, and ends with 0', async () => {
    const path = saying('fine', 'Chefen mejlade sin plan för återgång. Planeringen stäms av i juni.')
    const { code, out, err } = await klarlagt(['words', path])
    expect([code, err]).toEqual([0, 'Inga ställen där plan och planering kan ha förväxlats.\n'])
    expect(out).toContain('plan: 2, planering: 2')
  })

  test.each([[[]], [['finns-inte.json']], [['--okant']]])('refuses %j', async (args) => {
    expect((await klarlagt(['words', ...args])).code).toBe(2)
  })
})
