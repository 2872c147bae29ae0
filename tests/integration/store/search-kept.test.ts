import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadTemplates } from '../../../main/core/templates.ts'
import { derivedOf } from '../../../main/store/derived/keep.ts'
import { countDocuments, findDocuments } from '../../../main/store/search/find.ts'
import { oneLetterAway } from '../../../main/store/search/terms.ts'
import { parseSearch } from '../../../shared/search/parse.ts'
import { emptySearch, type SearchTerm } from '../../../shared/search/query.ts'
import { foldWord, plainWords } from '../../../shared/search/words.ts'
import {
  caseDetails,
  changeCase,
  inStore,
  needTemplate,
  startWithArchive,
  templatesDir,
  wholeNeed,
} from '../core/support.ts'

const { all: templates } = loadTemplates(templatesDir)

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({
    unit: fc.constantFrom(
      ...Array.from('plan möte "*-:()^{}+,.;\'\\ åäö AND OR NOT NEAR mall: ärende:öppet efter:2026'),
    ),
    maxLength: 60,
  }),
)

test('Whatever is written can be searched for: no text is an error, or anything but words to the index', async () => {
  const { client, path } = await startWithArchive()
  const { id } = await client.cases.create(caseDetails())
  const begun = await client.notes.create({ caseId: id, templateId: needTemplate })
  await client.notes.save({
    id: begun.id,
    baseRevision: 1,
    answers: { ...wholeNeed, motivering: 'plan möte AND' },
  })
  await inStore(client, path, (db) => {
    fc.assert(
      fc.property(text, fc.boolean(), fc.constantFrom('newest', 'relevance'), (written, forgiving, order) => {
        const query = { ...parseSearch(written).query, forgiving, order } as const
        const { groups } = findDocuments(db, { query, limit: 5 })
        const count = countDocuments(db, { query, most: 10 })
        expect(groups.reduce((sum, { docs, more }) => sum + docs.length + more, 0)).toBe(count)
      }),
      { numRuns: 400 },
    )
  })
})

test('Every word of a text finds the note that it stands in', async () => {
  const { client, path } = await startWithArchive()
  const { id } = await client.cases.create(caseDetails())
  const begun = await client.notes.create({ caseId: id, templateId: needTemplate })
  let revision = 1
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }), async (said) => {
      const words = plainWords(said).filter((word) => word.length <= 100)
      fc.pre(words.length > 0)
      const answers = { ...wholeNeed, motivering: said }
      revision = (await client.notes.save({ id: begun.id, baseRevision: revision, answers })).revision
      for (const word of words) {
        const terms: SearchTerm[] = [{ kind: 'phrase', text: word, not: false }]
        const { count } = await client.search.count({ query: { ...emptySearch, terms } })
        expect(count).toBeGreaterThan(0)
      }
    }),
    { numRuns: 40, examples: [['constructor'], ['toString __proto__']] },
  )
  await inStore(client, path, (db) => expect(derivedOf(db, templates, id)?.documents).toHaveLength(2))
})

const kinds = ['note', 'change', 'comment', 'sign', 'close', 'hand', 'case'] as const
const word = fc.constantFrom('plan', 'Återgångsplan', 'smärtan', 'trappor', '26-1187')
const edit = fc.record({
  kind: fc.constantFrom(...kinds),
  said: fc.array(word, { minLength: 1, maxLength: 5 }).map((each) => each.join(' ')),
})

/** A client at work in an archive of its own, one edit at a time. */
async function working() {
  const { core, client } = await startWithArchive()
  let caseId = (await client.cases.create(caseDetails())).id
  let note = await client.notes.create({ caseId, templateId: needTemplate })
  const save = async (motivering: string) => {
    const { id, revision: baseRevision } = note
    const saved = await client.notes.save({ id, baseRevision, answers: { ...wholeNeed, motivering } })
    note = { ...note, revision: saved.revision }
  }
  const edits = {
    note: async (said: string) => {
      note = await client.notes.create({ caseId, templateId: needTemplate })
      await save(said)
    },
    change: save,
    comment: (text: string) => client.comments.begin({ note: note.id, anchor: { kind: 'note' }, text }),
    sign: () => client.notes.sign({ id: note.id, baseRevision: note.revision }),
    close: () => client.cases.close({ id: caseId, reason: 'Åter i arbete.' }),
    hand: (said: string) => changeCase(client, caseId, { assignedTo: said }),
    case: async (said: string) => {
      caseId = (await client.cases.create(caseDetails({ number: `26-${said.length}` }))).id
    },
  }
  return { core, edits }
}

test('What is kept to be searched is what would be made anew, after any edits', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 8 }), async (done) => {
      const { core, edits } = await working()
      // What a signed note or a closed case refuses changes nothing.
      for (const { kind, said } of done) await edits[kind](said).catch(() => undefined)
      expect(await core.verify()).toEqual([])
    }),
    { numRuns: 15 },
  )
}, 120_000)

test('What the index has lost is found by verify, and written anew', async () => {
  const { core, client, path } = await startWithArchive()
  const { id } = await client.cases.create(caseDetails())
  await inStore(client, path, (db) =>
    db.raw.exec('DELETE FROM search_index WHERE rowid = (SELECT max(id) FROM search_docs)'),
  )
  expect(await core.verify()).toEqual([{ kind: 'derived', params: { id } }])
  expect(await core.rebuild(() => undefined)).toEqual({ cases: 1, changed: 1 })
  expect(await core.verify()).toEqual([])
})

test('A word one letter away is away from both', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', 'b', 'å', 'ö'), minLength: 2, maxLength: 6 }),
      (word) => {
        for (const near of oneLetterAway(word)) expect(oneLetterAway(near).has(word)).toBe(true)
      },
    ),
    { numRuns: 20 },
  )
  expect([...oneLetterAway('plan')]).toEqual(expect.arrayContaining(['paln', 'pan', 'plann', 'klan']))
  expect(foldWord('återgå')).toBe('aterga')
})
