import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inventPersonnummer, randomFrom } from '../../../main/core/demo/demo-cases.ts'
import { fileNameOf } from '../../../shared/case/file-name.ts'
import { personnummerSchema } from '../../../shared/case/identity.ts'

const personnummer = personnummerSchema.parse('18940611-2384')
const caseOf = (number: string) => ({
  number,
  insured: { name: 'Åsa Berg-Öman', personnummer },
  persons: [{ name: 'Kim Dahl', role: 'arbetsgivare' as const }],
})
const bundleName = (number: string) => fileNameOf(caseOf(number), { before: 'arende', extension: 'json' })

describe('the name of a file about a case', () => {
  test.each([
    ['26-1187', 'arende-26-1187.json'],
    ['FK 26/1187 (å)', 'arende-FK-26-1187-a.json'],
    ['../../etc/passwd', 'arende-etc-passwd.json'],
    ['con:\u202Egpj', 'arende-con-gpj.json'],
    ['///', 'arende.json'],
    ['1'.repeat(300), `arende-${'1'.repeat(60)}.json`],
  ])('is made of the case number %s so that any system takes it', (number, expected) => {
    expect(bundleName(number)).toBe(expected)
  })

  test('says what it is, and what follows the number', () => {
    const kind = { before: 'planering', after: 'utkast', extension: 'pdf' }
    expect(fileNameOf(caseOf('24-1187'), kind)).toBe('planering-24-1187-utkast.pdf')
    expect(fileNameOf(caseOf('18940611-2384'), kind)).toBe('planering-utkast.pdf')
  })

  test.each([
    ['18940611-2384', 'arende.json'],
    ['940611-2384', 'arende.json'],
    ['FK 1894-06-11 2384 B', 'arende.json'],
    ['24-9406112384', 'arende.json'],
    ['26-1187 Berg', 'arende-26-1187.json'],
    ['åsa 26-1187/dahl', 'arende-26-1187.json'],
  ])('never holds whom it is about, though the number %s does', (number, expected) => {
    expect(bundleName(number)).toBe(expected)
  })

  test('never lets a personnummer be read, wherever in the number and however it is broken up', () => {
    const text = fc.string({ maxLength: 8 })
    const gaps = fc.array(fc.constantFrom('', '-', ' ', '/', '.'), { minLength: 12, maxLength: 12 })
    fc.assert(
      fc.property(fc.nat(), fc.boolean(), gaps, text, text, (seed, short, between, before, after) => {
        const digits = inventPersonnummer(randomFrom(seed))
          .replace('-', '')
          .slice(short ? 2 : 0)
        const broken = Array.from(digits, (digit, index) => digit + (between[index] ?? '')).join('')
        expect(bundleName(before + broken + after).replace(/\D/g, '')).not.toContain(digits)
      }),
    )
  })
})
