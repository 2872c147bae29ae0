import { safe } from '@orpc/client'
import type { ReviewVerb } from '../../../shared/note/lifecycle.ts'
import type { Verdicts } from '../../../shared/note/review.ts'
import type { User } from '../../../shared/user/user.ts'
import { errorText } from '../../api/error-text.ts'
import type { Client } from '../../api/use-client.ts'
import type { Translate } from '../../base/use-t.ts'
import { noteServices } from '../../note-model/services.ts'
import type { NoteSession } from '../../note-model/session/note-session.ts'

/** What is sent with a step. */
export interface StepDetails {
  readonly to?: User | undefined
  readonly reason?: string | undefined
  readonly verdicts?: Verdicts | undefined
}

/**
 * Saves what is unsaved in the note, then takes the step with the note as it is saved. Undefined where it is done, else in
 * words what stands in the way; nothing is changed then.
 */
export async function takeStep(
  { client, t }: { readonly client: Client; readonly t: Translate },
  session: NoteSession,
  verb: ReviewVerb,
  { to, reason, verdicts }: StepDetails = {},
): Promise<string | undefined> {
  if (!(await session.flush())) return t('review.unsaved')
  const { error, data, isDefined } = await safe(
    client.review.act({
      id: session.id,
      baseRevision: session.note().revision,
      verb,
      ...(to === undefined ? {} : { to }),
      ...(reason === undefined || reason.trim() === '' ? {} : { reason }),
      ...(verdicts === undefined ? {} : { verdicts }),
    }),
  )
  if (error === null) {
    session.receive(data)
    return undefined
  }
  if (isDefined && error.code === 'CONFLICT') {
    session.receive(error.data.current)
    return t('review.changed')
  }
  return errorText(t, error)
}

/** The session of a note that is open, for a command. */
export const sessionOf = (client: Client, noteId: NoteSession['id']) =>
  noteServices(client).sessions.get(noteId)
