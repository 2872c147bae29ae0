import { expect, test } from 'vitest'
import { offeredValues } from '../../../main/store/search/offered.ts'
import type { SearchFieldId } from '../../../shared/search/fields.ts'
import { caseDetails, inStore, needTemplate, startWithArchive } from './support.ts'

/** An archive with one case that has so many notes. */
async function withNotes(count: number) {
  const started = await startWithArchive()
  const { client } = started
  const { id: caseId } = await client.cases.create({ ...caseDetails(), office: 'Kontor Norr' })
  for (let index = 0; index < count; index += 1)
    await client.notes.create({ caseId, templateId: needTemplate })
  return started
}

test.each<readonly [SearchFieldId, string, readonly (readonly [string, number])[]]>([
  // The case itself is a hit beside its two notes.
  ['kontor', '', [['Kontor Norr', 3]]],
  ['kontor', 'nor', [['Kontor Norr', 3]]],
  ['handlaggare', 'ann', [['Anna Ek', 3]]],
  ['mall', 'behovsklar', [['behovsklarlaggande', 2]]],
  ['status', 'ut', [['utkast', 2]]],
  ['status', 'jou', [['journalford', 0]]],
  ['efter', '2026', []],
])('%s:%s is completed with what there is, and how many hits it has', async (field, prefix, values) => {
  const { client } = await withNotes(2)
  const offered = await client.search.complete({ field, prefix })
  expect(offered).toEqual({
    field,
    values: values.map(([value, count]) => ({ value, count, atLeast: false })),
  })
})

test('The hits of a value are counted no further than is asked', async () => {
  const { client, path } = await withNotes(3)
  await inStore(client, path, (db) => {
    const count = (most: number) => offeredValues(db, { field: 'status', sought: ['utkast'], most })
    expect(count(2)).toEqual([{ value: 'utkast', count: 2 }])
    expect(count(10)).toEqual([{ value: 'utkast', count: 3 }])
  })
})
