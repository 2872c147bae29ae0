import { useQuery } from '@tanstack/react-query'
import type { CaseId, NoteId } from '../../shared/case/ids.ts'
import { useApi } from './use-client.ts'

// The queries that many views ask; any other call is asked where it is needed, by `useApi()`.

/** All cases with the summaries of their notes, by case number. */
export const useCases = () => useQuery(useApi().cases.list.queryOptions())

/** One case with the summaries of its notes. */
export const useCase = (id: CaseId) => useQuery(useApi().cases.get.queryOptions({ input: { id } }))

/** All notes of a case with their answers, oldest first: what the cross-document rules read. */
export const useNotesOfCase = (caseId: CaseId) =>
  useQuery(useApi().notes.ofCase.queryOptions({ input: { caseId } }))

/** One note with its answers, as stored. */
export const useNote = (id: NoteId) => useQuery(useApi().notes.get.queryOptions({ input: { id } }))

/** The shipped templates; they never change while the program runs. */
export const useTemplates = () => useQuery(useApi().templates.list.queryOptions())
