import type { CaseId } from '../../../shared/case/ids.ts'
import { parseSearch } from '../../../shared/search/parse.ts'
import { type Client, needTemplate, wholeNeed } from './support.ts'

export const query = (text: string) => parseSearch(text).query

/** A new note of a case that says something. */
export async function write(client: Client, caseId: CaseId, motivering: string) {
  const begun = await client.notes.create({ caseId, templateId: needTemplate })
  const answers = { ...begun.answers, ...wholeNeed, motivering }
  const { revision } = await client.notes.save({ id: begun.id, baseRevision: begun.revision, answers })
  return { id: begun.id, baseRevision: revision }
}
