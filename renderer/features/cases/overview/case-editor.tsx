import { dateAt } from '../../../../shared/case/dates.ts'
import { toneOf } from '../../../../shared/case/kinds.ts'
import type { NoteSummary } from '../../../../shared/note/note.ts'
import { errorText } from '../../../api/error-text.ts'
import { useCase } from '../../../api/use-client.ts'
import { Icon } from '../../../base/icon.tsx'
import { useT } from '../../../base/use-t.ts'
import { useNoteName } from '../../../note-model/note-name.ts'
import { useNoteDecoration } from '../../../note-model/note-title.ts'
import { OwnerBadge } from '../../../note-model/owner-badge.tsx'
import { useRegistry, useWorkbench } from '../../../workbench/context.ts'
import type { EditorInputOf } from '../../../workbench/editor-input.ts'
import { useKeyLabel } from '../../../workbench/keybindings.ts'
import { inOrder } from '../tree/rows.ts'
import { Decoration } from '../tree/tree-row.tsx'
import { CaseProblems } from './case-problems.tsx'
import { Chain } from './chain.tsx'
import { Facts, PersonsAndConsents } from './facts.tsx'
import './overview.css'

/** A case on one page: its facts, where it stands in the chain, its notes, and what can be done. */
export function CaseEditor({ input }: { input: EditorInputOf<'case'> }) {
  const t = useT()
  const { data, error } = useCase(input.caseId)
  if (data === undefined && error !== null) {
    return (
      <p className="view-message" role="alert">
        {errorText(t, error)}
      </p>
    )
  }
  if (data === undefined) return <p className="view-message">{t('cases.loading')}</p>
  const { case: details, notes } = data
  return (
    <div className="page case-page">
      <header className="case-head">
        <div>
          <p className="case-eyebrow">{t('cases.case')}</p>
          <h1 className="page-title">
            {details.number} {details.insured.name}
          </h1>
        </div>
        <div className="case-actions">
          <CommandButton command="note.create-in-case" keysOf="note.create" caseId={details.id} primary />
          <CommandButton command="case.edit" caseId={details.id} />
          <CommandButton command="case.export" caseId={details.id} />
        </div>
      </header>
      <Facts of={details} />
      <CaseProblems caseId={details.id} />
      <section aria-labelledby="case-notes">
        <h2 className="page-heading" id="case-notes">
          {t('cases.notes')}
        </h2>
        <NoteList notes={notes} />
      </section>
      <Chain of={details} />
      <PersonsAndConsents of={details} />
    </div>
  )
}

function CommandButton(props: { command: string; keysOf?: string; caseId: string; primary?: boolean }) {
  const t = useT()
  const { runCommand } = useWorkbench()
  const command = useRegistry().commands.get(props.command)
  const key = useKeyLabel(props.keysOf ?? props.command)
  if (command === undefined) return null
  return (
    <button
      type="button"
      className={`button ${props.primary === true ? 'button-primary' : ''}`}
      title={key === undefined ? undefined : `${t(command.title)} (${key})`}
      onClick={() => runCommand(props.command, { caseId: props.caseId })}
    >
      {command.icon === undefined ? null : <Icon name={command.icon} />}
      {t(command.title)}
    </button>
  )
}

/** The notes of a case, oldest first, each a button that opens it. */
function NoteList({ notes }: { notes: readonly NoteSummary[] }) {
  const t = useT()
  if (notes.length === 0) return <p className="case-empty">{t('cases.notes.empty')}</p>
  return (
    <ul className="case-notes">
      {inOrder(notes).map((note) => (
        <li key={note.id}>
          <NoteButton note={note} />
        </li>
      ))}
    </ul>
  )
}

function NoteButton({ note }: { note: NoteSummary }) {
  const t = useT()
  const { editors } = useWorkbench()
  const nameOf = useNoteName()
  const decoration = useNoteDecoration(note.id)
  const signed = note.status === 'journalford'
  return (
    <button
      type="button"
      className="case-note"
      data-tone={toneOf(note.kind, note.owner)}
      onClick={() => editors.open({ type: 'note', noteId: note.id, caseId: note.caseId })}
    >
      <span className="case-note-title">
        {nameOf(note)} <Decoration {...decoration} />
      </span>
      <OwnerBadge owner={note.owner} kind={note.kind} />
      <span className="case-note-status">
        <Icon name={signed ? 'lock' : 'edit'} />
        {t(`lists.status.${note.status}`)}
      </span>
      <span className="case-note-date">{t('cases.notes.updated', { date: dateAt(note.updatedAt) })}</span>
    </button>
  )
}
