// What a disposed case leaves in the file: not in the search index, whose pieces are written anew, and not in pages that SQLite has
// split or filled anew since, where copies of rows stay between what the page holds.
import { createHash } from 'node:crypto'
import { statSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'
import type { CaseId, NoteId } from '../../../shared/case/ids.ts'
import { noPolicies } from '../../../shared/policy/read.ts'
import { deciphered } from './deciphered.ts'
import {
  type Client,
  caseDetails,
  inStore,
  needTemplate,
  now,
  passphrase,
  startWithArchive,
  wholeNeed,
} from './support.ts'

const policies = { ...noPolicies, policies: { disposeAfterMonths: 12 } }
const digits = 'bcdfghjklm'
const reversed = (word: string) => Array.from(word).reverse().join('')

/** Words that no other text has, in no order. */
const wordsOf = (who: string, count: number) =>
  Array.from({ length: count }, (_, index) =>
    createHash('sha256')
      .update(`${who} ${index}`)
      .digest('hex')
      .replace(/\d/g, (digit) => digits.charAt(Number(digit)))
      .slice(0, 16),
  )
const WORDS = 1500
const gone = wordsOf('gone', WORDS)

interface Written {
  readonly caseId: CaseId
  readonly note: NoteId
}

/** A case with a note that says these words, a stretch more with each save. */
async function begun(client: Client, number: string): Promise<Written> {
  const { id: caseId } = await client.cases.create(caseDetails({ number }))
  const { id: note } = await client.notes.create({ caseId, templateId: needTemplate })
  return { caseId, note }
}

/** An archive with a case that may be disposed of, and one that stays, which were written in turn. */
async function archive({ bytes = 0 } = {}) {
  let time = now
  const started = await startWithArchive({ policies, now: () => time })
  const { client, path } = started
  const written = [await begun(client, '26-1187'), await begun(client, '26-2')]
  for (let save = 1; save <= 10; save += 1)
    for (const [index, { note }] of written.entries()) {
      const words = index === 0 ? gone : wordsOf('stays', WORDS)
      const motivering = words.slice(0, (save * WORDS) / 10).join(' ')
      await client.notes.save({ id: note, baseRevision: save, answers: { ...wholeNeed, motivering } })
    }
  const [left, stays] = written
  if (left === undefined || stays === undefined) throw new Error('Nothing was written.')
  await inStore(client, path, ({ raw }) =>
    raw.exec(`CREATE TABLE filling AS SELECT zeroblob(${bytes}) AS bytes`),
  )
  await client.cases.close({ id: left.caseId, reason: 'Klart.' })
  time = new Date('2027-03-05T10:00:00Z')
  return { ...started, left, stays }
}

const LARGE = { bytes: 17 << 20 }
const dispose = (client: Client, caseId: CaseId) =>
  client.disposal.dispose({ caseId, number: '26-1187', reason: 'RA-FS 2026:1' })

/** The words that stand in some bytes, forwards or, as endings are looked up, backwards. */
function saidIn(bytes: Buffer, words: readonly string[]): string[] {
  const runs = bytes.toString('latin1').match(/[a-m]{16,}/g) ?? []
  const text = runs.join(' ')
  return words.filter((word) => text.includes(word) || text.includes(reversed(word)))
}

/** The words of the case that stand anywhere in its file. */
const left = async (path: string, words = gone) => saidIn(await deciphered(path, path), words)

test('A small file is built anew at once: no word of the case is in any page @security-disposal', async () => {
  const { client, path, left: of } = await archive()
  await dispose(client, of.caseId)
  await client.archive.close()
  expect(await left(path)).toEqual([])
  expect(await left(path, wordsOf('stays', WORDS))).not.toEqual([])
})

test('A large file is built anew when the archive is closed, and then no word is in any page @security-disposal', async () => {
  const { client, core, path, left: of } = await archive(LARGE)
  await dispose(client, of.caseId)
  const { ino } = statSync(path)
  await client.archive.close()
  expect(await left(path)).toEqual([])
  const { ino: anew, mode } = statSync(path)
  expect(anew).not.toBe(ino)
  expect(mode & 0o777).toBe(0o600)
  await client.archive.open({ path, passphrase })
  expect(await core.verify()).toEqual([])
  expect(await inStore(client, path, ({ raw }) => raw.prepare('SELECT * FROM traces').all())).toEqual([])
  expect(statSync(path).ino).toBe(anew)
})

test('Until then no piece of the search index has a word of the case, nor what is looked up in it @security-disposal', async () => {
  const { client, path, left: of } = await archive(LARGE)
  const indexed = () =>
    inStore(client, path, ({ raw }) => {
      const terms = raw.prepare('SELECT term FROM search_terms').pluck().all().map(String)
      const pieces = z
        .array(z.instanceof(Buffer))
        .parse(raw.prepare('SELECT block FROM search_index_data').pluck().all())
      return saidIn(Buffer.concat([...pieces, Buffer.from(terms.join(' '))]), gone)
    })
  expect(await indexed()).toHaveLength(WORDS)
  await dispose(client, of.caseId)
  expect(await indexed()).toEqual([])
})

test('Others save while the index is written anew', async () => {
  const { client, left: of, stays } = await archive()
  const order: string[] = []
  const disposed = dispose(client, of.caseId).then(() => order.push('disposed'))
  const saved = client.notes
    .save({ id: stays.note, baseRevision: 11, answers: { motivering: 'Kort.' } })
    .then(() => order.push('saved'))
  await Promise.all([disposed, saved])
  expect(order).toEqual(['saved', 'disposed'])
})

test('An archive that is opened again while its file is built anew is worked in, and built when it is closed', async () => {
  const { client, path, left: of, stays } = await archive(LARGE)
  await dispose(client, of.caseId)
  await client.archive.lock({ saved: true })
  const { ino } = statSync(path)
  await client.archive.open({ path, passphrase })
  await client.notes.save({ id: stays.note, baseRevision: 11, answers: { motivering: 'Kort.' } })
  expect(statSync(path).ino).toBe(ino)
  await client.archive.close()
  expect(statSync(path).ino).not.toBe(ino)
  expect(await left(path)).toEqual([])
  await client.archive.open({ path, passphrase })
  expect(await client.notes.get({ id: stays.note })).toMatchObject({ answers: { motivering: 'Kort.' } })
})
