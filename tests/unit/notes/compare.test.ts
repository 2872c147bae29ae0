import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareEdits } from '../../../renderer/note-model/session/compare.ts'
import { differingFields } from '../../../shared/note/answers.ts'

describe('the same answer', () => {
  test.each([
    ['a', 'a', true],
    ['a', 'b', false],
    ['', null, false],
    [{ value: 'x', other: 'y' }, { other: 'y', value: 'x' }, true],
    [{ value: 'x' }, { value: 'x', other: 'y' }, false],
    [['a', 'b'], ['b', 'a'], false],
    [[{ id: '1' }], [{ id: '1' }], true],
    [[], {}, false],
  ])('%j and %j: %s', (left, right, same) => {
    expect(differingFields({ a: left }, { a: right })).toEqual(same ? [] : ['a'])
  })
})

const answers = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom('1', '2', '3'), {
  noNullPrototype: true,
})

describe('comparing two edits', () => {
  test('a change in either window is never lost: it is in the merged answers or among the conflicts', () => {
    fc.assert(
      fc.property(answers, answers, answers, (base, mine, theirs) => {
        const { merged, conflicts } = compareEdits(base, mine, theirs)
        for (const field of differingFields(base, mine)) expect(merged[field]).toEqual(mine[field])
        for (const field of differingFields(base, theirs)) {
          if (!conflicts.includes(field)) expect(merged[field]).toEqual(theirs[field])
        }
      }),
    )
  })
})
