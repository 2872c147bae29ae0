import { useState, useSyncExternalStore } from 'react'
import { type AnswerField, type Field, holdsAnswer } from '../../../shared/fields/index.ts'
import { type FieldEntry, type Template, templateIndex } from '../../../shared/template/template.ts'
import type { TextKey } from '../../../shared/text/index.ts'
import { Icon } from '../../base/icon.tsx'
import { useLanguage, useT } from '../../base/use-t.ts'
import { type FieldStatus, fieldStatus } from '../../note-model/marker-service.ts'
import type { NoteSession } from '../../note-model/session/note-session.ts'
import {
  useActiveNote,
  useAnswers,
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

function Fields({ session, template }: { session: NoteSession; template: Template }) {
  const language = useLanguage()
  const { markers } = useNoteServices()
  const shown = useReading(session.id, (read) => read.shown()) ?? noFields
  const answers = useAnswers(session)
  useSyncExternalStore(markers.onChange, () => markers.markers(session.id))
  const { byId } = templateIndex(template)
  const items = shown.map(({ field }) => field).filter(holdsAnswer)
  const sections = template.sections.flatMap((section) => {
    const fields = items.filter((field) => byId.get(field.id)?.section === section)
    return fields.length === 0 ? [] : [{ section, fields }]
  })
  const status = (field: Field) =>
    fieldStatus(
      markers.ofField(session.id, field.id),
      byId.get(field.id)?.ops?.isAnswered(answers[field.id]) === true,
    )
  return (
    <OutlineList
      session={session}
      sections={sections.map(({ section, fields }) => ({
        id: section.id,
        title: section.title[language],
        fields: fields.map((field) => ({
          id: field.id,
          label: field.label[language],
          status: status(field),
        })),
      }))}
    />
  )
}

interface OutlineField {
  id: AnswerField['id']
  label: string
  status: FieldStatus
}
interface ListProps {
  session: NoteSession
  sections: readonly { id: string; title: string; fields: readonly OutlineField[] }[]
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

/** One stop for Tab; arrows go through the fields, Enter goes to one. */
function OutlineList({ session, sections }: ListProps) {
  const t = useT()
  const goTo = useGoTo()
  const { focused } = useNoteServices()
  const focus = useCell(focused)
  const [stop, setStop] = useState<string>()
  const ids = sections.flatMap((section) => section.fields.map((field) => field.id))
  const here = focus?.note === session.id ? focus.field : undefined
  const tabStop = ids.find((id) => id === (stop ?? here)) ?? ids[0]
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
      {sections.map((section) => (
        <div key={section.id} className="outline-section">
          <p className="outline-title">{section.title}</p>
          <ul>
            {section.fields.map((field) => (
              <li key={field.id}>
                <button
                  type="button"
                  className="outline-field"
                  data-status={field.status}
                  tabIndex={field.id === tabStop ? 0 : -1}
                  aria-current={field.id === here ? 'location' : undefined}
                  onFocus={() => setStop(field.id)}
                  onClick={() =>
                    goTo({ caseId: session.note().caseId, note: session.id }, { field: field.id })
                  }
                >
                  <Icon name={icons[field.status]} />
                  <span className="outline-label">{field.label}</span>
                  <span className="visually-hidden">{t(statusTexts[field.status])}</span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}

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
