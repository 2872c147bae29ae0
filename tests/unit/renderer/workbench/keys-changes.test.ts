import { describe, expect, test } from 'vitest'
import { alsoOn, withKeys } from '../../../../renderer/features/keys/changes.ts'

const panel = { id: 'frame.togglePanel', keys: ['Mod+J'] }
const sign = { id: 'note.sign', keys: ['Mod+Enter'] }
const all = [panel, sign]

describe('the keys of the user’s own', () => {
  test('are kept beside those of other commands', () => {
    const one = withKeys({}, panel, ['F9'])
    expect(withKeys(one, sign, [])).toEqual({ 'frame.togglePanel': ['F9'], 'note.sign': [] })
  })
  test('are no choice any more where they are the default ones', () => {
    expect(withKeys({ 'frame.togglePanel': ['F9'], 'note.sign': [] }, panel, ['Mod+J'])).toEqual({
      'note.sign': [],
    })
  })
})

describe('another command has the key already', () => {
  test.each([
    ['by default', {}, 'Mod+J', ['frame.togglePanel']],
    ['by the user’s choice', { 'frame.togglePanel': ['F9'] }, 'F9', ['frame.togglePanel']],
    ['written otherwise', {}, 'ctrl+j', ['frame.togglePanel']],
    ['no more, since it was given another', { 'frame.togglePanel': ['F9'] }, 'Mod+J', []],
    ['none', {}, 'F9', []],
    ['itself alone, which is no conflict', {}, 'Mod+Enter', []],
  ])('%s', (_, chosen, key, ids) => {
    expect(alsoOn(all, chosen, 'note.sign', key).map(({ id }) => id)).toEqual(ids)
  })
})
