import { errorText } from '../../../api/error-text.ts'
import { useCase } from '../../../api/queries.ts'
import { Icon } from '../../../base/icon.tsx'
import { useT } from '../../../base/use-t.ts'
import { useRegistry, useWorkbench } from '../../../workbench/context.ts'
import type { EditorInputOf } from '../../../workbench/editor-input.ts'
import { useKeyLabel } from '../../../workbench/keybindings/use-key-label.ts'
import { CaseProblems } from './case-problems.tsx'
import { Chain } from './chain.tsx'
import { Facts, PersonsAndConsents } from './facts.tsx'
import { NoteList } from './note-list.tsx'
import './overview.css'

/** A case on one page: its facts, where it stands in the chain, its notes, and what can be done. */
export function CaseEditor({ input }: { input: EditorInputOf<'case'> }) {
  const t = useT()
  const { data, error } = useCase(input.caseId)
  if (error !== null) {
    return (
      <p className="view-message" role="alert">
        {errorText(t, error)}
      </p>
    )
  }
  if (data === undefined) return <p className="view-message">{t('cases.loading')}</p>
  const { case: details, notes } = data
  return (
    <article className="page case-page">
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
    </article>
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
