import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fieldIdSchema } from '../../../shared/fields/base.ts'
import { exportFormats } from '../../../shared/journal/entry.ts'
import { containing, draftWith, passphrase, startWithArchive, temporaryFolder } from '../core/support.ts'
import { libreOfficeTexts, pdfPages, readerTest } from '../export/readers.ts'
import { klarlagt } from './support.ts'

const inComment = 'Orkidé i fönstret.'

/** An archive on disk with a note that is commented. */
async function archiveWithComment() {
  const { client, core, path } = await startWithArchive()
  const text = 'Lisa är tillbaka den 9 mars.'
  const { id } = await draftWith(client, { motivering: text, 'behov-resultat': { value: 'inget-behov' } })
  const field = fieldIdSchema.parse('motivering')
  const anchor = { kind: 'passage', field, start: 0, end: 4, quote: 'Lisa' } as const
  await client.comments.begin({ note: id, anchor, text: inComment })
  await client.archive.close()
  await core.close()
  const folder = temporaryFolder()
  const exported = async (format: string, ...more: string[]) => {
    const out = join(folder, `anteckning.${format}`)
    const args = ['export', '--store', path, '--note', id, '--format', format, '--out', out, ...more]
    const { code, err } = await klarlagt(args, { env: { KLARLAGT_PASSPHRASE: passphrase } })
    expect([code, err]).toEqual([0, containing(out)])
    return out
  }
  return { exported }
}

function said(path: string, format: string): string {
  const bytes = readFileSync(path)
  if (format === 'pdf') return pdfPages(bytes).join('\n')
  if (format === 'docx') return libreOfficeTexts([bytes]).join('\n')
  return bytes.toString('utf8')
}

describe('klarlagt export --store --note', () => {
  readerTest(['pdftotext'], 'with --comments carries what was said of the note, apart from it', async () => {
    const { exported } = await archiveWithComment()
    for (const format of ['txt', 'pdf']) {
      const words = said(await exported(format, '--comments'), format).replaceAll(/\s+/g, ' ')
      expect(words, format).toContain('Lisa är tillbaka den 9 mars.')
      expect(words.toLowerCase(), format).toContain('bilaga: kommentarer, som inte hör till anteckningen')
      expect(words, format).toContain(inComment)
    }
  })

  readerTest(['pdftotext', 'soffice'], 'without it says nothing of comments, in any format', async () => {
    const { exported } = await archiveWithComment()
    for (const format of exportFormats) {
      const words = said(await exported(format), format)
      expect(words, format).toContain('9 mars')
      expect(words, format).not.toContain('Orkidé')
      expect(words.toLowerCase(), format).not.toContain('bilaga: kommentarer')
    }
  })

  test('a bundle carries no comments, so asking for them is refused', async () => {
    const { code, err } = await klarlagt(['export', 'x.json', '--format', 'txt', '--out', '-', '--comments'])
    expect([code, err]).toEqual([2, containing('--store')])
  })
})
