import { z } from 'zod'
import { storedCaseSchema } from '../case/case.ts'
import { caseIdSchema } from '../case/ids.ts'
import { noteSummarySchema } from '../note/note.ts'

/** What a list of cases is ordered by. `attention`: what is late first, then what has most drafts; a closed case last. */
export const caseOrders = ['number', 'name', 'day', 'changed', 'attention'] as const
/**
 * Which cases a list has: every one; mine (assigned to me, or with a note that I wrote); those that were opened last, in that
 * order; those that I have put aside until a day.
 */
export const caseScopes = ['all', 'mine', 'recent', 'watched'] as const

/** So many cases are asked for at a time, and so many are the most that a list counts. Own choice. */
export const CASES_A_PAGE = 100
export const MOST_CASES_COUNTED = 10_000

export const caseSummarySchema = storedCaseSchema.extend({ notes: z.array(noteSummarySchema) })
/** A case with the summaries of its notes. */
export type CaseSummary = z.infer<typeof caseSummarySchema>

export const caseCursorSchema = z.array(z.union([z.string(), z.number()])).max(4)

export const caseListSchema = z.strictObject({
  show: z.enum(caseScopes).default('all'),
  sort: z.enum(caseOrders).default('number'),
  /** Every word of it stands in the number, the name, the personnummer or the employer's name. */
  text: z.string().max(200).default(''),
  /** The cases opened last, the latest first. */
  recent: z.array(caseIdSchema).max(50).default([]),
  /** Begins after the case that a page ended with. */
  cursor: caseCursorSchema.optional(),
  limit: z.int().min(1).max(200).default(CASES_A_PAGE),
})
export type CaseListAsked = z.infer<typeof caseListSchema>

export const casePageSchema = z.object({
  cases: z.array(caseSummarySchema),
  /** Where the next page begins, where there is one. */
  next: caseCursorSchema.optional(),
  /** With the first page: how many cases the list has, and how many there are, each counted no further than MOST_CASES_COUNTED + 1. */
  count: z.object({ found: z.int(), all: z.int() }).optional(),
})
export type CasePage = z.infer<typeof casePageSchema>
