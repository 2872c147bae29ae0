import {
  SPEAKER_CHANNEL,
  type SpeakerMessage,
  speakerMessageSchema,
} from '../../../../shared/training/speaker.ts'

/** The line between the window that presents and the one of speaker's notes. Only pages of our own origin hear it. */
export interface SpeakerLine {
  readonly say: (message: SpeakerMessage) => void
  readonly close: () => void
}

/** Opens the line; what is no message of ours is not heard. */
export function speakerLine(onMessage: (message: SpeakerMessage) => void): SpeakerLine {
  const channel = new BroadcastChannel(SPEAKER_CHANNEL)
  channel.addEventListener('message', ({ data }) => {
    const message = speakerMessageSchema.safeParse(data)
    if (message.success) onMessage(message.data)
  })
  return { say: (message) => channel.postMessage(message), close: () => channel.close() }
}
