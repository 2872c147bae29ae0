import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
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
import { type CompareLayout, compareLayouts, FieldDiffs } from '../../note-model/compare/field-diffs.tsx'
import { NotePlaceholder } from '../../note-model/note-placeholder.tsx'
import { useWorkbench } from '../../workbench/context.ts'
import type { EditorInputOf } from '../../workbench/editor-input.ts'
import { useKeyLabel } from '../../workbench/keybindings.ts'

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
  const { compared, error } = useComparison(input)
  const [layout, setLayout] = useState<CompareLayout>('unified')
  const [onlyChanges, setOnlyChanges] = useState(true)
  if (error) {
    const gone = errorCode(error) === 'NOT_FOUND'
    return <NotePlaceholder text={gone ? t('history.compare.missing') : errorText(t, error)} alert />
  }
  if (!compared) return <NotePlaceholder text={t('history.loading')} />
  const { from, to, fields } = compared
  const changed = fields.filter(({ change }) => change !== 'same')
  return (
    <article className="page compare">
      <h1 className="page-title">{t('history.compare.heading', { from: from.revision, to: to.revision })}</h1>
      <Sides from={from} to={to} />
      <div className="compare-bar">
        <fieldset className="compare-layout">
          <legend className="visually-hidden">{t('history.compare.layout')}</legend>
          {compareLayouts.map((value) => (
            <label key={value} className="form-choice">
              <input
                type="radio"
                name={`compare-${input.noteId}-${input.from}-${input.to}`}
                checked={layout === value}
                onChange={() => setLayout(value)}
              />
              <span>{t(`history.compare.layout.${value}`)}</span>
            </label>
          ))}
        </fieldset>
        <label className="form-choice">
          <input type="checkbox" checked={onlyChanges} onChange={() => setOnlyChanges(!onlyChanges)} />
          <span>{t('history.compare.onlyChanges')}</span>
        </label>
        <Steps />
        <p role="status">
          {changed.length === 0
            ? t('history.nothingDiffers')
            : t('history.compare.count', { count: changed.length })}
        </p>
      </div>
      <FieldDiffs fields={onlyChanges ? changed : fields} layout={layout} />
    </article>
  )
}

/** Which two revisions these are. */
function Sides({ from, to }: { from: RevisionHead; to: RevisionHead }) {
  const t = useT()
  const language = useLanguage()
  const told = ({ revision, at, by }: RevisionHead) => ({
    revision,
    time: timeText(language, at),
    name: by.name,
  })
  return (
    <ul className="compare-about">
      <li>{t('history.compare.before', told(from))}</li>
      <li>{t('history.compare.after', told(to))}</li>
    </ul>
  )
}

/** The way from one change to the next. */
function Steps() {
  const t = useT()
  const { runCommand } = useWorkbench()
  const keys = { previous: useKeyLabel('history.previous'), next: useKeyLabel('history.next') }
  return (
    <span className="compare-steps">
      {(['previous', 'next'] as const).map((way) => (
        <button key={way} type="button" className="button" onClick={() => runCommand(`history.${way}`)}>
          {t(`history.command.${way}`)} {keys[way] === undefined ? null : <kbd>{keys[way]}</kbd>}
        </button>
      ))}
    </span>
  )
}
