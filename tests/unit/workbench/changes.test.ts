import { expect, test } from 'vitest'
import { staleKeys } from '../../../renderer/workbench/services/changes.ts'
import { changeEventSchema } from '../../../shared/api/contract.ts'

const CASE = '00000000-0000-4000-8000-000000000001'
const NOTE = '00000000-0000-4000-8000-000000000002'

test.each([
  [{ type: 'archive' }, [[]]],
  [{ type: 'settings' }, [['settings']]],
  [{ type: 'case', id: CASE }, [['cases'], ['case', CASE]]],
  [
    { type: 'note', id: NOTE, caseId: CASE, revision: 3 },
    [['note', NOTE], ['notes', CASE], ['case', CASE], ['cases']],
  ],
])('after %o, whoever shows %o reads again', (event, keys) => {
  expect(staleKeys(changeEventSchema.parse(event))).toEqual(keys)
})
