import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { type StoredNote, setAsideSchema } from '../../../shared/note/note.ts'
import { journeys, templateOfVersion, versionsOf } from '../../unit/note/follow-journeys.ts'
import {
  type Client,
  caseDetails,
  planeringTemplate,
  present,
  refused,
  startWithArchive,
  temporaryFolder,
} from './support.ts'

const bundleShape = z.looseObject({ notes: z.tuple([z.looseObject({})]) })
/** A case with one draft, as it is passed between archives. */
async function draftInBundle() {
  const { client } = await startWithArchive()
  const { id: caseId } = await client.cases.create(caseDetails())
  await client.notes.create({ caseId, templateId: planeringTemplate })
  return bundleShape.parse(JSON.parse(await client.cases.dump({ id: caseId })))
}

/** All that a note says, to the letter. */
const said = ({ template, kind, owner, answers, objections, takenOver, setAside }: StoredNote) =>
  JSON.stringify([template, kind, owner, answers, objections, takenOver, setAside])

const kept = setAsideSchema.parse({
  template: { id: 'en-annan', version: 4 },
  title: { sv: 'En annan', en: 'Another' },
  label: { sv: 'Något', en: 'Something' },
  text: 'Undanlagt förut.',
  answers: { nagot: 'Undanlagt förut.' },
})
const begun = {
  takenOver: fc
    .subarray(['t1', 't2', 't3', 't4', 'r', 'd', 'j', 'v', 'f', 'g'], { minLength: 1 })
    .map((fields) => fields.map((field) => ({ field, from: { kind: 'case' } }))),
  setAside: fc.option(fc.constant([kept]), { nil: undefined }),
}
/** Follows, goes back to what it was, and follows again. */
async function thereAndBack(client: Client, { id }: StoredNote, version: number) {
  const before = await client.notes.get({ id })
  const there = await client.follow.note({ id, baseRevision: before.revision, version })
  const back = await client.follow.undo({ id, baseRevision: there.revision })
  expect(said(back)).toBe(said(before))
  expect(await client.notes.get({ id })).toEqual(back)
  const again = await client.follow.note({ id, baseRevision: back.revision, version })
  expect(said(again)).toBe(said(there))
}

/** What is written once it has followed stays: it goes back no more. */
async function staysWritten(client: Client, { id }: StoredNote) {
  const { revision, answers } = await client.notes.get({ id })
  await client.notes.save({
    id,
    baseRevision: revision,
    answers: { ...answers, efterat: 'Skrivet efteråt.' },
  })
  const written = await client.notes.get({ id })
  for (const baseRevision of [revision, written.revision])
    expect((await refused(client.follow.undo({ id, baseRevision }))).code).toMatch(/CONFLICT|NOT_FOUND/)
  expect(await client.notes.get({ id })).toEqual(written)
}

test('whatever the versions and whatever is written, a draft that goes back is to the letter what it was', async () => {
  const bundle = await draftInBundle()
  await fc.assert(
    fc.asyncProperty(journeys, fc.record(begun), fc.boolean(), async ([chain, answers], more, isAtOnce) => {
      const templatesDir = temporaryFolder()
      const templates = versionsOf(chain).map((version, index) => templateOfVersion(version, index + 1))
      for (const template of templates)
        writeFileSync(join(templatesDir, `prov.${template.version}.json`), JSON.stringify(template))
      const { core, client } = await startWithArchive({ templatesDir })
      const notes = [{ ...bundle.notes[0], ...more, template: { id: 'prov', version: 1 }, answers }]
      const { caseId } = await client.cases.import({ json: JSON.stringify({ ...bundle, notes }) })
      const note = present((await client.notes.ofCase({ caseId }))[0])
      for (const { version } of templates.slice(isAtOnce ? -1 : 1)) await thereAndBack(client, note, version)
      await staysWritten(client, note)
      expect(await core.verify()).toEqual([])
      await core.close()
    }),
    // Each makes an archive and saves some twenty times.
    { numRuns: 6 },
  )
})
