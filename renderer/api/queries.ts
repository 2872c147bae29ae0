import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import type { CaseSummary } from '../../shared/api/cases.ts'
import type { CaseId, NoteId } from '../../shared/case/ids.ts'
import type { StoredNote } from '../../shared/note/note.ts'
import type { Template } from '../../shared/template/template.ts'
import { queryKeys } from './query-keys.ts'
import { useClient } from './use-client.ts'

/** All cases with the summaries of their notes, by case number. */
export function useCases(): UseQueryResult<CaseSummary[]> {
  const client = useClient()
  return useQuery({ queryKey: queryKeys.cases, queryFn: () => client.cases.list() })
}

/** One case with the summaries of its notes. */
export function useCase(id: CaseId): UseQueryResult<CaseSummary> {
  const client = useClient()
  return useQuery({ queryKey: queryKeys.case(id), queryFn: () => client.cases.get({ id }) })
}

/** All notes of a case with their answers, oldest first: what the cross-document rules read. */
export function useNotesOfCase(caseId: CaseId): UseQueryResult<StoredNote[]> {
  const client = useClient()
  return useQuery({ queryKey: queryKeys.notes(caseId), queryFn: () => client.notes.ofCase({ caseId }) })
}

/** One note with its answers, as stored. */
export function useNote(id: NoteId): UseQueryResult<StoredNote> {
  const client = useClient()
  return useQuery({ queryKey: queryKeys.note(id), queryFn: () => client.notes.get({ id }) })
}

/** The shipped templates; they never change while the program runs. */
export function useTemplates(): UseQueryResult<Template[]> {
  const client = useClient()
  return useQuery({
    queryKey: queryKeys.templates,
    queryFn: () => client.templates.list(),
    staleTime: Number.POSITIVE_INFINITY,
  })
}
