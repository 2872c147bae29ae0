import { describe, expect, test } from 'vitest'
import { csvCell } from '../../../main/core/log-file.ts'
import { logActions } from '../../../main/store/log.ts'
import { isTextKey } from '../../../shared/text/index.ts'
import {
  type Client,
  caseDetails,
  draftWith,
  present,
  signedNote,
  startWithArchive,
  workAs,
} from './support.ts'

const eva = { name: 'Eva Sten', role: 'specialist' } as const
const all = { filter: {}, limit: 100 }
const actionsOf = async (client: Client, filter = {}) =>
  (await client.log.list({ filter, limit: 100 })).entries.map(({ action }) => action)

const textOf = ({ base64 }: { base64: string }) => Buffer.from(base64, 'base64').toString('utf8')

describe('the log', () => {
  test('tells who did what, the newest first, with the number of the case and the name of the user', async () => {
    const { client } = await startWithArchive()
    const note = await signedNote(client)
    const { id } = await client.people.add({ name: 'Eva Sten', roles: ['lasare'], rights: [] })
    const { entries, more } = await client.log.list(all)
    expect(more).toBe(false)
    expect(entries.filter(({ action }) => action !== 'signing-key-made')).toMatchObject([
      { action: 'user-added', userId: id, userName: 'Eva Sten', by: { name: 'Anna Ek', role: 'utredare' } },
      { action: 'note-signed', noteId: note.id, caseNumber: '26-1187' },
      { action: 'note-created', noteId: note.id },
      { action: 'case-created', caseId: note.caseId },
      { action: 'archive-created', userName: 'Anna Ek' },
    ])
  })

  test('is read a stretch at a time', async () => {
    const { client } = await startWithArchive()
    await signedNote(client)
    const first = await client.log.list({ filter: {}, limit: 3 })
    expect(first.more).toBe(true)
    const before = present(first.entries.at(-1)).seq
    const rest = await client.log.list({ filter: {}, limit: 3, before })
    expect(rest.more).toBe(false)
    expect([...first.entries, ...rest.entries]).toEqual((await client.log.list(all)).entries)
  })

  test('is filtered by user, action, case and day', async () => {
    let time = new Date('2026-03-04T22:30:00Z')
    const { client } = await startWithArchive({ now: () => time })
    const { caseId } = await draftWith(client, {})
    // Half past midnight in Sweden, though still the fourth in UTC.
    time = new Date('2026-03-04T23:30:00Z')
    await client.cases.create(caseDetails({ number: '26-2222' }))
    const worker = await workAs(client, eva, ['anvandare'])
    expect(await actionsOf(client, { case: caseId })).toEqual(['note-created', 'case-created'])
    expect(await actionsOf(client, { user: worker.id })).toEqual([
      'user-began',
      'user-switched',
      'user-added',
    ])
    expect(await actionsOf(client, { action: 'case-created' })).toHaveLength(2)
    expect(await actionsOf(client, { from: '2026-03-05' })).toHaveLength(4)
    expect(await actionsOf(client, { to: '2026-03-04' })).toEqual([
      'note-created',
      'case-created',
      'archive-created',
    ])
    expect(await client.log.actions()).toEqual([
      'archive-created',
      'case-created',
      'note-created',
      'user-added',
      'user-began',
      'user-switched',
    ])
  })

  test('holds nothing of what was written, in the window or in a file @security-log', async () => {
    const { client } = await startWithArchive()
    const note = await signedNote(client)
    await client.notes.export({ id: note.id, format: 'txt', language: 'sv' })
    const shown = JSON.stringify(await client.log.list(all))
    const files = await Promise.all(
      (['csv', 'json'] as const).map((format) => client.log.export({ filter: {}, format, language: 'sv' })),
    )
    for (const text of [shown, ...files.map(textOf)]) {
      expect(text).toContain(note.id)
      for (const secret of ['Lisa', '18930412', 'Påhittade Plåt', 'tillbaka i arbete'])
        expect(text).not.toContain(secret)
    }
  })

  test('as a file has the oldest first, in words for a spreadsheet and as it is for a program', async () => {
    const { client } = await startWithArchive()
    await signedNote(client)
    const csv = await client.log.export({ filter: {}, format: 'csv', language: 'sv' })
    expect(csv).toMatchObject({ fileName: 'klarlagt-logg.csv', mimeType: 'text/csv' })
    const [head, first] = textOf(csv).replace('\uFEFF', '').split('\r\n')
    expect(head).toBe('"Nummer";"Tid";"Av";"Roll";"Vad";"Ärende";"Anteckning";"Användare"')
    expect(first).toBe(
      '"1";"2026-03-04T10:00:00.000Z";"Anna Ek";"Utredare";"Arkivet skapades";"";"";"Anna Ek"',
    )
    const json = await client.log.export({ filter: {}, format: 'json', language: 'sv' })
    expect(JSON.parse(textOf(json))).toEqual((await client.log.list(all)).entries.toReversed())
  })

  test('a name that looks like a formula is no formula in the file @security-log', async () => {
    const { client } = await startWithArchive()
    await client.people.add({ name: '=HYPERLINK("https://exempel.test")', roles: ['lasare'], rights: [] })
    const csv = textOf(await client.log.export({ filter: {}, format: 'csv', language: 'sv' }))
    expect(csv).toContain(`"'=HYPERLINK(""https://exempel.test"")"`)
  })
})

test.each([
  ['Anna Ek', '"Anna Ek"'],
  ['Anna "Annie" Ek', '"Anna ""Annie"" Ek"'],
  ['=1+1', `"'=1+1"`],
  [' =1+1', `"' =1+1"`],
  ['+46', `"'+46"`],
  ['-1', `"'-1"`],
  ['@SUM(A1)', `"'@SUM(A1)"`],
  ['\tx', `"'\tx"`],
  ['a;b', '"a;b"'],
])('%j is written as the cell %s @security-log', (text, cell) => {
  expect(csvCell(text)).toBe(cell)
})

test('everything that is logged has words', () => {
  expect(logActions.filter((action) => !isTextKey(`lists.logAction.${action}`))).toEqual([])
})
