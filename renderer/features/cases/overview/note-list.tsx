import { localDate } from '../../../../shared/case/dates.ts'
import type { NoteSummary } from '../../../../shared/note/note.ts'
import { Icon } from '../../../base/icon.tsx'
import { useT } from '../../../base/use-t.ts'
import { useNoteDecoration } from '../../../note-model/note-title.ts'
import { OwnerBadge } from '../../../note-model/owner-badge.tsx'
import { toneOf } from '../../../note-model/tone.ts'
import { useWorkbench } from '../../../workbench/context.ts'
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
