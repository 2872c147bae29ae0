import { createORPCClient } from '@orpc/client'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { keepSaved } from '../../../../renderer/api/changes.ts'
import { shareStructure } from '../../../../renderer/api/share-structure.ts'
import { apiOf, type Client, ClientContext, useOthersOfCase } from '../../../../renderer/api/use-client.ts'
import { noteIdSchema } from '../../../../shared/case/ids.ts'
import { caseId, draft, noteId } from '../../notes/support.ts'

test('the other notes of a case stay the same list while one note is saved, and not when another is', async () => {
  const other = { ...draft(), id: noteIdSchema.parse('0b9f6c1e-8f43-4b0b-9a52-1d5ad8f9a003') }
  let calls = 0
  // The core is a stand-in that gives two notes; what is asked here is how often it is called and what is kept.
  const client: Client = createORPCClient({
    call: () => {
      calls += 1
      return Promise.resolve([draft(), other])
    },
  })
  const queryClient = new QueryClient({
    defaultOptions: {
      queries: { staleTime: Number.POSITIVE_INFINITY, structuralSharing: shareStructure },
    },
  })
  const { result } = renderHook(() => useOthersOfCase(caseId, noteId).data, {
    wrapper: ({ children }) => (
      <QueryClientProvider client={queryClient}>
        <ClientContext value={client}>{children}</ClientContext>
      </QueryClientProvider>
    ),
  })
  await waitFor(() => expect(result.current).toEqual([other]))
  const before = result.current

  act(() => keepSaved(queryClient, apiOf(client), draft({ mal: { value: 'annat-arbete' } }, 2)))
  await waitFor(() =>
    expect(
      queryClient.getQueryData(apiOf(client).notes.ofCase.queryKey({ input: { caseId } }))?.[0]?.revision,
    ).toBe(2),
  )
  expect(result.current).toBe(before)

  act(() => keepSaved(queryClient, apiOf(client), { ...other, revision: 2 }))
  await waitFor(() => expect(result.current).toEqual([{ ...other, revision: 2 }]))
  expect(calls).toBe(1)
})
