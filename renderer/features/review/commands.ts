import type { ReviewVerb } from '../../../shared/note/lifecycle.ts'
import { verdictsOf } from '../../../shared/review/checklist.ts'
import { filterQueue, nextInQueue, queueOf } from '../../../shared/review/queue.ts'
import { may } from '../../../shared/user/may.ts'
import { todayOf } from '../../api/today.ts'
import { apiOf } from '../../api/use-client.ts'
import { targetNote } from '../../note-model/active-note.ts'
import { stepCommands } from '../../note-model/review/step-commands.ts'
import { stepsOf } from '../../note-model/review/steps.ts'
import { noteServices } from '../../note-model/services.ts'
import type { NoteSession } from '../../note-model/session/note-session.ts'
import type { Command, Workbench } from '../../workbench/contribution.ts'
import { forgetDraft, reviewDraftOf } from './drafts.ts'
import { useReviewState } from './review-state.ts'
import { type StepDetails, sessionOf, takeStep } from './take-step.ts'

type Step = Pick<Command, 'title' | 'icon' | 'keys'> & {
  readonly verb: ReviewVerb
  readonly run: (workbench: Workbench, session: NoteSession) => void | Promise<void>
}

const stepCommand = ({ verb, run, ...shown }: Step): Command => ({
  id: stepCommands[verb],
  category: 'review.title',
  menu: 'note',
  ...shown,
  when: (workbench) => {
    const why = stepsOf(workbench, targetNote(workbench))(verb)
    return why === undefined || (verb === 'godkann' && why === 'own-note')
  },
  // Nobody approves what they wrote in: said where one would look for it.
  refused: (workbench, args) => {
    const { t } = workbench
    return stepsOf(workbench, targetNote(workbench, args))(verb) === 'own-note'
      ? { short: t('review.ownNote'), why: t('errors.step.own-note') }
      : undefined
  },
  run: async (workbench, args) => {
    const target = targetNote(workbench, args)
    const session = target && sessionOf(workbench.client, target.noteId)
    if (session) await run(workbench, session)
  },
})

/** Takes a step and tells how it went; gives whether it is done. */
async function step(
  workbench: Workbench,
  session: NoteSession,
  verb: ReviewVerb,
  details?: StepDetails,
): Promise<boolean> {
  const refused = await takeStep(workbench, session, verb, details)
  workbench.notify(refused ?? workbench.t(`review.done.${verb}`), refused === undefined ? 'success' : 'error')
  return refused === undefined
}

/** Ends a review with what the reviewer has written beside the note, which is forgotten once it is kept as an event. */
async function decide(workbench: Workbench, session: NoteSession, verb: 'godkann' | 'aterlamna') {
  const { client, queryClient, layout, archive } = workbench
  if (archive.state !== 'open') return
  const of = { note: session.id, by: archive.user }
  const { answers, reason } = reviewDraftOf(of)
  const read = noteServices(client).readings.of(session.id)
  if (verb === 'aterlamna' && reason.trim() === '') {
    layout.showAuxiliarySection('review')
    workbench.notify(workbench.t('errors.step.reason'), 'warning')
    focusReason()
    return
  }
  const templates = queryClient.getQueryData(apiOf(client).templates.list.queryKey()) ?? []
  const reviewed = read && { kind: session.note().kind, case: read.context.case, today: read.context.today }
  const verdicts = reviewed && verdictsOf(templates, answers, reviewed)
  if (await step(workbench, session, verb, { reason, verdicts })) forgetDraft(of)
}

/** The field for what the author is told, once the section beside the note is drawn. */
function focusReason(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-review-reason]')?.focus())
}

const isOpen: Command['when'] = ({ archive }) => archive.state === 'open'

/** Opens the note that has waited longest after the one that is shown, of those the view shows. */
async function openNext(workbench: Workbench): Promise<void> {
  const { client, archive, activeEditor, editors, notify, t } = workbench
  if (archive.state !== 'open') return
  const { user } = archive
  const reviews = may(user.role, 'review', { demo: archive.archive.demo })
  const queue = queueOf(await client.review.queue(), { user, reviews, today: todayOf(workbench) })
  const todo = filterQueue(queue, useReviewState.getState().filter).filter(({ group }) => group !== 'sent')
  const next = nextInQueue(todo, activeEditor?.type === 'note' ? activeEditor.noteId : undefined)
  if (next) editors.open({ type: 'note', noteId: next.noteId, caseId: next.caseId })
  else notify(t('review.none'), 'info')
}

/** Each step of a note's review as a command, and the way through the queue. */
export const reviewCommands: readonly Command[] = [
  stepCommand({
    verb: 'lamna-in',
    title: 'review.command.submit',
    icon: 'mail',
    keys: ['Alt+Shift+Enter'],
    run: (_workbench, session) => useReviewState.setState({ submitting: session.id }),
  }),
  stepCommand({
    verb: 'ta-tillbaka',
    title: 'review.command.takeBack',
    icon: 'discard',
    run: async (workbench, session) => {
      await step(workbench, session, 'ta-tillbaka')
    },
  }),
  stepCommand({
    verb: 'godkann',
    title: 'review.approve',
    icon: 'pass',
    // Not the key that accepts a suggestion: who means one of them must never do the other.
    keys: ['Alt+Shift+O'],
    run: (workbench, session) => decide(workbench, session, 'godkann'),
  }),
  stepCommand({
    verb: 'aterlamna',
    title: 'review.return',
    icon: 'reply',
    run: (workbench, session) => decide(workbench, session, 'aterlamna'),
  }),
  stepCommand({
    verb: 'las',
    title: 'review.command.lock',
    icon: 'lock-small',
    run: async (workbench, session) => {
      await step(workbench, session, 'las')
    },
  }),
  stepCommand({
    verb: 'las-upp',
    title: 'review.command.unlock',
    icon: 'unlock',
    run: async (workbench, session) => {
      await step(workbench, session, 'las-upp')
    },
  }),
  {
    id: 'review.show',
    title: 'review.command.show',
    category: 'review.title',
    icon: 'eye',
    keys: ['Alt+Shift+R'],
    menu: 'view',
    when: isOpen,
    run: ({ layout }) => {
      layout.showSideBarView('review')
      layout.focusPart('side')
    },
  },
  {
    id: 'review.next',
    title: 'review.command.next',
    category: 'review.title',
    icon: 'arrow-down',
    keys: ['Alt+G'],
    menu: 'go',
    when: isOpen,
    run: openNext,
  },
]
