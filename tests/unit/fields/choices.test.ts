import { describe, expect, test } from 'vitest'
import { toggleOption } from '../../../renderer/fields/choices.tsx'
import { optionSchema } from '../../../shared/fields/base.ts'

const option = (value: string, exclusive = false) =>
  optionSchema.parse({ value, label: { sv: value, en: value }, ...(exclusive ? { exclusive } : {}) })
const options = [option('uppgifter'), option('tider'), option('inga', true), option('vet-inte', true)]

describe('choosing among several, some of which exclude the others', () => {
  test.each([
    [[], 'tider', true, ['tider'], []],
    [['tider'], 'uppgifter', true, ['uppgifter', 'tider'], []],
    [['uppgifter', 'tider'], 'inga', true, ['inga'], ['uppgifter', 'tider']],
    [['inga'], 'tider', true, ['tider'], ['inga']],
    [['inga'], 'vet-inte', true, ['vet-inte'], ['inga']],
    [['uppgifter', 'tider'], 'tider', false, ['uppgifter'], []],
    [['finns-inte-langre', 'tider'], 'uppgifter', true, ['uppgifter', 'tider', 'finns-inte-langre'], []],
  ])('%j, %s %s: %j', (chosen, value, checked, values, unchecked) => {
    expect(toggleOption(options, chosen, value, checked)).toEqual({ values, unchecked })
  })
})
