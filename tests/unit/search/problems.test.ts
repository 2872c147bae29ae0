import { expect, test } from 'vitest'
import { toldProblems } from '../../../renderer/features/search/problems.tsx'

const codes = (text: string, isSettled: boolean) => toldProblems(text, isSettled).map(({ code }) => code)

test.each([
  ['a filter without a value', 'plan mall:', 'noValue'],
  ['a value that is none yet', 'status:jou', 'unknownValue'],
  ['a day of which a part is written', 'efter:2026-0', 'notDate'],
  ['a phrase', '"utan pl', 'unclosed'],
])('Nobody is told of %s while they are writing it', (_what, text, code) => {
  expect(codes(text, false)).toEqual([])
  expect(codes(text, true)).toContain(code)
})

test('What somebody has gone on from is told of while they write', () => {
  expect(codes('efter:2026-02-30 pla', false)).toEqual(['notDate'])
})
