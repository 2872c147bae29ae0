import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { timeText } from '../../../shared/case/dates.ts'
import type { CaseId, NoteId } from '../../../shared/case/ids.ts'
import { diffNotes } from '../../../shared/history/diff.ts'
import { type RevisionHead, readAt } from '../../../shared/history/revision.ts'
import { withTemplates } from '../../../shared/note/context.ts'
import { templateOf } from '../../../shared/template/template.ts'
import { errorCode, errorText } from '../../api/error-text.ts'
import { useApi, useCase, useNote, useNotesOfCase, useTemplates } from '../../api/use-client.ts'
import { useToday } from '../../base/clock.ts'
import { useLanguage, useT } from '../../base/use-t.ts'
import { ComparisonPage } from '../../note-model/compare/comparison-page.tsx'
import { NotePlaceholder } from '../../note-model/note-placeholder.tsx'
import type { EditorInputOf } from '../../workbench/editor-input.ts'

declare module '../../workbench/editor-input.ts' {
  interface EditorInputs {
    compare: { noteId: NoteId; caseId: CaseId; from: string; to: string }
  }
}

type CompareInput = EditorInputOf<'compare'>

const useRevision = (note: NoteId, revision: string) =>
  useQuery(
    useApi().history.get.queryOptions({ input: { note, revision: Number(revision) }, staleTime: Infinity }),
  )

/** Two revisions as read in the note's case, and what differs; undefined until all is there. */
function useComparison({ noteId, caseId, from, to }: CompareInput) {
  const today = useToday()
  const language = useLanguage()
  const [was, is] = [useRevision(noteId, from), useRevision(noteId, to)]
  const { data: note } = useNote(noteId)
  const of = useCase(caseId).data?.case
  const { data: notes } = useNotesOfCase(caseId)
  const { data: templates } = useTemplates()
  const compared = useMemo(() => {
    if (!was.data || !is.data || !note || !of || !notes || !templates) return undefined
    const others = withTemplates(
      notes.filter(({ id }) => id !== noteId),
      templates,
    )
    const context = { case: of, today, others, language }
    const pinned = templateOf(templates, note.template)
    const [before, after] = [was.data, is.data].map((one) => {
      const template = one.form ?? pinned
      return template && readAt(note, one, template, context)
    })
    return before && after && { from: was.data, to: is.data, fields: diffNotes(before, after) }
  }, [was.data, is.data, note, of, notes, templates, today, language, noteId])
  return { compared, error: was.error ?? is.error }
}

/** Two revisions of a note, field by field. */
export function CompareEditor({ input }: { input: CompareInput }) {
  const t = useT()
  const language = useLanguage()
  const { compared, error } = useComparison(input)
  if (error) {
    const gone = errorCode(error) === 'NOT_FOUND'
    return <NotePlaceholder text={gone ? t('history.compare.missing') : errorText(t, error)} alert />
  }
  if (!compared) return <NotePlaceholder text={t('history.loading')} />
  const { from, to, fields } = compared
  const told = ({ revision, at, by }: RevisionHead) => ({
    revision,
    time: timeText(language, at),
    name: by.name,
  })
  return (
    <ComparisonPage
      heading={t('history.compare.heading', { from: from.revision, to: to.revision })}
      sides={[t('history.compare.before', told(from)), t('history.compare.after', told(to))]}
      fields={fields}
    />
  )
}
