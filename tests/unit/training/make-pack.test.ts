import { describe, expect, test } from 'vitest'
import { loadTemplates } from '../../../main/core/templates.ts'
import { shippedPacks } from '../../../main/core/training/pack-files.ts'
import { addDays, isoDateSchema } from '../../../shared/case/dates.ts'
import type { Cause } from '../../../shared/fields/define.ts'
import { castOf } from '../../../shared/training/cases.ts'
import { readPack } from '../../../shared/training/load.ts'
import { makePack, type PackSource, packSlug } from '../../../shared/training/make-pack.ts'
import { emptyPackDraft, type PackDraft, pruned } from '../../../shared/training/pack-draft.ts'
import { readCast } from '../../../shared/training/read-cast.ts'

const templates = loadTemplates('templates').all
const today = isoDateSchema.parse('2026-06-03')
const shipped = shippedPacks('templates', templates).all

/** What an archive holds once a pack that ships is loaded in it. */
function archiveWith(id: string): PackSource[] {
  const pack = shipped.find((each) => each.id === id)
  if (!pack) throw new Error(`No pack ${id}`)
  return castOf(pack, today).map((of) => ({
    case: of.case,
    notes: readCast(of, { templates, today, language: 'sv' }).map(({ note }) => note),
  }))
}

const words = (sv: string, en = '') => ({ sv, en })
const sources = archiveWith('plan-eller-planering')
const draft: PackDraft = {
  ...emptyPackDraft,
  title: words('Ett eget paket'),
  summary: words('Gjort av ett ärende.', 'Made of a case.'),
  cases: sources.map((source) => ({ id: source.case.id, notes: source.notes.map(({ id }) => id) })),
}
const [first] = sources
const planering = first?.notes.find(({ kind }) => kind === 'planering')
const plan = first?.notes.find(({ kind }) => kind === 'arbetsgivarens-plan')
const only = <T>(value: T | undefined): T[] => (value === undefined ? [] : [value])

const fileOf = (of: PackDraft, from: readonly PackSource[] = sources) =>
  JSON.stringify(makePack(of, from, today))
const read = (of: PackDraft, from?: readonly PackSource[]) =>
  readPack({ ok: true, value: fileOf(of, from) }, templates)

function packOf(of: PackDraft) {
  const found = read(of)
  if (!found.ok) throw new Error(JSON.stringify(found.causes))
  return found.pack
}
const keysOf = (causes: readonly Cause[]) => causes.map(({ key }) => key)

describe('a pack that is made of cases in the archive', () => {
  test('is a pack, and its cases are the same again on the day that it was made', () => {
    const pack = packOf(draft)
    expect(pack.id).toBe('ett-eget-paket')
    const again = castOf(pack, today)
    for (const [index, { case: of, notes }] of sources.entries()) {
      const { id: _id, number, ...details } = of
      expect(again[index]?.case).toMatchObject({ ...details, number: `${number}/ett` })
      const said = again[index]?.notes.map(({ template, answers }) => ({
        template,
        kinds: Object.keys(answers),
      }))
      expect(said).toEqual(
        notes.map(({ template, answers }) => ({ template: template.id, kinds: Object.keys(answers) })),
      )
    }
  })

  test('holds no date of the calendar, and a week later everything is a week later', () => {
    expect(fileOf(draft)).not.toMatch(/\d{4}-\d{2}-\d{2}(?!\d)/)
    const later = castOf(packOf(draft), addDays(today, 7))
    for (const [index, { case: of }] of sources.entries())
      expect(later[index]?.case.firstSickDay).toBe(addDays(of.firstSickDay, 7))
  })

  test('what nobody has said in English is said in Swedish', () => {
    const { title, summary } = packOf(draft)
    expect(title.en).toBe('Ett eget paket')
    expect(summary.en).toBe('Made of a case.')
  })

  test('a note that is an answer is no note of its case, but what is expected', () => {
    const exercise = {
      id: 'e',
      title: words('Skriv planeringen'),
      actor: words('Arbetsgivare'),
      situation: words('Det är dag 40.'),
      answers: only(planering).map(({ id }) => ({ note: id, remarks: [] })),
    }
    const [found] = packOf({ ...draft, exercises: [exercise] }).exercises ?? []
    expect(found?.tasks.map(({ template }) => template)).toEqual(['planering'])
    const kept = packOf({ ...draft, exercises: [exercise] }).cases.flatMap((each) =>
      'notes' in each && 'details' in each ? each.notes.map(({ template }) => template) : [],
    )
    expect(kept.filter((template) => template === 'planering')).toHaveLength(
      sources.flatMap(({ notes }) => notes).filter(({ kind }) => kind === 'planering').length - 1,
    )
  })

  test('a scene shows notes with what is said of their fields', () => {
    const remark = { id: 'r', field: undefined, text: words('Se ägaren.'), rule: '', source: ' 000:342-344 ' }
    const scene = {
      id: 's',
      title: words('Vems är det?'),
      say: words('Titta på bandet.'),
      shows: only(plan).map(({ id }) => ({ note: id, remarks: [remark] })),
    }
    const [found] = packOf({ ...draft, scenes: [scene] }).scenes ?? []
    expect(found?.shows[0]?.points).toEqual([
      { text: { sv: 'Se ägaren.', en: 'Se ägaren.' }, source: '000:342-344' },
    ])
  })

  test.each<[string, Partial<PackDraft>]>([
    ['without a title', { title: words('') }],
    ['without a case', { cases: [] }],
    [
      'with a scene that shows nothing',
      { scenes: [{ id: 's', title: words('S'), say: words('S'), shows: [] }] },
    ],
  ])('is refused %s', (_what, change) => {
    const from = change.cases === undefined ? sources : []
    expect(read({ ...draft, ...change }, from).ok).toBe(false)
  })

  test('what is not picked any more is neither shown nor expected', () => {
    const shows = only(planering).map(({ id }) => ({ note: id, remarks: [] }))
    const scene = { id: 's', title: words('S'), say: words('S'), shows }
    expect(pruned({ ...draft, cases: [], scenes: [scene] }).scenes[0]?.shows).toEqual([])
  })
})

describe('a pack with somebody who may be living is refused', () => {
  test('as the insured', () => {
    const born = fileOf(draft).replaceAll('"personnummer":"18', '"personnummer":"19')
    const found = readPack({ ok: true, value: born }, templates)
    expect(found.ok ? [] : keysOf(found.causes)).toContain('exercise.fault.living')
  })

  test('in words that somebody has written', () => {
    const summary = words('Ring 850709-9805 om du undrar.')
    const found = read({ ...draft, summary })
    expect(found.ok ? [] : keysOf(found.causes)).toEqual(['exercise.fault.living', 'exercise.fault.living'])
  })
})

test.each([
  ['Lång väntan på vård', 'lang-vantan-pa-vard'],
  ['26-2101', 'paket-26-2101'],
  ['…', 'paket'],
])('%j is named %s', (text, slug) => {
  expect(packSlug(text)).toBe(slug)
})
