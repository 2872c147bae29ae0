import { oc } from '@orpc/contract'
import { z } from 'zod'
import { caseIdSchema } from '../case/ids.ts'
import {
  caseHitsSchema,
  groupSchema,
  quickFoundSchema,
  savedSearchSchema,
  searchCursorSchema,
} from '../search/found.ts'
import { SEARCH_CHARS, searchFieldSchema, searchQuerySchema, TERM_CHARS } from '../search/query.ts'
import { apiErrors } from './errors.ts'

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
  /** The hits of a case that come after those that `find`, or this, has given: `next` of these is the cursor. */
  more: base
    .input(
      z.strictObject({
        query: searchQuerySchema,
        caseId: caseIdSchema,
        cursor: searchCursorSchema,
        limit: z.int().min(1).max(50),
      }),
    )
    .output(caseHitsSchema),
  /** How many documents are found, counted no further than 10 000 (own choice): `atLeast` where there are more. */
  count: base
    .input(z.strictObject({ query: searchQuerySchema }))
    .output(z.object({ count: z.int(), atLeast: z.boolean() })),
  /**
   * The values of a filter that begin so, at most twenty, each with how many documents it finds, counted no further than 1 000 (own
   * choices): `atLeast` where there are more.
   */
  complete: base
    .input(z.strictObject({ field: searchFieldSchema, prefix: z.string().max(TERM_CHARS) }))
    .output(
      z.object({
        field: searchFieldSchema,
        values: z.array(z.object({ value: z.string(), count: z.int(), atLeast: z.boolean() })),
      }),
    ),
  /** Quick open: cases by their number, name or personnummer as far as it is written, and notes by what they are and whose. */
  open: base
    .input(z.strictObject({ text: z.string().max(SEARCH_CHARS), limit: z.int().min(1).max(50) }))
    .output(quickFoundSchema),
  /** The searches that whoever works now keeps; nobody else sees them. */
  saved: {
    list: base.output(z.array(savedSearchSchema)),
    /** Keeps a search; one of that name is replaced. */
    save: base.input(savedSearchSchema),
    remove: base.input(savedSearchSchema.pick({ name: true })),
  },
}
