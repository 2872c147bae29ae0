import { oc } from '@orpc/contract'
import { z } from 'zod'
import { noteIdSchema } from '../case/ids.ts'
import { cleanText } from '../note/answers.ts'
import { storedNoteSchema } from '../note/note.ts'
import { templateIdSchema } from '../template/template.ts'
import { apiErrors } from './errors.ts'

/** As somebody types it; the core cleans it. */
const annulmentReasonSchema = z
  .string()
  .max(2000)
  .refine((reason) => cleanText(reason).trim() !== '')

const base = oc.errors(apiErrors)

/** What is done about a signed note afterwards. The note itself never changes. */
export const amendmentsContract = {
  /**
   * Begins a rättelse: a draft of the same version of the template with all that the note says, which stands in its place
   * once it is signed. NOT_FOUND, NOTE_NOT_SIGNED, NOTE_ANNULLED.
   */
  correct: base.input(z.strictObject({ note: noteIdSchema })).output(storedNoteSchema),
  /**
   * Begins a komplettering: an empty draft that adds to the note, of the newest version of the note's own template or of
   * another. NOT_FOUND, NOTE_NOT_SIGNED, NOTE_ANNULLED.
   */
  add: base
    .input(z.strictObject({ note: noteIdSchema, templateId: templateIdSchema.optional() }))
    .output(storedNoteSchema),
  /** Makulerar a note: it stays as it was signed, and counts no longer. NOT_FOUND, NOTE_NOT_SIGNED, NOTE_ANNULLED. */
  annul: base
    .input(z.strictObject({ note: noteIdSchema, reason: annulmentReasonSchema }))
    .output(storedNoteSchema),
}
