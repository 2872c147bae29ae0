import { expect, test } from 'vitest'
import { bundleName } from '../../../renderer/features/cases/transfer.tsx'

test.each([
  ['26-1187', 'arende-26-1187.json'],
  ['FK 26/1187 (å)', 'arende-FK-26-1187-å.json'],
  ['../../etc/passwd', 'arende-etc-passwd.json'],
  ['con:\u202Egpj', 'arende-con-gpj.json'],
  ['///', 'arende.json'],
  ['1'.repeat(300), `arende-${'1'.repeat(60)}.json`],
])('Case %s is exported as %s', (number, expected) => {
  expect(bundleName(number)).toBe(expected)
})
