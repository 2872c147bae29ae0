// A change of the preferences shows at once, and is in the archive a moment later; the settings are asked for again at any time.
import { createORPCClient } from '@orpc/client'
import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { apiOf, type Client } from '../../../../renderer/api/use-client.ts'
import {
  savePreferences,
  takeStoredPreferences,
  usePreferences,
} from '../../../../renderer/workbench/preferences.ts'

const zoom = () => usePreferences.getState().zoom

test('What the archive said before a change was in it takes nothing of the change back', async () => {
  const kept = Promise.withResolvers<void>()
  const client: Client = createORPCClient({ call: () => kept.promise })
  const queryClient = new QueryClient()
  const queryKey = apiOf(client).settings.get.queryKey()
  queryClient.setQueryData(queryKey, { preferences: { zoom: 90 } })
  takeStoredPreferences({ zoom: 90 })

  const saved = savePreferences({ client, queryClient }, { zoom: 100 })
  takeStoredPreferences({ zoom: 90 })
  expect(zoom()).toBe(100)
  kept.resolve()
  await saved
  expect(queryClient.getQueryData(queryKey)).toMatchObject({ preferences: { zoom: 100 } })

  takeStoredPreferences({ zoom: 125 })
  expect(zoom()).toBe(125)
})

test('A change that the archive refuses leaves the next answer of it to be taken', async () => {
  const client: Client = createORPCClient({ call: () => Promise.reject(new Error('full')) })
  await expect(savePreferences({ client, queryClient: new QueryClient() }, { zoom: 150 })).rejects.toThrow(
    'full',
  )
  takeStoredPreferences({ zoom: 100 })
  expect(zoom()).toBe(100)
})
