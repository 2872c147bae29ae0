import { oc } from '@orpc/contract'
import { z } from 'zod'
import { timestampSchema } from '../case/dates.ts'
import { caseIdSchema, noteIdSchema, rowIdSchema } from '../case/ids.ts'
import { ownerSchema } from '../case/kinds.ts'
import { threadIdSchema } from '../comments/thread.ts'
import { fieldIdSchema } from '../fields/base.ts'
import { SEARCH_CHARS, searchFieldSchema, searchQuerySchema, TERM_CHARS } from '../search/query.ts'
import { templateIdSchema } from '../template/template.ts'
import { apiErrors } from './errors.ts'

/** A part of a text, with the words that were found in it: `text.slice(from, to)` of each mark. */
const sentenceSchema = z.object({ text: z.string(), marks: z.array(z.tuple([z.int(), z.int()])) })

/**
 * What was found: a note, something written in a comment on one (then with the thread's id as well), or the case itself (then without
 * either). `place` is the field, and the row, where the first of the words stands; left out where they stand in none, but in the
 * name of the template or the details of the case.
 */
const hitSchema = z.object({
  kind: z.enum(['anteckning', 'kommentar', 'arende']),
  noteId: noteIdSchema.optional(),
  commentId: threadIdSchema.optional(),
  place: z.object({ fieldId: fieldIdSchema, rowId: rowIdSchema.optional() }).optional(),
  templateId: templateIdSchema.optional(),
  templateVersion: z.int().optional(),
  /** As the filter `status` has it. */
  status: z.string().optional(),
  owner: ownerSchema.optional(),
  changedAt: timestampSchema,
  sentence: sentenceSchema,
})

/** A case with the first of its hits, and how many it has beside these. */
const groupSchema = z.object({
  caseId: caseIdSchema,
  number: z.string(),
  name: z.string(),
  closed: z.boolean(),
  hits: z.array(hitSchema),
  more: z.int().min(0),
})

/** Where a page ended. `score` where the order is by relevance. */
const searchCursorSchema = z.strictObject({ id: z.int(), score: z.number().optional() })

const foundCaseSchema = z.object({
  caseId: caseIdSchema,
  number: z.string(),
  name: z.string(),
  personnummer: z.string(),
  closed: z.boolean(),
})

const foundNoteSchema = z.object({
  noteId: noteIdSchema,
  caseId: caseIdSchema,
  number: z.string(),
  name: z.string(),
  templateId: templateIdSchema,
  templateVersion: z.int(),
  status: z.string(),
  changedAt: timestampSchema,
})

/** A search that somebody keeps, by a name of their own. */
const savedSearchSchema = z.strictObject({
  name: z.string().trim().min(1).max(100),
  text: z.string().trim().min(1).max(SEARCH_CHARS),
})

const base = oc.errors(apiErrors)

/** Search across all cases. What is asked and what is found stays in the core and the window: nothing of it is logged. */
export const searchContract = {
  /**
   * A page of the cases in which something is found, with the first hits of each. `instead` is the whole search as text with
   * one word spelled otherwise, where that word is found nowhere; `next` the cursor of the page after. `atLeast`: by relevance only
   * the newest of many hits are ranked.
   */
  find: base
    .input(
      z.strictObject({
        query: searchQuerySchema,
        cursor: searchCursorSchema.optional(),
        limit: z.int().min(1).max(50),
      }),
    )
    .output(
      z.object({
        groups: z.array(groupSchema),
        next: searchCursorSchema.optional(),
        instead: z.string().optional(),
        atLeast: z.boolean().optional(),
      }),
    ),
  /** How many documents are found, counted no further than 10 000 (own choice): `atLeast` where there are more. */
  count: base
    .input(z.strictObject({ query: searchQuerySchema }))
    .output(z.object({ count: z.int(), atLeast: z.boolean() })),
  /** The values of a filter that begin so, the most used first and at most twenty (own choice), where there are documents with them. */
  complete: base
    .input(z.strictObject({ field: searchFieldSchema, prefix: z.string().max(TERM_CHARS) }))
    .output(
      z.object({
        values: z.array(z.object({ value: z.string(), label: z.string(), count: z.int().optional() })),
      }),
    ),
  /** Quick open: cases by their number, name or personnummer as far as it is written, and notes by what they are and whose. */
  open: base
    .input(z.strictObject({ text: z.string().max(SEARCH_CHARS), limit: z.int().min(1).max(50) }))
    .output(z.object({ cases: z.array(foundCaseSchema), notes: z.array(foundNoteSchema) })),
  /** The searches that whoever works now keeps; nobody else sees them. */
  saved: {
    list: base.output(z.array(savedSearchSchema)),
    /** Keeps a search; one of that name is replaced. */
    save: base.input(savedSearchSchema),
    remove: base.input(savedSearchSchema.pick({ name: true })),
  },
}
