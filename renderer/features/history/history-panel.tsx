import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { addDays, clockTime, timeText } from '../../../shared/case/dates.ts'
import { isFrozen } from '../../../shared/note/lifecycle.ts'
import { stateOf } from '../../../shared/note/review.ts'
import { may } from '../../../shared/user/may.ts'
import { errorText } from '../../api/error-text.ts'
import { useApi, useCase } from '../../api/use-client.ts'
import { useToday } from '../../base/clock.ts'
import { useLanguage, useT } from '../../base/use-t.ts'
import type { NoteTarget } from '../../note-model/active-note.ts'
import { useActiveEditor, useArchive, useWorkbench } from '../../workbench/context.ts'
import { RevisionRow } from './revision-row.tsx'
import { daysOf, picked, type Sitting } from './sittings.ts'

const PAGE = 100
/** While somebody writes, saves come several times a second; the list is read again once they have paused for so long. */
const PAUSE_MS = 1000

/** What has been saved of the note that is shown: by day and sitting, to be compared and had back. */
export function HistoryPanel() {
  const t = useT()
  const editor = useActiveEditor()
  if (editor === undefined || !('noteId' in editor))
    return <p className="history-empty">{t('history.noNote')}</p>
  return <NoteHistory key={editor.noteId} noteId={editor.noteId} caseId={editor.caseId} />
}

/** The newest revisions of a note, read again when somebody has saved it. */
function useHistory({ noteId, caseId }: NoteTarget, limit: number) {
  const api = useApi()
  const summary = useCase(caseId).data?.notes.find(({ id }) => id === noteId)
  const asked = api.history.list.queryOptions({
    input: { note: noteId, limit },
    placeholderData: keepPreviousData,
  })
  const { data, error, refetch } = useQuery(asked)
  const newest = data?.revisions[0]?.revision
  const isOld = newest !== undefined && summary !== undefined && newest < summary.revision
  const saved = summary?.revision
  useEffect(() => {
    if (!isOld || saved === undefined) return
    const timer = setTimeout(() => void refetch(), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [isOld, saved, refetch])
  return { data, error, summary }
}

function NoteHistory(target: NoteTarget) {
  const t = useT()
  const language = useLanguage()
  const today = useToday()
  const archive = useArchive()
  const { runCommand } = useWorkbench()
  const [limit, setLimit] = useState(PAGE)
  const [chosen, setChosen] = useState<readonly number[]>([])
  const { data, error, summary } = useHistory(target, limit)
  if (error) return <p className="history-empty">{errorText(t, error)}</p>
  if (!data) return <p className="history-empty">{t('history.loading')}</p>

  const { revisions, older, reads } = data
  const { noteId, caseId } = target
  const state = summary && stateOf(summary)
  const fixed = state !== undefined && isFrozen(state) ? state : undefined
  const writes =
    state !== undefined &&
    fixed === undefined &&
    archive.state === 'open' &&
    may(archive.user.role, 'write', { demo: archive.archive.demo })
  const compare = (from: number, to: number) =>
    runCommand('history.compare', { noteId, caseId, from: String(from), to: String(to) })
  const [one, other] = chosen.toSorted((a, b) => a - b)
  const dayName = (date: typeof today) =>
    date === today ? t('history.today') : date === addDays(today, -1) ? t('history.yesterday') : date
  const before = (revision: number) =>
    revisions[revisions.findIndex((each) => each.revision === revision) + 1]

  const sitting = ({ id, by, revisions: of }: Sitting) => {
    const [last, first] = [of[0], of.at(-1)]
    const times = [...new Set([first, last].flatMap((edge) => (edge ? [clockTime(edge.at)] : [])))].join('–')
    const name = t('history.sitting', { name: by.name, role: t(`lists.role.${by.role}`), times })
    return (
      <section key={id} aria-label={name}>
        <h4 className="history-sitting">{name}</h4>
        <ul className="history-rows">
          {of.map((revision) => {
            const earlier = before(revision.revision)
            return (
              <RevisionRow
                key={revision.revision}
                revision={revision}
                current={revision.revision === revisions[0]?.revision}
                chosen={chosen.includes(revision.revision)}
                onChoose={() => setChosen(picked(chosen, revision.revision))}
                onCompare={earlier && (() => void compare(earlier.revision, revision.revision))}
                onRestore={
                  writes && revision !== revisions[0]
                    ? () =>
                        void runCommand('history.restore', {
                          noteId,
                          caseId,
                          revision: String(revision.revision),
                        })
                    : undefined
                }
              />
            )
          })}
        </ul>
      </section>
    )
  }

  return (
    <div className="history">
      <div className="history-bar">
        <button
          type="button"
          className="button"
          disabled={one === undefined || other === undefined}
          onClick={() => one !== undefined && other !== undefined && compare(one, other)}
        >
          {t('history.comparePicked')}
        </button>
        <p role="status">
          {chosen.length === 0 ? t('history.picked.none') : t('history.picked', { count: chosen.length })}
        </p>
        {fixed === undefined ? null : <p className="history-fixed">{t(`history.fixed.${fixed}`)}</p>}
        <details className="history-about">
          <summary>{t('history.about')}</summary>
          <p>{t('history.intro')}</p>
        </details>
      </div>
      {daysOf(revisions).map(({ date, sittings }) => (
        <section key={date} aria-label={dayName(date)}>
          <h3 className="history-day">{dayName(date)}</h3>
          {sittings.map(sitting)}
        </section>
      ))}
      {older === 0 ? null : (
        <button type="button" className="button" onClick={() => setLimit(Math.min(limit + 4 * PAGE, 2000))}>
          {t('history.older', { count: older })}
        </button>
      )}
      {reads.length === 0 ? null : (
        <section aria-label={t('history.reads')}>
          <h3 className="history-day">{t('history.reads')}</h3>
          <ul className="history-rows">
            {reads.map(({ at, by }) => (
              <li key={`${at} ${by.name}`}>
                {t('history.readBy', { name: by.name, time: timeText(language, at) })}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
