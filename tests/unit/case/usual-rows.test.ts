import { describe, expect, test } from 'vitest'
import { aktivitetKinds, insatsKinds } from '../../../shared/case/rows.ts'
import { usualAktiviteter, usualInsatser } from '../../../shared/case/usual-rows.ts'
import { citations } from '../../../shared/sources/cite.ts'

const banks = [
  ['insatser', usualInsatser],
  ['FK-aktiviteter', usualAktiviteter],
] as const

describe.each(banks)('the usual %s', (_name, bank) => {
  test('are each named once in both languages, since a choice is known by its words', () => {
    for (const language of ['sv', 'en'] as const) {
      const words = bank.map(({ what }) => what[language])
      expect(words.filter((text, index) => words.indexOf(text) !== index)).toEqual([])
    }
  })
  test('say where they are named: in a document that we have, or as our own choice', () => {
    for (const { source, what } of bank)
      expect(
        source === 'eget-val' || citations(source).every(({ kind }) => kind === 'document'),
        `${what.sv}: ${source}`,
      ).toBe(true)
  })
})

test('there are usual insatser of every kind that a source names, and none is performed by Försäkringskassan', () => {
  const kinds = new Set(usualInsatser.map(({ kind }) => kind))
  for (const kind of insatsKinds) if (kind !== 'annan') expect(kinds).toContain(kind)
  expect(usualInsatser.map(({ performer }): string => performer)).not.toContain('forsakringskassan')
})

test('there are usual FK-aktiviteter of every kind but the one that is in other words', () => {
  const kinds = new Set(usualAktiviteter.map(({ kind }) => kind))
  expect(aktivitetKinds.filter((kind) => !kinds.has(kind))).toEqual(['annan'])
})
