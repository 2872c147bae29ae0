import { z } from 'zod'
import { fieldIdSchema } from '../fields/base.ts'
import { holdsAnswer } from '../fields/index.ts'
import { BLANK } from '../fields/place.ts'
import { type Template, templateIdSchema, templateIndex } from '../template/template.ts'

/** The longest phrase: one paragraph, to be read in a list. */
const MOST_PHRASE_CHARS = 600

/**
 * A phrase as it is inserted. What stands in braces is to be filled in: "{datum}". In Swedish, which notes are written in.
 */
const phraseTextSchema = z
  .string()
  .trim()
  .min(2)
  .max(MOST_PHRASE_CHARS)
  .regex(/^[^\n\r]*$/)

/** The phrases of a template's fields, as they ship or as an agency has them. */
export const phraseFileSchema = z.strictObject({
  $schema: z.string().optional(),
  format: z.literal('klarlagt/fraser'),
  template: templateIdSchema,
  fields: z.record(fieldIdSchema, z.array(phraseTextSchema).min(1).max(30)),
})
export type PhraseFile = z.infer<typeof phraseFileSchema>

export const phraseIdSchema = z.uuid().brand<'PhraseId'>()
export type PhraseId = z.infer<typeof phraseIdSchema>

/** What the user decides of a phrase of their own: its words, and where it is offered; everywhere without a place. */
export const phraseDetailsSchema = z.strictObject({
  text: phraseTextSchema,
  template: templateIdSchema.optional(),
  field: fieldIdSchema.optional(),
})
export const ownPhraseSchema = phraseDetailsSchema.extend({ id: phraseIdSchema })
export type OwnPhrase = z.infer<typeof ownPhraseSchema>

/** Every phrase that there is. */
export const phraseBankSchema = z.object({
  shipped: z.array(phraseFileSchema),
  agency: z.array(phraseFileSchema),
  own: z.array(ownPhraseSchema),
})
export type PhraseBank = z.infer<typeof phraseBankSchema>

/** A phrase as it is offered: whose it is, and how near to the field it belongs. */
export interface OfferedPhrase {
  readonly text: string
  readonly from: 'own' | 'agency' | 'shipped'
  readonly fits: 'field' | 'template' | 'anywhere'
}

/** Where a phrase is to be inserted. */
export interface PhrasePlace {
  readonly template: string
  readonly field: string
}

const nearness = { field: 0, template: 1, anywhere: 2 } as const
const origins = { own: 0, agency: 1, shipped: 2 } as const

/** Where a phrase that belongs there fits a place; undefined where it does not. */
function fitOf(
  at: { template?: string | undefined; field?: string | undefined },
  place: PhrasePlace,
): OfferedPhrase['fits'] | undefined {
  if (at.template === undefined) return 'anywhere'
  if (at.template !== place.template) return undefined
  return at.field === place.field ? 'field' : 'template'
}

/** The phrases for a place, each once: those for the field first, then the template's, then the rest; the user's own before others'. */
export function phrasesFor(bank: PhraseBank, place: PhrasePlace): OfferedPhrase[] {
  const ofFiles = (files: readonly PhraseFile[], from: 'agency' | 'shipped') =>
    files
      .filter(({ template }) => template === place.template)
      .flatMap(({ template, fields }) =>
        Object.entries(fields).flatMap(([field, texts]) =>
          texts.map((text) => ({ text, from, fits: fitOf({ template, field }, place) })),
        ),
      )
  const all = [
    ...bank.own.map(({ text, ...at }) => ({ text, from: 'own' as const, fits: fitOf(at, place) })),
    ...ofFiles(bank.agency, 'agency'),
    ...ofFiles(bank.shipped, 'shipped'),
  ]
  const offered = all.flatMap(({ fits, ...phrase }): OfferedPhrase[] => (fits ? [{ ...phrase, fits }] : []))
  const sorted = offered.toSorted(
    (a, b) => nearness[a.fits] - nearness[b.fits] || origins[a.from] - origins[b.from],
  )
  return sorted.filter((phrase, index) => sorted.findIndex(({ text }) => text === phrase.text) === index)
}

/** What does not hold of a file of phrases with these templates, the newest of each; empty where all does. */
export function phraseFaults({ template: id, fields }: PhraseFile, templates: readonly Template[]): string[] {
  const template = templates.find((each) => each.id === id)
  if (!template) return [`there is no template ${id}`]
  const { byId } = templateIndex(template)
  return Object.keys(fields).flatMap((field) => {
    const entry = byId.get(field)
    if (!entry || !holdsAnswer(entry.field)) return [`${id} has no field ${field}`]
    return entry.ops?.hasOwnWords === true ? [] : [`nobody writes in own words in ${id}: ${field}`]
  })
}

/** A place to fill in: where it begins and ends in a text. */
export interface Blank {
  readonly start: number
  readonly end: number
}

/** The places to fill in of a text, in order. */
export function blanksOf(text: string): Blank[] {
  return [...text.matchAll(new RegExp(BLANK, 'g'))].map(({ index, 0: words }) => ({
    start: index,
    end: index + words.length,
  }))
}
