import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { loadTemplates } from '../../../main/core/templates.ts'
import { digestOf, knownPhrases, phrasesFile, phrasesOf } from '../../../scripts/source-phrases.ts'
import { noteIdSchema } from '../../../shared/case/ids.ts'
import { documentKinds } from '../../../shared/case/kinds.ts'
import { holdsAnswer } from '../../../shared/fields/index.ts'
import type { NoteContext } from '../../../shared/note/context.ts'
import { checkNote } from '../../../shared/rules/index.ts'
import { type Template, templateIndex } from '../../../shared/template/template.ts'
import { localizedSchema } from '../../../shared/text/localized.ts'
import { context, draft } from '../check/sample.ts'
import { shipped, shippedTemplates } from '../rules/bundles.ts'
import { fillings } from './fill.ts'
import { namesSourceById } from './source-ids.ts'

const all = loadTemplates('templates').all.map((template): [string, Template] => [
  `${template.id}, version ${template.version}`,
  template,
])

/** A note of each kind that a template makes, for references to refer to. */
const noteOfKind = documentKinds.flatMap((kind, at) => {
  const template = shippedTemplates.map(shipped).find((one) => one.kind === kind)
  if (!template) return []
  const { note } = draft(template, {})
  const id = noteIdSchema.parse(`7b0c8f2e-52c1-4f5e-9d36-00000000000${at.toString(16)}`)
  return [{ template, note: { ...note, id } }]
})
const referred = (kinds: readonly string[]) =>
  noteOfKind.find(({ note }) => kinds.includes(note.kind))?.note.id ?? ''
const around: NoteContext = { ...context, others: noteOfKind }

describe.each(all)('%s', (_, template) => {
  const notes = fillings(template, { context: around, referred })

  test('shows each of its fields to somebody', () => {
    const never = templateIndex(template).entries.flatMap(({ field }) =>
      notes.some(({ read }) => read.visible(field.id)) ? [] : [field.id],
    )
    expect(never).toEqual([])
  })

  test('takes an answer to each, and finds nothing wrong in it', () => {
    for (const { answers, read } of notes) {
      const own = checkNote(draft(template, answers), around).filter(({ rule }) => rule.startsWith('falt/'))
      expect(own.map(({ rule, where }) => `${rule} ${where.field}`)).toEqual([])
      const open = read.shown().filter(({ ops, field }) => ops && !ops.isAnswered(answers[field.id]))
      expect(open.filter(({ field }) => answers[field.id] !== null)).toEqual([])
    }
  })

  test('says when it is used and when not, and asks few things without fail', () => {
    expect(template.whenNotToUse).toBeDefined()
    for (const { answers, read } of notes) {
      const demanded = read.shown().filter(({ field }) => holdsAnswer(field) && read.obligatory(field.id))
      expect(Object.keys(answers).length).toBeGreaterThan(0)
      expect(demanded.length).toBeLessThanOrEqual(7)
    }
  })

  test('prints a statement for what is asked as a question', () => {
    const questions = templateIndex(template).entries.flatMap(({ field }) => {
      if (!holdsAnswer(field) || field.survey || field.journal?.omit === true) return []
      const printed = field.journal?.label ?? field.label
      return printed.sv.endsWith('?') || printed.en.endsWith('?') ? [field.id] : []
    })
    expect(questions).toEqual([])
  })

  test('names a source in words, never by the id that we keep it under', () => {
    const named = texts(template).filter(({ sv, en }) => namesSourceById(sv) || namesSourceById(en))
    expect(named.map(({ path, sv }) => `${path}: ${sv}`)).toEqual([])
  })
})

/** Every text of a template in both languages, with where it stands. */
function texts(value: unknown, path = ''): { path: string; sv: string; en: string }[] {
  const both = localizedSchema.safeParse(value)
  if (both.success) return [{ path, ...both.data }]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => texts(inner, `${path}/${name}`))
}

/** Names that stay Swedish in English, since nothing English means the same (docs/glossary.md). */
const swedishNames =
  /Försäkringskassan|Arbetsförmedlingen|Arbetsmiljöverket|[Pp]lanering|[Bb]ehovsklarläggande|[Ää]?[Aa]vstämningsmöte|[Gg]emensam kartläggning|[Oo]mställningsmöte|[Kk]ontaktmöte|[Ss]amordningsförbund|Första anspråk|Fördjupad utredning|Stöd för återgång|Ställningstagande|Uppföljning|Arbetsgivartjänsten|[Åå]tgärder|övervägande skäl|särskilda skäl|oskäligt|[Nn]ormalt förekommande arbete|[Rr]ehabiliteringsersättning|försäkrad/g

describe.each(all)('%s in English', (_, template) => {
  test('has no Swedish words but names', () => {
    const swedish = texts(template).filter(({ en }) => /[åäö]/i.test(en.replace(swedishNames, '')))
    expect(swedish.map(({ path, en }) => `${path}: ${en}`)).toEqual([])
  })

  test('says something else than in Swedish, but where a word is the same', () => {
    const same = texts(template).flatMap(({ sv, en }) => (sv === en ? [sv] : []))
    expect(same.filter((text) => text.replace(swedishNames, '').trim().includes(' '))).toEqual([])
  })
})

describe('nothing is copied from the sources', () => {
  const known = knownPhrases(readFileSync(phrasesFile))
  /** Everyday words that happen to stand in a row in a document as well, and say something else there. */
  const everyday = new Set(['har planerat för att den anställda ska kunna'])
  const copied = (text: string) =>
    phrasesOf(text).filter((phrase) => known.has(digestOf(phrase)) && !everyday.has(phrase))

  /** The survey's own words are quoted: its questions, and options that are taken from them. */
  function ownTexts(template: Template): string[] {
    const quoted = template.sections.flatMap((section) => {
      const asksSurvey = section.fields.some((field) => holdsAnswer(field) && field.survey)
      return [
        ...(asksSurvey ? texts(section.help) : []),
        ...section.fields.filter(holdsAnswer).flatMap((field) => {
          const fromSurvey = field.demand.basis !== 'eget-val' && field.demand.source.startsWith('004:')
          return fromSurvey
            ? texts([field.label, field.survey && field.help, 'options' in field && field.options])
            : []
        }),
      ]
    })
    const left = new Set(quoted.map(({ sv }) => sv))
    return texts(template).flatMap(({ sv }) => (left.has(sv) ? [] : [sv]))
  }

  test.each(all)('into %s', (_, template) => {
    expect(ownTexts(template).flatMap(copied)).toEqual([])
  })

  test('what is copied would be found', () => {
    const [first] = shipped('intervju-om-stodet').sections.flatMap(({ help }) => copied(help?.sv ?? ''))
    expect(first).toBe('nu kommer ett antal frågor om stödet på')
  })
})
