import { z } from 'zod'

/** Something that ships in the program and was made by others: an npm package, or what one brings in its source. */
export interface ShippedPart {
  readonly name: string
  readonly version: string
  /** SPDX: an identifier, or several with `AND` or `OR`. */
  readonly licence: string
  /** The licence in full, with its copyright lines. */
  readonly text: string
}

/** What only the desktop's main process knows of itself. */
export const desktopFactsSchema = z.strictObject({
  electron: z.string(),
  chromium: z.string(),
  /** Where it keeps the window's place, theme and language. */
  preferencesFolder: z.string(),
})
export type DesktopFacts = z.infer<typeof desktopFactsSchema>

/** The argument that carries the desktop's facts, as JSON, to the page's preload. */
export const desktopArgument = '--klarlagt-desktop='
