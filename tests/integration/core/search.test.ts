import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { noPolicies } from '../../../shared/policy/read.ts'
import { query, write } from './search-support.ts'
import {
  type Client,
  caseDetails,
  changeCase,
  inStore,
  now,
  planeringTemplate,
  present,
  startWithArchive,
  wholeNeed,
} from './support.ts'

async function change(
  client: Client,
  { id, baseRevision }: Awaited<ReturnType<typeof write>>,
  motivering: string,
) {
  const { revision } = await client.notes.save({ id, baseRevision, answers: { ...wholeNeed, motivering } })
  return { id, baseRevision: revision }
}

/** An archive with a case, which says something in one note. */
async function saying(...texts: string[]) {
  const started = await startWithArchive()
  const { id } = await started.client.cases.create(caseDetails())
  for (const text of texts) await write(started.client, id, text)
  const { client } = started
  /** The sentences found, the words that are marked in brackets. */
  const found = async (text: string, limit = 50) => {
    const { groups } = await client.search.find({ query: query(text), limit })
    return groups.flatMap(({ hits }) => hits.map(({ sentence }) => marked(sentence)))
  }
  return { ...started, id, found }
}

const marked = ({ text, marks }: { text: string; marks: [number, number][] }) =>
  marks
    .toReversed()
    .reduce((done, [from, to]) => `${done.slice(0, from)}[${done.slice(from, to)}]${done.slice(to)}`, text)

describe('A search', () => {
  test('finds a word in a note, and shows the sentence that it stands in', async () => {
    const { client, found, id } = await saying('Hon sover bra. Smärtan är värst på kvällen. Det går över.')
    expect(await found('smärtan')).toEqual(['[Smärtan] är värst på kvällen.'])
    const { groups } = await client.search.find({ query: query('smärtan'), limit: 10 })
    expect(groups).toMatchObject([
      { caseId: id, number: '26-1187', name: 'Lisa Berg', closed: false, more: 0 },
    ])
    expect(groups[0]?.hits).toMatchObject([
      {
        kind: 'anteckning',
        place: { fieldId: 'motivering' },
        status: 'utkast',
        note: { template: { id: 'behovsklarlaggande' } },
      },
    ])
  })

  test.each([
    ['arbetsprövningen', 'En arbetsprövning är bokad.', 'En [arbetsprövning] är bokad.'],
    ['arbetsprövning', 'Flera arbetsprövningar har gjorts.', 'Flera [arbetsprövningar] har gjorts.'],
    ['plan', 'Återgångsplanen är skriven.', '[Återgångsplanen] är skriven.'],
    ['möten', 'Avstämningsmötet är bokat.', '[Avstämningsmötet] är bokat.'],
    ['arbetspr*', 'En arbetsprövning är bokad.', 'En [arbetsprövning] är bokad.'],
    ['"är bokad"', 'En arbetsprövning är bokad.', 'En arbetsprövning [är bokad].'],
    ['SMÄRTA', 'Hon har smärta i nacken.', 'Hon har [smärta] i nacken.'],
  ])('for %s finds "%s"', async (text, said, shown) => {
    const { found } = await saying(said)
    expect(await found(text)).toEqual([shown])
  })

  test.each([
    ['plan', 'Planeringen är klar.'],
    ['"bokad är"', 'En arbetsprövning är bokad.'],
    ['-bokad arbetsprövning', 'En arbetsprövning är bokad.'],
    ['smarta', 'Hon har smärta i nacken.'],
    ['-smärta', 'Hon har smärta i nacken.'],
  ])('for %s does not find "%s"', async (text, said) => {
    const { found } = await saying(said)
    expect(await found(text)).toEqual([])
  })

  test('takes a for å and ä, and o for ö, only where that is asked', async () => {
    const { found } = await saying('Återgången är svår.')
    expect(await found('atergangen')).toEqual([])
    expect(await found('atergangen stavning:fri')).toEqual(['[Återgången] är svår.'])
    expect(await found('aterg* stavning:fri')).toEqual(['[Återgången] är svår.'])
  })

  test('offers the word that is meant where one letter is wrong', async () => {
    const { client } = await saying('En arbetsprövning är bokad.')
    const meant = async (text: string) => (await client.search.find({ query: query(text), limit: 5 })).instead
    expect(await meant('arbetsprövnign')).toBe('arbetsprövning')
    expect(await meant('bokkad status:utkast')).toBe('status:utkast bokad')
    expect(await meant('abrestprvöning')).toBeUndefined()
    expect(await meant('bokad')).toBeUndefined()
  })

  test.each([
    'Lisa Berg',
    '26-1187',
    '18930412-2386',
    '930412-2386',
    '189304122386',
    '9304122386',
    'Plåt',
    '559012-3450',
  ])('finds a case by %s', async (text) => {
    const { client } = await saying()
    const { groups } = await client.search.find({ query: query(text), limit: 5 })
    expect(groups.map(({ number, hits }) => [number, hits.map(({ kind }) => kind)])).toEqual([
      ['26-1187', ['arende']],
    ])
  })

  test('finds what is written in a comment', async () => {
    const { client, id, found } = await saying()
    const note = await write(client, id, 'Inget särskilt.')
    await client.comments.begin({
      note: note.id,
      anchor: { kind: 'note' },
      text: 'Vem sade detta om trapporna?',
    })
    expect(await found('trapporna')).toEqual(['Vem sade detta om [trapporna]?'])
    expect(await found('trapporna i:anteckning')).toEqual([])
    expect(await found('trapporna i:kommentar')).toHaveLength(1)
  })

  test('marks the words of a reference to another note', async () => {
    const { client, found, id } = await saying('Hon sover bra.')
    const [need] = await client.notes.ofCase({ caseId: id })
    const planering = await client.notes.create({ caseId: id, templateId: planeringTemplate })
    const answers = { behovet: { note: present(need).id } }
    await client.notes.save({ id: planering.id, baseRevision: planering.revision, answers })
    expect(await found('behovsklarläggande')).toEqual([
      '[Behovsklarläggande], anteckning 2026-03-02, utkast',
      '[Behovsklarläggande]',
    ])
  })

  test('follows what is written: the newest first, and nothing of what no longer stands there', async () => {
    const { client, id, found } = await saying('Första texten om trappor.')
    const note = await write(client, id, 'Andra texten om hissar.')
    await change(client, note, 'Tredje texten om trappor.')
    expect(await found('hissar')).toEqual([])
    expect(await found('texten')).toHaveLength(2)
  })
})

describe('Filters', () => {
  test.each([
    ['mall:behovsklarlaggande', 1],
    ['mall:planering', 0],
    ['ägare:försäkringskassan i:anteckning', 1],
    ['ägare:arbetsgivare', 0],
    ['status:utkast', 1],
    ['status:journalförd', 0],
    ['författare:"Anna Ek"', 1],
    ['författare:Anna', 1],
    ['författare:Ek', 1],
    ['handläggare:"Åsa Öberg" i:anteckning', 0],
    ['arbetsgivare:plåt i:anteckning', 1],
    ['kontor:"Kontor Norr" i:anteckning', 1],
    ['ärende:öppet i:anteckning', 1],
    ['ärende:avslutat', 0],
    ['-ärende:avslutat i:anteckning', 1],
    ['efter:2026-03-04 i:anteckning', 1],
    ['efter:2026-03-05 i:anteckning', 0],
    ['före:2026-03-05 i:anteckning', 1],
    ['före:2026-03-04 i:anteckning', 0],
    ['status:utkast status:journalförd', 1],
  ])('%s finds %i', async (text, count) => {
    const { client, id } = await saying('Någonting.')
    await changeCase(client, id, { office: 'Kontor Norr' })
    expect(await client.search.count({ query: query(text) })).toEqual({ count, atLeast: false })
  })

  test('follow the case and the note', async () => {
    const { client, id, found } = await saying()
    const note = await write(client, id, 'Någonting.')
    await changeCase(client, id, { assignedTo: 'Åsa Öberg' })
    expect(await found('någonting handläggare:"Åsa Öberg"')).toHaveLength(1)
    expect(await found('någonting handläggare:"Anna Ek"')).toEqual([])
    await client.notes.sign(note)
    expect(await found('någonting status:journalförd')).toHaveLength(1)
    await client.cases.close({ id, reason: 'Åter i arbete.' })
    expect(await found('någonting ärende:avslutat')).toHaveLength(1)
  })
})

describe('Quick open', () => {
  test.each([
    '26-',
    '26-1',
    '26-11',
    '26-1187',
    '1187',
    '18930412',
    '930412',
    '930412-2386',
    'lisa',
    'berg',
    'Berg Li',
    'li be',
    'påhittade pl',
  ])('finds a case by %s', async (text) => {
    const { client } = await saying()
    const { cases } = await client.search.open({ text, limit: 10 })
    expect(cases.map(({ number }) => number)).toEqual(['26-1187'])
  })

  test.each(['sjö', 'anna maria sjö', 'sjöberg anna', 'maria', 'sjö maria'])(
    'finds somebody of three names by %s, and nobody else',
    async (text) => {
      const { client } = await saying()
      const insured = { name: 'Anna Maria Sjöberg', personnummer: '18930412-2386' }
      await client.cases.create(caseDetails({ number: '26-2', insured }))
      const { cases } = await client.search.open({ text, limit: 10 })
      expect(cases.map(({ number }) => number)).toEqual(['26-2'])
    },
  )

  test.each(['ÅR-760', 'år-7', 'ÅR-', 'år', 'år-760 f', '760'])(
    'finds a case with a number of another kind by %s',
    async (text) => {
      const { client } = await saying()
      await client.cases.create(caseDetails({ number: 'ÅR-760 fel' }))
      const { cases } = await client.search.open({ text, limit: 10 })
      expect(cases.map(({ number }) => number)).toEqual(['ÅR-760 fel'])
    },
  )

  test.each(['26-2', '26-119', '26-11870', '25-1187', '118', 'erg', 'berg anna', 'plåt'])(
    'finds no case by %s, which is no beginning',
    async (text) => {
      const { client } = await saying()
      expect((await client.search.open({ text, limit: 10 })).cases).toEqual([])
    },
  )

  test('offers what was written last where nothing is typed, and nothing for signs alone', async () => {
    const { client } = await saying('Någonting.')
    const { cases, notes } = await client.search.open({ text: '', limit: 10 })
    expect(cases.map(({ number }) => number)).toEqual(['26-1187'])
    expect(notes.map(({ note }) => note.template.id)).toEqual(['behovsklarlaggande'])
    expect(await client.search.open({ text: ' - ', limit: 10 })).toEqual({ cases: [], notes: [] })
  })

  test('and a search say which note a note corrects', async () => {
    const { client, id } = await saying()
    const note = await write(client, id, 'Hon har svårt med trappor.')
    await client.notes.sign(note)
    await client.amendments.correct({ note: note.id })
    const amends = { verb: 'rattelse', note: note.id }
    const { notes } = await client.search.open({ text: 'behov', limit: 10 })
    expect(notes.map(({ note }) => note.amends)).toEqual([amends, undefined])
    const { groups } = await client.search.find({ query: query('trappor'), limit: 10 })
    expect(groups.flatMap(({ hits }) => hits.map(({ note }) => note?.amends))).toEqual([amends, undefined])
  })

  test.each(['behovsklar', 'behov berg', '26-1187 behov', 'lisa'])('finds a note by %s', async (text) => {
    const { client } = await saying('Någonting.')
    const { notes } = await client.search.open({ text, limit: 10 })
    expect(notes.map(({ note, number }) => [note.template.id, number])).toEqual([
      ['behovsklarlaggande', '26-1187'],
    ])
  })
})

test('Searches are kept by user and name', async () => {
  const { client } = await startWithArchive()
  await client.search.saved.save({ name: 'Trappor', text: 'trappor' })
  await client.search.saved.save({ name: 'Mina', text: 'handläggare:"Anna Ek"' })
  await client.search.saved.save({ name: 'Trappor', text: 'trappor -hiss' })
  expect(await client.search.saved.list()).toEqual([
    { name: 'Mina', text: 'handläggare:"Anna Ek"' },
    { name: 'Trappor', text: 'trappor -hiss' },
  ])
  await client.search.saved.remove({ name: 'Mina' })
  expect((await client.search.saved.list()).map(({ name }) => name)).toEqual(['Trappor'])
})

test('Gallring leaves nothing of a case: neither words, values nor what was written over', async () => {
  let time = now
  const { client, path } = await startWithArchive({
    policies: { ...noPolicies, policies: { disposeAfterMonths: 12 } },
    now: () => time,
  })
  const gone = await client.cases.create(
    caseDetails({
      insured: { name: 'Xerxes Qvarnlöf', personnummer: '18930412-2386' },
      assignedTo: 'Zebulon Wikegård',
    }),
  )
  const kept = await client.cases.create(
    caseDetails({ number: '26-2', insured: { name: 'Bo Lind', personnummer: '18900118-9803' } }),
  )
  const note = await write(client, gone.id, 'Ordet flygödla stod här.')
  await change(client, note, 'Ordet griftegård står här.')
  await write(client, kept.id, 'Ordet stannar.')
  for (const text of ['qvarnlöf xerxes', 'Xerxes Qvarnlöf smärta', '930412-2386', 'en trapp i taget'])
    await client.search.saved.save({ name: `Om ${text.split(' ').length}`, text })
  await client.cases.close({ id: gone.id, reason: 'Åter i arbete.' })
  time = new Date('2027-03-05T10:00:00Z')
  await client.disposal.dispose({ caseId: gone.id, number: '26-1187', reason: 'RA-FS 2026:1' })
  expect(await client.search.count({ query: query('stannar') })).toEqual({ count: 1, atLeast: false })
  expect((await client.search.saved.list()).map(({ text }) => text)).toEqual([
    'qvarnlöf xerxes',
    'en trapp i taget',
  ])
  await inStore(client, path, (db) => {
    const secret = ['flygödla', 'griftegård', 'qvarnlöf', 'wikegård']
    const tables = [
      'search_docs',
      'search_index_data',
      'search_index_idx',
      'search_index_docsize',
      'search_terms',
      'search_values',
    ]
    for (const table of tables) {
      const bytes = Buffer.concat(
        z
          .array(z.record(z.string(), z.unknown()))
          .parse(db.raw.prepare(`SELECT * FROM ${table}`).all())
          .flatMap((row) =>
            Object.values(row).map((value) =>
              value instanceof Uint8Array ? Buffer.from(value) : Buffer.from(String(value)),
            ),
          ),
      )
      // The index keeps of a word what the one before it does not begin with.
      for (const word of secret) expect(bytes.includes(word.slice(2)), `${table} ${word}`).toBe(false)
    }
    expect(db.raw.prepare('SELECT count(*) FROM search_docs').pluck().get()).toBe(2)
    expect(db.raw.prepare(`SELECT term FROM search_terms WHERE term = 'stannar'`).pluck().all()).toEqual([
      'stannar',
    ])
  })
})
