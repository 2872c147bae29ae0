import { describe, expect, test } from 'vitest'
import type { Answers } from '../../../shared/note/answers.ts'
import type { NoteWithTemplate } from '../../../shared/note/context.ts'
import type { Marker } from '../../../shared/note/marker.ts'
import { analyse, checkNote, update } from '../../../shared/rules/index.ts'
import { contextOf } from './bundles.ts'
import { afterFix, noteOf, withAnswers } from './edit.ts'
import { ruleBundle } from './rule-pack.ts'

const bundle = ruleBundle
/** A note of a case where all is right, with some answers changed, and what one rule finds in it. */
function found(name: string, template: string, rule: string, changes: Answers): Marker[] {
  const subject = changed(name, template, changes)
  return checkNote(subject, contextOf(bundle(name), subject)).filter((one) => one.rule === rule)
}
const changed = (name: string, template: string, changes: Answers): NoteWithTemplate =>
  withAnswers(noteOf(bundle(name), template), changes)
const inShort = (markers: readonly Marker[]) =>
  markers.map(({ severity, where: { field, row, column }, fixes }) => [
    severity,
    [field, row, column].filter((part) => part !== undefined).join('/'),
    fixes.map(({ kind }) => kind).join(),
  ])
const rich = (text: string) => ({ blocks: [{ type: 'paragraph', runs: [{ text }] }] })

describe('R10', () => {
  const words = 'Hon är ensamstående och bor i glesbygd, därför finns rätt till sjukpenning.'

  test('reads the part of a note that assesses the right to benefit, and no other', () => {
    const markers = found('r10-ratt', 'stallningstagande', 'R10', { skal: rich(words), yrkesgrupper: words })
    expect(inShort(markers)).toEqual([['error', 'skal', 'object']])
    expect(found('r27-ratt', 'planering', 'R10', { forutsattningar: rich(words) })).toEqual([])
  })

  test('reminds of the social factors in a planering that says nothing of them', () => {
    const markers = found('r27-ratt', 'planering', 'R10', { 'sociala-faktorer': '' })
    expect(inShort(markers)).toEqual([['info', 'sociala-faktorer', '']])
  })

  test('leads to the social factors of the planering that is being written', () => {
    const position = noteOf(bundle('r10-fel'), 'stallningstagande')
    const around = contextOf(bundle('r27-ratt'))
    const [marker] = checkNote(position, around).filter(({ rule }) => rule === 'R10')
    const [fix] = marker?.fixes ?? []
    expect(fix?.kind === 'go-to' && fix.where.field).toBe('sociala-faktorer')
  })
})

describe('R13', () => {
  test.each([
    ['nothing is chosen', undefined, 1],
    ['one of the three is chosen', { values: ['inte-god-kvalitet'] }, 0],
  ])('asks for the defect where %s', (_, brist, count) => {
    const subject = withAnswers(noteOf(bundle('r13-ratt'), 'tips-till-arbetsmiljoverket'), { brist })
    const markers = checkNote(subject, contextOf(bundle('r13-ratt'), subject))
    expect(markers.filter(({ rule }) => rule === 'R13')).toHaveLength(count)
    expect(markers.filter(({ rule }) => rule === 'falt/obligatoriskt')).toEqual([])
  })

  test('lets what the employer says stand', () => {
    const said = 'Se till att hon får börja igen.'
    expect(found('r13-ratt', 'tips-till-arbetsmiljoverket', 'R13', { 'arbetsgivarens-syn': said })).toEqual(
      [],
    )
    const markers = found('r13-ratt', 'tips-till-arbetsmiljoverket', 'R13', { iakttagelser: rich(said) })
    expect(inShort(markers)).toEqual([['error', 'iakttagelser', 'object']])
  })
})

describe('R14', () => {
  test('takes a question to the care as said to it, and a note as a note', () => {
    const words = 'Hon ska opereras före midsommar.'
    const markers = found('r14-ratt', 'fraga-till-varden', 'R14', { fragor: words, bakgrund: words })
    expect(inShort(markers)).toEqual([['warning', 'fragor', 'object']])
  })

  test.each([
    ['Vårdcentralen behöver inte remittera henne.', 0],
    ['Läkaren ska inte operera henne nu.', 0],
    ['Läkaren får remittera henne.', 0],
    ['Läkaren får inte avsluta behandlingen.', 1],
    ['Läkaren ska remittera henne.', 1],
  ])('hears what is not asked: "%s"', (bakgrund, count) => {
    expect(found('r14-ratt', 'fraga-till-varden', 'R14', { bakgrund })).toHaveLength(count)
  })

  test('finds it an error that the agency assesses a treatment', () => {
    const words = 'Vi bedömer att behandlingen är otillräcklig.'
    const markers = found('r14-ratt', 'fraga-till-varden', 'R14', { bakgrund: words })
    expect(inShort(markers)).toEqual([['error', 'bakgrund', 'object']])
  })

  test('lets the answer of the care and the view of the insured stand', () => {
    const words = 'Behandlingen är otillräcklig. Läkaren ska remittera till smärtkliniken.'
    const answers = { 'svar-status': { value: 'inkommet' }, svar: words }
    expect(found('r14-ratt', 'fraga-till-varden', 'R14', answers)).toEqual([])
    expect(found('r27-ratt', 'planering', 'R14', { 'den-forsakrades-syn': words })).toEqual([])
  })
})

describe('R20', () => {
  const insatser = [
    { id: 'x', what: 'Arbetsförberedande insats', performer: { actor: 'annan', name: 'Gröna gården' } },
  ]

  test('leads to what is not answered, and is silent once all is', () => {
    const unanswered = { insatser, rehabiliteringsersattning: null, 'rehab-informerad': null }
    const markers = found('r27-ratt', 'planering', 'R20', unanswered)
    expect(inShort(markers)).toEqual([['info', 'insatser/x/what', 'go-to,object']])
    const answers = { insatser, rehabiliteringsersattning: { value: 'aktuell' }, 'rehab-informerad': 'ja' }
    expect(found('r27-ratt', 'planering', 'R20', answers)).toEqual([])
  })

  test('is read anew after an answer that it asks for', () => {
    const before = changed('r27-ratt', 'planering', {
      insatser,
      rehabiliteringsersattning: { value: 'aktuell' },
    })
    const after = withAnswers(before, { 'rehab-informerad': 'ja' })
    const context = contextOf(bundle('r27-ratt'), before)
    const state = update(analyse(before, context), after.note, ['rehab-informerad'])
    expect(state.markers).toEqual(analyse(after, context).markers)
    expect(state.markers.filter(({ rule }) => rule === 'R20')).toEqual([])
  })
})

describe('R23', () => {
  const forutsattningar =
    'Omplacering är inte möjlig. Hon mår bättre. Hon mår bra. Chefen vill inte omplacera.'

  test('offers both senses, and writes the chosen one in that sentence only', () => {
    const subject = changed('r23-ratt', 'samtal-med-arbetsgivare', { forutsattningar })
    const context = contextOf(bundle('r23-ratt'), subject)
    const markers = checkNote(subject, context).filter(({ rule }) => rule === 'R23')
    expect(inShort(markers)).toEqual([
      ['warning', 'forutsattningar', 'edit,edit,object'],
      ['warning', 'forutsattningar', 'edit,edit,object'],
    ])
    const after = afterFix(subject, markers[1])
    expect(after.note.answers.forutsattningar).toBe(`${forutsattningar.slice(0, -1)} (enligt SFB).`)
    expect(checkNote(after, context).filter(({ rule }) => rule === 'R23')).toHaveLength(1)
  })

  test('finds a chosen option of an older template that says no sense, and none of today’s', () => {
    const answers = { anpassningar: { values: ['omplacering', 'omplacering-arbetsratt'] } }
    expect(found('r27-ratt', 'arbetsgivarens-plan', 'R23', answers)).toEqual([])
    const subject = changed('r27-ratt', 'arbetsgivarens-plan', answers)
    const older = withLabel(subject, 'Omplacering till en annan tjänst eller roll')
    const markers = checkNote(older, contextOf(bundle('r27-ratt'), older)).filter(
      ({ rule }) => rule === 'R23',
    )
    expect(inShort(markers)).toEqual([['warning', 'anpassningar', '']])
  })
})

/** The template with another label of the first option of omplacering. */
function withLabel({ note, template }: NoteWithTemplate, sv: string): NoteWithTemplate {
  const sections = template.sections.map((section) => ({
    ...section,
    fields: section.fields.map((field) =>
      field.type === 'choices'
        ? {
            ...field,
            options: field.options.map((option) =>
              option.value === 'omplacering' ? { ...option, label: { sv, en: sv } } : option,
            ),
          }
        : field,
    ),
  }))
  return { note, template: { ...template, sections } }
}

describe('R26', () => {
  const written = (beskrivning: string) =>
    changed('r26-ratt', 'behovsklarlaggande', { beskrivning: rich(beskrivning) })
  test.each([
    ['IBB:n är gjord.', 'IKR:n är gjord.'],
    ['Initial behovsbedömning är gjord.', 'Initial kartläggning är gjord.'],
    ['Kallad till ÖVERLÄMNINGSMÖTE.', 'Kallad till OMSTÄLLNINGSMÖTE.'],
    ['Arbetsgivarens rehabiliteringsplan finns.', 'Arbetsgivarens plan för återgång i arbete finns.'],
    ['Rehabplanen från chefen gäller.', 'Planen för återgång i arbete från chefen gäller.'],
  ])('writes today’s word: "%s"', (older, today) => {
    const subject = written(older)
    const [marker] = checkNote(subject, contextOf(bundle('r26-ratt'), subject)).filter(
      ({ rule }) => rule === 'R26',
    )
    expect(afterFix(subject, marker).note.answers.beskrivning).toEqual(rich(today))
  })

  test.each([
    'Rehabiliteringsutredning saknas.',
    'Ärendet ligger i kundflöde 2.',
    'Rehabiliteringsplan inkom.',
  ])('writes nothing where today’s word is not known: "%s"', (older) => {
    const markers = found('r26-ratt', 'behovsklarlaggande', 'R26', { beskrivning: rich(older) })
    expect(inShort(markers)).toEqual([['info', 'beskrivning', 'object']])
  })

  test('leaves to R2 what R2 speaks of', () => {
    const words = { beskrivning: rich('Vår rehabiliteringsplan för återgång gäller.') }
    expect(found('r26-ratt', 'behovsklarlaggande', 'R2', words)).toHaveLength(1)
    expect(found('r26-ratt', 'behovsklarlaggande', 'R26', words)).toEqual([])
  })
})
