import { memo, useState, useSyncExternalStore } from 'react'
import { type AnswerField, holdsAnswer, opsOf } from '../../../shared/fields/index.ts'
import { type FieldEntry, type Template, templateIndex } from '../../../shared/template/template.ts'
import type { TextKey } from '../../../shared/text/index.ts'
import { Icon } from '../../base/icon.tsx'
import { useLanguage, useT } from '../../base/use-t.ts'
import { type FieldStatus, fieldStatus } from '../../note-model/marker-service.ts'
import type { NoteSession } from '../../note-model/session/note-session.ts'
import {
  useActiveNote,
  useCell,
  useNoteServices,
  useOpenSession,
  useReading,
} from '../../note-model/use-note.ts'
import { useGoTo } from '../../note-model/use-run-fix.ts'
import type { Contribution } from '../../workbench/contribution.ts'
import './outline.css'

/** The active note's sections and fields, each with how it stands; a press goes there. */
function Outline() {
  const session = useOpenSession(useActiveNote())
  return session ? <SessionOutline session={session} /> : null
}

function SessionOutline({ session }: { session: NoteSession }) {
  const template = useReading(session.id, (read) => read.template)
  return template ? <Fields session={session} template={template} /> : null
}

const noFields: readonly FieldEntry[] = []

/** One stop for Tab; arrows go through the fields, Enter goes to one. */
function Fields({ session, template }: { session: NoteSession; template: Template }) {
  const t = useT()
  const language = useLanguage()
  const { focused } = useNoteServices()
  const focus = useCell(focused)
  const [stop, setStop] = useState<AnswerField['id']>()
  const shown = useReading(session.id, (read) => read.shown()) ?? noFields
  const fields = shown.map(({ field }) => field).filter(holdsAnswer)
  const here = focus?.note === session.id ? focus.field : undefined
  const tabStop = fields.find(({ id }) => id === (stop ?? here)) ?? fields[0]
  const { byId } = templateIndex(template)
  return (
    <nav
      className="outline"
      aria-label={t('notes.outline')}
      onKeyDown={(event) => {
        const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
        if (by === 0) return
        event.preventDefault()
        const buttons = [...event.currentTarget.querySelectorAll('button')]
        const at = buttons.findIndex((button) => button.matches(':focus'))
        buttons[Math.min(buttons.length - 1, Math.max(0, at + by))]?.focus()
      }}
    >
      {template.sections.map((section) => {
        const own = fields.filter(({ id }) => byId.get(id)?.section === section)
        return own.length === 0 ? null : (
          <div key={section.id} className="outline-section">
            <p className="outline-title">{section.title[language]}</p>
            <ul>
              {own.map((field) => (
                <li key={field.id}>
                  <FieldButton
                    session={session}
                    field={field}
                    isStop={field === tabStop}
                    isHere={field.id === here}
                    onStop={setStop}
                  />
                </li>
              ))}
            </ul>
          </div>
        )
      })}
    </nav>
  )
}

const icons: Record<FieldStatus, string> = {
  error: 'error',
  warning: 'warning',
  answered: 'check',
  empty: 'circle-outline',
}

const statusTexts = {
  error: 'notes.outline.error',
  warning: 'notes.outline.warning',
  answered: 'notes.outline.answered',
  empty: 'notes.outline.emptyField',
} as const satisfies Record<FieldStatus, TextKey>

interface ButtonProps {
  session: NoteSession
  field: AnswerField
  isStop: boolean
  isHere: boolean
  onStop: (field: AnswerField['id']) => void
}

/** A field with how it stands. Drawn again only where that is another: most keys change no field's status. */
const FieldButton = memo(function FieldButton({ session, field, isStop, isHere, onStop }: ButtonProps) {
  const t = useT()
  const language = useLanguage()
  const goTo = useGoTo()
  const { markers } = useNoteServices()
  const status =
    useReading(session.id, ({ note }) =>
      fieldStatus(markers.ofField(session.id, field.id), opsOf(field).isAnswered(note.answers[field.id])),
    ) ?? 'empty'
  return (
    <button
      type="button"
      className="outline-field"
      data-status={status}
      tabIndex={isStop ? 0 : -1}
      aria-current={isHere ? 'location' : undefined}
      onFocus={() => onStop(field.id)}
      onClick={() => goTo({ caseId: session.note().caseId, note: session.id }, { field: field.id })}
    >
      <Icon name={icons[status]} />
      <span className="outline-label">{field.label[language]}</span>
      <span className="visually-hidden">{t(statusTexts[status])}</span>
    </button>
  )
})

/** Whether the active note is a form: one that is journalförd is a record, with nothing to fill in. */
function useIsForm(): boolean {
  const session = useOpenSession(useActiveNote())
  return useSyncExternalStore(session?.onState ?? never, () => session?.note().status === 'utkast')
}

const never = () => () => undefined

/** Disposition: the sections and fields of the active note. */
export const outlineContribution: Contribution = {
  id: 'outline',
  auxiliarySections: [
    { id: 'outline', title: 'notes.outline', component: Outline, order: 20, useApplies: useIsForm },
  ],
}
