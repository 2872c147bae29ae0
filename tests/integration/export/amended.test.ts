// A corrected and an annulled note say what they are in every format that leaves the archive, and on the paper of gallring stands
// nothing of what was written.
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type exportFormats, printFormats } from '../../../shared/journal/entry.ts'
import { bundleSchema } from '../../../shared/note/bundle.ts'
import { noPolicies } from '../../../shared/policy/read.ts'
import { type Client, now, signedNote, startWithArchive } from '../core/support.ts'
import { libreOfficeTexts, pdfPages, qpdfCheck, readerTest } from './readers.ts'

type NoteId = Parameters<Client['notes']['export']>[0]['id']
const exportSchema = z.object({ note: z.record(z.string(), z.unknown()) })

const exported = async (client: Client, id: NoteId, format: (typeof exportFormats)[number]) =>
  Buffer.from((await client.notes.export({ id, format, language: 'sv' })).base64, 'base64')

/** What files of a format say, however they say it, with the spaces of their lines evened out; LibreOffice runs once. */
function said(files: readonly Buffer[], format: string): string[] {
  const words =
    format === 'docx'
      ? libreOfficeTexts(files)
      : files.map((bytes) => (format === 'pdf' ? pdfPages(bytes).join('\n') : bytes.toString('utf8')))
  return words.map((each) => each.replace(/\s+/g, ' '))
}

/** A signed note, the rättelse that stands in its place, and another that is annulled. */
async function amended() {
  const { client } = await startWithArchive()
  const wrong = await signedNote(client)
  const rattelse = await client.amendments.correct({ note: wrong.id })
  await client.notes.sign({ id: rattelse.id, baseRevision: 1 })
  const added = await client.amendments.correct({ note: rattelse.id })
  await client.notes.sign({ id: added.id, baseRevision: 1 })
  await client.amendments.annul({ note: added.id, reason: 'Skriven i fel ärende.' })
  return { client, wrong: wrong.id, rattelse: rattelse.id, annulled: added.id }
}

describe('what does not stand any longer', () => {
  readerTest(['pdftotext', 'soffice'], 'says so in every format for people', async () => {
    const { client, wrong, rattelse, annulled } = await amended()
    for (const format of printFormats) {
      const files = [wrong, annulled, rattelse].map((id) => exported(client, id, format))
      const [corrected, gone, stands] = said(await Promise.all(files), format)
      expect(corrected, format).toContain('RÄTTAD')
      expect(corrected, format).toContain('Rättad av')
      expect(gone, format).toContain('MAKULERAD')
      expect(gone, format).toContain('Skäl: Skriven i fel ärende.')
      // What it said stays to be read.
      expect(gone, format).toContain('Lisa är tillbaka i arbete den 9 mars.')
      expect(stands, format).not.toMatch(/RÄTTAD|MAKULERAD/)
      expect(stands, format).toContain('Rättelse av')
    }
  })

  test('says so in JSON, by what it is', async () => {
    const { client, wrong, rattelse, annulled } = await amended()
    const note = async (id: NoteId) =>
      exportSchema.parse(JSON.parse((await exported(client, id, 'json')).toString('utf8'))).note
    expect(await note(annulled)).toMatchObject({ annulled: { reason: 'Skriven i fel ärende.' } })
    expect(await note(rattelse)).toMatchObject({ amends: { verb: 'rattelse', note: wrong } })
    expect(await note(rattelse)).not.toHaveProperty('annulled')
  })

  test('stands in the bundle of its case, once each, with what it is', async () => {
    const { client, wrong, rattelse, annulled } = await amended()
    const { caseId } = await client.notes.get({ id: wrong })
    const { notes } = bundleSchema.parse(JSON.parse(await client.cases.dump({ id: caseId })))
    expect(notes.map(({ id }) => id).toSorted()).toEqual([wrong, rattelse, annulled].toSorted())
    const found = (id: NoteId) => notes.find((each) => each.id === id)
    expect(found(annulled)).toMatchObject({ annulled: { reason: 'Skriven i fel ärende.' } })
    expect(found(rattelse)).toMatchObject({ amends: { verb: 'rattelse', note: wrong } })
  })
})

describe('the receipt of gallring', () => {
  readerTest(['pdftotext', 'qpdf'], 'is a sound PDF that says who, when, why and how much', async () => {
    let time = now
    const { client } = await startWithArchive({
      policies: { ...noPolicies, policies: { disposeAfterMonths: 12 } },
      now: () => time,
    })
    const { caseId, id } = await signedNote(client)
    await client.cases.close({ id: caseId, reason: 'Åter i arbete.' })
    time = new Date('2027-03-05T10:00:00Z')
    const receipt = await client.disposal.dispose({ caseId, number: '26-1187', reason: 'RA-FS 2026:1' })
    const { base64 } = await client.disposal.exportReceipt({ caseId, format: 'pdf', language: 'sv' })
    const bytes = Buffer.from(base64, 'base64')
    expect(qpdfCheck(bytes)).toContain('No syntax or stream encoding errors found')
    const words = pdfPages(bytes).join('\n').replace(/\s+/g, ' ')
    for (const part of ['Kvitto på gallring', '26-1187', 'Anna Ek', 'RA-FS 2026:1', 'journalförda: 1'])
      expect(words).toContain(part)
    // The digests may break across lines, and no reader may lose a digit of them.
    const close = words.replaceAll(' ', '')
    for (const { id: of, content, record } of receipt.notes)
      for (const part of [of, content, record ?? '']) expect(close).toContain(part)
    expect(receipt.notes.map((note) => note.id)).toEqual([id])
    expect(words).not.toMatch(/Lisa|tillbaka|Åter i arbete|18930412/)
  })
})
