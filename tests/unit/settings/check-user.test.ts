import { expect, test } from 'vitest'
import { checkUserName } from '../../../renderer/features/settings/user-form.tsx'

test.each([
  ['Anna Ek', undefined],
  ['x'.repeat(200), undefined],
  ['  ', 'settings.error.name'],
  ['x'.repeat(201), 'settings.error.name.long'],
])('The name “%s” gives %s', (name, expected) => {
  expect(checkUserName(name)?.key).toBe(expected)
})
