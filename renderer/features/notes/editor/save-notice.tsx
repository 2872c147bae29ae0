import { useState } from 'react'
import { shortText } from '../../../../shared/fields/said.ts'
import type { ReadNote } from '../../../../shared/note/read-note.ts'
import { templateIndex } from '../../../../shared/template/template.ts'
import { isTextKey } from '../../../../shared/text/index.ts'
import { Icon } from '../../../base/icon.tsx'
import { useLanguage, useT } from '../../../base/use-t.ts'
import type { ConflictChoice, NoteSession } from '../../../note-model/session/note-session.ts'
import type { SaveState } from '../../../note-model/session/save.ts'
import { useSaveState, useWholeReading } from '../../../note-model/use-note.ts'

/** Says so above the note where its text is not in the store, and what can be done. Nothing while all is well. */
export function SaveNotice({ session }: { session: NoteSession }) {
  const state = useSaveState(session)
  if (state.kind === 'failed') return <FailedNotice session={session} state={state} />
  if (state.kind === 'conflict') return <Conflict session={session} state={state} />
  return null
}

function FailedNotice({
  session,
  state,
}: {
  session: NoteSession
  state: Extract<SaveState, { kind: 'failed' }>
}) {
  const t = useT()
  const key = `notes.saveFailed.${state.failure.code}`
  const why = isTextKey(key) ? t(key) : t('notes.saveFailed.other', { detail: state.failure.detail })
  return (
    <div className="note-notice" data-severity="error" role="alert">
      <p>
        <Icon name="error" />
        <strong>{t('notes.saveFailed')}</strong> {why}
      </p>
      <div className="note-notice-actions">
        <button type="button" className="button" onClick={() => void session.flush()}>
          {t('notes.saveAgain')}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => void navigator.clipboard.writeText(JSON.stringify(session.answers(), null, 2))}
        >
          {t('notes.copyUnsaved')}
        </button>
      </div>
    </div>
  )
}

interface ConflictProps {
  session: NoteSession
  state: Extract<SaveState, { kind: 'conflict' }>
}

function Conflict(props: ConflictProps) {
  const read = useWholeReading(props.session.id)
  return read ? <ConflictNotice {...props} read={read} /> : null
}

function ConflictNotice({
  session,
  read: { note, template, scope },
  state,
}: ConflictProps & { read: ReadNote }) {
  const t = useT()
  const language = useLanguage()
  const [choices, setChoices] = useState<Readonly<Record<string, ConflictChoice>>>({})
  const { byId } = templateIndex(template)
  const all = (choice: ConflictChoice) =>
    void session.resolve(Object.fromEntries(state.fields.map((field) => [field, choice])))
  const text = (field: string, side: ConflictChoice) => {
    const ops = byId.get(field)?.ops
    const value = side === 'mine' ? note.answers[field] : state.theirs.answers[field]
    const words = ops ? shortText(ops.say(value, scope)) : JSON.stringify(value ?? '')
    return words === '' ? t('notes.conflict.empty') : words
  }
  return (
    <div className="note-notice" data-severity="warning" role="alert">
      <p>
        <Icon name="warning" />
        <strong>{t('notes.conflict.title')}</strong> {t('notes.conflict.body')}
      </p>
      {state.fields.map((field) => {
        const known = byId.get(field)?.field
        const name = `${session.id}-conflict-${field}`
        return (
          <fieldset key={field} className="note-conflict">
            <legend>{known?.label[language] ?? field}</legend>
            {(['mine', 'theirs'] as const).map((side) => (
              <label key={side} className="note-conflict-side">
                <input
                  type="radio"
                  name={name}
                  checked={(choices[field] ?? 'mine') === side}
                  onChange={() => setChoices({ ...choices, [field]: side })}
                />
                <span>
                  <span className="note-conflict-who">{t(`notes.conflict.${side}`)}</span>
                  <span className="note-conflict-text">{text(field, side)}</span>
                </span>
              </label>
            ))}
          </fieldset>
        )
      })}
      <div className="note-notice-actions">
        <button type="button" className="button button-primary" onClick={() => void session.resolve(choices)}>
          {t('notes.conflict.use')}
        </button>
        <button type="button" className="button" onClick={() => all('mine')}>
          {t('notes.conflict.allMine')}
        </button>
        <button type="button" className="button" onClick={() => all('theirs')}>
          {t('notes.conflict.allTheirs')}
        </button>
      </div>
    </div>
  )
}
