import type { NoteSummary } from '../../../shared/api/cases.ts'
import { localDate } from '../../../shared/case/dates.ts'
import { useT } from '../../text/use-t.ts'
import { useRegistry, useWorkbench } from '../../workbench/context.ts'
import { Icon } from '../../workbench/icon.tsx'
import { OwnerBadge } from '../../workbench/owner-badge.tsx'
import { toneOf } from '../../workbench/tone.ts'
import { inOrder } from '../tree/rows.ts'
import { Decoration } from '../tree/tree-row.tsx'

/** The notes of a case, oldest first, each a button that opens it. */
export function NoteList({ notes }: { notes: readonly NoteSummary[] }) {
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
  const { useNoteDecoration } = useRegistry()
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
        {t(`lists.kind.${note.kind}`)} <Decoration {...decoration} />
      </span>
      <OwnerBadge owner={note.owner} kind={note.kind} />
      <span className="case-note-status">
        <Icon name={signed ? 'lock' : 'edit'} />
        {t(`lists.status.${note.status}`)}
      </span>
      <span className="case-note-date">
        {t('cases.notes.updated', { date: localDate(new Date(note.updatedAt)) })}
      </span>
    </button>
  )
}
