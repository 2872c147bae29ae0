// That the agency demands approved keys is known before a template is published, and not only when it is refused.
import { act, cleanup, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { apiOf } from '../../../renderer/api/use-client.ts'
import { PublishingDialogs } from '../../../renderer/features/publishing/dialogs.tsx'
import { closeDialog, openDialog } from '../../../renderer/features/publishing/state.ts'
import type { Policies } from '../../../shared/policy/policies.ts'
import { noPolicies } from '../../../shared/policy/read.ts'
import { workingCopyIdSchema } from '../../../shared/template/working-copy.ts'
import { freshWindow, showParts, silent } from './workbench/support.tsx'

const copy = workingCopyIdSchema.parse('5f0c1a52-6f1e-4f0e-9a3b-0d2f6a1c7b11')

function publishingUnder(policies: Policies): void {
  const queries = showParts(<PublishingDialogs />, [])
  act(() => {
    queries.setQueryData(apiOf(silent).policies.get.queryKey(), { ...noPolicies, policies })
    openDialog({ kind: 'publish', copy, template: undefined })
  })
}

beforeEach(freshWindow)
afterEach(() => {
  act(closeDialog)
  cleanup()
})

test.each<{ demand: string; policies: Policies; told: boolean }>([
  { demand: 'approved keys', policies: { templateSigners: ['a'.repeat(64)] }, told: true },
  { demand: 'nothing', policies: {}, told: false },
])('an agency that demands $demand', ({ policies, told }) => {
  publishingUnder(policies)
  expect(screen.getByRole('dialog', { name: 'Publicera mallen' })).toBeDefined()
  expect(screen.queryByText(/^Myndigheten kräver att mallar är underskrivna/) !== null).toBe(told)
})
