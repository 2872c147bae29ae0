import type { CaseId } from '../../../shared/case/ids.ts'
import type { CaseSummary } from '../../../shared/projection/case-list.ts'
import { errorCode } from '../../api/error-text.ts'
import { apiOf } from '../../api/use-client.ts'
import { noteServices } from '../../note-model/services.ts'
import type { Contribution, Services } from '../../workbench/contribution.ts'

/** A case as the archive has it now; undefined where it has none of that id. */
async function askCase(
  { client, queryClient }: Pick<Services, 'client' | 'queryClient'>,
  id: CaseId,
): Promise<CaseSummary | undefined> {
  try {
    return await queryClient.fetchQuery({
      ...apiOf(client).cases.get.queryOptions({ input: { id } }),
      staleTime: 0,
    })
  } catch (error) {
    if (errorCode(error) === 'NOT_FOUND') return undefined
    throw error
  }
}

/**
 * Whether the case or the note that an editor shows is no longer in the archive. A note in which something was written that could not be
 * saved stays as long as its case is there, so that the text can be taken from it.
 */
export const isGone: NonNullable<Contribution['isGone']> = async (input, services) => {
  if (!('caseId' in input) || input.caseId === undefined) return false
  const { sessions } = noteServices(services.client)
  const found = await askCase(services, input.caseId)
  const noteId = 'noteId' in input ? input.noteId : undefined
  if (found === undefined && noteId !== undefined) sessions.drop(noteId)
  if (found === undefined || noteId === undefined) return found === undefined
  const revision = found.notes.find(({ id }) => id === noteId)?.revision
  if (revision === undefined) return sessions.get(noteId)?.isDirty() !== true
  return 'to' in input && Number(input.to) > revision
}
