import { createORPCClient } from '@orpc/client'
import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { apiOf, type Client } from '../../../renderer/api/use-client.ts'
import { readStored } from '../../../renderer/features/journal/commands.ts'
import { noteIdSchema } from '../../../shared/case/ids.ts'
import { context, templateOf } from '../check/sample.ts'
import { caseId, draft, noteId } from '../notes/support.ts'

const other = { ...draft(), id: noteIdSchema.parse('0b9f6c1e-8f43-4b0b-9a52-1d5ad8f9a003') }

test('a note that is not open is read with the notes around it that there are now', async () => {
  let ofCase = [draft()]
  const answers = () => ({
    'notes/get': draft(),
    'notes/ofCase': ofCase,
    'cases/get': { case: context.case, revision: 1, notes: [] },
    'templates/list': [templateOf([{ id: 'a', type: 'text' }], { id: 'planering', version: 2 })],
  })
  const client: Client = createORPCClient({
    call: async (path) => new Map<string, unknown>(Object.entries(answers())).get(path.join('/')),
  })
  const queryClient = new QueryClient({
    defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } },
  })
  const read = () => readStored({ client, queryClient, language: 'sv' }, { noteId, caseId })
  expect((await read())?.context.others).toEqual([])

  ofCase = [draft(), other]
  await queryClient.invalidateQueries({ queryKey: apiOf(client).notes.ofCase.key({ input: { caseId } }) })
  expect((await read())?.context.others.map(({ note }) => note.id)).toEqual([other.id])
})
