import { statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isoDateSchema } from '../../../shared/case/dates.ts'
import type { CaseId } from '../../../shared/case/ids.ts'
import { noPolicies } from '../../../shared/policy/read.ts'
import { pdfPages, qpdfCheck, readerTest } from '../export/readers.ts'
import { deciphered } from './deciphered.ts'
import {
  type Client,
  caseDetails,
  draftWith,
  inStore,
  now,
  passphrase,
  refused,
  type Started,
  signedNote,
  startCore,
  startWithArchive,
  wholeNeed,
} from './support.ts'

const policies = { ...noPolicies, policies: { disposeAfterMonths: 12 } }
const later = new Date('2027-03-05T10:00:00Z')
const words = 'Hon flyttar till Påhittade by i maj'

/** An archive with a closed case whose notes hold words that are to go, and another that stays. */
async function withClosedCase(): Promise<Started & { path: string; caseId: CaseId }> {
  let time = now
  const started = await startWithArchive({ policies, now: () => time })
  const { client } = started
  const note = await signedNote(client)
  const draft = await client.amendments.add({ note: note.id })
  for (const [index, motivering] of [words, `${words} igen`].entries())
    await client.notes.save({ id: draft.id, baseRevision: index + 1, answers: { motivering } })
  const rattelse = await client.amendments.correct({ note: note.id })
  await client.notes.save({
    id: rattelse.id,
    baseRevision: 1,
    answers: { ...rattelse.answers, motivering: `${words} då` },
  })
  await client.notes.sign({ id: rattelse.id, baseRevision: 2 })
  await client.amendments.annul({ note: rattelse.id, reason: `${words}, fel ärende` })
  await client.settings.set({ key: 'case-drafts', value: [[note.caseId, { assignedTo: words }]] })
  const { id: other } = await client.cases.create(caseDetails({ number: '26-2' }))
  expect(other).not.toBe(note.caseId)
  await client.cases.close({ id: note.caseId, reason: 'Åter i arbete.' })
  time = later
  return { ...started, caseId: note.caseId }
}

const dispose = (client: Client, caseId: CaseId, number = '26-1187') =>
  client.disposal.dispose({ caseId, number, reason: 'RA-FS 2026:1' })

describe('gallring', () => {
  test('takes all of a closed case away, leaves a receipt, and the archive still holds @security-disposal', async () => {
    const { client, core, caseId, path } = await withClosedCase()
    const notes = await client.notes.ofCase({ caseId })
    expect(await client.disposal.due()).toMatchObject([
      {
        caseId,
        number: '26-1187',
        closedOn: '2026-03-04',
        from: '2027-03-04',
        counts: { notes: 3, records: 2 },
      },
    ])
    const receipt = await dispose(client, caseId)
    expect(receipt).toMatchObject({ caseId, number: '26-1187', reason: 'RA-FS 2026:1' })
    expect(receipt.notes.map(({ id }) => id).toSorted()).toEqual(notes.map(({ id }) => id).toSorted())
    expect(receipt.notes.filter(({ record }) => record !== undefined)).toHaveLength(2)
    expect((await client.cases.list()).cases.map(({ case: { number } }) => number)).toEqual(['26-2'])
    expect(await client.disposal.receipts()).toEqual([receipt])
    expect(await core.verify()).toEqual([])
    const ids = [caseId, ...notes.map(({ id }) => id)]
    const held = await inStore(client, path, ({ raw }) => {
      const tables = raw.prepare(
        `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'`,
      )
      return tables
        .pluck()
        .all()
        .map(String)
        .filter((table) => {
          const rows = JSON.stringify(raw.prepare(`SELECT * FROM "${table}"`).all())
          return ids.some((id) => rows.includes(id))
        })
        .toSorted()
    })
    expect(held).toEqual(['disposals', 'disposed_notes', 'log'])
  })

  test('takes who has put the case aside away, and the lists and searches that name its person, and says so before @security-disposal', async () => {
    const { client, caseId, path } = await withClosedCase()
    const { case: of } = await client.cases.get({ id: caseId })
    await client.watch.mark({ caseId, until: isoDateSchema.parse('2027-06-01') })
    const listed = (name: string, text: string) => ({
      id: crypto.randomUUID(),
      name,
      query: { of: 'case', filters: [{ column: 'name', op: 'is', text }], columns: ['number'], sort: [] },
    })
    const about = listed('Återgången', of.insured.name.toUpperCase())
    const other = listed('Andra', 'Göran Ek')
    const key = 'watch-lists:Nina Holm'
    await client.settings.set({ key, value: { lists: [about, other], pinned: [about.id, 'late'] } })
    await client.search.saved.save({ name: 'Hennes', text: of.insured.name })
    await client.search.saved.save({ name: 'Bolagets', text: 'Påhittade Plåt AB' })
    // The other case is about the same person, then about somebody of the same name, then about neither.
    const others = async (insured: { name: string; personnummer: string }) => {
      const other26 = await client.cases.numbered({ number: '26-2' })
      if (other26 === undefined) throw new Error('There is no other case.')
      const { revision, case: before } = other26
      await client.cases.update({
        id: before.id,
        baseRevision: revision,
        details: caseDetails({ number: '26-2', insured }),
      })
    }
    expect(await client.disposal.due()).toMatchObject([{ kept: [] }])
    await others({ name: of.insured.name, personnummer: '18960315-1235' })
    expect(await client.disposal.due()).toMatchObject([{ kept: [] }])
    await others({ name: 'Åsa Öst', personnummer: '18960315-1235' })
    expect(await client.disposal.due()).toMatchObject([{ kept: ['Återgången', 'Hennes'] }])
    await dispose(client, caseId)
    expect((await client.settings.get())[key]).toEqual({ lists: [other], pinned: ['late'] })
    expect((await client.search.saved.list()).map(({ name }) => name)).toEqual(['Bolagets'])
    const marks = await inStore(client, path, ({ raw }) => raw.prepare('SELECT * FROM case_marks').all())
    expect(marks).toEqual([])
  })

  test('leaves no page with what was written, neither in the file nor in its log @security-disposal', async () => {
    const { client, caseId, path } = await withClosedCase()
    const pages = async () => {
      await client.archive.close()
      const plain = await deciphered(path, path)
      await client.archive.open({ path, passphrase })
      return plain
    }
    expect((await pages()).includes('flyttar till')).toBe(true)
    await dispose(client, caseId)
    const after = await pages()
    expect(['flyttar till', 'Åter i arbete', words].filter((part) => after.includes(part))).toEqual([])
  })

  test('is not in the next backup either @security-disposal', async () => {
    const { client, caseId, path } = await withClosedCase()
    const numbersInBackup = async () => {
      const { name } = await client.backups.make()
      await client.archive.close()
      await client.backups.restore({ path, name, passphrase })
      return (await client.cases.list()).cases.map(({ case: { number } }) => number)
    }
    expect(await numbersInBackup()).toEqual(['26-2', '26-1187'])
    await dispose(client, caseId)
    expect(await numbersInBackup()).toEqual(['26-2'])
  })

  test('leaves nothing in the write-ahead log, and no page of it in the next backup @security-disposal', async () => {
    const { client, caseId, path } = await withClosedCase()
    const inBackup = async () => {
      const { name } = await client.backups.make()
      const plain = await deciphered(path, join(`${path}.backups`, name))
      return ['flyttar till', 'Åter i arbete', '26-2'].filter((part) => plain.includes(part))
    }
    expect(await inBackup()).toEqual(['flyttar till', 'Åter i arbete', '26-2'])
    expect(statSync(`${path}-wal`).size).toBeGreaterThan(0)
    await dispose(client, caseId)
    expect(statSync(`${path}-wal`).size).toBe(0)
    expect(await inBackup()).toEqual(['26-2'])
  })

  test('is logged by its id alone', async () => {
    const { client, caseId, path } = await withClosedCase()
    await dispose(client, caseId)
    const entries = await inStore(client, path, ({ raw }) =>
      raw.prepare(`SELECT * FROM log WHERE action = 'case-disposed'`).all(),
    )
    expect(entries).toMatchObject([{ case_id: caseId, note_id: null }])
    expect(JSON.stringify(entries)).not.toContain('RA-FS')
  })

  test('gives a receipt to print, without anything that the case said', async () => {
    const { client, caseId } = await withClosedCase()
    await dispose(client, caseId)
    const { base64, fileName } = await client.disposal.exportReceipt({
      caseId,
      format: 'txt',
      language: 'sv',
    })
    const text = Buffer.from(base64, 'base64').toString()
    expect(fileName).toBe('gallring-2027-03-05.txt')
    expect(text).toContain('Kvitto på gallring')
    expect(text).toContain('26-1187')
    expect(text).not.toMatch(/Lisa|flyttar/)
  })

  readerTest(['pdftotext', 'qpdf'], 'gives the receipt as a whole PDF as well', async () => {
    const { client, caseId } = await withClosedCase()
    const { notes } = await dispose(client, caseId)
    const receipt = await client.disposal.exportReceipt({ caseId, format: 'pdf', language: 'sv' })
    const bytes = Buffer.from(receipt.base64, 'base64')
    expect(qpdfCheck(bytes)).toContain('No syntax or stream encoding errors')
    const text = pdfPages(bytes).join('\n')
    for (const said of ['Kvitto på gallring', '26-1187', 'RA-FS 2026:1', 'Anna Ek, utredare'])
      expect(text).toContain(said)
    // A digest is broken into lines where its column ends.
    const squeezed = text.replace(/\s/gu, '')
    for (const { content } of notes) expect(squeezed).toContain(content)
    expect(text).not.toMatch(/Lisa|flyttar/)
  })

  const refusals: readonly [string, (started: { client: Client; caseId: CaseId }) => Promise<unknown>][] = [
    ['whose number is typed wrong', ({ client, caseId }) => dispose(client, caseId, '26-2')],
    [
      'that is open again',
      async ({ client, caseId }) => {
        await client.cases.reopen({ id: caseId })
        return dispose(client, caseId)
      },
    ],
  ]
  test.each(refusals)('is refused for a case %s @security-disposal', async (_what, attempt) => {
    const started = await withClosedCase()
    expect((await refused(attempt(started))).code).toBe('CASE_NOT_DUE')
    expect((await started.client.cases.list()).cases).toHaveLength(2)
  })

  test('is refused before its time, and always where the agency has decided no time', async () => {
    for (const each of [policies, noPolicies]) {
      const { client } = await startWithArchive({ policies: each })
      const { caseId } = await draftWith(client, wholeNeed)
      await client.cases.close({ id: caseId, reason: 'Klart.' })
      expect(await client.disposal.due()).toEqual([])
      expect((await refused(dispose(client, caseId))).code).toBe('CASE_NOT_DUE')
    }
  })

  test('is nothing that an import undoes: the case never comes back', async () => {
    const { client, caseId } = await withClosedCase()
    const json = await client.cases.dump({ id: caseId })
    await dispose(client, caseId)
    expect(await refused(client.cases.import({ json }))).toMatchObject({
      code: 'CASE_DISPOSED',
      data: { number: '26-1187' },
    })
  })
})

test('a case is closed and opened by its own calls; a change of its details leaves that alone', async () => {
  const { client } = await startWithArchive()
  const { id } = await client.cases.create(caseDetails())
  const closed = { on: '2026-03-04', reason: 'Åter i arbete.' }
  expect((await client.cases.close({ id, reason: ' Åter i arbete. ' })).case.closed).toEqual(closed)
  await client.cases.update({ id, baseRevision: 2, details: caseDetails({ extent: 25 }) })
  expect((await client.cases.get({ id })).case).toMatchObject({ extent: 25, closed })
  expect((await client.cases.reopen({ id })).case).not.toHaveProperty('closed')
})

test('calls of a core without an archive are refused', async () => {
  expect((await refused(startCore().client.disposal.due())).code).toBe('ARCHIVE_CLOSED')
})
