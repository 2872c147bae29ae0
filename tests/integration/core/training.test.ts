import { existsSync, rmSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { dayOfCase } from '../../../shared/case/chain.ts'
import { addDays, swedishDate } from '../../../shared/case/dates.ts'
import { reportAskedSchema } from '../../../shared/indicators/figure.ts'
import { aroundCase, aroundNote } from '../../../shared/note/context.ts'
import { checkCase, checkNote } from '../../../shared/rules/index.ts'
import { packCaseId, packNoteId } from '../../../shared/training/ids.ts'
import { PACK_DRAFT } from '../../../shared/training/pack-draft.ts'
import { type Client, needTemplate, now, present, refused, startDemo, startWithArchive } from './support.ts'

const id = 'plan-eller-planering'
const today = swedishDate(now)
const listed = (loaded: boolean): unknown => expect.objectContaining({ id, loaded })

/** The file of a pack that somebody has written, and again when its title has been corrected; and how many cases it has. */
async function ownPack(client: Client) {
  const { $schema: _schema, ...pack } = await client.training.pack({ id })
  return {
    cases: pack.cases.length,
    file: (sv = pack.title.sv) => ({
      text: JSON.stringify({ ...pack, id: 'eget-paket', title: { sv, en: sv } }),
    }),
  }
}

describe('a pack comes into the demo archive', () => {
  test('its cases are on their days, and its notes written and signed on theirs', async () => {
    const { client, core } = await startDemo()
    const before = (await client.cases.list()).cases.length
    const pack = await client.training.pack({ id })
    expect(await client.training.list()).toContainEqual(listed(false))
    await client.training.load({ pack: id })
    expect(await client.training.list()).toContainEqual(listed(true))
    expect((await client.cases.list()).cases.length).toBe(before + pack.cases.length)
    const { case: of, notes } = await client.cases.get({ id: packCaseId(id, 'asta') })
    expect(dayOfCase(of.firstSickDay, today)).toBe(94)
    expect(
      notes.map((note) => [dayOfCase(of.firstSickDay, swedishDate(new Date(note.createdAt))), note.status]),
    ).toEqual([
      [33, 'journalford'],
      [36, 'journalford'],
      [40, 'journalford'],
    ])
    expect(await client.notes.get({ id: packNoteId(id, 'asta', 'planering') })).toMatchObject({
      answers: { behovet: { note: packNoteId(id, 'asta', 'behov') }, datum: addDays(of.firstSickDay, 39) },
      author: { name: 'Anna Ek', role: 'utredare' },
    })
    expect(await core.verify()).toEqual([])
  })

  test('for another day all of it is moved, and day 94 is that day', async () => {
    const { client } = await startDemo()
    const day = addDays(today, 7)
    await client.training.load({ pack: id, day })
    const { case: of } = await client.cases.get({ id: packCaseId(id, 'asta') })
    expect(dayOfCase(of.firstSickDay, day)).toBe(94)
  })

  test.each([-544, 7])('and the archive is played on it, %i days from that of the calendar', async (days) => {
    const { client } = await startDemo()
    const day = addDays(today, days)
    await client.training.load({ pack: 'tva-ar-i-ett-arende', day })
    expect(await client.archive.status()).toMatchObject({ playedOn: day })
    const written = await client.notes.create({
      caseId: packCaseId('tva-ar-i-ett-arende', 'sixten'),
      templateId: needTemplate,
    })
    expect(swedishDate(new Date(written.createdAt))).toBe(day)
    await client.archive.close()
    expect(await client.archive.demo()).toMatchObject({ playedOn: day })
  })

  test('the file of a pack that somebody sent comes in as well', async () => {
    const { client } = await startDemo()
    const { $schema: _schema, ...pack } = await client.training.pack({ id })
    const text = JSON.stringify({ ...pack, id: 'eget-paket' })
    expect(await client.training.load({ pack: { text } })).toMatchObject({ id: 'eget-paket', loaded: true })
    // It is there to be practised and printed later on, and after it has begun again.
    await client.training.reset({ to: 'pack' })
    expect(await client.training.list()).toContainEqual(
      expect.objectContaining({ id: 'eget-paket', loaded: true }),
    )
    expect(await client.training.pack({ id: 'eget-paket' })).toMatchObject({ id: 'eget-paket' })
    expect(Object.keys(await client.settings.get())).not.toContain('demo-packs')
  })
})

test('every pack that ships comes in beside the others, and all that it writes holds', async () => {
  const { client, core } = await startDemo()
  for (const { id: each } of await client.training.list()) {
    await client.training.load({ pack: each })
    const { cases } = await client.training.pack({ id: each })
    for (const { key } of cases) await client.cases.get({ id: packCaseId(each, key) })
  }
  expect((await client.training.list()).filter(({ loaded }) => !loaded)).toEqual([])
  expect(await core.verify()).toEqual([])
})

describe('a pack is refused, and nothing of it is left', () => {
  test('in a real archive, with the reason', async () => {
    const { client } = await startWithArchive()
    expect(await refused(client.training.load({ pack: id }))).toMatchObject({ code: 'DEMO_ONLY' })
    expect(await refused(client.training.reset({ to: 'new' }))).toMatchObject({ code: 'DEMO_ONLY' })
    expect((await client.cases.list()).cases.length).toBe(0)
  })

  test('where it is loaded already, where nobody knows it, and where its file is broken', async () => {
    const { client } = await startDemo()
    await client.training.load({ pack: id })
    expect(await refused(client.training.load({ pack: id }))).toMatchObject({
      code: 'PACK_LOADED',
      data: { id },
    })
    expect(await refused(client.training.load({ pack: 'inget' }))).toMatchObject({
      code: 'NOT_FOUND',
      data: { what: 'pack' },
    })
    expect(await refused(client.training.load({ pack: { text: '{}' } }))).toMatchObject({
      code: 'PACK_REFUSED',
    })
  })

  test('from a file that is there already, until somebody says that it comes in its place', async () => {
    const { client } = await startDemo()
    const { file } = await ownPack(client)
    await client.training.load({ pack: file() })
    expect(await refused(client.training.load({ pack: file('Rättat') }))).toMatchObject({
      code: 'PACK_LOADED',
    })
  })

  test('where one of its notes cannot be signed: the archive is as it was', async () => {
    const { client, core, path } = await startDemo()
    const before = (await client.cases.list()).cases.length
    const pack = await client.training.pack({ id })
    // A planering that is called complete without consultation is an error (R27).
    const text = JSON.stringify({ ...pack, id: 'fel' }).replaceAll('"samrad":"ja"', '"samrad":"nej"')
    expect(await refused(client.training.load({ pack: { text } }))).toMatchObject({
      code: 'NOTE_HAS_ERRORS',
    })
    expect((await client.cases.list()).cases.length).toBe(before)
    expect(await core.verify()).toEqual([])
    expect(existsSync(`${path}.part-before`)).toBe(false)
  })
})

describe('a pack from a file is corrected and comes in again', () => {
  test('in its place, with its own cases and notes; all else that was written stays', async () => {
    const { client, core } = await startDemo()
    const { cases, file } = await ownPack(client)
    const before = (await client.cases.list()).cases
    await client.training.load({ pack: file() })
    const elsewhere = await client.notes.create({
      caseId: present(before[0]).case.id,
      templateId: needTemplate,
    })
    await client.notes.create({ caseId: packCaseId('eget-paket', 'asta'), templateId: needTemplate })
    for (const title of ['Rättat', 'Rättat igen']) {
      const pack = await client.training.load({ pack: file(title), replace: true })
      const own = (await client.training.list()).filter((each) => each.id.startsWith('eget-paket'))
      expect(own).toMatchObject([{ id: pack.id, title: { sv: title }, loaded: true }])
      expect((await client.cases.list()).cases.length).toBe(before.length + cases)
      expect((await client.cases.get({ id: packCaseId(pack.id, 'asta') })).notes).toHaveLength(3)
    }
    expect(await client.notes.get({ id: elsewhere.id })).toMatchObject({ id: elsewhere.id })
    expect(await core.verify()).toEqual([])
  })

  test('and the archive is put back to the corrected one', async () => {
    const { client, core } = await startDemo()
    const { file } = await ownPack(client)
    await client.training.load({ pack: file() })
    const pack = await client.training.load({ pack: file('Rättat'), replace: true })
    await client.training.reset({ to: 'pack' })
    expect((await client.training.list()).filter(({ loaded }) => loaded)).toMatchObject([{ id: pack.id }])
    expect((await client.cases.get({ id: packCaseId(pack.id, 'asta') })).notes).toHaveLength(3)
    expect(await core.verify()).toEqual([])
  })
})

describe('the demo archive is put back', () => {
  test.each(['pack', 'new'] as const)(
    'to %s, and the pack that is being written is as it was',
    async (to) => {
      const { client } = await startDemo()
      await client.training.load({ pack: id })
      const value = { title: { sv: 'Två vägar', en: '' } }
      await client.settings.set({ key: PACK_DRAFT, value })
      await client.training.reset({ to })
      expect((await client.settings.get())[PACK_DRAFT]).toEqual(value)
    },
  )

  test('to how it was when its pack had been loaded: what was written and signed since is gone', async () => {
    const { client, core } = await startDemo()
    await client.training.load({ pack: id })
    const status = await client.archive.status()
    const caseId = packCaseId(id, 'asta')
    const written = await client.notes.create({ caseId, templateId: needTemplate })
    const answers = (await client.notes.get({ id: packNoteId(id, 'asta', 'behov') })).answers
    const { revision } = await client.notes.save({ id: written.id, baseRevision: written.revision, answers })
    await client.notes.sign({ id: written.id, baseRevision: revision })
    const reset = await client.training.reset({ to: 'pack' })
    expect(reset).toMatchObject({
      state: 'open',
      archive: present(status.state === 'open' ? status.archive : undefined),
    })
    expect((await client.cases.get({ id: caseId })).notes).toHaveLength(3)
    expect(await client.training.list()).toContainEqual(listed(true))
    expect(await core.verify()).toEqual([])
    await client.archive.close()
    expect(await client.archive.demo()).toMatchObject({ state: 'open' })
  })

  test('to how its packs were as they came, without what was written before the next of them', async () => {
    const { client, core } = await startDemo()
    await client.training.load({ pack: id })
    const caseId = packCaseId(id, 'asta')
    await client.notes.create({ caseId, templateId: needTemplate })
    await client.training.load({ pack: 'tva-ar-i-ett-arende' })
    expect((await client.cases.get({ id: caseId })).notes).toHaveLength(4)
    await client.training.reset({ to: 'pack' })
    expect((await client.cases.get({ id: caseId })).notes).toHaveLength(3)
    expect((await client.training.list()).filter(({ loaded }) => loaded)).toHaveLength(2)
    expect(await core.verify()).toEqual([])
  })

  test('to a new one, made for today, without its packs', async () => {
    const { client, core } = await startDemo()
    const cases = (await client.cases.list()).cases.map((each) => each.case.number)
    await client.training.load({ pack: id })
    await client.training.reset({ to: 'new' })
    expect((await client.cases.list()).cases.map((each) => each.case.number)).toEqual(cases)
    expect(await client.training.list()).toContainEqual(listed(false))
    await client.training.load({ pack: id })
    expect(await core.verify()).toEqual([])
  })

  test('to one with cases enough for the figures, with its packs as they came', {
    timeout: 120_000,
  }, async () => {
    const { client } = await startDemo()
    await client.training.load({ pack: id })
    const caseId = packCaseId(id, 'asta')
    await client.notes.create({ caseId, templateId: needTemplate })
    const figures = async () => {
      const asked = { population: 'employedLong', from: '2025-04', to: '2026-03', today }
      const report = await client.indicators.report(reportAskedSchema.parse(asked))
      return report.figures.filter(({ whole }) => whole.shown && whole.value > 0)
    }
    expect(await figures()).toEqual([])
    await client.training.reset({ to: 'many' })
    expect((await figures()).length).toBeGreaterThan(0)
    expect((await client.cases.get({ id: caseId })).notes).toHaveLength(3)
  })

  test('and never to what was kept of another archive that lay there before', async () => {
    const { client, path } = await startDemo()
    await client.training.load({ pack: id })
    await client.archive.close()
    for (const end of ['', '.key']) rmSync(`${path}${end}`)
    await client.archive.demo()
    await client.training.reset({ to: 'pack' })
    expect(await client.training.list()).toContainEqual(listed(false))
  })

  test('and every window hears of another opening', async () => {
    const { client, core } = await startDemo()
    const other = core.line()
    const heard = other.state.changes.subscribe(other.line)
    const before = await client.archive.status()
    const after = await client.training.reset({ to: 'pack' })
    expect((await heard.next()).value).toEqual({ type: 'archive', own: false })
    expect(before.state === 'open' && after.state === 'open' && before.opening !== after.opening).toBe(true)
  })
})

test('the pack of rules breaks each rule in the archive as the trainer shows it, and nothing in its mended cases', async () => {
  const { client, core } = await startDemo()
  await client.training.load({ pack: 'regel-for-regel' })
  const pack = await client.training.pack({ id: 'regel-for-regel' })
  const templates = await client.templates.list()
  const found: (readonly [string, readonly string[]])[] = []
  for (const { key } of pack.cases) {
    const { case: of } = await client.cases.get({ id: packCaseId(pack.id, key) })
    const around = aroundCase(await client.notes.ofCase({ caseId: of.id }), templates)
    const context = { case: of, today, language: 'sv' } as const
    const markers = [
      ...checkCase({ ...context, ...around }),
      ...around.others.flatMap((subject) =>
        checkNote(subject, { ...context, ...aroundNote(around, subject.note.id) }),
      ),
    ]
    found.push([key, markers.map(({ rule }) => rule).filter((rule) => rule.startsWith('R'))])
  }
  expect(found).toEqual(
    pack.cases.map(({ key }) => [key, key.endsWith('-fel') ? [`R${Number(key.slice(1, 3))}`] : []]),
  )
  expect(await core.verify()).toEqual([])
})
