import { type FocusEvent, useCallback, useEffect, useRef } from 'react'
import { holdsAnswer } from '../../../../shared/fields/index.ts'
import { journalBlocks } from '../../../../shared/journal/to-entry.ts'
import type { StoredNote } from '../../../../shared/note/note.ts'
import type { ReadNote } from '../../../../shared/note/read-note.ts'
import type { Section, Template } from '../../../../shared/template/template.ts'
import { focusWhenShown } from '../../../base/focus-when-shown.ts'
import { useLanguage, useT } from '../../../base/use-t.ts'
import { JournalBlocks } from '../../../note-model/journal/journal-document.tsx'
import { refusedWithout } from '../../../note-model/may.ts'
import { NoteActions } from '../../../note-model/note-actions.tsx'
import { useNoteName } from '../../../note-model/note-name.ts'
import { NoteNotice } from '../../../note-model/note-notice.tsx'
import { ReceivedNotice } from '../../../note-model/received-notice.tsx'
import { ReviewNotice } from '../../../note-model/review/review-notice.tsx'
import type { NoteSession } from '../../../note-model/session/note-session.ts'
import { useCell, useNoteServices, useWholeReading } from '../../../note-model/use-note.ts'
import { focusWhere } from '../../../note-model/use-run-fix.ts'
import { useCommandContext } from '../../../workbench/context.ts'
import { NoteBand } from './note-band.tsx'
import { SaveNotice } from './save-notice.tsx'

/**
 * A draft that nobody writes in now: handed in, approved, locked, or another's. Each field stands as it was answered, can be
 * gone to and has the focus, so that a reviewer can point at it; a field without an answer says so.
 */
export function NoteReading({ session, note }: { session: NoteSession; note: StoredNote }) {
  const nameOf = useNoteName()
  const { focused, goTo } = useNoteServices()
  const read = useWholeReading(note.id)
  const root = useRef<HTMLElement>(null)
  const wanted = useCell(goTo)
  useEffect(() => {
    if (wanted?.note !== note.id) return undefined
    return focusWhenShown(
      root,
      (element) => focusWhere(element, { field: wanted.where.field }),
      () => goTo.set(undefined),
    )
  }, [wanted, note.id, goTo])
  const onFocus = useCallback(
    (event: FocusEvent) => {
      const field = event.target.closest('[data-field]')?.getAttribute('data-field')
      if (field) focused.set({ note: note.id, field })
    },
    [focused, note.id],
  )
  if (!read) return null
  return (
    <article
      ref={root}
      className="note"
      data-note={note.id}
      data-status="reading"
      tabIndex={-1}
      aria-label={nameOf(note)}
      onFocus={onFocus}
    >
      <NoteBand note={note} template={read.template} case={read.context.case} />
      <NoteActions note={note} />
      <ReceivedNotice caseId={note.caseId} />
      <ReviewNotice note={note} />
      <ReadOnlyRole />
      <WrittenBy template={read.template} />
      <SaveNotice session={session} />
      {read.template.sections.map((section) => (
        <ReadSection key={section.id} section={section} read={read} />
      ))}
    </article>
  )
}

/** That whoever works only reads, and who writes: in words, where one would look for the form. */
function ReadOnlyRole() {
  const t = useT()
  const refused = refusedWithout('write')(useCommandContext(), {})
  if (refused === undefined) return null
  return (
    <NoteNotice label={t('people.refused')}>
      <p>{refused.why}</p>
    </NoteNotice>
  )
}

/** Whose document it is among the agency's own, where that is not everybody's. */
function WrittenBy({ template: { writtenBy } }: { template: Template }) {
  const t = useT()
  if (writtenBy === undefined) return null
  const roles = writtenBy.map((role) => t(`lists.role.${role}`).toLowerCase()).join(', ')
  return (
    <NoteNotice label={t('review.notice')}>
      <p>{t('review.writtenBy', { roles })}</p>
    </NoteNotice>
  )
}

function ReadSection({ section, read }: { section: Section; read: ReadNote }) {
  const t = useT()
  const language = useLanguage()
  const fields = section.fields.filter(holdsAnswer).filter((field) => read.visible(field.id))
  if (fields.length === 0) return null
  return (
    <section className="note-section note-reading-section" data-section={section.id}>
      <h2 className="note-section-title">{section.title[language]}</h2>
      {fields.map((field) => {
        const blocks = journalBlocks(read, field)
        return (
          <div key={field.id} className="note-read-field" data-field={field.id} tabIndex={-1}>
            {blocks.length > 0 ? (
              <JournalBlocks blocks={blocks} />
            ) : (
              <p className="journal-block note-read-empty">
                <span className="journal-label">
                  {field.journal?.label?.[language] ?? field.label[language]}
                </span>{' '}
                {t('review.unanswered')}
              </p>
            )}
          </div>
        )
      })}
    </section>
  )
}
