import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fieldIdSchema } from '../../../shared/fields/base.ts'
import {
  type FieldPlaces,
  namesOf,
  namesThrough,
  turnedNames,
  underNames,
} from '../../../shared/note/places.ts'

const ids = ['a', 'b', 'c', 'd', 'e'].map((id) => fieldIdSchema.parse(id))
const marks = ids.map((field) => ({ field }))
const placed = (...entries: readonly (readonly [string, readonly string[]])[]): FieldPlaces =>
  new Map(
    entries.map(([from, to]) => [fieldIdSchema.parse(from), to.map((each) => fieldIdSchema.parse(each))]),
  )
const called = (places: FieldPlaces) => underNames(marks, namesOf(places)).map(({ field }) => field)

test('an answer that went whole is called what its field is, and one that was parted or joined what it was', () => {
  expect(called(placed(['a', ['x']], ['b', ['y', 'z']], ['c', ['ce']], ['d', ['ce']]))).toEqual([
    'x',
    'b',
    'c',
    'd',
    'e',
  ])
})

test('what was parted gives its name to what came there whole, however many change places', () => {
  expect(called(placed(['a', ['b']], ['b', ['x', 'y']]))).toEqual(['b', 'a', 'c', 'd', 'e'])
  expect(called(placed(['a', ['b']], ['b', ['c']]))).toEqual(['b', 'c', 'a', 'd', 'e'])
  expect(called(placed(['a', ['b']], ['b', ['a']]))).toEqual(['b', 'a', 'c', 'd', 'e'])
})

test('turned, the names of any two versions after one another are what they were', () => {
  const places = fc
    .uniqueArray(fc.tuple(fc.constantFrom(...ids), fc.subarray(ids)), { selector: ([from]) => from })
    .map((entries) => new Map(entries))
  fc.assert(
    fc.property(places, places, (first, then) => {
      const names = namesThrough(namesOf(first), namesOf(then))
      const now = underNames(marks, names)
      expect(now).toEqual(underNames(underNames(marks, namesOf(first)), namesOf(then)))
      expect(new Set(now.map(({ field }) => field)).size).toBe(marks.length)
      expect(underNames(now, turnedNames(names))).toEqual(marks)
    }),
  )
})
