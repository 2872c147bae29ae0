import { z } from 'zod'
import { timestampSchema } from '../case/dates.ts'
import { caseIdSchema, noteIdSchema, rowIdSchema } from '../case/ids.ts'
import { documentKindSchema, ownerSchema } from '../case/kinds.ts'
import { threadIdSchema } from '../comments/thread.ts'
import { fieldIdSchema } from '../fields/base.ts'
import { amendsSchema } from '../note/note.ts'
import { templateRefSchema } from '../template/template.ts'
import { SEARCH_CHARS } from './query.ts'

/** A part of a text, with the words that were found in it: `text.slice(from, to)` of each mark. */
export const sentenceSchema = z.object({ text: z.string(), marks: z.array(z.tuple([z.int(), z.int()])) })
export type SearchSentence = z.infer<typeof sentenceSchema>

export const foundKinds = ['arende', 'anteckning', 'kommentar'] as const

/** What a note that was found is called by, and whose it is. */
export const foundNameSchema = z.object({
  template: templateRefSchema,
  kind: documentKindSchema,
  owner: ownerSchema,
  amends: amendsSchema.optional(),
})

/**
 * What was found: a note, something written in a comment on one (then with the thread's id as well), or the case itself (then without
 * either). `place` is the field, and the row, where the first of the words stands; left out where they stand in none, but in the
 * name of the template or the details of the case.
 */
const hitSchema = z.object({
  kind: z.enum(foundKinds),
  noteId: noteIdSchema.optional(),
  commentId: threadIdSchema.optional(),
  place: z.object({ fieldId: fieldIdSchema, rowId: rowIdSchema.optional() }).optional(),
  note: foundNameSchema.optional(),
  /** As the filter `status` has it. */
  status: z.string().optional(),
  changedAt: timestampSchema,
  sentence: sentenceSchema,
})
export type SearchHit = z.infer<typeof hitSchema>

const groupOf = { caseId: caseIdSchema, number: z.string(), name: z.string(), closed: z.boolean() }

/** Where a page ended. `score` where the order is by relevance. */
export const searchCursorSchema = z.strictObject({ id: z.int(), score: z.number().optional() })
export type SearchCursor = z.infer<typeof searchCursorSchema>

const moreOf = {
  /** How many more hits the case has, */
  more: z.int().min(0),
  /** and where these begin. */
  next: searchCursorSchema.optional(),
}
/** Some of the hits of a case. */
export const caseHitsSchema = z.object({ hits: z.array(hitSchema), ...moreOf })

/** A case with the first of its hits. */
export const groupSchema = caseHitsSchema.extend(groupOf)
export type SearchGroup = z.infer<typeof groupSchema>

/** A page as the index has it: which documents were found, and what was looked for in their texts. */
export const foundPageSchema = z.object({
  groups: z.array(
    z.object({
      ...groupOf,
      docs: z.array(z.object({ kind: z.enum(foundKinds), ref: z.string() })),
      ...moreOf,
    }),
  ),
  next: searchCursorSchema.optional(),
  atLeast: z.boolean(),
  /** Words of the search that stand in no text, each with the one that is meant instead, where there is one so like it. */
  misspelt: z.array(z.object({ word: z.string(), instead: z.string() })),
  /** What is marked in the texts: each term in the words that stand for it, the beginning of words, or words one after another. */
  sought: z.object({
    terms: z.array(z.object({ kind: z.enum(['words', 'prefix', 'phrase']), texts: z.array(z.string()) })),
    forgiving: z.boolean(),
  }),
})
export type FoundPage = z.infer<typeof foundPageSchema>
export type Sought = FoundPage['sought']

export const foundCaseSchema = z.object({
  caseId: caseIdSchema,
  number: z.string(),
  name: z.string(),
  personnummer: z.string(),
  closed: z.boolean(),
})

export const foundNoteSchema = z.object({
  noteId: noteIdSchema,
  caseId: caseIdSchema,
  number: z.string(),
  name: z.string(),
  note: foundNameSchema,
  status: z.string(),
  changedAt: timestampSchema,
})
export const quickFoundSchema = z.object({ cases: z.array(foundCaseSchema), notes: z.array(foundNoteSchema) })
export type QuickFound = z.infer<typeof quickFoundSchema>

/** A search that somebody keeps, by a name of their own. */
export const savedSearchSchema = z.strictObject({
  name: z.string().trim().min(1).max(100),
  text: z.string().trim().min(1).max(SEARCH_CHARS),
})
export type SavedSearch = z.infer<typeof savedSearchSchema>
