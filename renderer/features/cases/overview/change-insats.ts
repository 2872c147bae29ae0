import type { Insats } from '../../../../shared/case/rows.ts'
import { storedRows, withMember } from '../../../../shared/fields/json.ts'
import type { CaseInsats } from '../../../../shared/note/case-insatser.ts'
import type { Overview } from '../../../../shared/overview/overview.ts'
import { newestVersions } from '../../../../shared/template/template.ts'
import { apiOf } from '../../../api/use-client.ts'
import { noteServices } from '../../../note-model/services.ts'
import type { Workbench } from '../../../workbench/contribution.ts'

/** What can be set in the list of åtgärder. */
export type InsatsChange = Partial<Pick<Insats, 'status' | 'followUp'>>

/** Whether the note that says how an insats stands can still be written in. */
export const isInDraft = ({ latest }: CaseInsats): boolean => latest.read.note.status === 'utkast'

/**
 * Sets something of an insats in the draft that says how it stands, in the open note where it is open. False where it could
 * not be saved.
 */
export async function changeInsats(
  { client }: Pick<Workbench, 'client'>,
  { latest, row }: CaseInsats,
  change: InsatsChange,
): Promise<boolean> {
  const { sessions } = noteServices(client)
  const { note } = latest.read
  const release = sessions.hold(note.id)
  try {
    const session = sessions.get(note.id) ?? sessions.open(await client.notes.get({ id: note.id }))
    const rows = storedRows(session.answers()[latest.field.id]).map((stored) =>
      stored.id === row.id
        ? Object.entries(change).reduce((done, [name, value]) => withMember(done, name, value), stored)
        : stored,
    )
    session.apply([{ field: latest.field.id, value: rows }])
    return await session.flush()
  } finally {
    release()
  }
}

const templateFor = {
  arbetsgivare: 'uppfoljning-av-plan',
  forsakringskassan: 'uppfoljning-av-planering',
} as const satisfies Record<CaseInsats['owner'], string>

/** The draft of a follow-up that has been begun already, for the owner of an insats. */
function begun({ notes }: Overview, { owner }: CaseInsats) {
  return notes.findLast(({ note }) => note.status === 'utkast' && note.template.id === templateFor[owner])
}

/**
 * Opens the note in which an insats is followed up, at its row: the draft that has been begun, or else a new one, which
 * takes over what is open. False where the program has no template for it.
 */
export async function followUp(
  workbench: Pick<Workbench, 'client' | 'queryClient' | 'editors'>,
  page: Overview,
  insats: CaseInsats,
): Promise<boolean> {
  const { client, queryClient, editors } = workbench
  const templates = await queryClient.ensureQueryData(apiOf(client).templates.list.queryOptions())
  const template = newestVersions(templates).find(({ id }) => id === templateFor[insats.owner])
  if (template === undefined) return false
  const caseId = page.read.context.case.id
  const draft = begun(page, insats)?.note
  const note = draft ?? (await client.notes.create({ caseId, templateId: template.id }))
  const field = template.sections.flatMap(({ fields }) => fields).find(({ type }) => type === 'insatser')
  noteServices(client).goTo.set({
    note: note.id,
    where: { note: note.id, ...(field === undefined ? {} : { field: field.id, row: insats.row.id }) },
  })
  editors.open({ type: 'note', noteId: note.id, caseId })
  return true
}
