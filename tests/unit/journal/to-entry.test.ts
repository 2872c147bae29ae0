import { describe, expect, test } from 'vitest'
import { isoDateSchema } from '../../../shared/case/dates.ts'
import type { JournalBlock, JournalEntry } from '../../../shared/journal/entry.ts'
import type { Answers } from '../../../shared/note/answers.ts'
import { draftOf, draftWith, type EntryInput, entryOf, example, shipped, templateOf } from './examples.ts'

const headerRow = ({ header }: JournalEntry, label: string) =>
  header.rows.find((row) => row.label === label)?.text
const blocksOf = (entry: JournalEntry): JournalBlock[] => entry.sections.flatMap(({ blocks }) => blocks)
const tablesOf = (entry: JournalEntry) =>
  blocksOf(entry).flatMap((block) => (block.type === 'table' ? [block] : []))
const words = (entry: JournalEntry) => JSON.stringify(entry)

/** The blocks of one field of a made-up template. */
function printed(field: { type: string; [member: string]: unknown }, answer: Answers[string] | undefined) {
  const answers: Answers = answer === undefined ? {} : { f: answer }
  return blocksOf(entryOf(draftOf([{ id: 'f', ...field }], answers)))
}
const label = 'Fält f'
/** What each block says of the field that it answers. */
const ofField = { field: 'f', label }
const answer = (text: string) => [{ type: 'answer', ...ofField, text }]
const options = [
  { value: 'ett', label: { sv: 'Ett', en: 'One' } },
  { value: 'annat', label: { sv: 'Annat', en: 'Other' }, other: true },
]

describe('the head of an entry', () => {
  test('names what it is about, who draws that up, law, case, insured, employer, event, author and status', () => {
    const entry = entryOf(example('arbetsgivarens-plan'))
    expect(entry.header.rows).toEqual([
      { label: 'Anteckningen gäller', text: 'Arbetsgivarens plan' },
      { label: 'Planen upprättas av', text: 'Arbetsgivaren' },
      { label: 'Rättslig grund', text: '30 kap. 6 och 6 a §§ SFB; 110 kap. 31 § SFB' },
      { label: 'Ärende', text: '24-1187' },
      { label: 'Försäkrad', text: 'Linnéa Berg, 18940611-2384' },
      { label: 'Arbetsgivare', text: 'Åkerö Verkstad AB, 556912-3473' },
      { label: 'Uppgifterna kom in', text: '2026-04-14' },
      { label: 'Antecknad av', text: 'Anna Ek, utredare' },
      { label: 'Status', text: 'Journalförd 2026-04-15 kl. 10.12 av Anna Ek, utredare' },
    ])
  })

  test.each([
    ['arbetsgivarens-plan', 'Gäller arbetsgivarens plan'],
    ['planering', 'Försäkringskassan'],
  ])('says above %s whose it is, and never that the employer wrote the note', (id, owner) => {
    expect(entryOf(example(id)).header.owner).toBe(owner)
  })

  describe('has a title that follows what applies to the plan', () => {
    const titled = (changes: Answers) => {
      const input = example('arbetsgivarens-plan')
      return entryOf(draftWith(input, { ...input.note.answers, ...changes })).header.title
    }
    const revised = { 'ny-eller-reviderad': { value: 'reviderad' } }
    test.each([
      ['by telephone', { kanal: { value: 'telefon' } }, 'Muntlig redogörelse för arbetsgivarens plan'],
      ['at a meeting', { kanal: { value: 'muntligt-mote' } }, 'Muntlig redogörelse för arbetsgivarens plan'],
      [
        'by word of mouth from the insured',
        { kanal: { value: 'telefon' }, avsandare: { value: 'den-forsakrade' } },
        'Muntlig redogörelse för arbetsgivarens plan',
      ],
      ['on the form', { kanal: { value: 'blankett' } }, 'Arbetsgivarens plan för återgång i arbete'],
      [
        'on the form, changed',
        { kanal: { value: 'blankett' }, ...revised },
        'Arbetsgivarens plan för återgång i arbete, reviderad',
      ],
      [
        'by telephone, changed',
        { kanal: { value: 'telefon' }, ...revised },
        'Muntlig redogörelse för arbetsgivarens reviderade plan',
      ],
      ['requested', { 'plan-status': { value: 'begard' } }, 'Arbetsgivarens plan är begärd'],
      [
        'no answer',
        { 'plan-status': { value: 'uteblivit' } },
        'Arbetsgivarens plan är begärd, svaret har uteblivit',
      ],
      [
        'not obtained',
        { 'plan-status': { value: 'ej-inhamtad' } },
        'Arbetsgivarens plan finns men är inte inhämtad',
      ],
      ['none', { 'plan-status': { value: 'saknas' } }, 'Arbetsgivarens plan saknas'],
      ['unclear', { 'plan-status': { value: 'oklart' } }, 'Oklart om arbetsgivarens plan finns'],
    ])('%s', (_, changes, title) => expect(titled(changes)).toBe(title))

    test('also where its first version has it, which has no titles of its own', () => {
      const { note, template, ...around } = example('arbetsgivarens-plan')
      const first = { note, template: shipped('arbetsgivarens-plan.1'), ...around }
      expect(template.version).toBe(2)
      expect(entryOf(first).header.title).toBe('Muntlig redogörelse för arbetsgivarens plan')
    })
  })

  test('names the law of a request only where the plan was requested', () => {
    const input = example('arbetsgivarens-plan')
    const draft = draftWith(input, { ...input.note.answers, initiativ: { value: 'arbetsgivaren' } })
    expect(headerRow(entryOf(draft), 'Rättslig grund')).toBe('30 kap. 6 och 6 a §§ SFB')
  })

  test('says of a planering without consultation that it is under way', () => {
    const input = example('planering')
    const draft = draftWith(input, { ...input.note.answers, samrad: 'nej' })
    expect(entryOf(draft).header.title).toBe('Planering under arbete')
  })

  describe('of a template that says so', () => {
    const asked = { field: 'begard', op: 'is', value: 'ja' } as const
    const words = (sv: string) => ({ sv, en: sv })
    const headOf = (begard: string) => {
      const draft = draftOf([{ id: 'begard', type: 'yes-no' }], { begard })
      const legalBasis = [
        { provision: '30 kap. 6 § SFB', source: '000:177-180' },
        { provision: '110 kap. 31 § SFB', source: '000:184-185', when: asked },
      ]
      const titles = [{ when: asked, title: words('Begärd plan') }]
      return entryOf({ ...draft, template: { ...draft.template, titles, legalBasis } })
    }
    test.each([
      ['ja', 'Begärd plan', '30 kap. 6 § SFB; 110 kap. 31 § SFB'],
      ['nej', 'Provmall', '30 kap. 6 § SFB'],
    ])('follows the answers: %s', (answered, title, law) => {
      expect(headOf(answered).header.title).toBe(title)
      expect(headerRow(headOf(answered), 'Rättslig grund')).toBe(law)
    })
  })

  test.each([
    ['arbetsgivarens-plan', 'Uppgifterna kom in', '2026-04-14'],
    ['avstamningsmote', 'Mötesdatum', '2026-05-04'],
    ['behovsklarlaggande', 'Datum för ställningstagandet', '2026-04-15'],
    ['planering', 'Planeringen gjordes', '2026-04-15'],
  ])('tells the day of %s by its own words, and the rest of the entry does not again', (id, label, date) => {
    const entry = entryOf(example(id))
    expect(headerRow(entry, label)).toBe(date)
    expect(blocksOf(entry).map((block) => block.label)).not.toContain(label)
  })

  test('tells when a note without a day was begun', () => {
    const { datum: _day, ...answers } = example('planering').note.answers
    const entry = entryOf(draftWith(example('planering'), answers))
    expect(headerRow(entry, 'Anteckningen påbörjad')).toBe('2026-04-15')
  })

  test('an unemployed person has no employer', () => {
    const input = example('planering')
    const entry = entryOf({ ...input, case: { ...input.case, employment: { kind: 'arbetslos' } } })
    expect(headerRow(entry, 'Arbetsgivare')).toBeUndefined()
  })
})

describe('a signed note', () => {
  const signed = () => example('arbetsgivarens-plan')

  test('is printed with the case as it was when signed', () => {
    const input = signed()
    const renamed = { ...input.case, insured: { ...input.case.insured, name: 'Linnéa Holm' } }
    expect(entryOf({ ...input, case: renamed })).toEqual(entryOf(input))
  })

  test('asks the day of the sick leave of its signature, not of today', () => {
    const early = { fact: 'dag', op: 'less', value: 100 }
    const template = templateOf([{ id: 'f', type: 'text', visibleWhen: early }])
    const input = { ...signed(), template }
    const note = { ...input.note, answers: { f: 'Sagt dag 94' } }
    const later = { ...input, note, today: isoDateSchema.parse('2031-01-01') }
    expect(words(entryOf(later))).toContain('Sagt dag 94')
    const draft = draftWith({ ...later, template }, note.answers)
    expect(words(entryOf(draft))).not.toContain('Sagt dag 94')
  })

  test('has no mark of a draft anywhere', () => {
    const entry = entryOf(signed())
    expect(entry.draft).toBe(false)
    expect(words(entry)).not.toMatch(/utkast/i)
  })
})

describe('each type of field', () => {
  test.each([
    ['text', { type: 'text' }, ' Hej ', answer('Hej')],
    [
      'text of several lines',
      { type: 'text', multiline: true },
      'Ett\n\nTvå',
      [{ type: 'text', ...ofField, paragraphs: ['Ett', 'Två'] }],
    ],
    ['date', { type: 'date' }, '2026-04-14', answer('2026-04-14')],
    ['date that does not exist, as typed', { type: 'date' }, '2026-02-30', answer('2026-02-30')],
    [
      'number with its unit',
      { type: 'number', unit: { sv: 'timmar', en: 'hours' } },
      '12,5',
      answer('12,5 timmar'),
    ],
    ['yes or no', { type: 'yes-no' }, 'nej', answer('Nej')],
    ['choice', { type: 'choice', options }, { value: 'ett' }, answer('Ett')],
    [
      'choice of own words',
      { type: 'choice', options },
      { value: 'annat', other: 'Byter skift' },
      answer('Annat: Byter skift'),
    ],
    [
      'choice without the own words that it hides',
      { type: 'choice', options },
      { value: 'ett', other: 'Dolt' },
      answer('Ett'),
    ],
    [
      'choice that the template does not have',
      { type: 'choice', options },
      { value: 'gammalt' },
      answer('gammalt (finns inte bland mallens alternativ)'),
    ],
    [
      'several choices',
      { type: 'choices', options },
      { values: ['ett', 'annat'], other: 'mer' },
      [{ type: 'list', ...ofField, items: ['Ett', 'Annat: mer'] }],
    ],
    ['a single one of several', { type: 'choices', options }, { values: ['ett'] }, answer('Ett')],
    [
      'actor',
      { type: 'actor' },
      { actor: 'arbetsgivare', name: 'Åkerö Verkstad AB' },
      answer('Arbetsgivaren, Åkerö Verkstad AB'),
    ],
    [
      'person',
      { type: 'person' },
      { name: 'Kim Dahl', title: 'enhetschef', role: 'arbetsgivare' },
      answer('Kim Dahl, enhetschef (Arbetsgivaren)'),
    ],
    [
      'person who is called by the role',
      { type: 'person' },
      { name: 'Den försäkrade', role: 'den-forsakrade' },
      answer('Den försäkrade'),
    ],
    [
      'reference to a note',
      { type: 'note-reference', kinds: ['behovsklarlaggande'] },
      { note: '8a1f2c30-1d2e-4f3a-8b4c-5d6e7f809002' },
      answer('Behovsklarläggande, anteckning 2026-04-15, journalförd'),
    ],
    [
      'reference to a note that is gone',
      { type: 'note-reference', kinds: ['behovsklarlaggande'] },
      { note: '8a1f2c30-1d2e-4f3a-8b4c-5d6e7f809099' },
      answer('En anteckning som inte finns i ärendet (8a1f2c30-1d2e-4f3a-8b4c-5d6e7f809099)'),
    ],
    [
      'consents',
      { type: 'consents' },
      [{ actor: 'arbetsgivare', consent: 'ja', date: '2026-04-10' }],
      [
        {
          type: 'table',
          ...ofField,
          columns: ['Aktör', 'Svar', 'Datum'],
          rows: [['Arbetsgivaren', 'Samtycker', '2026-04-10']],
        },
      ],
    ],
    [
      'consents with how they were given and taken back',
      { type: 'consents' },
      [
        { actor: 'arbetsgivare', consent: 'ja', date: '2026-04-10', how: 'skriftligt' },
        { actor: 'halso-och-sjukvarden', consent: 'aterkallat', date: '2026-04-20' },
      ],
      [
        {
          type: 'table',
          ...ofField,
          columns: ['Aktör', 'Svar', 'Datum', 'Svaret lämnades'],
          rows: [
            ['Arbetsgivaren', 'Samtycker', '2026-04-10', 'Skriftligt'],
            ['Hälso- och sjukvården', 'Har återkallat sitt samtycke', '2026-04-20', ''],
          ],
        },
      ],
    ],
    [
      'repeated group, without columns in which nothing stands',
      {
        type: 'group',
        item: { sv: 'punkt', en: 'point' },
        fields: [
          { id: 'vad', type: 'text' },
          { id: 'nar', type: 'date' },
        ],
      },
      [
        { id: '1', answers: { vad: 'Första' } },
        { id: '2', answers: {} },
      ],
      [{ type: 'table', ...ofField, columns: ['Fält vad'], rows: [['Första']] }],
    ],
  ])('%s', (_, field, given, expected) => {
    expect(printed(field, given)).toEqual(expected)
  })

  test('formatted text keeps its blocks but not the empty ones', () => {
    const blocks = [
      { type: 'paragraph', runs: [{ text: 'Ett ' }, { text: 'viktigt', bold: true }] },
      { type: 'paragraph', runs: [{ text: '  ' }] },
      { type: 'list', ordered: true, items: [{ runs: [{ text: 'punkt' }] }] },
    ]
    expect(printed({ type: 'rich-text' }, { blocks })).toEqual([
      { type: 'rich', ...ofField, blocks: [blocks[0], blocks[2]] },
    ])
  })

  test.each([
    ['text', { type: 'text' }, { hej: 'då' }],
    ['choice', { type: 'choice', options }, 'ett'],
    ['insatser', { type: 'insatser' }, [{ id: 'r', uppgift: 'x' }]],
  ])('an answer of another form than %s is printed as it is stored, and marked', (_, field, given) => {
    expect(printed(field, given)).toEqual([
      {
        type: 'text',
        ...ofField,
        paragraphs: [
          'Svaret har inte den form som fältet väntar sig. Det står här som det är sparat:',
          JSON.stringify(given),
        ],
      },
    ])
  })
})

describe('insatser', () => {
  const rows = [
    { id: '1', what: 'Arbetsträning', performer: { actor: 'arbetsgivare' }, status: 'pagar' },
    {
      id: '2',
      what: 'Smärtrehabilitering',
      status: 'behovs-men-saknas',
      missingReason: 'vantetid',
      missingComment: 'Kö till augusti',
    },
  ]

  test('that are agreed and those that are missing stand in tables of their own', () => {
    const tables = tablesOf(entryOf(draftOf([{ id: 'f', type: 'insatser' }], { f: rows })))
    expect(tables).toEqual([
      {
        type: 'table',
        ...ofField,
        columns: ['Insats', 'Utförare', 'Status'],
        rows: [['Arbetsträning', 'Arbetsgivaren', 'Pågår']],
      },
      {
        type: 'table',
        field: 'f',
        label: 'Insatser som behövs men saknas',
        columns: ['Insats', 'Skäl'],
        rows: [['Smärtrehabilitering', 'Väntetid – Kö till augusti']],
      },
    ])
  })

  test('are never taken for what Försäkringskassan does itself', () => {
    const aktivitet = { id: '1', what: 'Ring arbetsgivaren', kind: 'kontakt', status: 'planerad' }
    const [table, ...more] = tablesOf(
      entryOf(draftOf([{ id: 'f', type: 'aktiviteter' }], { f: [aktivitet] })),
    )
    expect(more).toEqual([])
    expect(table?.label).toBe('Försäkringskassans egna aktiviteter')
    expect(table?.columns).toEqual(['Aktivitet', 'Typ', 'Status'])
  })
})

describe('what leaves no trace', () => {
  test.each([
    ['text', { type: 'text' }, '  '],
    ['no answer', { type: 'text' }, undefined],
    ['rich text without words', { type: 'rich-text' }, { blocks: [{ type: 'paragraph', runs: [] }] }],
    ['choices', { type: 'choices', options }, { values: [] }],
    ['person', { type: 'person' }, { name: '' }],
    ['rows without content', { type: 'insatser' }, [{ id: 'r1' }]],
    ['a help text', { type: 'info' }, undefined],
    [
      'a field that the template keeps out of the journal',
      { type: 'text', journal: { omit: true } },
      'hemligt',
    ],
  ])('%s', (_, field, given) => {
    expect(printed(field, given)).toEqual([])
  })

  test('a section without answers', () => {
    const { sections } = entryOf(draftOf([{ id: 'f', type: 'text' }], { f: 'x' }))
    expect(sections.map(({ title }) => title)).toEqual(['Avsnitt'])
  })

  test('a hidden field that was answered before it was hidden', () => {
    const input = example('arbetsgivarens-plan')
    const draft = draftWith(input, { ...input.note.answers, 'plan-status': { value: 'saknas' } })
    const entry = words(entryOf(draft))
    expect(entry).toContain('finns inte')
    expect(entry).not.toContain('muntligt, per telefon')
    expect(entry).not.toContain('Arbetsträning i lagret')
  })

  test('an answer that no field takes', () => {
    const input: EntryInput = draftOf([{ id: 'f', type: 'text' }], { f: 'syns', borta: 'syns inte' })
    expect(words(entryOf(input))).not.toContain('syns inte')
  })
})

describe('plan is not planering', () => {
  test('an entry on the employer’s plan never calls it planering', () => {
    expect(words(entryOf(example('arbetsgivarens-plan')))).not.toMatch(/planering/i)
  })

  test('the agency’s planering names a plan only as the employer’s', () => {
    const text = words(entryOf(example('planering')))
    const others = text
      .replaceAll(/arbetsgivarens[ -]plan/gi, '')
      .match(/(?<!\p{L})plan(en|er|erna)?(?!\p{L})/giu)
    expect(others).toBeNull()
  })

  test('a referred plan is named and dated; its contents are not copied', () => {
    const text = words(entryOf(example('planering')))
    expect(text).toContain('Arbetsgivarens plan, anteckning 2026-04-14, journalförd')
    expect(text).not.toContain('Höj- och sänkbart bord')
  })
})

test('English says the same of the same note', () => {
  const swedish = entryOf(example('planering'))
  const english = entryOf({ ...example('planering'), language: 'en' })
  expect(english.sections.map(({ blocks }) => blocks.map(({ type }) => type))).toEqual(
    swedish.sections.map(({ blocks }) => blocks.map(({ type }) => type)),
  )
  expect(english.notice?.word).toBe('DRAFT')
  expect(words(english)).not.toMatch(/Försäkrad"|Utkast|Handling"/)
})

describe('what is said by somebody', () => {
  const options = [
    {
      value: 'forsakrad',
      label: { sv: 'Ja, av den försäkrade (vid samtal)', en: 'Yes' },
      journal: { sv: 'enligt den försäkrade', en: 'according to the insured' },
    },
  ]
  const fields = [
    { id: 'hinder', type: 'text', journal: { accordingTo: 'enligt' } },
    { id: 'enligt', type: 'choice', options, journal: { omit: true } },
  ]
  const said = (enligt?: string) =>
    blocksOf(
      entryOf(
        draftOf(fields, {
          hinder: 'Lång resväg',
          ...(enligt === undefined ? {} : { enligt: { value: enligt } }),
        }),
      ),
    ).map(({ label }) => label)

  test('is printed as said by them, in the words that the journal has for it', () => {
    expect(said('forsakrad')).toEqual(['Fält hinder, enligt den försäkrade'])
  })
  test('and by nobody where nobody is named', () => {
    expect(said()).toEqual(['Fält hinder'])
  })
})

describe('the consents that a note rests on', () => {
  const table = 'Samtycken i ärendet som anteckningen stöder sig på'
  const reliedOn = (input: EntryInput) => tablesOf(entryOf(input)).find(({ label }) => label === table)?.rows
  const doctor = ['Hälso- och sjukvården', 'Samtycker', '2026-04-10', 'Skriftligt']

  test('are printed from the case where the note does not give them', () => {
    expect(reliedOn(example('avstamningsmote'))).toEqual([doctor])
  })

  test('and not once more where it does', () => {
    expect(reliedOn(example('planering'))).toBeUndefined()
  })

  test('and only those of actors whom the note cooperates with', () => {
    const { kallade: _called, ...answers } = example('avstamningsmote').note.answers
    expect(reliedOn(draftWith(example('avstamningsmote'), answers))).toBeUndefined()
  })

  test('stand in a section of their own where the template asks for no consents', () => {
    const calls = [{ id: 'a', what: 'Ringa vården', counterpart: 'halso-och-sjukvarden' }]
    const draft = draftOf([{ id: 'f', type: 'aktiviteter' }], { f: calls })
    const section = entryOf(draft).sections.at(-1)
    expect([section?.title, section?.blocks.map((block) => block.label)]).toEqual(['Samtycke', [table]])
  })
})
