import { expect, test } from 'vitest'
import type { Json } from '../../../shared/fields/json.ts'
import { putBack } from '../../../shared/training/put-back.ts'

const scene = (id: string, say = '', shows: Json[] = []) => ({ id, say, shows })
const pack = (...scenes: Json[]) => ({ title: 'Två vägar', scenes })
const before = pack(scene('a'), scene('b', 'Se här.'), scene('c'))
const after = pack(scene('a'), scene('c'))

test('a scene that was taken away comes back where it stood', () => {
  expect(putBack(before, after, after)).toEqual(before)
})

test('what has been written since stays', () => {
  const now = { title: 'Tre vägar', scenes: [scene('a', 'Nytt.'), scene('c'), scene('d')] }
  expect(putBack(before, after, now)).toEqual({
    title: 'Tre vägar',
    scenes: [scene('a', 'Nytt.'), scene('b', 'Se här.'), scene('c'), scene('d')],
  })
})

test('a part of a scene comes back in it, also when the scene has been moved', () => {
  const shown = { note: 'n', remarks: [{ id: 'r', text: 'Målet.' }] }
  const was = pack(scene('a', '', [shown]), scene('b'))
  const became = pack(scene('a'), scene('b'))
  expect(putBack(was, became, pack(scene('b'), scene('a', 'Nytt.')))).toEqual(
    pack(scene('b'), scene('a', 'Nytt.', [shown])),
  )
})

test('a case comes back with its notes, and with what was shown of them', () => {
  const shown = { note: 'n', remarks: [] }
  const was = { cases: [{ id: 'k', notes: ['n'] }], scenes: [scene('a', '', [shown])] }
  const became = { cases: [], scenes: [scene('a')] }
  expect(putBack(was, became, became)).toEqual(was)
})

test('pressed twice it changes nothing more', () => {
  expect(putBack(before, after, putBack(before, after, after))).toEqual(before)
})
