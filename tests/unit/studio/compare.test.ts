import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadTemplates } from '../../../main/core/templates.ts'
import { compareTemplates } from '../../../shared/studio/compare.ts'
import { differenceWords } from '../../../shared/studio/compare-words.ts'
import { movedAmong } from '../../../shared/studio/order.ts'
import { type Template, templateSchema } from '../../../shared/template/template.ts'

const text = (sv: string, en = `${sv} (en)`) => ({ sv, en })
const option = (value: string, label: string) => ({ value, label: text(label) })
const choice = (id: string, label: string, changes: Record<string, unknown> = {}) => ({
  id,
  type: 'choice',
  label: text(label),
  obligation: 'frivillig',
  demand: { basis: 'eget-val' },
  options: [option('ja', 'Ja'), option('nej', 'Nej')],
  ...changes,
})
const section = (id: string, title: string, fields: readonly unknown[]) => ({
  id,
  title: text(title),
  fields,
})
const template = (sections: readonly unknown[], changes: Record<string, unknown> = {}): Template =>
  templateSchema.parse({
    format: 'klarlagt/mall',
    id: 'prov',
    version: 1,
    kind: 'mote',
    owner: 'forsakringskassan',
    title: text('Prov'),
    summary: text('En mall för prov.'),
    whenToUse: text('I prov.'),
    legalBasis: [{ provision: '30 kap. 3 § SFB', source: '000:1' }],
    sections,
    ...changes,
  })

const before = template([
  section('a', 'Om mötet', [choice('mal', 'Mål'), choice('plats', 'Plats'), choice('tid', 'Tid')]),
  section('b', 'Efter mötet', [choice('beslut', 'Beslut')]),
])
const words = (after: Template, language: 'sv' | 'en' = 'sv') =>
  compareTemplates(before, after).flatMap((difference) => differenceWords(language, difference))
const withFields = (...fields: readonly unknown[]) =>
  template([section('a', 'Om mötet', fields), section('b', 'Efter mötet', [choice('beslut', 'Beslut')])])

describe('two versions of a template', () => {
  test('that say the same do not differ', () => {
    expect(words(before)).toEqual([])
    for (const shipped of loadTemplates('templates').all)
      expect(compareTemplates(shipped, shipped)).toEqual([])
  })

  test('a field that is new, one that is gone, and where', () => {
    expect(words(withFields(choice('mal', 'Mål'), choice('dag', 'Dag'), choice('tid', 'Tid')))).toEqual([
      'fältet ”Dag”: nytt, i avsnittet ”Om mötet”',
      'fältet ”Plats”: borttaget',
    ])
  })

  test('only what has been moved is told of as moved, not all that it passed', () => {
    expect(words(withFields(choice('tid', 'Tid'), choice('mal', 'Mål'), choice('plats', 'Plats')))).toEqual([
      'fältet ”Tid”: flyttat inom avsnittet ”Om mötet”',
    ])
    const toTheOther = template([
      section('a', 'Om mötet', [choice('mal', 'Mål'), choice('tid', 'Tid')]),
      section('b', 'Efter mötet', [choice('plats', 'Plats'), choice('beslut', 'Beslut')]),
    ])
    expect(words(toTheOther)).toEqual([
      'fältet ”Plats”: flyttat från avsnittet ”Om mötet” till ”Efter mötet”',
    ])
  })

  test('a label, in the language in which it is another, in either language', () => {
    const after = withFields(
      { ...choice('mal', 'Mål'), label: { sv: 'Målet', en: 'Mål (en)' } },
      choice('plats', 'Plats'),
      choice('tid', 'Tid'),
    )
    expect(words(after)).toEqual(['fältet ”Målet”: Namn › På svenska: från ”Mål” till ”Målet”'])
    expect(words(after, 'en')).toEqual(['the field “Mål (en)”: Label › In Swedish: from “Mål” to “Målet”'])
  })

  test('how obligatory it is, on what condition, and its options', () => {
    const visibleWhen = {
      all: [
        { field: 'mal', op: 'is', value: 'ja' },
        {
          not: {
            any: [
              { fact: 'dag', op: 'less', value: 90 },
              { field: 'tid', op: 'unanswered' },
            ],
          },
        },
      ],
    }
    const options = [option('nej', 'Nej'), option('ja', 'Jo'), option('kanske', 'Kanske')]
    const after = withFields(
      choice('mal', 'Mål', { obligation: 'obligatorisk' }),
      choice('plats', 'Plats', { visibleWhen }),
      choice('tid', 'Tid', { options }),
    )
    expect(words(after)).toEqual([
      'fältet ”Mål”: Krav på svar: från ”Frivillig” till ”Obligatorisk”',
      'fältet ”Plats”: Visas när: nytt, ”Mål är Ja och inte så att (sjukfallets dag är mindre än 90 eller Tid är inte besvarat)”',
      'fältet ”Tid”: Alternativ › Nej: flyttat',
      'fältet ”Tid”: Alternativ › Jo › Namn › På svenska: från ”Ja” till ”Jo”',
      'fältet ”Tid”: Alternativ › Jo › Namn › På engelska: från ”Ja (en)” till ”Jo (en)”',
      'fältet ”Tid”: Alternativ: nytt, ”Kanske”',
    ])
  })

  test('what the template says of itself', () => {
    const after = template(before.sections, {
      version: 2,
      review: 'kravs',
      legalBasis: [
        { provision: '30 kap. 3 § SFB', source: '000:2' },
        { provision: '30 kap. 10 § SFB', source: '000:3' },
      ],
    })
    expect(words(after)).toEqual([
      'mallen: Rättslig grund › 30 kap. 3 § SFB › Källa: från ”000:1” till ”000:2”',
      'mallen: Rättslig grund: nytt, ”30 kap. 10 § SFB”',
      'mallen: Granskning: nytt, ”Krävs”',
    ])
  })

  test('how older answers follow, by what each step does with which fields', () => {
    const { options: _none, ...plain } = choice('vilka', 'Vilka')
    const group = { ...plain, type: 'group', item: text('Deltagare'), fields: [choice('vem', 'Vem')] }
    const follows = {
      from: 1,
      steps: [
        { name: 'mal-till-syfte', do: 'rename', field: 'mal', to: 'syfte' },
        { name: 'plats-byts', do: 'map-options', field: 'plats', map: { ja: 'nej' } },
        { name: 'kolumn', do: 'rename-column', group: 'vilka', column: 'namn', to: 'vem' },
      ],
    }
    const sections = [
      section('a', 'Om mötet', [
        choice('syfte', 'Syfte'),
        choice('plats', 'Plats'),
        choice('tid', 'Tid'),
        group,
      ]),
      section('b', 'Efter mötet', [choice('beslut', 'Beslut')]),
    ]
    const after = template(sections, { version: 2, follows })
    expect(words(after)).toContain(
      'mallen: Hur äldre svar följer med: nytt, ”Varifrån: version 1, Steg: Mål → Syfte (flyttar till ett annat fält), Plats (byter ut alternativ), Vilka › namn → Vilka › Vem (flyttar till en annan kolumn)”',
    )
    const fewer = template(sections, { version: 2, follows: { ...follows, steps: follows.steps.slice(1) } })
    const between = compareTemplates(fewer, after).flatMap((each) => differenceWords('en', each))
    expect(between).toEqual([
      'the template: How older answers come over › Steps: new, “mal → Syfte (en) (moves to another field)”',
    ])
  })

  test('every pair of versions that ship has its differences in words, in both languages', () => {
    const { all, find } = loadTemplates('templates')
    const pairs = all.flatMap((later) => {
      const earlier = find({ ...later, version: later.version - 1 })
      return earlier === undefined ? [] : [{ earlier, later }]
    })
    expect(pairs.length).toBeGreaterThan(4)
    for (const { earlier, later } of pairs)
      for (const language of ['sv', 'en'] as const) {
        const said = compareTemplates(earlier, later).flatMap((each) => differenceWords(language, each))
        expect(said.length).toBeGreaterThan(0)
        expect(said.filter((line) => /publish\.|undefined|\{\w+\}|\[object/.test(line))).toEqual([])
      }
  })
})

const order = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'))

test('of two orders as few as can be have moved, and with those taken out both are the same', () => {
  fc.assert(
    fc.property(order, order, (was, is) => {
      const moved = movedAmong(was, is)
      const stays = (order: readonly string[], other: readonly string[]) =>
        order.filter((id) => other.includes(id) && !moved.has(id))
      expect(stays(was, is)).toEqual(stays(is, was))
      for (const id of moved) {
        const fewer = new Set([...moved].filter((each) => each !== id))
        const without = (order: readonly string[], other: readonly string[]) =>
          order.filter((each) => other.includes(each) && !fewer.has(each))
        expect(without(was, is)).not.toEqual(without(is, was))
      }
    }),
  )
})
