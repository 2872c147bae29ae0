import { expect, test } from 'vitest'
import { isOffered } from '../../../renderer/features/notes/follow/stayed.ts'

test.each<[string, { newest: number; own: number; stayed?: number }, boolean]>([
  ['a newer one', { newest: 2, own: 1 }, true],
  ['its own', { newest: 2, own: 2 }, false],
  ['one older than its own, where that was withdrawn', { newest: 2, own: 3 }, false],
  ['the one that it was said to stay before', { newest: 2, own: 1, stayed: 2 }, false],
  ['a newer one than that', { newest: 3, own: 1, stayed: 2 }, true],
  ['a newer one than its own, whatever it stayed before long ago', { newest: 4, own: 3, stayed: 2 }, true],
])('a note is offered %s: %o is %s', (_what, { newest, own, stayed }, offered) => {
  expect(isOffered(newest, own, stayed)).toBe(offered)
})
