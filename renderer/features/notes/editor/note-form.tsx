import {
  type FocusEvent,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import type { AnswerField } from '../../../../shared/fields/index.ts'
import type { NoteContext } from '../../../../shared/note/context.ts'
import type { Fix } from '../../../../shared/note/marker.ts'
import { type Section, type Template, templateIndex } from '../../../../shared/template/template.ts'
import { type Caret, setCaret, takesText } from '../../../base/caret.ts'
import { focusWhenShown } from '../../../base/focus-when-shown.ts'
import { useLanguage, useT } from '../../../base/use-t.ts'
import { FieldContext, type FieldContextValue, OtherNotesContext } from '../../../fields/field-context.ts'
import { FieldMessages } from '../../../fields/field-messages.tsx'
import { FieldView } from '../../../fields/index.tsx'
import { AmendBands } from '../../../note-model/amend-bands.tsx'
import { CommentedFields } from '../../../note-model/comments.tsx'
import { NoteActions } from '../../../note-model/note-actions.tsx'
import { useNoteName } from '../../../note-model/note-name.ts'
import { ReviewNotice } from '../../../note-model/review/review-notice.tsx'
import type { NoteSession } from '../../../note-model/session/note-session.ts'
import { turn } from '../../../note-model/undo.ts'
import { useCell, useNoteServices, useReading } from '../../../note-model/use-note.ts'
import { usePlace } from '../../../note-model/use-place.ts'
import { focusWhere, useRunFix } from '../../../note-model/use-run-fix.ts'
import { useWorkbench } from '../../../workbench/context.ts'
import { FollowOffer } from '../follow/follow-offer.tsx'
import { SetAsideAnswers } from '../move/set-aside.tsx'
import { NoteBand } from './note-band.tsx'
import { SaveNotice } from './save-notice.tsx'

/** A draft as a document that is filled in: band, sections, fields. Nothing until the note is read. */
export function NoteForm({ session }: { session: NoteSession }) {
  const template = useReading(session.id, (read) => read.template)
  const context = useReading(session.id, (read) => read.context)
  return template && context ? (
    <Form
      key={`${template.id} ${template.version}`}
      session={session}
      template={template}
      context={context}
    />
  ) : null
}

interface FormProps {
  session: NoteSession
  template: Template
  context: NoteContext
}

function Form({ session, template, context: { case: ofCase, today, others } }: FormProps) {
  const t = useT()
  const nameOf = useNoteName()
  const services = useNoteServices()
  const { markers, readings, focused } = services
  const { notify } = useWorkbench()
  const runFix = useRunFix()
  const [said, setSaid] = useState('')
  const root = useRef<HTMLElement>(null)
  const shownEntries = useReading(session.id, (read) => read.shown())
  const visible = useMemo(() => (shownEntries ?? []).map(({ field }) => field), [shownEntries])
  const note = session.note()

  const value = useMemo(
    (): FieldContextValue => ({
      session,
      template,
      readings,
      markers,
      details: ofCase,
      today,
      runFix: (fix: Fix) => {
        void runFix({ caseId: note.caseId, note: note.id }, fix)
        if (fix.kind === 'edit') keepFocus(root, fix.changes[0]?.field)
        else if (fix.kind === 'object' || fix.kind === 'withdraw') keepFocus(root, fix.to.field)
      },
      removed: (what, undo) => notify(what, 'info', [{ title: t('fields.undo'), run: undo }]),
      turn: (way) => turn(services, session.id, way),
      announce: setSaid,
    }),
    [session, template, services, readings, markers, ofCase, today, runFix, note.caseId, note.id, notify, t],
  )
  usePlace(session.id, root)
  useGoToHere(session, root)

  const onFocus = useCallback(
    (event: FocusEvent) => {
      const field = event.target.closest('[data-field]')?.getAttribute('data-field')
      if (field) focused.set({ note: session.id, field })
    },
    [focused, session],
  )

  const shown = useMemo(() => new Set<string>(visible.map((field) => field.id)), [visible])
  const sections = template.sections.filter((section) =>
    visible.some((field) => templateIndex(template).byId.get(field.id)?.section === section),
  )
  return (
    <FieldContext value={value}>
      <OtherNotesContext value={others}>
        <article
          ref={root}
          className="note"
          data-note={session.id}
          aria-label={nameOf(note)}
          onFocus={onFocus}
        >
          <NoteBand note={note} template={template} case={ofCase} />
          <AmendBands note={note} />
          <NoteActions note={note} />
          <ReviewNotice note={note} />
          <FollowOffer session={session} />
          <SaveNotice session={session} />
          <NoteMessages session={session} shown={shown} />
          <SetAsideAnswers session={session} />
          <CommentedFields note={session.id}>
            {sections.map((section) => (
              <SectionView
                key={section.id}
                section={section}
                fields={visible.filter((field) => section.fields.includes(field))}
              />
            ))}
          </CommentedFields>
          <p className="visually-hidden" role="status">
            {said}
          </p>
        </article>
      </OtherNotesContext>
    </FieldContext>
  )
}

/** What concerns the whole note, or an answer that no field of it shows: it has no field to stand at. */
function NoteMessages({ session, shown }: { session: NoteSession; shown: ReadonlySet<string> }) {
  const { markers } = useNoteServices()
  const all = useSyncExternalStore(markers.onChange, () => markers.markers(session.id))
  const own = all.filter(({ where }) => where.field === undefined || !shown.has(where.field))
  return <FieldMessages id={`${session.id}-messages`} markers={own} />
}

/** A section under its heading, which leads to it: as a landmark it would be one of many, and of one name in two notes of a kind. */
function SectionView({ section, fields }: { section: Section; fields: Section['fields'] }) {
  const language = useLanguage()
  return (
    <section className="note-section" data-section={section.id}>
      <h2 className="note-section-title">{section.title[language]}</h2>
      {section.help === undefined ? null : <p className="note-section-help">{section.help[language]}</p>}
      {fields.map((field) => (
        <FieldView key={field.id} field={field} />
      ))}
    </section>
  )
}

/** A fix takes its own button away: the focus stays in the field. */
function keepFocus(root: { current: HTMLElement | null }, field: AnswerField['id'] | undefined): void {
  requestAnimationFrame(() => {
    if (root.current && document.activeElement === document.body) focusWhere(root.current, { field })
  })
}

/** Selects what was asked for in what has the focus now. */
function selectIn(caret: Caret | undefined): true {
  const { activeElement } = document
  if (caret !== undefined && takesText(activeElement)) setCaret(activeElement, caret)
  return true
}

/** Takes the focus where it was asked to go, as soon as this note is on the screen. */
function useGoToHere(session: NoteSession, root: { current: HTMLElement | null }): void {
  const { goTo } = useNoteServices()
  const wanted = useCell(goTo)
  useEffect(() => {
    if (wanted?.note !== session.id) return undefined
    return focusWhenShown(
      root,
      (element) => focusWhere(element, wanted.where) && selectIn(wanted.caret),
      () => goTo.set(undefined),
    )
  }, [wanted, session, goTo, root])
}
