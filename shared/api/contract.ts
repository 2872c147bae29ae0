import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import { caseIdSchema, noteIdSchema } from '../case/ids.ts'
import { policyReadingSchema } from '../policy/read.ts'
import { knownTemplateSchema } from '../template/template.ts'
import { workingCopyIdSchema } from '../template/working-copy.ts'
import { amendmentsContract } from './amendments.ts'
import { archiveContract } from './archive.ts'
import { backupsContract } from './backups.ts'
import { casesContract } from './cases.ts'
import { commentsContract } from './comments.ts'
import { disposalContract } from './disposal.ts'
import { apiErrors } from './errors.ts'
import { extractContract } from './extract.ts'
import { followContract } from './follow.ts'
import { historyContract } from './history.ts'
import { indicatorsContract } from './indicators.ts'
import { keyContract } from './key.ts'
import { logContract } from './log.ts'
import { notesContract } from './notes.ts'
import { packagesContract } from './packages.ts'
import { peopleContract } from './people.ts'
import { phrasesContract } from './phrases.ts'
import { programContract } from './program.ts'
import { proofContract } from './proof.ts'
import { reviewContract } from './review.ts'
import { searchContract } from './search.ts'
import { studioContract } from './studio.ts'
import { trainingContract } from './training.ts'
import { watchContract } from './watch.ts'

/** Something in the store changed. Carries ids alone, never case data. */
export const changeSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('archive') }),
  z.object({ type: z.literal('case'), id: caseIdSchema }),
  z.object({ type: z.literal('note'), id: noteIdSchema, caseId: caseIdSchema }),
  z.object({ type: z.literal('note-saved'), id: noteIdSchema, caseId: caseIdSchema }),
  /** Something was done in the comments of a note; its text is as it was. */
  z.object({ type: z.literal('comments'), note: noteIdSchema }),
  z.object({ type: z.literal('settings') }),
  z.object({ type: z.literal('phrases') }),
  /** There are other templates, or other templates that are being written, or one of these has come another step. */
  z.object({ type: z.literal('templates') }),
  /** A template that is being written was saved; what notes are written in is as it was. */
  z.object({ type: z.literal('template-written'), copy: workingCopyIdSchema }),
  z.object({ type: z.literal('people') }),
  /** Somebody has put a case aside in their watch lists, or taken it back. */
  z.object({ type: z.literal('marks') }),
  /** What is derived of older notes has come further: lists over all cases may hold more than before. */
  z.object({ type: z.literal('derived') }),
  /** Many drafts have followed their templates: whatever is known of notes may be old. */
  z.object({ type: z.literal('followed') }),
  /** A backup is begun, made or could not be made. */
  z.object({ type: z.literal('backups') }),
  /** What a disposed case has left in the search index is being taken away: so many pages of so many. */
  z.object({ type: z.literal('sweeping'), done: z.int(), total: z.int() }),
  /** Somebody is at work in a window: the others need not lock the archive for want of it. */
  z.object({ type: z.literal('active') }),
  /** A window has asked for the lock: the others save, and answer with `archive.lock`. */
  z.object({ type: z.literal('locking') }),
])
export type Change = z.infer<typeof changeSchema>

/** A change as one line hears of it: `own` where a call on that very line made it. */
export const changeEventSchema = z.intersection(changeSchema, z.object({ own: z.boolean() }))
export type ChangeEvent = z.infer<typeof changeEventSchema>

const base = oc.errors(apiErrors)

/** Every call that the workbench, the command line and the tests can make of the core. */
export const contract = {
  archive: archiveContract,
  key: keyContract,
  backups: backupsContract,
  cases: casesContract,
  notes: notesContract,
  follow: followContract,
  comments: commentsContract,
  amendments: amendmentsContract,
  review: reviewContract,
  search: searchContract,
  watch: watchContract,
  indicators: indicatorsContract,
  disposal: disposalContract,
  extract: extractContract,
  templates: {
    /** The templates that are offered, newest version of each, and other versions that notes pin. */
    list: base.output(z.array(knownTemplateSchema)),
  },
  studio: studioContract,
  training: trainingContract,
  people: peopleContract,
  log: logContract,
  history: historyContract,
  packages: packagesContract,
  phrases: phrasesContract,
  proof: proofContract,
  policies: {
    /** What the agency governs, and what of it could not be read. It never changes while the program runs. */
    get: base.output(policyReadingSchema),
  },
  settings: {
    /** Settings and window layout of the workbench, kept inside the encrypted archive; any JSON by key. */
    get: base.output(z.record(z.string(), z.json())),
    set: base.input(z.strictObject({ key: z.string().max(100), value: z.json() })),
  },
  program: programContract,
  /** Change events, until the caller goes away. */
  changes: base.output(eventIterator(changeEventSchema)),
}
export type Contract = typeof contract
