import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { isPhraseFile, shippedPhrases } from '../../../main/core/phrase-files.ts'
import { loadTemplates } from '../../../main/core/templates.ts'
import { holdsAnswer } from '../../../shared/fields/index.ts'
import {
  blanksOf,
  ownPhraseSchema,
  type PhraseBank,
  phraseFaults,
  phraseFileSchema,
  phrasesFor,
} from '../../../shared/guide/phrases.ts'
import { checkNote } from '../../../shared/rules/index.ts'
import { newestVersions, templateIndex } from '../../../shared/template/template.ts'
import { context, draft } from '../check/sample.ts'

const templates = newestVersions(loadTemplates('templates').all)
const shipped = shippedPhrases('templates')
const all = shipped.flatMap(({ template, fields }) =>
  Object.entries(fields).flatMap(([field, texts]) => texts.map((text) => ({ template, field, text }))),
)

describe('the phrases that ship', () => {
  test('are read, every file of the folder', () => {
    expect(shipped).toHaveLength(readdirSync('templates/phrases').filter(isPhraseFile).length)
    expect(shipped.length).toBeGreaterThan(20)
  })
  test.each(shipped.map((file) => [file.template, file] as const))(
    '%s: for fields that are there',
    (_id, file) => {
      expect(phraseFaults(file, templates)).toEqual([])
    },
  )
  test.each(all.filter(({ template, field }) => template === 'fraga-till-varden' && field === 'fragor'))(
    'health care is asked, never ordered: $text',
    ({ text }) => {
      expect(text).toMatch(/\?$/)
    },
  )
  test('none of them makes a rule speak of the words it is written in', () => {
    const spoken = all.flatMap(({ template: id, field, text }) => {
      const template = templates.find((each) => each.id === id)
      const entry = template && templateIndex(template).byId.get(field)
      if (!template || !entry || !holdsAnswer(entry.field)) return []
      const answer =
        entry.field.type === 'rich-text' ? { blocks: [{ type: 'paragraph', runs: [{ text }] }] } : text
      return checkNote(draft(template, { [field]: answer }), context)
        .filter(({ reading }) => reading !== undefined)
        .map(({ rule }) => `${rule}: ${id} ${field}: ${text}`)
    })
    expect(spoken).toEqual([])
  })
})

const bank: PhraseBank = {
  shipped: [
    phraseFileSchema.parse({
      format: 'klarlagt/fraser',
      template: 'planering',
      fields: { paverkan: ['Följer med'], forutsattningar: ['Om något annat'] },
    }),
  ],
  agency: [
    phraseFileSchema.parse({
      format: 'klarlagt/fraser',
      template: 'planering',
      fields: { paverkan: ['Organisationens', 'Följer med'] },
    }),
  ],
  own: [
    { text: 'Överallt' },
    { text: 'I mallen', template: 'planering' },
    { text: 'I fältet', template: 'planering', field: 'paverkan' },
    { text: 'I en annan mall', template: 'ikr' },
  ].map((phrase, index) =>
    ownPhraseSchema.parse({ ...phrase, id: `7b0c8f2e-52c1-4f5e-9d36-0d7a4d1c8a0${index}` }),
  ),
}

test('those for the field come first, the user’s own before the agency’s and those that ship, each once', () => {
  const offered = phrasesFor(bank, { template: 'planering', field: 'paverkan' })
  expect(offered.map(({ text, from, fits }) => [text, from, fits])).toEqual([
    ['I fältet', 'own', 'field'],
    ['Organisationens', 'agency', 'field'],
    ['Följer med', 'agency', 'field'],
    ['I mallen', 'own', 'template'],
    ['Om något annat', 'shipped', 'template'],
    ['Överallt', 'own', 'anywhere'],
  ])
})

test('what stands in braces is to be filled in', () => {
  const text = 'Den {datum} görs {vad}. {} {a\nb}'
  expect(blanksOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(['{datum}', '{vad}'])
})

describe('a file of phrases that does not hold is told of', () => {
  test.each([
    ['no such template', 'finns-inte', 'x', 'there is no template finns-inte'],
    ['no such field', 'planering', 'borta', 'planering has no field borta'],
    ['a field without own words', 'planering', 'samrad', 'nobody writes in own words in planering: samrad'],
  ])('%s', (_what, template, field, fault) => {
    const file = phraseFileSchema.parse({
      format: 'klarlagt/fraser',
      template,
      fields: { [field]: ['Hej på dig'] },
    })
    expect(phraseFaults(file, templates)).toEqual([fault])
  })
  test('a phrase of two lines is none', () => {
    const file = { format: 'klarlagt/fraser', template: 'planering', fields: { paverkan: ['En\ntvå'] } }
    expect(phraseFileSchema.safeParse(file).success).toBe(false)
  })
})
