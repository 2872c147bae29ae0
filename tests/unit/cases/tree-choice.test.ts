import { createORPCClient } from '@orpc/client'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import type { Client } from '../../../renderer/api/use-client.ts'
import {
  choose,
  keepChoice,
  rememberOpened,
  resetTree,
  takeChoice,
  useTreeStore,
} from '../../../renderer/features/cases/tree/tree-store.ts'
import { caseNumbered } from './support.ts'

const id = (serial: number) => caseNumbered(serial).case.id
const choice = () => useTreeStore.getState().choice

beforeEach(resetTree)

/** A window whose archive keeps settings; gives what was set, as JSON, in order. */
function keeping(settings: Record<string, unknown>) {
  const set: unknown[] = []
  const client: Client = createORPCClient({
    call: async (path, input) => {
      if (path.join('.') === 'settings.get') return settings
      set.push(JSON.parse(JSON.stringify(input)))
      return undefined
    },
  })
  onTestFinished(
    keepChoice(client, (error) => {
      throw error
    }),
  )
  return set
}

describe('How the tree is looked at', () => {
  test('is kept in the archive at once, and comes back from it', async () => {
    const set = keeping({})
    choose({ sort: 'attention', show: 'mine' })
    const chosen = choice()
    await expect.poll(() => set).toEqual([{ key: 'case-tree', value: chosen }])
    resetTree()
    keeping({ 'case-tree': chosen })
    await expect.poll(choice).toEqual(chosen)
  })

  test('is not stored when a case is unfolded, nor when the archive closes', async () => {
    const set = keeping({})
    useTreeStore.setState({ expanded: new Set(['x']) })
    choose({ sort: 'name' })
    resetTree()
    await expect.poll(() => set).toHaveLength(1)
    expect(set).toMatchObject([{ value: { sort: 'name' } }])
  })

  test.each([
    ['nothing', undefined],
    ['an order that is not known', { sort: 'colour', show: 'all', recent: [] }],
  ])('is as at first where the archive has %s', (_what, stored) => {
    const before = choice()
    takeChoice(stored)
    expect(choice()).toBe(before)
  })
})

describe('The cases that were opened last', () => {
  test('are ten, the latest first, each once', () => {
    for (const serial of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 3]) rememberOpened(id(serial))
    expect(choice().recent).toEqual([3, 11, 10, 9, 8, 7, 6, 5, 4, 2].map(id))
  })

  test('those opened before the archive was read are the latest', () => {
    rememberOpened(id(1))
    takeChoice({ sort: 'number', show: 'all', recent: [id(2), id(1)] })
    expect(choice().recent).toEqual([id(1), id(2)])
  })
})
