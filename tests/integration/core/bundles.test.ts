import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MAX_BUNDLE_CHARS, MAX_FIELD_CHARS } from '../../../shared/case/limits.ts'
import { type Answers, answersSchema } from '../../../shared/note/answers.ts'
import { bundleSchema } from '../../../shared/note/bundle.ts'
import { canonicalRecord, recordDigest } from '../../../shared/note/canonical.ts'
import {
  anna,
  type Client,
  caseDetails,
  containing,
  inWords,
  matching,
  needTemplate,
  present,
  refused,
  signedNote,
  startWithArchive,
  wholeNeed,
} from './support.ts'

const caseId = '7f9a1d52-7a7b-4f57-9b5e-2f7f3f1f0a01'
const noteId = '0b8d1b8e-6a53-4c8e-9d5e-0a8f6b0a5d11'
const time = '2026-03-01T08:00:00.000Z'

const draft = (changes: Record<string, unknown> = {}) => ({
  id: noteId,
  template: { id: 'behovsklarlaggande', version: 1 },
  kind: 'behovsklarlaggande',
  owner: 'forsakringskassan',
  author: anna,
  createdAt: time,
  updatedAt: time,
  answers: wholeNeed,
  status: 'utkast',
  ...changes,
})

const bundle = (notes: unknown[] = [draft()], changes: Record<string, unknown> = {}) => ({
  format: 'klarlagt/arende',
  version: 1,
  case: { ...caseDetails(), id: caseId },
  notes,
  ...changes,
})

const take = (client: Client, value: unknown) => client.cases.import({ json: JSON.stringify(value) })

async function problemsOf(client: Client, json: string): Promise<unknown> {
  const { code, data } = await refused(client.cases.import({ json }))
  expect(code).toBe('BUNDLE_REFUSED')
  expect((await client.cases.list()).cases).toEqual([])
  return data
}

/** A dumped case with one signed note. */
async function signedBundle(client: Client) {
  const note = await signedNote(client)
  const parsed = bundleSchema.parse(JSON.parse(await client.cases.dump({ id: note.caseId })))
  const [signed] = parsed.notes
  if (signed?.status !== 'journalford') throw new Error('not signed')
  return { parsed, signed }
}

describe('what dump writes, import reads back the same', () => {
  test('with drafts and signed notes, whose chain still holds', async () => {
    const { client } = await startWithArchive()
    const first = await signedNote(client)
    const second = await client.notes.create({ caseId: first.caseId, templateId: needTemplate })
    await client.notes.save({ id: second.id, baseRevision: 1, answers: wholeNeed })
    await client.notes.sign({ id: second.id, baseRevision: 2 })
    await client.notes.create({ caseId: first.caseId, templateId: needTemplate })
    const json = await client.cases.dump({ id: first.caseId })

    const { client: other, core } = await startWithArchive()
    const report = await other.cases.import({ json })
    expect(report).toEqual({ caseId: first.caseId, number: '26-1187', notes: 3, findings: [] })
    expect(await other.cases.dump({ id: first.caseId })).toBe(json)
    expect(await core.verify()).toEqual([])
  })

  test('whatever the answers are', async () => {
    const { client } = await startWithArchive()
    const texts = fc.string({ unit: 'binary' })
    const answers = fc.dictionary(texts, fc.jsonValue({ maxDepth: 3 }), { maxKeys: 5 })
    await fc.assert(
      fc.asyncProperty(fc.uuid(), fc.uuid(), answers, async (id, note, raw) => {
        const given: Answers = answersSchema.parse(raw)
        const number = id
        const value = bundle([draft({ id: note, answers: given })], {
          case: { ...caseDetails({ number }), id },
        })
        const report = await take(client, value)
        const json = await client.cases.dump({ id: report.caseId })
        const { client: other } = await startWithArchive()
        await other.cases.import({ json })
        expect(await other.cases.dump({ id: report.caseId })).toBe(json)
      }),
      { numRuns: 15 },
    )
  })

  test('after import a note goes on: saved, signed, chained', async () => {
    const { client, core } = await startWithArchive()
    const { caseId: id } = await take(client, bundle())
    const [note] = await client.notes.ofCase({ caseId: id })
    expect(note).toMatchObject({ revision: 1, answers: wholeNeed })
    const signed = await client.notes.sign({
      id: note?.id ?? (await client.notes.create({ caseId: id, templateId: needTemplate })).id,
      baseRevision: 1,
    })
    expect(signed.status).toBe('journalford')
    expect(await core.verify()).toEqual([])
  })
})

describe('a bundle is refused, whole, and told why and where', () => {
  test.each<[string, unknown, { path: string; message: RegExp }]>([
    ['of a newer version', bundle([], { version: 2 }), { path: 'version', message: /version 2.*Uppdatera/ }],
    ['of another format', { format: 'fhir', version: 1 }, { path: 'format', message: /ingen ärendefil/ }],
    ['that is a list', [1, 2], { path: 'format', message: /ingen ärendefil/ }],
    ['without notes', bundle([], { notes: undefined }), { path: 'notes', message: /saknas/ }],
    [
      'whose personnummer fails its check',
      bundle([], {
        case: { ...caseDetails(), id: caseId, insured: { name: 'X', personnummer: '18930412-2380' } },
      }),
      { path: 'case.insured.personnummer', message: /kontrollsiffran/ },
    ],
    [
      'whose organisation number fails its check',
      bundle([], {
        case: {
          ...caseDetails(),
          id: caseId,
          employment: { kind: 'anstalld', employer: { name: 'X', organisationNumber: '559012-3451' } },
        },
      }),
      { path: 'case.employment.employer.organisationNumber', message: /kontrollsiffran/ },
    ],
    [
      'with a first sick day that does not exist',
      bundle([], { case: { ...caseDetails(), id: caseId, firstSickDay: '2026-02-30' } }),
      { path: 'case.firstSickDay', message: /datum/ },
    ],
    [
      'with a member nobody knows',
      bundle([draft({ hemligt: 1 })]),
      { path: 'notes[0].hemligt', message: /./ },
    ],
    ['with a note twice', bundle([draft(), draft()]), { path: 'notes[1].id', message: /flera gånger/ }],
    [
      'with an answer over the limit',
      bundle([draft({ answers: { motivering: 'x'.repeat(MAX_FIELD_CHARS + 1) } })]),
      { path: 'notes[0].answers.motivering', message: /200001/ },
    ],
  ])('%s', async (_what, value, { path, message }) => {
    const { client } = await startWithArchive()
    expect(await problemsOf(client, JSON.stringify(value))).toMatchObject({
      problems: [{ path, message: matching(message) }],
    })
  })

  test('that is not JSON, with line and column', async () => {
    const { client } = await startWithArchive()
    expect(await problemsOf(client, '{\n  "format": klarlagt\n}')).toMatchObject({
      problems: [{ path: '', message: matching(/rad 2, tecken 13/) }],
    })
  })

  test('that is larger than any case', async () => {
    const { client } = await startWithArchive()
    expect(await problemsOf(client, ' '.repeat(MAX_BUNDLE_CHARS + 1))).toMatchObject({
      problems: [{ path: '', message: matching(/för stor/) }],
    })
  })

  test('that is deeper than any stack', async () => {
    const { client } = await startWithArchive()
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`
    const json = JSON.stringify(bundle([draft({ answers: { a: 'HÄR' } })])).replace('"HÄR"', deep)
    expect(await problemsOf(client, json)).toMatchObject({
      problems: [{ message: matching(/./) }],
    })
  })

  test('whose number or id is in the archive already', async () => {
    const { client } = await startWithArchive()
    await take(client, bundle([]))
    const again = bundle([], { case: { ...caseDetails({ number: '26-2' }), id: caseId } })
    expect(await refused(take(client, again))).toMatchObject({ code: 'CASE_NUMBER_TAKEN' })
    const other = bundle([], { case: { ...caseDetails(), id: noteId } })
    expect(await refused(take(client, other))).toMatchObject({
      code: 'CASE_NUMBER_TAKEN',
      data: { number: '26-1187' },
    })
    expect((await client.cases.list()).cases).toHaveLength(1)
  })

  test('one of whose notes is in another case already', async () => {
    const { client } = await startWithArchive()
    await take(client, bundle())
    const other = bundle([draft()], { case: { ...caseDetails({ number: '26-2' }), id: noteId } })
    expect(await refused(take(client, other))).toMatchObject({
      code: 'BUNDLE_REFUSED',
      data: { problems: [{ path: 'notes[0].id' }] },
    })
    expect((await client.cases.list()).cases).toHaveLength(1)
  })
})

describe('a signed note that is not what was signed never enters', () => {
  test('changed after it was signed', async () => {
    const { client } = await startWithArchive()
    const { parsed, signed } = await signedBundle(client)
    const changed = { ...signed, answers: { ...signed.answers, motivering: 'något annat' } }
    const { client: other } = await startWithArchive()
    expect(await problemsOf(other, JSON.stringify({ ...parsed, notes: [changed] }))).toMatchObject({
      problems: [{ path: 'notes[0].signature.digest', message: containing(signed.id) }],
    })
  })

  test.each([
    ['of another note', (value: string) => value.replace(/^../, (two) => (two === '00' ? '11' : '00'))],
    ['of nothing', () => '0'.repeat(128)],
  ])('with a seal %s', async (_what, otherSeal) => {
    const { client } = await startWithArchive()
    const { parsed, signed } = await signedBundle(client)
    const seal = present(signed.signature.seal)
    const signature = { ...signed.signature, seal: { ...seal, value: otherSeal(seal.value) } }
    const { client: other } = await startWithArchive()
    const json = JSON.stringify({ ...parsed, notes: [{ ...signed, signature }] })
    expect(await problemsOf(other, json)).toMatchObject({
      problems: [{ path: 'notes[0].signature.seal', message: containing(signed.id) }],
    })
  })

  test('signed as the second of a case whose first is missing', async () => {
    const { client } = await startWithArchive()
    const { parsed, signed } = await signedBundle(client)
    const { seal: _seal, ...sealed } = signed.signature
    const unsealed = { ...sealed, sequence: 2 }
    const digest = recordDigest(canonicalRecord(signed, unsealed))
    const notes = [{ ...signed, signature: { ...unsealed, digest } }]
    const { client: other } = await startWithArchive()
    expect(await problemsOf(other, JSON.stringify({ ...parsed, notes }))).toMatchObject({
      problems: [{ path: 'notes[0].signature.previous', message: containing(signed.id) }],
    })
  })
})

describe('what a template cannot take is kept and reported', () => {
  test.each<[string, Record<string, unknown>, { path: string; message: RegExp }]>([
    [
      'an unknown template',
      { template: { id: 'framtida-mall', version: 1 } },
      { path: 'notes[0].template', message: /framtida-mall/ },
    ],
    [
      'an unknown version',
      { template: { id: 'behovsklarlaggande', version: 99 } },
      { path: 'notes[0].template', message: /version 99/ },
    ],
    [
      'an answer for a field that does not exist',
      { answers: { ...wholeNeed, 'finns-inte': 'kvar' } },
      { path: 'notes[0].answers.finns-inte', message: /inget fält finns-inte/ },
    ],
    [
      'an answer of the wrong type',
      { answers: { ...wholeNeed, datum: 20260302 } },
      { path: 'notes[0].answers.datum', message: /form/ },
    ],
    ['a document said to be another’s', { owner: 'arbetsgivare' }, { path: 'notes[0]', message: /ägare/ }],
    [
      'an answer of the wrong type in a row of a group',
      {
        template: { id: 'avstamningsmote', version: 1 },
        kind: 'mote',
        answers: { deltagare: [{ id: 'r1', answers: { person: 7 } }] },
      },
      { path: 'notes[0].answers.deltagare[0].answers.person', message: /form/ },
    ],
  ])('%s', async (_what, changes, { path, message }) => {
    const { client } = await startWithArchive()
    const given = draft(changes)
    const report = await take(client, bundle([given]))
    expect(inWords(report.findings)).toEqual([{ path, message: matching(message) }])
    const [note] = await client.notes.ofCase({ caseId: report.caseId })
    expect(note).toMatchObject({ template: given.template, answers: given.answers })
  })

  test('a note of an unknown template is neither signed nor lost', async () => {
    const { client } = await startWithArchive()
    const { caseId: id } = await take(
      client,
      bundle([draft({ template: { id: 'framtida-mall', version: 3 } })]),
    )
    const [note] = await client.notes.ofCase({ caseId: id })
    if (!note) throw new Error('the note is lost')
    expect(await refused(client.notes.sign({ id: note.id, baseRevision: 1 }))).toMatchObject({
      code: 'NOT_FOUND',
      data: { what: 'template' },
    })
  })
})
