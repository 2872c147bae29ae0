import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readPhrases } from '../../../main/store/phrases.ts'
import { type FieldId, fieldIdSchema } from '../../../shared/fields/base.ts'
import { inStore, planeringTemplate, startWithArchive } from './support.ts'

const field: FieldId = fieldIdSchema.parse('paverkan')

test('a phrase of the user’s own is kept, written anew and taken away; those that ship are there from the beginning', async () => {
  const { client } = await startWithArchive()
  const begun = await client.phrases.list()
  expect(begun.own).toEqual([])
  expect(begun.agency).toEqual([])
  expect(begun.shipped.map(({ template }) => template)).toContain('fraga-till-varden')

  const added = await client.phrases.save({
    text: 'Nästa steg är {vad}.',
    template: planeringTemplate,
    field,
  })
  expect(added).toMatchObject({ text: 'Nästa steg är {vad}.', template: 'planering', field: 'paverkan' })
  await client.phrases.save({ ...added, text: 'Vi går vidare med {vad}.' })
  expect((await client.phrases.list()).own).toEqual([{ ...added, text: 'Vi går vidare med {vad}.' }])

  await client.phrases.remove({ id: added.id })
  await client.phrases.remove({ id: added.id })
  expect((await client.phrases.list()).own).toEqual([])
})

test('it lies in the archive, encrypted, and is there when the archive is opened again', async () => {
  const { client, path } = await startWithArchive()
  await client.phrases.save({ text: 'Igenkännlig fras' })
  await inStore(client, path, (db) => expect(readPhrases(db)).toHaveLength(1))
  expect((await client.phrases.list()).own[0]?.text).toBe('Igenkännlig fras')
  expect(readFileSync(path).includes('Igenkännlig')).toBe(false)
})
