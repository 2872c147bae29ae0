import { describe, expect, test } from 'vitest'
import { readRevision, readRevisions } from '../../../main/store/history/revisions.ts'
import { MAX_FIELD_CHARS, MAX_NOTE_CHARS } from '../../../shared/case/limits.ts'
import { templateIdSchema } from '../../../shared/template/template.ts'
import {
  anna,
  caseDetails,
  changeCase,
  draftWith,
  inStore,
  needTemplate,
  now,
  passphrase,
  refused,
  signedNote,
  startCore,
  startWithArchive,
  wholeNeed,
  workAs,
} from './support.ts'

const eva = { name: 'Eva Sten', role: 'specialist' } as const
const missing = '0b8d1b8e-6a53-4c8e-9d5e-0a8f6b0a5d11'

describe('cases', () => {
  test('are listed by number as people count, with the summaries of their notes', async () => {
    const { client } = await startWithArchive()
    for (const number of ['26-100', '26-20', '9-3']) await client.cases.create(caseDetails({ number }))
    const [, second] = (await client.cases.list()).cases
    expect((await client.cases.list()).cases.map((one) => one.case.number)).toEqual([
      '9-3',
      '26-20',
      '26-100',
    ])
    const note = await client.notes.create({ caseId: second?.case.id ?? missing, templateId: needTemplate })
    expect((await client.cases.list()).cases[1]?.notes).toMatchObject([
      { id: note.id, status: 'utkast', revision: 1 },
    ])
  })

  test('keep personnummer and organisation numbers in their long form, and texts clean', async () => {
    const { client } = await startWithArchive()
    const typed = caseDetails({
      insured: { name: 'A\u030asa\u0000 Berg', personnummer: '189304122386' },
      employment: { kind: 'anstalld', employer: { name: 'X AB', organisationNumber: '5590123450' } },
    })
    expect(await client.cases.create(typed)).toMatchObject({
      insured: { name: 'Åsa Berg', personnummer: '18930412-2386' },
      employment: { employer: { organisationNumber: '559012-3450' } },
    })
  })

  test('never share a number', async () => {
    const { client } = await startWithArchive()
    const first = await client.cases.create(caseDetails())
    const taken = { code: 'CASE_NUMBER_TAKEN', data: { number: '26-1187' } }
    expect(await refused(client.cases.create(caseDetails()))).toMatchObject(taken)
    const second = await client.cases.create(caseDetails({ number: '26-2' }))
    expect(await refused(changeCase(client, second.id, { number: '26-1187' }))).toMatchObject(taken)
    expect(await changeCase(client, first.id, { extent: 50 })).toMatchObject({
      case: { number: '26-1187', extent: 50 },
      revision: 2,
    })
  })

  test.each([
    ['a personnummer whose check digit fails', { insured: { name: 'X', personnummer: '18930412-2380' } }],
    ['a first sick day that does not exist', { firstSickDay: '2026-02-30' }],
    [
      'an organisation number whose check digit fails',
      { employment: { kind: 'anstalld', employer: { name: 'X', organisationNumber: '559012-3451' } } },
    ],
  ])('with %s are refused', async (_what, changes) => {
    const { client } = await startWithArchive()
    const wrong: Record<string, unknown> = { ...caseDetails(), ...changes }
    await expect(Reflect.apply(client.cases.create, undefined, [wrong])).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    })
    expect((await client.cases.list()).cases).toEqual([])
  })

  test('that are not there are said not to be', async () => {
    const { client } = await startWithArchive()
    const { id } = await client.cases.create(caseDetails())
    const other = { id, baseRevision: 1, details: caseDetails() }
    const { client: elsewhere } = await startWithArchive()
    const notFound = { code: 'NOT_FOUND', data: { what: 'case', id } }
    expect(await refused(elsewhere.cases.get({ id }))).toMatchObject(notFound)
    expect(await refused(elsewhere.cases.update(other))).toMatchObject(notFound)
    expect(await refused(elsewhere.cases.dump({ id }))).toMatchObject(notFound)
    expect(await refused(elsewhere.notes.ofCase({ caseId: id }))).toMatchObject(notFound)
    expect(await refused(elsewhere.notes.create({ caseId: id, templateId: needTemplate }))).toMatchObject(
      notFound,
    )
  })
})

describe('a save', () => {
  test('is a revision, the first is kept, and each minute of today can be read', async () => {
    let minute = 0
    const { client, path } = await startWithArchive({ now: () => new Date(now.getTime() + minute * 60_000) })
    const { id } = await draftWith(client, { motivering: 'ett' })
    minute = 1
    await client.notes.save({ id, baseRevision: 2, answers: { motivering: 'två' } })
    await inStore(client, path, (db) => {
      expect(readRevisions(db, id)).toMatchObject([
        { revision: 1, by: anna },
        { revision: 2, by: anna },
        { revision: 3, by: anna },
      ])
      expect(readRevision(db, id, 1).answers).toEqual({})
      expect(readRevision(db, id, 2).answers).toEqual({ motivering: 'ett' })
      expect(() => readRevision(db, id, 9)).toThrow('NOT_FOUND')
    })
  })

  test('of what is stored already makes no revision', async () => {
    const { client, path } = await startWithArchive()
    const { id } = await draftWith(client, wholeNeed)
    const again = await client.notes.save({ id, baseRevision: 2, answers: { ...wholeNeed } })
    expect(again.revision).toBe(2)
    expect(await inStore(client, path, (db) => readRevisions(db, id))).toHaveLength(2)
  })

  test('sent again after a lost reply is no conflict', async () => {
    const { client } = await startWithArchive()
    const { id } = await draftWith(client, wholeNeed)
    expect((await client.notes.save({ id, baseRevision: 1, answers: wholeNeed })).revision).toBe(2)
  })

  test('from a revision that is no longer the newest is refused, and neither text is lost', async () => {
    const { client, path } = await startWithArchive()
    const { id } = await draftWith(client, { motivering: 'i det andra fönstret' })
    const conflict = await refused(
      client.notes.save({ id, baseRevision: 1, answers: { motivering: 'i det här fönstret' } }),
    )
    expect(conflict.code).toBe('CONFLICT')
    expect(conflict.data).toEqual({ current: await client.notes.get({ id }) })
    expect((await client.notes.get({ id })).answers).toEqual({ motivering: 'i det andra fönstret' })
    // The caller still has its own answers, and saves them from the revision it was told of.
    const saved = await client.notes.save({ id, baseRevision: 2, answers: { motivering: 'båda' } })
    expect(saved.revision).toBe(3)
    expect(await inStore(client, path, (db) => readRevision(db, id, 2).answers)).toEqual({
      motivering: 'i det andra fönstret',
    })
  })

  test('of 10 MB in a field is refused, names the field, and cuts nothing', async () => {
    const { client } = await startWithArchive()
    const { id } = await draftWith(client, { motivering: 'kvar' })
    const characters = 10 * 1024 * 1024
    const answers = { motivering: 'a'.repeat(characters), annat: 'b' }
    expect(await refused(client.notes.save({ id, baseRevision: 2, answers }))).toMatchObject({
      code: 'TOO_LARGE',
      data: { field: 'motivering', characters, limit: MAX_FIELD_CHARS },
    })
    expect(await client.notes.get({ id })).toMatchObject({ revision: 2, answers: { motivering: 'kvar' } })
  })

  test('of a formatted text is measured over all its parts', async () => {
    const { client } = await startWithArchive()
    const { id } = await draftWith(client, {})
    const runs = Array.from({ length: 30 }, () => ({ text: 'x'.repeat(10_000) }))
    const answers = { beskrivning: { blocks: [{ type: 'paragraph', runs }] } }
    expect(await refused(client.notes.save({ id, baseRevision: 1, answers }))).toMatchObject({
      code: 'TOO_LARGE',
      data: { field: 'beskrivning', characters: 300_000 + 'paragraph'.length },
    })
  })

  test('of more than a whole note takes is refused, and a field at its limit is not', async () => {
    const { client } = await startWithArchive()
    const { id } = await draftWith(client, {})
    const full = 'x'.repeat(MAX_FIELD_CHARS)
    const fields = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, n) => [`f${n}`, full]))
    expect(await refused(client.notes.save({ id, baseRevision: 1, answers: fields(21) }))).toMatchObject({
      code: 'TOO_LARGE',
      data: { limit: MAX_NOTE_CHARS },
    })
    expect((await client.notes.save({ id, baseRevision: 1, answers: fields(2) })).revision).toBe(2)
  })

  test('cleans NUL, lone surrogates and decomposed letters, and keeps right-to-left marks', async () => {
    const { client } = await startWithArchive()
    const text = 'a\u0000b \ud800 a\u030a \u202eab\u200f'
    const { id } = await draftWith(client, { motivering: text })
    expect((await client.notes.get({ id })).answers.motivering).toBe('ab \ufffd å \u202eab\u200f')
  })

  test('keeps answers for fields that the template does not have', async () => {
    const { client } = await startWithArchive()
    const { answers } = await draftWith(client, { 'finns-inte': [1, { a: null }] })
    expect(answers).toEqual({ 'finns-inte': [1, { a: null }] })
  })
})

describe('whoever writes', () => {
  test('a change of user concerns later notes and saves alone', async () => {
    const { client, path } = await startWithArchive()
    const before = await draftWith(client, {})
    const worker = await workAs(client, eva)
    const after = await client.notes.create({ caseId: before.caseId, templateId: needTemplate })
    expect(after.author).toEqual(worker)
    expect((await client.notes.get({ id: before.id })).author).toMatchObject(anna)
    await client.notes.save({ id: before.id, baseRevision: before.revision, answers: { a: 'b' } })
    const revisions = await inStore(client, path, (db) => readRevisions(db, before.id))
    expect(revisions.map(({ by }) => by.name)).toEqual(['Anna Ek', 'Eva Sten'])
    await client.archive.close()
    expect(await client.archive.open({ path, passphrase })).toMatchObject({ user: worker, chosen: false })
  })
})

describe('what is not there', () => {
  test('a note, a template', async () => {
    const { client } = await startWithArchive()
    const note = await draftWith(client, {})
    const { client: elsewhere } = await startWithArchive()
    const notFound = { code: 'NOT_FOUND', data: { what: 'note', id: note.id } }
    expect(await refused(elsewhere.notes.get({ id: note.id }))).toMatchObject(notFound)
    expect(await refused(elsewhere.notes.save({ id: note.id, baseRevision: 1, answers: {} }))).toMatchObject(
      notFound,
    )
    const templateId = templateIdSchema.parse('finns-inte')
    expect(await refused(client.notes.create({ caseId: note.caseId, templateId }))).toMatchObject({
      code: 'NOT_FOUND',
      data: { what: 'template', id: 'finns-inte' },
    })
  })
})

describe('exports', () => {
  test('a signed note is exported with the case as it was when it was signed', async () => {
    const { client } = await startWithArchive()
    const note = await signedNote(client)
    await changeCase(client, note.caseId, { number: '26-9999' })
    const file = await client.notes.export({ id: note.id, format: 'txt', language: 'sv' })
    const text = Buffer.from(file.base64, 'base64').toString('utf8')
    expect(text).toContain('26-1187')
    expect(text).not.toContain('26-9999')
  })
})

test('settings are kept in the archive', async () => {
  const { client, path, core, dataDir } = await startWithArchive()
  await client.settings.set({ key: 'tema', value: { färg: 'mörk' } })
  await client.settings.set({ key: 'tema', value: 'ljus' })
  await client.settings.set({ key: 'bredd', value: 200 })
  await core.close()
  const again = startCore({ dataDir })
  await again.client.archive.open({ path, passphrase })
  expect(await again.client.settings.get()).toEqual({ bredd: 200, tema: 'ljus' })
})
