import type { RouterClient } from '@orpc/server'
import { z } from 'zod'
import { fieldIdSchema } from '../../../shared/fields/base.ts'
import type { Answers } from '../../../shared/note/answers.ts'
import type { Role, User } from '../../../shared/user/user.ts'
import type { amendmentCalls } from '../amendments.ts'
import type { commentCalls } from '../comments.ts'
import type { notes } from '../notes.ts'
import type { review } from '../review.ts'
import type { ReviewedAnswers } from './demo-notes.ts'

type Loop = RouterClient<{
  notes: typeof notes
  review: typeof review
  comments: typeof commentCalls
  amendments: typeof amendmentCalls
}>
type Written = Parameters<Loop['notes']['sign']>[0]

/** The one demo archive that is being made: its calls, and who works when. */
interface Stage {
  readonly client: Loop
  readonly answers: ReviewedAnswers
  /** Writes a draft in the case, as the investigator. */
  readonly write: (template: string, answers: Answers, sign?: boolean) => Promise<Written>
  /** Does something so many days ago, in a role. */
  readonly on: (daysAgo: number, role: Role, work: () => Promise<unknown>) => Promise<void>
  readonly specialist: User
}

const seen = fieldIdSchema.parse('den-forsakrades-syn')

/** A note that waits for the specialist, with a question that was answered and other words suggested. */
async function waiting({ client, answers, write, on, specialist }: Stage): Promise<void> {
  let note: Written | undefined
  await on(6, 'utredare', async () => {
    note = await write('behovsklarlaggande', answers.submitted)
    await client.review.act({ ...note, verb: 'lamna-in', to: specialist })
  })
  if (note === undefined) return
  const { id } = note
  const said = z.string().parse(answers.submitted[seen])
  const quote = 'orkar ännu inte hela dagar'
  const start = said.indexOf(quote)
  let thread: Awaited<ReturnType<Loop['comments']['begin']>> | undefined
  await on(3, 'specialist', async () => {
    thread = await client.comments.begin({
      note: id,
      anchor: { kind: 'passage', field: seen, start, end: start + quote.length, quote },
      text: 'Säger hon själv hur länge hon orkar? Då kan det stå här.',
      suggestion: 'orkar ännu bara förmiddagarna',
    })
  })
  await on(2, 'utredare', async () => {
    if (thread)
      await client.comments.reply({ thread: thread.id, text: 'Hon sa så, men bara om sitt vanliga arbete.' })
  })
}

/** A note that came back, with what it lacks. */
async function returned({ client, answers, write, on, specialist }: Stage): Promise<void> {
  let note: Written | undefined
  await on(8, 'utredare', async () => {
    note = await write('planering', answers.returned)
    await client.review.act({ ...note, verb: 'lamna-in', to: specialist })
  })
  await on(4, 'specialist', async () => {
    if (note === undefined) return
    await client.review.act({
      ...note,
      verb: 'aterlamna',
      reason:
        'Sociala faktorer saknas; de ska vägas in när rehabilitering planeras. Och det är myndighetens planering som frågan gäller, inte arbetsgivarens plan.',
    })
  })
}

/** A note that is approved and waits for being journalförd. */
async function approved({ client, answers, write, on, specialist }: Stage): Promise<void> {
  let note: Written | undefined
  await on(5, 'utredare', async () => {
    note = await write('planering', answers.approved)
    await client.review.act({ ...note, verb: 'lamna-in', to: specialist })
  })
  await on(1, 'specialist', async () => {
    if (note !== undefined) await client.review.act({ ...note, verb: 'godkann' })
  })
}

/** A note that said the wrong date, and the rättelse that stands in its place. */
async function corrected({ client, answers, write, on }: Stage): Promise<void> {
  let note: Written | undefined
  await on(4, 'utredare', async () => {
    note = await write('behovsklarlaggande', answers.wrong, true)
  })
  await on(3, 'utredare', async () => {
    if (note === undefined) return
    const { id, revision, answers: taken } = await client.amendments.correct({ note: note.id })
    const saved = await client.notes.save({
      id,
      baseRevision: revision,
      answers: { ...taken, ...answers.right },
    })
    await client.notes.sign({ id, baseRevision: saved.revision })
  })
}

/** A note that belonged in another case, and counts no longer. */
async function annulled({ client, answers, write, on }: Stage): Promise<void> {
  let note: Written | undefined
  await on(4, 'utredare', async () => {
    note = await write('behovsklarlaggande', answers.wrong, true)
  })
  await on(2, 'utredare', async () => {
    if (note === undefined) return
    await client.amendments.annul({
      note: note.id,
      reason: 'Skriven i fel ärende. Anteckningen hör till ett annat ärende och är skriven där.',
    })
  })
}

/** What trainers show of review and of records afterwards, by the number of the invented case that it is shown in. */
export const reviewScenes: ReadonlyMap<number, (stage: Stage) => Promise<void>> = new Map([
  [9, waiting],
  [7, returned],
  [6, approved],
  [8, corrected],
  [11, annulled],
])
