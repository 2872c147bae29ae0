import { oc } from '@orpc/contract'
import { z } from 'zod'
import { personnummerSchema } from '../case/identity.ts'
import { languageSchema } from '../text/localized.ts'
import { apiErrors } from './errors.ts'
import { exportedFileSchema } from './notes.ts'

export const extractFormats = ['pdf', 'json'] as const

/** Registerutdrag: all that the archive holds on one person. Logged, without whom it is about. ROLE_REFUSED. */
export const extractContract = {
  person: oc
    .errors(apiErrors)
    .input(
      z.strictObject({
        personnummer: personnummerSchema,
        format: z.enum(extractFormats),
        language: languageSchema,
      }),
    )
    .output(exportedFileSchema),
}
