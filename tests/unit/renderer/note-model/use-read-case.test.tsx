import { createORPCClient } from '@orpc/client'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { apiOf, type Client, ClientContext } from '../../../../renderer/api/use-client.ts'
import { useReadCase } from '../../../../renderer/note-model/use-read-case.ts'
import { noteIdSchema } from '../../../../shared/case/ids.ts'
import type { StoredNote } from '../../../../shared/note/note.ts'
import { context } from '../../check/sample.ts'
import { caseId, draft } from '../../notes/support.ts'
import { shipped } from '../../rules/bundles.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** A case with one note, as the window keeps it; `save` puts the note there as a save does. */
function showCase(note: StoredNote) {
  // All that is asked for is in the cache: a call would be one too many.
  const client: Client = createORPCClient({ call: () => Promise.reject(new Error('Nothing is read.')) })
  const api = apiOf(client)
  const queryClient = new QueryClient({
    defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY, retry: false } },
  })
  const notes = api.notes.ofCase.queryKey({ input: { caseId } })
  queryClient.setQueryData(api.cases.get.queryKey({ input: { id: caseId } }), {
    case: { ...context.case, id: caseId },
    revision: 1,
    updatedAt: note.updatedAt,
    notes: [],
  })
  queryClient.setQueryData(api.templates.list.queryKey(), [shipped('planering')])
  queryClient.setQueryData(notes, [note])
  const { result } = renderHook(() => useReadCase(caseId), {
    wrapper: ({ children }) => (
      <QueryClientProvider client={queryClient}>
        <ClientContext value={client}>{children}</ClientContext>
      </QueryClientProvider>
    ),
  })
  const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))
  return {
    goal: () => result.current?.notes.map((read) => read.answer('mal', 'choice')?.value),
    save: async (...saved: StoredNote[]) => {
      act(() => {
        queryClient.setQueryData(notes, saved)
      })
      await pass(250)
    },
    pass,
  }
}

const first = draft({ mal: { value: 'ordinarie-arbete' } })
const second = draft({ mal: { value: 'annat-arbete' } }, 2)

test('a case is read when its writer pauses, not at every save', async () => {
  const { goal, save, pass } = showCase(first)
  await pass(2000)
  expect(goal()).toEqual(['ordinarie-arbete'])
  await save(second)
  expect(goal()).toEqual(['ordinarie-arbete'])
  await pass(1000)
  expect(goal()).toEqual(['annat-arbete'])
})

test('a case is read at once when a note has come to it', async () => {
  const { goal, save, pass } = showCase(first)
  await pass(2000)
  await save(first, { ...second, id: noteIdSchema.parse('0b9f6c1e-8f43-4b0b-9a52-1d5ad8f9a003') })
  expect(goal()).toEqual(['ordinarie-arbete', 'annat-arbete'])
})
