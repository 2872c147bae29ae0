import { useMemo } from 'react'
import { timeText } from '../../../shared/case/dates.ts'
import type { CaseId, NoteId } from '../../../shared/case/ids.ts'
import { diffNotes } from '../../../shared/history/diff.ts'
import { readAt } from '../../../shared/history/revision.ts'
import { withTemplates } from '../../../shared/note/context.ts'
import type { StoredNote } from '../../../shared/note/note.ts'
import { templateOf } from '../../../shared/template/template.ts'
import { useCase, useNotesOfCase, useTemplates } from '../../api/use-client.ts'
import { useToday } from '../../base/clock.ts'
import { useLanguage, useT } from '../../base/use-t.ts'
import { ComparisonPage } from '../../note-model/compare/comparison-page.tsx'
import { NotePlaceholder } from '../../note-model/note-placeholder.tsx'
import type { EditorInputOf } from '../../workbench/editor-input.ts'

declare module '../../workbench/editor-input.ts' {
  interface EditorInputs {
    /** A note beside the one that it amends. */
    'compare-notes': { noteId: NoteId; caseId: CaseId; amended: NoteId }
  }
}

type CompareNotesInput = EditorInputOf<'compare-notes'>

/** Two notes of a case as read in it, the earlier first, and what differs; undefined until all is there. */
function useComparedNotes({ noteId, caseId, amended }: CompareNotesInput) {
  const today = useToday()
  const language = useLanguage()
  const of = useCase(caseId).data?.case
  const { data: notes } = useNotesOfCase(caseId)
  const { data: templates } = useTemplates()
  return useMemo(() => {
    const [was, is] = [amended, noteId].map((id) => notes?.find((note) => note.id === id))
    if (!was || !is || !of || !notes || !templates) return undefined
    const read = (note: StoredNote) => {
      const others = withTemplates(
        notes.filter(({ id }) => id !== note.id),
        templates,
      )
      const template = templateOf(templates, note.template)
      return template && readAt(note, note, template, { case: of, today, others, language })
    }
    const [before, after] = [read(was), read(is)]
    return before && after && { was, is, fields: diffNotes(before, after) }
  }, [amended, noteId, of, notes, templates, today, language])
}

/** A rättelse beside what it corrects, field by field. */
export function CompareNotesEditor({ input }: { input: CompareNotesInput }) {
  const t = useT()
  const language = useLanguage()
  const compared = useComparedNotes(input)
  if (!compared) return <NotePlaceholder text={t('history.loading')} />
  const { was, is, fields } = compared
  const told = (note: StoredNote) => {
    const { by, at } =
      note.status === 'journalford' ? note.signature : { by: note.author, at: note.updatedAt }
    return { time: timeText(language, at), name: by.name }
  }
  return (
    <ComparisonPage
      heading={t('history.compareNotes.heading')}
      sides={[t('history.compareNotes.before', told(was)), t('history.compareNotes.after', told(is))]}
      fields={fields}
    />
  )
}
