import { z } from 'zod'
import { caseIdSchema } from '../../../shared/case/ids.ts'
import { figureSchema, reportAskedSchema } from '../../../shared/indicators/figure.ts'
import { surveyAskedSchema, surveyQuestionSchema, surveySchema } from '../../../shared/indicators/survey.ts'
import { queuedSchema } from '../../../shared/note/review.ts'
import { caseListSchema, casePageSchema } from '../../../shared/projection/case-list.ts'
import { foundPageSchema, quickFoundSchema, searchCursorSchema } from '../../../shared/search/found.ts'
import { searchFieldSchema, searchQuerySchema } from '../../../shared/search/query.ts'
import { watchAskedSchema, watchCursorSchema, watchPageSchema } from '../../../shared/watch/row.ts'
import { readCasePage } from '../case-pages.ts'
import { figuresWhen, readFigures } from '../indicators/report.ts'
import { readSurvey } from '../indicators/survey.ts'
import { findPerson, personFoundSchema } from '../person.ts'
import { readQueue } from '../review.ts'
import { countDocuments, findDocuments, findMore } from '../search/find.ts'
import { offeredValues } from '../search/offered.ts'
import { quickOpen } from '../search/open.ts'
import { countWatched, readWatchPage } from '../watch/read.ts'
import { question } from './question.ts'

const reader = z.object({ userId: z.string(), assignedKey: z.string().optional() })
const watched = z.object({ asked: watchAskedSchema, reader })

/** A page of a watch list. */
export const watchPage = question('watch-page', {
  asked: watched.extend({ cursor: watchCursorSchema.optional(), limit: z.int() }),
  answer: watchPageSchema,
  read: readWatchPage,
})

/** How many rows a watch list has. */
export const watchCount = question('watch-count', {
  asked: watched.extend({ most: z.int() }),
  answer: z.int(),
  read: countWatched,
})

/** A page of the list of cases. */
export const casePage = question('case-page', {
  asked: z.object({ asked: caseListSchema, reader: z.object({ userId: z.string(), key: z.string() }) }),
  answer: casePageSchema,
  read: readCasePage,
})

/** How it goes: the indicators of a population of one kind, so that both kinds are counted at the same time. */
export const indicatorFigures = question('indicator-figures', {
  asked: z.object({ asked: reportAskedSchema, when: z.enum(figuresWhen) }),
  answer: z.array(figureSchema),
  read: readFigures,
})

/** What interviews say. */
export const interviewSurvey = question('interview-survey', {
  asked: z.object({ asked: surveyAskedSchema, questions: z.array(surveyQuestionSchema) }),
  answer: surveySchema,
  read: readSurvey,
})

const searched = z.object({ query: searchQuerySchema })

/** A page of the documents that a search finds. */
export const searchPage = question('search-page', {
  asked: searched.extend({ cursor: searchCursorSchema.optional(), limit: z.int() }),
  answer: foundPageSchema,
  read: findDocuments,
})

/** More of what a search finds in one case. */
export const searchMore = question('search-more', {
  asked: searched.extend({ caseId: caseIdSchema, cursor: searchCursorSchema, limit: z.int() }),
  answer: foundPageSchema.pick({ groups: true, sought: true }),
  read: findMore,
})

/** How many documents a search finds. */
export const searchCount = question('search-count', {
  asked: searched.extend({ most: z.int() }),
  answer: z.int(),
  read: countDocuments,
})

/** The values that a filter can have, or those of them that are named, with how many documents each finds. */
export const searchValues = question('search-values', {
  asked: z.object({
    field: searchFieldSchema,
    sought: z.union([z.array(z.string()), z.object({ prefix: z.string(), limit: z.int() })]),
    most: z.int(),
  }),
  answer: z.array(z.object({ value: z.string(), count: z.int() })),
  read: offeredValues,
})

/** What quick open finds. */
export const quickSearch = question('quick-search', {
  asked: z.object({ text: z.string(), limit: z.int() }),
  answer: quickFoundSchema,
  read: quickOpen,
})

/** Every draft that is in review. */
export const reviewQueue = question('review-queue', {
  asked: z.object({}),
  answer: z.array(queuedSchema),
  read: readQueue,
})

/** What an archive has on a person, beside what their cases hold. */
export const personFound = question('person-found', {
  asked: z.object({ personnummer: z.string() }),
  answer: personFoundSchema,
  read: findPerson,
})

/** Writes a database's rows, by the same key, to an empty file. */
export const packedFile = question('packed-file', {
  asked: z.object({ to: z.string() }),
  answer: z.null(),
  read: ({ raw }, { to }) => {
    // What it writes is the other file alone, but SQLite makes no difference.
    raw.pragma('query_only = OFF')
    raw.prepare('VACUUM INTO ?').run(to)
    return null
  },
})

/** Every question that a reading thread answers. A new one is added here and nowhere else. */
export const questions = [
  watchPage,
  watchCount,
  casePage,
  indicatorFigures,
  interviewSurvey,
  searchPage,
  searchMore,
  searchCount,
  searchValues,
  quickSearch,
  reviewQueue,
  personFound,
  packedFile,
]
