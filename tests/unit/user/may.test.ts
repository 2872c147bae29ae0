import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Action, actions, may, whoMay } from '../../../shared/user/may.ts'
import { type Role, rights, roles } from '../../../shared/user/user.ts'

const investigates: readonly Action[] = ['read', 'write', 'submit', 'comment', 'sign', 'amend', 'export']
const table: Record<Role, readonly Action[]> = {
  utredare: investigates,
  specialist: [...investigates, 'review'],
  rehabiliteringsspecialist: [...investigates, 'review'],
  utbildare: ['read'],
  lasare: ['read'],
}
const allowed = (role: Role, demo: boolean) => actions.filter((action) => may(role, action, { demo }))

const anyRole = fc.constantFrom(...roles)
const anyAction = fc.constantFrom(...actions)
const anyRights = fc.subarray([...rights])

describe('what a role may do', () => {
  test.each(roles)('%s, in an archive of real cases', (role) => {
    expect(new Set(allowed(role, false))).toEqual(new Set(table[role]))
  })

  test('a trainer may among invented cases what a specialist may, and write templates; nobody else may more there', () => {
    expect(new Set(allowed('utbildare', true))).toEqual(new Set([...table.specialist, 'write-templates']))
    for (const role of roles.filter((each) => each !== 'utbildare'))
      expect(allowed(role, true)).toEqual(allowed(role, false))
  })

  test('everybody reads, and whoever may only read changes nothing', () => {
    for (const role of roles) expect(may(role, 'read', { demo: false })).toBe(true)
    expect(allowed('lasare', true)).toEqual(['read'])
  })

  test('a right adds its own actions to any role and takes none away', () => {
    fc.assert(
      fc.property(anyRole, anyAction, fc.boolean(), anyRights, (role, action, demo, held) => {
        const with_ = may(role, action, { demo, rights: held })
        const byRight =
          (held.includes('anvandare') && ['manage-users', 'read-log', 'backup'].includes(action)) ||
          (held.includes('gallring') && action === 'dispose') ||
          (held.includes('mallar') && action === 'write-templates')
        expect(with_).toBe(may(role, action, { demo }) || byRight)
      }),
    )
  })

  test('users, the log, backups, disposal and templates come with a right alone', () => {
    for (const role of roles)
      for (const action of ['manage-users', 'read-log', 'backup', 'dispose', 'write-templates'] as const)
        expect(may(role, action, { demo: false })).toBe(false)
  })

  test('whoever is refused is told who may: those who are named may, and all who may are named', () => {
    fc.assert(
      fc.property(anyAction, fc.boolean(), anyRole, (action, demo, role) => {
        const { roles: named, right } = whoMay(action, { demo })
        expect(named.includes(role)).toBe(may(role, action, { demo }))
        expect(named.length > 0 || right !== undefined).toBe(true)
        if (right !== undefined) expect(may('lasare', action, { demo, rights: [right] })).toBe(true)
      }),
    )
  })
})
