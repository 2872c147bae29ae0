import { createORPCClient } from '@orpc/client'
import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { apiOf, type Client } from '../../../renderer/api/use-client.ts'
import { threadsOf } from '../../../renderer/features/comments/target.ts'
import { noteIdSchema } from '../../../shared/case/ids.ts'

const note = noteIdSchema.parse('dca2d42b-f206-41b8-ac17-f3dd561f2eb4')

test('a key finds the comment that was sent before it, though the list with it has not come yet', async () => {
  let threads = ['one']
  let asked = 0
  const client: Client = createORPCClient({
    call: async () => {
      asked += 1
      return threads
    },
  })
  const queryClient = new QueryClient({
    defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } },
  })
  const window = { queryClient, client }
  expect(await threadsOf(window, note)).toEqual(['one'])
  // While nothing is told of, what is known is enough.
  expect(await threadsOf(window, note)).toEqual(['one'])
  expect(asked).toBe(1)

  threads = ['one', 'two']
  void queryClient.invalidateQueries({ queryKey: apiOf(client).comments.ofNote.key({ input: { note } }) })
  expect(await threadsOf(window, note)).toEqual(['one', 'two'])
})
