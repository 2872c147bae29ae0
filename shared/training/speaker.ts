import { z } from 'zod'
import { languageSchema } from '../text/localized.ts'

/** The name of the channel between the window that presents and the window of speaker's notes, within one origin. */
export const SPEAKER_CHANNEL = 'klarlagt-speaker'

const notesSchema = z.strictObject({
  type: z.literal('notes'),
  language: languageSchema,
  /** What is shown, and which part of it. */
  title: z.string(),
  place: z.string(),
  /** What the speaker says, by the paragraph. */
  say: z.array(z.string()),
  /** What may be pointed at, by the document where a scene shows one: the field, what is said, and where that rests, in words. */
  shows: z.array(
    z.strictObject({
      title: z.string().optional(),
      points: z.array(
        z.strictObject({ label: z.string().optional(), text: z.string(), sources: z.array(z.string()) }),
      ),
    }),
  ),
  /** The scene after this one, where a pack is shown and has another. */
  nextScene: z.string().optional(),
})
/** What stands in the window of speaker's notes. */
export type SpeakerNotes = z.infer<typeof notesSchema>

/** All that the two windows say to each other. The notes go one way; the other way only that they are wanted, and a step. */
export const speakerMessageSchema = z.discriminatedUnion('type', [
  notesSchema,
  z.strictObject({ type: z.literal('over') }),
  z.strictObject({ type: z.literal('hello') }),
  z.strictObject({ type: z.literal('step'), by: z.literal([1, -1]) }),
  z.strictObject({ type: z.literal('scene') }),
])
export type SpeakerMessage = z.infer<typeof speakerMessageSchema>
