import { oc } from '@orpc/contract'
import { z } from 'zod'
import { ownPhraseSchema, phraseBankSchema, phraseDetailsSchema, phraseIdSchema } from '../guide/phrases.ts'
import { apiErrors } from './errors.ts'

const base = oc.errors(apiErrors)

export const phrasesContract = {
  /** The phrases that ship, the agency's, and the user's own. */
  list: base.output(phraseBankSchema),
  /** Adds a phrase of the user's own, or writes anew the one with this id. */
  save: base.input(phraseDetailsSchema.extend({ id: phraseIdSchema.optional() })).output(ownPhraseSchema),
  remove: base.input(z.strictObject({ id: phraseIdSchema })).output(z.void()),
}
