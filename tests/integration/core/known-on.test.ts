// What a trainer's slider shows of a case: what its notes said on the day, by what the store keeps of them.
import { expect, test } from 'vitest'
import { addDays, type IsoDate, swedishDate } from '../../../shared/case/dates.ts'
import type { CaseId, NoteId } from '../../../shared/case/ids.ts'
import { knownOn, standingOn } from '../../../shared/training/known-on.ts'
import { type Client, draftWith, now, present, startWithArchive, wholeNeed } from './support.ts'

const today = swedishDate(now)

/** An archive on a day that the test turns on. */
async function withCalendar() {
  let days = 0
  const started = await startWithArchive({ now: () => new Date(now.getTime() + days * 86_400_000) })
  return {
    ...started,
    on: (day: number) => {
      days = day
    },
  }
}

/** How a note of a case was known so many days after the first: undefined where it was not begun. */
async function noteOn(client: Client, { caseId, id }: { caseId: CaseId; id: NoteId }, days: number) {
  const day: IsoDate = addDays(today, days)
  const [{ case: of }, notes, byDay, templates] = await Promise.all([
    client.cases.get({ id: caseId }),
    client.notes.ofCase({ caseId }),
    client.history.byDay({ caseId }),
    client.templates.list(),
  ])
  const known = knownOn({ case: of, notes, byDay }, day, templates, 'sv')
  const found = known.others.find(({ note }) => note.id === id)?.note
  return { found, ...standingOn(present(notes.find((note) => note.id === id)), day) }
}

test('a draft says on each day what it said when that day was over', async () => {
  const { client, on } = await withCalendar()
  const draft = await draftWith(client, { motivering: 'först' })
  on(2)
  const changed = await client.notes.save({
    id: draft.id,
    baseRevision: 2,
    answers: { motivering: 'mitt på dagen' },
  })
  await client.notes.save({
    id: draft.id,
    baseRevision: changed.revision,
    answers: { motivering: 'på kvällen' },
  })
  on(9)
  await client.notes.save({ id: draft.id, baseRevision: changed.revision + 1, answers: { motivering: 'nu' } })
  const said = async (days: number) => (await noteOn(client, draft, days)).found?.answers.motivering
  expect([await said(-1), await said(0), await said(1), await said(2), await said(8), await said(9)]).toEqual(
    [undefined, 'först', 'först', 'på kvällen', 'på kvällen', 'nu'],
  )
  expect((await noteOn(client, draft, 5)).found?.updatedAt).toMatch(addDays(today, 2))
})

test('a signed note was not begun, then a draft that said less, then signed as it is', async () => {
  const { client, on } = await withCalendar()
  const draft = await draftWith(client, { motivering: 'först' })
  on(3)
  const { revision } = await client.notes.save({ id: draft.id, baseRevision: 2, answers: wholeNeed })
  await client.notes.sign({ id: draft.id, baseRevision: revision })
  expect(await noteOn(client, draft, -1)).toEqual({ found: undefined, is: 'unbegun', begun: today })
  expect(await noteOn(client, draft, 2)).toMatchObject({
    is: 'draft',
    signed: addDays(today, 3),
    found: { status: 'utkast', answers: { motivering: 'först' } },
  })
  expect(await noteOn(client, draft, 3)).toMatchObject({
    is: 'signed',
    found: { status: 'journalford', answers: wholeNeed },
  })
})
