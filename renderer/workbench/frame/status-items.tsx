import { dayOfCase, nextTimePoint } from '../../../shared/case/chain.ts'
import type { CaseId, NoteId } from '../../../shared/case/ids.ts'
import { useT } from '../../text/use-t.ts'
import { useWorkbench } from '../context.ts'
import { Icon } from '../icon.tsx'
import { useCase } from '../queries.ts'
import { StatusButton, StatusText } from '../status-item.tsx'
import { kindIcon, toneOf } from '../tone.ts'
import { useToday } from '../use-today.ts'

/** Which day of the sick leave the active case is on. */
export function DayStatus() {
  const { activeCase } = useWorkbench()
  return activeCase === undefined ? null : <Day caseId={activeCase} />
}

function Day({ caseId }: { caseId: CaseId }) {
  const t = useT()
  const today = useToday()
  const { data } = useCase(caseId)
  if (data === undefined) return null
  const day = dayOfCase(data.case.firstSickDay, today)
  const next = nextTimePoint(day)
  return (
    <StatusText icon="calendar">
      <span title={next === undefined || day < 1 ? undefined : t('frame.status.nextPoint', { day: next })}>
        {day < 1 ? t('frame.status.beforeFirstDay') : t('frame.status.day', { day })}
      </span>
    </StatusText>
  )
}

/** Whose document the active editor shows: word, icon and colour. */
export function OwnerStatus() {
  const { activeEditor } = useWorkbench()
  if (activeEditor?.type !== 'note' && activeEditor?.type !== 'journal') return null
  return <NoteOwner caseId={activeEditor.caseId} noteId={activeEditor.noteId} />
}

function NoteOwner({ caseId, noteId }: { caseId: CaseId; noteId: NoteId }) {
  const t = useT()
  const note = useCase(caseId).data?.notes.find(({ id }) => id === noteId)
  if (note === undefined) return null
  return (
    <span className="status-item status-owner" data-tone={toneOf(note.kind, note.owner)}>
      <Icon name={kindIcon(note.kind)} />
      {t('frame.status.owner', {
        owner: t(`lists.owner.${note.owner}`),
        kind: t(`lists.kind.${note.kind}`),
      })}
    </span>
  )
}

/** The store: encrypted, or a demo. */
export function StoreStatus() {
  const t = useT()
  const { archive } = useWorkbench()
  if (archive.state !== 'open') return null
  const { demo, name } = archive.archive
  return (
    <StatusButton command="frame.closeArchive" icon={demo ? 'beaker' : 'lock'}>
      {demo ? t('frame.status.demo') : t('frame.status.store', { name })}
    </StatusButton>
  )
}
