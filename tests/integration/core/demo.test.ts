import { describe, expect, test } from 'vitest'
import { methodCases } from '../../../main/core/demo/method/index.ts'
import { dateOfDay, dayOfCase } from '../../../shared/case/chain.ts'
import { swedishDate } from '../../../shared/case/dates.ts'
import { openSuggestion } from '../../../shared/comments/thread.ts'
import { withTemplates } from '../../../shared/note/context.ts'
import { checkNote } from '../../../shared/rules/index.ts'
import { roles } from '../../../shared/user/user.ts'
import { type Client, containing, now, present, startCore } from './support.ts'

async function opened(): Promise<{ client: Client; verify: () => unknown }> {
  const { client, core } = startCore()
  const status = await client.archive.demo()
  expect(status).toMatchObject({ state: 'open', archive: { demo: true, name: 'Påhittade ärenden' } })
  return { client, verify: core.verify }
}

test('the demo archive opens without a passphrase, also the next time, and says that it is one', async () => {
  const { client } = await opened()
  const [first] = (await client.cases.list()).cases
  await client.archive.close()
  expect(await client.archive.status()).toMatchObject({ state: 'closed', known: [{ demo: true }] })
  await client.archive.demo()
  expect((await client.cases.list()).cases[0]).toEqual(first)
})

test('the story’s case comes first: employed, day 94, with nothing written yet', async () => {
  const { client } = await opened()
  const cases = (await client.cases.list()).cases
  expect(cases).toHaveLength(12 + methodCases.length)
  const story = present(cases[0])
  expect(story.case).toMatchObject({
    insured: { name: 'Lisa Berg' },
    employment: { kind: 'anstalld' },
    extent: 100,
  })
  expect(dayOfCase(story.case.firstSickDay, swedishDate(now))).toBe(94)
  expect(story.notes).toEqual([])
})

test('the other cases hold signed notes, fine drafts and flawed ones that the rules catch', async () => {
  const { client, verify } = await opened()
  const templates = await client.templates.list()
  const found = { signed: 0, drafts: 0, rules: new Set<string>() }
  for (const { case: of } of (await client.cases.list()).cases) {
    const notes = withTemplates(await client.notes.ofCase({ caseId: of.id }), templates)
    for (const subject of notes) {
      const others = notes.filter((note) => note !== subject)
      const markers = checkNote(subject, { case: of, today: swedishDate(now), others, language: 'sv' })
      if (subject.note.status === 'journalford') {
        found.signed += 1
        expect(markers.filter(({ severity }) => severity === 'error')).toEqual([])
      } else found.drafts += 1
      for (const { rule } of markers) found.rules.add(rule)
    }
  }
  expect(found.signed).toBeGreaterThanOrEqual(8)
  expect(found.drafts).toBeGreaterThanOrEqual(2)
  expect([...found.rules]).toEqual(expect.arrayContaining(['R1', 'R5', 'R7', 'R27']))
  expect(await verify()).toEqual([])
})

test('is the same wherever it is made on the same day, but for the keys that its notes are sealed with', async () => {
  const one = await opened()
  const other = await opened()
  const dump = async ({ client }: { client: Client }) => {
    const cases = (await client.cases.list()).cases
    const dumped = await Promise.all(cases.map((found) => client.cases.dump({ id: found.case.id })))
    return dumped.map((text) => text.replaceAll(/[0-9a-f]{64,128}/g, 'key or digest'))
  }
  expect(await dump(one)).toEqual(await dump(other))
})

test('shows the method: cases on days 20, 94, 181, 400 and 760, all but drafts journalförda', async () => {
  const { client } = await opened()
  const cases = (await client.cases.list()).cases
  const seen = methodCases.map(({ day, insured }) => {
    const found = cases.find((one) => one.case.insured.name === insured)
    return [day, found && dayOfCase(found.case.firstSickDay, swedishDate(now))]
  })
  expect(seen).toEqual([20, 94, 181, 400, 760].map((day) => [day, day]))
  for (const { insured, notes } of methodCases) {
    const found = present(cases.find((one) => one.case.insured.name === insured))
    const written = notes({ on: (day) => dateOfDay(found.case.firstSickDay, day) })
    expect(found.notes.map(({ template, status }) => [template.id, status])).toEqual(
      written.map(({ template, draft }) => [template, draft ? 'utkast' : 'journalford']),
    )
  }
})

test('what a follow-up takes over in it is the same insats as in the planering before it', async () => {
  const { client } = await opened()
  const cases = (await client.cases.list()).cases
  const long = present(cases.find((one) => one.case.insured.name === 'Hedvig Torell'))
  const notes = await client.notes.ofCase({ caseId: long.case.id })
  const lastFollowUp = present(notes.findLast(({ kind }) => kind === 'uppfoljning'))
  expect(lastFollowUp.takenOver?.map(({ field }) => field)).toContain('insatser')
  expect(lastFollowUp.answers.insatser).toMatchObject([{ id: 'arbetstraning', status: 'pagar' }])
})

describe('shows review and records to trainers', () => {
  /** Every note of the archive, with who has what in its queue. */
  async function everything(client: Client) {
    const cases = (await client.cases.list()).cases
    const ofCases = await Promise.all(cases.map((one) => client.notes.ofCase({ caseId: one.case.id })))
    return { notes: ofCases.flat(), queue: await client.review.queue() }
  }

  test('somebody works in every role', async () => {
    const { client } = await opened()
    const held = (await client.people.list()).flatMap((user) => user.roles)
    expect(new Set(held)).toEqual(new Set(roles))
  })

  test('a note waits for the specialist, with a thread and other words that can be accepted', async () => {
    const { client } = await opened()
    const { queue } = await everything(client)
    const waiting = present(queue.find(({ verb }) => verb === 'lamna-in'))
    expect(waiting).toMatchObject({ to: { name: 'Sara Holm' }, author: { name: 'Anna Ek' } })
    const [thread, ...others] = await client.comments.ofNote({ note: waiting.noteId })
    expect(others).toEqual([])
    expect(present(thread).entries.map(({ kind, by }) => [kind, by.name])).toEqual([
      ['comment', 'Sara Holm'],
      ['comment', 'Anna Ek'],
    ])
    const suggestion = present(openSuggestion(present(thread)))
    // It is frozen while it waits: the words are accepted once it is taken back.
    const note = await client.notes.get({ id: waiting.noteId })
    await client.review.act({ id: note.id, baseRevision: note.revision, verb: 'ta-tillbaka' })
    const accepted = await client.comments.accept({
      thread: present(thread).id,
      entry: suggestion.id,
      baseRevision: note.revision,
    })
    expect(accepted.note.answers['den-forsakrades-syn']).toBe(
      'Vill tillbaka, men orkar ännu bara förmiddagarna.',
    )
  })

  test('one came back with reasons, and one is approved and can be journalförd', async () => {
    const { client } = await opened()
    const { queue } = await everything(client)
    const returned = queue.filter(({ verb }) => verb === 'aterlamna')
    expect(returned).toMatchObject([{ by: { name: 'Sara Holm' }, reason: containing('Sociala faktorer') }])
    const [approved] = queue.filter(({ verb }) => verb === 'godkann')
    const { id, revision } = await client.notes.get({ id: present(approved).noteId })
    expect(await client.notes.sign({ id, baseRevision: revision })).toMatchObject({ status: 'journalford' })
  })

  test('one is corrected by a rättelse and one is makulerad, and the records hold', async () => {
    const { client, verify } = await opened()
    const { notes } = await everything(client)
    const corrections = notes.filter(({ amends, status }) => amends && status === 'journalford')
    expect(corrections.map(({ amends }) => amends?.verb)).toEqual(['rattelse'])
    const annulled = notes.filter((note) => note.status === 'journalford' && note.annulled)
    expect(annulled).toMatchObject([{ annulled: { by: { name: 'Anna Ek' } } }])
    expect(await verify()).toEqual([])
  })
})
