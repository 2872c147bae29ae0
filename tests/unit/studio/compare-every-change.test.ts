// Every member that a template may have, by its schema. One that is added there is tried here at once.
import { expect, test } from 'vitest'
import { compareTemplates } from '../../../shared/studio/compare.ts'
import { differenceWords } from '../../../shared/studio/compare-words.ts'
import { memberKey, valueKey } from '../../../shared/studio/member-words.ts'
import { templateSchema } from '../../../shared/template/template.ts'
import { everyChange, everyMember } from './every-change.ts'

/** What no sentence holds: what is missing, names of texts, and values as the file has them. */
const unreadable = /undefined|\[object|[{}[\]]|publish\.|studio\.|lists\./

const sameOnBothSides = /: (från|from) [”“](.*)” (till|to) [”“]\2”$/

test('whatever changes in a template, the comparison says it in words, in both languages', () => {
  expect(everyChange.length).toBeGreaterThan(1000)
  for (const [before, after] of everyChange) {
    const differences = compareTemplates(templateSchema.parse(before), templateSchema.parse(after))
    for (const language of ['sv', 'en'] as const) {
      const said = differences.flatMap((each) => differenceWords(language, each))
      expect(said, JSON.stringify([before, after])).not.toEqual([])
      expect(said.filter((line) => unreadable.test(line) || sameOnBothSides.test(line))).toEqual([])
    }
  }
})

test('every member is called something, and every value of a list', () => {
  expect(everyMember.filter(([name]) => memberKey(name) === undefined)).toEqual([])
  const without = everyMember.flatMap(([name, values]) =>
    values.filter((value) => valueKey(name, value) === undefined).map(() => name),
  )
  // What a step makes is told by its type, which has words of its own.
  expect(new Set(without)).toEqual(new Set(['format', 'to']))
})
