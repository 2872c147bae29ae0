import { dateAt } from '../../../../shared/case/dates.ts'
import type { CaseId } from '../../../../shared/case/ids.ts'
import { toneOf } from '../../../../shared/case/kinds.ts'
import { type Gone, goneFrom } from '../../../../shared/note/amendments.ts'
import type { NoteSummary } from '../../../../shared/note/note.ts'
import { stateOf } from '../../../../shared/note/review.ts'
import { errorText } from '../../../api/error-text.ts'
import { useCase } from '../../../api/use-client.ts'
import { Icon } from '../../../base/icon.tsx'
import { useT } from '../../../base/use-t.ts'
import { stateIcon, useNoteName } from '../../../note-model/note-name.ts'
import { useNoteDecoration } from '../../../note-model/note-title.ts'
import { OwnerBadge } from '../../../note-model/owner-badge.tsx'
import { useReceived } from '../../../note-model/received.ts'
import { ReceivedNotice } from '../../../note-model/received-notice.tsx'
import { CommandButton } from '../../../workbench/command-button.tsx'
import { useWorkbench } from '../../../workbench/context.ts'
import type { EditorInputOf } from '../../../workbench/editor-input.ts'
import { inOrder } from '../tree/rows.ts'
import { Decoration } from '../tree/tree-row.tsx'
import { Actions } from './actions.tsx'
import { CaseProblems } from './case-problems.tsx'
import { ExportMenu } from './export-menu.tsx'
import { Facts, Persons } from './facts.tsx'
import { useFewFirst } from './few-first.tsx'
import { NeedSection } from './needs.tsx'
import { Consents, Contacts, PlanRegister } from './registers.tsx'
import { Sides } from './sides.tsx'
import { TimeLineSection } from './time-line.tsx'
import { useOverview } from './use-overview.ts'
import './overview.css'

/** A case on one page: its facts, where it stands in the chain, its notes, and what can be done. */
export function CaseEditor({ input }: { input: EditorInputOf<'case'> }) {
  const t = useT()
  const { data, error } = useCase(input.caseId)
  const received = useReceived(input.caseId)
  if (data === undefined && error !== null) {
    return (
      <p className="view-message" role="alert">
        {errorText(t, error)}
      </p>
    )
  }
  if (data === undefined) return <p className="view-message">{t('cases.loading')}</p>
  const { case: details, notes } = data
  const args = { caseId: details.id }
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
          <CommandButton
            command="note.create-in-case"
            keysOf="note.create"
            args={args}
            primary={received === undefined}
          />
          <CommandButton command="case.edit" args={args} />
          <CommandButton command="case.export" args={args} />
          {received === undefined ? (
            <CommandButton command="package.make" args={args} text="packages.make.short" />
          ) : (
            <CommandButton command="package.answer" args={args} text="packages.answer.short" primary />
          )}
          <CommandButton command="case.overview.copy" args={args} />
          <ExportMenu caseId={details.id} />
        </div>
      </header>
      <ReceivedNotice caseId={details.id} />
      <Facts of={details} />
      <CaseProblems caseId={details.id} />
      {notes.length === 0 ? null : <Planned caseId={details.id} />}
      <section aria-labelledby="case-notes">
        <h2 className="page-heading" id="case-notes">
          {t('cases.notes')}
        </h2>
        <NoteList notes={notes} />
      </section>
      <Registers caseId={details.id} />
      <Persons of={details} />
    </div>
  )
}

/** What the notes say is planned and needed. */
function Planned({ caseId }: { caseId: CaseId }) {
  const page = useOverview(caseId)
  if (page === undefined) return null
  return (
    <>
      <Sides page={page} />
      <TimeLineSection page={page} />
      <NeedSection page={page} />
      <Actions page={page} />
    </>
  )
}

/** What the case keeps account of. */
function Registers({ caseId }: { caseId: CaseId }) {
  const page = useOverview(caseId)
  if (page === undefined) return null
  return (
    <>
      {page.notes.length === 0 ? <TimeLineSection page={page} /> : <PlanRegister page={page} />}
      <Consents page={page} />
      {page.contacts.length === 0 ? null : <Contacts page={page} />}
    </>
  )
}

/** So many notes are listed at first; the tree has them all. */
const FIRST_NOTES = 20

/** The notes of a case, the oldest first, each a button that opens it. */
function NoteList({ notes }: { notes: readonly NoteSummary[] }) {
  const t = useT()
  const { shown, more } = useFewFirst(inOrder(notes), FIRST_NOTES)
  const gone = goneFrom(notes)
  if (notes.length === 0) return <p className="case-empty">{t('cases.notes.empty')}</p>
  return (
    <>
      <ul className="case-notes">
        {shown.map((note) => (
          <li key={note.id}>
            <NoteButton note={note} gone={gone.get(note.id)} />
          </li>
        ))}
      </ul>
      {more}
    </>
  )
}

function NoteButton({ note, gone }: { note: NoteSummary; gone: Gone | undefined }) {
  const t = useT()
  const { editors } = useWorkbench()
  const nameOf = useNoteName()
  const decoration = useNoteDecoration(note.id)
  return (
    <button
      type="button"
      className="case-note"
      data-tone={toneOf(note.kind, note.owner)}
      onClick={() => editors.open({ type: 'note', noteId: note.id, caseId: note.caseId })}
    >
      <span className="case-note-title">
        {gone === undefined ? nameOf(note) : <s>{nameOf(note)}</s>} <Decoration {...decoration} />
      </span>
      <OwnerBadge owner={note.owner} kind={note.kind} />
      <span className="case-note-status">
        <Icon name={gone === undefined ? stateIcon(stateOf(note)) : 'circle-slash'} />
        {gone === undefined ? t(`lists.status.${stateOf(note)}`) : t(`amend.state.${gone}`)}
      </span>
      <span className="case-note-date">{t('cases.notes.updated', { date: dateAt(note.updatedAt) })}</span>
    </button>
  )
}
