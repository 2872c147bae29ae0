import { describe, expect, test } from 'vitest'
import { compareDrafts, withFieldsOf } from '../../../renderer/features/cases/form/compare.ts'
import { draftOf, withPerson } from '../../../renderer/features/cases/form/draft.ts'
import { caseNumbered } from './support.ts'

const stored = caseNumbered(1)
const begun = draftOf(stored)
/** The case as another window has left it. */
const theirs = draftOf({
  ...stored,
  revision: 2,
  case: { ...stored.case, assignedTo: 'Siv Holm', extent: 50 },
})

describe('A form that was begun from an older case', () => {
  test('takes over what the other window alone has changed, and goes on from its revision', () => {
    const mine = { ...begun, insuredName: 'Lova Berg-Ek' }
    const { merged, conflicts } = compareDrafts(mine, theirs)
    expect(conflicts).toEqual([])
    expect(merged).toEqual({ ...theirs, insuredName: 'Lova Berg-Ek' })
  })

  test('asks where both have changed a field, and keeps mine until it is answered', () => {
    const mine = { ...begun, assignedTo: 'Bo Al' }
    const { merged, conflicts } = compareDrafts(mine, theirs)
    expect(conflicts).toEqual(['assignedTo'])
    expect(merged).toMatchObject({ assignedTo: 'Bo Al', extent: 50, baseRevision: 2 })
    expect(withFieldsOf(merged, theirs, conflicts).assignedTo).toBe('Siv Holm')
  })

  test('asks of nothing that both have changed to the same', () => {
    expect(compareDrafts({ ...begun, assignedTo: 'Siv Holm' }, theirs).conflicts).toEqual([])
  })

  test('compares persons by what is written, not by how the form tells them apart', () => {
    const person = { name: 'Siv Holm', role: 'arbetsgivare', title: '' } as const
    const mine = { ...begun, persons: [{ ...person, key: 'p7' }] }
    expect(compareDrafts(mine, { ...theirs, persons: [{ ...person, key: 'p0' }] }).conflicts).toEqual([])
    expect(
      compareDrafts(withPerson(mine), { ...theirs, persons: [{ ...person, key: 'p0' }] }).conflicts,
    ).toEqual(['persons'])
  })

  test('asks of every difference where it is not known what it was begun from', () => {
    const { base: _base, ...mine } = { ...begun, assignedTo: 'Bo Al' }
    expect(compareDrafts(mine, theirs).conflicts).toEqual(['extent', 'assignedTo'])
  })
})
