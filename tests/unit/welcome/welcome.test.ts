import { describe, expect, test } from 'vitest'
import { strength } from '../../../renderer/base/passphrase-fields.tsx'
import { type CreateDraft, checkCreate } from '../../../renderer/features/welcome/create-archive.tsx'
import { offeredArchives } from '../../../renderer/features/welcome/ways-in.ts'

const draft: CreateDraft = {
  name: 'Mina ärenden',
  userName: 'Anna Ek',
  passphrase: 'en liten båt',
  again: 'en liten båt',
}

describe('Creating an archive', () => {
  test.each([
    ['all in order', {}, []],
    ['no name', { name: ' ' }, ['name: welcome.error.name']],
    ['a name of 81 characters', { name: 'x'.repeat(81) }, ['name: welcome.error.name.long']],
    ['nobody writing', { userName: '' }, ['userName: welcome.error.user']],
    ['a name of 201 characters', { userName: 'x'.repeat(201) }, ['userName: welcome.error.user.long']],
    ['seven characters', { passphrase: '1234567' }, ['passphrase: welcome.error.passphrase']],
    ['eight characters', { passphrase: '12345678', again: '12345678' }, []],
    ['four signs of two code units', { passphrase: '🔑🔑🔑🔑' }, ['passphrase: welcome.error.passphrase']],
    ['two passphrases', { again: 'en liten bat' }, ['again: welcome.error.again']],
    [
      'all wrong',
      { name: '', userName: '', passphrase: '' },
      ['name: welcome.error.name', 'userName: welcome.error.user', 'passphrase: welcome.error.passphrase'],
    ],
  ])('without a keychain, with %s', (_what, patch, expected) => {
    const found = checkCreate({ ...draft, ...patch }, false)
    expect(found.map(({ field, key }) => `${field}: ${key}`)).toEqual(expected)
  })

  test('asks for the length that the agency demands', () => {
    const twelve = { ...draft, passphrase: 'tolv tecken!', again: 'tolv tecken!' }
    expect(checkCreate(twelve, false, 12)).toEqual([])
    expect(checkCreate(twelve, false, 13)).toEqual([
      { field: 'passphrase', key: 'welcome.error.passphrase', params: { minimum: 13 } },
    ])
  })

  test('asks for no passphrase where a keychain keeps the key', () => {
    expect(checkCreate({ ...draft, passphrase: '', again: '' }, true)).toEqual([])
  })
})

test.each([
  ['', 0],
  ['1234567', 1],
  ['aaaaaaaaaaaaaaaaaaaaaa', 1],
  ['hemlig och', 2],
  ['hemlig och lång', 3],
  ['en liten båt på ett stort hav', 4],
])('The passphrase “%s” has strength %i', (passphrase, expected) => {
  expect(strength(passphrase)).toBe(expected)
})

describe('The archives that can be opened', () => {
  const archive = (name: string, demo = false) =>
    ({ name, path: `/data/${name}`, key: 'passphrase', demo, recovery: false }) as const
  const names = (latest: string | undefined) =>
    offeredArchives([archive('Öst'), archive('demo', true), archive('Zon'), archive('Ås')], latest).map(
      ({ name }) => name,
    )

  test('are in Swedish order, without the demo', () => {
    expect(names(undefined)).toEqual(['Zon', 'Ås', 'Öst'])
  })
  test('begin with the one opened last', () => {
    expect(names('/data/Öst')).toEqual(['Öst', 'Zon', 'Ås'])
  })
  test('are in their order where the latest is gone or the demo', () => {
    expect(names('/data/gone')).toEqual(['Zon', 'Ås', 'Öst'])
    expect(names('/data/demo')).toEqual(['Zon', 'Ås', 'Öst'])
  })
})
