import { oc } from '@orpc/contract'
import { z } from 'zod'
import { timestampSchema } from '../case/dates.ts'
import { templateRefSchema } from '../template/template.ts'
import { workingCopyHeadSchema, workingCopyIdSchema, workingCopySchema } from '../template/working-copy.ts'
import { apiErrors } from './errors.ts'

const base = oc.errors(apiErrors)
const byId = { id: workingCopyIdSchema }
const saved = { ...byId, baseRevision: z.int().min(1) }

/** Templates that are written in the archive. */
export const studioContract = {
  /** The working copies, the one that was written in last first. */
  list: base.output(z.object({ working: z.array(workingCopyHeadSchema) })),
  /**
   * Begins a working copy: of a template as its next version, of JSON from elsewhere, or of nothing. NOT_FOUND, TOO_LARGE.
   */
  begin: base
    .input(z.strictObject({ from: templateRefSchema.optional(), template: z.json().optional() }))
    .output(workingCopySchema),
  /** NOT_FOUND. */
  read: base.input(z.strictObject(byId)).output(workingCopySchema),
  /**
   * Saves all that is written: JSON, which may be unfinished, or the text itself while it is none. `baseRevision` is the revision
   * that the edit began from; another now: TEMPLATE_CHANGED. In review it is not written in: TEMPLATE_FROZEN. NOT_FOUND, TOO_LARGE.
   */
  save: base
    .input(
      z.union([
        z.strictObject({ ...saved, template: z.json() }),
        z.strictObject({ ...saved, text: z.string() }),
      ]),
    )
    .output(z.object({ revision: z.int(), savedAt: timestampSchema })),
  /** Throws a working copy away for good. NOT_FOUND, TEMPLATE_FROZEN. */
  discard: base.input(z.strictObject(byId)).output(z.void()),
}
