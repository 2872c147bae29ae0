import { describe, expect, test } from 'vitest'
import { isoDateSchema } from '../../../shared/case/dates.ts'
import { templateOf } from '../../../shared/template/template.ts'
import type { WorkingCopyId } from '../../../shared/template/working-copy.ts'
import { messageText } from '../../../shared/text/index.ts'
import {
  anna,
  type Client,
  caseDetails,
  inStore,
  needTemplate,
  now,
  passphrase,
  refused,
  startWithArchive,
  workAs,
} from './support.ts'

const day = (text: string) => isoDateSchema.parse(text)
const today = day('2026-03-04')
const bo = { name: 'Bo Lind', role: 'specialist' } as const
const ref = { id: needTemplate, version: 3 }
const reason = 'Lagen har ändrats.'

/** A working copy of the next version of a shipped template, written by Anna, handed in and approved by Bo. */
async function reviewed(client: Client): Promise<WorkingCopyId> {
  const { id } = await client.studio.begin({ from: { id: needTemplate, version: 2 } })
  await client.studio.act({ id, baseRevision: 1, verb: 'lamna-in' })
  await workAs(client, bo, ['mallar'])
  await client.studio.act({ id, baseRevision: 1, verb: 'godkann' })
  return id
}

async function published(client: Client, from = today) {
  return client.studio.publish({ id: await reviewed(client), baseRevision: 1, from })
}

async function newNote(client: Client, number = '26-1187') {
  const { id: caseId } = await client.cases.create(caseDetails({ number }))
  return client.notes.create({ caseId, templateId: needTemplate })
}

const offeredVersion = async (client: Client) =>
  (await client.templates.list()).find(({ id, offered }) => id === needTemplate && offered !== false)?.version

describe('before it is published', () => {
  test('a template is reviewed by somebody who has no part in the writing', async () => {
    const { client } = await startWithArchive()
    const { id } = await client.studio.begin({ from: { id: needTemplate, version: 2 } })
    await workAs(client, bo, ['mallar'])
    const copy = await client.studio.read({ id })
    if (!('template' in copy)) throw new Error('It is no JSON.')
    await client.studio.save({ id, baseRevision: 1, text: JSON.stringify(copy.template) })
    await client.studio.act({ id, baseRevision: 2, verb: 'lamna-in' })
    const own = await refused(client.studio.act({ id, baseRevision: 2, verb: 'godkann' }))
    expect(own).toMatchObject({ code: 'TEMPLATE_STEP_REFUSED', data: { why: 'own' } })
    expect(own.message).toBe('Du har själv skrivit i mallen. Någon annan måste granska den.')
    await workAs(client, anna)
    await workAs(client, { name: 'Cia Dahl', role: 'utredare' }, ['mallar'])
    expect(await client.studio.act({ id, baseRevision: 2, verb: 'godkann' })).toMatchObject({
      state: 'granskad',
      review: { verdict: 'godkand', by: { name: 'Cia Dahl' } },
    })
  })

  test('nothing is written in it while it is reviewed, and what is returned says why and is a draft again', async () => {
    const { client } = await startWithArchive()
    const id = await reviewed(client)
    expect(await refused(client.studio.save({ id, baseRevision: 1, text: '{}' }))).toMatchObject({
      code: 'TEMPLATE_FROZEN',
    })
    expect(await refused(client.studio.discard({ id }))).toMatchObject({ code: 'TEMPLATE_FROZEN' })
    const returning = { id, baseRevision: 1, verb: 'aterlamna' } as const
    expect(await refused(client.studio.act(returning))).toMatchObject({ data: { why: 'reason' } })
    const returned = await client.studio.act({ ...returning, reason: 'Rubriken är svår.' })
    expect(returned).toMatchObject({
      state: 'utkast',
      review: { verdict: 'aterlamnad', reason: 'Rubriken är svår.', by: { name: 'Bo Lind' } },
    })
    expect(await client.studio.save({ id, baseRevision: 1, text: '{}' })).toMatchObject({ revision: 2 })
  })

  test('half a template is handed in by nobody', async () => {
    const { client } = await startWithArchive()
    const { id } = await client.studio.begin({})
    expect(await refused(client.studio.act({ id, baseRevision: 1, verb: 'lamna-in' }))).toMatchObject({
      data: { why: 'unfinished' },
    })
  })

  test.each([
    ['a day that has passed', day('2026-03-03'), {}, 'past'],
    ['a number that is taken', today, { version: 2 }, 'version'],
    ['another kind than it had', today, { kind: 'mote' }, 'kind'],
    [
      'steps from a field that the version before has not',
      today,
      { follows: { from: 2, steps: [{ name: 'a', do: 'rename', field: 'borta', to: 'motivering' }] } },
      'follows',
    ],
  ])('%s is refused', async (_what, from, changes, why) => {
    const { client } = await startWithArchive()
    const copy = await client.studio.begin({ from: { id: needTemplate, version: 2 } })
    if (!('template' in copy)) throw new Error('It is no JSON.')
    const { id } = copy
    const text = JSON.stringify({ ...Object(copy.template), ...changes })
    const { revision: baseRevision } = await client.studio.save({ id, baseRevision: 1, text })
    await client.studio.act({ id, baseRevision, verb: 'lamna-in' })
    await workAs(client, bo, ['mallar'])
    await client.studio.act({ id, baseRevision, verb: 'godkann' })
    expect(await refused(client.studio.publish({ id, baseRevision, from }))).toMatchObject({
      code: 'TEMPLATE_REFUSED',
      data: { why },
    })
    expect(await client.studio.read({ id })).toMatchObject({ state: 'granskad' })
  })
})

describe('once it is published', () => {
  test('new notes are of it, notes that were begun before are what they were, and the copy is gone', async () => {
    const { core, client } = await startWithArchive()
    const before = await newNote(client)
    const head = await published(client)
    expect(head).toMatchObject({
      template: ref,
      earlier: 2,
      state: 'publicerad',
      published: { by: { name: 'Bo Lind' }, reviewedBy: { name: 'Bo Lind' }, from: today },
    })
    expect((await newNote(client, '26-1188')).template).toEqual(ref)
    expect((await client.notes.get({ id: before.id })).template).toEqual({ ...ref, version: 2 })
    expect(await client.studio.affected(ref)).toEqual({ drafts: 1 })
    expect(await client.studio.list()).toMatchObject({ working: [], published: [head] })
    expect(await core.verify()).toEqual([])
  })

  test('it is offered from its day by Swedish clocks and not before', async () => {
    let clock = now
    const { client } = await startWithArchive({ now: () => clock })
    expect(await published(client, day('2026-04-01'))).toMatchObject({ state: 'kommande' })
    clock = new Date('2026-03-31T21:59:00Z')
    expect(await offeredVersion(client)).toBe(2)
    clock = new Date('2026-03-31T22:00:00Z')
    expect(await offeredVersion(client)).toBe(3)
  })

  test.each([
    ['whose day has not come', day('2026-04-01'), false],
    ['that is withdrawn', today, true],
  ])('the version after one %s begins whole, and is handed in', async (_what, from, isWithdrawn) => {
    const { client } = await startWithArchive()
    await published(client, from)
    if (isWithdrawn) await client.studio.withdraw({ template: ref, reason })
    const { id } = await client.studio.begin({ from: ref })
    expect(await client.studio.act({ id, baseRevision: 1, verb: 'lamna-in' })).toMatchObject({
      state: 'inlamnad',
    })
  })

  test('withdrawn it is offered to nobody, and the notes that pin it are read and written on', async () => {
    const { core, client } = await startWithArchive()
    await published(client)
    const note = await newNote(client)
    expect(await refused(client.studio.withdraw({ template: ref, reason: ' ' }))).toMatchObject({
      data: { why: 'reason' },
    })
    const head = await client.studio.withdraw({ template: ref, reason })
    expect(head).toMatchObject({ state: 'tillbakadragen', withdrawn: { reason, by: { name: 'Bo Lind' } } })
    expect(await refused(client.studio.withdraw({ template: ref, reason }))).toMatchObject({
      data: { why: 'state' },
    })
    expect(await offeredVersion(client)).toBe(2)
    expect((await newNote(client, '26-1188')).template.version).toBe(2)
    const pinned = templateOf(await client.templates.list(), ref)
    expect(pinned).toMatchObject({ offered: false, withdrawn: head.withdrawn })
    const { base64 } = await client.notes.export({ id: note.id, format: 'txt', language: 'sv' })
    expect(Buffer.from(base64, 'base64').toString()).toContain('Behovsklarläggande')
    expect(await core.verify()).toEqual([])
  })

  test('the archive has it when it is opened again, and one that takes in a case without it says so in words', async () => {
    const { client, path } = await startWithArchive()
    await published(client)
    const note = await newNote(client)
    const json = await client.cases.dump({ id: note.caseId })
    await client.archive.close()
    await client.archive.open({ path, passphrase })
    expect(await offeredVersion(client)).toBe(3)
    const elsewhere = await startWithArchive()
    const { findings } = await elsewhere.client.cases.import({ json })
    expect(findings.map(({ message }) => messageText('sv', message))).toEqual([
      expect.stringContaining(`${needTemplate} version 3`),
    ])
    const third = await startWithArchive()
    await published(third.client)
    expect(await third.client.cases.import({ json })).toMatchObject({ notes: 1, findings: [] })
  })

  test('the log says each step and by whom', async () => {
    const { client } = await startWithArchive()
    await published(client)
    await client.studio.withdraw({ template: ref, reason })
    await workAs(client, anna)
    const { entries } = await client.log.list({ filter: {}, limit: 30 })
    const steps = entries.filter(({ action }) => action.startsWith('template-'))
    expect(steps.map(({ action, by }) => [action, by.name])).toEqual([
      ['template-withdrawn', 'Bo Lind'],
      ['template-published', 'Bo Lind'],
      ['template-approved', 'Bo Lind'],
      ['template-submitted', 'Anna Ek'],
      ['template-begun', 'Anna Ek'],
    ])
  })
})

describe('a published version stays as it was @security-signed', () => {
  test.each([
    ['its text', `UPDATE template_versions SET canonical = '{}'`],
    ['its number', `UPDATE OR REPLACE template_versions SET template_version = 9`],
    ['deleted', 'DELETE FROM template_versions'],
    ['replaced', `INSERT OR REPLACE INTO template_versions SELECT * FROM template_versions`],
    [
      'replaced by another digest',
      `INSERT OR REPLACE INTO template_versions SELECT '${'0'.repeat(64)}', template_id, template_version, '{}', seal,
        added_at, added_by FROM template_versions`,
    ],
    [
      'replaced by its rowid',
      `INSERT OR REPLACE INTO template_versions (rowid, digest, template_id, template_version, canonical, seal, added_at, added_by)
        SELECT rowid, '${'0'.repeat(64)}', 'x', 1, '{}', seal, added_at, added_by FROM template_versions`,
    ],
    ['its withdrawal', `UPDATE template_withdrawals SET reason = 'x'`],
    ['its withdrawal, taken away', 'DELETE FROM template_withdrawals'],
    [
      'its withdrawal, replaced',
      `INSERT OR REPLACE INTO template_withdrawals SELECT digest, at, by, 'x' FROM template_withdrawals`,
    ],
    ['a working copy in review', `UPDATE working_copies SET text = '{}'`],
  ])('raw SQL cannot change %s', async (_what, sql) => {
    const { client, path } = await startWithArchive()
    await published(client)
    await client.studio.withdraw({ template: ref, reason })
    const { id } = await client.studio.begin({ from: { id: needTemplate, version: 2 } })
    await client.studio.act({ id, baseRevision: 1, verb: 'lamna-in' })
    await inStore(client, path, (db) => {
      expect(() => db.raw.exec(sql)).toThrow(/never|only added/)
    })
  })

  test('and where somebody got past the triggers, verifying finds it', async () => {
    const { core, client, path } = await startWithArchive()
    await published(client)
    await inStore(client, path, (db) => {
      db.raw.exec('DROP TRIGGER template_versions_stay_at_update')
      db.raw.exec(`UPDATE template_versions SET canonical = replace(canonical, 'Behov', 'Begär')`)
    })
    expect(await core.verify()).toMatchObject([{ kind: 'template', params: ref }])
  })
})
