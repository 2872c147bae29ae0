import { oc } from '@orpc/contract'
import { z } from 'zod'
import { slugSchema } from '../fields/base.ts'
import { languageSchema, localizedSchema } from '../text/localized.ts'
import { packSchema } from '../training/pack.ts'
import { playableDaySchema } from '../training/playable-day.ts'
import { audiences, handoutFormats } from '../training/printed.ts'
import { archiveStatusSchema } from './archive.ts'
import { apiErrors } from './errors.ts'
import { exportedFileSchema } from './notes.ts'

/** A demo pack as it is listed. */
export const listedPackSchema = z.object({
  id: slugSchema,
  version: z.int(),
  title: localizedSchema,
  summary: localizedSchema,
  cases: z.int(),
  scenes: z.int(),
  exercises: z.int(),
  /** Whether its cases are in the archive that is open. */
  loaded: z.boolean(),
})
export type ListedPack = z.infer<typeof listedPackSchema>

const base = oc.errors(apiErrors)

export const trainingContract = {
  /** The demo packs that ship, and those that came into the open archive from a file. */
  list: base.output(z.array(listedPackSchema)),
  /** One of the packs that are listed. NOT_FOUND. */
  pack: base.input(z.strictObject({ id: slugSchema })).output(packSchema),
  /**
   * Brings a pack's cases into the demo archive that is open, as they stand on a day, which the archive is played on from then on: today, where none is given. One that ships, by its
   * id, or the text of a file. One from a file that is there already comes in its place where `replace` says so: the cases that it had are
   * disposed of, with what was written in them. All of it or nothing. DEMO_ONLY in a real archive, PACK_LOADED, PACK_REFUSED, NOT_FOUND.
   */
  load: base
    .input(
      z.strictObject({
        pack: z.union([slugSchema, z.strictObject({ text: z.string() })]),
        day: playableDaySchema.optional(),
        replace: z.boolean().optional(),
      }),
    )
    .output(listedPackSchema),
  /** Sets the day that the demo archive is played on, or null to let it go by the calendar. DEMO_ONLY. */
  day: base.input(z.strictObject({ day: playableDaySchema.nullable() })).output(archiveStatusSchema),
  /** One of them, printed as its cases stand today; of what the archive holds nothing goes out. NOT_FOUND. */
  handout: base
    .input(
      z.strictObject({
        pack: slugSchema,
        audience: z.enum(audiences),
        format: z.enum(handoutFormats),
        language: languageSchema,
      }),
    )
    .output(exportedFileSchema),
  /**
   * Puts the demo archive back: every pack as it was loaded, or made anew for today without packs, or with them and with `many` other
   * cases, so that the figures of all cases can be shown. What else has been written since the first was loaded is gone, but for the
   * pack that is being written. Where no pack was loaded, it is made anew. DEMO_ONLY.
   */
  reset: base.input(z.strictObject({ to: z.enum(['pack', 'new', 'many']) })).output(archiveStatusSchema),
}
