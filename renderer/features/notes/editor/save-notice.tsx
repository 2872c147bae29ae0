import { diffAnswers } from '../../../../shared/history/diff.ts'
import type { ReadNote } from '../../../../shared/note/read-note.ts'
import { templateIndex } from '../../../../shared/template/template.ts'
import { isTextKey } from '../../../../shared/text/index.ts'
import { ConflictQuestion } from '../../../base/conflict-question.tsx'
import { Icon } from '../../../base/icon.tsx'
import { useLanguage, useT } from '../../../base/use-t.ts'
import { SaidSide } from '../../../note-model/compare/field-diffs.tsx'
import { bothTexts } from '../../../note-model/session/conflict.ts'
import type { NoteSession } from '../../../note-model/session/note-session.ts'
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

/** Whether two answers of a field can stand one below the other: a date or a number cannot. */
const isText = (type: string | undefined) => type === 'text'

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
  const { byId } = templateIndex(template)
  const { theirs } = state
  const said = (field: string) =>
    diffAnswers(byId.get(field)?.ops, scope, note.answers[field], theirs.answers[field])
  return (
    <div className="note-notice" data-severity="warning" role="alert">
      <p>
        <Icon name="warning" />
        <strong>{t('notes.conflict.title')}</strong> {t('notes.conflict.body')}
      </p>
      <ConflictQuestion
        name={session.id}
        fields={state.fields.map((field) => ({
          id: field,
          label: byId.get(field)?.field.label[language] ?? field,
          mine: <SaidSide said={said(field)} side="before" marks="difference" />,
          theirs: <SaidSide said={said(field)} side="after" marks="difference" />,
          both: isText(byId.get(field)?.field.type)
            ? bothTexts(note.answers[field], theirs.answers[field])
            : undefined,
        }))}
        onChoose={(choices) => void session.resolve(choices)}
      />
    </div>
  )
}
