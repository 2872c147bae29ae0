import { globSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadTemplates } from '../../../main/core/templates.ts'
import { shippedPacks } from '../../../main/core/training/pack-files.ts'
import { dateOfDay, dayOfCase } from '../../../shared/case/chain.ts'
import { addDays, isoDateSchema } from '../../../shared/case/dates.ts'
import { citations } from '../../../shared/sources/cite.ts'
import { castOf } from '../../../shared/training/cases.ts'
import { readPack } from '../../../shared/training/load.ts'
import { packProblems, packSentences } from '../../../shared/training/refused.ts'
import { holdsDate, textAt, textsIn } from '../../../shared/training/relative.ts'
import { namesSourceById } from '../template/source-ids.ts'

const templates = loadTemplates('templates').all
const packs = shippedPacks('templates', templates)
const firstDay = isoDateSchema.parse('2020-01-01')
const anyDay = fc.integer({ min: 0, max: 5000 }).map((days) => addDays(firstDay, days))

describe('the packs that ship', () => {
  test('every file of the folder is read, and nothing is wrong in any', () => {
    expect(packs.problems).toEqual([])
    expect(packs.all).toHaveLength(globSync('templates/demo/!(*.schema).json').length)
    expect(packs.all.length).toBeGreaterThan(0)
  })

  test.each(packs.all.map((pack) => [pack.id, pack]))(
    '%s rests on places in the documents that there are, or says that a choice is our own',
    (_id, pack) => {
      const texts = textsIn([pack.source, pack.scenes, pack.exercises])
      const sources = texts.filter(({ path }) => path.at(-1) === 'source').map(({ text }) => text)
      const unknown = sources.filter(
        (source) => source !== 'eget-val' && citations(source).some(({ kind }) => kind !== 'document'),
      )
      expect(unknown).toEqual([])
    },
  )

  test.each(packs.all.map((pack) => [pack.id, pack]))(
    '%s names its sources in words wherever somebody reads them',
    (_id, pack) => {
      const texts = textsIn(pack).filter(({ path }) => path.at(-1) !== 'source')
      expect(texts.filter(({ text }) => namesSourceById(text))).toEqual([])
    },
  )

  test.each(packs.all.map((pack) => [pack.id, pack]))(
    'the people of %s are born in the 1890s, so that nobody living can be meant',
    (_id, pack) => {
      for (const { case: of } of castOf(pack, firstDay))
        expect(of.insured.personnummer).toMatch(/^189\d{5}-\d{4}$/)
    },
  )

  test.each(packs.all.map((pack) => [pack.id, pack]))(
    '%s names no day of the calendar, in what is said of it either',
    (_id, pack) => {
      expect(textsIn(pack).filter(({ text }) => holdsDate(text))).toEqual([])
    },
  )
})

describe('the dates of a pack hang on the day that it is loaded for', () => {
  test('a case is on its day, whatever that day is, and so are its notes', () => {
    const [pack] = packs.all
    if (pack === undefined) throw new Error('No pack ships.')
    fc.assert(
      fc.property(anyDay, (today) => {
        for (const { key, case: of, notes } of castOf(pack, today)) {
          const packed = pack.cases.find((each) => each.key === key)
          if (packed === undefined || 'like' in packed) continue
          expect(dayOfCase(of.firstSickDay, today)).toBe(packed.day)
          expect(notes.map(({ writtenOn }) => dayOfCase(of.firstSickDay, writtenOn))).toEqual(
            packed.notes.map(({ day }) => day).toSorted((a, b) => a - b),
          )
        }
      }),
    )
  })

  test('“@94” is the date of day 94 and “@idag+14” the date in two weeks, by no calendar', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 1, max: 3000 }),
        fc.integer({ min: -400, max: 400 }),
        (today, day, days) => {
          const moment = { today, firstSickDay: addDays(today, -93), noteOf: (key: string) => `id of ${key}` }
          expect(textAt(`@${day}`, moment)).toBe(dateOfDay(moment.firstSickDay, day))
          expect(textAt('@94', moment)).toBe(today)
          expect(textAt(`@idag${days < 0 ? '' : '+'}${days}`, moment)).toBe(addDays(today, days))
          expect(textAt('@not:behov', moment)).toBe('id of behov')
          expect(textAt('Ring 2 gånger @ 94.', moment)).toBe('Ring 2 gånger @ 94.')
        },
      ),
    )
  })

  test('the same pack and day give the same cases, and another day none of the same dates', () => {
    const dates = (today: typeof firstDay) =>
      packs.all.flatMap((pack) => castOf(pack, today).map((each) => each.case.firstSickDay))
    expect(dates(firstDay)).toEqual(dates(firstDay))
    expect(dates(addDays(firstDay, 10))).toEqual(dates(firstDay).map((date) => addDays(date, 10)))
  })
})

const sound = packs.all.find(({ id }) => id === 'plan-eller-planering')
/** Why a pack is refused once some of its text is another. */
function causesOnce(change: (json: string) => string) {
  const json = JSON.stringify(sound)
  const changed = change(json)
  expect(changed).not.toBe(json)
  const read = readPack({ ok: true, value: changed }, templates)
  return read.ok ? [] : read.causes
}
const faultsOf = (change: (json: string) => string): string[] =>
  causesOnce(change).map(({ path, key }) => `${path.join('.')} ${key}`)

describe('a pack that cannot be is refused, with where and why', () => {
  test.each([
    ['a date of the calendar', '"datum":"@36"', '"datum":"2026-05-20"', 'calendarDate'],
    ['a date in a sentence', 'Bor nära arbetet', 'Flyttar 2026-05-20', 'calendarDate'],
    ['what nobody can work out', '"datum":"@36"', '"datum":"@imorgon"', 'relative'],
    [
      'the day of a consent that nobody can work out',
      '"persons":[',
      '"consents":[{"actor":"arbetsgivare","consent":"ja","date":"@imorgon","how":"muntligt"}],"persons":[',
      'relative',
    ],
    ['a note that is not in the case', '@not:behov', '@not:behovet', 'noNote'],
    ['a template that is not here', '"template":"planering"', '"template":"planen"', 'noTemplate'],
    ['a field that the template lacks', '"sociala-faktorer":', '"sociala-omstandigheter":', 'noField'],
    ['an answer of another form', '"samrad":"ja"', '"samrad":["ja"]', 'form'],
    ['a note after the day of the case', '"day":40', '"day":400', 'training.fault.day'],
    ['a scene of no case', '"case":"asta"', '"case":"astrid"', 'noCase'],
    ['a scene of no section', '"section":"inkomst"', '"section":"inkomsten"', 'noSection'],
    ['the same note beside itself', '"note":"planering"', '"note":"plan"', 'shownTwice'],
    ['two scenes of one name', '"id":"med-vem"', '"id":"samma-arende"', 'idTwice'],
    ['a member nobody knows', '"version":1', '"version":1,"betyg":5', 'unknownMember'],
    ['no JSON at all', '{', '', 'errors.file.notJson'],
  ])('%s', (_what, from, to, key) => {
    const faults = faultsOf((json) => json.replace(from, to))
    expect(faults).not.toEqual([])
    expect(faults.filter((fault) => !fault.includes(key))).toEqual([])
  })

  test('the place of a fault is its way through the file', () => {
    expect(faultsOf((json) => json.replace('"datum":"@36"', '"datum":"2026-05-20"'))).toEqual([
      'cases.0.notes.1.answers.datum training.fault.calendarDate',
    ])
  })
})

test('the schema is the form of the packs that ship (npm run schemas writes it)', () => {
  for (const file of globSync('templates/demo/!(*.schema).json'))
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ $schema: './demopaket.schema.json' })
})

describe('a refused file is told by its name, the place in words and as it stands in the file, what is wrong and what to do', () => {
  test.each([
    [
      'at a place',
      '"datum":"@36"',
      '"datum":"2026-05-20"',
      'prov.json: ärende 1, anteckning 2, svaren, datum (cases[0].notes[1].answers.datum) innehåller ett datum i kalendern',
    ],
    [
      'of no form that packs take',
      '"source":"',
      '"source":"","källa":"',
      'prov.json: källan (source) är tomt eller för litet. Fyll i det.',
    ],
    ['as a whole', /^.*$/s, '[]', 'prov.json: filen ska vara ett objekt inom klammerparenteser'],
    ['that is no JSON', '{', '', 'prov.json: Filen är inte giltig JSON. Felet börjar på rad 1'],
  ])('%s', (_what, from, to, sentence) => {
    const [said] = packSentences(
      'prov.json',
      packProblems(causesOnce((json) => json.replace(from, to))),
      'sv',
    )
    expect(said).toContain(sentence)
  })

  test('with what packs take, and not templates', () => {
    const causes = causesOnce((json) => json.replace(/"cases":\[\{/, '"cases":[7,{'))
    const sentences = packSentences('prov.json', packProblems(causes), 'sv')
    expect(sentences).toContainEqual(expect.stringContaining('(cases[0]) har en form som demopaket inte tar'))
  })
})
