import type { ReadNote } from '../note/read-note.ts'
import type { Localized, TextKey } from '../text/index.ts'
import type { MessageParams } from '../text/message.ts'
import type { CastCase } from './cases.ts'
import type { Pack } from './pack.ts'
import type { CastReading } from './read-cast.ts'

/** Whom a handout is for: the trainer's has what is said and, in an appendix, the answers. */
export const audiences = ['learners', 'trainer'] as const
export type Audience = (typeof audiences)[number]
/** The formats that a handout is made in. */
export const handoutFormats = ['pdf', 'docx'] as const
export type HandoutFormat = (typeof handoutFormats)[number]

/** A pack as it is printed: for whom, and its cases as they stand on a day, each with its notes read. */
export interface Printed extends CastReading {
  readonly pack: Pack
  readonly audience: Audience
  readonly cases: readonly { readonly of: CastCase; readonly notes: readonly ReadNote[] }[]
  readonly say: (text: Localized) => string
  readonly t: (key: TextKey, params?: MessageParams) => string
}
