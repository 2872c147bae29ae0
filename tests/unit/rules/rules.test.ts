import { describe, expect, test } from 'vitest'
import { isoDateSchema } from '../../../shared/case/dates.ts'
import { readAs } from '../../../shared/fields/index.ts'
import type { Answers } from '../../../shared/note/answers.ts'
import { checkCase, checkNote } from '../../../shared/rules/index.ts'
import { context as aroundDraft, draft } from '../check/sample.ts'
import { contextOf, notesOf, pinned, shipped } from './bundles.ts'
import { afterFix, noteOf, ruleMarkers, withAnswers } from './edit.ts'
import { ruleBundle } from './rule-pack.ts'

const right = () => ruleBundle('r27-ratt')
const summary = (markers: ReturnType<typeof ruleMarkers>) =>
  markers.map(({ rule, severity, where: { field, row, column } }) => ({ rule, severity, field, row, column }))

function insats(more: Record<string, Answers[string]>): Answers[string] {
  return [{ id: 'x', what: 'Arbetsträning', ...more }]
}

describe('R1: an insats is never performed by Försäkringskassan', () => {
  test.each([
    ['planering', 'insatser', 'FK', {}],
    ['avstamningsmote', 'insatser', 'vi på kassan', { 'mote-status': { value: 'genomfort' } }],
    ['arbetsgivarens-plan', 'insatser-i-planen', 'Försäkringskassan', {}],
  ])('in %s', (template, field, name, more) => {
    const bundle = template === 'avstamningsmote' ? ruleBundle('r04-ratt') : right()
    const rows = insats({ performer: { name }, from: '2026-06-08' })
    const found = ruleMarkers(template, { [field]: rows, ...more }, bundle).filter(
      ({ rule }) => rule === 'R1',
    )
    expect(summary(found)).toEqual([{ rule: 'R1', severity: 'error', field, row: 'x', column: 'performer' }])
  })

  test('the fix moves the row to the FK-aktiviteter, and nothing it said is lost', () => {
    const bundle = right()
    const subject = withAnswers(noteOf(bundle, 'planering'), {
      insatser: [
        { id: 'keep', what: 'Fysioterapi', performer: { actor: 'halso-och-sjukvarden' } },
        {
          id: 'rad-1',
          what: 'Kartläggning',
          kind: 'arbetslivsinriktad',
          performer: { name: 'handläggaren Anna Ek' },
          from: '2026-06-08',
          to: '2026-06-30',
          purpose: 'Veta vad som fungerar',
          followUp: '2026-07-06',
          status: 'behovs-men-saknas',
          missingReason: 'annat',
          missingComment: 'Hinner inte',
        },
      ],
    })
    const context = contextOf(bundle, subject)
    const [found] = checkNote(subject, context).filter(({ rule }) => rule === 'R1')
    const after = afterFix(subject, found)
    expect(after.note.answers.insatser).toEqual([
      { id: 'keep', what: 'Fysioterapi', performer: { actor: 'halso-och-sjukvarden' } },
    ])
    const rows = readAs('aktiviteter', after.note.answers['fk-aktiviteter']) ?? []
    expect(rows.at(-1)).toEqual({
      id: 'rad-1-2',
      what: 'Kartläggning',
      kind: 'annan',
      date: '2026-06-08',
      followUp: '2026-07-06',
      status: 'planerad',
      outcome: [
        'Vem utför? handläggaren Anna Ek',
        'Typ: Arbetslivsinriktad',
        'Till: 2026-06-30',
        'Syfte: Veta vad som fungerar',
        'Status: Behövs men saknas',
        'Varför saknas insatsen? Annat skäl',
        'Mer om skälet: Hinner inte',
      ].join('\n'),
    })
    expect(rows).toHaveLength(2)
    expect(checkNote(after, context).filter(({ rule }) => rule === 'R1')).toEqual([])
  })

  test('the last insats moved leaves no empty list behind', () => {
    const subject = withAnswers(noteOf(right(), 'planering'), {
      insatser: insats({ performer: { name: 'FK' } }),
    })
    const [found] = checkNote(subject, contextOf(right(), subject)).filter(({ rule }) => rule === 'R1')
    expect(Object.hasOwn(afterFix(subject, found).note.answers, 'insatser')).toBe(false)
  })

  test('in the employer’s plan, which has no FK-aktiviteter, the fix clears the name and keeps the chosen actor', () => {
    const rows = insats({ performer: { actor: 'arbetsgivare', name: 'Försäkringskassan' } })
    const subject = withAnswers(noteOf(right(), 'arbetsgivarens-plan'), { 'insatser-i-planen': rows })
    const [found] = checkNote(subject, contextOf(right(), subject)).filter(({ rule }) => rule === 'R1')
    expect(afterFix(subject, found).note.answers['insatser-i-planen']).toEqual(
      insats({ performer: { actor: 'arbetsgivare' } }),
    )
  })

  test('a description of what the agency does, with no performer, is a warning', () => {
    const rows = [{ id: 'x', what: 'FK genomför arbetsträning' }]
    expect(summary(ruleMarkers('planering', { insatser: rows }))).toEqual([
      { rule: 'R1', severity: 'warning', field: 'insatser', row: 'x', column: 'what' },
    ])
  })
})

describe('R2: plan and planering are never taken for each other', () => {
  test.each([
    [
      'den-forsakrades-syn',
      'Jag har gjort en plan för återgång.',
      'Jag har gjort en planering för återgång.',
    ],
    [
      'forutsattningar',
      {
        blocks: [
          {
            type: 'paragraph',
            runs: [{ text: 'Vår pl' }, { text: 'an för', bold: true }, { text: ' återgång' }],
          },
        ],
      },
      {
        blocks: [
          {
            type: 'paragraph',
            runs: [{ text: 'Vår planering' }, { text: ' för', bold: true }, { text: ' återgång' }],
          },
        ],
      },
    ],
    [
      'fk-aktiviteter',
      [{ id: 'x', what: 'Följa upp', outcome: 'FK:s plan för återgång gäller' }],
      [{ id: 'x', what: 'Följa upp', outcome: 'FK:s planering för återgång gäller' }],
    ],
  ])('in %s, and the fix writes planering', (field, wrong, mended) => {
    const subject = withAnswers(noteOf(right(), 'planering'), { [field]: wrong })
    const context = contextOf(right(), subject)
    const found = checkNote(subject, context).filter(({ rule }) => rule === 'R2')
    expect(found.map(({ severity, where }) => [severity, where.field])).toEqual([['error', field]])
    const after = afterFix(subject, found[0])
    expect(after.note.answers[field]).toEqual(mended)
    expect(checkNote(after, context).filter(({ rule }) => rule === 'R2')).toEqual([])
  })

  test('in a list within a list of formatted text, and in other own words', () => {
    const list = (text: string) => ({
      blocks: [
        {
          type: 'list',
          ordered: false,
          items: [
            {
              runs: [{ text: 'Punkt' }],
              items: { type: 'list', ordered: true, items: [{ runs: [{ text, italic: true }] }] },
            },
          ],
        },
      ],
    })
    const subject = withAnswers(noteOf(right(), 'planering'), {
      forutsattningar: list('Vår plan för återgång'),
    })
    const [found] = checkNote(subject, contextOf(right(), subject)).filter(({ rule }) => rule === 'R2')
    expect(afterFix(subject, found).note.answers.forutsattningar).toEqual(list('Vår planering för återgång'))
    const need = { kalla: { values: ['annat'], other: 'Min återgångsplan' } }
    expect(summary(ruleMarkers('behovsklarlaggande', need)).map(({ rule, field }) => [rule, field])).toEqual([
      ['R2', 'kalla'],
    ])
  })

  test('the employer’s own words about its plan are left alone in the employer’s document', () => {
    const words = { blocks: [{ type: 'paragraph', runs: [{ text: 'Vår plan för återgång är klar.' }] }] }
    expect(ruleMarkers('arbetsgivarens-plan', { redogorelse: words })).toEqual([])
  })

  test.each([
    ['arbetsgivarens-plan', { owner: 'forsakringskassan' }],
    ['planering', { owner: 'arbetsgivare' }],
    ['planering', { kind: 'arbetsgivarens-plan' }],
  ] as const)('%s with %o', (template, wrong) => {
    const subject = noteOf(right(), template)
    const found = checkNote({ ...subject, note: { ...subject.note, ...wrong } }, contextOf(right(), subject))
    expect(
      found
        .filter(({ rule }) => rule === 'R2')
        .map(({ where, fixes }) => [where, fixes.map(({ kind }) => kind)]),
    ).toEqual([[{ note: subject.note.id }, ['create-note']]])
  })
})

describe('R3: a planering rests on a clarified need', () => {
  const inCase = (
    changes: Record<string, Answers[string] | undefined>,
    planering: Record<string, Answers[string] | undefined> = {},
  ) => {
    const bundle = right()
    const subject = withAnswers(noteOf(bundle, 'planering'), planering)
    const others = notesOf(bundle)
      .filter(({ note }) => note.id !== subject.note.id)
      .map((other) => (other.template.kind === 'behovsklarlaggande' ? withAnswers(other, changes) : other))
    return checkNote(subject, { ...contextOf(bundle, subject), others }).filter(({ rule }) => rule === 'R3')
  }
  test.each([
    [
      'under investigation',
      { 'behov-resultat': { value: 'under-utredning' } },
      'rules.r3.underInvestigation',
    ],
    ['without an answer', { 'behov-resultat': undefined }, 'rules.r3.unanswered'],
    ['without a date', { datum: undefined }, 'rules.r3.noDate'],
    ['without a source', { kalla: undefined }, 'rules.r3.noSource'],
  ])('%s: the marker points at the behovsklarläggande', (_, changes, key) => {
    const [found] = inCase(changes)
    expect(found?.message.key).toBe(key)
    expect(found?.related[0]?.where.note).toBe(noteOf(right(), 'behovsklarlaggande').note.id)
    expect(found?.fixes.map(({ kind }) => kind)).toEqual(['go-to'])
  })
  test('no behovsklarläggande at all: the fix writes one', () => {
    const subject = noteOf(right(), 'planering')
    const [found] = checkNote(subject, { ...contextOf(right(), subject), others: [] }).filter(
      ({ rule }) => rule === 'R3',
    )
    expect(found?.fixes).toMatchObject([{ kind: 'create-note', documentKind: 'behovsklarlaggande' }])
  })
  test('a need with neither insats nor reason', () => {
    expect(inCase({}, { insatser: undefined }).map(({ message }) => message.key)).toEqual([
      'rules.r3.noInsats',
    ])
    expect(inCase({}, { insatser: undefined, 'ingen-insats-skal': 'Anpassningarna räcker.' })).toEqual([])
  })
  test('no need is a complete answer', () => {
    const none = { 'behov-resultat': { value: 'inget-behov' }, motivering: 'Åter i arbete i juni.' }
    expect(inCase(none, { insatser: undefined })).toEqual([])
  })
  test('one that is still a draft is a warning: it may change', () => {
    const bundle = right()
    const subject = noteOf(bundle, 'planering')
    const need = noteOf(bundle, 'behovsklarlaggande')
    const { id, template, kind, owner, author, createdAt, updatedAt, answers } = need.note
    const draft = {
      id,
      template,
      kind,
      owner,
      author,
      createdAt,
      updatedAt,
      answers,
      status: 'utkast',
    } as const
    const found = checkNote(subject, { ...contextOf(bundle, subject), others: [{ ...need, note: draft }] })
    expect(
      found
        .filter(({ rule }) => rule === 'R3')
        .map(({ severity, message, where, fixes }) => [severity, message.key, where.field, fixes[0]?.kind]),
    ).toEqual([['warning', 'rules.r3.draft', 'behovet', 'go-to']])
  })
  test.each([
    ['by its status', { 'planering-status': { value: 'under-arbete' } }],
    ['for want of consultation', { samrad: 'nej', 'planering-status': undefined }],
  ])('a planering that is under way %s is warned, and can be signed', (_, planering) => {
    const found = inCase({ 'behov-resultat': { value: 'under-utredning' } }, planering)
    expect(found.map(({ severity }) => severity)).toEqual(['warning'])
  })
  test('the one changed last decides', () => {
    const bundle = right()
    const subject = noteOf(bundle, 'planering')
    const need = noteOf(bundle, 'behovsklarlaggande')
    const later = { ...need.note, updatedAt: noteOf(bundle, 'planering').note.updatedAt }
    const newer = withAnswers({ ...need, note: later }, { 'behov-resultat': { value: 'under-utredning' } })
    const found = checkNote(subject, { ...contextOf(bundle, subject), others: [need, newer] })
    expect(found.filter(({ rule }) => rule === 'R3').map(({ message }) => message.key)).toEqual([
      'rules.r3.underInvestigation',
    ])
  })
})

describe('R1: the agency is known by its people too', () => {
  test.each([
    ['the one who writes', 'Anna Ek', true],
    ['the one who has the case', ' anna  EK ', true],
    ['somebody else', 'Anna Ekman', false],
  ])('%s as performer', (_, name, refused) => {
    const insatser = [{ id: 'x', what: 'Samtal', performer: { actor: 'annan', name } }]
    expect(ruleMarkers('planering', { insatser }).some(({ rule }) => rule === 'R1')).toBe(refused)
  })
})

test('R3 stands at the reference to the need, where the form and the outline show it', () => {
  const bundle = ruleBundle('r03-fel')
  expect(ruleMarkers('planering', {}, bundle).map(({ rule, where }) => [rule, where.field])).toEqual([
    ['R3', 'behovet'],
  ])
})

describe('R4: cooperation needs consent', () => {
  const withActivity = (more: Record<string, Answers[string]>, samtycken?: Answers[string]) =>
    ruleMarkers('planering', { samtycken, 'fk-aktiviteter': [{ id: 'x', what: 'Ringa', ...more }] }).map(
      ({ rule, where }) => [rule, where.column],
    )
  const asked = (consent: string) => [{ actor: 'arbetsformedlingen', consent, date: '2026-05-20' }]
  test.each([
    ['with an actor nobody has asked about', { counterpart: 'arbetsformedlingen' }, undefined, true],
    ['with an actor the insured refused', { counterpart: 'arbetsformedlingen' }, asked('nej'), true],
    [
      'with an actor the insured has taken back the consent to',
      { counterpart: 'arbetsformedlingen' },
      asked('aterkallat'),
      true,
    ],
    ['with an actor not asked about yet', { counterpart: 'arbetsformedlingen' }, asked('ej-fragat'), true],
    ['with an actor the insured agreed to', { counterpart: 'arbetsformedlingen' }, asked('ja'), false],
    ['called off', { counterpart: 'arbetsformedlingen', status: 'installd' }, undefined, false],
    [
      'a request for the plan (110 kap. 31 §)',
      { counterpart: 'arbetsgivare', kind: 'begaran-av-plan' },
      undefined,
      false,
    ],
    ['with the insured', { counterpart: 'den-forsakrade' }, undefined, false],
    [
      'with the occupational health service, which 30 kap. 10 § does not name',
      { counterpart: 'foretagshalsovard' },
      undefined,
      false,
    ],
  ])('an FK-aktivitet %s', (_, row, consents, refused) => {
    expect(withActivity(row, consents)).toEqual(refused ? [['R4', 'counterpart']] : [])
  })

  test('a consent that was withdrawn later in the register stays withdrawn, whatever an older note says', () => {
    const bundle = ruleBundle('r04-ratt')
    const consents = [{ actor: 'halso-och-sjukvarden' as const, consent: 'nej' as const, date: '2026-11-10' }]
    const withdrawn = { ...bundle, case: { ...bundle.case, consents } }
    const older = { samtycken: [{ actor: 'halso-och-sjukvarden', consent: 'ja', date: '2026-01-10' }] }
    expect(ruleMarkers('planering', older, withdrawn).map(({ rule }) => rule)).toContain('R4')
  })

  test('the register of the case counts, and a note that says otherwise stands over it', () => {
    const bundle = ruleBundle('r04-ratt')
    expect(ruleMarkers('planering', {}, bundle)).toEqual([])
    const refused = { samtycken: [{ actor: 'halso-och-sjukvarden', consent: 'nej', date: '2026-06-02' }] }
    expect(ruleMarkers('planering', refused, bundle).map(({ rule }) => rule)).toEqual(['R4'])
  })

  test.each([
    ['called to a meeting', {}, ['kallade']],
    [
      'called to one, who also came',
      {
        'mote-status': { value: 'genomfort' },
        deltagare: [{ id: 'rad-3', answers: { person: { name: 'Erik Sand', role: 'arbetsgivare' } } }],
      },
      ['kallade', 'deltagare'],
    ],
  ])('a person %s', (_, changes, fields) => {
    const bundle = ruleBundle('r04-ratt')
    const found = ruleMarkers('avstamningsmote', { samtycken: undefined, ...changes }, bundle)
    expect(summary(found.filter(({ rule }) => rule === 'R4'))).toEqual(
      fields.map((field) => ({ rule: 'R4', severity: 'error', field, row: 'rad-3', column: 'person' })),
    )
  })

  test.each([
    ['a union representative', 'arbetstagarorganisation', ['R4 foretradare']],
    ['the occupational health service', 'foretagshalsovard', []],
  ])('a contact with %s', (_, role, found) => {
    const template = shipped('kontakt-med-arbetstagarorganisation')
    const note = draft(template, { foretradare: { name: 'Alma Rask', role } })
    expect(
      checkNote(note, aroundDraft).flatMap(({ rule, where }) =>
        rule === 'R4' ? [`${rule} ${where.field}`] : [],
      ),
    ).toEqual(found)
  })

  test.each([
    ['in the note, where it asks about the actor', 'arbetstagarorganisation', { field: 'samtycken' }],
    ['in the case, where it does not', 'arbetsformedlingen', { case: aroundDraft.case.id }],
  ])('the answer of the insured is given %s', (_, counterpart, where) => {
    const template = shipped('kontakt-med-arbetstagarorganisation')
    const rows = [{ id: 'x', what: 'Ringa', counterpart }]
    const [found] = checkNote(draft(template, { 'fk-aktiviteter': rows }), aroundDraft).filter(
      ({ rule }) => rule === 'R4',
    )
    expect(found?.fixes).toMatchObject([{ kind: 'go-to', where }])
  })
})

describe('R5: a plan that has come in has its date, its channel and, told by phone, its informant', () => {
  test.each([
    ['inkom-datum', undefined],
    ['kanal', undefined],
    ['uppgiftslamnare', undefined],
    ['uppgiftslamnare', { name: '', role: 'arbetsgivare' }],
  ])('%s as %o: said once, at its field', (field, value) => {
    const subject = withAnswers(noteOf(right(), 'arbetsgivarens-plan'), { [field]: value })
    const errors = checkNote(subject, contextOf(right(), subject)).filter(
      ({ severity }) => severity === 'error',
    )
    expect(errors.map(({ rule, where }) => [rule, where.field])).toEqual([['R5', field]])
  })
  test('told at a meeting, by the insured: an informant is needed all the same', () => {
    const told = { kanal: { value: 'muntligt-mote' }, avsandare: { value: 'den-forsakrade' } }
    const found = ruleMarkers('arbetsgivarens-plan', { ...told, uppgiftslamnare: undefined })
    expect(found.filter(({ rule }) => rule === 'R5').map(({ where }) => where.field)).toEqual([
      'uppgiftslamnare',
    ])
  })
  test('a written plan needs no informant', () => {
    expect(
      ruleMarkers('arbetsgivarens-plan', { kanal: { value: 'blankett' }, uppgiftslamnare: undefined }),
    ).toEqual([])
  })
})

describe('R6: after day 30 the employer’s plan is accounted for', () => {
  const bundle = () => ruleBundle('r06-fel')
  const on = (day: string, change: Partial<ReturnType<typeof bundle>['case']> = {}) => {
    const context = contextOf(bundle(), undefined, isoDateSchema.parse(day))
    return checkCase({ ...context, case: { ...context.case, ...change } }).map(({ rule }) => rule)
  }
  test('not on day 30, but on day 31', () => {
    expect(on('2026-03-31')).toEqual([])
    expect(on('2026-04-01')).toEqual(['R6'])
  })
  test.each([
    [{ employment: { kind: 'arbetslos' } }],
    [{ expectedLength: 'kortare' }],
    [{ expectedLength: 'oklart' }],
  ] as const)('not where %o', (change) => expect(on('2026-06-03', change)).toEqual([]))
  test.each([
    [{ value: 'begard' }, []],
    [{ value: 'inkommen' }, []],
    [{ value: 'uteblivit' }, []],
    [{ value: 'ej-inhamtad' }, []],
    [{ value: 'saknas' }, ['R6']],
    [{ value: 'oklart' }, ['R6']],
  ])('a note with plan-status %o', (status, found) => {
    const plan = withAnswers(noteOf(right(), 'arbetsgivarens-plan'), { 'plan-status': status })
    expect(checkCase({ ...contextOf(bundle()), others: [plan] }).map(({ rule }) => rule)).toEqual(found)
  })
})

describe('R7: a plan says something that can be followed up', () => {
  const row = { id: 'x', what: 'Lättare uppgifter', performer: { actor: 'arbetsgivare' }, from: '2026-06-15' }
  test.each([
    ['somebody and a time', [row], 0],
    ['no time', [{ ...row, from: '' }], 1],
    ['nobody', [{ ...row, performer: {} }], 1],
    ['broken off', [{ ...row, status: 'avbruten' }], 1],
    ['no rows', undefined, 1],
  ])('%s', (_, rows, count) => {
    const found = ruleMarkers('arbetsgivarens-plan', { foljbar: undefined, 'insatser-i-planen': rows })
    expect(found.map(({ rule, severity }) => [rule, severity])).toEqual(Array(count).fill(['R7', 'warning']))
  })
  test('an investigator who says so herself is told what to do', () => {
    expect(ruleMarkers('arbetsgivarens-plan', { foljbar: 'nej' }).map(({ message }) => message.key)).toEqual([
      'rules.r7.saidNo',
    ])
  })
  test('a plan that has not come in is not judged', () => {
    expect(ruleMarkers('arbetsgivarens-plan', { 'plan-status': { value: 'begard' } })).toEqual([])
  })
})

describe('R27: a planering is complete only when made in consultation with the insured', () => {
  const reason = { 'inget-samrad-skal': 'Gustav har inte gått att nå.' }
  const errorsWith = (changes: Record<string, Answers[string] | undefined>) => {
    const subject = withAnswers(noteOf(right(), 'planering'), changes)
    const errors = checkNote(subject, contextOf(right(), subject)).filter(
      ({ severity }) => severity === 'error',
    )
    return { subject, errors, keys: errors.map(({ message }) => message.key) }
  }

  test('whether there was consultation is asked once', () => {
    expect(errorsWith({ samrad: undefined }).keys).toEqual(['rules.r27.unanswered'])
  })

  test('called complete without: the fix says that it is under way, and claims no consultation', () => {
    const { subject, errors, keys } = errorsWith({ samrad: 'nej', ...reason })
    expect(keys).toEqual(['rules.r27.complete'])
    const { answers } = afterFix(subject, errors[0]).note
    expect([answers.samrad, answers['planering-status']]).toEqual(['nej', { value: 'under-arbete' }])
  })

  test.each([[{ value: 'under-arbete' }], [undefined]])(
    'under way without (%o) it can be signed, with a reason',
    (status) => {
      const underWay = { samrad: 'nej', 'planering-status': status }
      expect(errorsWith({ ...underWay, ...reason }).keys).toEqual([])
      expect(errorsWith(underWay).errors.map(({ rule, where }) => [rule, where.field])).toEqual([
        ['falt/obligatoriskt', 'inget-samrad-skal'],
      ])
    },
  )

  test('in the first version of the template, which has no room for a reason, a new note is the way', () => {
    const subject = { ...noteOf(right(), 'planering'), template: pinned({ id: 'planering', version: 1 }) }
    const without = withAnswers(subject, { samrad: 'nej' })
    const found = checkNote(without, contextOf(right(), without)).filter(({ rule }) => rule === 'R27')
    expect(found.map(({ severity, message, fixes }) => [severity, message.key, fixes[0]?.kind])).toEqual([
      ['error', 'rules.r27.saidNo', 'create-note'],
    ])
  })
})
