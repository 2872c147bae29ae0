import { z } from 'zod'
import { caseDetailsSchema } from '../case/case.ts'
import { timestampSchema } from '../case/dates.ts'
import { caseIdSchema, digestSchema, noteIdSchema, rowIdSchema } from '../case/ids.ts'
import { documentKindSchema, ownerSchema } from '../case/kinds.ts'
import { fieldIdSchema } from '../fields/base.ts'
import { templateRefSchema } from '../template/template.ts'
import { localizedSchema } from '../text/localized.ts'
import { userSchema } from '../user/user.ts'
import { answersSchema, cleanText } from './answers.ts'
import { reviewSchema } from './review.ts'

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${2 * bytes}}$`))

/** An Ed25519 public key (RFC 8032), its 32 bytes in lower-case hex. */
export const publicKeySchema = hex(32).brand<'PublicKey'>()
export type PublicKey = z.infer<typeof publicKeySchema>

/** What a user's own key adds to a signature. Records from before users had keys have none. */
export const sealSchema = z.strictObject({
  /** The signature's `at` by Swedish clocks, with their distance from UTC. */
  time: z.iso.datetime({ offset: true }),
  publicKey: publicKeySchema,
  /** Ed25519 over the UTF-8 bytes of the canonical form. */
  value: hex(64),
})

/**
 * What signing (journalföring) adds. The digest is SHA-256 over the canonical form of the note with its
 * case as it was; `previous` chains it to the record signed before it in the same case.
 */
export const signatureSchema = z.strictObject({
  by: userSchema,
  at: timestampSchema,
  /** 1 for the first record of the case. */
  sequence: z.int().min(1),
  previous: digestSchema.nullable(),
  digest: digestSchema,
  case: caseDetailsSchema,
  seal: sealSchema.optional(),
})
export type Signature = z.infer<typeof signatureSchema>

/** A sentence that a rule has read in a certain way, and where it stands. */
export const readSentenceSchema = z.strictObject({
  rule: z.string().regex(/^R\d{1,2}$/),
  field: fieldIdSchema,
  row: rowIdSchema.optional(),
  column: z.string().min(1).max(60).optional(),
  /** As it can be kept and signed: cleaning changes nothing in it. */
  sentence: z
    .string()
    .min(1)
    .max(1000)
    .refine((sentence) => cleanText(sentence) === sentence),
})
export type ReadSentence = z.infer<typeof readSentenceSchema>

/**
 * Somebody's answer that it is not as a rule has read a sentence (invändning): the rule then finds no fault there.
 * It is for that sentence as it stands; for another it says nothing.
 */
export const objectionSchema = readSentenceSchema.extend({ by: userSchema, at: timestampSchema })
export type Objection = z.infer<typeof objectionSchema>

/** An answer that a note began with, and where it was taken from: the case's details, or another of its notes. */
export const takenOverSchema = z.strictObject({
  field: fieldIdSchema,
  from: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('case') }),
    z.strictObject({ kind: z.literal('note'), note: noteIdSchema }),
  ]),
})
export type TakenOver = z.infer<typeof takenOverSchema>

/**
 * An answer that was written in another template and has no place in this one: kept and shown, and given its place again
 * where the note is moved to a template that has one. No export prints it.
 */
export const setAsideSchema = z.strictObject({
  template: templateRefSchema,
  /** What that template is called. */
  title: localizedSchema,
  /** What the field is called there. */
  label: localizedSchema,
  /** What the answer says, in words. */
  text: z.string(),
  /** The answer as it was stored, by its field. */
  answers: answersSchema,
})
export type SetAside = z.infer<typeof setAsideSchema>

/** What was taken over as a member of a note: left out where there is nothing. */
export function takenOverMember(takenOver: readonly TakenOver[]): { takenOver?: TakenOver[] } {
  return takenOver.length === 0 ? {} : { takenOver: [...takenOver] }
}

/** How a note amends a signed one: a *rättelse* stands in its place, a *komplettering* adds to it. */
export const amendVerbs = ['rattelse', 'komplettering'] as const
export type AmendVerb = (typeof amendVerbs)[number]

/** Which signed note of the same case a note amends. Said when the note is begun, never changed, and part of its record. */
export const amendsSchema = z.strictObject({ verb: z.enum(amendVerbs), note: noteIdSchema })
export type Amends = z.infer<typeof amendsSchema>

/** That a signed note no longer counts (*makulering*): who decided so, when and why. The note and its record stay. */
export const annulmentSchema = z.strictObject({
  at: timestampSchema,
  by: userSchema,
  reason: z
    .string()
    .min(1)
    .max(2000)
    .refine((reason) => cleanText(reason).trim() === reason),
})
export type Annulment = z.infer<typeof annulmentSchema>

const noteBase = {
  id: noteIdSchema,
  template: templateRefSchema,
  kind: documentKindSchema,
  owner: ownerSchema,
  author: userSchema,
  createdAt: timestampSchema,
  updatedAt: timestampSchema,
  answers: answersSchema,
  /** Left out where there are none, so that a note without has one form. */
  objections: z.array(objectionSchema).min(1).max(1000).optional(),
  /** Left out where the note began empty. Says how it began, not what it says now. */
  takenOver: z.array(takenOverSchema).min(1).max(1000).optional(),
  /** Left out where there is nothing. */
  setAside: z.array(setAsideSchema).min(1).max(1000).optional(),
  /** Left out where the note amends none. */
  amends: amendsSchema.optional(),
}

export const draftNoteSchema = z.strictObject({ ...noteBase, status: z.literal('utkast') })
export const signedNoteSchema = z.strictObject({
  ...noteBase,
  status: z.literal('journalford'),
  signature: signatureSchema,
  /** Left out where the note counts. Written after the record, and so no part of it. */
  annulled: annulmentSchema.optional(),
})

/** A note as a case bundle carries it: a draft, or journalförd with its signature. */
export const noteSchema = z.discriminatedUnion('status', [draftNoteSchema, signedNoteSchema])
export type Note = z.infer<typeof noteSchema>
export type DraftNote = z.infer<typeof draftNoteSchema>
export type SignedNote = z.infer<typeof signedNoteSchema>

/** A note in a store: which case it belongs to, and the revision a save must name; of a draft, how it stands in review. */
const stored = { caseId: caseIdSchema, revision: z.int().min(1) }
export const storedNoteSchema = z.discriminatedUnion('status', [
  draftNoteSchema.extend({ ...stored, review: reviewSchema.optional() }),
  signedNoteSchema.extend(stored),
])
export type StoredNote = z.infer<typeof storedNoteSchema>

/** A note as the tree shows it, without its answers. */
export const noteSummarySchema = z.object({
  id: noteIdSchema,
  caseId: caseIdSchema,
  template: templateRefSchema,
  kind: documentKindSchema,
  owner: ownerSchema,
  author: userSchema,
  status: z.enum(['utkast', 'journalford']),
  createdAt: timestampSchema,
  updatedAt: timestampSchema,
  revision: z.int(),
  amends: amendsSchema.optional(),
  annulled: annulmentSchema.optional(),
  /** Which record of its case it is; left out of drafts. */
  sequence: z.int().min(1).optional(),
  signedAt: timestampSchema.optional(),
  review: reviewSchema.optional(),
})
export type NoteSummary = z.infer<typeof noteSummarySchema>

/** A stored note as bundles carry it, and as checks and the journal know it: without what only the store needs. */
export function plainNote({ caseId: _caseId, revision: _revision, ...note }: StoredNote): Note {
  if (note.status === 'journalford') return note
  const { review: _review, ...draft } = note
  return draft
}
