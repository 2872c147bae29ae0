import { describe, expect, test } from 'vitest'
import type { Answers } from '../../../shared/note/answers.ts'
import type { ReviewVerb } from '../../../shared/note/lifecycle.ts'
import type { StoredNote } from '../../../shared/note/note.ts'
import { templateIdSchema } from '../../../shared/template/template.ts'
import type { User } from '../../../shared/user/user.ts'
import {
  anna,
  type Client,
  caseDetails,
  draftWith,
  passphrase,
  refused,
  startWithArchive,
  wholeNeed,
} from './support.ts'

const maria = { name: 'Maria Lind', role: 'specialist' } as const
const annaAsSpecialist = { name: 'Anna Ek', role: 'specialist' } as const
const johan = { name: 'Johan Alm', role: 'rehabiliteringsspecialist' } as const
type Worker = Pick<User, 'name' | 'role'>

/** Whoever works in the archive from now on; added to its users, or given the role, where they are not known in it. */
async function works(client: Client, { name, role }: Worker): Promise<void> {
  const known = (await client.people.list()).find((user) => user.name === name)
  if (known === undefined) {
    // Anna Ek made the archive and looks after its users.
    const status = await client.archive.status()
    const current = status.state === 'open' ? status.user : undefined
    if (current?.name !== anna.name) await works(client, anna)
    await client.people.add({ name, roles: [role], rights: [] })
    return works(client, { name, role })
  }
  const { id, roles, rights } = known
  if (!roles.includes(role))
    await client.people.change({ id, name, roles: [...roles, role], rights, left: false })
  await client.people.switch({ id, role })
}

const act = (client: Client, { id, revision }: StoredNote, verb: ReviewVerb, reason?: string) =>
  client.review.act({ id, baseRevision: revision, verb, ...(reason === undefined ? {} : { reason }) })

const checklist = { id: templateIdSchema.parse('specialistens-granskning'), version: 3 }
const approve = (client: Client, { id, revision }: StoredNote, answers: Answers) =>
  client.review.act({
    id,
    baseRevision: revision,
    verb: 'godkann',
    verdicts: { template: checklist, answers },
  })

const save = (client: Client, { id, revision }: StoredNote, answers: Answers) =>
  client.notes.save({ id, baseRevision: revision, answers })

/** The first assessment against work normally occurring, at day 181: what a specialist is to review (003:136-141). */
const firstAssessment: Answers = {
  bedomningsdag: { value: 'dag-180' },
  datum: '2026-06-03',
  mot: { value: 'normalt-forekommande-arbete' },
  undantag: { value: 'inget' },
  skal: { blocks: [{ type: 'paragraph', runs: [{ text: 'Lisa klarar inget arbete på heltid.' }] }] },
  'nfa-utfall': { value: 'ratt' },
  'forsta-bedomningen': 'ja',
}

async function assessment(client: Client, answers: Answers = firstAssessment): Promise<StoredNote> {
  const { id: caseId } = await client.cases.create(caseDetails())
  const begun = await client.notes.create({ caseId, templateId: templateIdSchema.parse('stallningstagande') })
  await save(client, begun, answers)
  return client.notes.get({ id: begun.id })
}
const inJune = { now: () => new Date('2026-06-03T10:00:00Z') }
const sign = (client: Client, { id, revision }: StoredNote) =>
  client.notes.sign({ id, baseRevision: revision })

describe('two people and a note', () => {
  test('it is handed in, returned with a reason, mended, handed in again, approved and signed', async () => {
    const { client } = await startWithArchive()
    const note = await draftWith(client, { ...wholeNeed, motivering: 'Kort.' })
    const handedIn = await act(client, note, 'lamna-in')
    expect(handedIn).toMatchObject({ review: { state: 'inlamnad', by: { name: 'Anna Ek' }, revision: 2 } })

    await works(client, maria)
    expect(await client.review.queue()).toMatchObject([
      { noteId: note.id, verb: 'lamna-in', by: { name: 'Anna Ek' } },
    ])
    const returned = await act(client, handedIn, 'aterlamna', 'Underlaget saknas.')
    expect(returned).toMatchObject({
      review: { state: 'aterlamnad', by: maria, reason: 'Underlaget saknas.' },
    })

    await works(client, anna)
    await save(client, returned, wholeNeed)
    const mended = await act(client, await client.notes.get({ id: note.id }), 'lamna-in')
    await works(client, maria)
    const approved = await act(client, mended, 'godkann')
    expect(approved).toMatchObject({ review: { state: 'godkand', by: maria, revision: 3 } })

    await works(client, anna)
    const signed = await sign(client, approved)
    expect(signed).toMatchObject({
      status: 'journalford',
      signature: { by: { name: 'Anna Ek' } },
      answers: wholeNeed,
    })
    expect(signed).not.toHaveProperty('review')
    expect(await client.review.queue()).toEqual([])
    const events = await client.review.events({ id: note.id })
    expect(events.map(({ verb, by, revision }) => [verb, by.name, revision])).toEqual([
      ['lamna-in', 'Anna Ek', 2],
      ['aterlamna', 'Maria Lind', 2],
      ['lamna-in', 'Anna Ek', 3],
      ['godkann', 'Maria Lind', 3],
    ])
  })

  test('nobody approves a note that they have written in, whatever role they work in', async () => {
    const { client } = await startWithArchive()
    const note = await draftWith(client, wholeNeed)
    await act(client, note, 'lamna-in')
    await works(client, annaAsSpecialist)
    expect(await refused(act(client, note, 'godkann'))).toMatchObject({
      code: 'STEP_REFUSED',
      data: { verb: 'godkann', why: 'own-note' },
      message: 'Du har själv skrivit i anteckningen. Någon annan måste granska den.',
    })
  })

  test('a specialist who has written a word in it does not either', async () => {
    const { client } = await startWithArchive()
    const note = await draftWith(client, wholeNeed)
    await works(client, maria)
    await save(client, note, { ...wholeNeed, motivering: 'Lisa är tillbaka i arbete den 10 mars.' })
    await works(client, anna)
    const handedIn = await act(client, await client.notes.get({ id: note.id }), 'lamna-in')
    await works(client, maria)
    expect(await refused(act(client, handedIn, 'godkann'))).toMatchObject({ data: { why: 'own-note' } })
  })

  test('only whoever wrote takes it back', async () => {
    const { client } = await startWithArchive()
    const handedIn = await act(client, await draftWith(client, wholeNeed), 'lamna-in')
    await works(client, maria)
    expect(await refused(act(client, handedIn, 'ta-tillbaka'))).toMatchObject({ data: { why: 'not-yours' } })
  })
})

describe('a note in review', () => {
  test.each(['lamna-in', 'las'] as const)(
    'cannot be saved or moved after %s, and loses nothing',
    async (verb) => {
      const { client } = await startWithArchive()
      const frozen = await act(client, await draftWith(client, wholeNeed), verb)
      expect(await refused(save(client, frozen, { motivering: 'Ny.' }))).toMatchObject({
        code: 'NOTE_FROZEN',
      })
      const { id, revision: baseRevision } = frozen
      const template = { id: templateIdSchema.parse('planering'), version: 2 }
      expect(await refused(client.notes.move({ id, baseRevision, template }))).toMatchObject({
        code: 'NOTE_FROZEN',
      })
      expect((await client.notes.get({ id })).answers).toEqual(wholeNeed)
      const open = await act(client, frozen, verb === 'las' ? 'las-upp' : 'ta-tillbaka')
      expect(await save(client, open, { motivering: 'Ny.' })).toMatchObject({ revision: 3 })
    },
  )

  test('is not signed before it is approved, nor when it was returned', async () => {
    const { client } = await startWithArchive()
    const note = await draftWith(client, wholeNeed)
    await act(client, note, 'lamna-in')
    expect(await refused(sign(client, note))).toMatchObject({ data: { why: 'state' } })
    await works(client, maria)
    await act(client, note, 'aterlamna', 'Underlaget saknas.')
    await works(client, anna)
    expect(await refused(sign(client, note))).toMatchObject({ data: { why: 'review-demanded' } })
    await act(client, note, 'ta-tillbaka')
    expect(await sign(client, note)).toMatchObject({ status: 'journalford' })
  })

  test('is acted on as it was seen: another revision is a conflict', async () => {
    const { client } = await startWithArchive()
    const note = await draftWith(client, wholeNeed)
    await save(client, note, { motivering: 'Ny.' })
    expect(await refused(act(client, note, 'lamna-in'))).toMatchObject({ code: 'CONFLICT' })
  })
})

describe('the first assessment against work normally occurring', () => {
  test('is not signed until a specialist has approved it', async () => {
    const { client } = await startWithArchive(inJune)
    const note = await assessment(client)
    expect(await refused(sign(client, note))).toMatchObject({ data: { why: 'review-demanded' } })
    await act(client, note, 'lamna-in')
    await act(client, note, 'ta-tillbaka')
    expect(await refused(sign(client, note))).toMatchObject({ data: { why: 'review-demanded' } })
    await act(client, note, 'lamna-in')
    await works(client, maria)
    expect(await refused(act(client, note, 'godkann'))).toMatchObject({ data: { why: 'checklist' } })
    await approve(client, note, {
      behov: { value: 'uppfyllt' },
      'plan-planering': { value: 'inte-aktuellt' },
    })
    await works(client, anna)
    expect(await sign(client, note)).toMatchObject({ status: 'journalford' })
  })

  test.each<[string, Answers]>([
    ['one that is not the first', { 'forsta-bedomningen': 'nej' }],
    ['one against other work at the employer', { mot: { value: 'annat-arbete-hos-arbetsgivaren' } }],
  ])('%s needs nobody’s approval', async (_, but) => {
    const { client } = await startWithArchive(inJune)
    const note = await assessment(client, { ...firstAssessment, ...but })
    expect(await sign(client, note)).toMatchObject({ status: 'journalford' })
  })
})

describe('the employer’s plan', () => {
  const whole: Answers = { behov: { value: 'inte-aktuellt' }, 'plan-planering': { value: 'uppfyllt' } }

  test('is approved with a verdict on its quality, whether it can be followed up, and a reason', async () => {
    const { client } = await startWithArchive()
    const { id: caseId } = await client.cases.create(caseDetails())
    const templateId = templateIdSchema.parse('arbetsgivarens-plan')
    const plan = await client.notes.create({ caseId, templateId })
    await act(client, plan, 'lamna-in')
    await works(client, maria)
    const lacking: Answers[] = [
      {},
      whole,
      { ...whole, 'plan-kvalitet': { value: 'bristande' } },
      { ...whole, 'plan-kvalitet': { value: 'bristande' }, 'plan-foljbar': 'nej' },
    ]
    for (const answers of lacking)
      expect(await refused(approve(client, plan, answers))).toMatchObject({ data: { why: 'checklist' } })
    const verdicts: Answers = {
      ...whole,
      'plan-kvalitet': { value: 'bristande' },
      'plan-foljbar': 'nej',
      'plan-skal': { values: ['for-allman'] },
    }
    await approve(client, plan, verdicts)
    const events = await client.review.events({ id: plan.id })
    expect(events.at(-1)?.verdicts).toEqual({ template: checklist, answers: verdicts })
  })

  test('can be returned as soon as the reviewer has seen enough', async () => {
    const { client } = await startWithArchive()
    const { id: caseId } = await client.cases.create(caseDetails())
    const templateId = templateIdSchema.parse('arbetsgivarens-plan')
    const plan = await client.notes.create({ caseId, templateId })
    await act(client, plan, 'lamna-in')
    await works(client, maria)
    expect(await act(client, plan, 'aterlamna', 'Dag saknas.')).toMatchObject({
      review: { state: 'aterlamnad' },
    })
  })
})

describe('the rehabilitation specialist’s analysis of the need', () => {
  const templateId = templateIdSchema.parse('specialistens-behovsanalys')

  test('is written by a rehabilitation specialist, and read by everybody', async () => {
    const { client } = await startWithArchive()
    const { id: caseId } = await client.cases.create(caseDetails())
    expect(await refused(client.notes.create({ caseId, templateId }))).toMatchObject({ code: 'NOT_WRITER' })
    await works(client, johan)
    const analysis = await client.notes.create({ caseId, templateId })
    await save(client, analysis, { ...analysis.answers, fragor: 'Vad kan arbetsgivaren erbjuda?' })
    await works(client, anna)
    const read = await client.notes.get({ id: analysis.id })
    expect(read.answers).toMatchObject({ fragor: 'Vad kan arbetsgivaren erbjuda?' })
    const { id, revision: baseRevision } = read
    const template = { id: templateIdSchema.parse('planering'), version: 2 }
    for (const call of [
      save(client, read, { fragor: 'Något annat.' }),
      client.notes.move({ id, baseRevision, template }),
      sign(client, read),
    ])
      expect(await refused(call)).toMatchObject({ code: 'NOT_WRITER' })
  })
})

describe('what a reviewer has written and not sent', () => {
  const written = { answers: { 'behov-klarlagt': { value: 'nej' } }, reason: 'Underlaget saknas.' } as const
  const handedIn = async (client: Client) =>
    act(client, await draftWith(client, { ...wholeNeed, motivering: 'Kort.' }), 'lamna-in')

  test('is theirs alone, over a change of who works and a restart', async () => {
    const { client, path } = await startWithArchive()
    const { id } = await handedIn(client)
    await works(client, maria)
    expect(await client.review.draft({ id })).toBeNull()
    expect(await client.review.keepDraft({ id, by: maria, draft: written })).toBe(true)
    await works(client, johan)
    expect(await client.review.draft({ id })).toBeNull()
    await client.review.keepDraft({ id, by: johan, draft: { answers: {}, reason: 'Johans ord.' } })
    await client.archive.close()
    await client.archive.open({ path, passphrase })
    expect(await client.review.draft({ id })).toEqual({ answers: {}, reason: 'Johans ord.' })
    await works(client, maria)
    expect(await client.review.draft({ id })).toEqual(written)
    await client.review.keepDraft({ id, by: maria, draft: null })
    expect(await client.review.draft({ id })).toBeNull()
  })

  test('is never kept as what another has written @security-roles', async () => {
    const { client } = await startWithArchive()
    const { id } = await handedIn(client)
    await works(client, maria)
    await works(client, johan)
    expect(await client.review.keepDraft({ id, by: maria, draft: written })).toBe(false)
    expect(await client.review.draft({ id })).toBeNull()
    await works(client, maria)
    expect(await client.review.draft({ id })).toBeNull()
  })

  test('is forgotten once it is sent, and is no part of the note', async () => {
    const { client } = await startWithArchive()
    const note = await handedIn(client)
    const { id } = note
    await works(client, maria)
    await client.review.keepDraft({ id, by: maria, draft: written })
    expect(await client.notes.get({ id })).toEqual(note)
    await act(client, note, 'aterlamna', 'Underlaget saknas.')
    expect(await client.review.draft({ id })).toBeNull()
  })
})
