import { dequal } from 'dequal/lite'
import { useMemo } from 'react'
import { dayOfCase } from '../../../../shared/case/chain.ts'
import { dateAt, type IsoDate, type Timestamp } from '../../../../shared/case/dates.ts'
import type { StoredNote } from '../../../../shared/note/note.ts'
import { overviewOf } from '../../../../shared/overview/overview.ts'
import { readWholeCase } from '../../../../shared/projection/read-case.ts'
import { messageText } from '../../../../shared/text/index.ts'
import {
  knownOn,
  type StandingOn,
  saidOn,
  standingOn,
  type WholeStory,
} from '../../../../shared/training/known-on.ts'
import { useTemplates } from '../../../api/use-client.ts'
import { useLanguage, useT } from '../../../base/use-t.ts'
import { useNoteName } from '../../../note-model/note-name.ts'
import { useWorkbench } from '../../../workbench/context.ts'

/** The story of a case that is in the archive. */
export interface StoredStory extends WholeStory {
  readonly notes: readonly StoredNote[]
}

/** What was known of the case on the day, what the rules said of it then, and how each of its notes stood. */
export function KnownThen({ story, date }: { story: StoredStory; date: IsoDate }) {
  const t = useT()
  const language = useLanguage()
  const { data: templates } = useTemplates()
  const known = useMemo(
    () => overviewOf(readWholeCase(knownOn(story, date, templates ?? [], language)), language),
    [story, date, templates, language],
  )
  const next = known.limits.find(({ isNext }) => isNext)
  const { markers } = known.read
  const { begun = [], unbegun = [] } = Object.groupBy(story.notes, (note) =>
    standingOn(note, date).is === 'unbegun' ? 'unbegun' : 'begun',
  )
  return (
    <>
      <p>
        {next === undefined
          ? t('scenes.day.noLimit')
          : t('scenes.day.next', {
              day: next.day,
              meaning: next.meaning.map((each) => messageText(language, each)).join(' '),
            })}
      </p>
      <h3 className="packs-subheading">
        {markers.length === 0 ? t('scenes.day.found.none') : t('scenes.day.found', { count: markers.length })}
      </h3>
      {markers.length === 0 ? null : (
        <ul>
          {markers.map(({ rule, message }) => (
            <li key={`${rule} ${messageText(language, message)}`}>
              {rule}: {messageText(language, message)}
            </li>
          ))}
        </ul>
      )}
      <h3 className="packs-subheading">
        {begun.length === 0 ? t('scenes.day.known.none') : t('scenes.day.known', { count: begun.length })}
      </h3>
      <NotesThen story={story} notes={begun.toReversed()} date={date} />
      {unbegun.length === 0 ? null : (
        <>
          <h3 className="packs-subheading">{t('scenes.day.unbegun')}</h3>
          <NotesThen story={story} notes={unbegun} date={date} />
        </>
      )}
    </>
  )
}

/** Notes by name, each with how it stood on the day; one that has been written in since can be compared with what it says now. */
function NotesThen(props: { story: StoredStory; notes: readonly StoredNote[]; date: IsoDate }) {
  const t = useT()
  const nameOf = useNoteName()
  const { editors, runCommand } = useWorkbench()
  const { story, notes, date } = props
  const dayOf = (on: IsoDate) => ({ day: dayOfCase(story.case.firstSickDay, on), date: on })
  const stood = (note: StoredNote) => standingOn(note, date)
  const inWords = (standing: StandingOn, begunAt: Timestamp) => {
    if (standing.is === 'unbegun') return t('scenes.day.begunLater', dayOf(standing.begun))
    if (standing.is === 'signed') return t('scenes.day.signed', dayOf(standing.signed))
    if (standing.signed === undefined) return t('scenes.day.draft', dayOf(dateAt(begunAt)))
    return t('scenes.day.signedLater', dayOf(standing.signed))
  }
  return (
    <ul>
      {notes.map((note) => {
        const { id, caseId, answers, revision } = note
        const was = stood(note).is === 'unbegun' ? undefined : saidOn(story, id, date)
        const isSame = was === undefined || dequal(was.answers, answers)
        return (
          <li key={id} className="packs-note">
            <button
              type="button"
              className="link-button packs-scene"
              onClick={() => editors.open({ type: 'note', noteId: id, caseId })}
            >
              {nameOf(note)}
            </button>
            <span className="packs-standing">{inWords(stood(note), note.createdAt)}</span>
            {isSame ? null : (
              <button
                type="button"
                className="link-button"
                onClick={() =>
                  runCommand('history.compare', {
                    noteId: id,
                    caseId,
                    from: String(was.revision),
                    to: String(revision),
                  })
                }
              >
                {t('scenes.day.since')}
              </button>
            )}
          </li>
        )
      })}
    </ul>
  )
}
