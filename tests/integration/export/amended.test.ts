// A note that is annulled or corrected says so in every file that leaves the archive, and its rättelse does not.
import { expect } from 'vitest'
import { type ExportFormat, exportFormatSchema } from '../../../shared/api/notes.ts'
import type { NoteId } from '../../../shared/case/ids.ts'
import {
  type Client,
  containing,
  needTemplate,
  signedNote,
  startWithArchive,
  wholeNeed,
} from '../core/support.ts'
import { libreOfficeTexts, pdfPages, readerTest } from './readers.ts'

/** What a reader of the format finds in it. */
function textIn(format: ExportFormat, bytes: Buffer): string {
  if (format === 'pdf') return pdfPages(bytes).join('\n')
  if (format === 'docx') return libreOfficeTexts([bytes]).join('\n')
  return bytes.toString('utf8')
}

async function exported(client: Client, id: NoteId, format: ExportFormat): Promise<string> {
  const { base64 } = await client.notes.export({ id, format, language: 'sv' })
  return textIn(format, Buffer.from(base64, 'base64'))
}

readerTest(
  ['pdftotext', 'soffice'],
  'what is annulled or corrected is marked in every format; the rättelse stands without a mark',
  async () => {
    const { client } = await startWithArchive()
    const corrected = await signedNote(client)
    const draft = await client.amendments.correct({ note: corrected.id })
    const rattelse = await client.notes.sign({ id: draft.id, baseRevision: draft.revision })
    const other = await client.notes.create({ caseId: corrected.caseId, templateId: needTemplate })
    const { revision } = await client.notes.save({ id: other.id, baseRevision: 1, answers: wholeNeed })
    await client.notes.sign({ id: other.id, baseRevision: revision })
    await client.amendments.annul({ note: other.id, reason: 'Skriven i fel ärende.' })

    for (const format of exportFormatSchema.options) {
      const [annulledText, correctedText, rattelseText] = [
        await exported(client, other.id, format),
        await exported(client, corrected.id, format),
        await exported(client, rattelse.id, format),
      ]
      expect([format, annulledText]).toEqual([format, containing('Skriven i fel ärende.')])
      if (format === 'json') {
        expect(rattelseText).toContain(corrected.id)
        continue
      }
      expect([format, annulledText]).toEqual([format, containing('MAKULERAD')])
      expect([format, correctedText]).toEqual([format, containing('RÄTTAD')])
      expect(rattelseText).not.toMatch(/MAKULERAD|RÄTTAD/)
    }
    expect(await client.notes.ofCase({ caseId: corrected.caseId })).toHaveLength(3)
  },
)
