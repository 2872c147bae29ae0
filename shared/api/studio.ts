import { oc } from '@orpc/contract'
import { z } from 'zod'
import { isoDateSchema } from '../case/dates.ts'
import { MAX_SOURCE_BYTES } from '../interchange/limits.ts'
import { conversionReportSchema } from '../interchange/report.ts'
import { publishedHeadSchema, signerSchema, templateFaults, templateFormats } from '../studio/published.ts'
import { copyVerbs } from '../template/life.ts'
import { knownTemplateSchema, templateRefSchema } from '../template/template.ts'
import { workingCopyHeadSchema, workingCopyIdSchema, workingCopySchema } from '../template/working-copy.ts'
import { localizedSchema } from '../text/localized.ts'
import { apiErrors } from './errors.ts'
import { exportedFileSchema } from './notes.ts'

const base = oc.errors(apiErrors)
const sourceSchema = z.strictObject({ base64: z.string().max(Math.ceil(MAX_SOURCE_BYTES / 3) * 4) })
const byId = { id: workingCopyIdSchema }
const saved = { ...byId, baseRevision: z.int().min(1) }

/** Templates that are written in the archive. */
export const studioContract = {
  /** The working copies, the one that was written in last first, and the versions that were published, in the order they came. */
  list: base.output(
    z.object({ working: z.array(workingCopyHeadSchema), published: z.array(publishedHeadSchema) }),
  ),
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
   * Gives the working copy as it is saved, without what is written.
   */
  save: base
    .input(
      z.union([
        z.strictObject({ ...saved, template: z.json() }),
        z.strictObject({ ...saved, text: z.string() }),
      ]),
    )
    .output(workingCopyHeadSchema),
  /** Throws a working copy away for good. NOT_FOUND, TEMPLATE_FROZEN. */
  discard: base.input(z.strictObject(byId)).output(z.void()),
  /**
   * Takes a working copy as saved at `baseRevision` one step of its life, but for publishing it. NOT_FOUND, TEMPLATE_CHANGED,
   * TEMPLATE_STEP_REFUSED.
   */
  act: base
    .input(z.strictObject({ ...saved, verb: z.enum(copyVerbs), reason: z.string().max(10_000).optional() }))
    .output(workingCopySchema),
  /**
   * Publishes a reviewed working copy: from a day it is offered for new notes, and nothing changes it ever after. Sealed with the
   * user's own key; `code` is their signing code, where they have one. NOT_FOUND, TEMPLATE_CHANGED, TEMPLATE_STEP_REFUSED,
   * TEMPLATE_REFUSED, SIGNING_CODE_NEEDED, WRONG_SIGNING_CODE.
   */
  publish: base
    .input(z.strictObject({ ...saved, from: isoDateSchema, code: z.string().max(1000).optional() }))
    .output(publishedHeadSchema),
  /** Says that a published version is no longer to be begun with, and why; notes that pin it stay. NOT_FOUND, TEMPLATE_STEP_REFUSED. */
  withdraw: base
    .input(z.strictObject({ template: templateRefSchema, reason: z.string().max(10_000) }))
    .output(publishedHeadSchema),
  /** Any version that is known here, whether it is offered or not. NOT_FOUND. */
  version: base.input(templateRefSchema).output(knownTemplateSchema),
  /**
   * A version as a file: one that is published here with its digest and seal, or any as a FHIR Questionnaire, with a report of what
   * only we understand of it. NOT_FOUND, EXPORT_FORMAT_GOVERNED, EXPORT_FOLDER_GOVERNED.
   */
  export: base
    .input(z.strictObject({ template: templateRefSchema, format: z.enum(templateFormats) }))
    .output(exportedFileSchema.extend({ report: conversionReportSchema })),
  /**
   * What a file is, by what it holds, that a template is to be read from. Of one that is published elsewhere, who signed it, whether
   * their key is known here, and why it would be refused; of a form in a format of others, the template that a working copy can be
   * begun with, and what did not carry over; or what is wrong in it. Changes nothing.
   */
  inspect: base.input(sourceSchema).output(
    z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('published'),
        file: publishedHeadSchema
          .pick({ template: true, title: true, published: true, digest: true })
          .optional(),
        signer: signerSchema.optional(),
        why: z.enum(templateFaults).optional(),
      }),
      z.object({
        kind: z.literal('form'),
        title: localizedSchema,
        version: z.int(),
        template: z.json(),
        report: conversionReportSchema,
      }),
      z.object({ kind: z.literal('refused'), problems: conversionReportSchema }),
    ]),
  ),
  /** Takes in a template that was published elsewhere, as it was. TEMPLATE_REFUSED. */
  import: base.input(z.strictObject({ json: z.string() })).output(publishedHeadSchema),
  /** How many drafts pin an older version than this. */
  affected: base.input(templateRefSchema).output(z.object({ drafts: z.int() })),
}
