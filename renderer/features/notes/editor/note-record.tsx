import { useEffect, useMemo, useRef } from 'react'
import { timeText } from '../../../../shared/case/dates.ts'
import { toJournalEntry } from '../../../../shared/journal/to-entry.ts'
import type { Note, SignedNote, StoredNote } from '../../../../shared/note/note.ts'
import { type Template, templateIndex } from '../../../../shared/template/template.ts'
import { focusShown, focusWhenShown } from '../../../base/focus-when-shown.ts'
import { Icon } from '../../../base/icon.tsx'
import { useLanguage, useT } from '../../../base/use-t.ts'
import { AmendBands } from '../../../note-model/amend-bands.tsx'
import { JournalDocument } from '../../../note-model/journal/journal-document.tsx'
import { NoteActions } from '../../../note-model/note-actions.tsx'
import { useNoteName } from '../../../note-model/note-name.ts'
import { NoteNotice } from '../../../note-model/note-notice.tsx'
import { RecordComments } from '../../../note-model/record-comments.tsx'
import { useCell, useNoteServices, useWholeReading } from '../../../note-model/use-note.ts'
import { NoteBand } from './note-band.tsx'

type SignedStoredNote = Extract<StoredNote, { status: 'journalford' }>

/** A note that is journalförd: the record as it was signed, and the facts of its signature. Nothing can be written. */
export function NoteRecord({ note }: { note: SignedStoredNote }) {
  const nameOf = useNoteName()
  const read = useWholeReading(note.id)
  const entry = useMemo(() => read && toJournalEntry(read), [read])
  const root = useRef<HTMLElement>(null)
  useEffect(() => {
    // Where the form stood a moment ago: the record is read from its beginning, and the focus is not lost.
    root.current?.scrollIntoView({ block: 'start' })
    if (document.activeElement === document.body) root.current?.focus({ preventScroll: true })
  }, [])
  const { goTo } = useNoteServices()
  const wanted = useCell(goTo)
  useEffect(() => {
    if (wanted?.note !== note.id) return undefined
    const { field } = wanted.where
    return focusWhenShown(
      root,
      (element) =>
        field === undefined || focusShown(element.querySelector(`[data-answers="${CSS.escape(field)}"]`)),
      () => goTo.set(undefined),
    )
  }, [wanted, note.id, goTo])
  if (!read || !entry) return null
  const { template } = read
  return (
    <article
      ref={root}
      className="note"
      data-note={note.id}
      data-status="journalford"
      tabIndex={-1}
      aria-label={nameOf(note)}
    >
      <NoteBand note={note} template={template} case={note.signature.case} />
      <AmendBands note={note} />
      <NoteActions note={note} />
      <SignatureFacts signature={note.signature} />
      <Objections objections={note.objections} template={template} />
      <div className="note-record">
        <JournalDocument entry={entry} />
        <RecordComments note={note.id} />
      </div>
    </article>
  )
}

function SignatureFacts({ signature }: { signature: SignedNote['signature'] }) {
  const t = useT()
  const language = useLanguage()
  return (
    <NoteNotice severity="signed" label={t('notes.signature')}>
      <p>
        <Icon name="lock" />
        <strong>
          {t('notes.signature.by', {
            name: signature.by.name,
            role: t(`lists.role.${signature.by.role}`).toLowerCase(),
            at: timeText(language, signature.at),
          })}
        </strong>{' '}
        {t('notes.signature.locked')}
      </p>
      <p className="note-signature-digest">
        {t('notes.signature.sequence', { sequence: signature.sequence })} · {t('notes.signature.digest')}{' '}
        <code>{signature.digest}</code>
      </p>
    </NoteNotice>
  )
}

/** Who answered that it is not as a rule had read a sentence: signed with the note, and told with it. */
function Objections({ objections = [], template }: { objections: Note['objections']; template: Template }) {
  const t = useT()
  const language = useLanguage()
  if (objections.length === 0) return null
  return (
    <NoteNotice severity="info" label={t('notes.objections')}>
      <h2 className="note-objections-title">{t('notes.objections')}</h2>
      <ul className="note-objections">
        {objections.map(({ rule, field, row, column, sentence, by, at }) => (
          <li key={[rule, field, row, column, sentence].join(' ')}>
            {t('notes.objection.record', {
              rule,
              field: templateIndex(template).byId.get(field)?.field.label[language] ?? field,
              name: by.name,
              at: timeText(language, at),
            })}{' '}
            <q lang="sv">{sentence}</q>
          </li>
        ))}
      </ul>
    </NoteNotice>
  )
}
