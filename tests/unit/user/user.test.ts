import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { atWork, type StoredUser, usersFault } from '../../../shared/user/stored-user.ts'
import { isSamePerson, rights, roles, type User, userIdSchema } from '../../../shared/user/user.ts'

const anyId = fc.uuid().map((id) => userIdSchema.parse(id))
const anyPerson = fc.record({
  id: fc.option(anyId, { nil: undefined }),
  name: fc.constantFrom('Anna Ek', 'Eva Sten', 'Åsa Å'),
})

describe('one person', () => {
  const [one, other] = ['7f9a1d52-7a7b-4f57-9b5e-2f7f3f1f0a01', '5c3f1f43-32f1-4a37-8d7c-61a1f0d4f0aa'].map(
    (id) => userIdSchema.parse(id),
  )

  test.each([
    ['the same id, whatever the names', { id: one, name: 'Anna Ek' }, { id: one, name: 'Anna Berg' }, true],
    [
      'two ids, though the names are one',
      { id: one, name: 'Anna Ek' },
      { id: other, name: 'Anna Ek' },
      false,
    ],
    ['no id on a note from before: the name', { name: 'Anna Ek' }, { id: one, name: 'Anna Ek' }, true],
    ['a name written otherwise', { name: ' anna  ek' }, { name: 'Anna Ek' }, true],
    ['å as one character or as two', { name: 'Åsa' }, { name: 'A\u030Asa' }, true],
    ['two names', { name: 'Anna Ek' }, { name: 'Eva Sten' }, false],
  ])('%s', (_what, a, b, same) => {
    expect(isSamePerson(a, b)).toBe(same)
  })

  test('is the same as themselves, and the same whichever is asked first', () => {
    fc.assert(
      fc.property(anyPerson, anyPerson, (a, b) => {
        expect(isSamePerson(a, a)).toBe(true)
        expect(isSamePerson(a, b)).toBe(isSamePerson(b, a))
      }),
    )
  })
})

describe('the users of an archive', () => {
  const anyUser = fc.record({
    id: anyId,
    name: fc.string({ minLength: 1, maxLength: 20 }).map((text) => `A${text}`),
    roles: fc.subarray([...roles], { minLength: 1 }),
    rights: fc.subarray([...rights]),
    addedAt: fc.constant('2026-03-04T10:00:00.000Z'),
    leftAt: fc.constantFrom(undefined, '2026-03-05T10:00:00.000Z'),
  })
  const plain = ({
    leftAt,
    ...user
  }: typeof anyUser extends fc.Arbitrary<infer U> ? U : never): StoredUser =>
    leftAt === undefined ? user : { ...user, leftAt }
  const anyUsers = fc.uniqueArray(anyUser.map(plain), { minLength: 1, selector: ({ id }) => id })

  test('whatever is changed and not refused, somebody at work looks after users', () => {
    fc.assert(
      fc.property(anyUsers, anyUser.map(plain), fc.nat(), (users, wish, index) => {
        const target = users[index % users.length]
        const current: User = { name: 'Någon annan', role: 'utredare' }
        const changed = target === undefined ? wish : { ...wish, id: target.id }
        fc.pre(usersFault(users, changed, current) === undefined)
        const after = [...users.filter(({ id }) => id !== changed.id), changed]
        expect(atWork(after).some((user) => user.rights.includes('anvandare'))).toBe(true)
      }),
    )
  })

  const user = (changes: Partial<StoredUser>): StoredUser => ({
    id: userIdSchema.parse('7f9a1d52-7a7b-4f57-9b5e-2f7f3f1f0a01'),
    name: 'Anna Ek',
    roles: ['utredare'],
    rights: ['anvandare'],
    addedAt: '2026-03-04T10:00:00.000Z',
    ...changes,
  })
  const eva = user({ id: userIdSchema.parse('5c3f1f43-32f1-4a37-8d7c-61a1f0d4f0aa'), name: 'Eva Sten' })
  const { id, name } = user({})
  const current: User = { id, name, role: 'utredare' }
  const left = { leftAt: '2026-03-05T10:00:00.000Z' }

  test.each([
    ['the last who looks after users keeps the right', [user({})], user({ rights: [] }), 'LAST_MANAGER'],
    ['another has it: it may go', [user({}), eva], user({ rights: [] }), undefined],
    [
      'one who has left does not count',
      [user({}), { ...eva, ...left }],
      user({ rights: [] }),
      'LAST_MANAGER',
    ],
    ['two of one name', [user({}), eva], { ...eva, name: 'anna ek' }, 'USER_NAME_TAKEN'],
    ['the name of one who has left is free', [{ ...user({}), ...left }, eva], { ...eva, name }, undefined],
    ['whoever works does not leave', [user({}), eva], user(left), 'USER_AT_WORK'],
    ['nor lose the role they work in', [user({}), eva], user({ roles: ['lasare'] }), 'USER_AT_WORK'],
  ])('%s', (_what, users, changed, fault) => {
    expect(usersFault(users, changed, current)).toBe(fault)
  })
})
