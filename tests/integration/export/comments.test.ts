import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { contract } from '../../../shared/api/contract.ts'
import { logFormats } from '../../../shared/api/log.ts'
import { swedishDate } from '../../../shared/case/dates.ts'
import { threadSchema } from '../../../shared/comments/thread.ts'
import { fieldIdSchema } from '../../../shared/fields/base.ts'
import { exportFormats, printFormats } from '../../../shared/journal/entry.ts'
import { renderText } from '../../../shared/journal/text.ts'
import { toJournalEntry } from '../../../shared/journal/to-entry.ts'
import { withTemplates } from '../../../shared/note/context.ts'
import { plainNote } from '../../../shared/note/note.ts'
import { readNote } from '../../../shared/note/read-note.ts'
import { editions } from '../../../shared/overview/edition.ts'
import { type Client, draftWith, now, present, startWithArchive, workAs } from '../core/support.ts'
import { libreOfficeTexts, pdfPages, readerTest } from './readers.ts'

/** Words that stand in the comments alone. */
const inComments = ['Orkidé', 'Pelargon', 'Ringblomma', 'Solros']
const field = fieldIdSchema.parse('motivering')
const text = 'Lisa är tillbaka den 9 mars.'

/** A note with a comment, an answer, a suggestion and a reason. */
async function commented() {
  const { client } = await startWithArchive()
  const note = await draftWith(client, { motivering: text, 'behov-resultat': { value: 'inget-behov' } })
  await workAs(client, { name: 'Bo Lind', role: 'specialist' })
  const anchor = { kind: 'passage', field, start: 0, end: 4, quote: 'Lisa' } as const
  const { id, entries } = await client.comments.begin({
    note: note.id,
    anchor,
    text: 'Orkidé?',
    suggestion: 'Pelargon',
  })
  await client.comments.reply({ thread: id, text: 'Ringblomma.' })
  await client.comments.decline({ thread: id, entry: present(entries[0]).id, reason: 'Solros.' })
  return { client, note }
}

const exported = async (
  client: Client,
  id: Parameters<Client['notes']['export']>[0]['id'],
  format: (typeof exportFormats)[number],
  comments?: boolean,
) => {
  const { base64 } = await client.notes.export({ id, format, language: 'sv', ...(comments && { comments }) })
  return Buffer.from(base64, 'base64')
}

/** What a file says, however it says it. */
function said(bytes: Buffer, format: string): string {
  if (format === 'pdf') return pdfPages(bytes).join('\n')
  if (format === 'docx') return libreOfficeTexts([bytes]).join('\n')
  return bytes.toString('utf8')
}

describe('no comment comes out of the archive unasked', () => {
  test('these are all the ways out that there are', () => {
    const calls = Object.entries(contract).flatMap(([room, made]) =>
      Object.keys(made).map((name) => `${room}.${name}`),
    )
    const waysOut = calls.filter((call) =>
      /export|dump|extract|register|handout|packages\.(make|answer)/i.test(call),
    )
    expect(waysOut.toSorted()).toEqual([
      'cases.dump',
      'cases.exportOverview',
      // Of what is disposed of: by then there are no comments.
      'disposal.exportReceipt',
      // All that the archive holds on a person, which is what it is asked for.
      'extract.person',
      // Counts of cases, and of what is chosen in interviews.
      'indicators.export',
      'log.export',
      'notes.export',
      // Encrypted, to be reviewed elsewhere: what is said of the notes is what it is for.
      'packages.answer',
      'packages.make',
      // A template, which is about nobody.
      'studio.export',
      // A demo pack, of which nothing is read in the archive.
      'training.handout',
      // Rows of cases, without a word of their notes.
      'watch.export',
    ])
  })

  readerTest(['pdftotext', 'soffice'], 'the note in every format', async () => {
    const { client, note } = await commented()
    for (const format of exportFormats) {
      const words = said(await exported(client, note.id, format), format)
      expect(words, format).toContain('tillbaka den 9 mars')
      for (const each of inComments) expect(words, format).not.toContain(each)
    }
  })

  readerTest(
    ['pdftotext', 'soffice'],
    'the case on one page, for the agency and for the employer',
    async () => {
      const { client, note } = await commented()
      for (const edition of editions)
        for (const format of printFormats) {
          const { base64 } = await client.cases.exportOverview({
            id: note.caseId,
            format,
            edition,
            language: 'sv',
          })
          const words = said(Buffer.from(base64, 'base64'), format)
          expect(words, `${edition} ${format}`).toContain('26-1187')
          for (const each of inComments) expect(words, `${edition} ${format}`).not.toContain(each)
        }
    },
  )

  test('the log, which says that there was a comment', async () => {
    const { client } = await commented()
    await workAs(client, { name: 'Anna Ek', role: 'utredare' })
    for (const format of logFormats) {
      const { base64 } = await client.log.export({ filter: {}, format, language: 'sv' })
      const words = Buffer.from(base64, 'base64').toString('utf8')
      expect(words, format).toMatch(/comment-added|En kommentar skrevs/)
      for (const each of inComments) expect(words, format).not.toContain(each)
    }
  })

  test('the case bundle, and the text that is copied to the case system', async () => {
    const { client, note } = await commented()
    const dumped = await client.cases.dump({ id: note.caseId })
    const [subject] = withTemplates([plainNote(note)], await client.templates.list())
    const { case: ofCase } = await client.cases.get({ id: note.caseId })
    const context = { case: ofCase, others: [], language: 'sv', today: swedishDate(now) } as const
    const copied = renderText(toJournalEntry(readNote(present(subject), context)))
    for (const words of [dumped, copied]) {
      expect(words).toContain('tillbaka den 9 mars')
      for (const each of inComments) expect(words).not.toContain(each)
    }
  })
})

describe('asked for, they follow the note', () => {
  readerTest(
    ['pdftotext', 'soffice'],
    'as an appendix that says that it is no part of the note',
    async () => {
      const { client, note } = await commented()
      for (const format of printFormats) {
        const words = said(await exported(client, note.id, format, true), format)
        expect(words.replace(/\s+/g, ' ').toLowerCase(), format).toContain(
          'bilaga: kommentarer, som inte hör till anteckningen',
        )
        for (const each of inComments) expect(words, format).toContain(each)
      }
    },
  )

  test('as a member of their own in JSON, with the note as it is without', async () => {
    const { client, note } = await commented()
    const read = async (comments: boolean): Promise<Record<string, unknown>> =>
      z
        .record(z.string(), z.unknown())
        .parse(JSON.parse((await exported(client, note.id, 'json', comments)).toString('utf8')))
    const [plain, whole] = [await read(false), await read(true)]
    expect(whole.note).toEqual(plain.note)
    expect(plain).not.toHaveProperty('comments')
    expect(threadSchema.array().parse(whole.comments)).toEqual(
      await client.comments.ofNote({ note: note.id }),
    )
  })

  test('and where there are none the file is the same', async () => {
    const { client } = await startWithArchive()
    const note = await draftWith(client, { motivering: text })
    for (const format of ['txt', 'md', 'html', 'pdf'] as const)
      expect(await exported(client, note.id, format, true)).toEqual(await exported(client, note.id, format))
  })
})
