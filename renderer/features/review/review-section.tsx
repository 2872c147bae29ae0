import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { timeText } from '../../../shared/case/dates.ts'
import type { AnswerField } from '../../../shared/fields/index.ts'
import type { StoredNote } from '../../../shared/note/note.ts'
import type { ReviewEvent } from '../../../shared/note/review.ts'
import { checklistOf, type Reviewed } from '../../../shared/review/checklist.ts'
import type { Template } from '../../../shared/template/template.ts'
import { useApi, useTemplates } from '../../api/use-client.ts'
import { Icon } from '../../base/icon.tsx'
import { useLanguage, useT } from '../../base/use-t.ts'
import { useSteps } from '../../note-model/review/steps.ts'
import type { NoteSession } from '../../note-model/session/note-session.ts'
import { useActiveNote, useOpenSession, useReading, useStoredNote } from '../../note-model/use-note.ts'
import { useGoTo } from '../../note-model/use-run-fix.ts'
import { useArchive, useWorkbench } from '../../workbench/context.ts'
import { useKeyLabel } from '../../workbench/keybindings.ts'
import { ChecklistForm } from './checklist-form.tsx'
import { type DraftOf, setDraft, useReviewDraft } from './drafts.ts'
import { VerdictList } from './verdict-list.tsx'
import './review.css'

/** Whether the active note is in review, or has been. */
export function useIsReviewed(): boolean {
  const id = useActiveNote()
  const note = useOpenSession(id)?.note()
  return note?.status === 'utkast' && note.review !== undefined && note.review.state !== 'last'
}

/** Beside a note in review: the checklist for whoever reviews it, what was found for whoever wrote it. */
export function ReviewSection() {
  const session = useOpenSession(useActiveNote())
  return session === undefined ? null : <SessionReview session={session} />
}

function SessionReview({ session }: { session: NoteSession }) {
  const note = useStoredNote(session)
  const template = useReading(session.id, (read) => read.template)
  const details = useReading(session.id, (read) => read.context.case)
  const today = useReading(session.id, (read) => read.context.today)
  const stepRefusal = useSteps(note)
  const goTo = useGoTo()
  const archive = useArchive()
  if (!template || !details || !today) return null
  const onGo = (field: AnswerField['id']) => goTo({ caseId: note.caseId, note: note.id }, { field })
  const shared = { note, template, reviewed: { kind: note.kind, case: details, today }, onGo }
  const reviews = stepRefusal('godkann') === undefined || stepRefusal('aterlamna') === undefined
  return (
    <div className="review-section">
      {reviews && archive.state === 'open' ? (
        <ReviewForm session={session} of={{ note: note.id, by: archive.user }} {...shared} />
      ) : null}
      <Feedback {...shared} reviews={reviews} />
    </div>
  )
}

interface PartProps {
  readonly note: StoredNote
  readonly template: Template
  readonly reviewed: Reviewed
  readonly onGo: (field: AnswerField['id']) => void
}

/** The checklist, what the author is told, and the two ways a review ends. */
function ReviewForm({
  session,
  of,
  note,
  template,
  reviewed,
  onGo,
}: PartProps & { session: NoteSession; of: DraftOf }) {
  const t = useT()
  const id = useId()
  const { runCommand } = useWorkbench()
  const { data: templates = [] } = useTemplates()
  const draft = useReviewDraft(of)
  const approveKey = useKeyLabel('review.approve')
  const checklist = checklistOf(templates)
  const target = { noteId: session.id, caseId: note.caseId }
  if (draft === undefined) return <p className="form-hint">{t('notes.loading')}</p>
  return (
    <div className="review-form">
      {checklist === undefined ? null : (
        <ChecklistForm
          checklist={checklist}
          template={template}
          reviewed={reviewed}
          answers={draft.answers}
          onGo={onGo}
          onChange={(answers) => setDraft(of, { answers })}
        />
      )}
      <div className="form-field">
        <label className="form-label" htmlFor={id}>
          {t('review.reason')}
        </label>
        <textarea
          id={id}
          className="form-input form-textarea"
          data-review-reason=""
          rows={4}
          value={draft.reason}
          aria-describedby={`${id}-hint`}
          onChange={({ target: { value } }) => setDraft(of, { reason: value })}
        />
        <div className="form-hint" id={`${id}-hint`}>
          {t('review.reason.hint')}
        </div>
      </div>
      <div className="review-actions">
        <button
          type="button"
          className="button button-primary"
          title={approveKey}
          onClick={() => runCommand('review.approve', target)}
        >
          <Icon name="pass" />
          {t('review.approve')}
        </button>
        <button type="button" className="button" onClick={() => runCommand('review.return', target)}>
          <Icon name="reply" />
          {t('review.return')}
        </button>
      </div>
    </div>
  )
}

const verdictVerbs: readonly ReviewEvent['verb'][] = ['aterlamna', 'godkann']

/** What reviewers have found so far, the newest first; the ones before it folded. */
function Feedback({ note, reviews, ...shared }: PartProps & { reviews: boolean }) {
  const t = useT()
  const language = useLanguage()
  const [all, setAll] = useState(false)
  const { data = [] } = useQuery(useApi().review.events.queryOptions({ input: { id: note.id } }))
  const found = data.filter(({ verb }) => verdictVerbs.includes(verb)).toReversed()
  if (found.length === 0) return reviews ? null : <p className="form-hint">{t('review.feedback.none')}</p>
  return (
    <section className="review-feedback" aria-label={t('review.feedback')}>
      <h3 className="review-title">{t('review.feedback')}</h3>
      {(all ? found : found.slice(0, 1)).map((event) => (
        <article key={event.id} className="review-round">
          <p className="review-round-head">
            {t(`review.round.${event.verb === 'godkann' ? 'approved' : 'returned'}`, {
              name: event.by.name,
              at: timeText(language, event.at),
            })}
          </p>
          {event.reason === undefined ? null : <p className="review-round-reason">{event.reason}</p>}
          {event.verdicts === undefined ? null : (
            <VerdictList note={note} verdicts={event.verdicts} {...shared} />
          )}
        </article>
      ))}
      {found.length > 1 && !all ? (
        <button type="button" className="link-button" onClick={() => setAll(true)}>
          {t('review.rounds', { count: found.length - 1 })}
        </button>
      ) : null}
    </section>
  )
}
